"""Keeps the memory of hooks out of `tracemalloc`: for it they run as its own code does, whose memory it does not trace either.

While its code allocates memory itself, tracemalloc marks the running thread with a thread-specific value (`set_reentrant` in
Modules/_tracemalloc.c, from 3.12 on Python/tracemalloc.c). The key of that value is known to nobody else: it is the one whose value, when it is
set, keeps a block of ours from being traced. What is freed meanwhile loses its trace up to 3.13, and not later.
"""

from __future__ import annotations

import _tracemalloc
import sys
from _struct import Struct

from heap_agent.raw_memory import thread_value_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_KEYS = 2048
_PROBE_BYTES = 50_000
_is_tracing = _tracemalloc.is_tracing
# `Py_tss_t`: an int that is 1 once there is a key, and the key.
_KEY = Struct("@iI")
# A debug build asserts that the mark is True.
_IS_POSSIBLE = sys.platform != "win32" and not hasattr(sys, "gettotalrefcount")


class UntracedMemory:
    """`begin` on the way into a hook, `end` on the way out. Bytes are handed to C as they are: what is made for a call before the mark is set would be traced."""

    __slots__ = ("_key", "_set", "_mark", "_is_on")

    def __init__(self) -> None:
        self._set: Any = thread_value_function("PyThread_tss_set")
        self._mark = b"mark"
        self._is_on = False
        self._key = self._find_key() if _IS_POSSIBLE else b""

    def begin(self) -> None:
        if self._key and _is_tracing():
            self._set(self._key, self._mark)
            self._is_on = True

    def end(self) -> None:
        if self._is_on:
            self._is_on = False
            self._set(self._key, None)

    def _find_key(self) -> bytes:
        was_tracing = _is_tracing()
        if not was_tracing:
            _tracemalloc.start(1)
        try:
            return self._search_key()
        finally:
            if not was_tracing:
                _tracemalloc.stop()

    def _search_key(self) -> bytes:
        get: Any = thread_value_function("PyThread_tss_get")
        for number in range(_MOST_KEYS):
            key = _KEY.pack(1, number)
            if get(key) or self._set(key, self._mark):
                continue
            try:
                is_found = not _is_traced()
            finally:
                self._set(key, None)
            if is_found:
                return key
        return b""


def _is_traced() -> bool:
    before = _tracemalloc.get_traced_memory()[0]
    block = bytes(_PROBE_BYTES)
    return _tracemalloc.get_traced_memory()[0] - before >= len(block)
