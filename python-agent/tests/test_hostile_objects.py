"""Hostile programs: none of their code runs while they are looked at, nothing crashes or hangs, and the messages are made."""

import unittest

from agent_case import AgentCase, on_each_interpreter


class HostileObjects(AgentCase):
    @on_each_interpreter
    def test_none_of_their_code_runs(self, _version, python):
        run = self.observe(python, "hostile_world.py")
        plain = self.run_plainly(python, "hostile_world.py")
        self.assertEqual((run.exit_code, run.stdout), (plain.returncode, plain.stdout.decode()))
        self.assertEqual((run.stdout, run.stderr), ("[]\n", ""))
        # A collection may start between the two.
        endings = [kind for kind in run.kinds if kind in ("ended", "exit", "tracing-lost")]
        self.assertEqual(endings, ["ended", "exit"])

    @on_each_interpreter
    def test_their_objects_are_described_all_the_same(self, _version, python):
        run = self.observe(python, "hostile_world.py")
        heap = [heap for _, _, _, _, heap in run.steps()][-1]
        names = heap.global_names()
        for name in ("raises", "lies", "clash", "shadow", "proxy", "dead_proxy", "generator"):
            self.assertIn(names[name][0], heap.row, name)
        clash = heap.told[names["clash"][0]]["edges"]
        self.assertEqual([label for label, _, _ in clash if label == ".same"], [".same"] * 2)
        self.assertIn("n\u00e4me ? with\tanything", names)

    @on_each_interpreter
    def test_what_c_code_has_only_half_filled_when_a_collection_starts_is_read(
        self, version, python
    ):
        run = self.observe(python, "half_built.py")
        self.assertEqual((run.exit_code, run.stdout, run.stderr), (0, "done\n", ""))
        if version >= (3, 14):  # there a tuple is made when all its items are known
            return
        edges = [told["edges"] for heap in run.of_kind("heap") for told in heap.told.values()]
        labels = [[label for label, _, _ in of_one] for of_one in edges]
        self.assertIn(["[1]", "[0]"], labels)

    @on_each_interpreter
    def test_long_chains_huge_texts_and_changing_dictionaries_are_read(self, _version, python):
        run = self.observe(python, "hostile_sizes.py", timeout=240)
        self.assertEqual((run.exit_code, run.stdout, run.stderr), (0, "done\n", ""))
        heap = next(heap for _, _, _, _, heap in run.steps() if "one" in heap.global_names())
        self.assertGreater(len(heap.address), 110_000)
        self.assertLess(len(heap.global_names()["big_text"][2]), 100)


if __name__ == "__main__":
    unittest.main()
