"""The items of built-in containers and of what derives from them, through the exact built-in iterators, and how long they are."""

from __future__ import annotations

import builtins
from _collections import deque  # pyright: ignore[reportMissingImports]

from heap_agent.safe_repr import key_text
from heap_agent.type_facts import read_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_BASES = (list, tuple, dict, set, frozenset, deque)
_SEQUENCES = frozenset(map(id, (list, tuple, deque)))
_SETS = frozenset(map(id, (set, frozenset)))
# 3.15 has a second kind of dictionary.
_FROZENDICT: Any = builtins.__dict__.get("frozendict")
_ITEMS: dict[int, Any] = {id(dict): dict.items}
_ITERATE: dict[int, Any] = {id(base): base.__iter__ for base in _BASES}
_LENGTH: dict[int, Any] = {id(base): base.__len__ for base in (*_BASES, bytearray)}
if _FROZENDICT is not None:
    _ITEMS[id(_FROZENDICT)] = _FROZENDICT.items
    _LENGTH[id(_FROZENDICT)] = _FROZENDICT.__len__


def container_base(kind: Any) -> int | None:
    """Id of the built-in container type that `kind` is or derives from."""
    for base in read_mro(kind):
        if id(base) in _LENGTH:
            return id(base)
    return None


def container_length(thing: Any) -> int | None:
    base = container_base(type(thing))
    if base is None:
        return None
    length: int = _LENGTH[base](thing)
    return length


def container_items(holder: Any, base: int | None) -> Iterator[tuple[str, int]]:
    """Label and address of each item, key and member."""
    if base is None:
        return
    if base in _ITEMS:
        for key, value in _ITEMS[base](holder):
            text = key_text(key)
            yield "[" + text + "]", id(value)
            yield "key " + text, id(key)
    elif base in _SEQUENCES:
        for position, item in enumerate(_ITERATE[base](holder)):
            yield "[%d]" % position, id(item)
    elif base in _SETS:
        for item in _ITERATE[base](holder):
            yield "{}", id(item)
