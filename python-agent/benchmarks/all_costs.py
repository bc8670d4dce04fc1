"""Prints one table of what observing costs on each interpreter: dumps, memory, collections, steps and lines, as ratios taken in one run.

`python all_costs.py [PYTHON ...]`, by default on every interpreter found. Processor time; each figure is the best or the median of several.
"""

from __future__ import annotations

import os
import subprocess
import sys

BENCHMARKS = os.path.dirname(os.path.abspath(__file__))
AGENT_FOLDER = os.path.dirname(BENCHMARKS)
sys.path.insert(0, os.path.join(AGENT_FOLDER, "tests"))

from interpreters import INTERPRETERS  # noqa: E402
from step_cost import step_cost  # noqa: E402
from twins.count_correction import count_correction  # noqa: E402
from twins.twin_run import run_observed, run_plainly  # noqa: E402

_LIBRARY = os.path.join(BENCHMARKS, "library")
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0"}
_CONTAINERS = 100_000
_COLLECTED = 10_000
_REPEATS = 3
_LIBRARY_ROUNDS, _OWN_ROUNDS = 200_000, 150
_LINES_A_ROUND = 3


def main() -> None:
    columns = [figures(python) for python in sys.argv[1:] or INTERPRETERS.values()]
    for row in zip(*columns):
        label = row[0][0]
        print("| %s | %s |" % (label, " | ".join(value for _, value in row)))
        if label == "what":
            print("|%s" % ("---|" * (len(row) + 1)))


def figures(python: str) -> list:
    """(what, figure) pairs of one interpreter."""
    tracked, ratio, extra, left = numbers_of(
        subprocess.run(
            [python, program("dumps_a_heap.py"), AGENT_FOLDER, str(_CONTAINERS)],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    )
    step, dump = step_cost(python, "tutorial_steps.py")
    plain, observed = (best_of(run, python, "collects.py", str(_COLLECTED)) for run in RUNS)
    lines = line_costs(python)
    return [
        ("what", version_of(python)),
        (
            "reading the whole heap (%dk objects) / `gc.collect()`" % (tracked / 1000),
            "%.1f" % ratio,
        ),
        ("memory it needs beyond its columns, bytes an object", "%.1f" % extra),
        ("objects it leaves behind", "%d" % left),
        (
            "observed `gc.collect()` with %dk objects of the script / plain" % (_COLLECTED / 1000),
            "%.1f" % (observed / plain),
        ),
        ("step of the tutorial script, ms", "%.2f" % step),
        ("the same / a capture with all columns of everything", "%.2f" % (step / dump)),
        *lines,
    ]


def line_costs(python: str) -> list:
    library, own = str(_LIBRARY_ROUNDS), str(_OWN_ROUNDS)
    plain = best_of(run_plainly, python, "runs_lines.py", "library", library, _LIBRARY)
    traced = best_of(run_plainly, python, "runs_lines.py", "library", library, _LIBRARY, "traced")
    observed = best_of(observe, python, "runs_lines.py", "library", library, _LIBRARY)
    recorded = best_of(observe, python, "runs_lines.py", "own", own, _LIBRARY)
    every = _LIBRARY_ROUNDS * _LINES_A_ROUND
    nanoseconds = [seconds / every * 1e9 for seconds in (plain, traced, observed)]
    return [
        ("line of a library, plain, ns", "%.0f" % nanoseconds[0]),
        ("the same with a `sys.settrace` function that does nothing, ns", "%.0f" % nanoseconds[1]),
        ("the same observed (not stepped), ns", "%.0f" % nanoseconds[2]),
        (
            "recorded line of the script, microseconds",
            "%.0f" % (recorded / (_OWN_ROUNDS * _LINES_A_ROUND) * 1e6),
        ),
    ]


def observe(python: str, script: str, environment: dict, **more):
    correction = count_correction(python, tuple(environment.items()))
    return run_observed(python, script, environment, correction=correction, **more)


RUNS = (run_plainly, observe)


def best_of(run, python: str, name: str, *arguments: str) -> float:
    """The least processor seconds that the program prints."""
    outcomes = [
        run(python, program(name), _ENVIRONMENT, arguments=arguments) for _ in range(_REPEATS)
    ]
    return min(numbers_of(outcome.stdout)[0] for outcome in outcomes)


def numbers_of(output: bytes) -> list:
    return [float(word) for word in output.split()]


def program(name: str) -> str:
    return os.path.join(BENCHMARKS, "programs", name)


def version_of(python: str) -> str:
    question = "import sys; print('%d.%d.%d' % sys.version_info[:3])"
    return subprocess.run(
        [python, "-c", question], capture_output=True, text=True, check=True
    ).stdout.strip()


if __name__ == "__main__":
    main()
