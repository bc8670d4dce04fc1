"""Runs CPython's own tests plainly and under the agent and compares the verdict on each test; the agent steps only the script that starts them.

`python run_cpython_tests.py [PYTHON ...] [test_gc ...]`: by default test_gc, test_weakref, test_generators, test_finalization and
test_sys on every interpreter that brings them. Takes minutes; not part of `npm test`. Ends with 1 when a verdict differs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

TWINS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(TWINS_FOLDER))

from interpreters import INTERPRETERS  # noqa: E402
from twins.twin_run import COLLECTION_STOP, run_observed, run_plainly  # noqa: E402

MODULES = ("test_gc", "test_weakref", "test_generators", "test_finalization", "test_sys")
_SCRIPT = os.path.join(TWINS_FOLDER, "runs_a_cpython_test.py")
_LONGEST_RUN = 900
# `test_name (test.module.Class...)`, perhaps a line of its docstring, what the test itself printed, then the verdict.
_STARTED = re.compile(r"^(\w+) \((?:test|__main__|\w+)[\w.]*\)", re.M)
_VERDICT = re.compile(
    r"\.\.\. .*?(ok|FAIL|ERROR|skipped|expected failure)\b|^(ok|FAIL|ERROR)$", re.M
)


def main() -> int:
    names = [name for name in sys.argv[1:] if name.startswith("test_")] or MODULES
    pythons = [path for path in sys.argv[1:] if not path.startswith("test_")]
    differing = 0
    for python in pythons or INTERPRETERS.values():
        for name in names:
            if brings(python, name):
                differing += compare(python, name)
            else:
                print("%s does not bring %s" % (python, name))
    return 1 if differing else 0


def brings(python: str, name: str) -> bool:
    question = "import importlib.util, sys; sys.exit(importlib.util.find_spec('test.%s') is None)"
    return (
        subprocess.run(
            [python, "-c", question % name], stderr=subprocess.DEVNULL, check=False
        ).returncode
        == 0
    )


def compare(python: str, name: str) -> int:
    environment = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
    given = (python, _SCRIPT, environment, b"", (name,))
    plain = run_plainly(*given, longest=_LONGEST_RUN)
    observed = run_observed(*given, longest=_LONGEST_RUN)
    if observed.exit_code < 0 <= plain.exit_code:
        print(
            "%s %s: observed it ended by signal %d" % (python, name, -observed.exit_code),
            flush=True,
        )
        return 1
    expected, found = verdicts(plain.stderr), verdicts(observed.stderr)
    differences = sorted(
        "    %s: %s, observed %s" % (test, expected.get(test), found.get(test))
        for test in {**expected, **found}
        if expected.get(test) != found.get(test)
    )
    if plain.exit_code != observed.exit_code and not differences:
        differences.append("    exit code %s, observed %s" % (plain.exit_code, observed.exit_code))
    print(
        "%s %s: %d tests, %d verdicts differ; %d collections captured; %.1f s of processor time, observed %.1f s"
        % (
            python,
            name,
            len(expected),
            len(differences),
            observed.kinds.count(COLLECTION_STOP),
            plain.seconds,
            observed.seconds,
        )
    )
    print("\n".join(differences), end="\n" if differences else "", flush=True)
    return len(differences)


def verdicts(stderr: bytes) -> dict:
    """Test -> ok, FAIL, ERROR, skipped; of a test that ran in several classes the verdicts in order."""
    text = stderr.decode("utf-8", "replace").partition("=" * 70)[0]
    starts = list(_STARTED.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    found: dict = {}
    for start, end in zip(starts, ends):
        verdict = _VERDICT.search(text, start.end(), end)
        found.setdefault(start.group(), []).append(
            verdict.group(1) or verdict.group(2) if verdict else "?"
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
