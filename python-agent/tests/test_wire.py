"""The bytes of every message, kept as golden vectors that the app's decoder reads too. OUROSCOPE_WRITE_VECTORS=1 writes them anew."""

from __future__ import annotations

import json
import os
import sys
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(TESTS_FOLDER))

from heap_agent import wire  # noqa: E402
from read_wire import NAMES, read_frames  # noqa: E402

VECTORS = os.path.join(os.path.dirname(TESTS_FOLDER), "wire-vectors")
FIRST, SECOND, CLASS = 0x7F0012345670, 0x7F0012345680, 0x55D000000100


def u8(*values):
    return wire.u8_column(values)


def u32(*values):
    return wire.u32_column(values)


def u64(*values):
    return wire.u64_column(values)


def text(*values):
    return wire.text_column(values)


def heap_columns(refcounts=(2, 1)):
    """Two objects in a cycle, one of them born, and a module with three names."""
    return [
        u32(0, 4000, 2, 1),
        u64(FIRST, SECOND),
        u64(CLASS, CLASS),
        u32(*refcounts),
        u32(2, 1),
        wire.packed_u64_column(3, wire.pack_addresses([SECOND, 0x1000, FIRST])),
        u32(0, 1),
        u64(),
        u64(CLASS),
        text("__main__"),
        text("Größe"),
        u64(FIRST, SECOND),
        u32(48, wire.NONE),
        u32(4, 0),
        u32(wire.NONE, wire.NONE),
        text("", ""),
        u32(2, 1),
        text(".ref", ".name", ".ref"),
        u8(0, 1, 0),
        text("", "'é\udc80'", ""),
        text("<module>"),
        u32(3),
        u32(3),
        text("first", "gc", "n"),
        u64(FIRST, 0x2000, 0x3000),
        u8(0, 2, 1),
        text("", "module\x1fgc", "-1"),
        text(""),
        u64(SECOND),
        u64(FIRST),
        text("sorted_by", "<module>"),
        text("/tmp/sorting.py", ""),
        u32(1, 0),
        u8(1, 0),
        u32(2, 1),
        text("key", "", ""),
        u64(FIRST, SECOND, SECOND),
    ]


def candidate_columns():
    """An object of the script's, a library's and the interpreter's."""
    return [
        u64(FIRST, SECOND, 0x3000),
        u64(CLASS, CLASS, 0x4000),
        u32(5, 4, wire.NONE),
        u64(0x5000),
        u64(SECOND, 0x1000, 0x5000, FIRST, 0x5000, 0x5000),
        u64(SECOND),
        u8(0, 1, 2),
        u64(0x4000),
        text("builtins"),
        text("dict"),
        u32(3, 1 << 29),
    ]


def all_messages():
    previous = []
    heap = wire.frame_with_repeats(wire.HEAP, heap_columns(), previous)
    repeated = wire.frame_with_repeats(wire.HEAP, heap_columns((1, 1)), previous)
    return {
        "hello": wire.frame(
            wire.HELLO,
            [
                u32(2, 4711, 3, 12, 1, 8, 0, 2),
                text("cpython", "/usr/bin/python3", "/tmp/ü.py", "monitoring"),
            ],
        ),
        "heap": heap,
        "heap-with-repeated-columns": heap + repeated,
        "step": wire.frame(
            wire.STEP,
            [
                u32(1, 5, wire.NONE, 0, 0, 1, 3),
                u64(12, 0),
                text("MyObject.__init__", "/tmp/shop.py", ""),
            ],
        ),
        "step-before-the-first-line": wire.frame(
            wire.STEP, [u32(0, wire.NONE, 1, 0, 0, 0, 0), u64(0, 0), text("<module>", "", "")]
        ),
        "collection": wire.frame(wire.COLLECTION_START, [u32(2, 47, 6, 0, 700, 10, 10, 1, 0)])
        + wire.frame(wire.COLLECTION_STOP, [u32(2, 2, 1), u64(FIRST), u64(SECOND)]),
        "step-of-the-person": wire.frame(
            wire.STEP,
            [
                u32(0, wire.NONE, wire.NONE, 0, 0, 3, 0),
                u64(12, 0),
                text("<module>", "", "del obj1"),
            ],
        ),
        "candidates": wire.frame(wire.CANDIDATES, candidate_columns()),
        "ended": wire.frame(wire.ENDED, [u32(0)]),
        "failure": wire.frame(
            wire.FAILURE, [u32(2), text("ZeroDivisionError", "division by zero", "")]
        ),
        "paused": wire.frame(wire.PAUSED, [u32(0, wire.NONE), text("")])
        + wire.frame(wire.PAUSED, [u32(1, 7), text("")])
        + wire.frame(wire.PAUSED, [u32(2, 8), text("/tmp/shop.py")])
        + wire.frame(wire.PAUSED, [u32(3, 9), text("")]),
        "tracing-lost": wire.frame(wire.TRACING_LOST, [u32(wire.NONE)]),
        "exit": wire.frame(wire.EXIT, [u64(1048576, 5)]),
        "running": wire.frame(wire.RUNNING, [u32(7, 2, 1), text("/tmp/shop.py")]),
    }


