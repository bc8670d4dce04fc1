"""The modules of the person's whose import is over: what their globals hold is held by no frame that is told, and by no object that is a row."""

from __future__ import annotations

import sys

from heap_agent.safe_repr import ModuleType
from heap_agent.script_names import START_NAMES, global_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    # Absolute path, address of the namespace, (name, value) pairs.
    ModuleNames = tuple[str, int, list[tuple[str, Any]]]


class PersonModules:
    """Knows modules by their names: a module that the script takes out of `sys.modules` is not looked at any more."""

    __slots__ = ("_files",)

    def __init__(self) -> None:
        self._files: dict[str, str] = {}

    def import_over(self, filename: str, file: str) -> None:
        """`filename`: of the module's code; `file`: as the wire names it."""
        for name, module in list(sys.modules.items()):
            if type(name) is str and name != "__main__" and type(module) is ModuleType:
                told: Any = module.__dict__.get("__file__")
                if type(told) is str and told == filename:
                    self._files[name] = file

    def names(self) -> list[ModuleNames]:
        found: list[ModuleNames] = []
        for name, file in self._files.items():
            module: Any = sys.modules.get(name)
            if type(module) is ModuleType:
                namespace = module.__dict__
                found.append((file, id(namespace), global_names(namespace, START_NAMES)))
        return found
