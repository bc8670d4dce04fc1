"""Breakpoints, stepping and pausing in the running program, and what the person's own code does at a pause."""

import os
import unittest

from agent_case import AgentCase, find_script, on_each_interpreter
from run_under_agent import (
    COLLECT,
    FINISH,
    INTO,
    OUT,
    OVER,
    PAUSE,
    TO_BREAKPOINT,
    breakpoints,
    continue_with,
    execute,
)

SCRIPT = "paused_functions.py"
AT_END, AT_LIMIT, AT_BREAKPOINT, STEPPED = 0, 1, 2, 3
NONE = 0xFFFFFFFF


def go(until=TO_BREAKPOINT):
    return continue_with(100000, until)


class LivePauses(AgentCase):
    def pauses(self, python, first_line, *commands, script=SCRIPT, file=""):
        run = self.observe(
            python, script, start_breakpoints=[(first_line, file, "")], commands=commands
        )
        self.assertEqual(run.exit_code, 0, run.stderr)
        self.assertEqual(run.kinds[-1], "exit")
        return [(reason, line) for (reason, line), _ in run.of_kind("paused")]

    @on_each_interpreter
    def test_a_breakpoint_pauses_each_time_before_its_line(self, _version, python):
        run = self.observe(python, SCRIPT, start_breakpoints=[(15, "", "")], commands=[go()] * 4)
        self.assertEqual(run.of_kind("paused"), 4 * [[[AT_BREAKPOINT, 15], [""]]])
        self.assertEqual((run.exit_code, run.stderr), (0, ""))
        plain = self.run_plainly(python, SCRIPT)
        self.assertEqual(run.stdout.encode(), plain.stdout)

    @on_each_interpreter
    def test_a_condition_is_asked_in_the_frame_that_reaches_the_line(self, _version, python):
        wanted = [(15, "", "number == 40 and any(limit == n for n in (50, 51))")]
        run = self.observe(
            python, SCRIPT, start_breakpoints=wanted, commands=[execute("number, result"), go()]
        )
        self.assertEqual(len(run.of_kind("paused")), 2)
        self.assertTrue(run.stdout.startswith("(40, 30)\n"), run.stdout)

    @on_each_interpreter
    def test_a_condition_at_module_level_sees_the_globals_and_runs_unrecorded(
        self, _version, python
    ):
        run = self.observe(
            python, SCRIPT, start_breakpoints=[(28, "", "total([7])[0] == 7")], commands=[go()]
        )
        self.assertEqual(run.of_kind("paused"), [[[AT_BREAKPOINT, 28], [""]]])
        plain = self.observe(python, SCRIPT)
        self.assertEqual(run.kinds.count("step"), plain.kinds.count("step"))

    @on_each_interpreter
    def test_a_condition_that_fails_pauses_and_says_why(self, _version, python):
        for condition, words in (("nowhere > 1", "NameError"), ("1 +", "SyntaxError")):
            run = self.observe(
                python, SCRIPT, start_breakpoints=[(21, "", condition)], commands=[go()]
            )
            self.assertEqual(run.of_kind("paused"), [[[AT_BREAKPOINT, 21], [""]]])
            self.assertIn("the condition of the breakpoint at line 21", run.stderr)
            self.assertIn(words, run.stderr)
            self.assertNotIn("heap_agent", run.stderr)

    @on_each_interpreter
    def test_new_breakpoints_replace_the_old_ones(self, _version, python):
        pauses = self.pauses(python, 22, breakpoints((16, "", "")) + go(), go(), go())
        self.assertEqual(pauses, [(AT_BREAKPOINT, 22), (AT_BREAKPOINT, 16), (AT_BREAKPOINT, 16)])

    @on_each_interpreter
    def test_breakpoints_in_other_files_pause_there(self, _version, python):
        script = os.path.join("many_files", "main.py")
        file = os.path.join(os.path.dirname(find_script(script)), "prices.py")
        run = self.observe(python, script, start_breakpoints=[(8, file, "")], commands=[go()])
        self.assertEqual(run.of_kind("paused"), [[[AT_BREAKPOINT, 8], [file]]])

    @on_each_interpreter
    def test_into_goes_to_the_next_line_anywhere(self, _version, python):
        pauses = self.pauses(python, 21, go(INTO), go(INTO), go())
        self.assertEqual(pauses, [(AT_BREAKPOINT, 21), (STEPPED, 13), (STEPPED, 14)])

    @on_each_interpreter
    def test_over_stays_in_the_frame_and_then_goes_to_its_caller(self, _version, python):
        pauses = self.pauses(python, 21, *[go(OVER)] * 4)
        self.assertEqual(pauses, [(AT_BREAKPOINT, 21), (STEPPED, 22), (STEPPED, 23), (STEPPED, 28)])

    @on_each_interpreter
    def test_out_goes_to_the_next_line_of_a_caller(self, _version, python):
        run = self.observe(
            python,
            SCRIPT,
            start_breakpoints=[(15, "", "number == 2")],
            commands=[go(OUT), go(OUT), go(OUT)],
        )
        pauses = [(reason, line) for (reason, line), _ in run.of_kind("paused")]
        self.assertEqual(pauses, [(AT_BREAKPOINT, 15), (STEPPED, 22), (STEPPED, 28)])

    @on_each_interpreter
    def test_pause_is_obeyed_at_the_next_line_while_the_program_runs(self, _version, python):
        pauses = self.pauses(python, 13, go() + PAUSE, go(), go())
        self.assertEqual(pauses[:2], [(AT_BREAKPOINT, 13), (STEPPED, 14)])

    @on_each_interpreter
    def test_a_pause_command_at_a_pause_is_nothing(self, _version, python):
        pauses = self.pauses(python, 21, PAUSE + go())
        self.assertEqual(pauses, [(AT_BREAKPOINT, 21)])

    @on_each_interpreter
    def test_other_frames_at_a_pause_let_the_program_run_on_unobserved(self, _version, python):
        for damage in (
            b"\xff" * 16,
            execute("1")[:8] + b"\x09" * 200,
            go()[:-5] + b"\x00" * 5 + b"\x01\x02",
        ):
            run = self.observe(
                python, SCRIPT, start_breakpoints=[(21, "", "")], commands=[damage + b"\x00" * 4096]
            )
            self.assertEqual((run.exit_code, run.stderr), (0, ""))
            self.assertEqual(run.stdout.encode(), self.run_plainly(python, SCRIPT).stdout)
            self.assertEqual(len(run.of_kind("paused")), 1)

    @on_each_interpreter
    def test_a_thread_that_ends_ends_a_step_over_elsewhere(self, _version, python):
        pauses = self.pauses(python, 9, *[go(OVER)] * 4, script="many_pauses_in_threads.py")
        self.assertEqual(pauses[:2], [(AT_BREAKPOINT, 9), (STEPPED, 10)])
        self.assertIn(pauses[2], [(STEPPED, 15), (STEPPED, 16)])

    @unittest.skipUnless(os.name == "posix", "needs POSIX signals")
    @on_each_interpreter
    def test_an_interrupt_at_a_pause_is_raised_at_the_line(self, _version, python):
        run = self.observe(
            python,
            "interrupted_at_pause.py",
            start_breakpoints=[(6, "", "")],
            commands=[FINISH],
            interrupt_at_pause=0,
        )
        self.assertEqual((run.exit_code, run.stdout), (0, "interrupted\n"), run.stderr)


