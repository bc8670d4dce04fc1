"""What the frames that run now hold: locals, cells and the values on their evaluation stacks, as addresses read from memory.

Up to 3.10 a running frame does not store where its stack ends, so there only locals and cells are read.
"""

from __future__ import annotations

import os
import sys
from _thread import _count, get_ident

from heap_agent.exceptions_in_hand import exceptions_of_threads
from heap_agent.frame_copies import FrameCopies
from heap_agent.frame_locals import BORROWED_BITS, local_names, local_slots
from heap_agent.frame_memory import (
    GENERATOR_FRAME_AT,
    InterpreterFrame,
    code_offset_of,
)
from heap_agent.object_kinds import MethodType
from heap_agent.python_versions import RUNNING_FRAMES_ARE_TRACKED, VERSION
from heap_agent.raw_memory import POINTER_BYTES, object_at, words_at
from heap_agent.stack_depth import (
    NEEDS_BYTECODE,
    StackDepths,
    is_yield,
    leaves_with_value,
    receiver_places,
)
from heap_agent.type_facts import qualname_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Held = tuple[str, int]

_AGENT_FOLDER = os.path.dirname(os.path.abspath(__file__))
# A deeper recursion shows its innermost frames only.
_MOST_FRAMES = 200
TEMPORARY, FUNCTION, NAMESPACE, HANDLED = "", "<function>", "<namespace>", "<handled exception>"
_DEPTHS = StackDepths()
_NO_FUNCTION = (0, id(None))
# Their first argument is what is called.
_CALLED_WITH_CALLABLE = frozenset(("__call__", "__new__"))
_SUSPENDED = 0x80
_STATE_BYTE = 3
# Up to 3.10: builtins, globals and locals of a frame object.
_SPACES_AT = 5


class RunningFrame:
    """`slots`: name and address of each reference the frame owns. `generator`: address of the generator whose frame it is, else 0.

    `listed`: addresses in its locals and on its stack, with what is only borrowed (3.14+). `is_guess`: how far its stack is in use is known
    from its bytecode only.
    """

    __slots__ = ("code", "slots", "generator", "namespace", "listed", "is_guess")

    def __init__(
        self, code: Any, slots: list[Held], generator: int, namespace: int, listed: list[int]
    ) -> None:
        self.code = code
        self.slots = slots
        self.generator = generator
        self.namespace = namespace
        self.listed = listed
        self.is_guess = False


class RunningThread:
    """The frames of a thread, innermost first, without the agent's. `kept`: the namespaces of frames that it may leave meanwhile."""

    __slots__ = ("frames", "ident", "kept")

    def __init__(self, ident: int, frames: list[RunningFrame], kept: list[Any]) -> None:
        self.ident = ident
        self.frames = frames
        self.kept = kept

    def facts(self) -> list[Any]:
        """Addresses and names only: equal facts at two moments mean that the thread has not moved."""
        return [(id(frame.code), frame.slots, frame.generator) for frame in self.frames]


def running_threads() -> tuple[RunningThread, list[RunningThread]]:
    """This thread and the others, all at one instant; what others hold may change at any bytecode of ours."""
    own = get_ident()
    if RUNNING_FRAMES_ARE_TRACKED:
        found = _threads_by_frame_objects(own)
    else:
        copies = FrameCopies(_MOST_FRAMES)
        found = {
            ident: _read_thread(ident, copies, frames, ident == own)
            for ident, frames in copies.threads.items()
        }
    for ident, exceptions in exceptions_of_threads().items():
        if ident in found and found[ident].frames:
            found[ident].frames[0].slots += [(HANDLED, address) for address in exceptions]
    return found.pop(own, RunningThread(own, [], [])), list(found.values())


def has_other_threads() -> bool:
    return bool(_count())


def _read_thread(
    ident: int, copies: FrameCopies, frames: list[InterpreterFrame], is_own: bool
) -> RunningThread:
    found: list[RunningFrame] = []
    kept: list[Any] = []
    of_call: list[Held] = []
    for frame in frames:
        if frame.is_internal:
            continue
        if frame.function in _NO_FUNCTION:
            of_call += _slots_without_names(copies, frame)
            continue
        code = copies.code_of(frame)
        if code is None:
            continue
        if not found and code.co_filename.startswith(_AGENT_FOLDER):
            continue
        words = _words_of(copies, frame, code, not found)
        if found and frame.stack_end is None and NEEDS_BYTECODE:
            words = _without_lent_receiver(frame, code, words, found[-1], is_own)
        slots = _slots_of(frame, code, words)
        generator = frame.start - GENERATOR_FRAME_AT if frame.is_generators else 0
        listed = [word & ~BORROWED_BITS for word in words]
        found.append(RunningFrame(code, slots + of_call, generator, frame.namespace, listed))
        found[-1].is_guess = frame.stack_end is None
        of_call = []
        if not is_own:
            kept.append(copies.namespace_of(frame))
    return RunningThread(ident, found, kept)


