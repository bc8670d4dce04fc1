"""One of each kind of object, for sizes and labels; runs inside the interpreter under test."""

from __future__ import annotations

import collections
import decimal
import functools
import types
import weakref


class Plain:
    def __init__(self):
        self.name = "plain"
        self.items = [1]


class Slotted:
    __slots__ = ("a", "b", "__weakref__")

    def __init__(self):
        self.a = [1]


class Both(Slotted):
    def __init__(self):
        super().__init__()
        self.c = [2]


class ListOfMine(list):
    def __init__(self):
        super().__init__([1, [2]])
        self.extra = [3]


class DictOfMine(dict):
    pass


class TextOfMine(str):
    pass


class SizedByItself:
    def __sizeof__(self):
        raise AssertionError("code of the script ran")


def generator_function(argument):
    captured = [argument]
    inner = lambda: captured  # noqa: E731
    yield inner


def closure(value):
    other = [value]

    def inner(default=other, *, keyword=value):
        return value, other

    return inner


def with_dictionary():
    plain = Plain()
    plain.__dict__["more"] = [4]
    return plain


def zoo():
    generator = generator_function([1])
    next(generator)
    try:
        raise KeyError("x")
    except KeyError as error:
        kept = error
    return [
        [1, 2, [3]],
        (1, "a", [2]),
        {"a": [1], 2: (3,), None: 4},
        {1, "b", (2, 3)},
        frozenset([4]),
        collections.deque([1, [2]]),
        collections.OrderedDict(a=1),
        collections.defaultdict(list, a=[1]),
        Plain(),
        with_dictionary(),
        Slotted(),
        Both(),
        ListOfMine(),
        DictOfMine(a=[1]),
        TextOfMine("t"),
        bytearray(b"abc"),
        decimal.Decimal("1.5"),
        object(),
        generator,
        closure([1]),
        closure([1]).__closure__,
        Plain().__init__,
        functools.partial(closure, [1]),
        property(closure),
        weakref.ref(Plain),
        types.SimpleNamespace(a=[1]),
        kept,
        kept.__traceback__,
        memoryview(b"x"),
        iter([1]),
        slice(1, 2),
        Plain,
        Slotted,
    ]
