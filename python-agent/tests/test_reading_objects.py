"""Sizes and labels of one of each kind of object; runs itself on each interpreter."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TESTS_FOLDER, os.path.dirname(TESTS_FOLDER)]


class ReadingObjects(unittest.TestCase):
    def test_sizes_are_those_of_getsizeof(self):
        from heap_agent.object_sizes import size_of
        from object_zoo import SizedByItself, zoo

        for thing in zoo():
            with self.subTest(kind=type(thing)):
                self.assertEqual(size_of(thing), sys.getsizeof(thing))
        plain = type("Plain", (), {})()
        self.assertEqual(size_of(SizedByItself()), sys.getsizeof(plain))

    def test_the_state_of_asyncio_is_not_looked_into_where_it_leads_to_freed_tasks(self):
        import _asyncio

        from heap_agent.heap_capture import HeapFilter
        from heap_agent.python_versions import ASYNCIO_STATE_IS_DANGEROUS

        wanted = HeapFilter((), ()).script_ids(2, [_asyncio, sys])
        self.assertEqual(id(_asyncio) not in wanted, ASYNCIO_STATE_IS_DANGEROUS)
        self.assertIn(id(sys), wanted)

    def test_every_reference_has_a_label(self):
        from heap_agent.edge_labels import label_edges
        from object_zoo import zoo

        unlabelled = []
        for thing in zoo():
            referents = gc.get_referents(thing)
            for label, referent in zip(label_edges(thing, referents, None), referents):
                if label.startswith(".slot"):
                    unlabelled.append((type(thing).__name__, type(referent).__name__, label))
        # A property keeps its name and a type its caches where no getter reaches.
        self.assertLessEqual(
            {kind for kind, _, _ in unlabelled}, {"type", "property", "partial"}, unlabelled
        )

    def test_labels_say_where_a_referent_is(self):
        from heap_agent.edge_labels import label_edges
        from object_zoo import Both, Plain, Slotted, closure

        inner = closure([1])
        cases = [
            ([7, [8]], None, {"[0]", "[1]"}),
            (({"a"}, 2), None, {"[0]", "[1]"}),
            ({"a": [1]}, None, {"['a']"}),
            ({3: [1], "b": 1}, None, {"[3]", "key 3", "['b']", "key 'b'"}),
            ({(1, 2)}, None, {"{}"}),
            (Slotted(), None, {".a", ".__class__"}),
            (inner.__closure__, ("other", "value"), {"closure other", "closure value"}),
            (inner.__closure__[0], None, {".cell_contents"}),
        ]
        if sys.version_info >= (3, 11):
            cases.append((Plain(), None, {".name", ".items", ".__class__"}))
        if sys.version_info[:2] in ((3, 11), (3, 12)):
            # From 3.13 only a class without slots keeps its attributes in the instance.
            cases.append((Both(), None, {".a", ".c", ".__class__"}))
        for holder, names, expected in cases:
            with self.subTest(holder=type(holder)):
                self.assertEqual(
                    set(label_edges(holder, gc.get_referents(holder), names)), expected
                )

    def test_a_suspended_generator_shows_its_locals(self):
        from heap_agent.edge_labels import label_edges
        from object_zoo import generator_function

        generator = generator_function([1])
        next(generator)
        holder = generator if sys.version_info >= (3, 11) else generator.gi_frame
        labels = label_edges(holder, gc.get_referents(holder), None)
        self.assertLessEqual({"local argument", "local captured", "local inner"}, set(labels))

    @unittest.skipIf(sys.version_info < (3, 11), "its frame object holds the locals")
    def test_a_generator_does_not_own_what_its_stack_has_borrowed(self):
        from heap_agent.borrowed_slots import borrowed_addresses

        def suspended(thing):
            kept = (thing, (yield), thing)
            yield kept

        thing = [1]
        generator = suspended(thing)
        next(generator)
        borrowed = borrowed_addresses([generator], [id(type(generator))])
        listed = sum(referent is thing for referent in gc.get_referents(generator))
        # One reference each of the name here and of the argument of getrefcount, which may be borrowed too.
        owned = sys.getrefcount(thing) - sys.getrefcount(object()) - 1
        self.assertEqual(listed - borrowed.count(id(thing)), owned)

    def test_reading_makes_no_dictionary(self):
        from heap_agent.edge_labels import label_edges
        from heap_agent.object_description import flags_of, title_of
        from object_zoo import Both, Plain

        things = [Plain(), Both()]
        gc.collect()
        before = [type(referent) for thing in things for referent in gc.get_referents(thing)]
        for thing in things:
            label_edges(thing, gc.get_referents(thing), None)
            flags_of(thing)
            title_of(thing)
        self.assertEqual(
            [type(referent) for thing in things for referent in gc.get_referents(thing)], before
        )


class OnEachInterpreter(unittest.TestCase):
    def test_the_same_holds_on_every_interpreter(self):
        from interpreters import INTERPRETERS

        for version, python in INTERPRETERS.items():
            with self.subTest(python="%d.%d" % version):
                tests = os.path.join(TESTS_FOLDER, "test_reading_objects.py")
                answer = subprocess.run(
                    [python, tests, "ReadingObjects"],
                    capture_output=True,
                    text=True,
                    timeout=120,
                    check=False,
                )
                self.assertEqual(answer.returncode, 0, answer.stderr)


if __name__ == "__main__":
    unittest.main()
