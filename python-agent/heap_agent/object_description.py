"""Flags, title and length of one object for a heap message, without running code of the script."""

from __future__ import annotations

import gc

from heap_agent.container_items import container_length
from heap_agent.object_kinds import GENERATOR_PREFIXES, MethodType
from heap_agent.object_sizes import size_of
from heap_agent.safe_repr import (
    BuiltinFunctionType,
    FunctionType,
    ModuleType,
    builtin_title,
    function_title,
)
from heap_agent.type_facts import find_in_mro, is_class, qualname_of, read_type_dict
from heap_agent.wire import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

IS_CLASS, IS_FUNCTION, HAS_FINALIZER, IS_PLAIN_DICT, IS_MODULE, FINALIZER_RAN = 1, 2, 4, 8, 16, 32


_method_function: Any = MethodType.__dict__["__func__"].__get__


def size_column_value(thing: Any) -> int:
    size = size_of(thing)
    return NONE if size is None else min(size, NONE - 1)


def length_column_value(thing: Any) -> int:
    length = container_length(thing)
    return NONE if length is None else min(length, NONE - 1)


def flags_of(thing: Any) -> int:
    kind = type(thing)
    flags = IS_CLASS if is_class(thing) else 0
    if kind is FunctionType or kind is BuiltinFunctionType:
        flags |= IS_FUNCTION
    if kind is dict:
        flags |= IS_PLAIN_DICT
    if kind is ModuleType:
        flags |= IS_MODULE
    if find_in_mro(kind, "__del__") is not None:
        flags |= HAS_FINALIZER
        if gc.is_finalized(thing):
            flags |= FINALIZER_RAN
    return flags


def title_of(thing: Any) -> str:
    kind = type(thing)
    if is_class(thing):
        return qualname_of(thing)
    if kind is FunctionType:
        return function_title(thing)
    if kind is BuiltinFunctionType:
        return builtin_title(thing)
    if kind is MethodType:
        function = _method_function(thing)
        return function_title(function) if type(function) is FunctionType else ""
    if id(kind) in GENERATOR_PREFIXES:
        name = read_type_dict(kind)["__qualname__"].__get__(thing)
        return name if type(name) is str else ""
    return ""
