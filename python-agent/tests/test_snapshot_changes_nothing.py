"""The proof by raw memory: looking at the heap changes no object's header, count or body, and leaves nothing behind. Runs itself on each interpreter."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TESTS_FOLDER, os.path.dirname(TESTS_FOLDER)]

_basicsize = type.__dict__["__basicsize__"].__get__
_itemsize = type.__dict__["__itemsize__"].__get__
_flags = type.__dict__["__flags__"].__get__
_HAS_PRE_HEADER = 0x18 if sys.version_info >= (3, 11) else 0
_COLLECTOR_HEADER = 16
_RUNS_UNTIL_SETTLED = 20


def memory_of_all():
    """Address -> collector's flags, pre-header, header with count and type, body and list items of every tracked object."""
    from heap_agent.raw_memory import bytes_at, words_at

    objects = gc.get_objects()
    found = {}
    for thing in objects:
        kind, address = type(thing), id(thing)
        size = _basicsize(kind)
        if kind is tuple:
            size += tuple.__len__(thing) * _itemsize(kind)
        before = 32 if _flags(kind) & _HAS_PRE_HEADER else _COLLECTOR_HEADER
        links = bytes_at(address - _COLLECTOR_HEADER, _COLLECTOR_HEADER)
        # The links of the collector's list are not the object's own; their low bits are flags.
        body = bytes((links[0] & 3, links[8] & 3)) + bytes_at(
            address - before, before - _COLLECTOR_HEADER
        )
        body += bytes_at(address, size)
        if kind is list:
            items = words_at(address + 24, 1)[0]
            body += bytes_at(items, 8 * list.__len__(thing)) if items else b""
        found[address] = body
    thing = None
    objects.clear()
    return found


class SnapshotChangesNothing(unittest.TestCase):
    def setUp(self):
        from heap_agent.born_objects import BornObjects
        from heap_agent.heap_message import HeapMessages
        from holder_zoo import Zoo

        self.zoo = Zoo()
        self.born = BornObjects()
        self.heaps = HeapMessages(self.born)
        # Nothing is a library's, so that every object of the process is a row.
        self.scopes = []

    def look(self):
        from heap_agent.heap_message import HeapMessages

        mark = []
        self.born.settle(mark)
        HeapMessages(self.born).make(mark, 0, lambda: self.scopes)

    def differences(self, action):
        gc.collect()
        gc.disable()
        try:
            # The interpreter specializes our own code, and marks functions and types for it, in the first few runs.
            for _ in range(_RUNS_UNTIL_SETTLED):
                action()
                memory_of_all()
            before = memory_of_all()
            action()
            after = memory_of_all()
        finally:
            gc.enable()
        kinds = {id(thing): type(thing).__qualname__ for thing in gc.get_objects()}
        changed = [
            kinds.get(address, "?")
            for address, memory in before.items()
            if address in after and after[address] != memory
        ]
        new = [kinds.get(address, "?") for address in after if address not in before]
        gone = len([address for address in before if address not in after])
        return sorted(changed), sorted(new), gone

    def test_a_message_about_everything_leaves_memory_as_doing_nothing_does(self):
        control = self.differences(lambda: None)
        looked = self.differences(self.look)
        self.assertLessEqual(len(control[0]), 4, control)
        extra = [list(looked[at]) for at in (0, 1)]
        for at in (0, 1):
            for kind in control[at]:
                if kind in extra[at]:
                    extra[at].remove(kind)
        own = {"BornObjects", "set", "list", "dict", "cell", "frame", "tuple", "function", "method"}
        # What differs are the sets of addresses and the sentinel that the agent itself keeps.
        self.assertEqual([kind for kind in extra[0] if kind not in own], [])
        self.assertLessEqual(len(extra[0]), 8, extra)
        self.assertLessEqual(len(extra[1]), 2, extra)

    def test_a_naive_look_is_found_out(self):
        """The proof can fail: asking every object for its dictionary makes dictionaries, or runs code."""
        from holder_zoo import Plain

        fresh = []

        def ask():
            made = Plain()
            made.attribute = 1
            fresh.append(made)
            for thing in fresh:
                getattr(thing, "__dict__", None)

        changed, new, _ = self.differences(ask)
        self.assertTrue(changed or new)


class OnEachInterpreter(unittest.TestCase):
    def test_the_same_holds_on_every_interpreter(self):
        from interpreters import INTERPRETERS

        for version, python in INTERPRETERS.items():
            with self.subTest(python="%d.%d" % version):
                answer = subprocess.run(
                    [
                        python,
                        os.path.join(TESTS_FOLDER, "test_snapshot_changes_nothing.py"),
                        "SnapshotChangesNothing",
                    ],
                    capture_output=True,
                    text=True,
                    timeout=300,
                    check=False,
                )
                self.assertEqual(answer.returncode, 0, answer.stderr)


if __name__ == "__main__":
    unittest.main()
