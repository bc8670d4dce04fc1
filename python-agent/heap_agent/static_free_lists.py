"""CPython 3.9 keeps its free lists in static variables of its library: found on Linux by searching its writable memory for what was just freed."""

from __future__ import annotations

import sys
from _struct import Struct

from heap_agent.raw_memory import POINTER_BYTES, bytes_at, words_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_ROOM = 80
_TUPLE_LENGTHS = 20
_INT_BYTES = 4
# The number of free objects is a variable of its own, next to the array.
_NEAR = 64
# Frames that are free at most, and where a frame refers to its caller.
_MOST_FRAMES = 200
_BACK_AT = 3 * POINTER_BYTES
_WORD = Struct("P")
_INT = Struct("i")


def find_static_free_lists() -> tuple[list[tuple[int, int]], int]:
    """Those of lists, dicts, tuples and frames: for each the array or the first object, then the numbers; and the address of the number of dicts."""
    area = _writable_area(id(list))
    if area is None:
        return [], 0
    lists = _find_stack(area, lambda: [sys])
    dicts = _find_stack(area, lambda: {1: sys})
    tuples = _find_tuples(area)
    if not (lists and dicts and tuples):
        return [], 0
    return [*lists, *dicts, *tuples, *_find_frames(area)], dicts[1][0]


def _writable_area(address: int) -> tuple[int, int] | None:
    """Start and length of the writable memory around an address, with what follows without a gap."""
    start = end = 0
    try:
        with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
            for line in maps:
                span, rights = line.split(" ", 2)[:2]
                low, high = (int(part, 16) for part in span.split("-"))
                if low <= address < high:
                    start, end = low, high
                elif start and low == end and rights.startswith("rw"):
                    end = high
    except (OSError, ValueError):
        return None
    return (start, end - start) if start else None


def _find_stack(area: tuple[int, int], make: Callable[[], Any]) -> list[tuple[int, int]]:
    start, length = area
    first, second = make(), make()
    lower, upper = _WORD.pack(id(first)), _WORD.pack(id(second))
    del first
    before = bytes_at(start, length)
    del second
    after = bytes_at(start, length)
    at = after.find(lower + upper)
    while at >= 0:
        for number in range(1, _ROOM):
            array = at - (number - 1) * POINTER_BYTES
            end = array + _ROOM * POINTER_BYTES
            for place in (
                *range(array - _NEAR, array, _INT_BYTES),
                *range(end, end + _NEAR, _INT_BYTES),
            ):
                if _grew_to(before, after, place, number + 1):
                    return [(start + array, end - array), (start + place, _INT_BYTES)]
        at = after.find(lower + upper, at + 1)
    return []


def _find_tuples(area: tuple[int, int]) -> list[tuple[int, int]]:
    start, length = area
    five: Any = (sys, start, length, area, 5)
    six: Any = (sys, start, length, area, 6, five)
    heads = [_WORD.pack(id(five)), _WORD.pack(id(six))]
    six = None
    before = bytes_at(start, length)
    five = None
    after = bytes_at(start, length)
    at = after.find(heads[0] + heads[1])
    if at < 0:
        return []
    array = at - 5 * POINTER_BYTES
    end = array + _TUPLE_LENGTHS * POINTER_BYTES
    numbers = _TUPLE_LENGTHS * _INT_BYTES
    for place in (
        *range(array - _NEAR - numbers, array - numbers + _INT_BYTES, _INT_BYTES),
        *range(end, end + _NEAR, _INT_BYTES),
    ):
        number: int = _INT.unpack_from(after, place + 5 * _INT_BYTES)[0]
        if _grew_to(before, after, place + 5 * _INT_BYTES, max(1, number)):
            # The first place is the empty tuple's, which is no free list.
            return [
                (start + array + POINTER_BYTES, end - array - POINTER_BYTES),
                (start + place + _INT_BYTES, numbers - _INT_BYTES),
            ]
    return []


def _find_frames(area: tuple[int, int]) -> list[tuple[int, int]]:
    """Objects/frameobject.c: a chain by `f_back`; the frame that was freed last is the first."""
    start, length = area
    _outer_frame()
    first = _outer_frame()
    memory = bytes_at(start, length)
    frame, chained = first, 0
    while frame and chained <= _MOST_FRAMES:
        chained += 1
        frame = words_at(frame + _BACK_AT, 1)[0]
    at = memory.find(_WORD.pack(first))
    while at >= 0:
        for place in range(max(0, at - _NEAR), at + _NEAR, _INT_BYTES):
            if at % POINTER_BYTES == 0 and _INT.unpack_from(memory, place)[0] == chained:
                return [(start + at, POINTER_BYTES), (start + place, _INT_BYTES)]
        at = memory.find(_WORD.pack(first), at + 1)
    return []


def _outer_frame(is_inner: bool = False) -> int:
    """Address of a frame that is free by now: of the two the inner one stays with the code, the outer one goes to the free list."""
    if not is_inner:
        _outer_frame(True)
    return id(sys._getframe())


def _grew_to(before: bytes, after: bytes, place: int, number: int) -> bool:
    return _INT.unpack_from(after, place)[0] == number == _INT.unpack_from(before, place)[0] + 1
