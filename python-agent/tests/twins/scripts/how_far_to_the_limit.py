import sys


def depth(n):
    global deepest
    deepest = n
    depth(n + 1)


for limit in (200, 130):
    sys.setrecursionlimit(limit)
    try:
        depth(1)
    except RecursionError:
        pass
    # A hook needs frames of its own, so the last few lines of a recursion may not be reached.
    print(limit, limit - deepest <= 8)
