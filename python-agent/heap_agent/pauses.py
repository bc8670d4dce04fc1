"""Where the program waits for the person: at its end, at the step limit, at breakpoints, and where stepping or the Pause button ends."""

from __future__ import annotations

from heap_agent.breakpoints import Breakpoints
from heap_agent.cells import CellLeft
from heap_agent.console import Console, frame_of
from heap_agent.frame_stacks import CODE, FIELDS, FILE, SERIAL
from heap_agent.wire import (
    COMMAND_BREAKPOINTS,
    COMMAND_COLLECT,
    COMMAND_CONTINUE,
    COMMAND_EXECUTE,
    COMMAND_PAUSE,
    COMMAND_RUN_CELL,
    NONE,
    PAUSED,
    frame,
    read_breakpoints,
    read_continue,
    read_execute,
    read_run_cell,
    text_column,
    u32_column,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.script_watch import ScriptWatch

_AT_END, _AT_LIMIT, _AT_BREAKPOINT, _STEPPED, _BETWEEN_CELLS = 0, 1, 2, 3, 4
# What `continue` may say; 2 is the next line of this frame or of one that called it.
_UNTIL_BREAKPOINT, _INTO, _OVER, _OUT = 0, 1, 2, 3


class Pauses:
    """Called in a hook. While the person's own code runs at a pause, nothing else pauses."""

    __slots__ = (
        "_watch", "_hold", "_breakpoints", "_console", "_is_asked", "_until", "_ending_frames",
        "_ending_stack", "_next_cell",
    )  # fmt: skip

    def __init__(self, watch: ScriptWatch, hold: bool, breakpoints: Breakpoints) -> None:
        self._watch = watch
        self._hold = hold
        self._breakpoints = breakpoints
        self._console = Console(watch)
        self._is_asked = False
        self._until = _UNTIL_BREAKPOINT
        # Frames that end a step over or out, by serial; and the stack of their thread.
        self._ending_frames: set[int] = set()
        self._ending_stack: list[Any] | None = None
        # For which a paused cell is being left.
        self._next_cell: tuple[str, str, str] | None = None

    @property
    def collecting_for_person(self) -> bool:
        return self._console.is_collecting

    def line_reached(self, recorder: LineRecorder, stack: list[Any], line: int) -> None:
        """The line is about to run in the top frame of the stack."""
        channel = self._watch.channel
        if self._console.is_busy:
            return
        if channel.has_command():
            self._read_while_running()
        reason = None
        if self._is_asked or (self._until and self._is_step_over(stack)):
            reason = _STEPPED
        if line in self._breakpoints.lines and self._is_breakpoint(stack, line):
            reason = _AT_BREAKPOINT
        if reason is not None and self._watch.active:
            self._wait(reason, recorder, stack, line)

    def limit_reached(self, recorder: LineRecorder, stack: list[Any]) -> None:
        if not self._console.is_busy:
            self._wait(_AT_LIMIT, recorder, stack, NONE)

    def module_ended(self, recorder: LineRecorder) -> None:
        """The module's frame is still there."""
        if self._hold:
            self._wait(_AT_END, recorder, recorder.stacks.main, NONE)

    def between_cells(self, recorder: LineRecorder) -> tuple[str, str, str] | None:
        """File, name and text of the cell to run next; None when the program is to end."""
        cell, self._next_cell = self._next_cell, None
        return cell or self._wait(_BETWEEN_CELLS, recorder, recorder.stacks.main, NONE)

    def _is_step_over(self, stack: list[Any]) -> bool:
        # When the thread has left all frames in which the step could end, the next line anywhere ends it.
        return (
            self._until == _INTO
            or stack[SERIAL - FIELDS] in self._ending_frames
            or not self._ending_stack
        )

    def _is_breakpoint(self, stack: list[Any], line: int) -> bool:
        condition = self._breakpoints.condition_at(line, stack[FILE - FIELDS])
        return condition is not None and (
            condition == ""
            or self._console.is_true(condition, frame_of(stack[CODE - FIELDS]), line)
        )

    def _wait(
        self, reason: int, recorder: LineRecorder, stack: list[Any], line: int
    ) -> tuple[str, str, str] | None:
        """Between cells, what is to run next."""
        self._is_asked = False
        self._until = _UNTIL_BREAKPOINT
        file = "" if line == NONE else stack[FILE - FIELDS]
        paused = frame(PAUSED, [u32_column([reason, line]), text_column([file])])
        channel = self._watch.channel
        channel.send(paused)
        signals = self._watch.signals
        were_held = signals.are_held
        try:
            # Ctrl+C ends the waiting, and the person's own code.
            signals.deliver()
            while self._watch.active:
                kind, payload = channel.receive()
                if kind in (COMMAND_COLLECT, COMMAND_EXECUTE):
                    code = read_execute(payload) if kind == COMMAND_EXECUTE else ""
                    self._obey(code, recorder, stack, line)
                    channel.send(paused)
                elif kind == COMMAND_RUN_CELL and self._watch.is_notebook:
                    cell = self._start_cell(payload, recorder, stack)
                    if reason == _BETWEEN_CELLS:
                        return cell
                    self._next_cell = cell
                    raise CellLeft
                elif kind == COMMAND_CONTINUE and reason != _BETWEEN_CELLS:
                    self._go_on(*read_continue(payload), reason, recorder, stack)
                    return None
                elif kind not in (COMMAND_PAUSE, COMMAND_CONTINUE):
                    self._take(kind, payload)
        except ValueError:  # nothing that the app can have sent
            self._watch.stop_recording()
        finally:
            if were_held:
                signals.hold()
            self._console.forget_names()
        return None

    def _start_cell(
        self, payload: bytes, recorder: LineRecorder, stack: list[Any]
    ) -> tuple[str, str, str]:
        further, until, file, name, text = read_run_cell(payload)
        self._go_on(further, until, _BETWEEN_CELLS, recorder, stack)
        return file, name, text

    def _read_while_running(self) -> None:
        """Only some commands make sense then; the others crossed a pause that is over."""
        try:
            kind, payload = self._watch.channel.receive()
            if kind == COMMAND_PAUSE:
                self._is_asked = True
            elif kind not in (COMMAND_CONTINUE, COMMAND_COLLECT, COMMAND_EXECUTE, COMMAND_RUN_CELL):
                self._take(kind, payload)
        except ValueError:  # as above
            self._watch.stop_recording()

    def _take(self, kind: int, payload: bytes) -> None:
        if kind == COMMAND_BREAKPOINTS:
            self._breakpoints.replace(read_breakpoints(payload))
        else:
            self._watch.stop_recording()

    def _go_on(
        self, further: int, until: int, reason: int, recorder: LineRecorder, stack: list[Any]
    ) -> None:
        self._until = until
        if further:
            recorder.steps_left = further
        elif reason == _AT_LIMIT:
            self._watch.stop_recording()
        serials = stack[SERIAL::FIELDS]
        self._ending_frames.clear()
        self._ending_frames.update(serials[:-1] if self._until == _OUT else serials)
        self._ending_stack = stack

    def _obey(self, code: str, recorder: LineRecorder, stack: list[Any], line: int) -> None:
        """Runs the person's code, or the collector for them, and records it as a step."""
        mark = self._console.run(code, frame_of(stack[CODE - FIELDS]))
        if mark is not None:
            recorder.send_step_of_person(mark, code, line)
