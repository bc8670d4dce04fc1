"""What a type says about itself, read through the C getters of `type`, so that no metaclass is asked anything."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_HEAP_TYPE = 1 << 9
_TYPE_SUBCLASS = 1 << 31

read_flags: Any = type.__dict__["__flags__"].__get__
read_type_dict: Any = type.__dict__["__dict__"].__get__
read_bases: Any = type.__dict__["__bases__"].__get__
read_base: Any = type.__dict__["__base__"].__get__
read_basicsize: Any = type.__dict__["__basicsize__"].__get__
read_dictoffset: Any = type.__dict__["__dictoffset__"].__get__
_read_mro: Any = type.__dict__["__mro__"].__get__
_read_qualname: Any = type.__dict__["__qualname__"].__get__
_read_module: Any = type.__dict__["__module__"].__get__


def read_mro(cls: Any) -> tuple[Any, ...]:
    """The method resolution order; empty for a class that is still being made."""
    return _read_mro(cls) or ()


def is_class(candidate: Any) -> bool:
    return bool(read_flags(type(candidate)) & _TYPE_SUBCLASS)


def is_heap_type(cls: Any) -> bool:
    return bool(read_flags(cls) & _HEAP_TYPE)


def find_in_mro(cls: Any, name: str) -> Any:
    for base in read_mro(cls):
        found = read_type_dict(base).get(name)
        if found is not None:
            return found
    return None


def qualname_of(cls: Any) -> str:
    name = _read_qualname(cls)
    return name if type(name) is str else str.__str__(name)


def module_of(cls: Any) -> str:
    """`__module__` as the class keeps it; a class may keep anything there, then we say nothing."""
    if is_heap_type(cls) and not _read_mro(cls):
        # C code is still making it, and it has no dictionary yet.
        return ""
    try:
        module = _read_module(cls)
    except AttributeError:
        return ""
    return module if type(module) is str else ""


def full_name_of(cls: Any) -> str:
    module = module_of(cls)
    return module + "." + qualname_of(cls) if module and module != "builtins" else qualname_of(cls)
