"""How an object names what it holds: `.ref`, `[3]`, `['key']`, `closure x`, `local x`. Runs C code of exact built-in types only.

Candidates (label, address) are matched against the referents in the collector's order; what is left is named by the two types.
"""

from __future__ import annotations

from heap_agent.container_items import container_base, container_items, position_labels
from heap_agent.frame_locals import CellType, read_frame_slots, read_generator_slots
from heap_agent.frame_memory import FRAMES_ARE_READABLE, frame_of_generator, read_frame
from heap_agent.instance_attributes import dictionary_of, inline_attributes
from heap_agent.leftover_labels import label_by_types
from heap_agent.object_kinds import (
    GENERATOR_PREFIXES,
    BuiltinMethodType,
    GetSetDescriptor,
    MemberDescriptor,
)
from heap_agent.python_versions import VERSION
from heap_agent.safe_repr import CodeType, FrameType, FunctionType, TracebackType
from heap_agent.stored_fields import stored_fields
from heap_agent.type_facts import is_class, read_base, read_bases, read_mro, read_type_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    Candidate = tuple[str, int]

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
    id(CellType): ("cell_contents",),
    id(BuiltinMethodType): ("__self__",),
    id(FrameType): ("f_trace",),
    id(TracebackType): ("tb_next",),
    id(BaseException): ("args", "__traceback__", "__context__", "__cause__"),
    **{
        kind: (
            "__name__",
            "__qualname__",
            prefix + "_yieldfrom",
            prefix + "_await",
            prefix + "_code",
        )
        for kind, prefix in GENERATOR_PREFIXES.items()
    },
}
_NOT_REFERENCES = frozenset(("__weaklistoffset__", "__dictoffset__"))


def label_edges(
    holder: Any, referents: Sequence[Any], captured_names: Sequence[str] | None
) -> list[str]:
    """One label per referent. `captured_names` are given for a function's closure tuple."""
    if captured_names is not None and len(captured_names) == len(referents):
        return list(_closure_labels(holder, referents, captured_names))
    positions = position_labels(holder, referents)
    if positions is not None:
        return positions
    waiting: dict[int, list[str]] = {}
    try:
        for label, address in _candidates(holder):
            waiting.setdefault(address, []).append(label)
    except RuntimeError:  # another thread changed the container while it was read
        pass
    labels: list[str] = []
    left = 0
    for position, referent in enumerate(referents):
        known = waiting.get(id(referent))
        if known:
            labels.append(known.pop(0))
        else:
            labels.append(label_by_types(holder, referents, position, left))
            left += 1
    return labels


def _closure_labels(
    holder: tuple[Any, ...], referents: Sequence[Any], names: Sequence[str]
) -> Iterator[str]:
    name_of = {id(cell): name for cell, name in zip(holder, names)}
    for referent in referents:
        yield "closure " + name_of.get(id(referent), "?")


def _candidates(holder: Any) -> Iterator[Candidate]:
    kind = type(holder)
    yield from container_items(holder, container_base(kind))
    if is_class(holder) and read_mro(holder):
        yield from _class_slots(holder)
    yield ".__class__", id(kind)
    if id(kind) in GENERATOR_PREFIXES:
        yield from _generator_slots(holder, GENERATOR_PREFIXES[id(kind)])
    elif kind is FrameType:
        yield from _local_labels(read_frame_slots(holder))
    else:
        yield from (("." + name, address) for name, address in inline_attributes(holder))
    dictionary = dictionary_of(holder)
    if dictionary:
        yield ".__dict__", dictionary
    yield from _stored(holder, kind)


def _local_labels(slots: list[tuple[str, int]]) -> Iterator[Candidate]:
    # The iterator that a generator expression loops over has a name that nobody wrote.
    return (("local " + name, address) for name, address in slots if not name.startswith("."))


def _class_slots(cls: Any) -> Iterator[Candidate]:
    """Not for a class that C code is still making: asking it for its bases would crash."""
    yield ".__mro__", id(type.__dict__["__mro__"].__get__(cls))
    yield ".__bases__", id(read_bases(cls))
    yield ".__base__", id(read_base(cls))


def _generator_slots(generator: Any, prefix: str) -> Iterator[Candidate]:
    code = _read(type(generator), prefix + "_code", generator)
    if type(code) is not CodeType:
        return
    if FRAMES_ARE_READABLE:
        frame = read_frame(frame_of_generator(id(generator)))
        yield "function", frame.function
        # 3.11 keeps the code twice.
        yield ".%s_%s" % (prefix, "frame.f_code" if VERSION == (3, 11) else "code"), frame.code
    # A finished generator's frame is cleared, its words are what they were.
    yield from _local_labels(read_generator_slots(generator, code))


def _stored(holder: Any, kind: Any) -> Iterator[Candidate]:
    """What descriptors written in C and the words of the structure give, each name once."""
    seen: set[str] = set()
    for name, value in _members(holder, kind, _unsafe_getters(holder, kind)):
        seen.add(name)
        yield name, id(value)
    for name, address in stored_fields(holder, kind):
        if name not in seen:
            yield name, address


def _unsafe_getters(holder: Any, kind: Any) -> tuple[str, ...]:
    """What a generator waits for is read off its stack, whose end is not stored while it runs or is being closed (3.11, 3.12)."""
    prefix = GENERATOR_PREFIXES.get(id(kind))
    if not prefix or not _read(kind, prefix + "_running", holder):
        return ()
    return prefix + "_yieldfrom", prefix + "_await"


def _members(holder: Any, kind: Any, unsafe: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for base in read_mro(kind):
        if base is object:
            continue
        pure = _PURE_GETTERS.get(id(base), ())
        for name, descriptor in list(read_type_dict(base).items()):
            # A class may have keys that are no text, and that are not to be compared.
            wanted = type(name) is str and (
                type(descriptor) is MemberDescriptor
                or (type(descriptor) is GetSetDescriptor and name in pure)
            )
            if not wanted or name in _NOT_REFERENCES or name in unsafe:
                continue
            try:
                value = descriptor.__get__(holder)
            except (AttributeError, ValueError):  # an empty slot, an empty cell
                continue
            yield "." + name, value


def _read(kind: Any, name: str, holder: Any) -> Any:
    descriptor = read_type_dict(kind).get(name)
    return None if descriptor is None else descriptor.__get__(holder)
