"""The collector's three counts (`gc.get_count()`), which what the agent allocates would move: kept by reading and writing them where CPython has them.

They are in the interpreter's state as three times (list head, int threshold, int count), `struct gc_generation` in CPython's
Include/internal/pycore_gc.h (pycore_interp_structs.h from 3.14 on). The place is found by thresholds that occur nowhere else.
"""

from __future__ import annotations

import _ctypes
import gc
from _struct import Struct

from heap_agent.python_versions import GIL_DISABLED
from heap_agent.raw_memory import POINTER_BYTES, bytes_at, interpreter_state_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Found at 152 to 7448 on 3.9 to 3.15; all of it is inside the interpreter's state.
_SEARCHED_BYTES = 12288
_UNLIKELY = (1_234_567_891, 1_234_567_893, 1_234_567_897)
_INT_BYTES = 4
_STRIDE = 2 * POINTER_BYTES + 2 * _INT_BYTES


class _Count(_ctypes._SimpleCData):
    _type_ = "i"


class CollectorCounts:
    """`save` on the way into a hook, `restore` on the way out; both do nothing where the place was not found."""

    __slots__ = (
        "_threshold",
        "_young",
        "_middle",
        "_old",
        "_saved_young",
        "_saved_middle",
        "_saved_old",
    )

    def __init__(self) -> None:
        place = _find_first_count()
        self._threshold: Any = (
            _Count() if place is None else _Count.from_address(place - _INT_BYTES)
        )
        self._young: Any = _Count() if place is None else _Count.from_address(place)
        self._middle: Any = _Count() if place is None else _Count.from_address(place + _STRIDE)
        self._old: Any = _Count() if place is None else _Count.from_address(place + 2 * _STRIDE)
        self._saved_young = self._saved_middle = self._saved_old = 0

    def save(self) -> None:
        self._saved_young = self._young.value
        self._saved_middle = self._middle.value
        self._saved_old = self._old.value

    def restore(self) -> None:
        self._young.value = self._saved_young
        self._middle.value = self._saved_middle
        self._old.value = self._saved_old

    def shift(self, young: int, middle: int, old: int) -> None:
        """Moves what `restore` will write."""
        self._saved_young = max(0, self._saved_young + young)
        self._saved_middle = max(0, self._saved_middle + middle)
        self._saved_old = max(0, self._saved_old + old)

    def is_collection_due(self) -> bool:
        threshold: int = self._threshold.value
        return 0 < threshold < self._young.value

    def write(self, young: int, middle: int, old: int) -> None:
        self._young.value = young
        self._middle.value = middle
        self._old.value = old


def _find_first_count() -> int | None:
    """Address of the young generation's count, verified against `gc.get_count()`."""
    if GIL_DISABLED:
        return None
    state = interpreter_state_address()
    thresholds = gc.get_threshold()
    pattern = Struct("i")
    try:
        gc.set_threshold(*_UNLIKELY)
        memory = bytes_at(state, _SEARCHED_BYTES)
    finally:
        gc.set_threshold(*thresholds)
    at = memory.find(pattern.pack(_UNLIKELY[0]))
    while at >= 0:
        others = [memory[at + way * _STRIDE : at + way * _STRIDE + _INT_BYTES] for way in (1, 2)]
        if others == [pattern.pack(_UNLIKELY[1]), pattern.pack(_UNLIKELY[2])]:
            return _verified(state + at + _INT_BYTES)
        at = memory.find(pattern.pack(_UNLIKELY[0]), at + 1)
    return None


def _verified(place: int) -> int | None:
    """The place, when a number written there is what the collector says."""
    count: Any = _Count.from_address(place)
    before = count.value
    count.value = 123_456
    said = gc.get_count()[0]
    count.value = before
    # Asking makes a tuple, which may count itself.
    return place if 0 <= said - 123_456 <= 1 else None
