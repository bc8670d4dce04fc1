"""Runs a notebook's cells one after the other in the namespace of `__main__`, as a kernel does, with the program paused between them.

The cells' frames stand on that of `run`, outside all hooks, so that they are traced, counted and collected like a script's lines. Nothing of a cell is
kept for its sake: no `_`, no `Out`, no `sys.last_value`.
"""

from __future__ import annotations

import sys

from heap_agent.cells import FUTURE_FLAGS, CellLeft, compile_cell
from heap_agent.uncaught_failure import failure_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.pauses import Pauses
    from heap_agent.script_watch import ScriptWatch

# The one line of a notebook's program calls this name.
_STARTER = "_run_cells"
_NO_PARTS: tuple[Any, ...] = ()
_show_exception: Any = sys.__excepthook__
_write_line: Any = print
_set_traceback: Any = BaseException.__dict__["__traceback__"].__set__


class NotebookRun:
    __slots__ = ("_watch", "_recorder", "_pauses", "_parts", "_file", "_text", "_flags", "_refused")

    def __init__(self, watch: ScriptWatch, recorder: LineRecorder, pauses: Pauses) -> None:
        self._watch = watch
        self._recorder = recorder
        self._pauses = pauses
        self._parts = _NO_PARTS
        self._file = self._text = ""
        self._flags = 0
        self._refused: BaseException | None = None

    def offer(self) -> None:
        """Before the program starts."""
        vars(sys.modules["__main__"])[_STARTER] = self.run
        # Ours is a copy.
        vars(sys.modules["sys"])["displayhook"] = _show_value

    def run(self) -> None:
        """The whole program of a notebook."""
        self._begin()
        while self._await_cell():
            self._compile()
            self._settle()
            self._run_cell()

    def _begin(self) -> None:
        mark = self._watch.enter()
        if mark is not None:
            try:
                names = vars(sys.modules["__main__"])
                # What a notebook's namespace does not have either.
                for name in (_STARTER, "__file__", "__cached__"):
                    names.pop(name, None)
                self._recorder.notebook_started()
            finally:
                self._watch.leave()

    def _await_cell(self) -> bool:
        """Whether there is one; what the last one left behind goes first."""
        watch = self._watch
        while True:
            mark = watch.enter()
            if mark is None:
                return False
            try:
                self._recorder.cell = None
                self._parts = _NO_PARTS
                self._recorder.between_cells()
                asked = self._pauses.between_cells(self._recorder)
                if asked is None:
                    return False
                self._file, name, self._text = asked
                watch.files.names[self._file] = name
                # What compiling makes is nobody's data.
                mark = []
                watch.born.import_started(mark)
                return True
            except KeyboardInterrupt:  # an interrupt of a program that does nothing
                continue
            except BaseException as error:
                watch.handle_trouble(error)
                return False
            finally:
                watch.leave()

    def _compile(self) -> None:
        mark = self._watch.enter()
        if mark is not None:
            try:
                self._parts = compile_cell(self._text, self._file, self._flags)
            except Exception as error:  # the text may be anything
                self._refused = error.with_traceback(None)
            finally:
                self._text = ""
                self._watch.leave()

    def _settle(self) -> None:
        mark = self._watch.enter()
        if mark is not None:
            try:
                self._watch.born.import_ended(mark)
                self._watch.born.add_constants(self._parts)
            finally:
                self._watch.leave()

    def _run_cell(self) -> None:
        try:
            refused, self._refused = self._refused, None
            if refused is not None:
                raise refused
            for part in self._parts:
                self._flags |= part.co_flags & FUTURE_FLAGS
                self._recorder.cell = part
                exec(part, self._watch.namespace)
        except CellLeft:
            pass
        except BaseException as error:
            self._tell_failure(error)

    def _tell_failure(self, error: BaseException) -> None:
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        _set_traceback(error, trace)
        try:
            if isinstance(error, SystemExit):
                _write_line(
                    "SystemExit: %s (the notebook goes on)" % (error.code,), file=sys.stderr
                )
            else:
                _show_exception(type(error), error, trace)
        except Exception:  # the notebook has closed or replaced its stream
            pass
        mark = self._watch.enter()
        if mark is not None:
            try:
                self._watch.channel.send(failure_of(error, self._watch.files))
            except BaseException as trouble:
                self._watch.handle_trouble(trouble)
            finally:
                self._watch.leave()


def _show_value(value: Any) -> None:
    """The interpreter's own keeps the value in `builtins._`: a reference nobody sees."""
    if value is not None:
        _write_line(repr(value))
