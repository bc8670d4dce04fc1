import functools
import gc
import json
import re
import sys

log = []


def compare(one, other):
    log.append(sys.getrefcount(one) > 0)
    return one - other


print(sorted([3, 1, 2], key=functools.cmp_to_key(compare)))
print(re.sub("b+", lambda match: str(len(match.group())), "abbbab"))
print(json.dumps({"x": {1}}, default=lambda thing: sorted(thing)))


def fails(*arguments):
    raise ValueError("in a callback")


try:
    sorted([2, 1], key=fails)
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
try:
    import sqlite3
except ImportError:
    print("no sqlite3")
else:
    database = sqlite3.connect(":memory:")
    calls = []

    class Sum:
        def __init__(self):
            self.parts = []

        def step(self, value):
            self.parts.append([value])

        def finalize(self):
            return len(self.parts)

    def double(value):
        calls.append([value])
        return value * 2

    database.create_function("double", 1, double)
    database.create_function("fails", 1, fails)
    database.create_aggregate("parts", 1, Sum)
    database.create_collation("backwards", lambda a, b: (a < b) - (a > b))
    database.execute("create table things (name text, size int)")
    database.executemany("insert into things values (?, ?)", ((name, at) for at, name in enumerate("cab")))
    print(database.execute("select name, double(size) from things order by name collate backwards").fetchall())
    print(database.execute("select parts(size) from things").fetchone(), calls)
    database.row_factory = lambda cursor, row: list(row)
    print(database.execute("select 1, 2").fetchone())
    try:
        database.execute("select fails(1)").fetchall()
    except sqlite3.OperationalError as error:
        print(error)
    database.close()
try:
    import ctypes
except ImportError:
    print("no ctypes")
else:
    Compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))

    def order(one, other):
        kept = [one[0]]
        return one[0] - other[0]

    numbers = (ctypes.c_int * 4)(3, 1, 4, 2)
    callback = Compare(order)
    ctypes.CDLL(None).qsort(numbers, 4, 4, callback)
    print(list(numbers))
    broken = ctypes.CFUNCTYPE(ctypes.c_int)(fails)
    broken()
    del callback, broken
print(len(log) > 0, gc.collect() >= 0)
