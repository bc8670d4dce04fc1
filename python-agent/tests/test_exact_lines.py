"""Lines that are easily lost: the rest of a line after a `yield`, threads that outlive the module, handlers of atexit, a first line that is the last."""

import unittest

from agent_case import AgentCase, on_each_interpreter
from run_under_agent import continue_with


def lines(run):
    """(line, depth, thread, how, frame serial) of each step after the first."""
    return [(body[0][1], body[0][0], *body[0][4:]) for body in run.of_kind("step")][1:]


class ExactLines(AgentCase):
    @on_each_interpreter
    def test_a_generator_that_goes_on_completes_its_line_and_stays_the_same_frame(
        self, _version, python
    ):
        steps = lines(self.observe(python, "late_lines.py"))
        generator = [step for step in steps if step[0] in (11, 12)]
        self.assertEqual(
            generator,
            [(11, 1, 0, 1, 2), (11, 1, 0, 0, 2), (12, 1, 0, 1, 2)],
            "yields, is sent a value, yields",
        )

    @on_each_interpreter
    def test_threads_that_outlive_the_module_and_handlers_at_the_exit_are_recorded(
        self, _version, python
    ):
        late = [(7, 1, 1, 0, 1), (8, 1, 1, 1, 1), (3, 1, 0, 0, 3), (4, 1, 0, 1, 3)]
        self.assertEqual(lines(self.observe(python, "late_lines.py"))[-4:], late)
        run = self.observe(python, "late_lines.py", hold=True, commands=[continue_with(1000)])
        self.assertEqual((lines(run)[-4:], run.exit_code), (late, 0))

    @on_each_interpreter
    def test_the_first_line_of_a_function_is_known_before_it_is_done(self, _version, python):
        run = self.observe(python, "dies_in_first_line.py")
        self.assertEqual(
            (run.exit_code, lines(run)[-1][0], run.running[-1]), (7, 4, [[5, 1, 0], [""]])
        )


if __name__ == "__main__":
    unittest.main()
