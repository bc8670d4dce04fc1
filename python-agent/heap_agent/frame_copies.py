"""Copies the running frames of all threads as they are at one instant (3.11+): from the first pointer to the last word in one C call.

Between two calls another thread may run: it leaves frames, whose memory is then used again, or is no longer there.

    current     {thread: its innermost frame}; `frames` and `threads` are what is in there, in the same order
    starts      addresses of their interpreter frames
    headers     words of each frame's header: of the starts, then of the frames these came from, and so on
    codes       address of each frame's code object
    are_whole   whether that is one, and the frame a program's
    contents    locals and stack as bytes
    held        the code objects and namespaces

As in `heap_capture.py`, each line is filled from the lines above by iterators that were made before any line was filled.
"""

from __future__ import annotations

import sys
from _collections import deque  # pyright: ignore[reportMissingImports]
from _operator import and_, attrgetter, itemgetter, mul, rshift
from _struct import Struct
from _thread import _count, get_ident
from itertools import chain, compress, islice, repeat, starmap

from heap_agent.frame_memory import (
    CODE_WORD,
    FIRST_INTERNAL_OWNER,
    FRAME_OBJECT_PLACE,
    FRAME_OBJECT_WORD,
    FRAME_POINTER_AT,
    FRAMES_ARE_READABLE,
    HEADER_WORDS,
    NAMESPACE_WORD,
    OWNER_SHIFT,
    PREVIOUS_WORD,
    STATE_WORD,
    InterpreterFrame,
)
from heap_agent.python_versions import GIL_DISABLED
from heap_agent.raw_memory import POINTER_BYTES, Address, bytes_at, bytes_at_in_c, object_at
from heap_agent.safe_repr import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_extend: Any = list.extend
_value_of = attrgetter("value")
_HEADER = Struct("%dP" % (HEADER_WORDS + 1))
# `co_stacksize`, `co_firstlineno`, `co_nlocalsplus`, as they lie in a code object one after the other.
_SHAPE = Struct("3i")
_STACK_AND_LOCALS = Struct("i4xi")
_CODE_BYTES = 160
# The word of an object that is the address of its type.
_TYPE_AT = POINTER_BYTES
_NO_CODE = {0: id(None)}


class FrameCopies:
    """`threads`: thread -> its frames, innermost first. Without those of other threads where they run at the same time as this one."""

    __slots__ = ("_contents", "_held", "threads")

    def __init__(self, most_frames: int) -> None:
        """`most_frames` of each thread."""
        self.threads: dict[int, list[InterpreterFrame]] = {}
        self._contents: dict[int, bytes] = {}
        self._held: dict[int, Any] = {}
        if FRAMES_ARE_READABLE and _SHAPE_AT:
            self._copy(most_frames)

    def code_of(self, frame: InterpreterFrame) -> Any:
        """None for a frame that is not a program's."""
        return self._held.get(frame.code)

    def namespace_of(self, frame: InterpreterFrame) -> Any:
        """The dictionary of names of a module or of the body of a class, None for a function."""
        return self._held.get(frame.namespace)

    def words_of(self, frame: InterpreterFrame, count: int) -> tuple[int, ...]:
        """The first so many locals and values on the stack."""
        contents = self._contents[frame.start][: count * POINTER_BYTES]
        return tuple(memoryview(contents).cast("P"))

    def _copy(self, most_frames: int) -> None:
        current: list[dict[int, Any]] = [{get_ident(): sys._getframe()}] if GIL_DISABLED else []
        asked = starmap(sys._current_frames, () if GIL_DISABLED else ((),))
        threads: list[int] = []
        frames: list[Any] = []
        starts: list[int] = []
        headers: list[tuple[int, ...]] = []
        codes: list[int] = []
        are_whole: list[bool] = []
        contents: list[bytes] = []
        held: list[Any] = []
        done: list[None] = []
        addresses = chain(starts, _previous(headers))
        most = most_frames * (_count() + 1)
        sources: tuple[Any, ...] = (
            asked,
            chain.from_iterable(current),
            chain.from_iterable(map(dict.values, current)),
            _pointers_at(FRAME_POINTER_AT, map(id, frames)),
            islice(map(_HEADER.unpack, _bytes_at(-POINTER_BYTES, addresses, _HEADER.size)), most),
            map(_NO_CODE.get, *(map((~3).__and__, _words(CODE_WORD, headers)) for _ in range(2))),
            map(and_, map(id(CodeType).__eq__, _pointers_at(_TYPE_AT, codes)), _programs(headers)),
            map(
                bytes_at_in_c,
                map((HEADER_WORDS * POINTER_BYTES).__add__, chain(starts, _previous(headers))),
                map(mul, _bytes_of_contents(codes), are_whole),
            ),
            map(object_at, compress(codes, are_whole)),
            map(object_at, filter(None, compress(_words(NAMESPACE_WORD, headers), are_whole))),
            # The frame objects go before any of these frames ends, which would otherwise become an object by itself.
            map(list.clear, (frames,)),
            map(dict.clear, current),
        )
        lists: tuple[list[Any], ...] = (
            current, threads, frames, starts, headers, codes, are_whole, contents, held, held, done, done,
        )  # fmt: skip
        try:
            deque(map(_extend, lists, sources), 0)
        finally:
            frames.clear()
            current.clear()
        self._held.update(zip(map(id, held), held))
        found: dict[int, InterpreterFrame] = {}
        for start, words, content in zip(chain(starts, _previous(headers)), headers, contents):
            found[start] = InterpreterFrame(start, words)
            self._contents[start] = content
        for thread, start in zip(threads, starts):
            chained = self.threads[thread] = []
            frame = found.get(start)
            while frame is not None and len(chained) < most_frames:
                chained.append(frame)
                frame = found.get(frame.previous)


