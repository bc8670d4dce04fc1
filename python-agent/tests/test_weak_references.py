"""Weak references are told beside the edges: who refers weakly to what, as long as it lives, without making a reference."""

import unittest

from agent_case import AgentCase, on_each_interpreter


class WeakReferences(AgentCase):
    @on_each_interpreter
    def test_each_kind_leads_to_its_living_target(self, _version, python):
        run = self.observe(python, "refers_weakly.py")
        self.assertEqual(run.exit_code, 0, run.stderr)
        heap = last_heap(run, "never")
        target = heap.global_names()["target"][0]
        leading = [holder for holder, to in weak_pairs(heap) if to == target]
        for name in ("plain", "keyed", "proxy", "method"):
            self.assertIn(heap.global_names()[name][0], leading, name)
        self.assertGreaterEqual(len(leading), 5, "the dictionary has a reference of its own")
        self.assertTrue(all(holder in heap.row for holder in leading))

    @on_each_interpreter
    def test_weak_references_own_no_count_and_are_no_edges(self, _version, python):
        run = self.observe(python, "refers_weakly.py")
        heap = last_heap(run, "never")
        target = heap.global_names()["target"][0]
        self.assertEqual(heap.refcount_of(target), 1)
        self.assertNotIn(target, heap.edges)

    @on_each_interpreter
    def test_a_dead_target_is_told_no_more(self, _version, python):
        run = self.observe(python, "refers_weakly.py")
        heap = last_heap(run, "dead")
        targets = {to for _, to in weak_pairs(heap)}
        self.assertNotIn("Thing", {heap.type_of(to).rpartition(".")[2] for to in targets})
        self.assertIn("plain", heap.global_names())


def weak_pairs(heap):
    return list(zip(heap.weak_holders, heap.weak_referents))


def last_heap(run, name):
    """The heap after the line that binds the name."""
    return next(heap for _, _, _, _, heap in run.steps() if name in heap.global_names())


if __name__ == "__main__":
    unittest.main()
