"""Wires the agent together in the script's process, before the script starts, and says goodbye when the interpreter exits."""

from __future__ import annotations

import atexit
import os
import sys

from heap_agent.breakpoints import Breakpoints, read_breakpoint_list
from heap_agent.channel import Channel
from heap_agent.first_imports import FirstImports
from heap_agent.gc_events import CollectionEvents
from heap_agent.import_apart import let_modules_go
from heap_agent.line_recorder import LineRecorder
from heap_agent.notebook_run import NotebookRun
from heap_agent.output_lengths import flushed_lengths
from heap_agent.own_objects import hide_all_but, hide_module, hide_references
from heap_agent.pauses import Pauses
from heap_agent.python_versions import (
    COLLECTOR_IS_INCREMENTAL,
    GIL_DISABLED,
    HAS_MONITORING,
    VERSION,
)
from heap_agent.raw_memory import POINTER_BYTES
from heap_agent.script_watch import ScriptWatch
from heap_agent.start_state import StartState
from heap_agent.uncaught_failure import failure_message
from heap_agent.wire import EXIT, HELLO, WIRE_VERSION, frame, text_column, u32_column, u64_column

if HAS_MONITORING:
    from heap_agent import stepper_monitoring as stepping
else:
    from heap_agent import stepper_trace as stepping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FREE_THREADED, _INCREMENTAL, _NO_COUNTS, _NO_FREE_LISTS = 1, 2, 4, 8
# Up to 3.9 a second `atexit` module would replace the first one with our callback in it.
_STAYING_MODULES = frozenset(
    ("sitecustomize", "atexit") if VERSION == (3, 9) else ("sitecustomize",)
)


class Session:
    """Keeps everything of ours alive: an agent module without a reference would be garbage that the script's collector finds."""

    __slots__ = (
        "watch", "_start_state", "_first_imports", "_pauses", "_recorder", "_notebook", "stepper", "_collections",
        "kept",
    )  # fmt: skip

    def __init__(self) -> None:
        environment = os.environ
        channel = Channel(
            int(environment.pop("OUROSCOPE_WIRE_OUT")), int(environment.pop("OUROSCOPE_WIRE_IN"))
        )
        script = environment.pop("OUROSCOPE_SCRIPT")
        folder = environment.pop("OUROSCOPE_FOLDER", os.path.dirname(script))
        most_steps = int(environment.pop("OUROSCOPE_MAX_STEPS", "100000"))
        correction = environment.pop("OUROSCOPE_COUNT_CORRECTION", "")
        hold = environment.pop("OUROSCOPE_HOLD", "0") == "1"
        debug = environment.pop("OUROSCOPE_DEBUG", "0") == "1"
        is_notebook = environment.pop("OUROSCOPE_NOTEBOOK", "0") == "1"
        self.watch = ScriptWatch(channel, script, folder, debug, is_notebook)
        self._start_state = StartState(correction)
        self._first_imports = FirstImports(self._start_state.first_imports)
        breakpoints = Breakpoints()
        breakpoints.replace(read_breakpoint_list(environment.pop("OUROSCOPE_BREAKPOINTS", "")))
        self._pauses = Pauses(self.watch, hold, breakpoints)
        self._recorder = LineRecorder(self.watch, self._pauses, most_steps)
        self._notebook = NotebookRun(self.watch, self._recorder, self._pauses)
        self.stepper = stepping.Stepper(self.watch, self._recorder)
        self.watch.has_other_tracer = self.stepper.has_other_tracer
        self._collections = CollectionEvents(
            self.watch, self._recorder, self._pauses, self.stepper.is_tracing_or_away
        )
        # First our sitecustomize: the person's own may take its place; unheld, it would be garbage that the script's first collection finds.
        self.kept: list[Any] = [sys.modules["sitecustomize"]]
        # The interpreter holds the watch for ever, as the handler of forks; what the watch holds stays, whatever the script clears.
        self.watch.session = self

    def start(self) -> None:
        # The first to be registered is the last to run.
        atexit.register(self.say_goodbye)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.watch.forked)
        self.watch.tell(_hello(self.watch.script, _inexactness(self.watch)))
        self.watch.disarm = self.stepper.disarm
        self.watch.active = True
        # Up to 3.10 the first call makes a frame that is kept with the code.
        if self.watch.enter() is not None:
            self.watch.leave()
        if self.watch.is_notebook:
            self._notebook.offer()
        self._collections.start()

    def script_starts(self) -> None:
        """Our sitecustomize may leave now; during its own import it could not."""
        self.imported()
        self.watch.young += self._start_state.at_first_line(self.watch.banks)
        self._first_imports.script_starts()
        if sys.modules.get("sitecustomize") is self.kept[0]:
            del sys.modules["sitecustomize"]
        boot: Any = self.kept[0]
        del boot.sys, boot.builtins
        hide_module(boot)

    def imported(self) -> None:
        """Inside a hook, when an import is over."""
        self._collections.callbacks.show_script_its_own()

    def module_is_there(self) -> None:
        """Inside a hook, at the end of each import, also of one inside another."""
        self.watch.count_late(self._first_imports.newly_imported())

    def forget_collector(self) -> None:
        self._collections.stop()

    def say_goodbye(self) -> None:
        watch = self.watch
        if watch.active and watch.namespace is not None and not self.stepper.is_tracing():
            watch.report_tracing_lost()
        watch.stop_recording()
        self.forget_collector()
        lengths = flushed_lengths(None)
        failure = failure_message(watch.files)
        if failure is not None:
            watch.tell(failure)
        watch.tell(frame(EXIT, [u64_column(lengths)]))
        watch.channel.close()

    def vanish(
        self,
        objects_before: list[Any],
        counts: tuple[int, int, int],
        collector_is_on: bool,
        builtin_names: Any,
        references_to_builtins: int,
    ) -> None:
        """The last act of the start; afterwards the collector looks as if nothing had been loaded. It is off until then."""
        # What its import leaves would be freed into the script's free lists.
        self.kept.append(sys._getframe(2).f_code)
        self.kept += _what_the_import_holds(sys._getframe(2))
        for module in self.kept:
            if type(module) is type(sys) and module.__name__ == "gc":
                hide_module(module)
        hide_all_but(objects_before)
        hide_references(builtin_names, references_to_builtins)
        self._start_state.write(self.watch.collector, self.watch.banks, counts, collector_is_on)


