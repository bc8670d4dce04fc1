"""What the script's lists, dicts and tuples would have added to the collector's count, had the agent not filled CPython's free lists.

A new list comes from the free list when there is one, and then is not counted; a freed list goes back there while there is room. Between two
hooks of ours the free lists are as our own objects left them, so the script's new lists are never counted. This keeps count as
`Objects/listobject.c`, `dictobject.c` and `tupleobject.c` would: from the objects that were born and died since the last look.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from heap_agent.heap_rows import HeapRows

# `PyList_MAXFREELIST` and `PyDict_MAXFREELIST`; tuples have one list per length, here taken as one.
_ROOM = 80


class FreeList:
    __slots__ = ("_kind", "_alive", "_filled")

    def __init__(self, kind: type) -> None:
        self._kind = id(kind)
        self._alive = 0
        # Measured on 3.9 to 3.15: when a script starts, the lists of lists and dicts are empty.
        self._filled = 0

    def count_change(self, types: list[int], born_types: list[int]) -> int:
        """What births and deaths since the last look would have changed."""
        born, died = self._look(types, born_types)
        reused = min(self._filled, born)
        self._filled -= reused
        kept = min(_ROOM - self._filled, died)
        self._filled += kept
        return (born - reused) - (died - kept)

    def collected(self, types: list[int], born_types: list[int], full: bool) -> None:
        """A collection has set the count itself; a full one empties the free lists."""
        died = self._look(types, born_types)[1]
        self._filled = 0 if full else min(_ROOM, self._filled + died)

    def _look(self, types: list[int], born_types: list[int]) -> tuple[int, int]:
        born = born_types.count(self._kind)
        alive = types.count(self._kind)
        died = max(0, self._alive + born - alive)
        self._alive = alive
        return born, died


class FreeLists:
    __slots__ = ("_lists",)

    def __init__(self) -> None:
        self._lists = tuple(map(FreeList, (list, dict, tuple)))

    def count_change(self, rows: HeapRows) -> int:
        born = rows.types[rows.born_from : rows.tracked_rows]
        return sum(free.count_change(rows.types, born) for free in self._lists)

    def collected(self, rows: HeapRows, full: bool) -> None:
        born = rows.types[rows.born_from : rows.tracked_rows]
        for free in self._lists:
            free.collected(rows.types, born, full)
