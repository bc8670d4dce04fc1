"""Removes the frame objects that the agent's looking at running frames has made (3.11+): each would stay with its frame, and be subtracted from the collector's count when the frame ends.

A frame object is only a handle that the interpreter frame keeps, and makes again when somebody asks (`_PyFrame_MakeAndSetFrameObject` in Python/frame.c).
"""

from __future__ import annotations

import sys

from heap_agent.frame_memory import (
    FRAMES_ARE_READABLE,
    InterpreterFrame,
    interpreter_frame_of,
)
from heap_agent.raw_memory import object_at, object_function, pointer_at

_release = object_function("Py_DecRef")
# No hook looks at more frames.
_DEEPEST = 100


class FrameObjects:
    __slots__ = ("_before",)

    def __init__(self) -> None:
        self._before: tuple[int, ...] = ()

    def note(self) -> None:
        """Those that are there now are the program's own."""
        if FRAMES_ARE_READABLE:
            self._before = tuple(found for _, found in _frame_objects())

    def remove_new(self) -> None:
        if FRAMES_ARE_READABLE:
            for place, found in _frame_objects():
                if found not in self._before:
                    frame = object_at(found)
                    if sys.getrefcount(frame) == _UNHELD:
                        pointer_at(place).value = None
                        _release(frame)
            self._before = ()


def _frame_objects() -> list[tuple[int, int]]:
    """Where the running frames keep their frame object, and its address, for those that have one."""
    found: list[tuple[int, int]] = []
    # Our own frame is left out: it is gone when the caller looks.
    start = InterpreterFrame(interpreter_frame_of(sys._getframe())).previous
    for _ in range(_DEEPEST):
        if not start:
            break
        frame = InterpreterFrame(start)
        if frame.frame_object and not frame.is_internal:
            found.append((frame.frame_object_place, frame.frame_object))
        start = frame.previous
    return found


def _count_unheld() -> int:
    """What getrefcount says of an object that has our name for it and one reference more, as the interpreter frame's."""
    thing: list[object] = []
    return sys.getrefcount(thing) + 1


_UNHELD = _count_unheld()
