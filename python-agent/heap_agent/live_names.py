"""The names and frames of one moment, together with the heap that is read in between: what another thread changed meanwhile is read again."""

from __future__ import annotations

from heap_agent.running_frames import RunningThread, has_other_threads, running_threads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from heap_agent.heap_message import Scope

# Threads that change names all the time are looked at so often; then what changed is left out.
_MOST_LOOKS = 4


class LiveNames:
    """`own`: the running thread. `others`: other threads that did not move while the heap was read.

    Only names that were bound to the same object before and after belong to the heap's moment.
    """

    __slots__ = (
        "scopes",
        "own",
        "others",
        "_read_scopes",
        "_names_before",
        "_threads_before",
        "_looks",
    )

    def __init__(self, read_scopes: Callable[[], Sequence[Scope]]) -> None:
        self._read_scopes = read_scopes
        self.scopes: Sequence[Scope] = ()
        self.own = RunningThread(0, [], [])
        self.others: list[RunningThread] = []
        self._names_before: list[Any] = []
        self._threads_before: dict[int, Any] = {}
        self._looks = 0

    def look(self) -> None:
        """Before the heap is read. Keeps addresses only, since what is held would count."""
        self._looks += 1
        if has_other_threads():
            self._names_before = [_bindings(scope) for scope in self._read_scopes()]
            others = running_threads()[1]
            self._threads_before = {thread.ident: thread.facts() for thread in others}

    def look_again(self) -> bool:
        """After it; False when it should be read again, because names have changed."""
        self.scopes = self._read_scopes()
        self.own, others = running_threads()
        if not has_other_threads():
            return True
        self.others = [
            thread for thread in others if self._threads_before.get(thread.ident) == thread.facts()
        ]
        before = self._names_before
        if before == [_bindings(scope) for scope in self.scopes]:
            return True
        if self._looks < _MOST_LOOKS:
            self.scopes = ()
            return False
        self.scopes = [
            _only_lasting(scope, before[at] if at < len(before) else set())
            for at, scope in enumerate(self.scopes)
        ]
        return True

    @property
    def running_generators(self) -> set[int]:
        threads = (self.own, *self.others)
        return {frame.generator for thread in threads for frame in thread.frames if frame.generator}


def _bindings(scope: Scope) -> set[tuple[str, int]]:
    return {(name, id(value)) for name, value in scope[2]}


def _only_lasting(scope: Scope, before: set[tuple[str, int]]) -> Scope:
    lasting = [(name, value) for name, value in scope[2] if (name, id(value)) in before]
    return (scope[0], scope[1], lasting, scope[3])
