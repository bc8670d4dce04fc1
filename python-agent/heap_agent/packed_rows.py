"""The columns of the rows as the bytes that are sent, and that tell whether something is still as it was."""

from __future__ import annotations

import sys

from heap_agent.raw_memory import POINTER_BYTES, list_memory
from heap_agent.wire import pack_addresses, pack_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.heap_rows import HeapRows

_MEMORY_IS_AS_SENT = POINTER_BYTES == 8 and sys.byteorder == "little"


class PackedRows:
    """`addresses`, `types` and `edges` with 8 bytes each, `counts` with 4."""

    __slots__ = ("addresses", "counts", "edges", "types")

    def __init__(self, rows: HeapRows) -> None:
        self.addresses = pack_addresses(rows.addresses)
        self.types = pack_addresses(rows.types)
        self.counts = pack_numbers(rows.counts)
        self.edges = packed_ids(rows.edges)


def packed_ids(objects: list[Any]) -> bytes:
    """The addresses of the objects, 8 bytes each."""
    memory = list_memory(objects) if _MEMORY_IS_AS_SENT else None
    return pack_addresses(list(map(id, objects))) if memory is None else memory
