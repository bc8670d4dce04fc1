"""Holders of references of every usual kind, each with some of the names its references must have; runs inside the interpreter under test."""

from __future__ import annotations

import array
import asyncio
import collections
import contextvars
import csv
import dataclasses
import decimal
import enum
import functools
import io
import itertools
import operator
import re
import string
import struct
import sys
import threading
import types
import typing
import weakref

NEWEST = sys.version_info[:2]


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b", "__weakref__")


class Child(Slotted):
    __slots__ = ("c",)


class WithDict(Slotted):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    kept = [1]


class Sequence:
    def __getitem__(self, index):
        raise IndexError

    def __len__(self):
        return 1


class Cached:
    @functools.cached_property
    def value(self):
        return [1]


class Color(enum.Enum):
    RED = (1, 2)


@dataclasses.dataclass
class Point:
    x: list
    y: list = dataclasses.field(default_factory=list)


Pair = collections.namedtuple("Pair", "first second")


class Point3(typing.NamedTuple):
    x: list


class Reference(weakref.ref):
    __slots__ = ("key",)


def started(iterator):
    next(iterator)
    return iterator


def function(a, b=[1], *, c=[2]):  # noqa: B006
    """Text."""
    return a, b, c


function.attribute = [3]


def make_closure(captured):
    def inner():
        return captured

    return inner


def generate(argument):
    held = [argument]
    inner = lambda: held  # noqa: E731
    yield inner


def delegate(argument):
    yield from generate(argument)


async def wait_for(argument):
    await Waits(argument)


class Waits:
    def __init__(self, thing):
        self.thing = thing

    def __await__(self):
        yield self.thing


async def generate_async(argument):
    held = [argument]
    yield held


def caught():
    try:
        raise KeyError([1])
    except KeyError as error:
        return error


def chained():
    try:
        try:
            raise KeyError([1])
        except KeyError as error:
            raise ValueError([2]) from error
    except ValueError as error:
        error.__notes__ = ["note"]
        return error


def cached_function():
    @functools.lru_cache(4)
    def cached(key):
        return [key]

    cached(1)
    cached("two")
    return cached


def handling():
    try:
        raise KeyError
    except KeyError as error:
        yield error


