"""Which objects are the script's: those the collector began to track after the script started, outside imports. Keeps ids only.

An address says nothing by itself, since CPython reuses it at once. The proof is a sentinel, a list of ours that is the last tracked object when a
pause ends: at the next pause everything behind it in the young generation is new. When the collector has moved the sentinel, the whole young
generation is new, because the collector empties it.
"""

from __future__ import annotations

import sys

from heap_agent.heap_capture import all_ids, young_ids
from heap_agent.python_versions import RUNNING_FRAMES_ARE_TRACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class BornObjects:
    """`library`: ids that are not the script's; `interpreter`: those of them that were there before the script. `reborn`: ids that began a new life since the last heap was sent.

    `hidden`: ids that are not shown just now. `library_shrank`: an address of the library has become one of the script's.
    `importing`: what is born from now on is a library's.
    """

    __slots__ = (
        "library",
        "interpreter",
        "constants",
        "reborn",
        "_sentinel",
        "importing",
        "hidden",
        "_own",
        "library_shrank",
    )

    def __init__(self) -> None:
        self.library: set[int] = set()
        self.interpreter: set[int] = set()
        self.constants: set[int] = set()
        self.reborn: set[int] = set()
        self._sentinel: list[Any] | None = None
        self.importing = False
        self.hidden: set[int] = set()
        self._own: set[int] = set()
        self.library_shrank = False

    def start(self, main_code: Any) -> None:
        """Everything there is now is not the script's, but the constants of its code are its objects once they are used."""
        self.add_constants((main_code,))
        self.library.update(all_ids())
        self.interpreter.update(self.library)
        self._sentinel = []

    def settle(self, mark: list[Any]) -> None:
        """Notes what was born since the sentinel; `mark` is younger than anything of the script and becomes the sentinel."""
        ids = young_ids()
        end = _position(ids, mark)
        if end is None:
            # A collection has moved it on, and with it all that was born before.
            return
        born = ids[_position(ids, self._sentinel) or 0 : end]
        self.constants.difference_update(born)
        self.interpreter.difference_update(born)
        if self.importing:
            self.library.update(born)
        else:
            self._add_to_script(born)
        self.library.update(self._own)
        self.library.discard(id(mark))
        self._sentinel = mark

    def import_started(self, mark: list[Any]) -> None:
        self.settle(mark)
        self.importing = True

    def import_ended(self, mark: list[Any]) -> None:
        """What was born since the import started belongs to a library."""
        if self.importing:
            self.settle(mark)
            self.importing = False

    def _add_to_script(self, born: list[int]) -> None:
        if not self.library.isdisjoint(born):
            self.library_shrank = True
        self.library.difference_update(born)
        self.reborn.update(born)
        if self._sentinel is not None:
            self.reborn.discard(id(self._sentinel))

    def never_show(self, own: Any) -> None:
        """An object that the agent made while the script runs and keeps."""
        self._own.add(id(own))
        self.library.add(id(own))

    def hide(self, passing: Any) -> None:
        """Objects that live only while the agent looks: up to 3.10 the frames that run now, ours and the script's; and what the caller names."""
        hidden = self.hidden
        if passing is not None:
            hidden.add(id(passing))
        if RUNNING_FRAMES_ARE_TRACKED:
            for newest in sys._current_frames().values():
                frame: Any = newest
                while frame is not None:
                    hidden.add(id(frame))
                    frame = frame.f_back
            # Otherwise our own frame would hold itself through this name: garbage that the script's collector finds.
            newest = None

    def unhide(self) -> None:
        self.hidden.clear()

    def add_constants(self, codes: tuple[Any, ...]) -> None:
        """Constants of code that is about to run."""
        if codes:
            self._add_constants(codes, type(codes[0]))

    def _add_constants(self, constants: tuple[Any, ...], code_type: Any) -> None:
        for constant in constants:
            if type(constant) is code_type:
                # From 3.11 the first question for the names makes a tuple that stays with the code; better now than later.
                _ = constant.co_varnames, constant.co_cellvars, constant.co_freevars
                self._add_constants(constant.co_consts, code_type)
            elif type(constant) is tuple or type(constant) is frozenset:
                self.constants.add(id(constant))
                self._add_constants(tuple(constant), code_type)


def _position(ids: list[int], sentinel: list[Any] | None) -> int | None:
    """Where the sentinel is; None when the collector has moved it on."""
    try:
        return ids.index(id(sentinel))
    except ValueError:
        return None
