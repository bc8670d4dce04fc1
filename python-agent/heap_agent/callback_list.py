"""Puts a list of ours in the place of `gc.callbacks`, so that the script finds its own list as it left it, and cannot blind us by emptying it.

The collector's state holds a pointer to the list whose callbacks it calls one after the other (`invoke_gc_callback` in CPython's Modules/gcmodule.c, Python/gc.c
from 3.13 on). Ours comes first and brings the script's in behind itself, so that they are called by the collector as ever; a last one of ours takes them out.
"""

from __future__ import annotations

import gc
import sys

from heap_agent.own_objects import hide
from heap_agent.raw_memory import object_at, pointer_at
from heap_agent.unchecked_start import starts_unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Made once: the script's free lists are in use when it is needed.
_TAIL = slice(1, None)


class CallbackList:
    """`place`: address of the collector's pointer; None where it was not found, and our callback is in `gc.callbacks` for all to see."""

    __slots__ = ("_pointer", "_scripts", "_called", "_last")

    def __init__(self, place: int | None, first: Any) -> None:
        self._pointer: Any = None if place is None else pointer_at(place)
        self._scripts = id(gc.callbacks)
        self._called: list[Any] = [first]
        self._last = self._take_out

    def install(self) -> None:
        if self._pointer is None:
            gc.callbacks.append(self._called[0])
            return
        # The collector owns a reference to what it points to; that to the script's list stays, for the same count.
        hide(self._called)
        # Up to 3.10 the first call makes a frame that is kept with the code.
        self._last("", {})
        self._pointer.value = id(self._called)

    def show_script_its_own(self) -> None:
        """A `gc` module that is imported anew takes the collector's list, which is ours."""
        module: Any = sys.modules.get("gc")
        if type(module) is type(gc) and module.__dict__.get("callbacks") is self._called:
            module.__dict__["callbacks"] = object_at(self._scripts)

    def remove(self) -> None:
        if self._pointer is not None:
            self._pointer.value = self._scripts

    def bring_in(self) -> bool:
        """Called by our first callback; says whether plain Python would call anything."""
        if self._pointer is None:
            return True
        self._called[_TAIL] = object_at(self._scripts)
        self._called.append(self._last)
        return len(self._called) > 2

    @starts_unseen
    def _take_out(self, _phase: str, _info: dict[str, int]) -> None:
        del self._called[_TAIL]
