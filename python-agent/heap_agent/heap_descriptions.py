"""Which rows are new or changed since they were last described, and those rows in words. Of each object only a hash is kept."""

from __future__ import annotations

import gc
from itertools import compress

from heap_agent.edge_labels import label_edges
from heap_agent.object_description import flags_of, length_column_value, size_column_value, title_of
from heap_agent.object_kinds import GENERATOR_PREFIXES
from heap_agent.safe_repr import (
    ATOM,
    ATOM_TYPE_IDS,
    OBJECT,
    OUTSIDE,
    BuiltinFunctionType,
    FrameType,
    FunctionType,
    TracebackType,
    atom_text,
    outside_text,
)
from heap_agent.wire import text_column, u8_column, u32_column, u64_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from heap_agent.heap_rows import HeapRows

_closure_of: Any = FunctionType.__dict__["__closure__"].__get__
_code_of: Any = FunctionType.__dict__["__code__"].__get__
# What these show cannot change without a change of their edges; all others may swap an atom for another one at the same address.
_SETTLED_TYPES = frozenset(map(id, (tuple, frozenset, FunctionType, BuiltinFunctionType, type)))
_FRAME_HOLDERS = frozenset((*GENERATOR_PREFIXES, id(FrameType), id(TracebackType)))
_FIXED_ATOM_IDS = frozenset(map(id, (type(None), bool, type(...), type(NotImplemented))))
_VALUE_ATOM_IDS = ATOM_TYPE_IDS - _FIXED_ATOM_IDS


class SeenObjects:
    """`signatures`: address -> hash of what was last described; `untracked`: address -> type address of the last untracked rows.

    What `changed_rows` found counts as told only after `commit`.
    """

    __slots__ = ("signatures", "untracked", "_found")

    def __init__(self) -> None:
        self.signatures: dict[int, int] = {}
        self.untracked: dict[int, int] = {}
        self._found: tuple[HeapRows, list[int], bool] | None = None

    def forget(self, addresses: Iterable[int], types_now: dict[int, int]) -> None:
        """Addresses with a new life. A plain dict that was untracked and is tracked now has only got its first container."""
        for address in addresses:
            if address in self.untracked and self.untracked[address] == types_now.get(
                address
            ) == id(dict):
                continue
            self.signatures.pop(address, None)

    def changed_rows(self, rows: HeapRows, packed_edges: bytes, keep_missing: bool) -> list[int]:
        """Rows to describe. `keep_missing`: objects that are not in the rows are in the hands of a collection and not forgotten."""
        known = self.signatures
        changed: list[int] = []
        current: list[int] = []
        end = 0
        for row, address in enumerate(rows.addresses):
            start = end
            end = start + 8 * rows.counts[row]
            kind = rows.types[row]
            signature = hash(packed_edges[start:end]) ^ kind
            if kind not in _SETTLED_TYPES:
                signature ^= _appearance(rows.objects[row], rows.referents[row])
                if kind in _FRAME_HOLDERS:
                    # A frame is a row only while it does not run.
                    signature ^= (
                        sum(map(rows.address_set.__contains__, map(id, rows.referents[row]))) << 8
                    )
            current.append(signature)
            if known.get(address) != signature:
                changed.append(row)
        self._found = (rows, current, keep_missing)
        return changed

    def commit(self) -> None:
        """The rows of the last message have been sent."""
        if self._found is None:
            return
        rows, current, keep_missing = self._found
        if not keep_missing:
            self.signatures.clear()
        self.signatures.update(zip(rows.addresses, current))
        self.untracked.clear()
        self.untracked.update(
            zip(rows.addresses[rows.tracked_rows :], rows.types[rows.tracked_rows :])
        )
        self._found = None

    def abandon(self) -> None:
        self._found = None


def _appearance(thing: Any, referents: list[Any]) -> int:
    """Hash of the atoms' values and of whether the finalizer ran; atoms hash in C."""
    if not referents:
        return hash((gc.is_finalized(thing), length_column_value(thing)))
    selected = map(_VALUE_ATOM_IDS.__contains__, map(id, map(type, referents)))
    return hash((gc.is_finalized(thing), *compress(referents, selected)))


def with_closures(changed: list[int], rows: HeapRows) -> tuple[list[int], dict[int, Sequence[str]]]:
    """The rows to describe, with the closure tuples of the functions among them; and the names those tuples capture."""
    captured: dict[int, Sequence[str]] = {}
    for row in changed:
        if rows.types[row] == id(FunctionType):
            closure = _closure_of(rows.objects[row])
            if closure is not None:
                captured[id(closure)] = _code_of(rows.objects[row]).co_freevars
    if not captured:
        return changed, captured
    wanted = set(changed)
    wanted.update(row for row, address in enumerate(rows.addresses) if address in captured)
    return sorted(wanted), captured


def description_columns(
    rows: HeapRows, changed: Sequence[int], captured: dict[int, Sequence[str]]
) -> list[bytes]:
    """Columns 11 to 19 of the heap message."""
    objects = [rows.objects[row] for row in changed]
    labels: list[str] = []
    kinds: list[int] = []
    texts: list[str] = []
    for row in changed:
        referents = rows.referents[row]
        labels += label_edges(rows.objects[row], referents, captured.get(rows.addresses[row]))
        for referent in referents:
            kind, text = referent_words(referent, rows.address_set)
            kinds.append(kind)
            texts.append(text)
    return [
        u64_column([rows.addresses[row] for row in changed]),
        u32_column([size_column_value(thing) for thing in objects]),
        u32_column([flags_of(thing) for thing in objects]),
        u32_column([length_column_value(thing) for thing in objects]),
        text_column([title_of(thing) for thing in objects]),
        u32_column([rows.counts[row] for row in changed]),
        text_column(labels),
        u8_column(kinds),
        text_column(texts),
    ]


def referent_words(referent: Any, rows: set[int]) -> tuple[int, str]:
    """Kind of referent and its text, as in columns 18 and 19."""
    if id(type(referent)) in ATOM_TYPE_IDS:
        return ATOM, atom_text(referent)
    if id(referent) in rows:
        return OBJECT, ""
    return OUTSIDE, outside_text(referent)
