"""Locals of frames and of suspended generators by name, read from memory: no `f_locals` dictionary and no frame object is made.

What cannot be found where it is expected is not shown.
"""

from __future__ import annotations

import sys
from gc import get_referents

from heap_agent.frame_memory import (
    FRAME_POINTER_AT,
    FRAMES_ARE_READABLE,
    HEADER_WORDS,
    frame_of_generator,
    interpreter_frame_of,
)
from heap_agent.python_versions import RUNNING_FRAMES_ARE_TRACKED
from heap_agent.raw_memory import POINTER_BYTES, find_words, object_at, words_at, words_behind
from heap_agent.type_facts import read_basicsize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    Locals = list[tuple[str, Any]]

_HEADER_BYTES = HEADER_WORDS * POINTER_BYTES
# 3.14+ marks what a slot only borrows in the low bits of the pointer.
BORROWED_BITS = 3


def cell_type() -> Any:
    inner: Any = (lambda captured: lambda: captured)(0)
    return type(inner.__closure__[0])


CellType: Any = cell_type()


def read_frame_locals(frame: FrameType) -> Locals:
    """Name and value of each bound local and cell of a function's frame, without what it closes over."""
    code = frame.f_code
    own = len(code.co_varnames) + len(code.co_cellvars)
    found: Locals = []
    for name, slot in zip(local_names(code)[:own], local_slots(frame, code)):
        if not slot & ~BORROWED_BITS or name in code.co_freevars:
            continue
        value = object_at(slot & ~BORROWED_BITS)
        if name in code.co_cellvars and type(value) is CellType:
            contents = get_referents(value)
            if not contents:
                continue
            value = contents[0]
        found.append((name, value))
    return found


def read_generator_slots(generator: Any, code: CodeType) -> list[tuple[str, int]]:
    """Name and address of what each local slot of a suspended generator holds (a cell for a captured name), 3.11+."""
    if not FRAMES_ARE_READABLE:
        return []
    names = local_names(code)
    slots = words_at(frame_of_generator(id(generator)) + _HEADER_BYTES, len(names))
    return _bound(names, slots)


def read_frame_slots(frame: FrameType) -> list[tuple[str, int]]:
    """Name and address of what each local slot of a frame object holds (a cell for a captured name)."""
    code = frame.f_code
    return _bound(local_names(code), local_slots(frame, code))


def local_slots(frame: FrameType, code: CodeType) -> tuple[int, ...]:
    """The words of the local slots, in the order of `local_names`; empty when they cannot be read."""
    count = len(local_names(code))
    if not count:
        return ()
    if FRAMES_ARE_READABLE:
        # In one call: another thread may leave the frame, which then moves into its frame object.
        words = words_behind(id(frame) + FRAME_POINTER_AT, HEADER_WORDS + count)
        return words[HEADER_WORDS:]
    return words_at(id(frame) + _FIRST_LOCAL, count) if _FIRST_LOCAL else ()


def local_slot_address(frame: FrameType, name: str) -> int:
    """Where the local is kept; 0 when that is not known."""
    index = local_names(frame.f_code).index(name)
    if FRAMES_ARE_READABLE:
        return interpreter_frame_of(frame) + _HEADER_BYTES + index * POINTER_BYTES
    return id(frame) + _FIRST_LOCAL + index * POINTER_BYTES if _FIRST_LOCAL else 0


def local_names(code: CodeType) -> tuple[str, ...]:
    """Names of the local slots in their order."""
    if RUNNING_FRAMES_ARE_TRACKED:
        return code.co_varnames + code.co_cellvars + code.co_freevars
    own = code.co_varnames
    return own + tuple(name for name in code.co_cellvars if name not in own) + code.co_freevars


def _bound(names: tuple[str, ...], slots: tuple[int, ...]) -> list[tuple[str, int]]:
    return [
        (name, slot & ~BORROWED_BITS) for name, slot in zip(names, slots) if slot & ~BORROWED_BITS
    ]


def _find_first_local() -> int:
    """Up to 3.10 the locals are in the frame object itself."""

    def probe(first: object, second: object, third: object, unbound: object = None) -> int:
        del unbound
        return _search_frame(sys._getframe(), (id(first), id(second), id(third), 0))

    return probe(object(), object(), object())


def _search_frame(frame: FrameType, wanted: tuple[int, ...]) -> int:
    at = find_words(words_at(id(frame), read_basicsize(type(frame)) // POINTER_BYTES + 4), wanted)
    return 0 if at is None else at * POINTER_BYTES


_FIRST_LOCAL = _find_first_local() if RUNNING_FRAMES_ARE_TRACKED else 0
