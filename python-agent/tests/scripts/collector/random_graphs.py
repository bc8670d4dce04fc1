"""Builds random object graphs of many kinds of objects, for programs whose collections are checked from outside. Imported as a library."""

import collections
import functools
import gc
import itertools
import json
import random
import types
import weakref

KEPT = []


class Plain:
    def __init__(self):
        pass

    def method(self):
        pass


class Finalized(Plain):
    def __del__(self):
        pass


class Resurrecting(Plain):
    def __del__(self):
        KEPT.append(self)


class Slotted:
    __slots__ = ("s0", "s1", "s2", "__weakref__")


class SlottedWithDict(Slotted):
    pass


class OwnList(list):
    pass


class OwnDict(dict):
    pass


class Awaited:
    def __await__(self):
        yield


def remembering():
    sent = yield
    kept = sent
    yield kept


def with_stack(a, b):
    kept = (a, (yield), b)
    yield kept


def looping(values):
    for value in values:
        yield value


def inside_a_call(a):
    print(a, a, (yield), a, sep="", end="")


async def awaiting(a, b):
    await a


def closure_over(a):
    def inner():
        return a

    return inner


def started(suspended):
    next(suspended)
    return suspended


def with_own_dict():
    plain = Plain()
    plain.__dict__
    return plain


def suspended_coroutine(b):
    coroutine = awaiting(Awaited(), b)
    coroutine.send(None)
    return coroutine


def weakly(rng, a, b):
    if isinstance(a, (Plain, Slotted)) and rng.random() < 0.9:
        return weakref.ref(a, lambda _, kept=b: None)
    return [a]


KINDS = (
    lambda rng, a, b: Plain(),
    lambda rng, a, b: Finalized(),
    lambda rng, a, b: [],
    lambda rng, a, b: {},
    lambda rng, a, b: Slotted(),
    lambda rng, a, b: SlottedWithDict(),
    lambda rng, a, b: OwnList(),
    lambda rng, a, b: OwnDict(),
    lambda rng, a, b: (a, b, 1),
    lambda rng, a, b: types.CellType(a),
    lambda rng, a, b: closure_over(a),
    lambda rng, a, b: functools.partial(print, a, b),
    lambda rng, a, b: collections.deque([a]),
    lambda rng, a, b: collections.OrderedDict(x=a),
    lambda rng, a, b: started(remembering()),
    lambda rng, a, b: started(with_stack(a, b)),
    lambda rng, a, b: started(looping([a, b])),
    lambda rng, a, b: started(inside_a_call(a)),
    lambda rng, a, b: suspended_coroutine(b),
    lambda rng, a, b: Plain().method,
    lambda rng, a, b: itertools.chain([a], [b]),
    lambda rng, a, b: type("Made", (Plain,), {"x": a}),
    lambda rng, a, b: with_own_dict(),
    lambda rng, a, b: Resurrecting(),
    weakly,
    lambda rng, a, b: types.SimpleNamespace(z=a),
    lambda rng, a, b: failed_with(a),
    lambda rng, a, b: functools.lru_cache(maxsize=None)(closure_over(a)),
)


def failed_with(a):
    try:
        raise ValueError(a)
    except ValueError as error:
        return error


def connect(rng, holder, referent):
    kind = type(holder)
    if isinstance(holder, (list, collections.deque)):
        holder.append(referent)
    elif isinstance(holder, dict):
        holder[rng.randrange(9)] = referent
    elif isinstance(holder, Slotted):
        setattr(holder, "s%d" % rng.randrange(3), referent)
    elif isinstance(
        holder,
        (Plain, types.SimpleNamespace, types.FunctionType, type, ValueError),
    ):
        setattr(holder, "a%d" % rng.randrange(6), referent)
    elif kind is types.CellType:
        holder.cell_contents = referent
    elif isinstance(holder, functools.partial):
        holder.__dict__["w"] = referent
    elif (
        kind is types.GeneratorType
        and holder.gi_code is remembering.__code__
        and holder.gi_frame is not None
    ):
        try:
            holder.send(referent)
        except StopIteration:
            pass


