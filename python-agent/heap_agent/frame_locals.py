"""Locals of frames and of suspended generators by name, read from memory: no `f_locals` dictionary and no frame object is made.

Where a local sits differs between versions; the offsets are found at start with frames of our own. What cannot be found is not shown.
"""

from __future__ import annotations

import sys
from gc import get_referents

from heap_agent.python_versions import (
    F_LOCALS_IS_A_VIEW,
    GENERATORS_HOLD_LOCALS,
    RUNNING_FRAMES_ARE_TRACKED,
    VERSION,
)
from heap_agent.raw_memory import POINTER_BYTES, find_words, object_at, words_at
from heap_agent.type_facts import read_basicsize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    Locals = list[tuple[str, Any]]


def cell_type() -> Any:
    inner: Any = (lambda captured: lambda: captured)(0)
    return type(inner.__closure__[0])


_CellType: Any = cell_type()
_LONGEST_HEADER_WORDS = 24


def read_frame_locals(frame: FrameType) -> Locals:
    """Name and value of each bound local and cell of a function's frame, without what it closes over."""
    code = frame.f_code
    if F_LOCALS_IS_A_VIEW:
        own = frozenset(code.co_varnames + code.co_cellvars)
        return [(name, value) for name, value in frame.f_locals.items() if name in own]
    if _FRAME_OFFSETS is None:
        return []
    hop, first_local = _FRAME_OFFSETS
    start = id(frame) if hop == 0 else words_at(id(frame) + hop, 1)[0]
    return _named_values(code, start + first_local, len(local_names(code)) - len(code.co_freevars))


def read_generator_slots(generator: Any, code: CodeType) -> list[tuple[str, int]]:
    """Name and address of what each local slot of a suspended generator holds (a cell for a captured name), 3.11+."""
    if _GENERATOR_OFFSET is None:
        return []
    names = local_names(code)
    slots = words_at(id(generator) + _GENERATOR_OFFSET, len(names))
    return [(name, slot & ~3) for name, slot in zip(names, slots) if slot & ~3]


def read_frame_slots(frame: FrameType) -> list[tuple[str, int]]:
    """Name and address of what each local slot of a frame object holds (a cell for a captured name)."""
    code = frame.f_code
    if F_LOCALS_IS_A_VIEW:
        return [(name, id(value)) for name, value in frame.f_locals.items()]
    if _FRAME_OFFSETS is None:
        return []
    hop, first_local = _FRAME_OFFSETS
    start = id(frame) if hop == 0 else words_at(id(frame) + hop, 1)[0]
    names = local_names(code)
    return [
        (name, slot) for name, slot in zip(names, words_at(start + first_local, len(names))) if slot
    ]


def local_names(code: CodeType) -> tuple[str, ...]:
    """Names of the local slots in their order."""
    if RUNNING_FRAMES_ARE_TRACKED:
        return code.co_varnames + code.co_cellvars + code.co_freevars
    own = code.co_varnames
    return own + tuple(name for name in code.co_cellvars if name not in own) + code.co_freevars


def _named_values(code: CodeType, start: int, count: int) -> Locals:
    found: Locals = []
    for name, address in zip(local_names(code), words_at(start, count) if count else ()):
        if not address:
            continue
        value = object_at(address)
        if name in code.co_cellvars and type(value) is _CellType:
            contents = get_referents(value)
            if not contents:
                continue
            value = contents[0]
        found.append((name, value))
    return found


def _find_frame_offsets() -> tuple[int, int] | None:
    def probe(
        first: object, second: object, third: object, unbound: object = None
    ) -> tuple[int, int] | None:
        del unbound
        # The frame is not given a name here: it would hold itself, garbage that the script's collector finds.
        return _search_frame(sys._getframe(), (id(first), id(second), id(third), 0))

    return probe(object(), object(), object())


def _search_frame(frame: FrameType, wanted: tuple[int, ...]) -> tuple[int, int] | None:
    if RUNNING_FRAMES_ARE_TRACKED:
        at = find_words(
            words_at(id(frame), read_basicsize(type(frame)) // POINTER_BYTES + 4), wanted
        )
        return None if at is None else (0, at * POINTER_BYTES)
    for hop in range(2 * POINTER_BYTES, 6 * POINTER_BYTES, POINTER_BYTES):
        target = words_at(id(frame) + hop, 1)[0]
        if not target or target % POINTER_BYTES or target in (id(frame.f_back), id(None)):
            continue
        at = find_words(words_at(target, _LONGEST_HEADER_WORDS), wanted)
        if at is not None:
            return hop, at * POINTER_BYTES
    return None


def _find_generator_offset() -> int | None:
    def probe(_first: object, _second: object, unbound: object = None) -> Any:
        del unbound
        yield

    first, second = object(), object()
    generator = probe(first, second)
    next(generator)
    words = words_at(id(generator), read_basicsize(type(generator)) // POINTER_BYTES + 4)
    at = find_words(words, (id(first), id(second), 0))
    generator.close()
    return None if at is None else at * POINTER_BYTES


_FRAME_OFFSETS = None if VERSION >= (3, 13) else _find_frame_offsets()
_GENERATOR_OFFSET = _find_generator_offset() if GENERATORS_HOLD_LOCALS else None
