"""Makes the `heap` message: all rows in columns, and in words only what is new or changed since it was last described."""

from __future__ import annotations

import gc

from heap_agent.borrowed_slots import borrowed_addresses
from heap_agent.heap_capture import HeapFilter
from heap_agent.heap_descriptions import description_columns, referent_words, with_closures
from heap_agent.heap_rows import HeapRows
from heap_agent.held_references import HeldReferences
from heap_agent.live_names import LiveNames
from heap_agent.missing_dictionaries import add_missing_dictionaries
from heap_agent.packed_rows import PackedRows
from heap_agent.person_modules import PersonModules
from heap_agent.seen_objects import SeenObjects
from heap_agent.type_facts import module_of, qualname_of
from heap_agent.weak_references import weak_references
from heap_agent.wire import (
    HEAP,
    frame_with_repeats,
    packed_u32_column,
    packed_u64_column,
    text_column,
    u8_column,
    u32_column,
    u64_column,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from heap_agent.born_objects import BornObjects

    # Qualified name, line, (name, value) pairs, file (empty: the script).
    Scope = tuple[str, int, list[tuple[str, Any]], str]

# Added to the kind of a name that owns no count.
_OWNS_NONE = 4
INSIDE_COLLECTION, COLLECTOR_ON, IMPORTED, OTHER_TRACER, FROZEN, THAWED = 1, 2, 4, 8, 16, 32
_FLAGS = INSIDE_COLLECTION | COLLECTOR_ON | IMPORTED | OTHER_TRACER


class HeapMessages:
    """Remembers what the app has been told, so that a message only says what is new."""

    __slots__ = (
        "_born",
        "_seen",
        "announced",
        "announced_parts",
        "_previous",
        "_wanted",
        "_frozen",
        "_frozen_now",
        "own_objects",
        "name_of_file",
        "thread_numbers",
        "modules",
    )

    def __init__(self, born: BornObjects) -> None:
        self._born = born
        self._seen = SeenObjects()
        # Addresses of the types that the app knows.
        self.announced: set[int] = set()
        # `gc.get_freeze_count()` at the last heap that was sent, and at the one that was made; -1 before.
        self._frozen = self._frozen_now = -1
        # Hashes of packed types, all of which it knows.
        self.announced_parts: set[int] = set()
        self._previous: list[bytes] = []
        # The agent's own, left out of the total; what it makes later is gone again or next to nothing.
        self.own_objects = 0
        self._wanted = HeapFilter(born.library, born.hidden)
        # How the wire calls the file of a code object (None: a library's) and a thread; the recorder knows.
        self.name_of_file: Callable[[Any], str | None] = _library_file
        self.thread_numbers: dict[int, int] = {}
        self.modules = PersonModules()

    def make(
        self,
        mark: list[Any],
        flags: int,
        read_scopes: Callable[[], Sequence[Scope]],
    ) -> bytes:
        """The message of this instant; `mark` is younger than anything of the script. The caller has disabled the collector.

        The names are read after the counts, because what is read is held.
        """
        if self._born.library_shrank:
            self._born.library_shrank = False
            self._wanted.forget_known()
        names = LiveNames(read_scopes)
        while True:
            names.look()
            rows = HeapRows(mark, self._wanted)
            try:
                if names.look_again():
                    return self._write(rows, flags, names)
            finally:
                rows.release()

    def commit(self) -> None:
        """The last message has been sent."""
        self._seen.commit()
        self._frozen = self._frozen_now
        self._born.reborn.clear()

    def abandon(self) -> None:
        """The last message was not sent: the next one says everything about types and columns again."""
        self._seen.abandon()
        self.announced.clear()
        self.announced_parts.clear()
        self._previous.clear()

    def _write(self, rows: HeapRows, flags: int, names: LiveNames) -> bytes:
        scopes = names.scopes
        added = add_missing_dictionaries(rows)
        for thread in (names.own, *names.others):
            rows.leave_out_running(thread)
        reborn = self._born.reborn
        if not self.announced.isdisjoint(reborn):
            self.announced.difference_update(reborn)
            self.announced_parts.clear()
        self._seen.forget(reborn, rows)
        rows.put_born_last(self._seen.signatures)
        modules = self.modules.names()
        pairs = [pair for named in (*scopes, *modules) for pair in named[2]]
        rows.append_untracked(self._born, [value for _, value in pairs])
        pairs.clear()
        rows.flatten()
        held = HeldReferences(rows.address_set, self.name_of_file, self.thread_numbers)
        held.find(names, modules)
        borrowed = added + borrowed_addresses(rows.objects, rows.types, names.running_generators)
        held.drop_stale(rows, borrowed)
        if names.others:
            rows.raise_to(held.references(rows))
        packed = PackedRows(rows)
        count = len(rows.addresses)
        changed, captured = with_closures(
            self._seen.changed_rows(rows, packed, bool(flags & INSIDE_COLLECTION)), rows
        )
        weak = weak_references(rows)
        columns = [
            u32_column(
                [
                    flags & _FLAGS | self._freeze_flag(),
                    max(rows.tracked_rows, rows.tracked_total - self.own_objects),
                    rows.tracked_rows,
                    rows.born_from,
                ]
            ),
            packed_u64_column(count, packed.addresses),
            packed_u64_column(count, packed.types),
            u32_column(rows.refcounts),
            packed_u32_column(count, packed.counts),
            packed_u64_column(len(rows.edges), packed.edges),
            u32_column([rows.oldest_end, rows.middle_end]),
            u64_column(borrowed),
            *self._new_types(rows),
            *description_columns(rows, changed, captured),
            *_scope_columns(scopes, rows.address_set, held.name_owns),
            u64_column([holder for holder, _ in weak]),
            u64_column([referent for _, referent in weak]),
            *held.columns(),
        ]
        return frame_with_repeats(HEAP, columns, self._previous)

    def _freeze_flag(self) -> int:
        before = self._frozen
        self._frozen_now = gc.get_freeze_count()
        if before < 0:
            # 3.12 hides some objects of its own from the start.
            return 0
        if self._frozen_now > before:
            return FROZEN
        return THAWED if before and not self._frozen_now else 0

    def _new_types(self, rows: HeapRows) -> list[bytes]:
        new = sorted(rows.kinds.keys() - self.announced)
        self.announced.update(new)
        types = list(map(rows.kinds.__getitem__, new))
        return [
            u64_column(new),
            text_column(list(map(module_of, types))),
            text_column(list(map(qualname_of, types))),
        ]


def _scope_columns(
    scopes: Sequence[Scope], rows: set[int], name_owns: Sequence[int]
) -> list[bytes]:
    pairs = [pair for scope in scopes for pair in scope[2]]
    words = [referent_words(value, rows) for _, value in pairs]
    return [
        text_column([scope[0] for scope in scopes]),
        u32_column([scope[1] for scope in scopes]),
        u32_column([len(scope[2]) for scope in scopes]),
        text_column([name for name, _ in pairs]),
        u64_column([id(value) for _, value in pairs]),
        u8_column(
            [kind if owns else kind | _OWNS_NONE for (kind, _), owns in zip(words, name_owns)]
        ),
        text_column([text for _, text in words]),
        text_column([scope[3] for scope in scopes]),
    ]


def _library_file(_code: Any) -> None:
    return None
