"""The two pipes to the app: writes whole frames, reads commands, and notices when the app is gone."""

from __future__ import annotations

import os
import select
import sys

from heap_agent import socket_send
from heap_agent.wire import HEADER_BYTES, read_header

# Far away from the numbers that `open()` gives the script, so that its files get the same ones as without us.
_FAR_DESCRIPTOR = 200


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ChannelClosed(Exception):
    """The app does not listen any more."""


class Channel:
    __slots__ = ("_out", "_in", "_is_socket", "_received", "_waiting")

    def __init__(self, out_descriptor: int, in_descriptor: int) -> None:
        self._out = _move_away(out_descriptor, _FAR_DESCRIPTOR)
        self._in = _move_away(in_descriptor, _FAR_DESCRIPTOR + 1)
        self._is_socket = socket_send.can_send(self._out)
        # A command that a signal handler interrupted goes on here.
        self._received = b""
        self._waiting: Any = select.poll() if hasattr(select, "poll") else None
        if self._waiting is not None:
            self._waiting.register(self._in, select.POLLIN)

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

    def has_command(self) -> bool:
        """Whether a command waits, or the app is gone; never on Windows, where a pipe cannot be asked."""
        return self._waiting is not None and bool(self._waiting.poll(0))

    def receive(self) -> tuple[int, bytes]:
        """Waits for one command."""
        self._read_until(HEADER_BYTES)
        length, kind = read_header(self._received)
        self._read_until(HEADER_BYTES + length)
        payload = self._received[HEADER_BYTES:]
        self._received = b""
        return kind, payload

    def close(self) -> None:
        for descriptor in (self._out, self._in):
            if descriptor >= 0:
                try:
                    os.close(descriptor)
                except OSError:  # the script closed it
                    pass
        self._out = self._in = -1

    def _read_until(self, count: int) -> None:
        while len(self._received) < count:
            try:
                part = os.read(self._in, count - len(self._received))
            except OSError:
                part = b""
            if not part:
                self.close()
                raise ChannelClosed
            self._received += part


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
