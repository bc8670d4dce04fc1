"""The two pipes to the app: writes whole frames, reads commands, and notices when the app is gone."""

from __future__ import annotations

import os
import sys

from heap_agent import socket_send
from heap_agent.wire import HEADER_BYTES, read_header

# Far away from the numbers that `open()` gives the script, so that its files get the same ones as without us.
_FAR_DESCRIPTOR = 200


class ChannelClosed(Exception):
    """The app does not listen any more."""


class Channel:
    __slots__ = ("_out", "_in", "_is_socket")

    def __init__(self, out_descriptor: int, in_descriptor: int) -> None:
        self._out = _move_away(out_descriptor, _FAR_DESCRIPTOR)
        self._in = _move_away(in_descriptor, _FAR_DESCRIPTOR + 1)
        self._is_socket = socket_send.can_send(self._out)

    @property
    def is_open(self) -> bool:
        return self._out >= 0

    def send(self, message: bytes) -> None:
        """Writes everything, even when a signal handler of the script raises in between; that exception follows afterwards."""
        if self._out < 0:
            raise ChannelClosed
        rest = memoryview(message)
        interruption: BaseException | None = None
        while rest:
            try:
                sent = (
                    socket_send.send(self._out, rest)
                    if self._is_socket
                    else os.write(self._out, rest)
                )
                rest = rest[sent:]
            except BlockingIOError:
                os.set_blocking(self._out, True)
            except InterruptedError:
                continue
            except OSError:
                self.close()
                raise ChannelClosed from None
            except (
                BaseException
            ) as raised:  # from a signal handler: the frame must not stay half written
                interruption = raised
        if interruption is not None:
            raise interruption

    def receive(self) -> tuple[int, bytes]:
        """Waits for one command."""
        length, kind = read_header(self._read_exactly(HEADER_BYTES))
        return kind, self._read_exactly(length)

    def close(self) -> None:
        for descriptor in (self._out, self._in):
            if descriptor >= 0:
                try:
                    os.close(descriptor)
                except OSError:  # the script closed it
                    pass
        self._out = self._in = -1

    def _read_exactly(self, count: int) -> bytes:
        parts = b""
        while len(parts) < count:
            try:
                part = os.read(self._in, count - len(parts))
            except OSError:
                part = b""
            if not part:
                self.close()
                raise ChannelClosed
            parts += part
        return parts


def _move_away(descriptor: int, target: int) -> int:
    """The same pipe under a high number, not inherited by what the script starts."""
    try:
        os.fstat(target)
    except OSError:
        try:
            os.dup2(descriptor, target, inheritable=False)
        except OSError:
            target = descriptor
    else:
        target = descriptor
    if target != descriptor:
        os.close(descriptor)
    else:
        os.set_inheritable(descriptor, False)
    if sys.platform != "win32":
        os.set_blocking(target, True)
    return target