def frame_objects_from(start: int, most_frames: int) -> dict[int, int]:
    """Of the frames of this thread from an address on: where they keep the address of their frame object, and that address, where there is one."""
    headers: list[tuple[int, ...]] = []
    addresses = chain((start,), _previous(headers))
    found = map(_HEADER.unpack, _bytes_at(-POINTER_BYTES, addresses, _HEADER.size))
    headers.extend(islice(found, most_frames))
    places = map(FRAME_OBJECT_PLACE.__add__, chain((start,), _previous(headers)))
    objects = list(map(mul, _words(FRAME_OBJECT_WORD, headers), _programs(headers)))
    return dict(compress(zip(places, objects), objects))


def _words(place: int, headers: Iterable[tuple[int, ...]]) -> Iterator[Any]:
    return map(itemgetter(place), headers)


def _previous(headers: Iterable[tuple[int, ...]]) -> Iterator[int]:
    return filter(None, _words(PREVIOUS_WORD, headers))


def _programs(headers: Iterable[tuple[int, ...]]) -> Iterator[bool]:
    """Whether each frame is a program's."""
    owners = map((0xFF).__and__, map(rshift, _words(STATE_WORD, headers), repeat(OWNER_SHIFT)))
    return map(FIRST_INTERNAL_OWNER.__gt__, owners)


def _pointers_at(offset: int, addresses: Iterable[int]) -> Iterator[Any]:
    """What is kept so far behind the addresses."""
    return map(_value_of, map(Address.from_address, map(offset.__add__, addresses)))


def _bytes_at(offset: int, addresses: Iterable[int], count: int) -> Iterator[bytes]:
    return map(bytes_at_in_c, map(offset.__add__, addresses), repeat(count))


def _bytes_of_contents(codes: Iterable[int]) -> Iterator[int]:
    shapes = map(_STACK_AND_LOCALS.unpack, _bytes_at(_SHAPE_AT, codes, _SHAPE.size))
    return map(POINTER_BYTES.__mul__, map(sum, shapes))


def _find_shape() -> int:
    """Where a code object keeps how large its frames are; 0 when that is not found."""

    def probe(first: Any, second: Any, third: Any) -> Any:
        return (first, (second, (third, (first, (second, (lambda: third, first))))))

    places: set[int] = set()
    for code in (probe.__code__, _find_shape.__code__):
        names = set(code.co_varnames + code.co_cellvars + code.co_freevars)
        shape = _SHAPE.pack(code.co_stacksize, code.co_firstlineno, len(names))
        places.add(bytes_at(id(code), _CODE_BYTES).find(shape))
    return max(places) if len(places) == 1 and min(places) > 0 else 0


_SHAPE_AT = _find_shape() if FRAMES_ARE_READABLE else 0
