"""Feeds line events to the recorder through a C-level trace hook (3.9 to 3.11), because a trace function in Python would change reference counts.

The hook is `PyObject_RichCompareBool`, which has the shape of a trace function: (tracer, frame, what, argument). `what` becomes the comparison:
call 0 is `tracer < frame`, exception 1 is `<=`, line 2 is `==`, return 3 is `!=`. Each method answers False, which means: no error.
"""

from __future__ import annotations

import sys
from _thread import get_ident

from heap_agent.line_recorder import RAISED, RETURNED
from heap_agent.raw_memory import api_function_address, trace_function_setter
from heap_agent.resumed_lines import YIELDS, does_more
from heap_agent.script_files import MODULE_SCOPE
from heap_agent.trace_places import TracePlaces
from heap_agent.unchecked_start import starts_unseen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.script_watch import ScriptWatch

MECHANISM = "trace"
_RETURN_VALUE = 83
_set_trace = trace_function_setter()
_HOOK = api_function_address("PyObject_RichCompareBool")


class Stepper:
    __slots__ = ("_watch", "_tracer", "_returning", "_places", "_main_thread", "_was_away")

    def __init__(self, watch: ScriptWatch, recorder: LineRecorder) -> None:
        self._watch = watch
        self._tracer = _Tracer(watch, recorder)
        self._returning = _Returning(self._comes_back)
        self._places = TracePlaces()
        self._main_thread = get_ident()
        self._was_away = False

    def arm(self) -> None:
        try:
            self._places.change(_HOOK, self._returning, self._script_sets)
        except (MemoryError, OSError):  # this system lets nobody make functions
            pass
        # Up to 3.10 the first call makes a frame that is kept with the code.
        self._script_sets(0, None)
        self._tracer.arm()

    def disarm(self) -> None:
        self._places.restore()
        if self._is_ours(self._places.get_native()):
            self._places.set_native(None)

    def is_tracing(self) -> bool:
        """Whether the script has left our hook alone. Asked in the main thread: threads started without `threading` never had it."""
        return get_ident() != self._main_thread or self._is_ours(self._places.get_native())

    def is_tracing_or_away(self) -> bool:
        """The same, or whether the hook comes back when the script takes its own function out; when nobody's is in place it comes back now."""
        if self.is_tracing():
            return True
        places = self._places
        if places.get_native() is None and self._watch.active:
            places.now_ours()
            self._tracer.arm()
            return True
        return places.is_scripts

    def has_other_tracer(self) -> bool:
        """Whether a debugger or tracer is attached besides us, or has been since this was asked."""
        tracer = self._places.get_native()
        if tracer is not None and not self._is_ours(tracer):
            return True
        was_away = self._was_away
        self._was_away = False
        return was_away

    def _is_ours(self, tracer: Any) -> bool:
        # Never compared: a comparison is a call of the hook.
        return tracer is self._tracer or tracer is self._returning

    def _script_sets(self, _module: int, function: Any) -> None:
        """What `sys.settrace` does while our hook is in place in the main thread; it stays there when the script says None."""
        places = self._places
        if function is None or function is self._tracer:
            if not self._is_ours(places.get_native()):
                self._tracer.arm()
        elif get_ident() != self._main_thread:
            places.set_native(function)
        else:
            mark = self._watch.enter()
            if mark is not None:
                try:
                    self._was_away = True
                    _give_lines_to_all_frames()
                finally:
                    self._watch.leave()
            places.now_scripts(function)

    def _comes_back(self, method: str, frame: Any) -> Any:
        """The first event after the script has used `sys.settrace` over a function of its own."""
        places = self._places
        function = places.given.pop() if places.given else None
        if function is None:
            places.now_ours()
            self._tracer.arm()
            return getattr(self._tracer, method)(frame)
        places.now_scripts(function)
        return False


class _Returning:
    """The hook's tracer until the first event."""

    __slots__ = ("_comes_back",)

    def __init__(self, comes_back: Any) -> None:
        self._comes_back = comes_back

    __hash__ = None  # pyright: ignore

    def __lt__(self, frame: Any) -> Any:
        return self._comes_back("__lt__", frame)

    def __le__(self, frame: Any) -> Any:
        return self._comes_back("__le__", frame)

    def __eq__(self, frame: Any) -> Any:
        return self._comes_back("__eq__", frame)

    def __ne__(self, frame: Any) -> Any:
        return self._comes_back("__ne__", frame)


