"""A script behaves under the agent as it does without it: same output, same counts, no code of its objects run by us."""

import unittest

from agent_case import AgentCase, on_each_interpreter

TWINS = (
    "classic_cycle.py",
    "counting_references.py",
    "collector_off_and_on.py",
    "generator_versus_list.py",
    "listener_leak.py",
    "weak_reference.py",
    "twin_mixed.py",
    "no_dictionaries.py",
    "uses_threads.py",
    "uses_generators.py",
    "recurses_too_deep.py",
    "first_collection.py",
)


class TwinRuns(AgentCase):
    @on_each_interpreter
    def test_output_and_exit_code_are_the_same(self, _version, python):
        for script in TWINS:
            with self.subTest(script=script):
                run = self.observe(python, script)
                plain = self.run_plainly(python, script)
                self.assertEqual(
                    (run.stdout, run.stderr, run.exit_code),
                    (plain.stdout.decode(), plain.stderr.decode(), plain.returncode),
                )
                self.assertEqual(run.kinds[-1], "exit")
                self.assertNotIn("tracing-lost", run.kinds)

    @on_each_interpreter
    def test_no_special_method_of_the_script_is_called(self, _version, python):
        run = self.observe(python, "evil_objects.py")
        self.assertEqual((run.stdout, run.stderr, run.exit_code), ("[]\n", "", 0))
        self.assertGreater(len(list(run.steps())), 60)

    @on_each_interpreter
    def test_the_environment_of_the_script_is_the_persons_own(self, _version, python):
        environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": "/tmp/some-own-folder"}
        run = self.observe(python, "prints_environment.py", environment=environment)
        self.assertEqual(
            run.stdout.splitlines(),
            ["/tmp/some-own-folder []", "[]", "['/tmp/some-own-folder']", "False"],
        )


if __name__ == "__main__":
    unittest.main()
