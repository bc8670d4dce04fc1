"""Turns messages into the bytes that WIRE.md describes, and commands from bytes; knows nothing of heaps."""

from __future__ import annotations

from _struct import Struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WIRE_VERSION = 2
NONE = 0xFFFFFFFF
LONGEST_PAYLOAD = 256 * 1024 * 1024
LONGEST_COMMAND = 1024 * 1024

HELLO, HEAP, STEP, COLLECTION_START, COLLECTION_STOP = 1, 2, 3, 4, 5
ENDED, FAILURE, PAUSED, TRACING_LOST, EXIT, CANDIDATES, RUNNING = 6, 7, 8, 9, 10, 11, 12
COMMAND_CONTINUE, COMMAND_COLLECT, COMMAND_FINISH = 1, 2, 3
COMMAND_EXECUTE, COMMAND_BREAKPOINTS, COMMAND_PAUSE, COMMAND_RUN_CELL = 4, 5, 6, 7

_U8, _U32, _U64, _TEXT, _SAME = 1, 2, 3, 4, 5
# Struct objects of our own: `_struct.pack` keeps one for each format in a cache, where they would look like objects of the script.
_COLUMN_HEAD = Struct("<B3xI")
_FRAME_HEAD = Struct("<IHH")
SAME_COLUMN = _COLUMN_HEAD.pack(_SAME, 0)
HEADER_BYTES = 8


def u8_column(values: Sequence[int]) -> bytes:
    return _COLUMN_HEAD.pack(_U8, len(values)) + bytes(values)


def u32_column(values: Sequence[int]) -> bytes:
    return Struct("<B3xI%dI" % len(values)).pack(_U32, len(values), *values)


def u64_column(values: Sequence[int]) -> bytes:
    return Struct("<B3xI%dQ" % len(values)).pack(_U64, len(values), *values)


def packed_u64_column(count: int, packed: bytes) -> bytes:
    """A column of values that are packed already."""
    return _COLUMN_HEAD.pack(_U64, count) + packed


def packed_u32_column(count: int, packed: bytes) -> bytes:
    """A column of values that are packed already."""
    return _COLUMN_HEAD.pack(_U32, count) + packed


def pack_addresses(addresses: Sequence[int]) -> bytes:
    return Struct("<%dQ" % len(addresses)).pack(*addresses)


def pack_numbers(values: Sequence[int]) -> bytes:
    return Struct("<%dI" % len(values)).pack(*values)


def text_column(values: Sequence[str]) -> bytes:
    texts = [value.encode("utf-8", "replace") for value in values]
    lengths = [len(text) for text in texts]
    return Struct("<B3xI%dI" % len(texts)).pack(_TEXT, len(texts), *lengths) + b"".join(texts)


def frame(kind: int, columns: Sequence[bytes]) -> bytes:
    payload = b"".join(columns)
    if len(payload) > LONGEST_PAYLOAD:
        raise ValueError("a message is longer than the wire allows: %d bytes" % len(payload))
    return _FRAME_HEAD.pack(len(payload), kind, WIRE_VERSION) + payload


def frame_with_repeats(kind: int, columns: Sequence[bytes], previous: list[bytes]) -> bytes:
    """A frame whose unchanged columns only say so; `previous` then holds the columns of this frame."""
    if len(previous) == len(columns):
        sent = [
            SAME_COLUMN if len(new) > HEADER_BYTES and new == old else new
            for new, old in zip(columns, previous)
        ]
    else:
        sent = list(columns)
    previous[:] = columns
    return frame(kind, sent)


def read_header(header: bytes) -> tuple[int, int]:
    """Payload length and kind of a command; refuses what the app cannot have sent."""
    length, kind, version = _FRAME_HEAD.unpack_from(header)
    if (
        version != WIRE_VERSION
        or length > LONGEST_COMMAND
        or not COMMAND_CONTINUE <= kind <= COMMAND_RUN_CELL
    ):
        raise ValueError("a command that the wire does not know")
    return length, kind


def read_continue(payload: bytes) -> tuple[int, int]:
    """The arguments of `continue`: further steps, and until what."""
    values, end = _read_numbers(payload, 0)
    if len(values) != 2 or values[1] > 3 or end != len(payload):
        raise ValueError("`continue` carries something else than its two numbers")
    return values[0], values[1]


def read_execute(payload: bytes) -> str:
    """The argument of `execute`."""
    texts, end = _read_texts(payload, 0)
    if len(texts) != 1 or end != len(payload):
        raise ValueError("`execute` carries something else than one text")
    return texts[0]


def read_run_cell(payload: bytes) -> tuple[int, int, str, str, str]:
    """The arguments of `run-cell`: further steps, until what; file, name and text of the cell."""
    values, at = _read_numbers(payload, 0)
    texts, end = _read_texts(payload, at)
    if len(values) != 2 or values[1] > 3 or len(texts) != 3 or end != len(payload):
        raise ValueError("`run-cell` carries something else than it should")
    return values[0], values[1], texts[0], texts[1], texts[2]


def read_breakpoints(payload: bytes) -> list[tuple[int, str, str]]:
    """The arguments of `breakpoints`: line, file and condition of each."""
    lines, at = _read_numbers(payload, 0)
    files, at = _read_texts(payload, at)
    conditions, at = _read_texts(payload, at)
    if not len(lines) == len(files) == len(conditions) or at != len(payload):
        raise ValueError("the columns of `breakpoints` do not fit each other")
    return list(zip(lines, files, conditions))


def _read_numbers(payload: bytes, at: int) -> tuple[list[int], int]:
    count, at = _read_column_head(payload, at, _U32)
    return list(Struct("<%dI" % count).unpack_from(payload, at)), at + 4 * count


def _read_texts(payload: bytes, at: int) -> tuple[list[str], int]:
    count, at = _read_column_head(payload, at, _TEXT)
    texts: list[str] = []
    lengths = Struct("<%dI" % count).unpack_from(payload, at)
    at += 4 * count
    if at + sum(lengths) > len(payload):
        raise ValueError("a command ends inside a text")
    for length in lengths:
        texts.append(payload[at : at + length].decode("utf-8", "replace"))
        at += length
    return texts, at


def _read_column_head(payload: bytes, at: int, wanted: int) -> tuple[int, int]:
    if len(payload) < at + HEADER_BYTES:
        raise ValueError("a command ends inside a column")
    kind, count = _COLUMN_HEAD.unpack_from(payload, at)
    if kind != wanted or len(payload) < at + HEADER_BYTES + 4 * count:
        raise ValueError("a command carries a column that it should not")
    return count, at + HEADER_BYTES
