import gc
import sys
import weakref

gc.collect()


class Thing:
    def __init__(self, name="thing"):
        self.name = name

    def __del__(self):
        order.append(self.name)


order = []


def local_dies():
    thing = Thing("local")
    reference = weakref.ref(thing)
    del thing
    return reference() is None


def rebinds():
    thing = Thing("first")
    thing = Thing("second")
    order.append("between")
    thing = None
    order.append("end")


def loops():
    for number in range(3):
        thing = Thing(number)
    order.append("loop over")


def arguments(thing):
    thing = None
    order.append("in function")


def catches():
    try:
        raise ValueError(Thing("in error"))
    except ValueError as error:
        order.append("handling")
    order.append("handled")


def returns():
    thing = Thing("returned")
    return thing


def closure():
    thing = Thing("captured")
    return lambda: thing


def one_line():
    thing = Thing("one"); reference = weakref.ref(thing); del thing; assert reference() is None; order.append("then")


def swaps():
    a, b = Thing("a"), Thing("b")
    a, b = b, a
    a = None
    order.append("swapped")


def nested():
    def inner(thing):
        return [thing]
    inner(Thing("inner"))[0].name
    order.append("after inner")


def exception_in_flight():
    thing = Thing("in flight")
    raise KeyError


class Manager:
    def __enter__(self):
        return Thing("with")

    def __exit__(self, *how):
        order.append("exit")


def managed():
    with Manager() as thing:
        order.append("body")
        thing = None
        order.append("rebound")


def generator():
    thing = Thing("generator")
    yield 1
    thing = Thing("generator 2")
    yield 2


print(local_dies())
for function in (rebinds, loops, lambda: arguments(Thing("argument")), catches, returns, closure, one_line, swaps, nested, managed):
    function()
    order.append("returned")
    print(order)
    order.clear()
try:
    exception_in_flight()
except KeyError as error:
    order.append("caught")
print(order)
order.clear()
for number in generator():
    order.append(number)
print(order)
order.clear()
[Thing(number) for number in range(3)]
order.append("list gone")
{number: Thing(number) for number in range(2)}
order.append("dict gone")
list(map(Thing, "abc"))
order.append("map gone")
for thing in map(Thing, "xy"):
    order.append("loop")
del thing
Thing("x") and Thing("y")
Thing("left").name + Thing("right").name
print(order)
order.clear()
a = Thing("outer")
a.inner = Thing("inner")
a.inner.list = [Thing("item 1"), Thing("item 2"), {"k": Thing("value")}]
del a
print(order)
order.clear()
a = Thing("module")
a = Thing("module 2")
order.append("line after")
del a
order.append("line after")
print(order)
order.clear()
chain = None
for number in range(50):
    link = Thing(number)
    link.next = chain
    chain = link
del chain, link
print(order)
