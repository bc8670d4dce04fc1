"""The state that all hooks share, and the gate they go through: one hook at a time, no collection inside, nothing of ours raised into the script."""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock, get_ident

from heap_agent.audit_hooks import AuditHooks
from heap_agent.born_objects import BornObjects
from heap_agent.channel import Channel, ChannelClosed
from heap_agent.collector_state import CollectorState
from heap_agent.frame_objects import FrameObjects
from heap_agent.free_list_banks import FreeListBanks
from heap_agent.heap_message import HeapMessages
from heap_agent.python_versions import HAS_MONITORING, PLAN_RUNS_WHEN_OFF, VERSION
from heap_agent.raw_memory import object_at
from heap_agent.script_files import ScriptFiles
from heap_agent.signal_handlers import SignalHandlers
from heap_agent.signal_mask import SignalMask
from heap_agent.unchecked_start import starts_unchecked, starts_unseen
from heap_agent.untraced_memory import UntracedMemory
from heap_agent.wire import NONE, TRACING_LOST, frame, u32_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# Calls inside each other: what `enter` and `leave` need, and what a whole hook needs at most.
ROOM_TO_ENTER = 6
ROOM_FOR_HOOKS = 60
_AGENT_FOLDER = os.path.dirname(os.path.abspath(__file__))
_TURN_SECONDS = 0.0005


