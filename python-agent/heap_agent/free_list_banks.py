"""Keeps two sets of CPython's free lists, the script's and the agent's: new objects from a free list are not counted by the collector, so that what the agent frees and makes must not pass through the script's.

A free list is a stack of dead objects; which of two sets an object lies in harms nothing. A full collection clears the set in use, which is the script's.
"""

from __future__ import annotations

from _thread import _count as other_threads

from heap_agent.free_list_places import find_free_lists
from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import memory_view
from heap_agent.unchecked_start import starts_unchecked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Made once: a slice comes from a free list itself.
_ALL = slice(None)
_MOST_RUNS = 8
# Up to 3.9 another thread may come between any two instructions, and use a list that is half exchanged; then none are.
_MAY_BE_DISTURBED = VERSION <= (3, 9)
# A tuple longer than those in free lists.
_TOO_LONG = 21


class FreeListBanks:
    """`take` in a hook, `give_back` on the way out; both do nothing where the free lists were not found. No call, loop or slice in between: they would use the lists."""

    __slots__ = (
        "found", "are_taken", "_are_exchanged", "dicts_given", "_dicts", "_filling", "_split", "_a", "_b", "_c", "_d", "_e", "_f", "_g", "_h",
    )  # fmt: skip

    def __init__(self) -> None:
        places, dicts = find_free_lists()
        self.found = bool(places)
        self.are_taken = False
        self._are_exchanged = False
        runs = [_Run(*place) for place in places]
        # What was in the script's free list of dicts when it got it back.
        self.dicts_given = 0
        self._dicts = memoryview(bytearray(4)).cast("i")
        for run, (address, length) in zip(runs, places):
            if address <= dicts < address + length:
                self._dicts = run.script[dicts - address : dicts - address + 4].cast("i")
        self._filling: list[Any] = [None]
        self._split = len(runs) > 1
        runs += [_Run(0, 0) for _ in range(_MOST_RUNS - len(runs))]
        self._a, self._b, self._c, self._d, self._e, self._f, self._g, self._h = runs

    @property
    def dicts_left(self) -> int:
        """How many are in the script's free list of dicts, inside a hook."""
        return self._dicts[0]

    def put_dicts(self, number: int) -> None:
        """Inside a hook: puts so many dicts into the script's free list."""
        self._filling[0] = tuple([{} for _ in range(number)] + [None] * _TOO_LONG)
        self.give_back()
        self._filling[0] = None
        self.take()

    def start(self, filling: list[Any]) -> None:
        """All there is becomes the agent's. The script's free lists get what dies with `filling[0]`, a tuple too long for a free list itself."""
        self.take()
        for run in (self._a, self._b, self._c, self._d, self._e, self._f, self._g, self._h):
            run.live[_ALL] = run.script
            run.script[_ALL] = bytes(len(run.script))
        self.give_back()
        filling[0] = None

    @starts_unchecked
    def take(self) -> None:
        if _MAY_BE_DISTURBED and other_threads():
            self.are_taken = True
            return
        self._are_exchanged = True
        self.dicts_given = self._dicts[0]
        run = self._a
        run.script[_ALL] = run.live
        run.live[_ALL] = run.own
        if self._split:
            run = self._b
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._c
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._d
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._e
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._f
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._g
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
            run = self._h
            run.script[_ALL] = run.live
            run.live[_ALL] = run.own
        self.are_taken = True

    @starts_unchecked
    def give_back(self) -> None:
        self.are_taken = False
        if not self._are_exchanged:
            return
        self._are_exchanged = False
        run = self._a
        run.own[_ALL] = run.live
        run.live[_ALL] = run.script
        if self._split:
            run = self._b
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._c
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._d
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._e
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._f
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._g
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script
            run = self._h
            run.own[_ALL] = run.live
            run.live[_ALL] = run.script


class _Run:
    """`live`: where CPython looks. `script`, `own`: the set that is not in use."""

    __slots__ = ("live", "script", "own")

    def __init__(self, address: int, length: int) -> None:
        self.live = memory_view(address, length) if length else memoryview(bytearray())
        self.script = memoryview(bytearray(length))
        self.own = memoryview(bytearray(length))
