import sys

print("before", flush=True)
try:
    sys.exit("a text, \xe4 \u20ac")
finally:
    print("finally")
