import gc

print(gc.collect())
print(gc.collect(), gc.collect(0), gc.collect(1), gc.collect(2))


class Node:
    def __init__(self, *others):
        self.others = list(others)


class Finalized(Node):
    def __del__(self):
        print("del", len(self.others))


class Slotted:
    __slots__ = ("me", "__weakref__")


a = []
a.append(a)
del a
print("list", gc.collect())
a = {}
a["me"] = a
del a
print("dict", gc.collect())
a = Node()
a.others.append(a)
del a
print("instance", gc.collect())
a = Slotted()
a.me = a
del a
print("slots", gc.collect())
a, b = Node(), Node()
a.b, b.a = b, a
del a, b
print("pair", gc.collect())
a = Finalized()
a.others.append(a)
del a
print("finalizer", gc.collect())
print("after", gc.collect())


def make_closure():
    def inner():
        return inner

    return inner


make_closure()
print("closure", gc.collect())
for _ in range(5):
    make_closure()
print("closures", gc.collect())


def generator():
    me = yield
    yield me


run = generator()
next(run)
run.send(run)
del run
print("generator", gc.collect())


async def coroutine(holder):
    holder.append(holder)


holder = []
started = coroutine(holder)
holder.append(started)
started.close()
del started, holder
print("coroutine", gc.collect())


class Temporary:
    pass


del Temporary
print("class", gc.collect())


class Base:
    pass


class Derived(Base):
    def method(self):
        return super().method()


del Derived
print("derived", gc.collect())
del Base
print("base", gc.collect())


def fails():
    try:
        raise ValueError
    except ValueError as error:
        kept = error
        return None


fails()
print("exception", gc.collect())


def keeps(box):
    try:
        raise KeyError("x")
    except KeyError as error:
        box.append(error)


box = []
keeps(box)
box.append(box)
del box
print("kept exception", gc.collect())
a = Node()
a.method = a.__init__
del a
print("bound method", gc.collect())
import functools

gc.collect()
a = Node()
a.partial = functools.partial(print, a)
del a
print("partial", gc.collect())


@functools.lru_cache(maxsize=None)
def cached(argument):
    return [argument]


cached(Node(cached))
del cached
print("cache", gc.collect())
import weakref

gc.collect()
log = []
a = Node()
a.others.append(a)
reference = weakref.ref(a, lambda _: log.append("called"))
del a
print("weakref", gc.collect(), log, reference())
a = Node()
a.others.append(weakref.ref(a, lambda _: log.append("not called")))
a.others.append(a)
del a
print("own weakref", gc.collect(), log)
rescued = []


class Rescued(Node):
    def __del__(self):
        rescued.append(self)


a = Rescued()
a.others.append(a)
del a
print("rescued", gc.collect(), len(rescued))
rescued.clear()
print("again", gc.collect(), len(rescued))
a = [[] for _ in range(100)]
a.append(a)
del a
print("hundred", gc.collect())
import types

gc.collect()
module = types.ModuleType("made")
module.me = module
del module
print("module", gc.collect())
exec("def f(): return f\n", {"__builtins__": {}})
print("exec", gc.collect())
namespace = {}
exec("class C:\n    def m(self): return C\nc = C()\nc.me = c", namespace)
namespace["me"] = namespace
del namespace
print("namespace", gc.collect())
from collections import OrderedDict, defaultdict, deque, namedtuple

gc.collect()
a = deque()
a.append(a)
b = OrderedDict()
b["me"] = b
c = defaultdict(list)
c["me"] = c
del a, b, c
print("collections", gc.collect())
Point = namedtuple("Point", "x y")
del Point
print("namedtuple", gc.collect())
import dataclasses
import enum

gc.collect()


@dataclasses.dataclass
class Data:
    value: object


d = Data(None)
d.value = d
del d
print("dataclass", gc.collect())
del Data
print("its class", gc.collect())


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


del Colour
print("enum", gc.collect())
a = []
a.append(iter(a))
b = []
b.append(map(print, b))
c = []
c.append(zip(c, c))
del a, b, c
print("iterators", gc.collect())
s = slice([], [])
t = ([],)
t[0].append(t)
del s, t
print("tuple", gc.collect())
import json
import logging
import re
import threading

print("imports", gc.collect())
print("after", gc.collect(), gc.get_count(), gc.get_stats())