def decoded(data):
    kinds = {name: kind for kind, name in NAMES.items()}
    return [
        {"kind": kinds[name], "name": name, "columns": columns}
        for name, columns in read_frames(data)
    ]


class Wire(unittest.TestCase):
    def test_the_golden_vectors_are_what_the_agent_writes(self):
        for name, data in all_messages().items():
            with self.subTest(message=name):
                path = os.path.join(VECTORS, name)
                if os.environ.get("OUROSCOPE_WRITE_VECTORS"):
                    write(path + ".bin", data)
                    write(
                        path + ".json",
                        (json.dumps(decoded(data), indent=1, ensure_ascii=False) + "\n").encode(),
                    )
                with open(path + ".bin", "rb") as file:
                    self.assertEqual(file.read(), data)
                with open(path + ".json", encoding="utf-8") as file:
                    self.assertEqual(json.load(file), decoded(data))

    def test_a_column_that_did_not_change_is_not_sent_again(self):
        previous = []
        first = wire.frame_with_repeats(wire.HEAP, heap_columns(), previous)
        second = wire.frame_with_repeats(wire.HEAP, heap_columns(), previous)
        self.assertLess(len(second), len(first) / 2)
        self.assertEqual(*[columns for _, columns in read_frames(first + second)])

    def test_lone_surrogates_become_question_marks(self):
        self.assertEqual(
            list(read_frames(wire.frame(wire.EXIT, [text("a\ud800b")]))), [("exit", [["a?b"]])]
        )

    def test_a_message_that_is_too_long_is_refused(self):
        with self.assertRaises(ValueError):
            wire.frame(wire.EXIT, [b"x" * (wire.LONGEST_PAYLOAD + 1)])

    def test_a_command_that_is_not_known_is_refused(self):
        for header in (
            b"\0\0\0\0\x09\0\x02\0",
            b"\0\0\0\0\x00\0\x02\0",
            b"\0\0\0\0\x02\0\x01\0",
            b"\xff\xff\xff\xff\x02\0\x02\0",
        ):
            with self.assertRaises(ValueError):
                wire.read_header(header)
        self.assertEqual(wire.read_header(b"\0\0\0\0\x02\0\x02\0"), (0, wire.COMMAND_COLLECT))

    def test_the_arguments_of_a_command_come_back(self):
        self.assertEqual(wire.read_continue(u32(300, 2)), (300, 2))
        self.assertEqual(wire.read_execute(text("del größe")), "del größe")
        self.assertEqual(
            wire.read_breakpoints(u32(3, 9) + text("", "/tmp/shop.py") + text("n > 2", "")),
            [(3, "", "n > 2"), (9, "/tmp/shop.py", "")],
        )

    def test_arguments_that_are_cut_or_do_not_fit_are_refused(self):
        breakpoints = u32(3) + text("") + text("n > 2")
        for read, whole in (
            (wire.read_continue, u32(300, 2)),
            (wire.read_execute, text("del größe")),
            (wire.read_breakpoints, breakpoints),
        ):
            for length in range(len(whole)):
                with (
                    self.subTest(command=read.__name__, length=length),
                    self.assertRaises(ValueError),
                ):
                    read(whole[:length])
        for read, payload in (
            (wire.read_continue, u32(300, 4)),
            (wire.read_continue, text("a", "b")),
            (wire.read_execute, text("a", "b")),
            (wire.read_breakpoints, u32(3) + text("", "") + text("")),
        ):
            with self.assertRaises(ValueError):
                read(payload)


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    unittest.main()
