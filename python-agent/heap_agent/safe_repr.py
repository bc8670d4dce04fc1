"""Short words for atoms and for things outside the script, without running any code of the script."""

from __future__ import annotations

import sys

from heap_agent.type_facts import full_name_of, is_class, module_of, qualname_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OBJECT, ATOM, OUTSIDE = 0, 1, 2
_LONGEST_TEXT = 60
_LONGEST_INT_BITS = 256
_LONGEST_TUPLE = 6


def _traceback_type() -> Any:
    try:
        raise ValueError
    except ValueError as error:
        return type(error.__traceback__)


ModuleType: Any = type(sys)
BuiltinFunctionType: Any = type(len)
FunctionType: Any = type(lambda: None)
CodeType: Any = type((lambda: None).__code__)
FrameType: Any = type(sys._getframe())
TracebackType: Any = _traceback_type()

_ATOM_TYPES: tuple[Any, ...] = (
    type(None), bool, type(...), type(NotImplemented), int, float, complex, str, bytes, range,
)  # fmt: skip
ATOM_TYPE_IDS = frozenset(map(id, _ATOM_TYPES))

_module_dict: Any = ModuleType.__dict__["__dict__"].__get__
_function_module: Any = FunctionType.__dict__["__module__"].__get__
_function_qualname: Any = FunctionType.__dict__["__qualname__"].__get__
_builtin_module: Any = BuiltinFunctionType.__dict__["__module__"].__get__
_builtin_name: Any = BuiltinFunctionType.__dict__["__name__"].__get__


def atom_text(atom: Any) -> str:
    """The short repr of an atom; the caller has checked its exact type."""
    kind = type(atom)
    if kind is str or kind is bytes:
        return repr(atom) if len(atom) <= _LONGEST_TEXT else repr(atom[:_LONGEST_TEXT]) + "…"
    if kind is int and atom.bit_length() > _LONGEST_INT_BITS:
        return "<int of %d bits>" % atom.bit_length()
    if (
        kind is range
        and max(map(int.bit_length, (atom.start, atom.stop, atom.step))) > _LONGEST_INT_BITS
    ):
        return "<range of large numbers>"
    return repr(atom)


def key_text(key: Any) -> str:
    """How a dictionary's key is shown in a label."""
    kind = type(key)
    if id(kind) in ATOM_TYPE_IDS:
        return atom_text(key)
    if kind is tuple and len(key) <= _LONGEST_TUPLE:
        inner = ", ".join(
            atom_text(item) if id(type(item)) in ATOM_TYPE_IDS else "<%s>" % qualname_of(type(item))
            for item in key
        )
        return "(" + inner + (",)" if len(key) == 1 else ")")
    if is_class(key):
        return qualname_of(key)
    return function_title(key) if kind is FunctionType else "<%s>" % qualname_of(kind)


def module_name(module: Any) -> str:
    namespace = _module_dict(module)
    name = dict.get(namespace, "__name__") if type(namespace) is dict else None
    return name if type(name) is str else "?"


def function_title(function: Any) -> str:
    name = _function_qualname(function)
    return name if type(name) is str else str.__str__(name)


def outside_text(thing: Any) -> str:
    """`kind` and `name` of something that is not the script's."""
    kind = type(thing)
    if kind is ModuleType:
        return "module\x1f" + module_name(thing)
    if is_class(thing):
        return "class\x1f" + (module_of(thing) or "?") + "." + qualname_of(thing)
    if kind is FunctionType:
        module = _function_module(thing)
        return (
            "function\x1f" + (module + "." if type(module) is str else "") + function_title(thing)
        )
    if kind is BuiltinFunctionType:
        return "function\x1f" + builtin_title(thing)
    return "object\x1f" + full_name_of(kind)


def builtin_title(function: Any) -> str:
    module = _builtin_module(function)
    # The qualified name of a built-in method asks the class of its object; only for functions of modules is it plain C.
    name = _builtin_name(function)
    return module + "." + name if type(module) is str else name
