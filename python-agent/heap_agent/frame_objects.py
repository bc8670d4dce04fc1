"""Removes the frame objects that the agent's looking at running frames has made (3.11+): each would stay with its frame, and be subtracted from the collector's count when the frame ends.

A frame object is only a handle that the interpreter frame keeps, and makes again when somebody asks (`_PyFrame_MakeAndSetFrameObject` in Python/frame.c).
"""

from __future__ import annotations

import sys
from itertools import compress, repeat

from heap_agent.frame_copies import frame_objects_from
from heap_agent.frame_memory import FRAMES_ARE_READABLE, interpreter_frame_of, read_frame
from heap_agent.raw_memory import object_at, object_function, pointer_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

_release = object_function("Py_DecRef")
# No hook looks at more frames.
_DEEPEST = 100


class FrameObjects:
    __slots__ = ("_before",)

    def __init__(self) -> None:
        # Empty, no object of its own.
        self._before: Container[int] = ()

    def note(self) -> None:
        """Those that are there now are the program's own."""
        if FRAMES_ARE_READABLE:
            self._before = frozenset(_frame_objects().values())

    def remove_new(self) -> None:
        if FRAMES_ARE_READABLE:
            for place, found in _frame_objects().items():
                if found not in self._before:
                    _remove(place, object_at(found))
            self._before = ()


def _frame_objects() -> dict[int, int]:
    """Without that of our own frame, which is gone when the caller looks."""
    own = read_frame(interpreter_frame_of(sys._getframe()))
    return frame_objects_from(own.previous, _DEEPEST)


def _remove(place: int, frame: Any) -> None:
    """Unless somebody holds it. Another thread must not ask for it between the look at the count and the end, so both are one call."""
    removed: list[None] = []
    unheld = map(_UNHELD.__eq__, map(sys.getrefcount, (frame,)))
    pointers = compress((pointer_at(place),), unheld)
    removed.extend(map(setattr, pointers, repeat("value"), repeat(None)))
    if removed:
        _release(frame)


def _count_unheld() -> int:
    """What getrefcount says there of an object that has our name for it and one reference more, as the interpreter frame's."""
    thing: list[object] = []
    return next(map(sys.getrefcount, (thing,))) + 1


_UNHELD = _count_unheld()
