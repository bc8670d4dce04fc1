"""Names for referents that no descriptor and no listed field gives: by the types of the two, in the order in which the collector meets them."""

from __future__ import annotations

from heap_agent.object_kinds import GENERATOR_PREFIXES, BuiltinMethodType, MemberDescriptor
from heap_agent.python_versions import VERSION
from heap_agent.safe_repr import CodeType, FrameType, FunctionType, ModuleType, key_text
from heap_agent.type_facts import full_name_of, is_class, qualname_of, read_type_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_LRU_CACHE, _TASK, _FUTURE = "functools._lru_cache_wrapper", "_asyncio.Task", "_asyncio.Future"
_WORDS_OF_LINK = 2 if VERSION == (3, 9) else 3
# Types whose other referents are all of one sort.
_OF_ONE_SORT = {
    "managedbuffer": "exporter",
    "itertools._tee_dataobject": "value",
    "_contextvars.hamt_array_node": "branch",
    "hamt_array_node": "branch",
    "hamt_collision_node": "entry",
    "_queue.SimpleQueue": "item",
    "lazy_import": "import",
}


def label_by_types(holder: Any, referents: Sequence[Any], position: int, left: int) -> str:
    """`left`: how many referents of the holder were named like this before."""
    referent = referents[position]
    kind, referent_kind = type(holder), type(referent)
    if is_class(holder):
        return _class_leftover(referent_kind, left)
    if id(kind) in GENERATOR_PREFIXES or kind is FrameType:
        return _frame_leftover(kind, referent_kind)
    name = full_name_of(kind)
    if kind is ModuleType:
        return "module state"
    if name == _LRU_CACHE:
        return _cache_leftover(holder, referents, position)
    if name in (_TASK, _FUTURE):
        return "result"
    if kind is BuiltinMethodType and is_class(referent):
        return "defining class"
    if name.endswith("hamt_bitmap_node"):
        return _context_leftover(referents, position)
    if name in _OF_ONE_SORT:
        return _OF_ONE_SORT[name]
    if referent_kind is dict:
        return ".__dict__"
    return "C slot %d" % left


def _class_leftover(referent_kind: Any, left: int) -> str:
    if referent_kind is dict:
        return ".__dict__"
    if referent_kind is ModuleType:
        return "defining module"
    return "C slot %d" % left


def _frame_leftover(kind: Any, referent_kind: Any) -> str:
    prefix = GENERATOR_PREFIXES.get(id(kind), "f")
    if referent_kind is CodeType:
        return ".%s_code" % prefix
    if referent_kind is FrameType:
        return ".f_back" if prefix == "f" else ".%s_frame" % prefix
    if prefix == "f" and referent_kind is FunctionType:
        return "function"
    return "on its stack"


def _cache_leftover(holder: Any, referents: Sequence[Any], position: int) -> str:
    """The links of the cache's list come first, as key, result and, from 3.10, their class."""
    offset = position - (1 if referents[0] is type(holder) else 0)
    part = offset % _WORDS_OF_LINK
    if part == 0:
        return "cached key " + key_text(referents[position])
    return "cached [" + key_text(referents[position - 1]) + "]" if part == 1 else "link class"


def _context_leftover(referents: Sequence[Any], position: int) -> str:
    """A node holds values and their variables by turns, and visits them from the last to the first."""
    referent = referents[position]
    kind = qualname_of(type(referent))
    if kind.startswith("hamt_"):
        return "branch"
    if kind == "ContextVar":
        return "variable " + _variable_name(referent)
    variable = referents[position + 1] if position + 1 < len(referents) else None
    return "[" + _variable_name(variable) + "]"


def _variable_name(variable: Any) -> str:
    descriptor = read_type_dict(type(variable)).get("name")
    if type(descriptor) is not MemberDescriptor:
        return "?"
    name = descriptor.__get__(variable)
    return name if type(name) is str else "?"
