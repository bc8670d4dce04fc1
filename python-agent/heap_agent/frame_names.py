"""The names of a paused function as a namespace for the person's code: its variables themselves, not a copy, and the names that commands add."""

from __future__ import annotations

from gc import get_referents

from heap_agent.frame_locals import CellType, local_names, local_slot_address, read_frame_slots
from heap_agent.python_versions import F_LOCALS_IS_A_VIEW
from heap_agent.raw_memory import POINTER_BYTES, list_memory, memory_view, object_at, words_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ITEMS_AT = 3 * POINTER_BYTES


class FrameNames(dict):
    """What the frame does not know is kept here while the program pauses; a plain dictionary could be taken for one of the script's."""

    __slots__ = ("frame",)

    def __init__(self) -> None:
        super().__init__()
        self.frame: Any = None

    def __getitem__(self, name: str) -> Any:
        for local, value in variables_of(self.frame):
            if local == name:
                return value
        return dict.__getitem__(self, name)

    def __setitem__(self, name: str, value: Any) -> None:
        if name in local_names(self.frame.f_code):
            write_variable(self.frame, name, value)
        else:
            dict.__setitem__(self, name, value)


def variables_of(frame: Any) -> list[tuple[str, Any]]:
    """Name and value of all bound locals of a function, also of those it shares with others."""
    code = frame.f_code
    found: list[tuple[str, Any]] = []
    for name, address in read_frame_slots(frame):
        value = object_at(address)
        if type(value) is CellType and name in code.co_cellvars + code.co_freevars:
            contents = get_referents(value)
            if not contents:
                continue
            value = contents[0]
        found.append((name, value))
    return found


def write_variable(frame: Any, name: str, value: Any) -> None:
    """Up to 3.12 `f_locals` is a copy that spoils other copies, so the variable is written where it is."""
    if F_LOCALS_IS_A_VIEW:
        frame.f_locals[name] = value
        return
    code = frame.f_code
    if name in code.co_cellvars + code.co_freevars:
        for local, slot in read_frame_slots(frame):
            held = object_at(slot)
            if local == name and type(held) is CellType:
                held.cell_contents = value
                return
    address = local_slot_address(frame, name)
    if address:
        _exchange(address, value)


def _exchange(address: int, value: Any) -> None:
    """Puts the value where the variable is, and the variable's old value where the value was: counts stay right."""
    passing = [value]
    if list_memory(passing) is None:
        raise RuntimeError("Ouroscope: this build of Python keeps lists elsewhere")
    item = memory_view(words_at(id(passing) + _ITEMS_AT, 1)[0], POINTER_BYTES).cast("P")
    variable = memory_view(address, POINTER_BYTES).cast("P")
    item[0], variable[0] = variable[0], item[0]
