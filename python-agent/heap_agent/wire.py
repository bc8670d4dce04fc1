"""Turns messages into the bytes that WIRE.md describes, and commands from bytes; knows nothing of heaps."""

from __future__ import annotations

from _struct import Struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WIRE_VERSION = 1
NONE = 0xFFFFFFFF
LONGEST_PAYLOAD = 256 * 1024 * 1024

HELLO, HEAP, STEP, COLLECTION_START, COLLECTION_STOP = 1, 2, 3, 4, 5
ENDED, FAILURE, PAUSED, TRACING_LOST, EXIT = 6, 7, 8, 9, 10
COMMAND_CONTINUE, COMMAND_COLLECT, COMMAND_FINISH = 1, 2, 3

_U8, _U32, _U64, _TEXT, _SAME = 1, 2, 3, 4, 5
# Struct objects of our own: `_struct.pack` keeps one for each format in a cache, where they would look like objects of the script.
_COLUMN_HEAD = Struct("<B3xI")
_FRAME_HEAD = Struct("<IHH")
_ONE_NUMBER = Struct("<I")
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


def pack_addresses(addresses: Sequence[int]) -> bytes:
    return Struct("<%dQ" % len(addresses)).pack(*addresses)


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
        or length > 1024
        or kind not in (COMMAND_CONTINUE, COMMAND_COLLECT, COMMAND_FINISH)
    ):
        raise ValueError("a command that the wire does not know")
    return length, kind


def read_further_steps(payload: bytes) -> int:
    """The argument of `continue`: one u32 column with one value."""
    column_type, count = _COLUMN_HEAD.unpack_from(payload)
    if column_type != _U32 or count != 1 or len(payload) != 12:
        raise ValueError("`continue` carries something else than one number")
    further: int = _ONE_NUMBER.unpack_from(payload, 8)[0]
    return further
