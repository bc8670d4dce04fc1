"""3.12+: holds signals back while a hook runs: the script's handlers, which may raise, would run in the middle of it, and their tracebacks would show the agent.

Only in the main thread, where CPython runs handlers. The system keeps what arrives, and delivers it when the mask is restored.
"""

from __future__ import annotations

import sys

from heap_agent.raw_memory import signal_mask_function
from heap_agent.unchecked_start import starts_unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# More than the `sigset_t` of any system.
_SET_BYTES = 128
# Faults of the processor must not wait: ILL, TRAP, ABRT, FPE, SEGV, and BUS and SYS, whose numbers on one system are those of USR1 and USR2 on the other.
_FAULTS = (4, 5, 6, 8, 11, *((7, 31) if sys.platform == "linux" else (10, 12)))
_REPLACE = 3 if sys.platform == "darwin" else 2


class SignalMask:
    """`hold` and `deliver` do nothing where there are no signal masks, and when they are not called in turn."""

    __slots__ = ("_set_mask", "_blocking", "_before", "are_held")

    def __init__(self) -> None:
        self._set_mask: Any = None if sys.platform == "win32" else signal_mask_function()
        blocking = bytearray(b"\xff" * _SET_BYTES)
        for signal in _FAULTS:
            blocking[(signal - 1) // 8] &= ~(1 << (signal - 1) % 8)
        self._blocking = bytes(blocking)
        self._before = bytes(_SET_BYTES + 1)[1:]
        self.are_held = False

    def hold(self) -> None:
        if self._set_mask is not None and not self.are_held:
            # First, as a handler may raise as soon as the call is done.
            self.are_held = True
            self._set_mask(_REPLACE, self._blocking, self._before)

    @starts_unseen
    def deliver(self) -> None:
        """A handler's exception comes out of here, and its traceback does not show it."""
        if self.are_held:
            self.are_held = False
            self._set_mask(_REPLACE, self._before, None)
