class Node:
    __slots__ = ("n", "other")
kept = Node(); kept.n = 1000
for n in range(1001, 1020):
    kept = None; kept = Node(); kept.n = n
