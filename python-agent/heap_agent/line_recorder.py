"""Turns line events into steps. An event comes before its line runs, so it completes the line before it in the same frame.

Each thread has a flat list, five values per live frame of the script (a list per frame would be an object among the script's own).
"""

from __future__ import annotations

import sys
from _thread import get_ident

from heap_agent.heap_message import COLLECTOR_ON, INSIDE_COLLECTION
from heap_agent.heap_rows import MarkLost
from heap_agent.output_lengths import output_lengths
from heap_agent.script_names import (
    MAIN_SCOPE,
    function_frames,
    global_names,
    local_names_of,
    scope_name,
)
from heap_agent.wire import ENDED, NONE, STEP, frame, text_column, u32_column, u64_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from heap_agent.heap_message import Scope
    from heap_agent.pauses import Pauses
    from heap_agent.script_watch import ScriptWatch

_DEEPEST_UNWOUND = 64
CONTINUED, RETURNED, RAISED, BY_PERSON = 0, 1, 2, 3
_CODE, _PENDING, _LINE, _SERIAL, _SCOPE, _FIELDS = 0, 1, 2, 3, 4, 5


class LineRecorder:
    def __init__(self, watch: ScriptWatch, pauses: Pauses, most_steps: int) -> None:
        self._watch = watch
        self._pauses = pauses
        self._steps_left = most_steps
        self._main_thread = get_ident()
        self._main_stack: list[Any] = []
        self._stacks: dict[int, list[Any]] = {self._main_thread: self._main_stack}
        self._suspended: dict[int, int] = {}
        self._next_serial = 1
        self._first_heap_sent = False
        self._thread_numbers: dict[int, int] = {self._main_thread: 0}

    def module_started(self, code: Any) -> None:
        """The baseline: everything there is at this moment is not the script's."""
        watch = self._watch
        watch.session.hide_boot_module()
        namespace: dict[Any, Any] = sys.modules["__main__"].__dict__
        watch.namespace = namespace
        watch.start_names = frozenset(name for name in namespace if type(name) is str)
        watch.born.start(code)
        self._main_stack[:] = (id(code), NONE, NONE, 0, MAIN_SCOPE)

    def frame_started(self, code: Any) -> None:
        self._push(code, self._next_serial)
        self._next_serial += 1

    def frame_resumed(self, code: Any, frame_id: int) -> None:
        serial = self._suspended.pop(frame_id, None)
        if serial is None:
            self.frame_started(code)
        else:
            self._push(code, serial)

    def frame_suspended(self, mark: list[Any], code: Any, frame_id: int) -> None:
        stack = self._stack()
        if self._find(stack, id(code)):
            self._suspended[frame_id] = stack[_SERIAL - _FIELDS]
            self.frame_left(mark, code, RETURNED)

    def line_reached(self, mark: list[Any], code: Any, line: int) -> None:
        stack = self._stack()
        if not self._find(stack, id(code)):
            self.frame_started(code)
        self._watch.born.import_ended(mark)
        if not self._first_heap_sent:
            self._first_heap_sent = True
            self._send_step(mark, stack, NONE, line, 0, CONTINUED)
        pending = stack[_PENDING - _FIELDS]
        stack[_LINE - _FIELDS] = line if pending == NONE else pending
        if pending != NONE:
            self._complete(mark, stack, line, self._depth(stack), CONTINUED)
        stack[_PENDING - _FIELDS] = stack[_LINE - _FIELDS] = line
        self._watch.last_line = line

    def frame_left(self, mark: list[Any], code: Any, how: int) -> None:
        """The frame is still there; afterwards it is not."""
        stack = self._stack()
        if not self._find(stack, id(code)):
            return
        depth = self._depth(stack)
        if depth == 0 and not self._first_heap_sent:
            self._first_heap_sent = True
            self._send_step(mark, stack, NONE, NONE, 0, CONTINUED)
        # A runaway recursion unwinds a thousand frames with nothing to see but more frames each time.
        is_seen = how != RAISED or depth <= _DEEPEST_UNWOUND
        if stack[_PENDING - _FIELDS] != NONE and is_seen:
            self._watch.born.import_ended(mark)
            self._complete(mark, stack, NONE, max(0, depth - 1), how)
        if not self._watch.active:
            return
        if depth == 0:
            self._module_left(how)
        else:
            del stack[-_FIELDS:]

    def send_collection_of_person(self, mark: list[Any]) -> None:
        """The step that shows what the Collect button did."""
        self._send_step(mark, self._main_stack, NONE, NONE, 0, BY_PERSON)

    def scopes(self) -> list[Scope]:
        """The live frames of the script with their names: the module, then the functions of this thread."""
        watch = self._watch
        found: list[Scope] = []
        if watch.namespace is not None and self._main_stack:
            found.append(
                (
                    MAIN_SCOPE,
                    self._main_stack[_LINE],
                    global_names(watch.namespace, watch.start_names),
                    "",
                )
            )
        stack = self._stacks.get(get_ident(), self._main_stack)
        frames = function_frames(watch.script, self._function_count(stack))
        lines = stack[len(stack) - len(frames) * _FIELDS + _LINE :: _FIELDS] if frames else []
        for running, line in zip(frames, lines):
            found.append((scope_name(running.f_code), line, local_names_of(running), ""))
        return found

    def _module_left(self, how: int) -> None:
        watch = self._watch
        watch.channel.send(frame(ENDED, [u32_column([1 if how == RAISED else 0])]))
        if how == RETURNED:
            self._pauses.hold_at_end(self)
        watch.stop_recording()
        self._main_stack.clear()

    def _complete(
        self, mark: list[Any], stack: list[Any], next_line: int, next_depth: int, how: int
    ) -> None:
        line = stack[_PENDING - _FIELDS]
        stack[_PENDING - _FIELDS] = NONE
        self._send_step(mark, stack, line, next_line, next_depth, how)
        self._steps_left -= 1
        if self._steps_left <= 0:
            self._steps_left += self._pauses.pause_at_limit(self)

    def _send_step(
        self,
        mark: list[Any],
        stack: list[Any],
        line: int,
        next_line: int,
        next_depth: int,
        how: int,
    ) -> None:
        watch = self._watch
        lengths = output_lengths()
        heap = heap_message(watch, mark, self.scopes, None)
        values = [
            self._depth(stack),
            line,
            next_line,
            next_depth,
            self._thread_number(),
            how,
            stack[_SERIAL - _FIELDS],
        ]
        watch.channel.send(
            heap
            + frame(
                STEP,
                [
                    u32_column(values),
                    u64_column(lengths),
                    text_column([stack[_SCOPE - _FIELDS], "", ""]),
                ],
            )
        )
        watch.heaps.commit()

    def _stack(self) -> list[Any]:
        ident = get_ident()
        stack = self._stacks.get(ident)
        if stack is None:
            stack = self._stacks[ident] = []
            self._watch.born.never_show(stack)
        return stack

    def _push(self, code: Any, serial: int) -> None:
        self._stack().extend((id(code), NONE, code.co_firstlineno, serial, scope_name(code)))

    def _find(self, stack: list[Any], code_id: int) -> bool:
        """Makes the frame the top of the stack; frames above it ended unseen."""
        if stack and stack[_CODE - _FIELDS] == code_id:
            return True
        if code_id not in stack[_CODE::_FIELDS]:
            return False
        while stack[_CODE - _FIELDS] != code_id:
            del stack[-_FIELDS:]
        return True

    def _depth(self, stack: list[Any]) -> int:
        frames = len(stack) // _FIELDS
        return frames - 1 if stack is self._main_stack else frames

    def _function_count(self, stack: list[Any]) -> int:
        frames = len(stack) // _FIELDS
        return frames - 1 if stack is self._main_stack else frames

    def _thread_number(self) -> int:
        ident = get_ident()
        return self._thread_numbers.setdefault(ident, len(self._thread_numbers))


def heap_message(
    watch: ScriptWatch,
    mark: list[Any],
    read_scopes: Callable[[], list[Scope]],
    passing: Any,
) -> bytes:
    """The heap as it is now; `passing` is an object of the collector's that lives only during its callback."""
    born = watch.born
    while True:
        born.settle(mark)
        born.hide(passing)
        try:
            return watch.heaps.make(mark, _flags(watch), read_scopes)
        except MarkLost:
            mark = []
        finally:
            born.unhide()


def _flags(watch: ScriptWatch) -> int:
    return (INSIDE_COLLECTION if watch.inside_collection else 0) | (
        COLLECTOR_ON if watch.collector_is_on else 0
    )
