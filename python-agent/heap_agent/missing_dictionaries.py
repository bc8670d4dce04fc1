"""3.13.0 alone does not tell the collector of an instance's `__dict__` once it exists while its values are still kept in the instance.

The collector takes such a dictionary for one that somebody else holds. So its edge is added, but like a borrowed one: it owns no count in the
collector's eyes, although it does in truth.
"""

from __future__ import annotations

from gc import get_referents

from heap_agent.instance_attributes import dictionary_of, has_managed_dictionary
from heap_agent.python_versions import HAS_INLINE_ATTRIBUTES
from heap_agent.raw_memory import object_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.heap_rows import HeapRows


class _Probe:
    """Its instances keep their attributes in themselves."""


def add_missing_dictionaries(rows: HeapRows) -> list[int]:
    """Addresses of the dictionaries whose edges were added."""
    if not _IS_MISSING:
        return []
    kinds: dict[int, bool] = {}
    found: dict[int, list[Any]] = {}
    for row, (thing, kind) in enumerate(zip(rows.objects, rows.types)):
        is_managed = kinds.get(kind)
        if is_managed is None:
            is_managed = kinds[kind] = has_managed_dictionary(type(thing))
        address = dictionary_of(thing) if is_managed else 0
        if address and address not in map(id, rows.referents[row]):
            found[row] = [*rows.referents[row], object_at(address)]
    if found:
        rows.replace_referents(found)
    return [id(referents[-1]) for referents in found.values()]


def _is_missing() -> bool:
    probe: Any = _Probe()
    probe.attribute = None
    dictionary = probe.__dict__
    return id(dictionary) not in map(id, get_referents(probe))


_IS_MISSING = HAS_INLINE_ATTRIBUTES and _is_missing()
