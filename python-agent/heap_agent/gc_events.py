"""Tells the app when the collector starts and stops, each with the heap at that moment."""

from __future__ import annotations

import gc

from heap_agent.callback_list import CallbackList
from heap_agent.candidates import Candidates
from heap_agent.line_recorder import heap_message
from heap_agent.thread_tracing import ThreadTracing
from heap_agent.unchecked_start import starts_unchecked, starts_unseen
from heap_agent.wire import COLLECTION_START, COLLECTION_STOP, frame, u32_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.line_recorder import LineRecorder
    from heap_agent.pauses import Pauses
    from heap_agent.script_watch import ScriptWatch


class CollectionEvents:
    __slots__ = (
        "_watch",
        "_recorder",
        "_pauses",
        "_is_tracing",
        "callbacks",
        "_info",
        "_candidates",
        "_tracing",
    )

    def __init__(
        self, watch: ScriptWatch, recorder: LineRecorder, pauses: Pauses, is_tracing: Any
    ) -> None:
        self._watch = watch
        self._recorder = recorder
        self._pauses = pauses
        self._is_tracing = is_tracing
        self._candidates = Candidates(watch.born, watch.heaps)
        self.callbacks = CallbackList(watch.collector.callbacks, self.on_collection)
        self._info: dict[str, int] | None = None
        self._tracing = ThreadTracing()

    def start(self) -> None:
        self.callbacks.install()

    def stop(self) -> None:
        self.callbacks.remove()

    @starts_unseen
    def on_collection(self, phase: str, info: dict[str, int]) -> None:
        """The first of the collector's callbacks."""
        try:
            tracing = self._tracing.of_this_thread()
            tracing.value += 1
            try:
                self._observe(phase, info)
            finally:
                tracing.value -= 1
        except BaseException as error:  # of a signal handler of the script's
            self._watch.owe(error)

    @starts_unchecked
    def _observe(self, phase: str, info: dict[str, int]) -> None:
        watch = self._watch
        mark = None
        try:
            mark = watch.enter()
        except RecursionError:  # no room for a hook
            pass
        if mark is None:
            self.callbacks.bring_in()
            return
        try:
            if not self.callbacks.bring_in():
                self._undo_info(phase, info)
            if phase == "stop":
                watch.collected()
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

    def _undo_info(self, phase: str, info: dict[str, int]) -> None:
        """The collector makes `info` only for callbacks: in plain Python, without one, it is neither counted nor taken from the free list of dicts."""
        # Held until the next hook, so that it does not go into the script's free list.
        self._info = info
        watch = self._watch
        if phase == "start":
            # With the last one gone it may have been in the free list or not; it was when there was one at the last hook.
            was_waiting = watch.banks.dicts_left > 0 or watch.banks.dicts_given > 0
            if not was_waiting:
                watch.young = max(0, watch.young - 1)
            # One for the `info` of the stop: it then leaves the free list as it is to be.
            watch.banks.put_dicts(2 if was_waiting else 1)
        elif info["generation"] == 2:
            # A full collection has emptied the free lists.
            watch.young = max(0, watch.young - 1)

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