def build(rng):
    """The objects that stay referenced from outside, and an iterator that keeps one as only C code can."""
    objects = []
    for _ in range(rng.randrange(2, 40)):
        a = rng.choice(objects) if objects else None
        b = rng.choice(objects) if objects else None
        objects.append(rng.choice(KINDS)(rng, a, b))
    for _ in range(rng.randrange(len(objects) * 3)):
        connect(rng, rng.choice(objects), rng.choice(objects))
    kept = [one for one in objects if rng.random() < 0.12]
    if rng.random() < 0.3:
        kept = []
    return kept, iter([rng.choice(objects)]) if rng.random() < 0.3 else None


def speak():
    """From now on each collection says on stderr what it finds, in its order."""
    gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_STATS)


def be_quiet():
    gc.set_debug(0)


def collect_one(seed):
    """One graph of mixed generations, collected."""
    rng = random.Random(seed)
    generation = rng.choice((2, 2, 0, 1))
    if seed % 50 == 0:
        KEPT.clear()
        gc.collect()
        gc.collect()
    gc.disable()
    first = build(rng)
    second = None
    if generation == 1 or (generation == 2 and rng.random() < 0.3):
        gc.collect(0)
        second = build(rng)
    gc.collect(generation)
    del first, second


def collect_by_itself(first_seed, graphs):
    """Graphs made while automatic collections run."""
    gc.set_threshold(100, 5, 5)
    kept = []
    for seed in range(first_seed, first_seed + graphs):
        roots = build(random.Random(seed))
        if seed % 4 == 0:
            kept.append(roots)
        del roots
        kept[:] = kept[-10:]
        KEPT[:] = KEPT[-3:]


def roots_of(seed):
    """A graph of which the script is going to drop a root."""
    KEPT.clear()
    gc.collect()
    gc.disable()
    roots, iterator = build(random.Random(seed))
    del iterator
    return roots or [Plain()]


BEFORE = [frozenset()]


def look_before():
    """Remembers what is tracked; what is tracked from now on comes behind the mark that is returned."""
    BEFORE[0] = frozenset(map(id, gc.get_objects()))
    return []


def look_after(mark):
    """Prints which of it is gone, by address: what was tracked after the mark is something else at an old address."""
    everything = gc.get_objects()
    now = set(map(id, everything))
    everything.clear()
    # Read last: what was made meanwhile, perhaps at an old address, is newer too.
    young = gc.get_objects(0)
    ids = list(map(id, young))
    young.clear()
    now.difference_update(ids[ids.index(id(mark)) :])
    # What a finalizer keeps is tracked anew, and is still the same.
    now.update(map(id, KEPT))
    print(json.dumps(sorted(BEFORE[0] - now)), flush=True)
    BEFORE[0] = frozenset()


class Numbered:
    """Known by its number for ever, whatever its address."""

    __slots__ = ("number", "one", "other")

    def __init__(self):
        COUNT[0] += 1
        self.number = COUNT[0]
        self.one = self.other = None


class NumberedList(list):
    def __init__(self):
        COUNT[0] += 1
        self.number = COUNT[0]


class Breeding(Numbered):
    """Its finalizer takes addresses that have just become free."""

    __slots__ = ()

    def __del__(self):
        Numbered()
        spare = Numbered()
        spare.one = spare


COUNT = [0]
POOL = []


def churn(rng):
    """Makes, connects and drops numbered objects, and prints number and address of those still in the pool."""
    for _ in range(rng.randrange(1, 30)):
        if rng.random() < 0.5 or not POOL:
            made = rng.choice((Numbered, NumberedList, Breeding))()
            POOL.append(made)
            link(rng, made, rng.choice(POOL))
        else:
            POOL.pop(rng.randrange(len(POOL)))
    if rng.random() < 0.1:
        gc.collect(rng.randrange(3))
    return json.dumps([(one.number, id(one)) for one in POOL])


def link(rng, one, other):
    for holder, referent in ((one, other), (other, one)):
        if rng.random() < 0.5:
            continue
        if isinstance(holder, list):
            holder.append(referent)
        else:
            holder.one = referent