def start_session(modules_before: frozenset[str]) -> Session:
    """Called by `boot/sitecustomize.py`."""
    session = Session()
    session.start()
    for name in list(sys.modules):
        if name not in modules_before and name not in _STAYING_MODULES:
            session.kept.append(sys.modules.pop(name))
    session.stepper.arm()
    let_modules_go()
    return session


def _what_the_import_holds(module_frame: Any) -> list[Any]:
    """Variables of importlib's functions that run our sitecustomize; up to 3.12 the dict in which they are read stays with the frame."""
    found: list[Any] = []
    frame = module_frame.f_back
    while frame is not None and frame.f_code.co_filename.startswith("<frozen importlib"):
        variables: Any = frame.f_locals
        found.append(variables if VERSION < (3, 13) else dict(variables))
        frame = frame.f_back
    return found


def _inexactness(watch: ScriptWatch) -> int:
    """What this interpreter does not let us get right, as in WIRE.md."""
    return (
        (_FREE_THREADED if GIL_DISABLED else 0)
        | (_INCREMENTAL if COLLECTOR_IS_INCREMENTAL else 0)
        | (0 if watch.collector.found else _NO_COUNTS)
        | (0 if watch.banks.found else _NO_FREE_LISTS)
    )


def _hello(script: str, inexact: int) -> bytes:
    numbers = [
        WIRE_VERSION,
        os.getpid(),
        *sys.version_info[:3],
        POINTER_BYTES,
        int(GIL_DISABLED),
        inexact,
    ]
    return frame(
        HELLO,
        [
            u32_column(numbers),
            text_column([sys.implementation.name, sys.executable, script, stepping.MECHANISM]),
        ],
    )
