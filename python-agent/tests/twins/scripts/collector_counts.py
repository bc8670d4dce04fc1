import sys

sys.stdout.reconfigure(line_buffering=True)
import gc
from gc import get_count as counts

print(counts(), gc.get_stats())
kept = []
print(counts())
kept.append([])
print(counts())
kept.append({})
print(counts())
kept.append({"a": []})
print(counts())
kept.append((1, [2]))
print(counts())
kept.append({1, 2})
print(counts())


class Thing:
    pass


print(counts())
kept.append(Thing())
print(counts())
kept[-1].attribute = []
print(counts())
kept.append([Thing() for _ in range(10)])
print(counts())


def function():
    inside = []
    print(counts())
    return lambda: inside


print(counts())
kept.append(function())
print(counts())


def generator():
    yield []
    print(counts())
    yield {}


kept.append(generator())
print(counts())
kept.append(next(kept[-1]))
print(counts())
kept.append(next(kept[-2]))
print(counts())
try:
    raise ValueError([])
except ValueError as error:
    print(counts())
    kept.append(error)
print(counts())
try:
    {}["missing"]
except KeyError:
    print(counts())
print(counts())
kept.append(kept[0].append)
print(counts())
kept.append(iter(kept))
print(counts())
kept.append(zip(kept, map(str, [])))
print(counts())
kept.append(memoryview(b"abc"))
kept.append(slice([], []))
kept.append(property(function))
print(counts())
for number in range(20):
    kept.append([number])
print(counts())
told = []
for number in range(20):
    kept.append({number: number})
    told.append(counts())
print(told)
for number in range(20):
    (number, [], {})
    told.append(counts())
print(told)
del kept[10:]
print(counts())
del kept
print(counts())
print(gc.collect(0), counts())
print(gc.collect(1), counts())
print(gc.collect(2), counts())
print(gc.collect(), counts(), gc.get_stats())
a = []
a.append(a)
print(counts())
del a
print(counts(), gc.collect(), counts())
gc.disable()
many = [[] for _ in range(1000)]
print(counts(), gc.isenabled())
many.clear()
print(counts())
gc.enable()
print(counts())
one = []
print(counts(), gc.isenabled(), gc.get_stats())
gc.set_threshold(100, 5, 5)
print(counts(), gc.get_threshold())
gc.set_threshold(0)
print(counts(), gc.get_threshold())
import weakref

print(gc.collect() >= 0, counts())
reference = weakref.ref(Thing())
print(counts(), reference())
exec("x = []\ny = {}\nprint(counts())")
print(counts())
eval("print(counts())")
print([counts() for _ in range(5)])
print(list(counts() for _ in range(5)))
print({at: counts() for at in range(5)})
print(counts(), gc.garbage, gc.callbacks)
