"""Rows of the heap in words: columns 11 to 19 of the heap message."""

from __future__ import annotations

from heap_agent.edge_labels import label_edges
from heap_agent.object_description import flags_of, length_column_value, size_column_value, title_of
from heap_agent.safe_repr import (
    ATOM,
    ATOM_TYPE_IDS,
    OBJECT,
    OUTSIDE,
    FunctionType,
    atom_text,
    outside_text,
)
from heap_agent.wire import text_column, u8_column, u32_column, u64_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from heap_agent.heap_rows import HeapRows

_closure_of: Any = FunctionType.__dict__["__closure__"].__get__
_code_of: Any = FunctionType.__dict__["__code__"].__get__


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
