"""What the script finds at its start: the collector's counts and free lists as they would be without us.

Loading our sitecustomize leaves other counts and free lists than looking for one in vain. The app measures the difference with `count_probe.py`, run plainly
and observed, and gives it back as numbers. When our start ends: three to add to the counts, then how many lists, dicts, tuples of 1 to 20 items, slices,
iterators of lists and of tuples, methods and builtin methods are to be in the free lists. At the first line, for what could not be made equal before: one to add to the young count, then how many more or fewer are to be in the free lists.
At last one for each module that the agent imports, see `first_imports.py`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.collector_state import CollectorState
    from heap_agent.free_list_banks import FreeListBanks

_KINDS = 27
_SLICES, _LIST_ITERATORS, _TUPLE_ITERATORS, _METHODS, _BUILTIN_METHODS = range(22, _KINDS)
_MOST_TAKEN = 64
_AT_FIRST_LINE = 3 + _KINDS
_FIRST_IMPORTS = _AT_FIRST_LINE + 1 + _KINDS
# A tuple longer than those in free lists.
_TOO_LONG = 21


class StartState:
    """`first_imports`: as `FirstImports` takes them."""

    __slots__ = ("_numbers", "first_imports", "_filling", "_items", "_taken")

    def __init__(self, numbers: str) -> None:
        """`numbers`: as in `OUROSCOPE_COUNT_CORRECTION`; may be cut short anywhere, the rest is 0."""
        given = list(map(int, numbers.split()))
        self._numbers = tuple(given[:_FIRST_IMPORTS] + [0] * (_FIRST_IMPORTS - len(given)))
        self.first_imports = given[_FIRST_IMPORTS:]
        self._filling: list[Any] = [None]
        self._items = [[None] * length for length in range(_SLICES)]
        self._taken: list[Any] = [None] * _MOST_TAKEN

    def write(
        self,
        state: CollectorState,
        banks: FreeListBanks,
        counts: tuple[int, int, int],
        collector_is_on: bool,
    ) -> None:
        young, middle, old = (count + add for count, add in zip(counts, self._numbers))
        collections = state.collections.value
        if young < 0 < state.threshold.value:
            # The import of our sitecustomize brought on a collection that is still to come in plain Python.
            young += state.threshold.value + 1
            middle -= 1
            collections -= 1
        young, middle, old = max(0, young), max(0, middle), max(0, old)
        enabled = int(collector_is_on)
        self._filling[0] = _fresh_objects(self._numbers[3:_AT_FIRST_LINE])
        banks.start(self._filling)
        # From here on everything is the script's, and nothing may be made or called.
        state.young.value = young
        state.middle.value = middle
        state.old.value = old
        state.collections.value = collections
        state.enabled.value = enabled

    def at_first_line(self, banks: FreeListBanks) -> int:
        """Inside a hook; gives what is to be added to the young count."""
        more = self._numbers[_AT_FIRST_LINE + 1 :]
        filling, items, taken = self._filling, self._items, self._taken
        filling[0] = _fresh_objects(more)
        banks.give_back()
        filling[0] = None
        kind = at = 0
        # No loop over an iterator, no call of ours: only what is to be taken may leave the script's free lists.
        while kind < _KINDS:
            left = more[kind]
            while left < 0 and at < _MOST_TAKEN:
                if kind == 0:
                    taken[at] = []
                elif kind == 1:
                    taken[at] = {}
                elif kind < _SLICES:
                    taken[at] = tuple(items[kind - 1])
                elif kind == _LIST_ITERATORS:
                    taken[at] = iter(taken)
                elif kind == _TUPLE_ITERATORS:
                    taken[at] = iter(more)
                elif kind == _METHODS:
                    taken[at] = self.at_first_line
                elif kind == _BUILTIN_METHODS:
                    taken[at] = taken.append
                left += 1
                at += 1
            kind += 1
        banks.take()
        taken.clear()
        return self._numbers[_AT_FIRST_LINE]


def _fresh_objects(numbers: tuple[int, ...]) -> tuple[Any, ...]:
    fresh: list[Any] = [None] * _TOO_LONG
    for kind, number in enumerate(numbers):
        fresh += [_fresh_object(kind) for _ in range(number)]
    return tuple(fresh)


def _fresh_object(kind: int) -> Any:
    if kind == 0:
        return []
    if kind == 1:
        return {}
    if kind < _SLICES:
        return tuple([None] * (kind - 1))
    if kind == _SLICES:
        return slice(None)
    if kind == _LIST_ITERATORS:
        return iter(_SOME_LIST)
    if kind == _TUPLE_ITERATORS:
        return iter(_SOME_TUPLE)
    return _HOLDER.method if kind == _METHODS else _SOME_LIST.append


class _Holder:
    def method(self) -> None:
        """Never called."""


_HOLDER = _Holder()
_SOME_LIST: list[Any] = []
_SOME_TUPLE = (None,)
