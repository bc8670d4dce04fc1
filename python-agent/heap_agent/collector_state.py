"""The collector's own variables, read and written where CPython has them: a call such as `gc.disable()` would run a planned collection before it returns (3.12+).

They are in the interpreter's state, `struct _gc_runtime_state` in CPython's Include/internal/pycore_gc.h (pycore_interp_structs.h from 3.14 on):
an int `enabled`, an int, then, at the next full word, three times (list head, int threshold, int count). The place is found by thresholds that occur nowhere else.
"""

from __future__ import annotations

import _ctypes
import gc
from _struct import Struct

from heap_agent.python_versions import GIL_DISABLED, HAS_MONITORING, PLAN_RUNS_WHEN_OFF, VERSION
from heap_agent.raw_memory import (
    POINTER_BYTES,
    bytes_at,
    interpreter_state_address,
    thread_state_address,
    words_at,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Found at 152 to 7448 on 3.9 to 3.15; all of it is inside the interpreter's state.
_SEARCHED_BYTES = 12288
_UNLIKELY = (1_234_567_891, 1_234_567_893, 1_234_567_897)
_INT_BYTES = 4
_STRIDE = 2 * POINTER_BYTES + 2 * _INT_BYTES
# From the first generation's threshold back to `enabled`: 3.9 to 3.14 have a gap in between, 3.15 has none.
_ENABLED = (2 * POINTER_BYTES + 3 * _INT_BYTES, 2 * POINTER_BYTES + 2 * _INT_BYTES)
# From the first threshold, past the three generations and the permanent one; up to 3.13 there is a pointer more in between.
_TO_STATISTICS = 4 * _STRIDE - 2 * POINTER_BYTES
_STATISTICS_BYTES = 768
_AFTER_GENERATIONS_BYTES = 320
# Up to 3.13: `collecting`, `garbage`, `callbacks`.
_TO_COLLECTING = 2 * POINTER_BYTES
# `gc_scheduled` in 3.12's `struct _ceval_state`; later a bit of `eval_breaker` in the thread's state.
_SCHEDULED_IN_INTERPRETER = 396
_SCHEDULED_IN_THREAD = 3 * POINTER_BYTES
_SCHEDULED_BIT = 1 << 4


class Int(_ctypes._SimpleCData):
    _type_ = "i"


class CollectorState:
    """C ints with a `value`: `enabled`, `threshold`, `young`, `middle`, `old`, `planned`, and the number of young `collections` so far.

    `callbacks`: address of the pointer to the list of callbacks. `collecting`: a collection is under way (up to 3.11, else always 0).
    3.12+: `plan_bit` is set in `planned` while a collection waits for the next moment between two instructions of the main thread; 0 = not found.
    """

    __slots__ = (
        "found", "enabled", "threshold", "young", "middle", "old", "planned", "plan_bit", "collections", "callbacks", "collecting",
    )  # fmt: skip

    def __init__(self) -> None:
        place, enabled = _find_first_threshold()
        self.found = place is not None
        self.enabled: Any = _EnabledByCall() if enabled is None else _int_at(enabled)
        self.threshold: Any = Int() if place is None else _int_at(place)
        count = 0 if place is None else place + _INT_BYTES
        self.young: Any = Int() if place is None else _int_at(count)
        self.middle: Any = Int() if place is None else _int_at(count + _STRIDE)
        self.old: Any = Int() if place is None else _int_at(count + 2 * _STRIDE)
        self.collections: Any = Int() if place is None else _find_collections(place)
        self.callbacks = None if place is None else _find_callbacks(place)
        callbacks = self.callbacks if VERSION <= (3, 11) else None
        self.collecting: Any = Int() if callbacks is None else _int_at(callbacks - _TO_COLLECTING)
        self.planned: Any = Int()
        self.plan_bit = 0
        if self.found and HAS_MONITORING:
            self._find_planned()

    def _find_planned(self) -> None:
        """Plans a collection and looks whether that can be seen; it does not run because all is put back in time."""
        if PLAN_RUNS_WHEN_OFF:
            planned = _int_at(interpreter_state_address() + _SCHEDULED_IN_INTERPRETER)
            bit = 1
        else:
            planned = _int_at(thread_state_address() + _SCHEDULED_IN_THREAD)
            bit = _SCHEDULED_BIT
        threshold, young, enabled = self.threshold.value, self.young.value, self.enabled.value
        before = planned.value
        self.threshold.value = 1
        self.young.value = 5
        self.enabled.value = 1
        # From here to the line that puts `young` back no call may be made: the collection would run.
        _ = {0}
        after = planned.value
        self.enabled.value = 0
        self.young.value = 0
        if after == before | bit != before:
            self.planned, self.plan_bit = planned, bit
            if PLAN_RUNS_WHEN_OFF:
                planned.value = before
        _consume_plan()
        self.young.value = young
        self.threshold.value = threshold
        self.enabled.value = enabled


def _consume_plan() -> None:
    """A call, at whose start a planned collection is due; with the counts at zero it does nothing."""


class _EnabledByCall:
    """Stands in for the variable where it was not found."""

    @property
    def value(self) -> int:
        return int(gc.isenabled())

    @value.setter
    def value(self, enabled: int) -> None:
        (gc.enable if enabled else gc.disable)()


def _int_at(address: int) -> Any:
    return Int.from_address(address)


def _find_first_threshold() -> tuple[int, int] | tuple[None, None]:
    """Addresses of the young generation's threshold and of `enabled`."""
    if GIL_DISABLED:
        return None, None
    state = interpreter_state_address()
    thresholds = gc.get_threshold()
    try:
        gc.set_threshold(*_UNLIKELY)
        memory = bytes_at(state, _SEARCHED_BYTES)
    finally:
        gc.set_threshold(*thresholds)
    pattern = Struct("i")
    at = memory.find(pattern.pack(_UNLIKELY[0]))
    while at >= 0:
        others = [memory[at + way * _STRIDE : at + way * _STRIDE + _INT_BYTES] for way in (1, 2)]
        if others == [pattern.pack(_UNLIKELY[1]), pattern.pack(_UNLIKELY[2])]:
            for back in _ENABLED:
                if _is_count(state + at + _INT_BYTES) and _is_enabled(state + at - back):
                    return state + at, state + at - back
        at = memory.find(pattern.pack(_UNLIKELY[0]), at + 1)
    return None, None


def _find_collections(threshold: int) -> Any:
    """Where the first number of `gc.get_stats()` is kept: behind the generations; on 3.15 the newest of several, in a block of their own."""
    after = threshold + _TO_STATISTICS
    said = [tuple(kind.values()) for kind in gc.get_stats()]
    for place in (after, after + POINTER_BYTES):
        if words_at(place, 9) == sum(said, ()):
            return _int_at(place)
    if VERSION >= (3, 15):
        block = words_at(after, 1)[0]
        memory = bytes_at(block, _STATISTICS_BYTES) if block and block % POINTER_BYTES == 0 else b""
        newest = memory.find(Struct("4N").pack(*said[0][:4]))
        if newest >= 0 and said[0][0] > 0:
            return _int_at(block + newest)
    return Int()


def _find_callbacks(threshold: int) -> int | None:
    garbage_then_callbacks = Struct("2P").pack(id(gc.garbage), id(gc.callbacks))
    at = bytes_at(threshold, _AFTER_GENERATIONS_BYTES).find(garbage_then_callbacks)
    return None if at < 0 else threshold + at + POINTER_BYTES


def _is_count(place: int) -> bool:
    """Whether a number written there is what `gc.get_count()` says."""
    count = _int_at(place)
    before = count.value
    count.value = 123_456
    said = gc.get_count()[0]
    count.value = before
    # Asking makes a tuple, which may count itself.
    return 0 <= said - 123_456 <= 1


def _is_enabled(place: int) -> bool:
    """Whether the collector is on when 1 is there, and off when 0 is."""
    enabled = _int_at(place)
    was_enabled = gc.isenabled()
    gc.disable()
    if enabled.value == 0:
        gc.enable()
        if enabled.value == 1:
            enabled.value = 0
            if not gc.isenabled():
                enabled.value = int(was_enabled)
                return True
    (gc.enable if was_enabled else gc.disable)()
    return False
