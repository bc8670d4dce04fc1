"""Sizes as `sys.getsizeof` would say, without running a `__sizeof__` that somebody wrote in Python."""

from __future__ import annotations

import sys

from heap_agent.python_versions import GIL_DISABLED
from heap_agent.raw_memory import POINTER_BYTES, words_at
from heap_agent.type_facts import module_of, qualname_of, read_mro, read_type_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MethodDescriptor: Any = type(object.__dict__["__sizeof__"])


class _Plain:
    """Its header in front of the object is that of every instance of a plain class."""


# Constants of this build: what getsizeof adds for the collector's header, and for the pre-header of instances with a managed dict.
_GC_HEADER = sys.getsizeof([]) - list.__sizeof__([])
_INSTANCE_HEADER = sys.getsizeof(_Plain()) - object.__sizeof__(_Plain())
# The word of `s_codes` (Modules/_struct.c), which the method of that class follows even where `__init__` has not run yet.
_STRUCT_CODES_AT = 4 * POINTER_BYTES
_HAVE_GC = 1 << 14
_PRE_HEADER = (1 << 3) | (1 << 4)


def size_of(thing: Any) -> int | None:
    """Bytes, or None when a C type does not want to say."""
    kind = type(thing)
    written_in_c = None
    first = True
    for base in read_mro(kind):
        found = read_type_dict(base).get("__sizeof__")
        if found is None:
            continue
        if type(found) is _MethodDescriptor:
            if qualname_of(base) == "Struct" and _is_unfinished_struct(thing, base):
                return None
            written_in_c = found
            break
        first = False
    if written_in_c is None:
        return None
    try:
        if first:
            return sys.getsizeof(thing)
        size: int = written_in_c(thing)
    except Exception:  # a C type may refuse: the size is then unknown
        return None
    flags = type.__dict__["__flags__"].__get__(kind)
    if not flags & _HAVE_GC:
        return size
    return size + (
        _INSTANCE_HEADER if flags & _PRE_HEADER and sys.version_info >= (3, 11) else _GC_HEADER
    )


def _is_unfinished_struct(thing: Any, base: Any) -> bool:
    if module_of(base) != "_struct":
        return False
    return GIL_DISABLED or not words_at(id(thing) + _STRUCT_CODES_AT, 1)[0]
