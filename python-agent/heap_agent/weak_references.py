"""Who refers weakly to what: columns 28 and 29 of the heap message. The referent is read from memory, so that no reference to it is made.

`weakref.ref.__call__` would do for a reference, but nothing in Python gives the referent of a proxy without asking it.
"""

from __future__ import annotations

import _weakref

from heap_agent.raw_memory import POINTER_BYTES, find_words, words_at
from heap_agent.type_facts import read_basicsize, read_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.heap_rows import HeapRows

_WEAK_TYPES = frozenset(
    map(id, (_weakref.ReferenceType, _weakref.ProxyType, _weakref.CallableProxyType))
)


def weak_references(rows: HeapRows) -> list[tuple[int, int]]:
    """(weak reference or proxy, referent) of each row that refers weakly to another row."""
    if not _REFERENT_AT:
        return []
    weak = {address for address, kind in rows.kinds.items() if is_weak_type(kind)}
    found: list[tuple[int, int]] = []
    for row in rows.rows_of_kinds(weak):
        referent = referent_of(rows.addresses[row])
        if referent in rows.address_set:
            found.append((rows.addresses[row], referent))
    return found


def is_weak_type(kind: Any) -> bool:
    return any(id(base) in _WEAK_TYPES for base in read_mro(kind))


def referent_of(reference: int) -> int:
    """Address of what a weak reference leads to; that of None when it is dead."""
    return words_at(reference + _REFERENT_AT, 1)[0]


def _find_referent() -> int:
    """Offset of `wr_object` (Objects/weakrefobject.c), found in a reference and a proxy to an object of ours."""
    target: set[int] = set()
    reference, proxy = _weakref.ref(target), _weakref.proxy(target)
    places = [
        find_words(
            words_at(id(weak), read_basicsize(_weakref.ReferenceType) // POINTER_BYTES),
            (id(target),),
        )
        for weak in (reference, proxy)
    ]
    return places[0] * POINTER_BYTES if places[0] is not None and places[0] == places[1] else 0


_REFERENT_AT = _find_referent()
