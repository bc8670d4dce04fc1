import sys
print("never")
def f(
