import sys


def refcounts(value):
    here = [value]
    return sys.getrefcount(value), sys.getrefcount(here)


class Leaf:
    def __del__(self):
        print("leaf gone")


print("leaf", refcounts(object()))
