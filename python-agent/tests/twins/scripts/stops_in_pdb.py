import pdb
import sys


def work(n):
    total = 0
    for number in range(n):
        total += number
    return total


print("before", sys.gettrace())
pdb.set_trace()
print("one")
work(3)
print("two", sys.gettrace() is not None)
breakpoint()
x = 5
print("three")
