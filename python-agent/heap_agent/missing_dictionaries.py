"""3.13.0 alone does not tell the collector of an instance's `__dict__` once it exists while its values are still kept in the instance.

The collector takes such a dictionary for one that somebody else holds. So its edge is added, but like a borrowed one: it owns no count in the
collector's eyes, although it does in truth.
"""

from __future__ import annotations

from gc import get_referents
from itertools import compress, repeat

from heap_agent.instance_attributes import (
    DICTIONARY_BEFORE,
    has_managed_dictionary,
)
from heap_agent.python_versions import HAS_INLINE_ATTRIBUTES
from heap_agent.raw_memory import object_behind, words_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from heap_agent.heap_rows import HeapRows


_NO_DICTIONARY = (0,)


class _Probe:
    """Its instances keep their attributes in themselves."""


def add_missing_dictionaries(rows: HeapRows) -> list[int]:
    """Addresses of the dictionaries whose edges were added."""
    if not _IS_MISSING:
        return []
    managed = {address for address, kind in rows.kinds.items() if has_managed_dictionary(kind)}
    found: dict[int, list[Any]] = {}
    for row in _with_dictionary(rows.rows_of_kinds(managed), rows.addresses):
        referents = rows.referents[row]
        # The instance may be given another one meanwhile.
        dictionary = object_behind(id(rows.objects[row]) - DICTIONARY_BEFORE)
        if dictionary is not None and id(dictionary) not in map(id, referents):
            found[row] = [*referents, dictionary]
    if found:
        rows.replace_referents(found)
    return [id(referents[-1]) for referents in found.values()]


def _with_dictionary(managed: list[int], addresses: list[int]) -> Iterable[int]:
    """The rows whose instance has its dictionary already."""
    places = map((-DICTIONARY_BEFORE).__add__, map(addresses.__getitem__, managed))
    words = map(words_at, places, repeat(1))
    return compress(managed, map(_NO_DICTIONARY.__ne__, words))


def _is_missing() -> bool:
    probe: Any = _Probe()
    probe.attribute = None
    dictionary = probe.__dict__
    return id(dictionary) not in map(id, get_referents(probe))


_IS_MISSING = HAS_INLINE_ATTRIBUTES and _is_missing()
