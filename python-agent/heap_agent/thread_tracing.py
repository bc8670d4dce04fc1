"""Keeps the script's own trace and profile functions from seeing the agent in a callback of the collector; in its own hooks CPython does so by itself.

While the counter `tracing` in the state of a thread is above zero, CPython calls neither (`struct _ts` in Include/cpython/pystate.h).
"""

from __future__ import annotations

from _thread import get_ident

from heap_agent.collector_state import Int
from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import POINTER_BYTES, TracingSwitch, bytes_at, thread_state_address
from heap_agent.unchecked_start import starts_unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEARCHED_BYTES = 256
# Three pointers, the frame, and three ints come before it on 3.9 and 3.10.
_OFFSET_OF_OLD = 44


class ThreadTracing:
    """The counter of a thread as a C int with a `value`; where it was not found, one that nobody looks at."""

    __slots__ = ("_offset", "_main_thread", "_of_main")

    def __init__(self) -> None:
        self._offset = _find_offset()
        self._main_thread = get_ident()
        self._of_main = self._at(thread_state_address())

    @starts_unseen
    def of_this_thread(self) -> Any:
        return self._of_main if get_ident() == self._main_thread else self._of_other()

    @starts_unseen
    def _of_other(self) -> Any:
        return self._at(thread_state_address())

    @starts_unseen
    def _at(self, state: int) -> Any:
        return Int() if self._offset is None else Int.from_address(state + self._offset)


def _find_offset() -> int | None:
    if VERSION < (3, 11):
        return _OFFSET_OF_OLD if POINTER_BYTES == 8 else None
    state = thread_state_address()
    switch = TracingSwitch()
    before = memoryview(bytes_at(state, _SEARCHED_BYTES)).cast("i")
    counted = memoryview(switch.while_not_traced(bytes_at, state, _SEARCHED_BYTES)).cast("i")
    found = [at for at, pair in enumerate(zip(before, counted)) if pair[1] == pair[0] + 1]
    return found[0] * before.itemsize if len(found) == 1 else None
