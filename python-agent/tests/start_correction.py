"""Measures how starting the agent changes the collector's counts and free lists, as the app does, so that observed runs can be compared with plain ones."""

from __future__ import annotations

import functools
import os
import subprocess
import tempfile

AGENT_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PROBE = os.path.join(AGENT_FOLDER, "heap_agent", "count_probe.py")
_KINDS = 27
_MOST_TRIES = 9
_COMPILE = "import py_compile, sys; py_compile.compile(sys.argv[1], sys.argv[2], sys.argv[1])"


@functools.cache
def start_correction(python: str, environment: tuple = ()) -> str:
    """The numbers of `OUROSCOPE_COUNT_CORRECTION` for an interpreter; `environment`: its items, none for our own."""
    given = dict(environment) or dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        # Compiled before: compiling fills the free lists.
        probe = os.path.join(folder, "count_probe.pyc")
        subprocess.run([python, "-c", _COMPILE, _PROBE, probe], check=True)
        return _measure(python, probe, given)


def _measure(python: str, probe: str, given: dict) -> str:
    from run_under_agent import run_under_agent

    def observe(boot, late):
        environment = dict(
            given, OUROSCOPE_COUNT_CORRECTION=_joined(boot, late, ()), OUROSCOPE_SCRIPT=_PROBE
        )
        # More steps would only take time.
        run = run_under_agent(python, probe, environment=environment, max_steps=4)
        return _numbers(run.stdout)

    plain = _numbers(
        subprocess.run(
            [python, probe], capture_output=True, text=True, check=True, env=given
        ).stdout
    )
    boot, none = [0] * (3 + _KINDS), [0] * (1 + _KINDS)
    seen = observe(boot, none)
    best = (_distance(plain, seen), boot, seen)
    for _ in range(_MOST_TRIES):
        if seen[:2] == plain[:2]:
            break
        boot = _next(boot, plain, seen)
        seen = observe(boot, none)
        best = min(best, (_distance(plain, seen), boot, seen), key=lambda tried: tried[0])
    _, boot, seen = best
    late = [plain[0][0] - seen[0][0], *(p - s for p, s in zip(plain[1], seen[1]))]
    return _joined(boot, late, (p - s for p, s in zip(plain[2], seen[2])))


def _numbers(text):
    """Counts, objects waiting in free lists, objects counted for the first import of each module."""
    return [list(map(int, line.split())) for line in text.strip().split("\n")]


def _joined(boot, late, imports) -> str:
    return " ".join(map(str, [*boot, *late, *imports]))


def _distance(plain, seen):
    collections = sum(abs(p - s) for p, s in zip(plain[0][3:6], seen[0][3:6]))
    waiting = sum(abs(p - s) for p, s in zip(plain[1], seen[1]))
    return collections, abs(plain[0][0] - seen[0][0]) + waiting


def _next(boot, plain, seen):
    """A collection takes the count from its threshold to nothing."""
    (young, middle, old, collections, _, _, threshold, *_), waiting = plain[:2]
    seen_young, seen_middle, seen_old, seen_collections = seen[0][:4]
    counts = [boot[0] + young - seen_young + (collections - seen_collections) * (threshold + 1)]
    same = collections == seen_collections
    counts += [
        boot[1] + (middle - seen_middle if same else 0),
        boot[2] + (old - seen_old if same else 0),
    ]
    return counts + [
        max(0, was + wanted - found) for was, wanted, found in zip(boot[3:], waiting, seen[1])
    ]
