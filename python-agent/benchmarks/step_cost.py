"""What a recorded step costs the program: processor time per step under the agent, and its ratio to a dump of the whole heap.

`python step_cost.py [PYTHON ...]`, by default on every interpreter found.
"""

from __future__ import annotations

import os
import subprocess
import sys

AGENT_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(AGENT_FOLDER, "tests"))

from interpreters import INTERPRETERS  # noqa: E402
from run_under_agent import run_under_agent  # noqa: E402

SCRIPTS = ("tutorial_steps.py", "many_steps.py")
FULL_DUMP = """
import sys, time
sys.path.insert(0, %r)
from heap_agent.heap_capture import Capture, HeapFilter
def dump():
    start = time.process_time()
    Capture(HeapFilter((), ())).release()
    return time.process_time() - start
print(sorted(dump() for _ in range(9))[4])
"""


def main() -> None:
    for python in sys.argv[1:] or INTERPRETERS.values():
        for name in SCRIPTS:
            step, dump = step_cost(python, name)
            print(
                "%s %s: %.2f ms a step; a dump of everything %.2f ms, ratio %.2f"
                % (python, name, step, dump, step / dump)
            )


def step_cost(python: str, name: str) -> tuple:
    """Milliseconds of processor time of a step, and of a dump of the whole heap."""
    answer = subprocess.run(
        [python, "-c", FULL_DUMP % AGENT_FOLDER], capture_output=True, text=True, check=True
    )
    start = min(run_under_agent(python, script_path("exits.py")).seconds for _ in range(3))
    runs = [run_under_agent(python, script_path(name)) for _ in range(3)]
    seconds = min(run.seconds for run in runs) - start
    return seconds * 1000 / runs[0].kinds.count("step"), float(answer.stdout) * 1000


def script_path(name: str) -> str:
    return os.path.join(AGENT_FOLDER, "tests", "scripts", name)


if __name__ == "__main__":
    main()
