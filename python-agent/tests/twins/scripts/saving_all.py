import gc

gc.collect()


class Node:
    def __init__(self):
        self.me = self


class Named(Node):
    def __del__(self):
        print("del")


gc.set_debug(gc.DEBUG_SAVEALL)
Node()
print(gc.collect(), [type(thing).__name__ for thing in gc.garbage])
Named()
print(gc.collect(), [type(thing).__name__ for thing in gc.garbage])
a = []
a.append(a)
del a
print(gc.collect(), [type(thing).__name__ for thing in gc.garbage], len(gc.garbage))
gc.garbage.clear()
gc.set_debug(0)
print(gc.collect(), gc.garbage, gc.get_stats()[2])


def closure():
    def inner():
        return inner


gc.set_debug(gc.DEBUG_SAVEALL)
closure()
print(gc.collect(), [type(thing).__name__ for thing in gc.garbage])
del gc.garbage[:]
gc.set_debug(0)
print(gc.collect(), gc.garbage)
gc.set_debug(gc.DEBUG_STATS)
print(gc.get_debug())
gc.set_debug(0)
gc.garbage.append("mine")
print(gc.garbage, gc.collect(), gc.garbage)
gc.garbage = None
