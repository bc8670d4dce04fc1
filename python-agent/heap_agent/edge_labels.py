"""How an object names what it holds: `.ref`, `[3]`, `['key']`, `closure x`, `local x`. Runs C code of exact built-in types only.

Candidates (label, address) are matched against the referents in the collector's order; what is left is named by the two types.
"""

from __future__ import annotations

from _collections import deque  # pyright: ignore[reportMissingImports]

from heap_agent.frame_locals import cell_type, read_frame_slots, read_generator_slots
from heap_agent.instance_attributes import inline_attributes
from heap_agent.safe_repr import CodeType, FrameType, FunctionType, ModuleType, key_text
from heap_agent.type_facts import (
    is_class,
    is_heap_type,
    read_base,
    read_bases,
    read_mro,
    read_type_dict,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    Candidate = tuple[str, int]

_MemberDescriptor: Any = type(FunctionType.__dict__["__globals__"])
_GetSetDescriptor: Any = type(FunctionType.__dict__["__code__"])
_CellType: Any = cell_type()
_BuiltinMethodType: Any = type([].append)


def _generator_types() -> dict[int, str]:
    """Type ids of what can be suspended, with the prefix of their attributes."""

    def generator() -> Any:
        yield

    async def coroutine() -> None:
        pass

    async def async_generator() -> Any:
        yield

    suspended: Any = coroutine()
    kinds = {
        id(type(generator())): "gi",
        id(type(suspended)): "cr",
        id(type(async_generator())): "ag",
    }
    suspended.close()
    return kinds


GENERATOR_PREFIXES = _generator_types()
# Getters known to return a stored reference: no lazy creation, no code of the script.
_PURE_GETTERS: dict[int, tuple[str, ...]] = {
    id(FunctionType): (
        "__code__",
        "__defaults__",
        "__kwdefaults__",
        "__name__",
        "__qualname__",
        "__module__",
        "__doc__",
        "__type_params__",
    ),
    id(_CellType): ("cell_contents",),
    id(_BuiltinMethodType): ("__self__",),
    id(BaseException): ("args", "__traceback__", "__context__", "__cause__"),
}
# Referents that no getter gives, by the type that holds them.
_ONLY_REFERENT: dict[int, str] = {
    **{
        id(type(iter(some))): ".sequence"
        for some in ([], (), {}, set(), "", b"", range(0), {}.values(), {}.items())
    },
    **{id(kind): ".iterator" for kind in (enumerate, zip, map, filter, reversed)},
    id(memoryview): ".obj",
}
_BASES = (list, tuple, dict, set, frozenset, deque)
_SEQUENCES = frozenset(map(id, (list, tuple, deque)))
_SETS = frozenset(map(id, (set, frozenset)))
_ITERATE: dict[int, Any] = {id(base): base.__iter__ for base in _BASES}
_LENGTH: dict[int, Any] = {id(base): base.__len__ for base in (*_BASES, bytearray)}


def container_base(kind: Any) -> int | None:
    """Id of the built-in container type that `kind` is or derives from."""
    for base in read_mro(kind):
        if id(base) in _LENGTH:
            return id(base)
    return None


def container_length(thing: Any) -> int | None:
    base = container_base(type(thing))
    if base is None:
        return None
    length: int = _LENGTH[base](thing)
    return length


def label_edges(
    holder: Any, referents: Sequence[Any], captured_names: Sequence[str] | None
) -> list[str]:
    """One label per referent. `captured_names` are given for a function's closure tuple."""
    if captured_names is not None and len(captured_names) == len(referents):
        return list(_closure_labels(holder, referents, captured_names))
    if _is_plain_list(holder) and list(map(id, reversed(holder))) == list(map(id, referents)):
        # A list is traversed from its end; this spares the matching for the commonest container.
        return ["[%d]" % position for position in range(len(referents) - 1, -1, -1)]
    waiting: dict[int, list[str]] = {}
    try:
        for label, address in _candidates(holder):
            waiting.setdefault(address, []).append(label)
    except RuntimeError:  # another thread changed the container while it was read
        pass
    labels: list[str] = []
    for position, referent in enumerate(referents):
        known = waiting.get(id(referent))
        labels.append(known.pop(0) if known else _label_by_types(holder, referent, position))
    return labels


def _is_plain_list(holder: Any) -> bool:
    return id(type(holder)) == id(list)


def _closure_labels(
    holder: tuple[Any, ...], referents: Sequence[Any], names: Sequence[str]
) -> Iterator[str]:
    name_of = {id(cell): name for cell, name in zip(holder, names)}
    for referent in referents:
        yield "closure " + name_of.get(id(referent), "?")


def _candidates(holder: Any) -> Iterator[Candidate]:
    kind = type(holder)
    yield from _container_items(holder, container_base(kind))
    if is_class(holder):
        yield from _class_slots(holder)
    elif id(kind) in GENERATOR_PREFIXES:
        yield from _generator_slots(holder, GENERATOR_PREFIXES[id(kind)])
    elif kind is FrameType:
        yield from (
            (f"local {name}", address)
            for name, address in read_frame_slots(holder)
            if not name.startswith(".")
        )
    else:
        yield from (("." + name, address) for name, address in inline_attributes(holder))
    if kind is not FrameType:
        yield from _stored_members(holder, kind)


def _container_items(holder: Any, base: int | None) -> Iterator[Candidate]:
    if base == id(dict):
        for key, value in dict.items(holder):
            text = key_text(key)
            yield "[" + text + "]", id(value)
            yield "key " + text, id(key)
    elif base in _SEQUENCES:
        for position, item in enumerate(_ITERATE[base](holder)):
            yield "[%d]" % position, id(item)
    elif base in _SETS:
        for item in _ITERATE[base](holder):
            yield "{}", id(item)


def _class_slots(cls: Any) -> Iterator[Candidate]:
    yield ".__mro__", id(type.__dict__["__mro__"].__get__(cls))
    yield ".__bases__", id(read_bases(cls))
    yield ".__base__", id(read_base(cls))


def _generator_slots(generator: Any, prefix: str) -> Iterator[Candidate]:
    code = _read(type(generator), prefix + "_code", generator)
    if type(code) is CodeType:
        for name, address in read_generator_slots(generator, code):
            if not name.startswith("."):
                yield "local " + name, address


def _stored_members(holder: Any, kind: Any) -> Iterator[Candidate]:
    for base in read_mro(kind):
        heap_type = is_heap_type(base)
        pure = _PURE_GETTERS.get(id(base), ())
        if not heap_type and base is object:
            continue
        for name, descriptor in list(read_type_dict(base).items()):
            wanted = type(descriptor) is _MemberDescriptor or (
                type(descriptor) is _GetSetDescriptor and name in pure
            )
            if (
                not wanted
                or type(name) is not str
                or name in ("__weaklistoffset__", "__dictoffset__")
            ):
                continue
            try:
                value = descriptor.__get__(holder)
            except (AttributeError, ValueError):  # an empty slot, an empty cell
                continue
            yield "." + name, id(value)


def _read(kind: Any, name: str, holder: Any) -> Any:
    descriptor = read_type_dict(kind).get(name)
    return None if descriptor is None else descriptor.__get__(holder)


def _label_by_types(holder: Any, referent: Any, position: int) -> str:
    kind, referent_kind = type(holder), type(referent)
    if referent is kind:
        return ".__class__"
    if is_class(holder):
        return _class_leftover(referent_kind, position)
    if id(kind) in GENERATOR_PREFIXES or kind is FrameType:
        prefix = GENERATOR_PREFIXES.get(id(kind), "f")
        if referent_kind is CodeType:
            return ".%s_code" % prefix
        if referent_kind is FrameType:
            return ".f_back" if prefix == "f" else ".%s_frame" % prefix
        return ".f_globals" if prefix == "f" and referent_kind is dict else "on its stack"
    if kind is FunctionType:
        return {
            id(dict): ".__dict__",
            id(tuple): ".__annotations__",
            id(FunctionType): ".__annotate__",
        }.get(id(referent_kind), ".slot %d" % position)
    if id(kind) in _ONLY_REFERENT:
        return _ONLY_REFERENT[id(kind)]
    if referent_kind is dict:
        return ".__dict__"
    if kind is ModuleType:
        return ".module state"
    return ".slot %d" % position


def _class_leftover(referent_kind: Any, position: int) -> str:
    if referent_kind is dict:
        return ".__dict__"
    if referent_kind is ModuleType:
        return ".defining module"
    return ".slot %d" % position
