"""Writes to a socket without SIGPIPE: with the signal at its default, which a script may set, a plain write would kill it when the app is gone.

Only where `send` has a flag for that (Linux); elsewhere, and for pipes, `os.write` is used.
"""

from __future__ import annotations

import _ctypes
import os
import sys

from heap_agent.raw_memory import library_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MSG_NOSIGNAL = 0x4000
_SOCKET_MODE, _FORMAT_MASK = 0o140000, 0o170000
_send: Any = library_function("send") if sys.platform == "linux" else None


def can_send(descriptor: int) -> bool:
    return _send is not None and os.fstat(descriptor).st_mode & _FORMAT_MASK == _SOCKET_MODE


def send(descriptor: int, rest: memoryview) -> int:
    part = rest[: 1 << 20].tobytes()
    sent: int = _send(descriptor, part, len(part), _MSG_NOSIGNAL)
    if sent < 0:
        raise OSError(_ctypes.get_errno(), "the app cannot be reached")
    return sent
