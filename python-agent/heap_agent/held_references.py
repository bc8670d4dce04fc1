"""Who owns the counts that no object of the heap owns: which names do, and what else the running frames hold. Columns 30 to 36 of the heap message."""

from __future__ import annotations

from _collections import _count_elements  # pyright: ignore[reportMissingImports]
from itertools import chain

from heap_agent.raw_memory import object_at
from heap_agent.running_frames import TEMPORARY
from heap_agent.script_names import scope_name
from heap_agent.wire import text_column, u8_column, u32_column, u64_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from heap_agent.heap_message import Scope
    from heap_agent.heap_rows import HeapRows
    from heap_agent.live_names import LiveNames
    from heap_agent.person_modules import ModuleNames
    from heap_agent.running_frames import Held, RunningFrame

    # Qualified name, file, thread, whether it is a library's, references.
    Holding = tuple[str, str, int, int, list[Held]]

_MODULE = "<module>"


class HeldReferences:
    """`name_of_file` gives the wire's name of a code object's file (empty: the script), None for a library's."""

    __slots__ = (
        "name_owns", "_holdings", "_listed", "_name_of_file", "_rows", "_thread_numbers", "_guessed",
    )  # fmt: skip

    def __init__(
        self,
        rows: set[int],
        name_of_file: Callable[[Any], str | None],
        thread_numbers: dict[int, int],
    ) -> None:
        self.name_owns: list[int] = []
        self._holdings: list[Holding] = []
        self._listed: list[int] = []
        self._guessed: list[Holding] = []
        self._name_of_file = name_of_file
        self._rows = rows
        self._thread_numbers = thread_numbers

    def find(self, names: LiveNames, modules: Sequence[ModuleNames]) -> None:
        scopes = names.scopes
        listed = _listed_names(scopes)
        owned: dict[Held, int] = {}
        # A function's frame of such a module would tell what the module holds as its own.
        seen_namespaces = {namespace for _, namespace, _ in modules}
        for file, _, pairs in modules:
            references = _unlisted_pairs(pairs, scopes, self._rows)
            if references:
                self._holdings.append((_MODULE, file, 0, 0, references))
        for thread in (names.own, *names.others):
            number = self._thread_numbers.setdefault(thread.ident, len(self._thread_numbers))
            for frame in thread.frames:
                references = self._references_of(frame, scopes, seen_namespaces)
                if thread is names.own:
                    references = _without_listed(references, listed, owned)
                if references:
                    file = self._name_of_file(frame.code)
                    shown = frame.code.co_filename if file is None else file
                    title = scope_name(frame.code)
                    self._holdings.append((title, shown, number, int(file is None), references))
                    if frame.is_guess:
                        self._guessed.append(self._holdings[-1])
        are_known = bool(names.own.frames)
        self.name_owns = [owns for scope in scopes for owns in _owners(scope, owned, are_known)]
        values = [id(value) for scope in scopes for _, value in scope[2]]
        self._listed = [value for value, owns in zip(values, self.name_owns) if owns]

    def references(self, rows: HeapRows) -> dict[int, int]:
        """How many references to each address the message lists."""
        found: dict[int, int] = {}
        held = (address for holding in self._holdings for _, address in holding[4])
        _count_elements(found, chain(map(id, rows.edges), self._listed, held))
        return found

    def drop_stale(self, rows: HeapRows, borrowed: Sequence[int]) -> None:
        """A temporary that was guessed and that the refcount leaves no room for is one that C code has dropped already."""
        if not any(name == TEMPORARY for holding in self._guessed for name, _ in holding[4]):
            return
        listed = self.references(rows)
        for address in borrowed:
            listed[address] -= 1
        counts = dict(zip(rows.addresses, rows.refcounts))
        for holding in self._guessed:
            for reference in list(holding[4]):
                name, address = reference
                if name == TEMPORARY and listed[address] > counts[address]:
                    holding[4].remove(reference)
                    listed[address] -= 1

    def columns(self) -> list[bytes]:
        held = [reference for holding in self._holdings for reference in holding[4]]
        return [
            text_column([holding[0] for holding in self._holdings]),
            text_column([holding[1] for holding in self._holdings]),
            u32_column([holding[2] for holding in self._holdings]),
            u8_column([holding[3] for holding in self._holdings]),
            u32_column([len(holding[4]) for holding in self._holdings]),
            text_column([name for name, _ in held]),
            u64_column([address for _, address in held]),
        ]

    def _references_of(
        self, frame: RunningFrame, scopes: Sequence[Scope], seen_namespaces: set[int]
    ) -> list[Held]:
        rows = self._rows
        slots = frame.slots
        if frame.generator in rows:
            # A generator shows the frame's other references as its own edges.
            slots = [slot for slot in slots if not slot[0].startswith("<")]
        references = [slot for slot in slots if slot[1] in rows]
        namespace = frame.namespace
        if namespace and namespace not in rows and namespace not in seen_namespaces:
            seen_namespaces.add(namespace)
            references += _unlisted_globals(object_at(namespace), scopes, rows)
        return references


def _listed_names(scopes: Sequence[Scope]) -> dict[tuple[str, int], int]:
    """How often each local variable is listed with each value."""
    listed: dict[tuple[str, int], int] = {}
    for scope in scopes:
        if scope[0] != _MODULE:
            for name, value in scope[2]:
                pair = name, id(value)
                listed[pair] = listed.get(pair, 0) + 1
    return listed


def _without_listed(
    references: list[Held], listed: dict[tuple[str, int], int], owned: dict[Held, int]
) -> list[Held]:
    left: list[Held] = []
    for reference in references:
        if listed.get(reference):
            listed[reference] -= 1
            owned[reference] = owned.get(reference, 0) + 1
        else:
            left.append(reference)
    return left


def _owners(scope: Scope, owned: dict[Held, int], are_frames_known: bool) -> list[int]:
    """One for a name that owns a count; zero when its value is in a cell, or only borrowed (3.14+)."""
    if scope[0] == _MODULE or not are_frames_known:
        return [1] * len(scope[2])
    owners: list[int] = []
    for name, value in scope[2]:
        pair = name, id(value)
        owners.append(1 if owned.get(pair) else 0)
        if owners[-1]:
            owned[pair] -= 1
    return owners


def _unlisted_globals(namespace: Any, scopes: Sequence[Scope], rows: set[int]) -> list[Held]:
    """What a running module holds by names that are not shown."""
    return (
        [] if type(namespace) is not dict else _unlisted_pairs(dict.items(namespace), scopes, rows)
    )


def _unlisted_pairs(
    pairs: Iterable[tuple[Any, Any]], scopes: Sequence[Scope], rows: set[int]
) -> list[Held]:
    listed = {
        (name, id(value)) for scope in scopes if scope[0] == _MODULE for name, value in scope[2]
    }
    return [
        (name, id(value))
        for name, value in list(pairs)
        if id(value) in rows and type(name) is str and (name, id(value)) not in listed
    ]
