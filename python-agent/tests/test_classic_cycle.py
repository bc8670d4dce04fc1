"""The obj1/obj2 example under the agent: the counts of each step, the collection, and the same behaviour as without it."""

import unittest

from agent_case import AgentCase, on_each_interpreter
from run_under_agent import COLLECT, FINISH

EXPECTED_COUNTS = {11: (1, None), 12: (1, 1), 13: (1, 2), 14: (2, 2), 16: (1, 2), 17: (1, 1)}


class ClassicCycle(AgentCase):
    @on_each_interpreter
    def test_the_refcounts_of_each_step_are_the_programs_own(self, _version, python):
        run = self.observe(python, "classic_cycle.py")
        objects = {}
        for line, depth, _, _, heap in run.steps():
            for name in ("obj1", "obj2"):
                if name in heap.global_names():
                    objects[name] = heap.global_names()[name][0]
            if depth == 0 and line in EXPECTED_COUNTS:
                counts = tuple(
                    heap.refcount_of(objects[name]) if name in objects else None
                    for name in ("obj1", "obj2")
                )
                self.assertEqual(counts, EXPECTED_COUNTS[line], "line %d" % line)

    @on_each_interpreter
    def test_the_lines_come_in_the_order_in_which_they_ran(self, _version, python):
        run = self.observe(python, "classic_cycle.py")
        lines = [(line, depth) for line, depth, _, _, _ in run.steps()]
        expected = [
            (None, 0),
            (1, 0),
            (3, 0),
            (5, 1),
            (6, 1),
            (11, 0),
            (5, 1),
            (6, 1),
            (12, 0),
            (13, 0),
            (14, 0),
            (16, 0),
            (17, 0),
            (9, 1),
            (9, 1),
            (19, 0),
        ]
        self.assertEqual(lines, expected)

    @on_each_interpreter
    def test_the_collector_is_announced_before_the_finalizers_and_reports_what_it_found(
        self, version, python
    ):
        run = self.observe(python, "classic_cycle.py")
        self.assertEqual(
            run.of_kind("collection-stop")[-1][0], [2, 2 if version >= (3, 11) else 4, 0]
        )
        start = len(run.kinds) - 1 - run.kinds[::-1].index("collection-start")
        self.assertEqual(
            run.kinds[start:][:7],
            ["collection-start", "heap", "step", "heap", "step", "heap", "collection-stop"],
        )
        before, after = run.messages[start - 1][1], run.messages[start + 5][1]
        gone = [before.type_of(a) for a in before.row if a not in after.row]
        self.assertEqual(gone.count("__main__.MyObject"), 2)

    @on_each_interpreter
    def test_the_references_carry_the_names_of_the_attributes(self, version, python):
        run = self.observe(python, "classic_cycle.py")
        heap = next(heap for line, _, _, _, heap in run.steps() if line == 14)
        first, second = (heap.global_names()[name][0] for name in ("obj1", "obj2"))
        holder = first
        if version <= (3, 10):
            holder = next(
                target
                for target, (label, _, _) in zip(heap.edges_of[first], heap.told[first]["edges"])
                if label == ".__dict__"
            )
            wanted = "['ref']"
        else:
            wanted = ".ref"
        self.assertIn(
            (wanted, second),
            [
                (label, target)
                for target, (label, _, _) in zip(heap.edges_of[holder], heap.told[holder]["edges"])
            ],
        )

    @on_each_interpreter
    def test_output_is_stamped_with_its_step_and_is_the_same_as_without_the_agent(
        self, _version, python
    ):
        run = self.observe(python, "classic_cycle.py")
        self.assertEqual(run.stdout.encode(), self.run_plainly(python, "classic_cycle.py").stdout)
        lengths = [body[1][0] for body in run.of_kind("step")]
        self.assertEqual(lengths, sorted(lengths))
        self.assertEqual(sorted(set(lengths)), [0, 20, 40, 60, 80])

    @on_each_interpreter
    def test_collecting_while_held_at_the_end_shows_the_finalizers_lines(self, _version, python):
        run = self.observe(python, "collector_at_end.py", hold=True, commands=[COLLECT, FINISH])
        self.assertEqual(run.kinds.count("paused"), 2)
        after = run.kinds.index("paused")
        self.assertEqual(
            run.kinds[after : after + 9],
            [
                "paused",
                "heap",
                "collection-start",
                "heap",
                "step",
                "heap",
                "collection-stop",
                "heap",
                "step",
            ],
        )
        self.assertEqual(run.of_kind("collection-start")[-1][0][-1], 1, "made by the person")
        self.assertEqual([how for _, _, how, _, _ in run.steps()][-1], 3)
        self.assertEqual((run.exit_code, run.stdout), (0, "gone\n"))

    @on_each_interpreter
    def test_no_object_of_the_agent_is_among_the_scripts(self, _version, python):
        for script in ("classic_cycle.py", "twin_mixed.py"):
            run = self.observe(python, script)
            heaps = run.of_kind("heap")
            self.assertFalse(
                {
                    name
                    for heap in heaps
                    for name in map(heap.type_of, heap.address)
                    if name.startswith("heap_agent.")
                }
            )
            files = [
                name
                for heap in heaps
                for told in heap.told.values()
                for _, kind, name in told["edges"]
                if kind == 2 and "heap_agent" in name
            ]
            self.assertEqual(files, [])


if __name__ == "__main__":
    unittest.main()
