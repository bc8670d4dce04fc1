import sys
import gc
import weakref

# What the imports left is not asked for here.
gc.collect()


class Fails:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name)

    def __repr__(self):
        return "<Fails>"


Fails("at once")  # object at an address: printed by name only
kept = Fails("by del")
del kept


def function():
    local = Fails("local")


function()
cycle = Fails("cycle")
cycle.me = cycle
del cycle
print(gc.collect())


class Thing:
    pass


def fails(reference):
    raise KeyError("in a weakref callback")


thing = Thing()
reference = weakref.ref(thing, fails)
del thing
gc.callbacks.append(lambda phase, info: 1 / 0)
gc.collect()
gc.callbacks.clear()


def hook(unraisable):
    print("hook", unraisable.exc_type.__name__, unraisable.err_msg, type(unraisable.object).__name__, sys.getrefcount(unraisable.exc_value))


sys.unraisablehook = hook
Fails("to the hook")
function()


def generator():
    try:
        yield
    finally:
        raise RuntimeError("in finally")


run = generator()
next(run)
del run
sys.unraisablehook = sys.__unraisablehook__
run = generator()
next(run)
del run
at_exit = Fails("at exit")
