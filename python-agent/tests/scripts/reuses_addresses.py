import gc
# A collection in between would move what is looked at.
gc.disable()
class Node:
    __slots__ = ("n", "other")
# A pool of memory that becomes empty is given away as a whole, and its addresses do not come back at once.
neighbours = [Node() for _ in range(100)]
del neighbours[::2]
kept = Node(); kept.n = 1000
for n in range(1001, 1060):
    kept = None; kept = Node(); kept.n = n
