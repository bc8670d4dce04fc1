"""Keeps two sets of CPython's free lists, the script's and the agent's: new objects from a free list are not counted by the collector, so that what the agent frees and makes must not pass through the script's.

A free list is a stack of dead objects; which of two sets an object lies in harms nothing. A full collection clears the set in use, which is the script's.
"""

from __future__ import annotations

from heap_agent.free_list_places import find_free_lists
from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import POINTER_BYTES, memory_view

# Made once: a slice comes from a free list itself.
_ALL = slice(None)
_MOST_RUNS = 6


class FreeListBanks:
    """`take` in a hook, `give_back` on the way out; both do nothing where the free lists were not found. No call, loop or slice in between: they would use the lists."""

    __slots__ = ("found", "_split", "_a", "_b", "_c", "_d", "_e", "_f")

    def __init__(self) -> None:
        places = find_free_lists()
        self.found = bool(places)
        runs = [_Run(*place) for place in places]
        self._split = len(runs) > 1
        runs += [_Run(0, 0) for _ in range(_MOST_RUNS - len(runs))]
        self._a, self._b, self._c, self._d, self._e, self._f = runs

    def take(self) -> None:
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

    def give_back(self) -> None:
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


class _Run:
    """`live`: where CPython looks. `script`, `own`: the set that is not in use."""

    __slots__ = ("live", "script", "own")

    def __init__(self, address: int, length: int) -> None:
        self.live = memory_view(address, length) if length else memoryview(bytearray())
        self.script = memoryview(bytearray(length))
        self.own = memoryview(bytearray(length))