def _slots_without_names(copies: FrameCopies, frame: InterpreterFrame) -> list[Held]:
    """The frame between a class that is called and its `__init__` (3.12+) has nothing but the new object; its code object is not a whole one."""
    words = copies.words_of(frame, frame.stack_end) if frame.stack_end else ()
    return [(TEMPORARY, word) for word in words if word and not word & BORROWED_BITS]


def _words_of(
    copies: FrameCopies, frame: InterpreterFrame, code: Any, is_innermost: bool
) -> tuple[int, ...]:
    end = _end_of_stack(frame, code, len(local_names(code)), is_innermost)
    return copies.words_of(frame, end) if end else ()


def _without_lent_receiver(
    frame: InterpreterFrame,
    code: Any,
    words: tuple[int, ...],
    inner: RunningFrame,
    is_own: bool,
) -> tuple[int, ...]:
    """A bound method or `partial` that C code calls puts its object into the slot before the arguments, without owning it (`method_vectorcall`)."""
    places = receiver_places(
        code, code_offset_of(frame.instruction, frame.code), len(words) - len(local_names(code))
    )
    if places is None or not inner.listed or inner.code.co_name in _CALLED_WITH_CALLABLE:
        return words
    callable_at, receiver_at = (place + len(local_names(code)) for place in places)
    receiver = inner.listed[0]
    lent = callable_at
    if VERSION == (3, 13):
        if not is_own:
            # The thread may have let go of what it calls by now.
            lent = -1
        elif words[callable_at] != receiver and words[receiver_at] == receiver:
            # A method of C code that was looked up with its object owns it here.
            kind = type(object_at(words[callable_at]))
            lent = receiver_at if kind is MethodType or qualname_of(kind) == "partial" else -1
    elif not words[callable_at]:
        lent = receiver_at
    if lent < 0 or words[lent] != receiver:
        return words
    return (*words[:lent], 0, *words[lent + 1 :])


def _slots_of(frame: InterpreterFrame, code: Any, words: tuple[int, ...]) -> list[Held]:
    names = local_names(code)
    held = [
        (name, word)
        for name, word in zip(names + (TEMPORARY,) * (len(words) - len(names)), words)
        if word and not word & BORROWED_BITS
    ]
    if frame.function_is_owned:
        held.append((FUNCTION, frame.function))
    if frame.namespace:
        held.append((NAMESPACE, frame.namespace))
    return held


def _end_of_stack(frame: InterpreterFrame, code: Any, locals_count: int, is_innermost: bool) -> int:
    """Words of locals and stack that are in use."""
    end = frame.stack_end
    if not NEEDS_BYTECODE:
        return locals_count if end is None else end
    offset = code_offset_of(frame.instruction, frame.code)
    if end is None:
        return locals_count + _DEPTHS.while_called(code, offset)
    if is_innermost and _holds_one_more(frame, code, offset):
        return end + 1
    return end


def _holds_one_more(frame: InterpreterFrame, code: Any, offset: int) -> bool:
    """What is returned or yielded lies behind the end of the stack while the hook for it runs."""
    if leaves_with_value(code, offset):
        return frame.stack_end == len(local_names(code))
    if not frame.is_generators or not is_yield(code, offset):
        return False
    return bool(frame.generator_state[_STATE_BYTE] & _SUSPENDED)


def _threads_by_frame_objects(own: int) -> dict[int, RunningThread]:
    current: dict[int, Any] = sys._current_frames() if _count() else {own: sys._getframe()}
    found: dict[int, RunningThread] = {}
    for ident in list(current):
        # Not under any name: our own frame would hold itself, and all that was found, until a collection.
        found[ident] = _read_frame_objects(ident, current.pop(ident), ident == own)
    return found


def _read_frame_objects(ident: int, innermost: Any, is_own: bool) -> RunningThread:
    found: list[RunningFrame] = []
    kept: list[Any] = []
    frame: Any = innermost
    while frame is not None and len(found) < _MOST_FRAMES:
        code = frame.f_code
        if found or not code.co_filename.startswith(_AGENT_FOLDER):
            slots = [pair for pair in zip(local_names(code), local_slots(frame, code)) if pair[1]]
            spaces = words_at(id(frame) + _SPACES_AT * POINTER_BYTES, 3)
            slots += [(NAMESPACE, space) for space in spaces if space]
            found.append(RunningFrame(code, slots, 0, spaces[-1], []))
            if spaces[-1] and not is_own:
                kept.append(object_at(spaces[-1]))
        frame = frame.f_back
    return RunningThread(ident, found, kept)
