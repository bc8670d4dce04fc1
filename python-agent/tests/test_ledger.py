"""The ledger closes: what edges, names and running frames hold is what the refcount says, wherever no C code holds an object."""

import unittest

from agent_case import AgentCase, on_each_interpreter

IMMORTAL = 0xFFFFFFFF
# `list.sort` takes the items out of the list for as long as it runs.
HELD_BY_C = {"key_of": 1}


def mismatches(heap, wanted):
    """(words, count, references) of the rows for which the two are not as wanted."""
    references = heap.references()
    return [
        (heap.words_for(address), heap.refcount_of(address), references[address])
        for address in heap.address
        if heap.refcount_of(address) != IMMORTAL
        and not wanted(heap, address, heap.refcount_of(address), references[address])
    ]


class Ledger(AgentCase):
    def check_steps(self, run, wanted):
        steps = 0
        for line, _, _, scope, heap in run.steps():
            with self.subTest(line=line, scope=scope):
                self.assertEqual(mismatches(heap, wanted), [])
            steps += 1
        self.assertGreater(steps, 10)

    @on_each_interpreter
    def test_no_object_has_fewer_counts_than_references(self, _version, python):
        scripts = ("ledger_closes.py", "twin_mixed.py", "uses_generators.py", "evil_objects.py")
        for script in scripts:
            run = self.observe(python, script)
            self.check_steps(run, lambda _heap, _address, count, seen: seen <= count)

    @on_each_interpreter
    def test_with_threads_that_change_everything_it_holds_too(self, _version, python):
        run = self.observe(python, "ledger_threads.py", max_steps=400)
        self.check_steps(run, lambda _heap, _address, count, seen: seen <= count)

    @on_each_interpreter
    def test_every_reference_to_the_scripts_things_is_told(self, version, python):
        if version < (3, 11):
            return
        run = self.observe(python, "ledger_closes.py")
        self.assertEqual(run.exit_code, 0, run.stderr)

        def closes(heap, address, count, seen):
            if not heap.type_of(address).endswith(".Thing"):
                return True
            return seen + HELD_BY_C.get(innermost(heap), 0) >= count

        self.check_steps(run, closes)

    @on_each_interpreter
    def test_up_to_3_10_only_what_is_on_a_stack_is_missing(self, version, python):
        """There a running frame does not store where its stack ends, so what a call in progress holds is not told."""
        if version >= (3, 11):
            return
        run = self.observe(python, "ledger_closes.py")
        for line, depth, _, _, heap in run.steps():
            if depth == 0:
                wrong = mismatches(
                    heap,
                    lambda heap, address, count, seen: (
                        seen == count or not heap.type_of(address).endswith(".Thing")
                    ),
                )
                self.assertEqual(wrong, [], "line %s" % line)


def innermost(heap):
    return heap.scopes[-1][0].rpartition(".")[2]


if __name__ == "__main__":
    unittest.main()
