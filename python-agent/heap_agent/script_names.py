"""The names of the script's live frames and what they are bound to: module globals, and locals of each running function."""

from __future__ import annotations

import sys

from heap_agent.frame_locals import read_frame_locals
from heap_agent.script_files import MODULE_SCOPE
from heap_agent.unchecked_start import starts_unchecked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.script_files import ScriptFiles

# What the import gives every module.
START_NAMES = frozenset(
    (
        *("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__path__", "__file__"),
        *("__cached__", "__builtins__"),
    )
)
_HIDDEN_GLOBALS = frozenset(
    ("__annotations__", "__conditional_annotations__", "__annotate__", "__annotate_func__")
)
# A deep recursion shows its innermost frames only; walking all of them at each line would take quadratic time.
_DEEPEST = 64


@starts_unchecked
def scope_name(code: Any) -> str:
    """The qualified name; before 3.11 a code object only knows its own."""
    name = getattr(code, "co_qualname", code.co_name)
    return name if type(name) is str else "?"


def global_names(namespace: dict[Any, Any], hidden: frozenset[str]) -> list[tuple[str, Any]]:
    return [
        (name, value)
        for name, value in list(dict.items(namespace))
        if type(name) is str and name not in hidden and name not in _HIDDEN_GLOBALS
    ]


def inner_frames(files: ScriptFiles, main_code: int, wanted: int) -> list[Any]:
    """The innermost recorded frames of the running thread above the script's module, outermost first."""
    found: list[Any] = []
    frame: Any = sys._getframe(1)
    wanted = min(wanted, _DEEPEST)
    while frame is not None and len(found) < wanted:
        code = frame.f_code
        if files.is_recorded(code) and id(code) != main_code:
            found.append(frame)
        frame = frame.f_back
    found.reverse()
    return found


def names_of(frame: Any) -> list[tuple[str, Any]]:
    """The globals of a module that is being imported, the locals of a function."""
    if frame.f_code.co_name == MODULE_SCOPE:
        return global_names(frame.f_globals, START_NAMES)
    return [
        pair
        for pair in read_frame_locals(frame)
        if type(pair[0]) is str and not pair[0].startswith(".")
    ]
