import gc
import sys
from sys import getrefcount as count

import ctypes
gc.collect()


class Pair(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int), ("b", ctypes.py_object)]


held = object()
pair = Pair(1, held)
print(count(held), count(pair), pair.a)
pair.b = None
print(count(held))
called = []
callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: called.append(number) or number + 1)
print(callback(4), called, count(callback))
array = (ctypes.c_int * 5)(*range(5))
print(list(array), ctypes.sizeof(array))
compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
ctypes.CDLL(None).qsort(array, 5, 4, compare(lambda x, y: y[0] - x[0]))
print(list(array))
ctypes.pythonapi.Py_IncRef(ctypes.py_object(held))
print(count(held))
ctypes.pythonapi.Py_DecRef(ctypes.py_object(held))
print(count(held), gc.collect())
try:
    import sqlite3
except ImportError:
    sqlite3 = None
if sqlite3 is not None:
    database = sqlite3.connect(":memory:")
    database.execute("create table t (a, b)")
    database.executemany("insert into t values (?, ?)", [(1, "x"), (2, "y")])
    database.create_function("twice", 1, lambda value: value * 2)
    print(list(database.execute("select twice(a), b from t")))
    database.row_factory = sqlite3.Row
    print([tuple(row) for row in database.execute("select * from t")])
    database.set_trace_callback(lambda text: print("sql", text))
    database.execute("select 1")
    database.close()
    del database
    print(gc.collect())
import array, decimal, datetime, zlib, hashlib, struct, re, pickle, copy, json, random, math, itertools, functools, heapq, bisect, csv, io
gc.collect()
print(pickle.loads(pickle.dumps([held.__class__, {"a": [1]}])), copy.deepcopy([[1], {2}]))
print(decimal.Decimal(1) / 3, zlib.crc32(b"x"), hashlib.sha256(b"x").hexdigest()[:8])
a = array.array("d", [1, 2])
print(count(a), a.tolist(), memoryview(a).tolist(), re.sub("(.)", lambda m: m.group(1) * 2, "abc"))
random.seed(5)
print(random.random(), random.sample(range(100), 5))
print(list(csv.reader(io.StringIO("a,b\nc,d"))), heapq.nsmallest(2, [3, 1, 2], key=lambda n: n))


class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print("lt", count(self), count(other))
        return self.value < other.value


print([one.value for one in sorted(map(Ordered, [3, 1, 2]))])


@functools.lru_cache
def cached(n):
    return [n]


print(count(cached(1)), count(cached(1)), cached.cache_info())
print(functools.reduce(lambda a, b: a + b, [[1], [2], [3]]), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)))
try:
    import numpy
except ImportError:
    numpy = None
print(gc.collect())
