"""Tells the app when the collector starts and stops, each with the heap at that moment."""

from __future__ import annotations

import gc

from heap_agent.candidates import Candidates
from heap_agent.line_recorder import heap_message
from heap_agent.unchecked_start import starts_unchecked
from heap_agent.wire import COLLECTION_START, COLLECTION_STOP, frame, u32_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.pauses import Pauses
    from heap_agent.script_watch import ScriptWatch


class CollectionEvents:
    def __init__(
        self, watch: ScriptWatch, recorder: LineRecorder, pauses: Pauses, is_tracing: Any
    ) -> None:
        self._watch = watch
        self._recorder = recorder
        self._pauses = pauses
        self._is_tracing = is_tracing
        self._candidates = Candidates(watch.born, watch.heaps.announced)

    @starts_unchecked
    def on_collection(self, phase: str, info: dict[str, int]) -> None:
        """The callback in `gc.callbacks`."""
        watch = self._watch
        mark = watch.enter()
        if mark is None:
            return
        try:
            if watch.namespace is None:
                return
            if not self._is_tracing():
                watch.report_tracing_lost()
            elif phase == "start":
                self._started(mark, info)
            else:
                self._stopped(mark, info)
        except BaseException as error:
            watch.handle_trouble(error)
        finally:
            watch.leave()

    def _started(self, mark: list[Any], info: dict[str, int]) -> None:
        watch = self._watch
        enabled = 1 if watch.collector_is_on else 0
        by_person = 1 if self._pauses.collecting_for_person else 0
        heap = heap_message(watch, mark, self._recorder.scopes, info)
        counts = (watch.young, watch.middle, watch.old)
        values = [info["generation"], *counts, *gc.get_threshold(), enabled, by_person]
        candidates = self._candidates.message(info["generation"], mark)
        watch.channel.send(heap + candidates + frame(COLLECTION_START, [u32_column(values)]))
        watch.heaps.commit()
        watch.inside_collection = True

    def _stopped(self, mark: list[Any], info: dict[str, int]) -> None:
        watch = self._watch
        watch.inside_collection = False
        outcome = self._candidates.outcome(info["generation"])
        heap = heap_message(watch, mark, self._recorder.scopes, info)
        values = [info["generation"], info["collected"], info["uncollectable"]]
        watch.channel.send(heap + frame(COLLECTION_STOP, [u32_column(values), *outcome]))
        watch.heaps.commit()
