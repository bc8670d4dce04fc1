"""What the script's first import of a module of C would count in plain Python, where the agent has imported that module before: its types are ready, and are not counted again."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# In the order in which `count_probe.py` tells of them.
_NAMES = ("_collections", "_ctypes", "_operator", "_struct", "_tracemalloc", "itertools", "select")


class FirstImports:
    __slots__ = ("_waiting",)

    def __init__(self, numbers: Iterable[int]) -> None:
        """`numbers`: how many objects more the first import of each is to count."""
        self._waiting: dict[str, int] = dict(zip(_NAMES, numbers))

    def script_starts(self) -> None:
        """What is there by now was imported in plain Python, too."""
        self.newly_imported()

    def newly_imported(self) -> int:
        """When an import is over; gives what is to be added to the young count."""
        if not self._waiting:
            return 0
        there = [name for name in self._waiting if name in sys.modules]
        return sum([self._waiting.pop(name) for name in there])