class Zoo:
    """`holders`: (holder, names that must be there -> what they lead to)."""

    def __init__(self) -> None:
        self.holders: list = []
        self.kept: list = []
        self._containers()
        self._attributes()
        self._functions()
        self._classes()
        self._iterators()
        self._suspended()
        self._exceptions()
        self._weak()
        self._library()
        self._newer()

    def add(self, holder, **names) -> None:
        self.holders.append((holder, names))

    def named(self, holder, names) -> None:
        self.holders.append((holder, names))

    def _containers(self) -> None:
        one, two, key = [1], [2], (1, [2])
        text_key = "".join(("k", "ey"))
        self.named([one, two], {"[0]": one, "[1]": two})
        self.named((one, two), {"[0]": one, "[1]": two})
        self.named({text_key: one, 7: two}, {"['key']": one, "key 'key'": text_key, "[7]": two})
        self.named({(1, 2): one}, {"[(1, 2)]": one})
        self.named({Plain: one}, {"[Plain]": one, "key Plain": Plain})
        self.named({key[0:1]}, {"{}": None})
        self.named(frozenset(("a",)), {"{}": None})
        self.named(collections.deque([one]), {"[0]": one})
        self.named(collections.OrderedDict(a=one), {"['a']": one})
        self.named(collections.defaultdict(list, a=one), {"['a']": one, ".default_factory": list})
        self.named(collections.Counter("a"), {"['a']": None})
        chain = collections.ChainMap({}, {})
        self.named(
            chain, {".maps": chain.maps} if NEWEST >= (3, 11) else {".__dict__": chain.__dict__}
        )
        self.named(Plain.__dict__, {"mapping": None})
        self.named(Pair(one, two), {"[0]": one, "[1]": two})
        self.named(Point3(one), {"[0]": one})
        self.named(slice(one, two), {".start": one, ".stop": two})
        self.named(memoryview(bytearray(b"x")), {"buffer": None})

    def _attributes(self) -> None:
        one, two = [1], [2]
        plain = Plain()
        plain.name, plain.other = one, two
        dictionary = {".name": one, ".other": two, ".__class__": Plain}
        self.named(plain, dictionary if NEWEST >= (3, 11) else {".__dict__": plain.__dict__})
        shown = Plain()
        shown.name = one
        self.kept.append(shown.__dict__)
        self.named(
            shown, {".__dict__": shown.__dict__} if NEWEST != (3, 13) else {".__class__": Plain}
        )
        child = Child()
        child.a, child.c = one, two
        self.named(child, {".a": one, ".c": two, ".__class__": Child})
        both = WithDict()
        both.a, both.d = one, two
        self.named(both, {".a": one})
        point = Point(one)
        self.named(point, {".x": one} if NEWEST >= (3, 11) else {".__dict__": point.__dict__})
        self.named(types.SimpleNamespace(a=one), {".__dict__": None})
        color = Color.RED
        self.named(
            color, {"._value_": (1, 2)} if NEWEST >= (3, 11) else {".__dict__": color.__dict__}
        )
        cached = Cached()
        self.kept.append(cached.value)
        self.add(cached)
        self.named(sys, {".__dict__": sys.__dict__})
        self.add(itertools)

    def _functions(self) -> None:
        one = [1]
        self.named(
            function,
            {
                ".__code__": function.__code__,
                ".__globals__": function.__globals__,
                ".__defaults__": function.__defaults__,
                ".__kwdefaults__": function.__kwdefaults__,
                ".__dict__": function.__dict__,
                ".__doc__": function.__doc__,
                ".__module__": function.__module__,
            },
        )
        annotated = eval("lambda: 0")
        annotated.__annotations__ = {"x": int}
        self.named(annotated, {".__annotations__": annotated.__annotations__})
        closure = make_closure(one)
        self.named(closure, {".__closure__": closure.__closure__})
        self.named(closure.__closure__, {"[0]": closure.__closure__[0]})
        self.named(closure.__closure__[0], {".cell_contents": one})
        sequence = Sequence()
        bound = sequence.__getitem__
        self.named(bound, {".__self__": sequence, ".__func__": Sequence.__getitem__})
        self.named(one.append, {".__self__": one})
        self.named(dict.fromkeys, {".__self__": dict})
        self.named(one.__add__, {".__self__": one, "descriptor": list.__add__})
        self.named(
            functools.partial(function, one, c=2),
            {".func": function, ".args": None, ".keywords": None},
        )
        self.named(property(function, make_closure), {".fget": function, ".fset": make_closure})
        self.named(
            Made.__dict__.get("kept") and property(function, doc="".join("ab")), {".__doc__": "ab"}
        )
        for wrapper in (staticmethod(function), classmethod(function)):
            self.named(wrapper, {".__func__": function})
        self.named(super(Sequence, sequence), {".__self__": sequence})
        cached = cached_function()
        self.named(
            cached,
            {
                "function": cached.__wrapped__,
                "cache": None,
                ".__dict__": cached.__dict__,
                "cached [1]": cached(1),
                "cached key 'two'": None,
            },
        )
        self.add(functools.singledispatch(function))
        wrapped = functools.cmp_to_key(function)(one)
        self.named(wrapped, {"function": function, ".obj": one} if NEWEST >= (3, 10) else {})
        self.named(operator.attrgetter("a.b"), {"attributes": None})
        self.named(operator.itemgetter("a", "b"), {"items": None})
        self.add(operator.methodcaller("a", 1, b=2))

    def _classes(self) -> None:
        for cls in (Plain, Child, Meta, Made, Color, Point, Pair):
            self.named(
                cls,
                {".__mro__": cls.__mro__, ".__bases__": cls.__bases__, ".__base__": cls.__base__},
            )
        self.named(Made, {".__class__": Meta})
        self.named(Slotted.__dict__["a"], {".__objclass__": Slotted})
        self.named(types.FunctionType.__dict__["__code__"], {".__objclass__": types.FunctionType})
        self.named(list.__dict__["append"], {".__objclass__": list})
        self.named(list.__dict__["__add__"], {".__objclass__": list})
        self.named(dict.__dict__["fromkeys"], {".__objclass__": dict})
        alias = types.GenericAlias(list, (int,))
        self.named(alias, {".__origin__": list, ".__args__": alias.__args__})
        self.named(
            typing.TypeVar("T", bound=Plain), {".__bound__": Plain} if NEWEST >= (3, 12) else {}
        )
        self.add(typing.Union[int, str])
        if NEWEST >= (3, 10):
            self.named(eval("int | str"), {".__args__": None})
            self.add(typing.ParamSpec("P"))
        if NEWEST >= (3, 11):
            self.named(iter(alias), {"alias": alias})
            self.add(typing.TypeVarTuple("Ts"))

    def _iterators(self) -> None:
        one, two = [1], [2]
        items = [one, two]
        iterator = iter(items)
        self.named(iter(items), {"sequence": items})
        self.named(reversed(items), {"sequence": items})
        self.named(iter((one,)), {"sequence": (one,)})
        table = {"a": one}
        for view in (table.keys(), table.values(), table.items()):
            self.named(view, {"dictionary": table})
            self.named(iter(view), {"dictionary": table})
            self.named(reversed(view), {"dictionary": table})
        ordered = collections.OrderedDict(a=one)
        self.named(iter(ordered), {"dictionary": ordered})
        self.named(iter(ordered.items()), {"dictionary": ordered})
        members = {1}
        self.named(iter(members), {"set": members})
        for text in ("abc", "äbc", b"abc", bytearray(b"abc")):
            self.named(iter(text), {"sequence": text})
        sequence = Sequence()
        self.named(iter(sequence), {"sequence": sequence})
        self.named(reversed(sequence), {"sequence": sequence})
        self.named(iter(function, two), {"function": function, "sentinel": two})
        queue = collections.deque(items)
        self.named(iter(queue), {"sequence": queue})
        self.named(reversed(queue), {"sequence": queue})
        self.named(enumerate(iterator), {"iterator": iterator})
        self.named(zip(iterator), {"iterators": None})
        self.named(map(function, iterator), {"function": function, "iterators": None})
        self.named(filter(function, iterator), {"function": function, "iterator": iterator})
        self.named(
            itertools.accumulate(iterator, function, initial=two),
            {"iterator": iterator, "function": function, "initial": two},
        )
        self.named(started(itertools.chain(items, items)), {"iterator": None, "iterables": None})
        for many in (
            itertools.combinations(items, 1), itertools.combinations_with_replacement(items, 1),
            itertools.permutations(items, 1),
        ):  # fmt: skip
            self.named(started(many), {"pool": None, "result": None})
        self.named(started(itertools.product(items, items)), {"pools": None, "result": None})
        self.named(itertools.compress(items, iterator), {"data": None, "selectors": iterator})
        self.named(itertools.count(10**30, two[0]), {"counter": 10**30})
        self.named(started(itertools.cycle(items)), {"saved": None, "iterator": None})
        for kind in (
            itertools.dropwhile,
            itertools.takewhile,
            itertools.filterfalse,
            itertools.starmap,
        ):
            self.named(kind(function, iterator), {"function": function, "iterator": iterator})
        groups = itertools.groupby(items, function)
        self.named(groups, {"key function": function})
        self.named(next(groups)[1], {"groupby": groups})
        self.named(itertools.islice(iterator, 1), {"iterator": iterator})
        self.named(itertools.repeat(one), {"element": one})
        branch = started(itertools.tee(items)[0])
        self.named(branch, {"data": None})
        self.named(
            itertools.zip_longest(iterator, fillvalue=two), {"fillvalue": two, "iterators": None}
        )
        numbers = array.array("d", [1])
        self.named(iter(numbers), {"sequence": numbers})
        self.add(numbers)
        if NEWEST >= (3, 10):
            self.named(started(itertools.pairwise(items)), {"old": two})
            self.named(eval("anext")(WaitsOnce(), two), {"default": two})
        if NEWEST >= (3, 12):
            self.named(itertools.batched(iterator, 1), {"iterator": iterator})

    def _suspended(self) -> None:
        argument = [1]
        generator = started(generate(argument))
        frame = generator if NEWEST >= (3, 11) else generator.gi_frame
        self.named(frame, {"local argument": argument, "local held": None, "local inner": None})
        self.named(generator, {".__name__": None, ".gi_code": generate.__code__})
        delegating = started(delegate(argument))
        if NEWEST >= (3, 11):
            self.named(
                delegating,
                {
                    "local argument": argument,
                    ".gi_yieldfrom": delegating.gi_yieldfrom,
                    "function": delegate,
                },
            )
        else:
            self.add(delegating)
            self.add(delegating.gi_frame)
        coroutine = wait_for(argument)
        coroutine.send(None)
        self.named(
            coroutine,
            {".cr_await": coroutine.cr_await}
            if NEWEST >= (3, 11)
            else {".cr_code": wait_for.__code__},
        )
        self.named(coroutine.__await__(), {"coroutine": coroutine})
        asynchronous = generate_async(argument)
        asking = asynchronous.asend(None)
        try:
            asking.send(None)
        except StopIteration:
            pass
        if NEWEST >= (3, 11):
            self.named(asynchronous, {"local argument": argument, "local held": None})
        unstarted = generate_async(argument)
        sending = unstarted.__anext__()
        self.named(sending, {"generator": unstarted})
        sending.close()
        self.add(started(handling()))
        self.named((value for value in argument), {})
        running = sys._getframe()
        self.named(running, {"local running": None} if NEWEST < (3, 11) else {})
        self.kept.append((coroutine, asynchronous))

    def _exceptions(self) -> None:
        error = caught()
        self.named(error, {".args": error.args, ".__traceback__": error.__traceback__})
        self.named(error.__traceback__, {".tb_frame": error.__traceback__.tb_frame})
        after = chained()
        self.named(
            after,
            {
                ".__cause__": after.__cause__,
                ".__context__": after.__context__,
                ".__dict__": after.__dict__,
            },
        )
        self.named(OSError(1, "a", "b"), {".errno": None, ".strerror": None, ".filename": None})
        stopped = StopIteration([1])
        self.named(stopped, {".value": stopped.value})
        try:
            b"\xff".decode()
        except UnicodeDecodeError as undecodable:
            self.named(
                undecodable, {".object": undecodable.object, ".encoding": None, ".reason": None}
            )
        self.named(ImportError("a", name="n", path="p"), {".name": "n", ".path": "p"})
        if NEWEST >= (3, 11):
            group = eval("ExceptionGroup")("g", [error])
            self.named(group, {".exceptions": group.exceptions})

    def _weak(self) -> None:
        target, callback = Plain(), make_closure(1)
        self.kept.append(target)
        self.named(weakref.ref(target, callback), {".__callback__": callback})
        self.named(weakref.proxy(target, callback), {".__callback__": callback})
        self.named(weakref.proxy(function, callback), {".__callback__": callback})
        reference = Reference(target)
        reference.key = [1]
        self.named(reference, {".key": reference.key})
        for kind in (weakref.WeakKeyDictionary, weakref.WeakValueDictionary, weakref.WeakSet):
            self.add(kind())
        self.add(weakref.WeakMethod(Sequence().__len__))
        self.add(weakref.finalize(target, make_closure, 1))

    def _library(self) -> None:
        one = [1]
        pattern = re.compile("a(?P<b>b)")
        self.named(pattern, {".pattern": None} if NEWEST >= (3, 10) else {})
        self.named(pattern.match("ab"), {".re": pattern} if NEWEST >= (3, 10) else {})
        self.add(struct.Struct("<I"))
        variable = contextvars.ContextVar("variable", default=one)
        token = variable.set(one)
        self.named(variable, {"default": one, ".name": None})
        self.named(token, {".var": variable})
        context = contextvars.copy_context()
        self.named(context, {"variables": None})
        self._inner(context, 3)
        local = threading.local()
        local.value = one
        self.kept.append(local)
        self.add(local)
        self.add(threading.Lock())
        self.add(threading.RLock())
        thread = threading.Thread(target=function, args=(one,))
        self.named(
            thread, {"._target": function} if NEWEST >= (3, 11) else {".__dict__": thread.__dict__}
        )
        reader = csv.reader(["a,b"])
        self.named(reader, {".dialect": reader.dialect})
        self.add(csv.writer(io.StringIO()))
        self.add(decimal.Decimal("1.5"))
        self.add(io.BytesIO(b"a"))
        self.add(io.BufferedReader(io.BytesIO()))
        wrapper = io.TextIOWrapper(io.BytesIO())
        self.named(wrapper, {".buffer": wrapper.buffer})
        self.add(Plain.__init__)

    def _inner(self, holder, depth) -> None:
        """What a holder is made of inside."""
        import gc

        for referent in gc.get_referents(holder):
            if type(referent).__name__.startswith("hamt") and depth:
                self.add(referent)
                self._inner(referent, depth - 1)

    async def tasks(self, check) -> None:
        """Futures and tasks are only looked at while their loop runs."""

        async def wait(future):
            await future

        loop = asyncio.get_running_loop()
        future = loop.create_future()
        future.add_done_callback(function)
        future.add_done_callback(function)
        task = asyncio.ensure_future(wait(future))
        await asyncio.sleep(0)
        check(future, {"._loop": loop, "callback": function, "._callbacks": None})
        own = {"._coro": task.get_coro(), "._fut_waiter": future, "name": None, "context": None}
        check(task, {"._loop": loop, **own})
        check(iter(future), {"future": future})
        future.remove_done_callback(function)
        task.cancel()

    def _newer(self) -> None:
        if NEWEST >= (3, 14):
            template = eval("t'a{[1]}b'")
            self.named(
                template, {".strings": template.strings, ".interpolations": template.interpolations}
            )
            self.named(template.interpolations[0], {".value": template.interpolations[0].value})
            self.named(iter(template), {"strings": None, "interpolations": None})
        if NEWEST >= (3, 15):
            frozen = eval("frozendict(a=[1])")
            self.named(frozen, {"['a']": frozen["a"]})
            self.named(iter(frozen.items()), {"dictionary": frozen})
        if NEWEST >= (3, 12):
            namespace: dict = {}
            exec("def f[T: int, *Ts, **P](x: T): pass\ntype A[T] = list[T]\nA.__value__", namespace)
            made, alias = namespace["f"], namespace["A"]
            self.named(made, {".__type_params__": made.__type_params__})
            for parameter in made.__type_params__:
                self.add(parameter)
            self.named(
                alias, {".__value__": alias.__value__, ".__type_params__": alias.__type_params__}
            )
        self.add(string.Template("$a"))


class WaitsOnce:
    def __anext__(self):
        return self

    def __await__(self):
        yield
