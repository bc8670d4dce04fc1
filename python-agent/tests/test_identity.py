"""Who an object is: what is born, what only changes, what belongs to imports; and the names of live frames."""

import unittest

from agent_case import AgentCase, on_each_interpreter

OBJECT, ATOM, OUTSIDE = 0, 1, 2


def states(run):
    return {line: heap for line, depth, _, _, heap in run.steps() if depth == 0}


class Identity(AgentCase):
    @on_each_interpreter
    def test_a_dictionary_that_gets_its_first_container_is_still_the_same(self, _version, python):
        by_line = states(self.observe(python, "dict_grows.py"))
        address = by_line[1].global_names()["cache"][0]
        after = by_line[2]
        self.assertIn(address, after.row)
        self.assertLess(after.row[address], after.tracked_rows)
        self.assertLess(after.row[address], after.born_from, "it was not born now")
        self.assertEqual([label for label, _, _ in after.told[address]["edges"]], ["['a']"])

    @on_each_interpreter
    def test_a_value_that_changes_is_described_again(self, _version, python):
        by_line = states(self.observe(python, "dict_grows.py"))
        address = by_line[2].global_names()["cache"][0]
        texts = [
            [
                text
                for _, kind, text in by_line[line].told[address]["edges"]
                if kind == ATOM and "'" not in text
            ]
            for line in (3, 4)
        ]
        self.assertEqual(texts, [["1000"], ["2000"]])

    @on_each_interpreter
    def test_an_address_that_is_used_again_is_reported_as_born(self, _version, python):
        run = self.observe(python, "reuses_addresses.py")
        known = {}
        reused = 0
        for _, depth, _, _, heap in run.steps():
            born = set(heap.address[heap.born_from : heap.tracked_rows])
            for a in heap.address[: heap.tracked_rows]:
                if a not in known:
                    self.assertIn(a, born)
            if depth == 0 and "kept" in heap.global_names():
                a = heap.global_names()["kept"][0]
                number = next(text for label, _, text in heap.told[a]["edges"] if label == ".n")
                if known.get(a) not in (None, number):
                    self.assertIn(a, born)
                    reused += 1
                known = dict.fromkeys(heap.address)
                known[a] = number
            else:
                known = dict.fromkeys(heap.address)
        self.assertGreater(reused, 3)

    @on_each_interpreter
    def test_what_an_import_makes_is_not_the_scripts(self, _version, python):
        by_line = states(self.observe(python, "imports_much.py"))
        self.assertEqual(by_line[1].address, [])
        self.assertEqual(by_line[1].global_names()["ast"][1:], (OUTSIDE, "module\x1fast"))
        self.assertEqual([by_line[2].type_of(a) for a in by_line[2].address], ["builtins.list"])
        self.assertEqual(len(by_line[3].address), 2, "both lists of a line that imports in between")
        self.assertEqual(
            by_line[4].global_names()["dumps"][1:], (OUTSIDE, "function\x1fjson.dumps")
        )

    @on_each_interpreter
    def test_a_freeze_and_its_end_are_marked(self, _version, python):
        frozen, thawed = 16, 32
        steps = self.observe(python, "freezes_little.py").steps()
        marked = [(line, heap.inside & (frozen | thawed)) for line, _, _, _, heap in steps]
        self.assertEqual([mark for mark in marked if mark[1]], [(4, frozen), (6, thawed)])

    @on_each_interpreter
    def test_names_of_each_live_frame_are_listed(self, version, python):
        run = self.observe(python, "nested_calls.py")
        heap = next(heap for line, depth, _, _, heap in run.steps() if depth == 2 and line == 4)
        scopes = [(scope, sorted(names)) for scope, _, names in heap.scopes]
        outer, inner = (
            ("outer", "outer.<locals>.inner") if version >= (3, 11) else ("outer", "inner")
        )
        self.assertEqual(
            scopes, [("<module>", ["outer"]), (outer, ["a", "b", "inner"]), (inner, ["c", "d"])]
        )
        self.assertEqual(heap.scopes[2][2]["d"][1:], (ATOM, "'text'"))
        self.assertEqual(heap.edges_of[heap.scopes[1][2]["b"][0]], [heap.scopes[1][2]["a"][0]])
        function = heap.scopes[1][2]["inner"][0]
        closure = next(
            target
            for target, (label, _, _) in zip(heap.edges_of[function], heap.told[function]["edges"])
            if label == ".__closure__"
        )
        self.assertEqual([label for label, _, _ in heap.told[closure]["edges"]], ["closure a"])

    @on_each_interpreter
    def test_a_constant_tuple_is_an_object_once_it_has_a_name(self, _version, python):
        by_line = states(self.observe(python, "constant_tuple.py"))
        address, kind, _ = by_line[1].global_names()["point"]
        self.assertEqual(kind, OBJECT)
        self.assertEqual(
            [text for _, _, text in by_line[1].told[address]["edges"]][::-1], ["1", "2"]
        )
        self.assertIn(address, by_line[3].row)

    @on_each_interpreter
    def test_steps_of_functions_tell_their_depth_and_frame(self, _version, python):
        run = self.observe(python, "nested_calls.py")
        steps = [(body[0][1], body[0][0], body[0][6]) for body in run.of_kind("step")]
        self.assertEqual(
            [(line, depth) for line, depth, _ in steps],
            [
                (0xFFFFFFFF, 0),
                (1, 0),
                (2, 1),
                (3, 1),
                (6, 1),
                (4, 2),
                (5, 2),
                (7, 1),
                (8, 1),
                (11, 0),
            ],
        )
        self.assertEqual(len({frame for _, _, frame in steps}), 3)


if __name__ == "__main__":
    unittest.main()
