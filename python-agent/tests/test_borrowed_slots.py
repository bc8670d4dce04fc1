"""Where a generator keeps its stack is found whatever an earlier object left in its memory; runs itself on each interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TESTS_FOLDER, os.path.dirname(TESTS_FOLDER)]


def leave_pointers_in_freed_memory(size: int, distance: int) -> None:
    """Frees blocks whose every word points into the block, as a word that nobody writes would find it."""
    import ctypes

    for block in [bytearray(size) for _ in range(3)]:
        address = ctypes.addressof(ctypes.c_char.from_buffer(block))
        words = (ctypes.c_size_t * (size // 8)).from_buffer(block)
        words[:] = [address + distance] * (size // 8)
        del words


class BorrowedSlots(unittest.TestCase):
    def test_the_places_are_the_same_whatever_memory_held_before(self):
        from heap_agent import borrowed_slots

        if not borrowed_slots.HAS_BORROWED_STACK_SLOTS:
            self.assertIsNone(borrowed_slots._OFFSETS)
            return
        found = set()
        for size in range(128, 640, 16):
            for distance in range(0, 400, 16):
                leave_pointers_in_freed_memory(size, distance)
                found.add(borrowed_slots._find_offsets())
        self.assertEqual(found, {borrowed_slots._OFFSETS})
        self.assertIsNotNone(borrowed_slots._OFFSETS)


class OnEveryInterpreter(unittest.TestCase):
    def test_the_tests_above_hold_there(self):
        from interpreters import INTERPRETERS

        for version, python in INTERPRETERS.items():
            with self.subTest(python="%d.%d" % version):
                run = subprocess.run(
                    [python, "-m", "unittest", "test_borrowed_slots.BorrowedSlots"],
                    cwd=TESTS_FOLDER,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                self.assertEqual(run.returncode, 0, run.stderr)
