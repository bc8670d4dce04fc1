"""The rows of one heap message: the script's tracked objects in the collector's order, the born ones last, then the untracked objects they lead to."""

from __future__ import annotations

import gc
import sys
from _operator import not_
from itertools import chain, compress

from heap_agent.heap_capture import CAPTURE_REFERENCES, Capture, HeapFilter
from heap_agent.own_objects import hidden_ids
from heap_agent.python_versions import IMMORTAL_FROM
from heap_agent.raw_memory import object_at
from heap_agent.safe_repr import ATOM_TYPE_IDS, CodeType, FrameType, ModuleType
from heap_agent.type_facts import is_class
from heap_agent.wire import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from heap_agent.born_objects import BornObjects
    from heap_agent.running_frames import RunningThread

# The list that holds an untracked object, and the argument of getrefcount.
_UNTRACKED_REFERENCES = CAPTURE_REFERENCES - 1


class MarkLost(Exception):
    """A collection that another thread had scheduled has moved the mark out of the young generation."""


class HeapRows:
    """Parallel lists; `objects` and `referents` keep everything alive until `release`. `edges`: the referents of all rows, from `flatten` on.

    `kinds`: type address -> type, of all rows. What is said about every row is said in C calls over whole columns: a heap may have very many.
    """

    __slots__ = (
        "addresses", "types", "refcounts", "counts", "edges", "objects", "referents",
        "tracked_total", "tracked_rows", "born_from", "oldest_end", "middle_end", "address_set", "kinds",
    )  # fmt: skip

    def __init__(self, mark: list[Any], wanted: HeapFilter) -> None:
        capture = Capture(wanted, mark)
        if not capture.has_mark:
            capture.release()
            raise MarkLost
        self.tracked_total = capture.total
        self.oldest_end = len(capture.old)
        self.middle_end = len(capture.old) + len(capture.middle)
        self.addresses = capture.old + capture.middle + capture.young
        self.objects = list(capture.objects)
        self.types = capture.types
        self.referents = list(capture.referents)
        self.counts = capture.counts
        self.edges: list[Any] = []
        self.refcounts = _true_counts(capture.refcounts)
        capture.release()
        self.tracked_rows = self.born_from = len(self.addresses)
        self.address_set = set(self.addresses)
        self.kinds = {address: object_at(address) for address in set(self.types)}

    def rows_of_kinds(self, kinds: set[int]) -> list[int]:
        """The rows whose type is among the addresses."""
        if kinds.isdisjoint(self.kinds):
            return []
        return list(compress(range(len(self.types)), map(kinds.__contains__, self.types)))

    def flatten(self) -> None:
        """The rows are complete."""
        self.edges = list(chain.from_iterable(self.referents))

    def leave_out_running(self, thread: RunningThread) -> None:
        """Takes what a running generator's frame holds off its edges: names and holding frames tell it, as up to 3.10 nothing else does."""
        found: dict[int, list[Any]] = {}
        for frame in thread.frames:
            if frame.generator not in self.address_set:
                continue
            row = self.addresses.index(frame.generator)
            left = list(frame.listed)
            kept: list[Any] = []
            for referent in self.referents[row]:
                if id(referent) in left:
                    left.remove(id(referent))
                else:
                    kept.append(referent)
            found[row] = kept
        if found:
            self.replace_referents(found)

    def replace_referents(self, of_rows: dict[int, list[Any]]) -> None:
        for row, referents in of_rows.items():
            self.referents[row] = referents
            self.counts[row] = len(referents)

    def put_born_last(self, known: dict[int, int]) -> None:
        """Moves the rows whose address is not known behind the others; usually they are there already."""
        is_new = list(map(not_, map(known.__contains__, self.addresses)))
        self.born_from = len(is_new) - sum(is_new)
        if not any(is_new[: self.born_from]):
            return
        every = range(len(is_new))
        order = [*compress(every, map(not_, is_new)), *compress(every, is_new)]
        self.oldest_end -= sum(is_new[: self.oldest_end])
        self.middle_end -= sum(is_new[: self.middle_end])
        for name in ("addresses", "objects", "types", "refcounts", "referents", "counts"):
            column = getattr(self, name)
            column[:] = map(column.__getitem__, order)

    def append_untracked(self, born: BornObjects, named: Sequence[Any]) -> None:
        """Adds the untracked objects that rows or names refer to, and those that they refer to in turn."""
        references: dict[int, int] = {}
        found: list[Any] = []
        # What holds them here: a pair of name and value, and the list of the named; or a list of referents.
        self._meet((named,), True, 2, born, references, found)
        self._meet(self.referents, False, 1, born, references, found)
        start = 0
        while start < len(found):
            lists = list(map(gc.get_referents, found[start:]))
            start = len(found)
            self.referents += lists
            self._meet(lists, False, 1, born, references, found)
        addresses = list(map(id, found))
        self.address_set.update(addresses)
        self.addresses += addresses
        self.types += map(id, map(type, found))
        self.counts += map(len, self.referents[self.tracked_rows :])
        self.refcounts += [
            _true_count(count, _UNTRACKED_REFERENCES + references[address])
            for address, count in zip(addresses, map(sys.getrefcount, found))
        ]
        self.kinds.update(zip(map(id, map(type, found)), map(type, found)))
        self.objects += found

    def _meet(
        self,
        lists: Sequence[Sequence[Any]],
        are_named: bool,
        holders: int,
        born: BornObjects,
        references: dict[int, int],
        found: list[Any],
    ) -> None:
        """`references`: how often each object that is no row was met, times what holds it."""
        for thing in self._outer(lists):
            address = id(thing)
            if address in references:
                references[address] += holders
            else:
                references[address] = holders
                if _is_script_object(thing, are_named, born):
                    found.append(thing)

    def _outer(self, lists: Sequence[Sequence[Any]]) -> list[Any]:
        """The things in the lists that are neither rows nor atoms, usually few."""
        is_row = map(self.address_set.__contains__, map(id, chain.from_iterable(lists)))
        others = list(compress(chain.from_iterable(lists), map(not_, is_row)))
        is_atom = map(ATOM_TYPE_IDS.__contains__, map(id, map(type, others)))
        return list(compress(others, map(not_, is_atom)))

    def raise_to(self, references: dict[int, int]) -> None:
        """The counts of untracked rows were read after the heap; meanwhile another thread may have dropped a reference that was seen."""
        for row in range(self.tracked_rows, len(self.addresses)):
            seen = references.get(self.addresses[row], 0)
            if self.refcounts[row] < seen:
                self.refcounts[row] = seen

    def release(self) -> None:
        self.objects.clear()
        self.referents.clear()
        self.edges.clear()
        self.kinds.clear()


def _is_script_object(thing: Any, is_named: bool, born: BornObjects) -> bool:
    kind = type(thing)
    if kind is ModuleType or is_class(thing):
        return False
    if kind is CodeType:
        return is_named
    if kind is FrameType and not gc.is_tracked(thing):
        # The face of a frame that still runs or is suspended; what it holds is held by the generator itself.
        return False
    if gc.is_tracked(thing):
        # Constants of the script, and objects that are in the hands of a running collection.
        return id(thing) in born.constants or not (
            id(thing) in born.library or id(thing) in born.hidden
        )
    return id(thing) not in hidden_ids


def _true_count(count: int, own: int) -> int:
    return NONE if count >= IMMORTAL_FROM else max(0, count - own)


def _true_counts(counts: list[int]) -> list[int]:
    """Of tracked rows."""
    true_counts = list(map((-CAPTURE_REFERENCES).__add__, counts))
    if max(counts, default=0) < IMMORTAL_FROM and min(true_counts, default=0) >= 0:
        return true_counts
    return [_true_count(count, CAPTURE_REFERENCES) for count in counts]
