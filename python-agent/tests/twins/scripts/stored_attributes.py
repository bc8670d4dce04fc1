import gc
import sys
import weakref

sys.stdout.reconfigure(line_buffering=True)

gc.collect()
gc.disable()


class Thing:
    pass


def tracked():
    return len(gc.get_objects())


# A dictionary that is made only when asked for must not be made by us.
before = tracked()
things = [Thing() for _ in range(10)]
for at, thing in enumerate(things):
    thing.number = at
    thing.other = [at]
after = tracked()
print(after - before, [len(gc.get_referents(thing)) for thing in things[:3]], sys.getsizeof(things[0]))
x = 1
y = 2
print(tracked() - after)
[vars(thing) for thing in things]
print(tracked() - after)
print([sys.getsizeof(thing.__dict__) for thing in things[:3]], [sys.getrefcount(thing.__dict__) for thing in things[:3]])
d = things[0].__dict__
things[0].later = 1
print(d, sys.getrefcount(d))
del things[1].number
things[1].number = 5
print(list(things[1].__dict__), things[2].__dict__ is things[2].__dict__)


def function():
    pass


size = tracked()
a = 1
b = 2
print(tracked() - size, gc.get_referents(function).__len__(), function.__dict__, tracked() - size)


class Annotated:
    x: int


print("__annotations__" in Annotated.__dict__, sorted(Annotated.__dict__))
print("__annotations__" in Thing.__dict__, sorted(Thing.__dict__), sys.getsizeof(Thing) > 0)
print([type(item).__name__ for item in gc.get_referrers(things[3])], len(gc.get_referrers(things)))
held = [Thing()]
print([type(item).__name__ for item in gc.get_referrers(held[0])])
print(sorted(type(item).__name__ for item in gc.get_referrers(Thing)))
print(gc.is_tracked(held), gc.is_tracked({}), gc.is_tracked({"a": 1}), gc.is_tracked((1, 2)), gc.is_tracked(Thing()), gc.is_finalized(held))
t = tuple([1, 2])
print(gc.is_tracked(t), gc.collect(), gc.is_tracked(t))
t2 = (1, [2], "three")
n = {"a": 1, "b": (1, 2)}
print(gc.is_tracked(t2), gc.is_tracked(n))
print(gc.collect(), gc.is_tracked(t2), gc.is_tracked(n))
print(len(gc.get_objects(0)), len(gc.get_objects(1)))
one = []
print(len(gc.get_objects(0)))
two = [[], [], []]
print(len(gc.get_objects(0)), len(gc.get_objects(1)), gc.get_objects(0)[-1] is two or [type(item).__name__ for item in gc.get_objects(0)[-3:]])
print(len(object.__subclasses__()) == len(object.__subclasses__()), [item.__name__ for item in Thing.__subclasses__()])
