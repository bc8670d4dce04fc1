import gc

print(gc.collect())
import sys
import weakref

# What the imports left depends on where an automatic collection happened to come.
_ = gc.collect()


class Thing:
    def __init__(self, name):
        self.name = name
        print("made", self.name)

    def __del__(self):
        print("gone", self.name)


def local_lives():
    thing = Thing("local")
    reference = weakref.ref(thing)
    print(sys.getrefcount(thing))
    del thing
    print(reference() is None)
    d = locals()
    x = 1
    print(sorted(d))
    other = Thing("other")
    return [other]


def numbers(n):
    kept = []
    for i in range(n):
        kept.append(i)
        yield i


class Bad:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


print(gc.collect())
a = Thing("a")
b = Thing("b")
a.other = b
b.other = a
print(sys.getrefcount(a), sys.getrefcount(b))
del a, b
print(gc.collect())
result = local_lives()
print(sys.getrefcount(result))
result = None
for number in numbers(3):
    print(number)
with Bad():
    raise ValueError("x")
try:
    {}["missing"]
except KeyError as error:
    print(repr(error), sys.getrefcount(error))
stopped = numbers(2)
print(next(stopped))
del stopped
squares = [n * n for n in range(4)]
print(sum(n for n in squares), max(squares, key=lambda n: -n))


class Counter:
    total = 0

    def bump(self):
        Counter.total += 1
        return self


print(Counter().bump().bump().total)
t = (1, [2])
s = {1, (2, 3)}
print(gc.collect(), gc.garbage)
print(sys.argv[1:], __name__, sorted(globals())[:6], sys.path[0] == __file__.rpartition("/")[0])
import os
print([name for name in os.environ if "OUROSCOPE" in name or name == "PYTHONPATH"])
print([m for m in sys.modules if "heap_agent" in m or "sitecustomize" in m])
print(sys.getrecursionlimit(), gc.isenabled(), gc.get_threshold())
def deep(n):
    return n if n == 0 else deep(n - 1)
print(deep(50))
end = Thing("end")