class PersonsCode(AgentCase):
    def said(self, python, line, *codes, script=SCRIPT):
        run = self.observe(
            python,
            script,
            start_breakpoints=[(line, "", "")],
            commands=[*map(execute, codes), FINISH],
        )
        self.assertEqual(run.exit_code, 0, run.stderr)
        self.assertEqual([step[3] for step in self.persons_steps(run)], list(codes), run.stderr)
        self.assertEqual(run.kinds.count("paused"), 1 + len(codes))
        return run

    def persons_steps(self, run):
        return [
            (body[0][1], body[0][0], body[0][2], body[2][2])
            for body in run.of_kind("step")
            if body[0][5] == 3
        ]

    @on_each_interpreter
    def test_an_expression_is_printed_and_its_step_carries_its_code(self, _version, python):
        run = self.said(python, 28, "len(sums)", "None", "[n for n in range(3)]", "thing.name")
        self.assertTrue(run.stdout.startswith("2\n[0, 1, 2]\n'first'\n"), run.stdout)
        self.assertEqual(self.persons_steps(run)[0], (NONE, 0, 28, "len(sums)"))
        self.assertEqual(run.stderr, "")

    @on_each_interpreter
    def test_statements_may_end_in_an_expression(self, _version, python):
        run = self.said(
            python,
            28,
            "a = 20\nb = 3\na + b",
            "def f(x):\n    return x * 2\nf(a)",
            "if a:\n    a = 1",
            "a; b",
            "a",
        )
        self.assertTrue(run.stdout.startswith("23\n40\n1\n"), run.stdout)

    @on_each_interpreter
    def test_the_names_of_a_function_are_its_variables(self, version, python):
        run = self.said(
            python,
            14,
            "numbers",
            "limit = 99\nnumbers = [5]",
            "limit, numbers",
            "kept = [1]",
            "kept",
            "type(kept)",
        )
        self.assertTrue(
            run.stdout.startswith("[1, 2]\n(99, [5])\n[1]\n<class 'list'>\n"), run.stdout
        )
        self.assertEqual(self.persons_steps(run)[0][1:3], (2, 14))
        # The loop of line 14 runs over what the variable was set to.
        run = self.observe(
            python,
            SCRIPT,
            start_breakpoints=[(14, "", "")],
            commands=[execute("numbers = [5]"), breakpoints() + go()],
        )
        self.assertIn("end [5, 70] (70, 50)", run.stdout)

    @on_each_interpreter
    def test_a_variable_that_a_function_shares_is_written_for_all(self, _version, python):
        run = self.observe(
            python,
            SCRIPT,
            start_breakpoints=[(17, "", "")],
            commands=[execute("limit = 7; result = 8"), breakpoints() + go()],
        )
        self.assertEqual(run.exit_code, 0, run.stderr)
        run = self.observe(
            python,
            SCRIPT,
            start_breakpoints=[(17, "", "limit == 50")],
            commands=[execute("limit = 7"), breakpoints() + go()],
        )
        self.assertIn("(70, 7)", run.stdout)

    @on_each_interpreter
    def test_writing_a_variable_keeps_its_counts_right(self, version, python):
        code = "box = [[1]]\nnumbers = box[0]\nsys.getrefcount(box[0]) - sys.getrefcount([1])"
        difference = "sys.getrefcount(box[0]) - sys.getrefcount([1])"
        run = self.said(python, 14, code, "numbers = None", difference, "numbers = []")
        # From 3.14 on CPython keeps what was there until the function returns: it may be borrowed.
        after = 1 if version < (3, 14) else 2
        self.assertTrue(run.stdout.startswith("2\n%d\n" % after), run.stdout)

    @on_each_interpreter
    def test_deleting_a_local_of_a_running_function_is_refused_in_words(self, _version, python):
        run = self.said(
            python, 14, "print('not said')\ndel numbers", "del nothing", "print(numbers)"
        )
        self.assertNotIn("not said", run.stdout)
        self.assertIn("`del numbers` is not possible while the function runs", run.stderr)
        self.assertIn("NameError: name 'nothing' is not defined", run.stderr)
        self.assertIn("[1, 2]\n", run.stdout)

    @on_each_interpreter
    def test_deleting_a_global_frees_at_once_and_records_the_finalizer(self, _version, python):
        run = self.observe(python, SCRIPT, hold=True, commands=[execute("del thing"), FINISH])
        after = run.kinds_without_collections().index("paused")
        self.assertEqual(
            run.kinds_without_collections()[after : after + 6],
            ["paused", "heap", "step", "heap", "step", "paused"],
        )
        steps = [(body[0][1], body[0][0], body[0][5]) for body in run.of_kind("step")][-2:]
        self.assertEqual(steps, [(9, 1, 1), (NONE, 0, 3)])
        self.assertEqual(run.stdout.splitlines()[-1], "gone: first")
        self.assertNotIn("thing", run.of_kind("heap")[-1].global_names())

    @on_each_interpreter
    def test_errors_are_shown_without_the_agent_and_change_nothing(self, _version, python):
        run = self.said(
            python,
            28,
            "1 / 0",
            "total(5)",
            "a = = 1",
            "import sys; sys.exit(4)",
            "raise KeyboardInterrupt",
            "sys.last_value",
        )
        for words in (
            "ZeroDivisionError: division by zero",
            "in total",
            "SyntaxError",
            "SystemExit: 4",
            "KeyboardInterrupt",
        ):
            self.assertIn(words, run.stderr)
        self.assertNotIn("heap_agent", run.stderr)
        self.assertIn("AttributeError", run.stderr.splitlines()[-1])
        self.assertIn("end [3, 70]", run.stdout)

    @on_each_interpreter
    def test_neither_the_display_hook_nor_the_underscore_is_touched(self, _version, python):
        run = self.said(
            python, 28, "sys.displayhook = print", "41 + 1", "'_' in vars(__builtins__)"
        )
        self.assertTrue(run.stdout.startswith("42\nFalse\n"), run.stdout)

    @on_each_interpreter
    def test_the_collector_runs_when_asked_at_any_pause(self, _version, python):
        run = self.observe(
            python,
            SCRIPT,
            start_breakpoints=[(28, "", "")],
            commands=[COLLECT, execute("import gc\ngc.collect() >= 0"), FINISH],
        )
        # Full collections: that of the young objects may come at any time.
        starts = [body[0][-1] for body in run.of_kind("collection-start") if body[0][0] == 2]
        self.assertEqual(starts[:2], [1, 0], "by the person's button, then by the person's code")
        self.assertIn("True\n", run.stdout)

    @on_each_interpreter
    def test_code_at_the_end_runs_after_the_programs_own(self, _version, python):
        run = self.observe(
            python,
            SCRIPT,
            hold=True,
            commands=[execute("sums = None"), execute("sorted(vars())[-3:]"), FINISH],
        )
        self.assertIn("['sys', 'thing', 'total']\n", run.stdout)
        self.assertEqual([step[:3] for step in self.persons_steps(run)], 2 * [(NONE, 0, NONE)])

    @on_each_interpreter
    def test_a_command_does_not_pause_inside_itself(self, _version, python):
        run = self.said(python, 14, "total([1])")
        self.assertIn("(1, <function", run.stdout)


if __name__ == "__main__":
    unittest.main()
