"""Which rows are new or changed since they were last described. Of each object only a hash is kept, and of each block of rows.

Blocks that are as they were, wherever they have moved to, are passed over; only in the others rows are looked at one by one.
"""

from __future__ import annotations

import gc
from itertools import accumulate, compress, filterfalse

from heap_agent.container_items import container_base
from heap_agent.object_description import length_column_value
from heap_agent.object_kinds import GENERATOR_PREFIXES
from heap_agent.safe_repr import (
    ATOM_TYPE_IDS,
    BuiltinFunctionType,
    FrameType,
    FunctionType,
    TracebackType,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from heap_agent.heap_rows import HeapRows
    from heap_agent.packed_rows import PackedRows

    # First row, row behind the last, hash.
    Block = tuple[int, int, int]

_ROWS_IN_BLOCK = 64
# `hash` never gives it.
_NEVER_THE_SAME = -1
# What these show cannot change without a change of their edges; all others may swap an atom for another one at the same address.
_SETTLED_TYPES = frozenset(map(id, (tuple, frozenset, FunctionType, BuiltinFunctionType, type)))
_FRAME_HOLDERS = frozenset((*GENERATOR_PREFIXES, id(FrameType), id(TracebackType)))
_FIXED_ATOM_IDS = frozenset(map(id, (type(None), bool, type(...), type(NotImplemented))))
_VALUE_ATOM_IDS = ATOM_TYPE_IDS - _FIXED_ATOM_IDS


class SeenObjects:
    """`signatures`: address -> hash of what was last described; `untracked`: address -> type address of the last untracked rows.

    `_sizes`, `_hashes`: address of the first row of a block -> rows in it, hash. `_forgotten`: addresses whose signature has been dropped since
    the blocks were made. What `changed_rows` found counts as told only after `commit`.
    """

    __slots__ = ("signatures", "untracked", "_sizes", "_hashes", "_forgotten", "_found")

    def __init__(self) -> None:
        self.signatures: dict[int, int] = {}
        self.untracked: dict[int, int] = {}
        self._sizes: dict[int, int] = {}
        self._hashes: dict[int, int] = {}
        self._forgotten: set[int] = set()
        self._found: tuple[HeapRows, _Comparison, bool] | None = None

    def forget(self, addresses: Iterable[int], rows: HeapRows) -> None:
        """Addresses with a new life. A plain dict that was untracked and is tracked now has only got its first container."""
        kept: set[int] = set()
        were_untracked = self.untracked.keys() & addresses
        if were_untracked:
            now = dict(zip(rows.addresses, rows.types))
            for address in were_untracked:
                if self.untracked[address] == now.get(address) == id(dict):
                    kept.add(address)
        for address in addresses:
            if address not in kept and self.signatures.pop(address, None) is not None:
                self._forgotten.add(address)

    def changed_rows(self, rows: HeapRows, packed: PackedRows, keep_missing: bool) -> list[int]:
        """Rows to describe. `keep_missing`: objects that are not in the rows are in the hands of a collection and not forgotten."""
        comparison = _Comparison(rows, packed)
        known_starts = list(
            compress(range(len(rows.addresses)), map(self._sizes.__contains__, rows.addresses))
        )
        known_starts.append(len(rows.addresses))
        row = 0
        for start in known_starts:
            if start < row:  # inside a block that is as it was
                continue
            comparison.look_at(row, start, self.signatures)
            row = start
            if start < len(rows.addresses):
                row = self._behind_same_block(rows, comparison, start)
        self._found = (rows, comparison, keep_missing)
        return comparison.changed

    def _behind_same_block(self, rows: HeapRows, comparison: _Comparison, start: int) -> int:
        first = rows.addresses[start]
        end = start + self._sizes[first]
        if end > len(rows.addresses) or (
            self._forgotten and not self._forgotten.isdisjoint(rows.addresses[start:end])
        ):
            return start
        return end if comparison.is_same(start, end, self._hashes[first]) else start

    def commit(self) -> None:
        """The rows of the last message have been sent."""
        if self._found is None:
            return
        rows, comparison, keep_missing = self._found
        # Not from the dict itself: from 3.14 on the collector would track ours because it tracks that one.
        self.signatures.update(comparison.signatures.items())
        if not keep_missing and len(self.signatures) > len(rows.addresses):
            for address in list(filterfalse(rows.address_set.__contains__, self.signatures)):
                del self.signatures[address]
        self._forgotten.clear()
        self._sizes.clear()
        self._hashes.clear()
        for start, end, value in comparison.blocks:
            self._sizes[rows.addresses[start]] = end - start
            self._hashes[rows.addresses[start]] = value
        self.untracked.clear()
        self.untracked.update(
            zip(rows.addresses[rows.tracked_rows :], rows.types[rows.tracked_rows :])
        )
        self._found = None

    def abandon(self) -> None:
        self._found = None


class _Comparison:
    """`changed`: rows; `signatures`: address -> hash of the rows that were looked at; `blocks`: all rows, in their order."""

    __slots__ = (
        "changed", "signatures", "blocks", "_rows", "_packed", "_ends", "_has_value", "_finalized", "_unhashed",
    )  # fmt: skip

    def __init__(self, rows: HeapRows, packed: PackedRows) -> None:
        self.changed: list[int] = []
        self.signatures: dict[int, int] = {}
        self.blocks: list[Block] = []
        self._rows = rows
        self._packed = packed
        self._ends = [0, *accumulate(rows.counts)]
        self._has_value = bytes(map(_VALUE_ATOM_IDS.__contains__, map(id, map(type, rows.edges))))
        self._finalized = bytes(map(gc.is_finalized, rows.objects))
        # Kinds that show more than their references.
        self._unhashed = {
            address
            for address, kind in rows.kinds.items()
            if address in _FRAME_HOLDERS or container_base(kind) == id(bytearray)
        }

    def is_same(self, start: int, end: int, known: int) -> bool:
        if self._hash(start, end) != known or known == _NEVER_THE_SAME:
            return False
        self.blocks.append((start, end, known))
        return True

    def look_at(self, start: int, end: int, known: dict[int, int]) -> None:
        """Row by row; `known`: address -> signature."""
        addresses = self._rows.addresses
        for row in range(start, end):
            signature = self.signatures[addresses[row]] = self._signature(row)
            if known.get(addresses[row]) != signature:
                self.changed.append(row)
        if start < end and self.blocks and start - self.blocks[-1][0] < _ROWS_IN_BLOCK // 2:
            # Otherwise many steps with one new object each would end in as many blocks.
            start = self.blocks.pop()[0]
        for at in range(start, end, _ROWS_IN_BLOCK):
            behind = min(at + _ROWS_IN_BLOCK, end)
            self.blocks.append((at, behind, self._hash(at, behind)))

    def _signature(self, row: int) -> int:
        rows = self._rows
        start, end = self._ends[row : row + 2]
        kind = rows.types[row]
        signature = hash(self._packed.edges[8 * start : 8 * end]) ^ kind
        if kind in _SETTLED_TYPES:
            return signature
        referents = rows.referents[row]
        if kind in _FRAME_HOLDERS:
            # A frame is a row only while it does not run.
            signature ^= sum(map(rows.address_set.__contains__, map(id, referents))) << 8
        length = 0 if referents else length_column_value(rows.objects[row])
        return signature ^ hash((self._finalized[row], length, *self._atoms(start, end)))

    def _hash(self, start: int, end: int) -> int:
        packed = self._packed
        if self._unhashed and not self._unhashed.isdisjoint(self._rows.types[start:end]):
            return _NEVER_THE_SAME
        first, last = self._ends[start], self._ends[end]
        return hash(
            (
                packed.addresses[8 * start : 8 * end],
                packed.types[8 * start : 8 * end],
                packed.counts[4 * start : 4 * end],
                packed.edges[8 * first : 8 * last],
                self._finalized[start:end],
                *self._atoms(first, last),
            )
        )

    def _atoms(self, start: int, end: int) -> Iterable[Any]:
        """The values among the referents; they hash in C."""
        return compress(self._rows.edges[start:end], self._has_value[start:end])
