"""A notebook's cells: one namespace, the program paused between them, and nothing of a cell kept that the person did not keep."""

import os

from agent_case import AgentCase, on_each_interpreter
from run_under_agent import FINISH, INTO, continue_with, run_cell

AT_BREAKPOINT, STEPPED, BETWEEN_CELLS = 2, 3, 4


class Notebook(AgentCase):
    def run_cells(self, python, *commands, **options):
        environment = dict(os.environ, OUROSCOPE_NOTEBOOK="1")
        commands = [*commands, FINISH]
        run = self.observe(
            python, "runs_cells.py", commands=commands, environment=environment, **options
        )
        self.assertEqual((run.exit_code, run.kinds[-1]), (0, "exit"), run.stderr)
        self.assertEqual(run.of_kind("tracing-lost"), [])
        return run

    @on_each_interpreter
    def test_cells_share_names_and_show_the_value_of_their_last_line(self, _version, python):
        run = self.run_cells(
            python,
            run_cell("In[1]", "import sys\na = []\n\n# two\nsys.getrefcount(a)\n"),
            run_cell("In[2]", "b = a\nsys.getrefcount(\n    a)"),
            run_cell("In[3]", "del b\nsys.getrefcount(a);"),
            run_cell("In[3] run 2", "print(sys.getrefcount(a))"),
            run_cell("Cell 5", "a\n'_' in dir(), hasattr(__builtins__, '_'), '__file__' in dir()"),
        )
        self.assertEqual(run.stdout, "2\n3\n2\n(False, False, False)\n")
        self.assertEqual(run.stderr, "")
        steps = [(body[2][1], body[0][0], body[0][1]) for body in run.of_kind("step") if body[2][1]]
        self.assertEqual(
            steps,
            [
                *(("In[1]", 0, line) for line in (1, 2, 5)),
                *(("In[2]", 0, line) for line in (1, 2, 3, 2)),
                *(("In[3]", 0, line) for line in (1, 2)),
                ("In[3] run 2", 0, 1),
                *(("Cell 5", 0, line) for line in (1, 2)),
            ],
        )
        self.assertEqual(run.of_kind("paused"), 6 * [[[BETWEEN_CELLS, 0xFFFFFFFF], [""]]])

    @on_each_interpreter
    def test_a_failed_cell_is_told_with_its_line_and_keeps_nothing_alive(self, _version, python):
        run = self.run_cells(
            python,
            run_cell(
                "In[1]",
                "import weakref\nclass Thing: pass\ndef fail():\n    global seen\n    thing = Thing()\n"
                "    seen = weakref.ref(thing)\n    thing.missing\nfail()",
            ),
            run_cell("In[2]", "seen() is None"),
            run_cell("In[3]", "x = ("),
            run_cell("In[4]", "raise SystemExit(3)"),
            run_cell("In[5]", "'still here'"),
        )
        self.assertEqual(run.stdout, "True\n'still here'\n")
        told = [(body[0][0], body[1][0], body[1][2]) for body in run.of_kind("failure")]
        self.assertEqual(
            told,
            [
                (7, "AttributeError", "In[1]"),
                (1, "SyntaxError", "In[3]"),
                (1, "SystemExit", "In[4]"),
            ],
        )
        self.assertNotIn("notebook_run.py", run.stderr)
        self.assertIn("SystemExit: 3 (the notebook goes on)", run.stderr)

    @on_each_interpreter
    def test_waiting_and_compiling_change_no_count_of_the_collector(self, version, python):
        count = "import gc\nprint(gc.get_count()[0])"
        texts = [count, count, "pass", count, count]
        run = self.run_cells(
            python, *(run_cell("In[%d]" % at, text) for at, text in enumerate(texts))
        )
        # The first one imports.
        _, *counts = run.stdout.split()
        # Up to 3.10 the frames of a cell are objects that the collector counts.
        if version >= (3, 11):
            self.assertEqual(len(set(counts)), 1, counts)

    @on_each_interpreter
    def test_a_paused_cell_is_left_for_another_one_in_silence(self, _version, python):
        text = (
            "def work():\n    made.append(1)\n    made.append(2)\nmade = []\nwork()\nmade.append(3)"
        )
        run = self.run_cells(
            python,
            run_cell("In[1]", text),
            run_cell("In[2]", "made"),
            run_cell("In[1] run 2", text, INTO),
            continue_with(100000),
            run_cell("In[3]", "made"),
            start_breakpoints=[(3, "In[1]", "")],
        )
        self.assertEqual((run.stdout, run.stderr), ("[1]\n[1, 2, 3]\n", ""))
        reasons = [(body[0][0], body[1][0]) for body in run.of_kind("paused")]
        self.assertEqual(
            reasons,
            [
                (BETWEEN_CELLS, ""),
                (AT_BREAKPOINT, "In[1]"),
                (BETWEEN_CELLS, ""),
                (STEPPED, "In[1] run 2"),
                (BETWEEN_CELLS, ""),
                (BETWEEN_CELLS, ""),
            ],
        )

    @on_each_interpreter
    def test_future_imports_hold_for_later_cells(self, _version, python):
        run = self.run_cells(
            python,
            run_cell("In[1]", "from __future__ import annotations"),
            run_cell("In[2]", "def f(x: missing): pass\nf.__annotations__"),
        )
        self.assertEqual((run.stdout, run.stderr), ("{'x': 'missing'}\n", ""))
