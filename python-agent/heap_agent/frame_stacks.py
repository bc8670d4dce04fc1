"""The live recorded frames of each thread, outermost first: seven values per frame in one flat list.

A list per frame would be an object among the script's own.
"""

from __future__ import annotations

from _thread import get_ident

from heap_agent.wire import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.born_objects import BornObjects

# PENDING: the line that is running and no step yet. IS_REST: it is the rest of a line that was interrupted by a `yield`.
CODE, PENDING, IS_REST, LINE, SERIAL, SCOPE, FILE, FIELDS = 0, 1, 2, 3, 4, 5, 6, 7


class FrameStacks:
    """`main`: of the thread that runs the script's module, which stays at its bottom. The serial 0 is the module's."""

    __slots__ = ("main", "_stacks", "numbers", "_suspended", "_next_serial", "_born")

    def __init__(self, born: BornObjects) -> None:
        main_thread = get_ident()
        self.main: list[Any] = []
        self._stacks: dict[int, list[Any]] = {main_thread: self.main}
        self.numbers: dict[int, int] = {main_thread: 0}
        self._suspended: dict[int, int] = {}
        self._next_serial = 1
        self._born = born

    def current(self) -> list[Any]:
        ident = get_ident()
        stack = self._stacks.get(ident)
        if stack is None:
            stack = self._stacks[ident] = []
            self._born.never_show(stack)
        return stack

    def start(self, code: Any, frame_id: int, scope: str, file: str) -> None:
        # A generator that died while it was suspended may have left its address behind.
        self._suspended.pop(frame_id, None)
        serial = self._next_serial
        self._next_serial += 1
        line = code.co_firstlineno
        self.current().extend((id(code), NONE, False, line, serial, scope, file))

    def resume(self, code: Any, frame_id: int, scope: str, file: str, line: int) -> bool:
        """False when the frame was never seen."""
        serial = self._suspended.pop(frame_id, None)
        if serial is None:
            return False
        self.current().extend((id(code), NONE, False, line, serial, scope, file))
        return True

    def suspend(self, stack: list[Any], frame_id: int) -> None:
        """Remembers the top frame; it leaves the stack in a moment."""
        self._suspended[frame_id] = stack[SERIAL - FIELDS]

    def is_suspended(self, frame_id: int) -> bool:
        return frame_id in self._suspended

    def find(self, stack: list[Any], code_id: int) -> bool:
        """Makes the frame the top of the stack; frames above it ended unseen."""
        if stack and stack[CODE - FIELDS] == code_id:
            return True
        if code_id not in stack[CODE::FIELDS]:
            return False
        while stack[CODE - FIELDS] != code_id:
            del stack[-FIELDS:]
        return True

    def count(self) -> int:
        """Recorded frames of the running thread."""
        stack = self._stacks.get(get_ident())
        return len(stack) // FIELDS if stack else 0

    def depth(self, stack: list[Any]) -> int:
        """Of the top frame: 0 = the script's module, 1 = a function it calls, or the outermost one of another thread."""
        frames = len(stack) // FIELDS
        return frames - 1 if stack is self.main else frames

    def thread_number(self) -> int:
        return self.numbers.setdefault(get_ident(), len(self.numbers))
