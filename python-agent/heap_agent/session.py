"""Wires the agent together in the script's process, before the script starts, and says goodbye when the interpreter exits."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from heap_agent.breakpoints import Breakpoints, read_breakpoint_list
from heap_agent.channel import Channel
from heap_agent.gc_events import CollectionEvents
from heap_agent.line_recorder import LineRecorder
from heap_agent.output_lengths import output_lengths
from heap_agent.pauses import Pauses
from heap_agent.python_versions import GIL_DISABLED, HAS_MONITORING
from heap_agent.raw_memory import POINTER_BYTES
from heap_agent.script_watch import ScriptWatch
from heap_agent.uncaught_failure import failure_message
from heap_agent.wire import EXIT, HELLO, WIRE_VERSION, frame, text_column, u32_column, u64_column

if HAS_MONITORING:
    from heap_agent import stepper_monitoring as stepping
else:
    from heap_agent import stepper_trace as stepping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Up to 3.9 a second `atexit` module would replace the first one with our callback in it.
_STAYING_MODULES = frozenset(("sitecustomize", "atexit"))

# Allocations of the import of our sitecustomize alone, measured on 3.9 and 3.11 (94 and 90): the script would not have had them.
_COUNTED_FOR_BOOT = 90


class Session:
    """Keeps everything of ours alive: an agent module without a reference would be garbage that the script's collector finds."""

    def __init__(self) -> None:
        environment = os.environ
        channel = Channel(
            int(environment.pop("OUROSCOPE_WIRE_OUT")), int(environment.pop("OUROSCOPE_WIRE_IN"))
        )
        script = environment.pop("OUROSCOPE_SCRIPT")
        most_steps = int(environment.pop("OUROSCOPE_MAX_STEPS", "100000"))
        correction = environment.pop("OUROSCOPE_COUNT_CORRECTION", "0 0 0")
        hold = environment.pop("OUROSCOPE_HOLD", "0") == "1"
        debug = environment.pop("OUROSCOPE_DEBUG", "0") == "1"
        self.watch = ScriptWatch(channel, script, debug)
        self.count_correction = tuple(map(int, correction.split()))
        breakpoints = Breakpoints()
        breakpoints.replace(read_breakpoint_list(environment.pop("OUROSCOPE_BREAKPOINTS", "")))
        self._pauses = Pauses(self.watch, hold, breakpoints)
        self._recorder = LineRecorder(self.watch, self._pauses, most_steps)
        self.stepper = stepping.Stepper(self.watch, self._recorder)
        self.watch.has_other_tracer = self.stepper.has_other_tracer
        self._collections = CollectionEvents(
            self.watch, self._recorder, self._pauses, self.stepper.is_tracing
        )
        self.kept: list[Any] = []
        # The interpreter holds the watch for ever, as the handler of forks; what the watch holds stays, whatever the script clears.
        self.watch.session = self

    def start(self) -> None:
        # The first to be registered is the last to run.
        atexit.register(self.say_goodbye)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.watch.forked)
        self.watch.tell(_hello(self.watch.script))
        self.watch.disarm = self.stepper.disarm
        self.watch.active = True
        gc.callbacks.append(self._collections.on_collection)

    def hide_boot_module(self) -> None:
        """Our sitecustomize may leave now; during its own import it could not."""
        boot = sys.modules.get("sitecustomize")
        if (
            boot is not None
            and os.path.basename(os.path.dirname(str(boot.__dict__.get("__file__")))) == "boot"
        ):
            self.kept.append(sys.modules.pop("sitecustomize"))

    def say_goodbye(self) -> None:
        watch = self.watch
        if watch.active and watch.namespace is not None and not self.stepper.is_tracing():
            watch.report_tracing_lost()
        watch.stop_recording()
        lengths = output_lengths()
        failure = failure_message(watch.files)
        if failure is not None:
            watch.tell(failure)
        watch.tell(frame(EXIT, [u64_column(lengths)]))
        watch.channel.close()


def start_session(
    modules_before: frozenset[str], counts: tuple[int, int, int], tracked_before: int
) -> None:
    """Called by `boot/sitecustomize.py`; afterwards the collector looks as if nothing had been loaded."""
    session = Session()
    session.start()
    # The person's own sitecustomize may take its place; unheld, ours would be garbage that the script's first collection finds.
    session.kept.append(sys.modules["sitecustomize"])
    for name in list(sys.modules):
        if name not in modules_before and name not in _STAYING_MODULES:
            session.kept.append(sys.modules.pop(name))
    # Everything into the oldest generation, without a collection; then the counts as they were.
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
    session.stepper.arm()
    session.watch.heaps.own_objects = len(gc.get_objects()) - tracked_before
    young, middle, old = counts
    state = session.watch.collector
    state.young.value = max(0, young - _COUNTED_FOR_BOOT + session.count_correction[0])
    state.middle.value = max(0, middle + session.count_correction[1])
    state.old.value = max(0, old + session.count_correction[2])


def _hello(script: str) -> bytes:
    numbers = [
        WIRE_VERSION,
        os.getpid(),
        *sys.version_info[:3],
        POINTER_BYTES,
        int(GIL_DISABLED),
        int(GIL_DISABLED),
    ]
    return frame(
        HELLO,
        [
            u32_column(numbers),
            text_column([sys.implementation.name, sys.executable, script, stepping.MECHANISM]),
        ],
    )
