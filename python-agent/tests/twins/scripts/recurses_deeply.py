import sys
import threading

print(sys.getrecursionlimit())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def reaches(n):
    try:
        down(n)
        return True
    except RecursionError as error:
        return str(error)


# An exact count would be off by the hooks' frames, see the list of known differences; this far it must come.
sys.setrecursionlimit(250)
print([reaches(n) for n in (100, 200, 300)])


class Loops:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other

    __hash__ = None


sys.setrecursionlimit(120)
for action in (repr, lambda thing: thing.name, lambda thing: thing == 1, lambda thing: hash(thing)):
    try:
        action(Loops())
    except (RecursionError, TypeError) as error:
        print(type(error).__name__, str(error)[:40])
nested = []
# Not line by line: 20,000 lines take long to record.
exec("for _ in range(10000): nested = [nested]")
try:
    repr(nested)
except RecursionError as error:
    print("repr", type(error).__name__)
try:
    nested == nested[:]
except RecursionError as error:
    print("eq", type(error).__name__)
del nested
print("deleted")
results = []
thread = threading.Thread(target=lambda: results.append(reaches(30)))
thread.start()
thread.join()
print(results)
try:
    sys.setrecursionlimit(5)
except (RecursionError, ValueError) as error:
    print(type(error).__name__)
sys.setrecursionlimit(150)


def generate(n):
    yield n
    yield from generate(n + 1) if n < 20 else ()


print(sum(generate(0)))


def forever():
    forever()


forever()