def _give_lines_to_all_frames() -> None:
    """The script's function gets the lines of each frame that it wants, also of those that our hook has switched off."""
    frame: Any = sys._getframe()
    while frame is not None:
        frame.f_trace_lines = True
        frame = frame.f_back


class _Tracer:
    """Compared with each frame; `_raised` is the frame in which an exception was seen last. A hook without room near the recursion limit does nothing."""

    __slots__ = ("_watch", "_recorder", "_imports", "_files", "_module", "_raised", "__weakref__")

    def __init__(self, watch: ScriptWatch, recorder: LineRecorder) -> None:
        self._watch = watch
        self._recorder = recorder
        self._imports = recorder.imports
        self._files = watch.files
        self._module: Any = None
        self._raised = 0

    __hash__ = None  # pyright: ignore

    def arm(self) -> None:
        _set_trace(_HOOK, self)

    def __call__(self, _frame: Any, _event: str, _argument: Any) -> None:
        """Somebody did `sys.settrace(sys.gettrace())`, or a new thread was given us as its trace function."""
        self.arm()

    @starts_unseen
    def __lt__(self, frame: Any) -> bool:
        """A frame is called or resumed."""
        mark = None
        try:
            code = frame.f_code
            file = self._files.name_of(code)
            if file is None:
                frame.f_trace_lines = False
                if self._imports.is_bracket(code):
                    self._imports.started()
                return False
            is_module = self._module is None and file == "" and code.co_name == MODULE_SCOPE
            if not is_module and (self._module is None or not self._files.is_recorded(code)):
                frame.f_trace_lines = False
                return False
            mark = self._watch.enter()
            if mark is not None:
                self._entered(mark, frame, code, is_module)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()
        return False

    def _entered(self, mark: list[Any], frame: Any, code: Any, is_module: bool) -> None:
        self._raised = 0
        if is_module:
            self._module = code
            self._recorder.module_started(code)
        elif code is self._recorder.cell:
            self._recorder.cell_started(code)
        elif self._recorder.stacks.is_suspended(id(frame)) and frame.f_lasti > 0:
            more = does_more(code.co_code, frame.f_lasti)
            self._recorder.frame_resumed(mark, code, id(frame), frame.f_lineno, more)
        else:
            self._recorder.frame_started(mark, code, id(frame))

    def __le__(self, frame: Any) -> bool:
        """An exception passes through the frame."""
        try:
            self._raised = id(frame)
        except RecursionError:
            pass
        return False

    @starts_unseen
    def __eq__(self, frame: Any) -> bool:
        """A line is about to run."""
        mark = None
        try:
            code = frame.f_code
            if not self._files.is_recorded(code):
                frame.f_trace_lines = False
                return False
            mark = self._watch.enter()
            if mark is not None:
                self._raised = 0
                self._recorder.line_reached(mark, code, frame.f_lineno, id(frame))
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()
        return False

    @starts_unseen
    def __ne__(self, frame: Any) -> bool:
        """A frame returns, yields, or is left by an exception."""
        mark = None
        try:
            code = frame.f_code
            if self._imports.is_bracket(code):
                self._imports.ended()
                self._arm_new_threads()
            elif self._files.is_recorded(code):
                mark = self._watch.enter()
                if mark is not None:
                    self._left(mark, frame, code)
        except BaseException as error:
            if mark is not None:
                self._watch.handle_trouble(error)
            elif error.__class__ is not RecursionError:
                raise
        finally:
            if mark is not None:
                self._watch.leave()
        return False

    def _left(self, mark: list[Any], frame: Any, code: Any) -> None:
        last_instruction = code.co_code[frame.f_lasti]
        if last_instruction in YIELDS and self._raised != id(frame):
            self._recorder.frame_suspended(mark, code, id(frame))
        else:
            raised = self._raised == id(frame) and last_instruction != _RETURN_VALUE
            self._recorder.frame_left(mark, code, RAISED if raised else RETURNED)

    def _arm_new_threads(self) -> None:
        """Threads that the script starts through `threading` call this hook of the module first."""
        threading: Any = sys.modules.get("threading")
        if (
            threading is not None
            and self._watch.active
            and threading.__dict__.get("_trace_hook", self) is None
        ):
            threading._trace_hook = self
