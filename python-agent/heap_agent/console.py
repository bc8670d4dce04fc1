"""Runs the person's own code at a pause as the script would run it: traced, with the collector on, and in the paused frame's namespace."""

from __future__ import annotations

import gc
import sys

from heap_agent.frame_names import FrameNames
from heap_agent.person_code import (
    COMMAND_FILE,
    CommandRefused,
    compile_command,
    condition_namespace,
)
from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import TracingSwitch
from heap_agent.script_files import MODULE_SCOPE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.script_watch import ScriptWatch

# On 3.11 `sys.call_tracing` does not bring the trace function back to life.
_SWITCH = TracingSwitch() if VERSION == (3, 11) else None
_show_exception: Any = sys.__excepthook__
_write_line: Any = print
_set_traceback: Any = BaseException.__dict__["__traceback__"].__set__


class Console:
    """`is_busy`: the person's code runs just now. `is_collecting`: it is the Collect button."""

    __slots__ = (
        "_watch",
        "_names",
        "_code",
        "_frame",
        "is_busy",
        "is_collecting",
        "_line",
        "_answer",
        "_runs_command",
        "_asks_condition",
    )

    def __init__(self, watch: ScriptWatch) -> None:
        self._watch = watch
        self._names = FrameNames()
        self._code: Any = ""
        self._frame: Any = None
        self._line = 0
        self._answer = False
        # Made once: an object made in a hook must not live on while the script runs.
        self._runs_command = self._run_command
        self._asks_condition = self._ask_condition
        self.is_busy = False
        self.is_collecting = False

    def run(self, code: str, frame: Any) -> list[Any] | None:
        """Runs the code, or without code the collector; gives the mark of the hook that goes on afterwards."""
        self._code, self._frame = code, frame
        self.is_collecting = not code
        try:
            return self._run_outside(self._runs_command if code else gc.collect, True)
        finally:
            self._frame = None
            self.is_collecting = False

    def is_true(self, condition: Any, frame: Any, line: int) -> bool:
        """A condition that fails is true: the person must learn of it, and where."""
        self._code, self._frame, self._line = condition, frame, line
        try:
            self._run_outside(self._asks_condition, False)
            return self._answer
        finally:
            self._frame = None

    def forget_names(self) -> None:
        """What commands of this pause have bound to names that the frame does not have."""
        self._names.clear()

    def _run_outside(self, action: Any, is_traced: bool) -> list[Any] | None:
        watch = self._watch
        self.is_busy = True
        watch.leave()
        try:
            if not is_traced:
                action()
            elif _SWITCH is None:
                sys.call_tracing(action, ())
            else:
                _SWITCH.call_traced(action)
        finally:
            self.is_busy = False
            mark = watch.enter()
        return mark

    def _ask_condition(self) -> None:
        self._answer = _is_true(self._code, self._frame, self._line)

    def _run_command(self) -> None:
        try:
            self._evaluate()
        except CommandRefused as refusal:
            _say(str(refusal))
        except SystemExit as error:
            _say("SystemExit: %s (the program goes on)" % (error.code,))
        except BaseException as error:
            _show_without_agent(error)

    def _evaluate(self) -> None:
        frame = self._frame
        namespace = frame.f_globals
        names: Any = namespace
        if frame.f_code.co_name != MODULE_SCOPE:
            names = self._names
            names.frame = frame
        statements, expression = compile_command(self._code, frame.f_code, names)
        try:
            if statements is not None:
                exec(statements, namespace, names)
            if expression is not None:
                value = eval(expression, namespace, names)
                if value is not None:
                    _write_line(repr(value))
        finally:
            self._names.frame = None


def frame_of(code_id: int) -> Any:
    """The innermost frame of this thread that runs this code."""
    frame: Any = sys._getframe(1)
    while frame is not None and id(frame.f_code) != code_id:
        frame = frame.f_back
    return frame


def _is_true(condition: Any, frame: Any, line: int) -> bool:
    try:
        if type(condition) is str:
            compile(condition, "<condition>", "eval", dont_inherit=True)
        return bool(eval(condition, condition_namespace(frame)))
    except BaseException as error:
        words = (
            "Ouroscope: the condition of the breakpoint at line %d could not be answered:" % line
        )
        _say(words)
        _show_without_agent(error)
        return True


def _say(words: str) -> None:
    try:
        _write_line(words, file=sys.stderr)
    except Exception:  # the script has closed or replaced its stream
        pass


def _show_without_agent(error: BaseException) -> None:
    """Prints the exception as Python does, without the frames that brought it about."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != COMMAND_FILE:
        trace = trace.tb_next
    _set_traceback(error, trace)
    try:
        _show_exception(type(error), error, trace)
    except Exception:  # as above
        pass
