"""A script run under Ouroscope says byte for byte what it says without: output, errors, exit code; each on every interpreter, in a small and in the usual environment."""

import difflib
import os
import re
import subprocess
import unittest
from concurrent.futures import ThreadPoolExecutor

from interpreters import INTERPRETERS
from twins.count_correction import count_correction
from twins.how_to_run import HOW_TO_RUN, HowToRun
from twins.known_differences import is_known
from twins.known_numbers import with_known_numbers
from twins.twin_run import AGENT_FOLDER, TWINS_FOLDER, run_observed, run_plainly

SCRIPTS = os.path.join(TWINS_FOLDER, "scripts")
# With a seed at random two plain runs differ in the order of sets and in what Python itself makes at its start.
_SEED = {"PYTHONHASHSEED": "0"}
_SMALL = {"PATH": "/usr/bin:/bin", **_SEED}
_OWN = {name: value for name, value in os.environ.items() if not name.startswith("OUROSCOPE")}
ENVIRONMENTS = {"small": _SMALL, "usual": {**_OWN, **_SEED}}
_ADDRESS = re.compile("0x[0-9a-f]{6,}")
# Plain and observed, in both environments; each run waits for its own process.
_AT_ONCE = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2))
# From 3.15 on `gc.get_stats()` tells how long collections took.
_DURATION = re.compile("'duration': [0-9.e-]+")


def setUpModule():
    """What is compiled during a run counts for the collector; compiled files are there for every run alike."""
    imported = [os.path.join(SCRIPTS, name) for name in ("imported", "imported_beside.py")]
    ours = [os.path.join(AGENT_FOLDER, name) for name in ("boot", "heap_agent")]
    for python in INTERPRETERS.values():
        subprocess.run(
            [python, "-m", "compileall", "-q", *imported, *ours], capture_output=True, check=False
        )


class Twins(unittest.TestCase):
    def check(self, script: str, how: HowToRun):
        path = os.path.join(SCRIPTS, script)
        for version, python in INTERPRETERS.items():
            if version < how.since:
                continue
            runs = {}
            for name in how.environments:
                environment = {**ENVIRONMENTS[name], **how.environment}
                correction = count_correction(python, tuple(environment.items()))
                given = (python, path, environment, how.stdin, how.arguments)
                runs[name] = (
                    given,
                    _AT_ONCE.submit(run_plainly, *given),
                    _AT_ONCE.submit(
                        run_observed, *given, correction=correction, hold=name == "small"
                    ),
                )
            for name, (given, plain, observed) in runs.items():
                with self.subTest(python="%d.%d" % version, environment=name):
                    self.compare(version, given, plain.result(), observed.result(), how)

    def compare(self, version, given, plain, observed, how):
        path = given[1]
        script = os.path.basename(path)
        difference = describe_difference(plain, observed, script, version)
        if not is_known(script, version, difference):
            again = describe_difference(plain, run_plainly(*given))
            self.fail(difference + ("\nTwo plain runs differ, too:\n" + again if again else ""))
        if how.ends_in_order:
            self.assertTrue(observed.said_goodbye, "the agent did not say goodbye")
        if how.keeps_tracing:
            self.assertFalse(observed.lost_tracing, "the agent lost its hook")


def describe_difference(plain, observed, script="", version=(0,)) -> str:
    parts = []
    if plain.exit_code != observed.exit_code:
        parts.append("exit code %s, observed %s" % (plain.exit_code, observed.exit_code))
    for name in ("stdout", "stderr"):
        texts = [comparable(getattr(run, name)) for run in (plain, observed)]
        texts[1] = with_known_numbers(script, version, *texts)
        if texts[0] != texts[1]:
            lines = [text.splitlines(keepends=True) for text in texts]
            diff = difflib.unified_diff(*lines, name + " plain", name + " observed", n=0)
            parts.append("".join(diff))
    return "\n".join(parts)


def comparable(output: bytes) -> str:
    """The system puts a process at other addresses each time; which of them are the same is still compared."""
    numbers: dict = {}
    return _ADDRESS.sub(
        lambda found: "address %d" % numbers.setdefault(found.group(), len(numbers)),
        _DURATION.sub("'duration': ...", output.decode("utf-8", "backslashreplace")),
    )


def _add_tests():
    for script in sorted(os.listdir(SCRIPTS)):
        if script.endswith(".py"):
            how = HOW_TO_RUN.get(script, HowToRun())

            def test(self, script=script, how=how):
                self.check(script, how)

            setattr(Twins, "test_%s_is_the_same_observed" % script[:-3], test)


_add_tests()

if __name__ == "__main__":
    unittest.main()
