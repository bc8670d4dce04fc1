"""Starts a script in an interpreter with the agent, as the app does: two pipes, output into files, commands answered by a function."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading

from read_wire import read_messages
from start_correction import start_correction

AGENT_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COLLECT, FINISH = struct.pack("<IHH", 0, 2, 2), struct.pack("<IHH", 0, 3, 2)


def make_socket_pair():
    """Descriptors of two sockets, which is what the app's runtime gives for a pipe."""
    return tuple(end.detach() for end in socket.socketpair())


PAUSE = struct.pack("<IHH", 0, 6, 2)
TO_BREAKPOINT, INTO, OVER, OUT = 0, 1, 2, 3


def continue_with(steps: int, until: int = TO_BREAKPOINT) -> bytes:
    return struct.pack("<IHH", 16, 1, 2) + struct.pack("<B3xIII", 2, 2, steps, until)


def execute(code: str) -> bytes:
    payload = text_column([code])
    return struct.pack("<IHH", len(payload), 4, 2) + payload


def run_cell(name: str, text: str, until: int = TO_BREAKPOINT) -> bytes:
    payload = struct.pack("<B3xIII", 2, 2, 100000, until)
    payload += text_column([os.path.join(AGENT_FOLDER, "cells", name + ".py"), name, text])
    return struct.pack("<IHH", len(payload), 7, 2) + payload


def breakpoints(*wanted) -> bytes:
    """Of (line, file, condition) each."""
    lines = [line for line, _, _ in wanted]
    payload = struct.pack("<B3xI%dI" % len(lines), 2, len(lines), *lines)
    payload += text_column([file for _, file, _ in wanted])
    payload += text_column([condition for _, _, condition in wanted])
    return struct.pack("<IHH", len(payload), 5, 2) + payload


def text_column(words) -> bytes:
    texts = [word.encode() for word in words]
    lengths = struct.pack("<B3xI%dI" % len(texts), 4, len(texts), *map(len, texts))
    return lengths + b"".join(texts)


class Run:
    def __init__(
        self, exit_code: int, stdout: str, stderr: str, wire: bytes, seconds: float
    ) -> None:
        self.exit_code, self.stdout, self.stderr, self.wire = exit_code, stdout, stderr, wire
        self.seconds = seconds
        self._messages = None

    @property
    def messages(self):
        """All but those that only tell where the program is, or what a collection looks at."""
        if self._messages is None:
            everything = list(read_messages(self.wire))
            self.running = [body for name, body in everything if name == "running"]
            self.candidates = [body for name, body in everything if name == "candidates"]
            self._messages = [
                message for message in everything if message[0] not in ("running", "candidates")
            ]
        return self._messages

    @property
    def kinds(self):
        return [name for name, _ in self.messages]

    def kinds_without_collections(self):
        """An automatic collection comes when it must: with a heap before its start, and one before its stop."""
        return [
            kind
            for kind, then in zip(self.kinds, [*self.kinds[1:], ""])
            if not kind.startswith("collection") and not then.startswith("collection")
        ]

    def steps(self):
        """(line or None, depth, how, scope, heap) of each step."""
        heap = None
        for name, body in self.messages:
            if name == "heap":
                heap = body
            elif name == "step":
                depth, line, _, _, _, how, _ = body[0]
                yield (None if line == 0xFFFFFFFF else line), depth, how, body[2][0], heap

    def of_kind(self, kind: str):
        return [body for name, body in self.messages if name == kind]


def run_under_agent(
    python: str,
    script: str,
    *,
    hold=False,
    commands=(),
    max_steps=100000,
    stdin=b"",
    arguments=(),
    environment=None,
    timeout=60,
    by_socket=False,
    close_after_bytes=None,
    start_breakpoints=(),
    interrupt_at_pause=None,
) -> Run:
    """Runs to the end; each `paused` message is answered with the next of `commands`."""
    out_read, out_write = make_socket_pair() if by_socket else os.pipe()
    in_read, in_write = os.pipe()
    env = dict(os.environ if environment is None else environment)
    if "PYTHONPATH" in env:
        env["OUROSCOPE_PYTHONPATH"] = env["PYTHONPATH"]
    if "OUROSCOPE_COUNT_CORRECTION" not in env:
        env["OUROSCOPE_COUNT_CORRECTION"] = start_correction(python)
    env.update(
        PYTHONPATH=os.path.join(AGENT_FOLDER, "boot"),
        OUROSCOPE_WIRE_OUT=str(out_write),
        OUROSCOPE_WIRE_IN=str(in_read),
        OUROSCOPE_SCRIPT=env.get("OUROSCOPE_SCRIPT", script),
        OUROSCOPE_MAX_STEPS=str(max_steps),
        OUROSCOPE_HOLD="1" if hold else "0",
        OUROSCOPE_DEBUG="1",
    )
    if start_breakpoints:
        env["OUROSCOPE_BREAKPOINTS"] = "\x1e".join(
            "\x1f".join(map(str, one)) for one in start_breakpoints
        )
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        process = subprocess.Popen(
            [python, script, *arguments],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            env=env,
            pass_fds=(out_write, in_read),
            cwd=os.path.dirname(script),
        )
        os.close(out_write)
        os.close(in_read)
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        process.stdin.write(stdin)
        process.stdin.close()
        wire = bytearray()
        scanned = answered = paused = 0
        waiting = list(commands)
        while True:
            part = os.read(out_read, 1 << 20)
            if not part or (close_after_bytes is not None and len(wire) > close_after_bytes):
                break
            wire += part
            scanned, more = _count_pauses(wire, scanned)
            paused += more
            while answered < paused and waiting:
                if answered == interrupt_at_pause:
                    process.send_signal(signal.SIGINT)
                os.write(in_write, waiting.pop(0))
                answered += 1
            if answered < paused and in_write >= 0:
                os.close(in_write)
                in_write = -1
                answered = paused
        os.close(out_read)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        timer.cancel()
        if in_write >= 0:
            os.close(in_write)
        stdout.seek(0)
        stderr.seek(0)
        return Run(
            process.returncode,
            stdout.read().decode("utf-8", "replace"),
            stderr.read().decode("utf-8", "replace"),
            bytes(wire),
            seconds,
        )


def _count_pauses(wire: bytearray, at: int):
    pauses = 0
    while at + 8 <= len(wire):
        length, kind, _ = struct.unpack_from("<IHH", wire, at)
        if at + 8 + length > len(wire):
            break
        pauses += kind == 8
        at += 8 + length
    return at, pauses


if __name__ == "__main__":
    result = run_under_agent(
        sys.argv[1],
        os.path.abspath(sys.argv[2]),
        hold="hold" in sys.argv,
        commands=[COLLECT, FINISH] if "hold" in sys.argv else [],
    )
    with open("/tmp/last.wire" if os.name == "posix" else "last.wire", "wb") as file:
        file.write(result.wire)
    print(result.exit_code, repr(result.stdout), result.stderr)
    print(result.kinds)
