"""Turns line events into steps. An event comes before its line runs, so it completes the line before it in the same frame."""

from __future__ import annotations

import sys

from heap_agent.frame_stacks import FIELDS, FILE, IS_REST, LINE, PENDING, SCOPE, SERIAL, FrameStacks
from heap_agent.heap_message import COLLECTOR_ON, IMPORTED, INSIDE_COLLECTION, OTHER_TRACER
from heap_agent.heap_rows import MarkLost
from heap_agent.import_bracket import ImportBracket
from heap_agent.output_lengths import output_lengths
from heap_agent.script_files import MODULE_SCOPE
from heap_agent.script_names import global_names, inner_frames, names_of, scope_name
from heap_agent.script_watch import ROOM_FOR_HOOKS, ROOM_TO_ENTER
from heap_agent.wire import (
    ENDED,
    NONE,
    RUNNING,
    STEP,
    frame,
    text_column,
    u32_column,
    u64_column,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from heap_agent.heap_message import Scope
    from heap_agent.pauses import Pauses
    from heap_agent.script_watch import ScriptWatch

_DEEPEST_UNWOUND = 64
_DEEP = 16 * FIELDS
CONTINUED, RETURNED, RAISED, BY_PERSON = 0, 1, 2, 3


class LineRecorder:
    """`stacks`: the live frames. `imports`: which of them import. `steps_left`: until the step limit."""

    __slots__ = (
        "_watch", "_pauses", "steps_left", "stacks", "imports", "_main_code",
        "_first_heap_sent", "_module_is_done", "_program_code", "cell",
    )  # fmt: skip

    def __init__(self, watch: ScriptWatch, pauses: Pauses, most_steps: int) -> None:
        self._watch = watch
        self._pauses = pauses
        self.steps_left = most_steps
        self.stacks = FrameStacks(watch.born)
        # What running frames hold is told with the files and thread numbers of the steps.
        watch.heaps.name_of_file = watch.files.name_of
        watch.heaps.thread_numbers = self.stacks.numbers
        self.imports = ImportBracket(watch, self.stacks)
        self._main_code = 0
        self._first_heap_sent = False
        self._module_is_done = False
        self._program_code = 0
        # The code of a notebook's cell that is to run next; no other frame of it counts as the module's.
        self.cell: Any = None

    def module_started(self, code: Any) -> None:
        """The baseline: everything there is at this moment is not the script's."""
        watch = self._watch
        watch.session.script_starts()
        namespace: dict[Any, Any] = sys.modules["__main__"].__dict__
        watch.namespace = namespace
        watch.start_names = frozenset(name for name in namespace if type(name) is str)
        watch.born.start(code)
        self._main_code = id(code)
        self.stacks.main[:] = (id(code), NONE, False, NONE, 0, MODULE_SCOPE, "")

    def notebook_started(self) -> None:
        """From here on cells take the place of the module, whose only line goes on for ever and is no step."""
        self._module_is_done = True
        self._program_code = self._main_code
        self._watch.files.names[self._watch.script] = None

    def cell_started(self, code: Any) -> None:
        self.cell = None
        self._main_code = id(code)
        file = self._watch.files.name_of(code) or ""
        self.stacks.main[:] = (id(code), NONE, False, NONE, 0, MODULE_SCOPE, file)

    def between_cells(self) -> None:
        """The program's own line is all that runs; what the person does now belongs to the last cell."""
        main = self.stacks.main
        self._main_code = self._program_code
        main[:] = (self._program_code, NONE, False, main[LINE], 0, MODULE_SCOPE, main[FILE])

    def frame_started(self, mark: list[Any], code: Any, frame_id: int) -> None:
        self.imports.frame_entered(mark)
        self.stacks.start(code, frame_id, scope_name(code), self._watch.files.name_of(code) or "")

    def frame_resumed(
        self, mark: list[Any], code: Any, frame_id: int, line: int, does_more: bool
    ) -> None:
        """`does_more`: something is left of the line in which the frame was suspended."""
        self.imports.frame_entered(mark)
        file = self._watch.files.name_of(code) or ""
        stacks = self.stacks
        if not stacks.resume(code, frame_id, scope_name(code), file, line):
            stacks.start(code, frame_id, scope_name(code), file)
        elif does_more:
            stack = stacks.current()
            stack[PENDING - FIELDS] = line
            stack[IS_REST - FIELDS] = True
            self._tell_running(stack, line)

    def is_suspended(self, frame_id: int) -> bool:
        return self.stacks.is_suspended(frame_id)

    def frame_suspended(self, mark: list[Any], code: Any, frame_id: int) -> None:
        stack = self.stacks.current()
        if self.stacks.find(stack, id(code)):
            self.stacks.suspend(stack, frame_id)
            if stack[IS_REST - FIELDS]:
                # It only waits on, in the line it has been waiting in.
                stack[PENDING - FIELDS] = NONE
            self.frame_left(mark, code, RETURNED)

    def line_reached(self, mark: list[Any], code: Any, line: int, frame_id: int) -> None:
        if not self._main_code:
            return
        stacks = self.stacks
        stack = stacks.current()
        if not stacks.find(stack, id(code)):
            self.frame_started(mark, code, frame_id)
        if not self._first_heap_sent:
            self._first_heap_sent = True
            ahead = NONE if self._watch.is_notebook else line
            self._send_step(mark, stack, NONE, ahead, 0, CONTINUED)
        pending = stack[PENDING - FIELDS]
        if pending == NONE:
            stack[LINE - FIELDS] = line
            if stack is not stacks.main or len(stack) > FIELDS:
                self._tell_running(stack, line)
        else:
            stack[LINE - FIELDS] = pending
            self._complete(mark, stack, line, stacks.depth(stack), CONTINUED)
        self._watch.last_line = line
        # In a deep recursion it takes long to make room, and a hook that fails halfway is dear.
        self._watch.levels_of_room = ROOM_FOR_HOOKS if len(stack) > _DEEP else ROOM_TO_ENTER
        if self._watch.active:
            stack[LINE - FIELDS] = line
            self._pauses.line_reached(self, stack, line)
        stack[PENDING - FIELDS] = line
        stack[IS_REST - FIELDS] = False
        self._watch.pay()

    def frame_left(self, mark: list[Any], code: Any, how: int) -> None:
        """The frame is still there; afterwards it is not."""
        stacks = self.stacks
        stack = stacks.current()
        if not stacks.find(stack, id(code)):
            return
        depth = stacks.depth(stack)
        if depth == 0 and not self._first_heap_sent:
            self._first_heap_sent = True
            self._send_step(mark, stack, NONE, NONE, 0, CONTINUED)
        # A runaway recursion unwinds a thousand frames with nothing to see but more frames each time.
        is_seen = how != RAISED or depth <= _DEEPEST_UNWOUND
        if stack[PENDING - FIELDS] != NONE and is_seen:
            self._complete(mark, stack, NONE, max(0, depth - 1), how)
        if not self._watch.active:
            return
        if depth == 0:
            self._module_left(how)
        else:
            if stack[SCOPE - FIELDS] == MODULE_SCOPE and how != RAISED:
                self._watch.heaps.modules.import_over(code.co_filename, stack[FILE - FIELDS])
            del stack[-FIELDS:]
            self.imports.frame_left(mark)

    def send_step_of_person(self, mark: list[Any], code: str, next_line: int) -> None:
        """The step that shows what the Collect button or a command did in the paused frame."""
        stack = self.stacks.current() or self.stacks.main
        self._send_step(mark, stack, NONE, next_line, self.stacks.depth(stack), BY_PERSON, code)

    def scopes(self) -> list[Scope]:
        """The live frames of the script with their names: the module, then the frames of this thread above it."""
        watch, stacks = self._watch, self.stacks
        found: list[Scope] = []
        if watch.namespace is not None and stacks.main:
            names = global_names(watch.namespace, watch.start_names)
            found.append((MODULE_SCOPE, stacks.main[LINE], names, stacks.main[FILE]))
        stack = stacks.current() or stacks.main
        frames = inner_frames(watch.files, self._main_code, stacks.depth(stack))
        at = len(stack) - len(frames) * FIELDS
        for running in frames:
            scope, file = scope_name(running.f_code), stack[at + FILE]
            found.append((scope, stack[at + LINE], names_of(running), file))
            at += FIELDS
        return found

    def _module_left(self, how: int) -> None:
        if self._module_is_done:
            return
        self._module_is_done = True
        self._watch.hold_namespace()
        self._watch.channel.send(frame(ENDED, [u32_column([1 if how == RAISED else 0])]))
        if how == RETURNED:
            self._pauses.module_ended(self)

    def _complete(
        self, mark: list[Any], stack: list[Any], next_line: int, next_depth: int, how: int
    ) -> None:
        line = stack[PENDING - FIELDS]
        stack[PENDING - FIELDS] = NONE
        self._send_step(mark, stack, line, next_line, next_depth, how)
        self.steps_left -= 1
        if self.steps_left <= 0:
            self._pauses.limit_reached(self, stack)

    def _tell_running(self, stack: list[Any], line: int) -> None:
        """Nothing is completed yet, but should the program die or stay in this line, it is known."""
        values = [line, self.stacks.depth(stack), self.stacks.thread_number()]
        self._watch.channel.send(
            frame(RUNNING, [u32_column(values), text_column([stack[FILE - FIELDS]])])
        )

    def _send_step(
        self,
        mark: list[Any],
        stack: list[Any],
        line: int,
        next_line: int,
        next_depth: int,
        how: int,
        code: str = "",
    ) -> None:
        watch, stacks = self._watch, self.stacks
        lengths = output_lengths(watch)
        heap = heap_message(watch, mark, self.scopes, None)
        serial = stack[SERIAL - FIELDS]
        values = [
            stacks.depth(stack), line, next_line, next_depth, stacks.thread_number(), how, serial
        ]  # fmt: skip
        words = [stack[SCOPE - FIELDS], stack[FILE - FIELDS], code]
        step = frame(STEP, [u32_column(values), u64_column(lengths), text_column(words)])
        watch.channel.send(heap + step)
        watch.heaps.commit()


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
            message = watch.heaps.make(mark, _flags(watch), read_scopes)
            watch.imported = False
            return message
        except MarkLost:
            mark = []
        finally:
            born.unhide()


def _flags(watch: ScriptWatch) -> int:
    flags = INSIDE_COLLECTION if watch.inside_collection else 0
    if watch.collector_is_on:
        flags |= COLLECTOR_ON
    if watch.imported:
        flags |= IMPORTED
    if watch.has_other_tracer():
        flags |= OTHER_TRACER
    return flags
