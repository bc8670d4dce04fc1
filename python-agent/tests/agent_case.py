"""What the agent's tests share: a test that runs once for each interpreter found."""

from __future__ import annotations

import functools
import os
import subprocess
import unittest

from interpreters import INTERPRETERS
from run_under_agent import run_under_agent

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = os.path.join(TESTS_FOLDER, "scripts")
EXAMPLES = os.path.join(os.path.dirname(os.path.dirname(TESTS_FOLDER)), "assets", "examples")


def on_each_interpreter(test):
    """The test takes the version and the path of an interpreter."""

    @functools.wraps(test)
    def run_on_each(self):
        for version, python in INTERPRETERS.items():
            with self.subTest(python="%d.%d" % version):
                test(self, version, python)

    return run_on_each


class AgentCase(unittest.TestCase):
    def observe(self, python: str, script: str, **options):
        return run_under_agent(python, find_script(script), **options)

    def run_plainly(self, python: str, script: str, stdin: bytes = b"", arguments=()):
        path = find_script(script)
        return subprocess.run(
            [python, path, *arguments],
            input=stdin,
            capture_output=True,
            cwd=os.path.dirname(path),
            timeout=60,
            check=False,
        )


def find_script(name: str) -> str:
    for folder in (SCRIPTS, EXAMPLES):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise FileNotFoundError(name)
