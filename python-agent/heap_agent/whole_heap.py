"""Packs the columns of very many objects: no number per object is kept, and each part is read in one C call.

Between the objects of a part stands a separator, a list that refers to one object of ours only. `gc.get_referents` of them all is then one flat
list in which the address of that object ends the edges of each:

    part           a        S     b     S     c     S
    referents      x  y     end   -     end   z     end
"""

from __future__ import annotations

import gc
import sys
from _collections import deque  # pyright: ignore[reportMissingImports]
from _struct import Struct
from itertools import starmap

from heap_agent.packed_rows import packed_ids
from heap_agent.wire import pack_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# As many as stay in the processor's cache.
_OBJECTS_IN_PART = 1024
_extend: Any = list.extend


class WholeHeap:
    """Columns of packed values, one piece per part. `edges` has `end` behind the edges of each object."""

    __slots__ = (
        "addresses", "types", "refcounts", "edges", "edge_total", "type_ids", "_known_types", "_end", "_edgeless",
    )  # fmt: skip

    def __init__(self, edgeless: int, known_types: set[int]) -> None:
        """`edgeless`: address of an object whose referents must not be asked for, or 0.

        `known_types`: hashes of parts whose types the caller knows; they are not in `type_ids`. Those of this heap are added.
        """
        self.addresses: list[bytes] = []
        self.types: list[bytes] = []
        self.refcounts: list[bytes] = []
        self.edges: list[bytes] = []
        self.edge_total = 0
        self.type_ids: set[int] = set()
        # The one object that a separator refers to; nothing else does.
        self._end: list[Any] = [[]]
        self._edgeless = edgeless
        self._known_types = known_types

    @property
    def end(self) -> int:
        return id(self._end[0])

    def read(self, objects: list[Any], in_one_part: bool) -> None:
        """`in_one_part`: other threads run, so that nothing of Python may run between the first object and the last."""
        size = len(objects) if in_one_part else _OBJECTS_IN_PART
        for start in range(0, len(objects), max(1, size)):
            self._read_part(objects[start : start + size])

    def _read_part(self, part: list[Any]) -> None:
        spread: list[Any] = [self._end] * (2 * len(part))
        spread[::2] = part
        if self._edgeless:
            self._leave_out_edges(part, spread)
        types: list[Any] = []
        refcounts: list[int] = []
        referents: list[list[Any]] = []
        # The counts first: the types are held from the moment they are read, once for each instance.
        sources: tuple[Any, ...] = (
            map(sys.getrefcount, part),
            map(type, part),
            starmap(gc.get_referents, (spread,)),
        )
        deque(map(_extend, (refcounts, types, referents), sources), 0)
        flat = referents.pop()
        self.addresses.append(packed_ids(part))
        self.types.append(packed_ids(types))
        if hash(self.types[-1]) not in self._known_types:
            self._known_types.add(hash(self.types[-1]))
            self.type_ids.update(map(id, types))
        self.refcounts.append(pack_numbers(refcounts))
        self.edges.append(packed_ids(flat))
        self.edge_total += len(flat)

    def _leave_out_edges(self, part: list[Any], spread: list[Any]) -> None:
        addresses = list(map(id, part))
        if self._edgeless in addresses:
            spread[2 * addresses.index(self._edgeless)] = None


def _calibrate() -> int:
    """How many references reading adds to an object's count: those of the list it is read from, of the part and so on."""
    probe: list[Any] = []
    objects = [probe]
    heap = WholeHeap(0, set())
    heap.read(objects, False)
    # The name `probe` is the only reference of the program.
    count: int = Struct("<I").unpack(heap.refcounts[0])[0]
    return count - 1


READING_REFERENCES = _calibrate()
