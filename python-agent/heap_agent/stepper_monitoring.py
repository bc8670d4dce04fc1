"""Feeds line events to the recorder through sys.monitoring (3.12+): code that is not the script's is left alone after its first call."""

from __future__ import annotations

import sys

from heap_agent.frame_memory import frame_key
from heap_agent.line_recorder import RAISED, RETURNED
from heap_agent.python_versions import VERSION
from heap_agent.resumed_lines import does_more
from heap_agent.script_files import MODULE_SCOPE
from heap_agent.unchecked_start import starts_unseen, unseen_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.script_watch import ScriptWatch

MECHANISM = "monitoring"
_TOOL_NAME = "ouroscope"
# Those that programs may take; two more are behind `sys.settrace` and `sys.setprofile`.
_TOOLS = range(6)


class Stepper:
    """A hook that finds no room near the recursion limit does nothing. No traceback shows a hook."""

    def __init__(self, watch: ScriptWatch, recorder: LineRecorder) -> None:
        self._watch = watch
        self._recorder = recorder
        self._imports = recorder.imports
        self._files = watch.files
        self._module: Any = None
        self._monitoring: Any = getattr(sys, "monitoring")  # noqa: B009
        free = [tool for tool in (4, 3) if self._monitoring.get_tool(tool) is None]
        self._tool: int = free[0]
        self._companion: int | None = free[1] if VERSION >= (3, 13) and len(free) > 1 else None

    def arm(self) -> None:
        monitoring, events = self._monitoring, self._monitoring.events
        monitoring.use_tool_id(self._tool, _TOOL_NAME)
        if self._companion is not None:
            monitoring.use_tool_id(self._companion, _TOOL_NAME)
        for event, callback in (
            (events.PY_START, self._on_start),
            (events.PY_RESUME, self._on_resume),
            (events.PY_THROW, self._on_throw),
            (events.LINE, self._on_line),
            (events.PY_RETURN, self._on_return),
            (events.PY_YIELD, self._on_yield),
            (events.PY_UNWIND, self._on_unwind),
        ):
            monitoring.register_callback(self._tool, event, callback)
        self._local_events = events.LINE | events.PY_RETURN | events.PY_YIELD | events.PY_RESUME
        for code in unseen_codes:
            monitoring.set_local_events(self._tool, code, events.PY_RETURN)
            monitoring.set_local_events(self._tool, code, 0)
        imports = self._imports
        for code in imports.codes():
            monitoring.set_local_events(self._tool, code, events.PY_RETURN)
        monitoring.set_events(self._tool, events.PY_START | events.PY_UNWIND | events.PY_THROW)

    def disarm(self) -> None:
        try:
            self._monitoring.set_events(self._tool, 0)
        except ValueError:  # the script has freed our tool
            pass

    def is_tracing(self) -> bool:
        """Whether the script has left our tool alone; before 3.14 a freed tool still gets its events."""
        return VERSION < (3, 14) or self._monitoring.get_tool(self._tool) == _TOOL_NAME

    is_tracing_or_away = is_tracing

    def has_other_tracer(self) -> bool:
        """Whether a debugger, tracer or coverage tool is attached besides us."""
        get_tool = self._monitoring.get_tool
        return sys.gettrace() is not None or any(
            tool not in (self._tool, self._companion) and get_tool(tool) is not None
            for tool in _TOOLS
        )

    @starts_unseen
    def _on_start(self, code: Any, _offset: int) -> Any:
        mark = None
        try:
            file = self._files.name_of(code)
            if file is None:
                if self._imports.is_bracket(code):
                    self._imports.started()
                    return None
                return self._monitoring.DISABLE
            is_module = self._module is None and file == "" and code.co_name == MODULE_SCOPE
            if not is_module and (self._module is None or not self._files.is_recorded(code)):
                return self._monitoring.DISABLE
            mark = self._watch.enter()
            if mark is not None:
                if is_module:
                    self._module = code
                    self._recorder.module_started(code)
                elif code is self._recorder.cell:
                    self._recorder.cell_started(code)
                else:
                    self._recorder.frame_started(mark, code, frame_key(sys._getframe(1)))
                self._watch_lines(code)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    def _watch_lines(self, code: Any) -> None:
        monitoring = self._monitoring
        if monitoring.get_local_events(self._tool, code):
            return
        if self._companion is not None:
            # From 3.13 on `sys.settrace` loses its events of single instructions, which `breakpoint()` needs, when another tool shares a
            # code object with it; not when two tools share an event there from the start (Python/instrumentation.c, multiple_tools).
            monitoring.set_local_events(self._companion, code, monitoring.events.PY_YIELD)
        monitoring.set_local_events(self._tool, code, self._local_events)

    @starts_unseen
    def _on_resume(self, code: Any, offset: int) -> None:
        mark = None
        try:
            mark = self._watch.enter()
            if mark is not None:
                more = does_more(code.co_code, offset)
                self._resumed(mark, code, sys._getframe(1), more)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    @starts_unseen
    def _on_throw(self, code: Any, _offset: int, exception: BaseException) -> None:
        del exception
        mark = None
        try:
            if self._files.is_recorded(code):
                mark = self._watch.enter()
                if mark is not None:
                    self._resumed(mark, code, sys._getframe(1), True)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    def _resumed(self, mark: list[Any], code: Any, frame: Any, does_more: bool) -> None:
        self._recorder.frame_resumed(mark, code, frame_key(frame), frame.f_lineno, does_more)

    @starts_unseen
    def _on_line(self, code: Any, line: int) -> None:
        mark = None
        try:
            mark = self._watch.enter()
            if mark is not None:
                self._recorder.line_reached(mark, code, line, frame_key(sys._getframe(1)))
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    @starts_unseen
    def _on_return(self, code: Any, _offset: int, returned: Any) -> None:
        del returned
        mark = None
        try:
            if self._imports.is_bracket(code):
                self._imports.ended()
            else:
                mark = self._watch.enter()
                if mark is not None:
                    self._recorder.frame_left(mark, code, RETURNED)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    @starts_unseen
    def _on_unwind(self, code: Any, _offset: int, exception: BaseException) -> None:
        del exception
        mark = None
        try:
            if self._imports.is_bracket(code):
                self._imports.ended()
            elif self._files.is_recorded(code):
                mark = self._watch.enter()
                if mark is not None:
                    self._recorder.frame_left(mark, code, RAISED)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()

    @starts_unseen
    def _on_yield(self, code: Any, _offset: int, yielded: Any) -> None:
        del yielded
        mark = None
        try:
            mark = self._watch.enter()
            if mark is not None:
                self._recorder.frame_suspended(mark, code, frame_key(sys._getframe(1)))
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()
