"""Reads the heap: from the first refcount to the last edge in one C call, hence without a thread switch, a collection or code of the script in between.

    lists      get_objects(2), (1), (0)      one list per generation, held from here on
    old        ids of lists[0] that are not the library's      middle, young: the same
    objects    the objects of old + middle + young
    types, refcounts, referents               one value per object
    counts                                    of referents

From `objects` on, each line is filled from the line above by iterators that were made before any line was filled.
"""

from __future__ import annotations

import gc
import sys
from _collections import deque  # pyright: ignore[reportMissingImports]
from itertools import chain, filterfalse, islice

from heap_agent.edgeless_objects import edgeless_object
from heap_agent.raw_memory import POINTER_BYTES, list_memory, object_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

_extend: Any = list.extend
# So many objects behind the known part of a generation are filtered each time before a longer part is remembered.
_LONGEST_REST = 1024


class GenerationFilter:
    """Finds the script's objects in a generation, most of which is the library's and does not change, as a comparison of the raw list memory tells.

    `known` is the memory up to the last library object, `ids` the script's objects in that part.
    """

    __slots__ = ("known", "ids")

    def __init__(self) -> None:
        self.known = b""
        self.ids: list[int] = []

    def script_ids(self, objects: list[Any], library: Container[int]) -> list[int]:
        memory = list_memory(objects)
        if memory is None:
            return list(filterfalse(library.__contains__, map(id, objects)))
        if not memory.startswith(self.known):
            self._learn(memory, objects, library)
        at = len(self.known) // POINTER_BYTES
        rest = list(filterfalse(library.__contains__, map(id, objects[at:])))
        if len(objects) - at > _LONGEST_REST + 2 * len(rest):
            self._learn(memory, objects, library)
            return self.script_ids(objects, library)
        return self.ids + rest

    def _learn(self, memory: bytes, objects: list[Any], library: Container[int]) -> None:
        ids = list(map(id, objects))
        end = len(ids)
        while end and ids[end - 1] not in library:
            end -= 1
        self.known = memory[: end * POINTER_BYTES]
        self.ids[:] = filterfalse(library.__contains__, islice(ids, end))


class HeapFilter:
    """Which objects of a capture are wanted: those not in `library`, and not `hidden` just now."""

    __slots__ = ("library", "hidden", "generations")

    def __init__(self, library: Container[int], hidden: Container[int]) -> None:
        self.library = library
        self.hidden = hidden
        self.generations = (GenerationFilter(), GenerationFilter(), GenerationFilter())

    def forget_known(self) -> None:
        """The library has changed: a known part may hold a new object at an old address."""
        for generation in self.generations:
            generation.known = b""
            generation.ids.clear()

    def script_ids(self, generation: int, objects: list[Any]) -> list[int]:
        ids = self.generations[generation].script_ids(objects, self.library)
        wanted = list(filterfalse(self.hidden.__contains__, ids))
        edgeless = edgeless_object()
        if edgeless and edgeless in wanted:
            wanted.remove(edgeless)
        return wanted


class Capture:
    """Columns of one capture. `objects`, `referents` and `lists` keep the objects alive until `release`."""

    __slots__ = (
        "lists",
        "old",
        "middle",
        "young",
        "objects",
        "types",
        "refcounts",
        "referents",
        "counts",
        "total",
        "has_mark",
    )

    def __init__(self, wanted: HeapFilter, mark: list[Any] | None = None) -> None:
        """`mark`: a young object; nothing from it on is wanted."""
        self.lists: list[list[Any]] = list(map(gc.get_objects, (2, 1, 0)))
        self.total = sum(map(len, self.lists))
        self.old, self.middle, self.young = (
            wanted.script_ids(at, self.lists[at]) for at in (0, 1, 2)
        )
        self.has_mark = id(mark) in self.young
        if self.has_mark:
            del self.young[self.young.index(id(mark)) :]
        self.objects: list[Any] = []
        self.types: list[int] = []
        self.refcounts: list[int] = []
        self.referents: list[list[Any]] = []
        self.counts: list[int] = []
        _run_in_one_call(self)

    def release(self) -> None:
        for generation in self.lists:
            generation.clear()
        self.lists.clear()
        self.objects.clear()
        self.referents.clear()


def _run_in_one_call(into: Capture) -> None:
    destinations: tuple[Any, ...] = (
        into.objects,
        into.types,
        into.refcounts,
        into.referents,
        into.counts,
    )
    sources: tuple[Any, ...] = (
        map(object_at, chain(into.old, into.middle, into.young)),
        map(id, map(type, into.objects)),
        map(sys.getrefcount, into.objects),
        map(gc.get_referents, into.objects),
        map(len, into.referents),
    )
    deque(map(_extend, destinations, sources), 0)


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
    capture = Capture(
        HeapFilter(frozenset(address for address in all_ids() if address != id(probe)), ())
    )
    # The name `probe` is the only reference of the program.
    offset = _count_of(capture, id(probe)) - 1
    capture.release()
    return offset


def _count_of(capture: Capture, address: int) -> int:
    position = (capture.old + capture.middle + capture.young).index(address)
    return capture.refcounts[position]


CAPTURE_REFERENCES = _calibrate()
