"""Where an interpreter frame (3.11+, `_PyInterpreterFrame` of Include/internal/pycore_frame.h) keeps what it holds.

The offsets are found at start in frames of our own; what is not found is not read. Locals and stack follow a header:

3.11         function . . locals dict, code, frame object, previous . | stack top, owner | locals, stack
3.12, 3.13   code, previous, function . . locals dict, frame object . | stack top, owner | locals, stack
3.14+        code, previous, function . . locals dict, frame object . | stack pointer | owner | locals, stack
"""

from __future__ import annotations

import sys
from gc import get_referents

from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import POINTER_BYTES, find_words, object_at, words_at
from heap_agent.type_facts import read_basicsize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

_LONGEST_HEADER_WORDS = 24
# Words of the header, counted back from the first local.
_CODE, _FUNCTION, _NAMESPACE, _FRAME_OBJECT, _PREVIOUS, _INSTRUCTION = (
    (5, 9, 6, 4, 3, 2)
    if VERSION == (3, 11)
    else (9, 7, 4, 3, 8, 2)
    if VERSION <= (3, 13)
    else (10, 8, 5, 4, 9, 3)
)
_STACK_POINTER, _STATE = 2, 1
_OWNER_BYTE = {(3, 11): 5, (3, 12): 6, (3, 13): 6}.get(VERSION, 2)
_GENERATOR_OWNS = 1
# Frames of the interpreter itself, with nothing of a program's.
FIRST_INTERNAL_OWNER = 3


class InterpreterFrame:
    """The fields of one frame as addresses. `stack_end`: words of locals and stack in use; None while C code runs and it is not stored.

    `words`: those of the header, and before them one that tells the state of a generator whose frame it is (`generator_state`, four bytes).
    """

    __slots__ = (
        "start", "code", "function", "function_is_owned", "namespace", "previous", "instruction", "stack_end",
        "is_generators", "is_internal", "generator_state",
    )  # fmt: skip

    def __init__(self, start: int, words: tuple[int, ...]) -> None:
        self.start = start
        self.generator_state = words[0].to_bytes(POINTER_BYTES, sys.byteorder)[:4]
        self.code = words[-_CODE] & ~3
        function = words[-_FUNCTION]
        self.function = function & ~3
        self.function_is_owned = bool(function) and not function & 3
        self.namespace = words[-_NAMESPACE]
        self.previous = words[-_PREVIOUS]
        self.instruction = words[-_INSTRUCTION]
        state = words[-_STATE].to_bytes(POINTER_BYTES, sys.byteorder)
        owner = state[_OWNER_BYTE]
        self.is_generators = owner == _GENERATOR_OWNS
        self.is_internal = owner >= FIRST_INTERNAL_OWNER
        if VERSION >= (3, 14):
            pointer = words[-_STACK_POINTER]
            top = (pointer - self.first_local) // POINTER_BYTES if pointer else -1
        else:
            top = int.from_bytes(state[:4], sys.byteorder, signed=True)
        self.stack_end = top if top >= 0 else None

    @property
    def first_local(self) -> int:
        return self.start + HEADER_WORDS * POINTER_BYTES


def read_frame(start: int) -> InterpreterFrame:
    """A frame that cannot move on just now: of this thread, or suspended in a generator that is held."""
    return InterpreterFrame(start, words_at(start - POINTER_BYTES, HEADER_WORDS + 1))


def interpreter_frame_of(frame: FrameType) -> int:
    """Address of the interpreter frame behind a frame object."""
    return words_at(id(frame) + FRAME_POINTER_AT, 1)[0]


def frame_key(frame: FrameType) -> int:
    """What stays the same while a frame lives, also when its frame object is made anew."""
    return interpreter_frame_of(frame) if FRAMES_ARE_READABLE else id(frame)


def code_offset_of(instruction: int, code: int) -> int:
    """Byte offset in `co_code` of a frame's instruction pointer."""
    return instruction - code - _BYTECODE_AT


def frame_of_generator(generator: int) -> int:
    """Address of the frame inside a generator, coroutine or asynchronous generator."""
    return generator + GENERATOR_FRAME_AT


def _find_frame() -> tuple[int, int]:
    def probe(first: object, second: object, third: object, unbound: object = None) -> Any:
        del unbound
        # The frame is not given a name here: it would hold itself, garbage that the script's collector finds.
        return _search_frame(sys._getframe(), (id(first), id(second), id(third), 0))

    found: tuple[int, int] = probe(object(), object(), object())
    return found


def _search_frame(frame: FrameType, wanted: tuple[int, ...]) -> tuple[int, int]:
    """Offset of the pointer in the frame object, and words of the header; zeros when something is not where it should be."""
    for hop in range(2 * POINTER_BYTES, 6 * POINTER_BYTES, POINTER_BYTES):
        target = words_at(id(frame) + hop, 1)[0]
        if not target or target % POINTER_BYTES or target in (id(frame.f_back), id(None)):
            continue
        words = words_at(target, _LONGEST_HEADER_WORDS)
        at = find_words(words, wanted)
        if (
            at is not None
            and at >= max(_CODE, _FUNCTION)
            and words[at - _CODE] & ~3 == id(frame.f_code)
            and words[at - _FRAME_OBJECT] == id(frame)
            and get_referents(object_at(words[at - _FUNCTION] & ~3))[0] is frame.f_code
        ):
            return hop, at
    return 0, 0


def _find_generator_frame() -> int:
    def probe(_first: object, _second: object, unbound: object = None) -> Any:
        del unbound
        yield

    first, second = object(), object()
    generator = probe(first, second)
    next(generator)
    words = words_at(id(generator), read_basicsize(type(generator)) // POINTER_BYTES + 4)
    at = find_words(words, (id(first), id(second), 0))
    generator.close()
    return 0 if at is None else (at - HEADER_WORDS) * POINTER_BYTES


def _find_bytecode() -> int:
    """Distance of the first instruction from its code object."""
    return _search_bytecode(sys._getframe())


def _search_bytecode(frame: FrameType) -> int:
    instruction = words_at(
        interpreter_frame_of(frame) + (HEADER_WORDS - _INSTRUCTION) * POINTER_BYTES, 1
    )[0]
    # The caller waits for us with its pointer and its offset at the same instruction.
    return instruction - id(frame.f_code) - frame.f_lasti


FRAME_POINTER_AT, HEADER_WORDS = _find_frame() if VERSION >= (3, 11) else (0, 0)
FRAMES_ARE_READABLE = HEADER_WORDS > 0
GENERATOR_FRAME_AT = _find_generator_frame() if FRAMES_ARE_READABLE else 0
_BYTECODE_AT = _find_bytecode() if FRAMES_ARE_READABLE else 0
# Places in the words of an `InterpreterFrame`.
CODE_WORD, NAMESPACE_WORD, FRAME_OBJECT_WORD, PREVIOUS_WORD, STATE_WORD = (
    HEADER_WORDS + 1 - back for back in (_CODE, _NAMESPACE, _FRAME_OBJECT, _PREVIOUS, _STATE)
)
OWNER_SHIFT = 8 * (_OWNER_BYTE if sys.byteorder == "little" else POINTER_BYTES - 1 - _OWNER_BYTE)
# From the start of a frame to the pointer to its frame object.
FRAME_OBJECT_PLACE = (FRAME_OBJECT_WORD - 1) * POINTER_BYTES
