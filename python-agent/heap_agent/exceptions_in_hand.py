"""Which exceptions the threads are handling just now: the bottom of `exc_info` in each thread state, where no object of the heap holds them."""

from __future__ import annotations

import sys
from _collections import deque  # pyright: ignore[reportMissingImports]
from _operator import itemgetter
from _struct import Struct
from _thread import get_ident
from itertools import chain, repeat

from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import (
    bytes_at_in_c,
    interpreter_state_address,
    thread_state_address,
    words_at,
)

# Words of a thread state that are looked at; every version has more.
_ROOM = 48
_STATE = Struct("%dP" % _ROOM)
_PREVIOUS, _NEXT, _INTERPRETER = 0, 1, 2


def exceptions_of_threads() -> dict[int, list[int]]:
    """Thread -> addresses of what its state holds for the exception being handled (up to 3.10 its class and traceback too)."""
    found: dict[int, list[int]] = {}
    if not _EXCEPTION_AT or not _THREAD_AT:
        return found
    for words in _thread_states():
        held = (
            words[_EXCEPTION_AT - 1 : _EXCEPTION_AT + 2]
            if VERSION <= (3, 10)
            else words[_EXCEPTION_AT : _EXCEPTION_AT + 1]
        )
        if held and any(word not in (0, id(None)) for word in held):
            found[words[_THREAD_AT]] = [word for word in held if word]
    return found


def _thread_states() -> list[tuple[int, ...]]:
    """The first words of each: copied in one C call, as a thread that ends meanwhile frees its own."""
    older: list[tuple[int, ...]] = []
    newer: list[tuple[int, ...]] = []
    following = ((newer, _PREVIOUS), (older, _NEXT))
    walks = [
        map(
            _STATE.unpack,
            map(
                bytes_at_in_c,
                chain((_FIRST_STATE,), filter(None, map(itemgetter(way), states))),
                repeat(_STATE.size),
            ),
        )
        for states, way in following
    ]
    deque(map(list.extend, (newer, older), walks), 0)
    return newer + older[1:]


def _find_places(state: int) -> tuple[int, int]:
    """Words of the thread state: the exception being handled, and the thread's identifier."""
    try:
        raise ValueError
    except ValueError:
        words = words_at(state, _ROOM)
        exception = id(sys.exc_info()[1])
    if words[_INTERPRETER] != interpreter_state_address() or words.count(exception) != 1:
        return 0, 0
    thread = get_ident()
    return words.index(exception), words.index(thread) if words.count(thread) == 1 else 0


# The main thread's, which is there for as long as the program runs.
_FIRST_STATE = thread_state_address()
_EXCEPTION_AT, _THREAD_AT = _find_places(_FIRST_STATE)
