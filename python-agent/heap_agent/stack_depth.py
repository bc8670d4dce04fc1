"""How many values are on a frame's evaluation stack before an instruction, found from its bytecode (as `calculate_stackdepth` of Python/flowgraph.c does).

Needed on 3.11 to 3.13, where a frame that waits for C code has not stored where its stack ends.
"""

from __future__ import annotations

from _struct import Struct

from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import stack_effect_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

NEEDS_BYTECODE = (3, 11) <= VERSION <= (3, 13)
_EXTENDED_ARG, _RETURN_VALUE, _YIELD_VALUE = (
    (71, 36, 118) if VERSION == (3, 13) else (144, 83, 150 if VERSION == (3, 12) else 86)
)
_FORWARD: frozenset[int] = {
    (3, 11): frozenset((93, 110, 111, 112, 114, 115, 123, 128, 129)),
    (3, 12): frozenset((93, 110, 114, 115, 123, 128, 129)),
    (3, 13): frozenset((72, 79, 97, 98, 99, 100, 104)),
}.get(VERSION, frozenset())
_BACKWARD: frozenset[int] = {
    (3, 11): frozenset((134, 140, 173, 174, 175, 176)),
    (3, 12): frozenset((134, 140)),
    (3, 13): frozenset((77, 78)),
}.get(VERSION, frozenset())
# Returns, raises and unconditional jumps: the next instruction is not theirs.
_ENDING: frozenset[int] = {
    (3, 11): frozenset((83, 119, 130, 110, 134, 140)),
    (3, 12): frozenset((3, 83, 119, 121, 130, 110, 134, 140)),
    (3, 13): frozenset((22, 36, 101, 102, 103, 79, 77, 78)),
}.get(VERSION, frozenset())
# The value that starts a generator is there before its first instruction, up to 3.12.
_GENERATOR_FLAGS = 0x20 | 0x80 | 0x200
# On 3.11 the compiler lets the arguments go at the PRECALL before it; they stay until the call is done.
_CALL_OF_3_11 = 171 if VERSION == (3, 11) else None
_CALLS: dict[tuple[int, int], frozenset[int]] = {
    (3, 11): frozenset((166, 171)),
    (3, 12): frozenset((171,)),
    (3, 13): frozenset((53, 57)),
}
_CALL_WITH_NAMES = 57 if VERSION == (3, 13) else None
# Instructions that have given away the top of the stack before they run code of others: the manager of a `with` before its `__enter__`,
# the value stored before the old one dies, the starred arguments once they are a tuple.
_GIVES_AWAY: dict[int, int] = {
    (3, 11): {125: 1, 138: 1},
    (3, 12): {52: 1, 53: 1, 125: 1, 138: 1},
    (3, 13): {1: 1, 2: 1, 109: 1, 110: 1, 111: 1, 112: 2},
}.get(VERSION, {})
_CALL_WITH_STARS = 54 if VERSION == (3, 13) else 142
_UNIT = 2
_SIGNATURE = Struct("q")

_Instruction = tuple[int, int, int]


