"""How a script may end, and what the agent says about it: exceptions, exits, the step limit, a lost hook, a gone app."""

import os
import signal
import sys
import unittest

from agent_case import AgentCase, on_each_interpreter
from run_under_agent import FINISH, continue_with

NONE = 0xFFFFFFFF
_OTHER_TRACER = 8


class Endings(AgentCase):
    @on_each_interpreter
    def test_an_uncaught_exception_is_reported_with_its_innermost_line(self, _version, python):
        run = self.observe(python, "raises.py", hold=True)
        # From 3.13 the report imports much, and the collector may run.
        self.assertEqual(run.kinds_without_collections()[-2:], ["failure", "exit"])
        self.assertEqual(run.of_kind("ended"), [[[1]]])
        self.assertEqual(
            run.of_kind("failure"), [[[2], ["ZeroDivisionError", "division by zero", ""]]]
        )
        self.assertEqual([(line, how) for line, _, how, _, _ in run.steps()][-2:], [(2, 2), (5, 2)])
        self.assertEqual(run.exit_code, 1)
        self.assertEqual(
            run.stderr.encode(),
            self.run_plainly(python, "raises.py").stderr,
            "the traceback has no frame of the agent",
        )

    @on_each_interpreter
    def test_a_syntax_error_is_reported_although_nothing_ran(self, _version, python):
        run = self.observe(python, "syntax_error.py")
        self.assertEqual(run.kinds, ["hello", "failure", "exit"])
        self.assertEqual(run.of_kind("failure")[0][0], [2])
        self.assertEqual((run.exit_code, run.of_kind("failure")[0][1][0]), (1, "SyntaxError"))

    @on_each_interpreter
    def test_the_words_of_an_exception_never_run_code_of_the_script(self, _version, python):
        run = self.observe(python, "raises_evil.py")
        self.assertEqual(run.of_kind("failure")[0][1], ["Evil", "'text', <object>, 3", ""])
        self.assertNotIn("agent asked", run.stdout.replace("agent asked by python\n", "", 1))

    @on_each_interpreter
    def test_sys_exit_is_an_end_without_a_failure(self, _version, python):
        run = self.observe(python, "exits.py", hold=True)
        self.assertEqual(
            (run.exit_code, run.kinds_without_collections()[-2:]), (3, ["ended", "exit"])
        )

    @on_each_interpreter
    def test_os_exit_keeps_every_step_until_then(self, _version, python):
        run = self.observe(python, "os_exit.py")
        self.assertEqual((run.exit_code, run.kinds[-1]), (4, "step"))
        self.assertEqual([line for line, _, _, _, _ in run.steps()], [None, 1, 2])

    @on_each_interpreter
    def test_the_step_limit_pauses_and_can_be_moved(self, _version, python):
        run = self.observe(
            python, "loops_briefly.py", max_steps=50, commands=[continue_with(25), FINISH]
        )
        self.assertEqual(run.of_kind("paused"), 2 * [[[1, 0xFFFFFFFF], [""]]])
        self.assertEqual(len(list(run.steps())), 1 + 75)
        self.assertEqual((run.exit_code, run.stdout, run.kinds[-1]), (0, "1000\n", "exit"))

    @on_each_interpreter
    def test_the_program_runs_on_when_the_app_is_gone(self, _version, python):
        run = self.observe(python, "loops_briefly.py", max_steps=50, commands=[])
        self.assertEqual((run.exit_code, run.stdout), (0, "1000\n"))

    @unittest.skipUnless(
        sys.platform == "linux", "elsewhere a write cannot be told to raise no signal"
    )
    @on_each_interpreter
    def test_a_gone_app_does_not_kill_a_script_that_dies_of_broken_pipes(self, _version, python):
        run = self.observe(
            python, "dies_of_broken_pipes.py", by_socket=True, close_after_bytes=2000
        )
        self.assertEqual((run.exit_code, run.stdout), (0, "300\n"))

    @on_each_interpreter
    def test_a_hook_that_was_taken_for_good_is_told_and_the_steps_until_then_stay(
        self, version, python
    ):
        run = self.observe(python, "removes_hook.py")
        self.assertEqual(run.exit_code, 0)
        if version < (3, 12) or version >= (3, 14):
            self.assertEqual(run.kinds_without_collections()[-2:], ["tracing-lost", "exit"])
            self.assertNotEqual(run.of_kind("tracing-lost")[0][0], [NONE])
        else:
            self.assertEqual(run.kinds_without_collections()[-2:], ["ended", "exit"])

    @on_each_interpreter
    def test_while_the_script_traces_itself_lines_may_be_missing_but_recording_comes_back(
        self, version, python
    ):
        run = self.observe(python, "traces_for_a_while.py")
        self.assertEqual(run.kinds_without_collections()[-2:], ["ended", "exit"])
        self.assertTrue(run.stdout.endswith(" None\n"), run.stdout)
        inside = [7, 8, 9]
        unseen = [11] if version < (3, 12) else [11, *inside, 12, 13]
        steps = [(line, heap) for line, _, _, _, heap in run.steps()]
        lines = [line for line, _ in steps]
        recorded = [*unseen, *inside, 14, 15, 16]
        self.assertEqual(
            [line for line in lines[lines.index(11) :] if line not in (4, 5)], recorded
        )
        marked = [line for line, heap in steps if heap.inside & _OTHER_TRACER]
        self.assertEqual(marked[:1], [11])
        self.assertEqual(marked[-1:], [11] if version < (3, 12) else [12])

    @on_each_interpreter
    def test_standard_input_is_the_scripts(self, _version, python):
        run = self.observe(python, "reads_input.py", stdin=b"hello\nmore\n")
        self.assertEqual((run.stdout, run.exit_code), ("HELLO 5\n", 0))

    @on_each_interpreter
    def test_a_megabyte_of_output_belongs_to_its_steps(self, _version, python):
        run = self.observe(python, "prints_much.py", max_steps=200, commands=[FINISH])
        self.assertEqual((len(run.stdout), run.stderr), (1024 * 1024, "done\n"))
        lengths = [body[1][0] for body in run.of_kind("step")]
        self.assertEqual(sorted(set(lengths))[1], 1024)
        self.assertEqual(run.of_kind("exit"), [[[1024 * 1024, 5]]])

    @on_each_interpreter
    def test_a_forked_child_is_not_observed_and_does_not_hold_the_pipe(self, _version, python):
        run = self.observe(python, "forks.py")
        self.assertEqual((run.stdout, run.exit_code), ("child\nparent\n", 0))
        self.assertEqual(run.kinds.count("exit"), 1)

    @unittest.skipUnless(hasattr(signal, "SIGINT") and os.name == "posix", "needs POSIX signals")
    @on_each_interpreter
    def test_an_interrupt_is_raised_in_the_script_and_ends_it_as_always(self, _version, python):
        run = self.observe(python, "interrupts_itself.py")
        self.assertEqual(run.stdout, "interrupted\nstill recorded\n")
        self.assertEqual(
            (run.exit_code, run.kinds_without_collections()[-2:]), (0, ["ended", "exit"])
        )
        self.assertEqual([line for line, _, _, _, _ in run.steps()][-1], 13)

    @unittest.skipUnless(hasattr(signal, "setitimer"), "no signals at any moment on this system")
    @on_each_interpreter
    def test_interrupts_at_any_moment_arrive_in_the_script_and_recording_goes_on(
        self, _version, python
    ):
        run = self.observe(python, "interrupted_often.py")
        self.assertEqual((run.exit_code, run.stdout, run.stderr), (0, "15\n", ""))
        self.assertEqual(run.kinds_without_collections()[-2:], ["ended", "exit"])
        lines = [line for line, depth, _, _, _ in run.steps() if depth == 0]
        self.assertEqual(lines.count(20), 15, "each was caught by a line that is a step")
        self.assertEqual(lines[-1], 21)

    @unittest.skipUnless(hasattr(signal, "setitimer"), "no signals at any moment on this system")
    @on_each_interpreter
    def test_an_interrupt_while_the_collector_is_observed_is_not_swallowed(self, version, python):
        run = self.observe(python, "interrupted_in_a_collection.py")
        self.assertEqual(run.exit_code, -signal.SIGINT)
        self.assertTrue(run.stderr.endswith("KeyboardInterrupt\n"), run.stderr)
        self.assertNotIn("ignored", run.stderr)
        if version >= (3, 11):
            self.assertNotIn("heap_agent", run.stderr)


if __name__ == "__main__":
    unittest.main()
