import functools


class Thing:
    pass


class Manager:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        entered = [self.thing]
        return self

    def __exit__(self, *details):
        left = [details]
        return True


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        made = super().__new__(mcs, name, bases, namespace)
        made.extra = Thing()
        return made


def use(first, second=None, *more, named=None):
    local = [first, second, more, named]
    return local


def nested():
    return use(Thing(), use(Thing(), Thing()), named=[Thing()])


def key_of(thing):
    seen = [thing]
    return id(thing)


def sorts(things):
    by_key = sorted(things, key=key_of)
    mapped = [use(thing) for thing in map(key_of, things)]
    return by_key


def handles(thing):
    try:
        raise ValueError(thing)
    except ValueError as error:
        caught = use(error)
        try:
            raise KeyError(thing) from error
        except KeyError as second:
            caught = use(second)
            del caught
    return thing


def manages():
    with Manager(Thing()) as manager, Manager(Thing()):
        inside = use(Thing())
        raise RuntimeError(inside)


def generates(thing):
    held = [thing]
    received = yield held
    try:
        yield use(received)
    finally:
        last = use(thing)
    yield from delegated(held)


def delegated(things):
    for thing in things:
        yield thing


def runs_generators():
    generator = generates(Thing())
    first = next(generator)
    second = generator.send(Thing())
    for value in generates(Thing()):
        kept = use(value)
    total = sum(len(use(Thing())) for _ in range(2))
    generator.close()


def captures(thing):
    def inner():
        nonlocal thing
        thing = Thing()
        return use(thing)

    return inner()


def recurses(depth):
    thing = Thing()
    return recurses(depth - 1) if depth else use(thing)


def unpacks(things):
    use(*things)
    first, *rest = things
    return functools.partial(use, first)(Thing())


class Body(metaclass=Meta):
    thing = Thing()
    deep = use(thing)


def overwrites():
    thing = Thing()
    thing = Thing()
    other, thing = thing, Thing()
    del other
    return [thing, thing]


async def waits(thing):
    kept = [thing]
    await Awaited(kept)
    return kept


class Awaited:
    def __init__(self, things):
        self.things = things

    def __await__(self):
        yield self.things
        inner = use(self.things)


async def generates_asynchronously():
    for _ in range(2):
        yield Thing()


async def loops():
    async for thing in generates_asynchronously():
        kept = use(thing)
    return [thing async for thing in generates_asynchronously()]


things = [Thing(), Thing()]
nested()
sorts(things)
handles(things[0])
manages()
runs_generators()
captures(things[1])
recurses(4)
unpacks(things)
overwrites()
comprehension = [use(Thing()) for _ in range(2)]
waiting = waits(Thing())
waiting.send(None)
try:
    waiting.send(None)
except StopIteration as stopped:
    returned = stopped.value
try:
    loops().send(None)
except StopIteration as stopped:
    returned = stopped.value
exec("text_thing = Thing()\nuse(text_thing)")
used = eval("use(things[0])")
