"""How much the script has printed so far: flushes its standard streams and asks for the length of the files behind them."""

from __future__ import annotations

import _io
import sys
from os import fstat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.free_list_banks import FreeListBanks
    from heap_agent.script_watch import ScriptWatch

_text_flush: Any = _io.TextIOWrapper.flush
_text_buffer: Any = _io.TextIOWrapper.__dict__["buffer"].__get__


def output_lengths(watch: ScriptWatch) -> list[int]:
    """Bytes on stdout and on stderr, inside a hook."""
    if watch.collector.collecting.value:
        # Up to 3.11 a collection may have begun inside `write`, which does not bear that its stream is flushed meanwhile.
        return [_length_of(1), _length_of(2)]
    return flushed_lengths(watch.banks)


def flushed_lengths(banks: FreeListBanks | None) -> list[int]:
    """Inside a hook with the free lists that are exchanged there."""
    first, second = getattr(sys, "__stdout__", None), getattr(sys, "__stderr__", None)
    _flush(first, banks)
    _flush(second, banks)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is not first and stream is not second:
            _flush(stream, banks)
    return [_length_of(1), _length_of(2)]


def _flush(stream: Any, banks: FreeListBanks | None) -> None:
    """Only streams that are written in C all the way down are touched."""
    try:
        if type(stream) is _io.TextIOWrapper and type(_text_buffer(stream)) is _io.BufferedWriter:
            if banks is None:
                _text_flush(stream)
                return
            # What was printed waits in a list, which goes back to where the script took it from.
            banks.give_back()
            try:
                _text_flush(stream)
            finally:
                banks.take()
    # Closed, detached, its descriptor is gone, or the script is just writing to it, in a call that led here.
    except (ValueError, OSError, AttributeError, RuntimeError):
        pass


def _length_of(descriptor: int) -> int:
    try:
        return fstat(descriptor).st_size
    except OSError:  # the script closed it
        return 0
