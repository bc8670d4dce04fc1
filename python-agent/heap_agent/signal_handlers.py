"""Holds signal handlers back on 3.9 to 3.11, where one may run at almost any instruction: while a hook runs, CPython finds no main thread to run it in.

Before it runs a handler CPython compares the running thread with the main one (`_Py_ThreadCanHandleSignals`, `main_thread` in `struct pyruntimestate`,
Include/internal/pycore_runtime.h). A store there is a single instruction, while the call that sets a mask of signals may be followed by a handler.
"""

from __future__ import annotations

from _thread import get_ident

from heap_agent.raw_memory import (
    POINTER_BYTES,
    runtime_state_address,
    unsigned_long_at,
    words_at,
)
from heap_agent.unchecked_start import starts_unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Found at 72; everything before it is pointers and small numbers.
_SEARCHED_WORDS = 32
# Dividing long numbers runs the handlers that wait (`SIGCHECK` in `x_divrem`, Objects/longobject.c), and is no call, of which audit hooks would hear.
_DIVIDEND, _DIVISOR = 1 << 200, 1 << 100


class SignalHandlers:
    """Asked in the main thread only; `hold` and `deliver` do nothing when they are not called in turn, or where the place was not found."""

    __slots__ = ("_main", "_ident")

    def __init__(self) -> None:
        self._ident = get_ident()
        place = _find_main_thread(self._ident)
        self._main: Any = None if place is None else unsigned_long_at(place)

    @property
    def are_held(self) -> bool:
        return self._main is not None and not self._main.value

    @starts_unseen
    def hold(self) -> None:
        if self._main is not None:
            self._main.value = 0

    @starts_unseen
    def deliver(self) -> None:
        """Handlers of the signals that came meanwhile run here, and what they raise comes out."""
        if self._main is not None and not self._main.value:
            self._main.value = self._ident
            _ = _DIVIDEND // _DIVISOR


def _find_main_thread(ident: int) -> int | None:
    start = runtime_state_address()
    words = words_at(start, _SEARCHED_WORDS) if start and POINTER_BYTES == 8 else ()
    return start + words.index(ident) * POINTER_BYTES if words.count(ident) == 1 else None
