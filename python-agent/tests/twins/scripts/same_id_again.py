import gc

seen = {}


def asked(kind, thing):
    """Whether an object of this kind was here before; numbers instead of addresses."""
    known = seen.setdefault(kind, [])
    address = id(thing)
    if address not in known:
        known.append(address)
    return known.index(address)


class Thing:
    pass


class Slotted:
    __slots__ = ("a", "b")


for number in range(12):
    print(asked("object", object()), asked("list", []), asked("dict", {}), asked("tuple", (number, [])), end=" | ")
print()
for number in range(12):
    print(asked("Thing", Thing()), asked("Slotted", Slotted()), asked("set", {number}), asked("lambda", lambda: 1), end=" | ")
print()
for number in range(12):
    one = [number]
    two = {number: one}
    print(asked("list", one), asked("dict", two), end=" | ")
    del one, two
print()
for number in range(12):
    thing = Thing()
    thing.attribute = [number]
    print(asked("Thing", thing), asked("list", thing.attribute), asked("dict", thing.__dict__), end=" | ")
print()
for number in range(10):
    print(asked("text", "text %d" % number), asked("int", number + 10**10), asked("float", number + 0.5), asked("bytes", bytes([number] * 50)), end=" | ")
print()


def function(n):
    local = [n]
    other = Thing()
    return asked("list", local), asked("Thing", other)


print([function(number) for number in range(5)])
for number in range(5):
    print(function(number), end=" ")
print()


def generator():
    while True:
        yield asked("list", [1])


run = generator()
for number in range(5):
    print(next(run), end=" ")
print(asked("generator", generator()), asked("generator", generator()))
for number in range(8):
    try:
        raise ValueError(number)
    except ValueError as error:
        print(asked("error", error), asked("traceback", error.__traceback__), end=" ")
print()
kept = [Thing() for _ in range(6)]
for thing in kept:
    asked("Thing", thing)
del thing, kept[::2]
print([asked("Thing", Thing()) for _ in range(3)], [asked("Thing", thing) for thing in [Thing(), Thing(), Thing()]])
a, b = Thing(), Thing()
a.b, b.a = b, a
print(asked("Thing", a), asked("Thing", b))
del a, b
gc.collect()
print([asked("Thing", thing) for thing in [Thing(), Thing(), Thing()]])
first = Thing()
address = id(first)
del first
second = Thing()
print(id(second) == address)
del second
lists = [[] for _ in range(90)]
addresses = [id(one) for one in lists]
lists.clear()
print([addresses.index(id(one)) if id(one) in addresses else None for one in [[] for _ in range(90)]])
lists = [[1] * 100 for _ in range(10)]
addresses = [id(one) for one in lists]
del lists
print([addresses.index(id(one)) if id(one) in addresses else None for one in [[] for _ in range(20)]])
