"""The first lesson: what sys.getrefcount prints is what it prints without the agent, and what the agent reports is one less."""

import unittest

from agent_case import AgentCase, on_each_interpreter


class CountingReferences(AgentCase):
    @on_each_interpreter
    def test_getrefcount_prints_the_same_and_the_report_agrees(self, version, python):
        run = self.observe(python, "counting_references.py")
        plain = self.run_plainly(python, "counting_references.py").stdout.decode()
        self.assertEqual(run.stdout, plain)
        if version < (3, 14):
            self.assertEqual(run.stdout, "2\n3\n2\n")
        counts = [
            heap.refcount_of(heap.global_names()["a"][0])
            for line, _, _, _, heap in run.steps()
            if "a" in heap.global_names()
        ]
        self.assertEqual(counts, [1, 1, 2, 2, 1, 1])

    @on_each_interpreter
    def test_the_count_of_an_untracked_object_is_the_programs_own(self, _version, python):
        run = self.observe(python, "untracked_objects.py")
        heaps = {line: heap for line, _, _, _, heap in run.steps()}
        for line, expected in ((1, 1), (2, 2), (3, 3), (4, 2)):
            heap = heaps[line]
            address = heap.global_names()["a"][0]
            self.assertEqual(heap.refcount_of(address), expected, "line %d" % line)
            self.assertGreaterEqual(heap.row[address], heap.tracked_rows)


if __name__ == "__main__":
    unittest.main()
