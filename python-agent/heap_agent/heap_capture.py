"""Reads the heap in one C call: between the first object and the last edge no bytecode runs, hence no thread switch, no collection and no code of the script.

    lists      get_objects(2), (1), (0)      one list per generation
    old        ids of lists[0] that are not the library's      middle, young: the same
    objects    the objects of old + middle + young
    types, refcounts, referents               one value per object
    counts, edges                             of referents

Each line is filled from the line above by iterators that were made before any line was filled.
"""

from __future__ import annotations

import gc
import sys
from _collections import deque
from itertools import chain, filterfalse, islice

from heap_agent.raw_memory import object_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_extend: Any = list.extend


class Capture:
    """Columns of one capture. `objects` and `referents` keep the objects alive until `release`."""

    __slots__ = ("lists", "old", "middle", "young", "objects", "types", "refcounts", "referents", "counts", "edges", "total")

    def __init__(self, is_library: Callable[[int], bool]) -> None:
        self.lists: list[list[Any]] = []
        self.old: list[int] = []
        self.middle: list[int] = []
        self.young: list[int] = []
        self.objects: list[Any] = []
        self.types: list[int] = []
        self.refcounts: list[int] = []
        self.referents: list[list[Any]] = []
        self.counts: list[int] = []
        self.edges: list[int] = []
        self.total = 0
        _run_in_one_call(self, is_library)

    def release(self) -> None:
        for generation in self.lists:
            generation.clear()
        self.lists.clear()
        self.objects.clear()
        self.referents.clear()


def _run_in_one_call(into: Capture, is_library: Callable[[int], bool]) -> None:
    def ids_of_generation(position: int) -> Any:
        return filterfalse(is_library, map(id, chain.from_iterable(islice(into.lists, position, position + 1))))

    all_ids = chain(into.old, into.middle, into.young)
    destinations: tuple[Any, ...] = (
        into.lists, into.old, into.middle, into.young, into.objects,
        into.types, into.refcounts, into.referents, into.counts, into.edges,
    )  # fmt: skip
    sources: tuple[Any, ...] = (
        map(gc.get_objects, (2, 1, 0)),
        ids_of_generation(0),
        ids_of_generation(1),
        ids_of_generation(2),
        map(object_at, all_ids),
        map(id, map(type, into.objects)),
        map(sys.getrefcount, into.objects),
        map(gc.get_referents, into.objects),
        map(len, into.referents),
        map(id, chain.from_iterable(into.referents)),
    )
    deque(map(_extend, destinations, sources), 0)
    into.total = sum(map(len, into.lists))


def young_ids() -> list[int]:
    """Ids of the young generation, in the order in which the collector began to track them."""
    young: list[Any] = gc.get_objects(0)
    ids = list(map(id, young))
    young.clear()
    return ids


def all_ids() -> list[int]:
    ids: list[int] = []
    for generation in (2, 1, 0):
        objects: list[Any] = gc.get_objects(generation)
        ids.extend(map(id, objects))
        objects.clear()
    return ids


def _calibrate() -> int:
    """How many references a capture itself adds to an object's count."""
    probe: list[Any] = []
    capture = Capture(frozenset(address for address in all_ids() if address != id(probe)).__contains__)
    # The name `probe` is the only reference of the program.
    offset = _count_of(capture, id(probe)) - 1
    capture.release()
    return offset


def _count_of(capture: Capture, address: int) -> int:
    position = (capture.old + capture.middle + capture.young).index(address)
    return capture.refcounts[position]


CAPTURE_REFERENCES = _calibrate()
