"""3.14+: the stack of a suspended generator may hold references that own no count, marked in their low bit; the collector skips them, get_referents does not."""

from __future__ import annotations

from itertools import compress

from heap_agent.object_kinds import GENERATOR_PREFIXES
from heap_agent.python_versions import HAS_BORROWED_STACK_SLOTS
from heap_agent.raw_memory import POINTER_BYTES, words_at
from heap_agent.type_facts import read_basicsize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from typing import Any

_BORROWED = 1
_LONGEST_STACK_WORDS = 4096


def borrowed_addresses(
    objects: Iterable[Any], types: Iterable[int], running: Container[int] = ()
) -> list[int]:
    """One address per borrowed slot of the suspended generators among the objects; `running`: addresses of those that are not suspended."""
    found: list[int] = []
    if _OFFSETS is None:
        return found
    for thing in compress(objects, map(GENERATOR_PREFIXES.__contains__, types)):
        if id(thing) not in running:
            found += _borrowed_in(thing)
    return found


def _borrowed_in(generator: Any) -> list[int]:
    stack_pointer_at, first_local = _OFFSETS or (0, 0)
    used = words_at(id(generator) + stack_pointer_at, 1)[0] - id(generator) - first_local
    if not 0 < used <= _LONGEST_STACK_WORDS * POINTER_BYTES:
        return []
    words = words_at(id(generator) + first_local, used // POINTER_BYTES)
    return [word & ~3 for word in words if word & 3 == _BORROWED and word != _BORROWED]


def _find_offsets() -> tuple[int, int] | None:
    """Where a generator keeps its stack pointer and its first local: what fits two generators whose stacks are of different heights."""

    def low(thing: object) -> Any:
        kept = (thing, (yield), thing)
        yield kept

    def high(thing: object) -> Any:
        kept = (thing, thing, thing, (yield), thing)
        yield kept

    # One alone may fit by chance: a word nobody has written yet holds what an earlier object of that memory left there.
    fitting = _fitting_offsets(low, 1) & _fitting_offsets(high, 3)
    return min(fitting, default=None)


def _fitting_offsets(probe: Any, borrowed: int) -> set[tuple[int, int]]:
    """The offsets at which a suspended generator has a pointer just behind so many borrowed references, and one owned reference, the argument, before them."""
    thing = object()
    generator = probe(thing)
    next(generator)
    words = words_at(id(generator), read_basicsize(type(generator)) // POINTER_BYTES + 8)
    found: set[tuple[int, int]] = set()
    for at in range(4, len(words)):
        end = (words[at] - id(generator)) // POINTER_BYTES
        if not at < end <= len(words) or words[at] % POINTER_BYTES != 0:
            continue
        stack = words[at + 1 : end]
        if stack[-borrowed:] == (id(thing) | _BORROWED,) * borrowed and stack.count(id(thing)) == 1:
            first_local = at + 1 + stack.index(id(thing))
            found.add((at * POINTER_BYTES, first_local * POINTER_BYTES))
    return found


_OFFSETS = _find_offsets() if HAS_BORROWED_STACK_SLOTS else None
