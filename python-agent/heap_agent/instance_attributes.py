"""Names of the attributes that an instance keeps in itself (3.11+), read from memory, because asking for `__dict__` would make one.

type object      ... name, slots, qualname, KEYS ...     found by its neighbours
KEYS             refcount | log2 sizes, kind | ... | hash table | name, value pairs
instance         3.11: values pointer 4 words before it; 3.12: 3 words before it, lowest bit set; 3.13+: behind the instance
"""

from __future__ import annotations

import sys

from heap_agent.python_versions import HAS_INLINE_ATTRIBUTES, VERSION
from heap_agent.raw_memory import POINTER_BYTES, bytes_at, object_at, words_at, words_behind
from heap_agent.type_facts import read_basicsize, read_dictoffset, read_flags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_INLINE_VALUES = 1 << 2
_MANAGED_DICT = 1 << 4
_SPLIT_KEYS = 2
# How far before an instance its dictionary is kept (3.11+); 3.12 keeps either that here or, marked, the values.
DICTIONARY_BEFORE = 3 * POINTER_BYTES


class _Probe:
    """A class whose names have addresses that nothing else has."""


_Probe.__name__ = "probe name %d" % id(_Probe)
_Probe.__qualname__ = "probe qualname %d" % id(_Probe)


def inline_attributes(instance: Any) -> list[tuple[str, int]]:
    """Name and address of each attribute kept in the instance; empty when it has a dictionary or none can be read."""
    kind = type(instance)
    if _KEYS_OFFSET is None or not read_flags(kind) & _MANAGED_DICT:
        return []
    names = _shared_names(kind)
    return [
        (name, value)
        for name, value in zip(names, _inline_values(instance, len(names)))
        if value and type(name) is str
    ]


def has_managed_dictionary(kind: Any) -> bool:
    """Whether the dictionary of an instance is kept before it in memory (3.11+)."""
    return HAS_INLINE_ATTRIBUTES and bool(read_flags(kind) & _MANAGED_DICT)


def dictionary_of(instance: Any) -> int:
    """Address of the object's own attribute dictionary; 0 when there is none, or none yet."""
    kind = type(instance)
    if has_managed_dictionary(kind):
        if _KEYS_OFFSET is None:
            return 0
        word = words_at(id(instance) - DICTIONARY_BEFORE, 1)[0]
        return 0 if word & 1 else word
    offset = read_dictoffset(kind)
    return words_at(id(instance) + offset, 1)[0] if offset > 0 else 0


def _shared_names(cls: Any) -> list[Any]:
    keys = words_at(id(cls) + (_KEYS_OFFSET or 0), 1)[0]
    if not keys:
        return []
    head = bytes_at(keys, 4 * POINTER_BYTES)
    index_bytes, kind = head[POINTER_BYTES + 1], head[POINTER_BYTES + 2]
    if kind != _SPLIT_KEYS:
        return []
    used: int = int.from_bytes(head[3 * POINTER_BYTES :], sys.byteorder)
    entries = keys + 4 * POINTER_BYTES + (1 << index_bytes)
    return [object_at(address) if address else None for address in words_at(entries, 2 * used)[::2]]


def _inline_values(instance: Any, count: int) -> tuple[int, ...]:
    here = id(instance)
    if VERSION == (3, 11):
        return words_behind(here - 4 * POINTER_BYTES, count)
    if VERSION == (3, 12):
        return words_behind(here - DICTIONARY_BEFORE, count, is_marked=True)
    if not read_flags(type(instance)) & _INLINE_VALUES:
        return ()
    start = here + read_basicsize(type(instance))
    capacity, valid = bytes_at(start, 4)[::3]
    return words_at(start + POINTER_BYTES, min(capacity, count)) if valid else ()


def _find_keys_offset() -> int | None:
    words = words_at(id(_Probe), type.__sizeof__(_Probe) // POINTER_BYTES)
    name, qualname = id(_NAME), id(_Probe.__qualname__)
    for at in range(len(words) - 3):
        if words[at + 2] == qualname and words[at] == name:
            return (at + 3) * POINTER_BYTES
    return None


def _works() -> bool:
    """Reads probes whose attributes we know, among them one that was deleted and one added late."""
    first, second = object(), object()
    full, changed = _Probe(), _Probe()
    for probe in (full, changed):
        probe.alpha, probe.beta, probe.gamma = first, second, first  # pyright: ignore
    del changed.beta  # pyright: ignore
    changed.delta = second  # pyright: ignore
    return inline_attributes(full) == [
        ("alpha", id(first)),
        ("beta", id(second)),
        ("gamma", id(first)),
    ] and (
        inline_attributes(changed)
        == [("alpha", id(first)), ("gamma", id(first)), ("delta", id(second))]
    )


_NAME = _Probe.__name__
_KEYS_OFFSET: int | None = _find_keys_offset() if HAS_INLINE_ATTRIBUTES else None
if _KEYS_OFFSET is not None and not _works():
    _KEYS_OFFSET = None
