"""Where CPython keeps its free lists, the stacks of dead objects from which it makes new ones, as runs of bytes; found by freeing probes, and none when anything is unexpected.

3.9: static arrays of Objects/listobject.c, dictobject.c and tupleobject.c. 3.10 to 3.12: arrays in the interpreter's state, Include/internal/pycore_interp.h.
3.13: `struct _Py_object_freelists` there. From 3.14: `struct _Py_freelists`, pairs of (head, count), Include/internal/pycore_freelist_state.h.
"""

from __future__ import annotations

import sys
from _struct import Struct

from heap_agent.python_versions import GIL_DISABLED, VERSION
from heap_agent.raw_memory import POINTER_BYTES, bytes_at, interpreter_state_address
from heap_agent.static_free_lists import find_static_free_lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Places = tuple[list[tuple[int, int]], int]

_WORD = Struct("P")
_INT = Struct("i")
_ROOM = 80
# Asked for once: the question itself takes a dict from a free list.
_STATE = interpreter_state_address()
# Offset and length of the part of the interpreter's state that is searched; all of it is inside. Found: 3.10 10040, 3.11 3872, 3.12 270072, 3.13 11208, 3.14 11120, 3.15 11096.
_SEARCHED = (262144, 32768) if VERSION == (3, 12) else (0, 16384)
# From the free list of lists: the runs to keep, the dicts and how far their number is behind them, the tuples; all in bytes.
_ARRAYS = {
    # Left out here: the empty tuple, which 3.10 keeps at the first place.
    (3, 10): (((-264, -240), (-232, -80), (-76, 3272)), 648, 640, -240),
    (3, 11): (((-264, 3256),), 648, 640, -240),
    # Left out here: the versions of dicts, the watchers of dicts, and what is behind the floats.
    (3, 12): (((-248, 648), (664, 1952), (2016, 3328), (-2664, -2648)), 664, 1280, -240),
    (3, 13): (((-256, 3264),), 648, 640, -240),
}


def find_free_lists() -> Places:
    """(address, bytes) of each run, which hold pointers and numbers only, and zero means empty; and the address of the number of dicts, an int."""
    if GIL_DISABLED or POINTER_BYTES != 8:
        return [], 0
    if VERSION == (3, 9):
        return find_static_free_lists()
    return _find_arrays() if VERSION <= (3, 13) else _find_pairs()


def _read_state() -> tuple[int, bytes]:
    start, length = _SEARCHED
    return _STATE + start, bytes_at(_STATE + start, length)


def _number_at(memory: bytes, at: int) -> int:
    number: int = _INT.unpack_from(memory, at)[0]
    return number


def _find_arrays() -> Places:
    if VERSION not in _ARRAYS:
        return [], 0
    runs, dicts, dict_number, tuples = _ARRAYS[VERSION]
    freed: Any = [sys]
    wanted = _WORD.pack(id(freed))
    freed = {1: sys}
    wanted_dict = _WORD.pack(id(freed))
    place = 5 if VERSION == (3, 10) else 4
    freed = (sys, freed, wanted, runs, tuples)
    wanted_tuple = _WORD.pack(id(freed))
    freed = None
    start, memory = _read_state()
    at = memory.find(wanted)
    while at >= 0:
        for kept in range(_ROOM):
            lists = at - kept * POINTER_BYTES
            if _number_at(memory, lists + _ROOM * POINTER_BYTES) != kept + 1:
                continue
            top = _number_at(memory, lists + dicts + dict_number) - 1
            found_dict = lists + dicts + top * POINTER_BYTES
            found_tuple = lists + tuples + place * POINTER_BYTES
            if (
                0 <= top < _ROOM
                and memory[found_dict : found_dict + POINTER_BYTES] == wanted_dict
                and memory[found_tuple : found_tuple + POINTER_BYTES] == wanted_tuple
            ):
                found = [(start + lists + first, end - first) for first, end in runs]
                return found, start + lists + dicts + dict_number
        at = memory.find(wanted, at + 1)
    return [], 0


def _find_pairs() -> Places:
    """From the pair of the floats, which is the first, to that of the bound methods, which is the last."""
    first = _pair_of(lambda: float(len(sys.path)) + 0.5)
    lists = _pair_of(lambda: [sys])
    dicts = _pair_of(lambda: {1: sys})
    last = _pair_of(lambda: _Probe().method)
    if first is None or last is None or lists is None or dicts is None:
        return [], 0
    if not first < lists < dicts < last < first + 1024:
        return [], 0
    end = last + 2 * POINTER_BYTES
    memory = bytes_at(first, end - first)
    for head, number in Struct("PN").iter_unpack(memory):
        if not 0 <= number <= 2000 or (head == 0) != (number == 0):
            return [], 0
    return [(first, end - first)], dicts + POINTER_BYTES


class _Probe:
    def method(self) -> None:
        """Never called."""


def _pair_of(make: Callable[[], Any]) -> int | None:
    probe: Any = make()
    wanted = _WORD.pack(id(probe))
    del probe
    start, memory = _read_state()
    at = memory.find(wanted)
    return start + at if at >= 0 and at % POINTER_BYTES == 0 else None
