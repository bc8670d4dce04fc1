"""Where the script waits for the person: at its end, and at the step limit."""

from __future__ import annotations

import gc
import sys

from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import TracingSwitch
from heap_agent.wire import (
    COMMAND_COLLECT,
    COMMAND_CONTINUE,
    NONE,
    PAUSED,
    frame,
    read_continue,
    text_column,
    u32_column,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from heap_agent.line_recorder import LineRecorder
    from heap_agent.script_watch import ScriptWatch

_AT_END, _AT_LIMIT = 0, 1
# On 3.11 `sys.call_tracing` does not bring the trace function back to life.
_SWITCH = TracingSwitch() if VERSION == (3, 11) else None


class Pauses:
    def __init__(self, watch: ScriptWatch, hold: bool) -> None:
        self._watch = watch
        self._hold = hold
        self.collecting_for_person = False

    def hold_at_end(self, recorder: LineRecorder) -> None:
        if self._hold:
            self._wait(_AT_END, recorder)

    def pause_at_limit(self, recorder: LineRecorder) -> int:
        """Waits; gives the number of further steps, or ends the recording."""
        further = self._wait(_AT_LIMIT, recorder)
        if further == 0:
            self._watch.stop_recording()
        return further

    def _wait(self, reason: int, recorder: LineRecorder) -> int:
        while True:
            self._watch.channel.send(frame(PAUSED, [u32_column([reason, NONE]), text_column([""])]))
            kind, payload = self._watch.channel.receive()
            if kind == COMMAND_COLLECT:
                self._collect(recorder)
            elif kind == COMMAND_CONTINUE and reason == _AT_LIMIT:
                return read_continue(payload)[0]
            else:
                return 0

    def _collect(self, recorder: LineRecorder) -> None:
        """Runs the collector as the script would: outside the gate, and with line events of finalizers."""
        watch = self._watch
        self.collecting_for_person = True
        watch.leave()
        try:
            if _SWITCH is None:
                sys.call_tracing(gc.collect, ())
            else:
                _SWITCH.call_traced(gc.collect)
        finally:
            self.collecting_for_person = False
            mark = watch.enter()
        if mark is not None:
            recorder.send_collection_of_person(mark)
