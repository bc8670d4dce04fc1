"""Every reference has a name, the right one, and naming it creates nothing; runs itself on each interpreter."""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import subprocess
import sys
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TESTS_FOLDER, os.path.dirname(TESTS_FOLDER)]

STDLIB = (
    *("argparse", "ast", "asyncio", "base64", "bz2", "calendar"),
    *("collections.abc", "concurrent.futures", "configparser", "contextlib", "copy", "csv"),
    *("datetime", "decimal", "difflib", "dis", "doctest", "email.mime.text"),
    *("enum", "fractions", "gzip", "hashlib", "heapq", "html.parser"),
    *("http.client", "inspect", "io", "ipaddress", "json", "logging.config"),
    *("lzma", "mailbox", "mimetypes", "multiprocessing.pool", "numbers", "optparse"),
    *("pathlib", "pdb", "pickle", "plistlib", "pprint", "queue"),
    *("random", "re", "sched", "secrets", "selectors", "shelve"),
    *("shlex", "socketserver", "sqlite3", "statistics", "string", "struct"),
    *("symtable", "tarfile", "tempfile", "textwrap", "threading", "timeit"),
    *("tokenize", "traceback", "types", "typing", "unittest.mock", "urllib.request"),
    *("uuid", "weakref", "xml.dom.minidom", "xml.etree.ElementTree", "xmlrpc.client", "zipfile"),
    *("zoneinfo",),
)
UNNAMED = ("C slot", ".slot")


class EdgeNames(unittest.TestCase):
    def check(self, holder, names):
        from heap_agent.edge_labels import label_edges

        referents = gc.get_referents(holder)
        labels = label_edges(holder, referents, None)
        with self.subTest(kind=type(holder).__qualname__, labels=labels):
            self.assertEqual(len(labels), len(referents))
            self.assertEqual([label for label in labels if label.startswith(UNNAMED)], [])
            for label, wanted in names.items():
                found = [thing for name, thing in zip(labels, referents) if name == label]
                self.assertEqual(len(found), 1, label)
                if wanted is not None and not isinstance(wanted, (str, int, tuple)):
                    self.assertIs(found[0], wanted, label)
                elif wanted is not None:
                    self.assertEqual(found[0], wanted, label)

    def test_each_reference_of_each_kind_of_holder_has_its_one_name(self):
        from holder_zoo import Zoo

        zoo = Zoo()
        for holder, names in zoo.holders:
            self.check(holder, names)
        self.assertGreater(len(zoo.holders), 150)

    def test_tasks_and_futures_name_what_they_hold(self):
        from holder_zoo import Zoo

        asyncio.run(Zoo.tasks(Zoo.__new__(Zoo), self.check))

    def test_hardly_a_reference_of_the_whole_heap_is_without_a_name(self):
        from heap_agent.edge_labels import label_edges

        for name in STDLIB:
            try:
                importlib.import_module(name)
            except ImportError:  # not every build has all
                continue
        gc.collect()
        holders = gc.get_objects()
        own = {id(holders), id(sys.modules.get("_asyncio"))}
        total = unnamed = 0
        for holder in holders:
            if id(holder) not in own:
                referents = gc.get_referents(holder)
                labels = label_edges(holder, referents, None)
                self.assertEqual(len(labels), len(referents))
                total += len(labels)
                unnamed += sum(label.startswith(UNNAMED) for label in labels)
        self.assertGreater(total, 100_000)
        self.assertLess(unnamed / total, 0.001, "%d of %d" % (unnamed, total))

    def test_naming_makes_no_dictionary_no_frame_and_no_object(self):
        from heap_agent.edge_labels import label_edges
        from holder_zoo import Zoo

        zoo = Zoo()
        holders = [holder for holder, _ in zoo.holders]
        for holder in holders:
            label_edges(holder, gc.get_referents(holder), None)
        gc.collect()
        gc.disable()
        try:
            before = [list(map(id, gc.get_referents(holder))) for holder in holders]
            tracked = len(gc.get_objects())
            for holder in holders:
                label_edges(holder, gc.get_referents(holder), None)
            after = len(gc.get_objects())
            changed = [
                type(holder).__qualname__
                for holder, referents in zip(holders, before)
                if referents != list(map(id, gc.get_referents(holder)))
            ]
        finally:
            gc.enable()
        self.assertEqual(changed, [])
        self.assertLessEqual(after - tracked, 2, "the lists of this test")


class OnEachInterpreter(unittest.TestCase):
    def test_the_same_holds_on_every_interpreter(self):
        from interpreters import INTERPRETERS

        for version, python in INTERPRETERS.items():
            with self.subTest(python="%d.%d" % version):
                answer = subprocess.run(
                    [python, os.path.join(TESTS_FOLDER, "test_edge_names.py"), "EdgeNames"],
                    capture_output=True,
                    text=True,
                    timeout=300,
                    check=False,
                )
                self.assertEqual(answer.returncode, 0, answer.stderr)


if __name__ == "__main__":
    unittest.main()
