"""Tells the app of every object that a collection looks at, whosever it is, and afterwards which of them are gone."""

from __future__ import annotations

import gc
from _operator import add
from _thread import _count as other_threads
from itertools import filterfalse

from heap_agent.borrowed_slots import borrowed_addresses
from heap_agent.edge_labels import GENERATOR_PREFIXES
from heap_agent.edgeless_objects import edgeless_object
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

# Python/gc.c, gc_collect_main: the younger generations are merged into the one collected, from the youngest on.
_COLLECTORS_ORDER = ((0,), (1, 0), (2, 0, 1))


class Candidates:
    """One collection after the other: `message` before it, `gone` and `garbage` after it."""

    __slots__ = ("_born", "_announced", "_addresses", "_garbage_before")

    def __init__(self, born: BornObjects, announced: set[int]) -> None:
        self._born = born
        self._announced = announced
        self._addresses: list[int] = []
        self._garbage_before = 0

    def message(self, generation: int, mark: list[Any]) -> bytes:
        """The `candidates` frame; `mark` is an object of ours that is tracked just now."""
        lists: list[list[Any]] = list(map(gc.get_objects, _COLLECTORS_ORDER[generation]))
        own = {id(mark), id(lists), *map(id, lists)}
        objects: list[Any] = lists[0]
        for younger in lists[1:]:
            objects += younger
            younger.clear()
        lists.clear()
        try:
            self._leave_out(objects, own)
            self._addresses = list(map(id, objects))
            self._garbage_before = len(gc.garbage)
            heap = WholeHeap(edgeless_object())
            heap.read(objects, other_threads() > 0)
            return self._frame(heap, objects)
        finally:
            objects.clear()

    def outcome(self, generation: int) -> list[bytes]:
        """The columns of `collection-stop` that say what became of the candidates."""
        survivors: list[Any] = gc.get_objects(min(generation + 1, 2))
        try:
            alive = set(map(id, survivors))
        finally:
            survivors.clear()
        gone = list(filterfalse(alive.__contains__, self._addresses))
        self._addresses = []
        garbage = list(map(id, gc.garbage[self._garbage_before :]))
        return [u64_column(gone), u64_column(garbage)]

    def _leave_out(self, objects: list[Any], own: set[int]) -> None:
        # The newest objects are ours, if any: they are at the end of the youngest generation, near the end of the list at most.
        at = len(objects)
        while at and own:
            at -= 1
            if id(objects[at]) in own:
                own.discard(id(objects[at]))
                del objects[at]

    def _frame(self, heap: WholeHeap, objects: list[Any]) -> bytes:
        addresses = self._addresses
        count = len(addresses)
        born = self._born
        # 0 the script's, 1 a library's, 2 the interpreter's, whose addresses are among the library's, too.
        owners = bytes(
            map(
                add,
                map(born.library.__contains__, addresses),
                map(born.interpreter.__contains__, addresses),
            )
        )
        new_types = sorted(heap.type_ids - self._announced)
        self._announced.update(new_types)
        types = [object_at(address) for address in new_types]
        return frame(
            CANDIDATES,
            [
                packed_u64_column(count, b"".join(heap.addresses)),
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
    if heap.type_ids.isdisjoint(GENERATOR_PREFIXES):
        return []
    return borrowed_addresses(objects, map(id, map(type, objects)))