class StackDepths:
    """Remembers what it found about a code object by its address and its bytecode, and keeps no code object alive.

    It is kept as bytes, two per instruction, because a tuple or a dict would look like an object of the script.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}

    def while_called(self, code: CodeType, offset: int) -> int:
        """Values on the stack while the instruction at this byte offset waits for C code; 0 when it cannot be said."""
        signature = _SIGNATURE.pack(hash(code.co_code))
        known = self._known.get(id(code))
        if known is None or not known.startswith(signature):
            known = self._known[id(code)] = signature + _packed(
                find_depths(code), len(code.co_code)
            )
        at = len(signature) + offset
        depth = int.from_bytes(known[at : at + _UNIT], "little")
        number, argument = code.co_code[offset : offset + _UNIT]
        given = 1 + argument % 2 if number == _CALL_WITH_STARS else _GIVES_AWAY.get(number, 0)
        return max(0, depth - given)


def _packed(depths: dict[int, int], size: int) -> bytes:
    return b"".join(
        depths.get(offset, 0).to_bytes(_UNIT, "little") for offset in range(0, size, _UNIT)
    )


def leaves_with_value(code: CodeType, offset: int) -> bool:
    """Whether the instruction returns the value on top of the stack."""
    return code.co_code[offset] == _RETURN_VALUE


def is_yield(code: CodeType, offset: int) -> bool:
    """Whether a generator whose frame is at this offset is about to yield; 3.13 has gone on to the next instruction by then."""
    at = offset - _UNIT if VERSION == (3, 13) else offset
    return at >= 0 and code.co_code[at] == _YIELD_VALUE


def receiver_places(code: CodeType, offset: int, depth: int) -> tuple[int, int] | None:
    """Places on the stack of the callable and of what follows it (`self` or nothing) while the call at this offset runs; None at another instruction."""
    bytecode = code.co_code
    number = bytecode[offset]
    if number not in _CALLS.get(VERSION, ()):
        return None
    arguments = bytecode[offset + 1]
    at, shift = offset - _UNIT, 8
    while at >= 0 and bytecode[at] == _EXTENDED_ARG:
        arguments |= bytecode[at + 1] << shift
        at, shift = at - _UNIT, shift + 8
    first = depth - arguments - (2 if number != _CALL_WITH_NAMES else 3)
    return (first, first + 1) if first >= 0 else None


def find_depths(code: Any) -> dict[int, int]:
    """Byte offset of each reachable instruction -> values on the stack before it; empty when the bytecode is not understood."""
    instructions = _read_instructions(code.co_code)
    start = 1 if VERSION <= (3, 12) and code.co_flags & _GENERATOR_FLAGS else 0
    depths: dict[int, int] = {}
    waiting = [(0, start)]
    table: bytes = getattr(code, "co_exceptiontable", b"")
    waiting += [
        (target, depth + 1 + with_offset) for target, depth, with_offset in _handlers(table)
    ]
    while waiting:
        offset, depth = waiting.pop()
        while offset in instructions and offset not in depths:
            code_number, argument, following = instructions[offset]
            depths[offset] = depth + (argument if code_number == _CALL_OF_3_11 else 0)
            if code_number in _FORWARD or code_number in _BACKWARD:
                way = -_UNIT if code_number in _BACKWARD else _UNIT
                waiting.append(
                    (following + way * argument, depth + _effect(code_number, argument, 1))
                )
            if code_number in _ENDING:
                break
            depth += _effect(code_number, argument, 0)
            offset = following
    return depths if all(0 <= depth <= code.co_stacksize for depth in depths.values()) else {}


def _read_instructions(bytecode: bytes) -> dict[int, _Instruction]:
    """Offset -> number, argument, offset of the next. Jumps may lead to the prefixes of an instruction, so these are listed too."""
    found: dict[int, _Instruction] = {}
    argument = 0
    prefixes: list[int] = []
    at = 0
    while at < len(bytecode):
        number = bytecode[at]
        argument = argument << 8 | bytecode[at + 1]
        following = at + _UNIT
        if number == _EXTENDED_ARG:
            prefixes.append(at)
            at = following
            continue
        # Inline caches read as instruction 0.
        while following < len(bytecode) and bytecode[following] == 0:
            following += _UNIT
        for place in (*prefixes, at):
            found[place] = number, argument, following
        prefixes.clear()
        argument = 0
        at = following
    return found


def _handlers(table: bytes) -> list[tuple[int, int, int]]:
    """(offset, depth, whether the offset of the raising instruction is pushed) of each exception handler (Objects/exception_handling_notes.txt)."""
    found: list[tuple[int, int, int]] = []
    numbers: list[int] = []
    value = 0
    for byte in table:
        value = value << 6 | byte & 63
        if not byte & 64:
            numbers.append(value)
            value = 0
    for at in range(0, len(numbers) - 3, 4):
        depth_and_offset = numbers[at + 3]
        found.append((numbers[at + 2] * _UNIT, depth_and_offset >> 1, depth_and_offset & 1))
    return found


_effect: Any = stack_effect_function() if NEEDS_BYTECODE else None
