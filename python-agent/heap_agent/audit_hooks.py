"""Takes the script's audit hooks away while a hook of ours runs: they would hear each of its calls, and be run by it.

They are a list in the interpreter's state (`audit_hooks` in CPython's Include/internal/pycore_interp.h, pycore_interp_structs.h from 3.14 on); no list means none.
"""

from __future__ import annotations

import gc

from heap_agent.python_versions import GIL_DISABLED, VERSION
from heap_agent.raw_memory import (
    POINTER_BYTES,
    interpreter_state_address,
    list_memory,
    pointer_at,
    words_at,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# From the start of the interpreter's state; checked when something is there.
_PLACES = {
    (3, 9): 3536,
    (3, 10): 3504,
    (3, 11): 3552,
    (3, 12): 267208,
    (3, 13): 10808,
    (3, 14): 10912,
    (3, 15): 10888,
}
# The smallest piece that Objects/obmalloc.c takes from the system.
_NEAR = 256 << 10


class AuditHooks:
    __slots__ = ("_pointer", "_taken", "_known")

    def __init__(self) -> None:
        place = None if GIL_DISABLED or POINTER_BYTES != 8 else _PLACES.get(VERSION)
        self._pointer: Any = None
        if place is not None:
            pointer = pointer_at(interpreter_state_address() + place)
            # A hook that was there before us is left alone.
            self._pointer = pointer if pointer.value is None else None
        self._taken: int | None = None
        self._known: int | None = None

    def take(self) -> None:
        if self._pointer is None:
            return
        hooks = self._pointer.value
        if hooks is None:
            return
        self._pointer.value = None
        self._taken = hooks
        # 3.9 has had its last release, and has each arena of memory apart.
        if hooks != self._known and VERSION > (3, 9):
            if _is_list(hooks):
                self._known = hooks
            else:
                self.give_back()
                self._pointer = None

    def give_back(self) -> None:
        if self._taken is not None:
            self._pointer.value = self._taken
            self._taken = None


def _is_list(address: int) -> bool:
    """Asks without risk: the list is not tracked, so its memory is only looked at when a known object is so close that the word is an address."""
    everything: list[Any] = gc.get_objects()
    addresses = list_memory(everything)
    everything.clear()
    if addresses is None or address % POINTER_BYTES:
        return False
    is_near = any(abs(address - one) < _NEAR for one in memoryview(addresses).cast("P"))
    return is_near and words_at(address, 2)[1] == id(list)