class ScriptWatch:
    """`active`: the script's lines are recorded. `namespace`: the module's globals, once it has started.

    `is_notebook`: its script only runs cells. `collector_is_on`: whether automatic collection is on, inside a hook. `imported`: an import began since the last heap was made.
    `levels_of_room`: a hook that has not as much on the stack does nothing.
    """

    __slots__ = (
        "channel", "script", "files", "imported", "has_other_tracer", "active", "born", "heaps",
        "_namespace", "_held_namespace", "start_names", "inside_collection", "last_line", "disarm", "session",
        "_debug", "_pid", "_is_busy", "_lock", "_owner", "_mark", "_audit", "_untraced", "collector", "banks",
        "_frame_objects", "collector_is_on", "_planned", "young", "middle", "old", "_never", "levels_of_room",
        "_main_thread", "signals", "_owed", "_carried", "is_notebook",
    )  # fmt: skip

    def __init__(
        self, channel: Channel, script: str, folder: str, debug: bool, is_notebook: bool
    ) -> None:
        self.channel = channel
        self.is_notebook = is_notebook
        self.script = script
        self.files = ScriptFiles(script, folder, self)
        self.imported = False
        self.has_other_tracer: Callable[[], bool] = _has_none
        self.levels_of_room = ROOM_TO_ENTER
        self.active = False
        self.born = BornObjects()
        self.heaps = HeapMessages(self.born)
        self._namespace: int | None = None
        self._held_namespace: Any = None
        self.start_names: frozenset[str] = frozenset()
        self.inside_collection = False
        self.last_line = NONE
        self.disarm: Any = None
        self.session: Any = None
        self._debug = debug
        self._pid = os.getpid()
        self._is_busy = False
        self._lock = allocate_lock()
        self._never = allocate_lock()
        self._never.acquire()
        self._owner = 0
        self._main_thread = get_ident()
        self.signals = SignalMask() if HAS_MONITORING else SignalHandlers()
        self._owed: BaseException | None = None
        self._mark: list[Any] | None = None
        self._audit = AuditHooks()
        self._untraced = UntracedMemory()
        self.collector = CollectorState()
        self.banks = FreeListBanks()
        self._frame_objects = FrameObjects()
        self.collector_is_on = 0
        self._planned = 0
        # The collector's counts as the script has them, inside a hook.
        self.young = self.middle = self.old = 0
        # What a collection that is due is to leave in the young count.
        self._carried = 0

    @property
    def namespace(self) -> Any:
        """By its address, as a reference to it would show; the frame of the module holds it while that runs."""
        return None if self._namespace is None else object_at(self._namespace)

    @namespace.setter
    def namespace(self, names: Any) -> None:
        self._namespace = None if names is None else id(names)

    def hold_namespace(self) -> None:
        """When the module is left."""
        self._held_namespace = self.namespace

    @starts_unseen
    def enter(self) -> list[Any] | None:
        """The way into a hook; gives the mark that is younger than all objects of the script, or None when the hook must do nothing."""
        if not self.active:
            return None
        if VERSION >= (3, 11):
            _need_room(self.levels_of_room)
        if HAS_MONITORING:
            # No other thread runs between this look and the line that closes the way.
            if self._is_busy and not self._wait_for_turn():
                return None
            self._is_busy = True
        else:
            if self._owner == get_ident() and not self._wait_for_turn():
                return None
            if get_ident() == self._main_thread:
                # Before the lock, which a handler that raises would leave to nobody.
                self._hold_signals_until_turn()
            # Without an argument: it would be a tuple, counted or from a free list.
            self._lock.acquire()
            self._owner = get_ident()
        state = self.collector
        self._planned = state.planned.value
        if PLAN_RUNS_WHEN_OFF:
            state.planned.value = 0
        self.collector_is_on = state.enabled.value
        state.enabled.value = 0
        self.young = state.young.value
        self.middle = state.middle.value
        self.old = state.old.value
        try:
            if VERSION >= (3, 11):
                self.banks.take()
            else:
                self._take_with_room()
            if HAS_MONITORING:
                self._owner = get_ident()
                if self._owner == self._main_thread:
                    self.signals.hold()
            self._audit.take()
            self._untraced.begin()
            is_open = self.active and os.getpid() == self._pid
            # Kept, so that a mark that is not needed dies in a hook. What is made before it would look like the script's.
            mark = self._mark = []
            if is_open:
                self._frame_objects.note()
        except BaseException:  # of a signal handler of the script's (3.12+), or there is no room
            self._turn_back()
            raise
        if is_open:
            return mark
        self.leave()
        return None

    def _take_with_room(self) -> None:
        """Up to 3.10 the frames that need the room come from a free list, too, or are counted."""
        self.banks.take()
        try:
            _need_room(self.levels_of_room)
        except RecursionError:
            self.banks.give_back()
            raise

    def _turn_back(self) -> None:
        if self.banks.are_taken:
            self.leave()
            return
        state = self.collector
        if PLAN_RUNS_WHEN_OFF:
            state.planned.value = self._planned
        state.enabled.value = self.collector_is_on
        self._is_busy = False
        if not HAS_MONITORING:
            # As `_unlock` does; there may be no room to call that.
            is_main = self._owner == self._main_thread
            self._owner = 0
            self._lock.release()
            if is_main:
                self.signals.deliver()

    @starts_unseen
    def leave(self) -> None:
        state = self.collector
        try:
            self._look_away()
        finally:
            # A handler's own lines may have gone through a hook, which has left for us. Nothing in here can be interrupted: up to 3.11 handlers are still held back, and later there is no call of C code.
            if self.banks.are_taken:
                state.young.value = self.young
                state.middle.value = self.middle
                state.old.value = self.old
                self.banks.give_back()
                state.enabled.value = self.collector_is_on
                self._is_busy = False
                if HAS_MONITORING:
                    self._owner = 0
                else:
                    self._unlock()
        if not HAS_MONITORING:
            return
        if self.collector_is_on and (
            self._planned & state.plan_bit
            if state.plan_bit
            else 0 < state.threshold.value < state.young.value
        ):
            # Plans the collection again: it runs where it would have run.
            _ = {0}

    @starts_unseen
    def _unlock(self) -> None:
        is_main = self._owner == self._main_thread
        self._owner = 0
        self._lock.release()
        if is_main:
            self.signals.deliver()

    @starts_unseen
    def _look_away(self) -> None:
        try:
            self._frame_objects.remove_new()
        except RecursionError:  # no room for looking
            pass
        finally:
            self._audit.give_back()
            self._untraced.end()
            if HAS_MONITORING and self._owner == self._main_thread:
                self.signals.deliver()

    @starts_unseen
    def _hold_signals_until_turn(self) -> None:
        """Not while it waits: another thread may be in a hook for long, at a pause."""
        self.signals.hold()
        while self._lock.locked():
            self.signals.deliver()
            self._never.acquire(True, _TURN_SECONDS)
            self.signals.hold()

    def _wait_for_turn(self) -> bool:
        if self._owner == get_ident():
            if _is_called_by_agent(sys._getframe(1 if VERSION >= (3, 11) else 2)):
                return False
            # A hook could not even call `leave`, at the recursion limit.
            self.leave()
        while self._is_busy:
            # Leaves the processor to the thread in the hook.
            self._never.acquire(True, _TURN_SECONDS)
        return True

    def count_late(self, objects: int) -> None:
        """Inside a hook: plain Python would have counted so many more by now, and collected at the one above the threshold."""
        self.young = max(0, self.young + objects)
        threshold = self.collector.threshold.value
        if objects > 0 and self.collector_is_on and 0 < threshold < self.young:
            self._carried = self.young - threshold
            self.young = threshold

    def collected(self) -> None:
        """Inside a hook, at the end of a collection."""
        self.young += self._carried
        self._carried = 0

    def owe(self, error: BaseException) -> None:
        """The collector only prints what its callbacks raise: it is raised at the next line instead."""
        self._owed = error.with_traceback(None)

    def pay(self) -> None:
        """Inside a hook at a line."""
        if self._owed is not None:
            raise self._owed

    @starts_unseen
    def handle_trouble(self, error: BaseException) -> None:
        """What a hook does with an exception: those of the script's signal handlers go on to the script, ours end the recording."""
        self.heaps.abandon()
        if isinstance(error, ChannelClosed):
            self.stop_recording()
        elif error is self._owed:
            self._owed = None
            raise error.with_traceback(None)
        elif isinstance(error, KeyboardInterrupt) or not _raised_by_agent(error):
            raise error.with_traceback(_beyond_agent(error.__traceback__))
        elif not isinstance(error, (RecursionError, MemoryError)) and not _is_stack_full():
            if self._debug:
                sys.__excepthook__(type(error), error, error.__traceback__)
            self.report_tracing_lost()

    def report_tracing_lost(self) -> None:
        """Lines cannot be recorded any more."""
        was_active = self.active
        self.stop_recording()
        if was_active:
            self.tell(frame(TRACING_LOST, [u32_column([self.last_line])]))

    def stop_recording(self) -> None:
        self.active = False
        self._namespace = self._held_namespace = None
        if self.disarm is not None:
            self.disarm()

    def tell(self, message: bytes) -> None:
        """Sends outside a hook's protection; a closed channel is no trouble there."""
        if self.channel.is_open and os.getpid() == self._pid:
            try:
                self.channel.send(message)
            except ChannelClosed:
                pass

    def forked(self) -> None:
        """In a child process: nothing is observed there, and the pipe must not stay open because of it."""
        state = self.collector
        if self.banks.are_taken:
            # Another thread was in a hook, which here will never end.
            self._audit.give_back()
            self._untraced.end()
            self.banks.give_back()
            state.enabled.value = self.collector_is_on
        self.young, self.middle, self.old = state.young.value, state.middle.value, state.old.value
        self.collector_is_on = state.enabled.value
        state.enabled.value = 0
        self.banks.take()
        self.stop_recording()
        self.session.forget_collector()
        self.channel.close()
        state.young.value = self.young
        state.middle.value = self.middle
        state.old.value = self.old
        self.banks.give_back()
        state.enabled.value = self.collector_is_on


@starts_unchecked
def _need_room(levels: int) -> None:
    """Raises RecursionError now, before anything has been changed, rather than later."""
    if levels:
        _need_room(levels - 1)


def _has_none() -> bool:
    return False


def _is_called_by_agent(hook: Any) -> bool:
    """Whether the hook interrupts another one, as the collector's callback may."""
    frame = hook.f_back
    while frame is not None:
        if frame.f_code.co_filename.startswith(_AGENT_FOLDER):
            return True
        frame = frame.f_back
    return False


def _is_stack_full() -> bool:
    """Near the recursion limit a hook may fail in any way: C code wraps the RecursionError, or cannot even make one."""
    try:
        _need_room(ROOM_FOR_HOOKS)
    except RecursionError:
        return True
    return False


def _beyond_agent(trace: Any) -> Any:
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(_AGENT_FOLDER):
        trace = trace.tb_next
    return trace


def _raised_by_agent(error: BaseException) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is None or trace.tb_frame.f_code.co_filename.startswith(_AGENT_FOLDER)
