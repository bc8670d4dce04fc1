"""Tells the app of every object that a collection looks at, whosever it is, and afterwards which of them are gone."""

from __future__ import annotations

import gc
from _operator import add
from _thread import _count as other_threads
from itertools import filterfalse

from heap_agent.borrowed_slots import borrowed_addresses
from heap_agent.edgeless_objects import edgeless_object
from heap_agent.object_kinds import GENERATOR_PREFIXES
from heap_agent.packed_rows import packed_ids
from heap_agent.python_versions import IMMORTAL_FROM
from heap_agent.raw_memory import object_at
from heap_agent.type_facts import module_of, qualname_of
from heap_agent.whole_heap import READING_REFERENCES, WholeHeap
from heap_agent.wire import (
    CANDIDATES,
    NONE,
    frame,
    packed_u32_column,
    packed_u64_column,
    text_column,
    u8_column,
    u32_column,
    u64_column,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.born_objects import BornObjects
    from heap_agent.heap_message import HeapMessages

_NEWEST = 64
_MOST_KNOWN_PARTS = 4096
_GENERATORS = tuple(address.to_bytes(8, "little") for address in GENERATOR_PREFIXES)
# Python/gc.c, gc_collect_main: the younger generations are merged into the one collected, from the youngest on.
_COLLECTORS_ORDER = ((0,), (1, 0), (2, 0, 1))


class Candidates:
    """One collection after the other: `message` before it, `gone` and `garbage` after it."""

    __slots__ = ("_born", "_heaps", "_addresses", "_packed", "_garbage_before")

    def __init__(self, born: BornObjects, heaps: HeapMessages) -> None:
        self._born = born
        self._heaps = heaps
        self._addresses: list[int] = []
        self._packed = b""
        self._garbage_before = 0

    def message(self, generation: int, mark: list[Any]) -> bytes:
        """The `candidates` frame; `mark` is an object of ours that is tracked just now."""
        order = _COLLECTORS_ORDER[generation]
        lists: list[list[Any]] = list(map(gc.get_objects, order))
        self._leave_out(lists[order.index(0)], {id(mark), id(lists), *map(id, lists)})
        objects: list[Any] = lists[0]
        for younger in lists[1:]:
            objects += younger
            younger.clear()
        lists.clear()
        try:
            self._addresses = list(map(id, objects))
            self._garbage_before = len(gc.garbage)
            known_types = self._heaps.announced_parts
            if len(known_types) > _MOST_KNOWN_PARTS:
                known_types.clear()
            heap = WholeHeap(edgeless_object(), known_types)
            heap.read(objects, other_threads() > 0)
            return self._frame(heap, objects)
        finally:
            objects.clear()

    def outcome(self, generation: int) -> list[bytes]:
        """The columns of `collection-stop` that say what became of the candidates."""
        survivors: list[Any] = gc.get_objects(min(generation + 1, 2))
        try:
            # Usually nothing is gone, and what is left is in its old order.
            are_all_there = self._packed in packed_ids(survivors)
            alive = set() if are_all_there else set(map(id, survivors))
        finally:
            survivors.clear()
        gone = [] if are_all_there else list(filterfalse(alive.__contains__, self._addresses))
        self._addresses = []
        self._packed = b""
        garbage = list(map(id, gc.garbage[self._garbage_before :]))
        return [u64_column(gone), u64_column(garbage)]

    def _leave_out(self, youngest: list[Any], own: set[int]) -> None:
        """The newest objects are ours, if any, so they are looked for at the end."""
        end = youngest[-_NEWEST:]
        youngest[-_NEWEST:] = [thing for thing in end if id(thing) not in own]

    def _frame(self, heap: WholeHeap, objects: list[Any]) -> bytes:
        addresses = self._addresses
        count = len(addresses)
        self._packed = b"".join(heap.addresses)
        born = self._born
        # 0 the script's, 1 a library's, 2 the interpreter's, whose addresses are among the library's, too.
        owners = bytes(
            map(
                add,
                map(born.library.__contains__, addresses),
                map(born.interpreter.__contains__, addresses),
            )
        )
        announced = self._heaps.announced
        new_types = sorted(heap.type_ids - announced)
        announced.update(new_types)
        types = [object_at(address) for address in new_types]
        return frame(
            CANDIDATES,
            [
                packed_u64_column(count, self._packed),
                packed_u64_column(count, b"".join(heap.types)),
                packed_u32_column(count, b"".join(heap.refcounts)),
                u64_column([heap.end]),
                packed_u64_column(heap.edge_total, b"".join(heap.edges)),
                u64_column(_borrowed(heap, objects)),
                u8_column(owners),
                u64_column(new_types),
                text_column(list(map(module_of, types))),
                text_column(list(map(qualname_of, types))),
                u32_column([READING_REFERENCES, min(IMMORTAL_FROM, NONE)]),
            ],
        )


def _borrowed(heap: WholeHeap, objects: list[Any]) -> list[int]:
    # Looked for in the packed types: usually there are few generators, and many objects.
    if not any(kind in types for types in heap.types for kind in _GENERATORS):
        return []
    return borrowed_addresses(objects, map(id, map(type, objects)))
