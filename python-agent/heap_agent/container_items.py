"""The items of built-in containers and of what derives from them, through the exact built-in iterators, and how long they are.

A collection may start while C code still fills a tuple or a list it has just made: such a one has slots with NULL, which the built-in iterators
would hand out. `gc.get_referents` leaves them out, and only exact tuples and lists are made like that (PyTuple_New, PyList_New).
"""

from __future__ import annotations

import builtins
from _collections import deque  # pyright: ignore[reportMissingImports]
from gc import get_referents

from heap_agent.raw_memory import LIST_ITEMS_AT, list_slots, words_at
from heap_agent.safe_repr import key_text
from heap_agent.type_facts import read_basicsize, read_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

_BASES = (list, tuple, dict, set, frozenset, deque)
_SEQUENCES = frozenset(map(id, (list, tuple, deque)))
_PLAIN_SEQUENCES = frozenset(map(id, (list, tuple)))
_SETS = frozenset(map(id, (set, frozenset)))
# 3.15 has a second kind of dictionary.
_FROZENDICT: Any = getattr(builtins, "frozendict", None)
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


def position_labels(holder: Any, referents: Sequence[Any]) -> list[str] | None:
    """The labels of a plain list's or tuple's referents, which are its items from the last to the first; None for anything else.

    The referents may have been read before other threads changed the list.
    """
    kind = id(type(holder))
    if kind not in _PLAIN_SEQUENCES:
        return None
    count = len(referents)
    if _LENGTH[kind](holder) == count or len(get_referents(holder)) == _LENGTH[kind](holder):
        return _labels(range(count))
    filled = [at for at, address in enumerate(_slots(holder, kind)) if address]
    return _labels(filled if len(filled) == count else range(count))


def _labels(positions: Sequence[int]) -> list[str]:
    return ["[%d]" % position for position in reversed(positions)]


def _slots(holder: Any, kind: int) -> tuple[int, ...]:
    if not LIST_ITEMS_AT:
        return ()
    if kind == id(tuple):
        return words_at(id(holder) + read_basicsize(tuple), _LENGTH[kind](holder))
    return list_slots(holder)


def container_items(holder: Any, base: int | None) -> Iterator[tuple[str, int]]:
    """Label and address of each item, key and member; not for plain lists and tuples, see `position_labels`."""
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
