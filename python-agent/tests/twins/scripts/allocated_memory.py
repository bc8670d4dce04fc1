import gc
import sys

gc.collect()
gc.disable()


def blocks():
    return sys.getallocatedblocks()


first = blocks()
second = blocks()
third = blocks()
print(second - first, third - second)
a = [[] for _ in range(100)]
fourth = blocks()
del a
fifth = blocks()
print(fourth - third, fifth - third)
for number in range(5):
    x = [number]
    now = blocks()
    print(now - fifth, end=" ")
print()
