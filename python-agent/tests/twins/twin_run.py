"""Starts a script plainly or under the agent, otherwise alike: descriptors 3 and 4 for the agent, output into files, as the app does."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import tempfile
import threading

TWINS_FOLDER = os.path.dirname(os.path.abspath(__file__))
AGENT_FOLDER = os.path.dirname(os.path.dirname(TWINS_FOLDER))
_WIRE_OUT, _WIRE_IN = 3, 4
_HEADER = struct.Struct("<IHH")
COLLECTION_STOP, _PAUSED, _TRACING_LOST, _EXIT, _FINISH = 5, 8, 9, 10, 3
# Seconds; a busy machine takes its time.
_LONGEST_RUN = 150


class Outcome:
    """What the person would notice, the processor time, and of the observed run which kinds of messages came."""

    def __init__(self, exit_code: int, stdout: bytes, stderr: bytes, seconds: float) -> None:
        self.exit_code, self.stdout, self.stderr = exit_code, stdout, stderr
        self.seconds = seconds
        self.kinds: list[int] = []

    @property
    def lost_tracing(self) -> bool:
        return _TRACING_LOST in self.kinds

    @property
    def said_goodbye(self) -> bool:
        return _EXIT in self.kinds


def run_plainly(
    python: str, script: str, environment: dict, stdin=b"", arguments=(), *, longest=_LONGEST_RUN
) -> Outcome:
    return _run(python, script, environment, stdin, arguments, longest, None)


def run_observed(
    python: str,
    script: str,
    environment: dict,
    stdin: bytes = b"",
    arguments=(),
    *,
    hold=False,
    correction=None,
    most_steps=100000,
    longest=_LONGEST_RUN,
) -> Outcome:
    """`hold`: waits at the end of the script, as the window does; `correction`: see `count_correction.py`."""
    ours, theirs = socket.socketpair()
    agent_environment = {
        "PYTHONPATH": os.path.join(AGENT_FOLDER, "boot"),
        "OUROSCOPE_WIRE_OUT": str(_WIRE_OUT),
        "OUROSCOPE_WIRE_IN": str(_WIRE_IN),
        "OUROSCOPE_SCRIPT": script,
        "OUROSCOPE_MAX_STEPS": str(most_steps),
        "OUROSCOPE_HOLD": "1" if hold else "0",
    }
    if "PYTHONPATH" in environment:
        agent_environment["OUROSCOPE_PYTHONPATH"] = environment["PYTHONPATH"]
    if correction is not None:
        agent_environment["OUROSCOPE_COUNT_CORRECTION"] = correction
    listener = _Listener(ours)
    try:
        everything = {**environment, **agent_environment}
        outcome = _run(python, script, everything, stdin, arguments, longest, theirs)
    finally:
        theirs.close()
        kinds = listener.stop()
    outcome.kinds = kinds
    return outcome


class _Listener:
    """Reads the wire, and answers each pause with: go on to the end."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._kinds: list[int] = []
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def stop(self) -> list[int]:
        self._thread.join(_LONGEST_RUN)  # a process that outlives the script may hold the other end
        self._end.close()
        return self._kinds

    def _listen(self) -> None:
        while True:
            header = self._read(_HEADER.size)
            if header is None:
                return
            length, kind, version = _HEADER.unpack(header)
            if self._read(length) is None:
                return
            self._kinds.append(kind)
            if kind == _PAUSED:
                self._end.sendall(_HEADER.pack(0, _FINISH, version))

    def _read(self, wanted: int):
        parts = []
        while wanted:
            part = self._end.recv(min(wanted, 1 << 20))
            if not part:
                return None
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)


def _run(python, script, environment, stdin, arguments, longest, wire) -> Outcome:
    with tempfile.TemporaryFile("ab+") as stdout, tempfile.TemporaryFile("ab+") as stderr:
        places = _WirePlaces(wire)
        process = subprocess.Popen(
            [python, script, *arguments],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=stderr,
            env=environment,
            cwd=os.path.dirname(script),
            preexec_fn=places.fill,
            pass_fds=places.descriptors,
        )
        places.close()
        if wire is not None:
            wire.close()
        timer = threading.Timer(longest, process.kill)
        timer.start()
        try:
            process.stdin.write(stdin)
            process.stdin.close()
        except BrokenPipeError:  # the script did not read it, and is gone
            pass
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        timer.cancel()
        stdout.seek(0)
        stderr.seek(0)
        seconds = usage.ru_utime + usage.ru_stime
        return Outcome(process.returncode, stdout.read(), stderr.read(), seconds)


class _WirePlaces:
    """Puts the wire at the descriptors 3 and 4 of the process to start; the parent keeps these, so that nothing else gets them meanwhile."""

    def __init__(self, wire) -> None:
        self.descriptors: tuple = () if wire is None else (_WIRE_OUT, _WIRE_IN)
        self._far: list[int] = []
        if wire is None:
            return
        self._far = [_moved_far(wire.fileno()), _moved_far(wire.fileno())]

    def fill(self) -> None:
        for far, place in zip(self._far, self.descriptors):
            os.dup2(far, place)

    def close(self) -> None:
        for descriptor in self._far:
            os.close(descriptor)
        self._far = []


def _keep_places() -> list[int]:
    kept: list[int] = []
    while not kept or kept[-1] <= _WIRE_IN:
        kept.append(os.open(os.devnull, os.O_RDONLY))
    return kept


_KEPT_PLACES = _keep_places()


def _moved_far(descriptor: int) -> int:
    import fcntl

    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 100)
