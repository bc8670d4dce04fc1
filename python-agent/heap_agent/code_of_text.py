"""The code of statements, without `compile()`: its first call makes the types of the module `_ast`, some 700 objects, which the script's own first call is to be counted for."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def instructions_of(statements: str) -> bytes:
    """Of statements in which `a` is a name, on the level of a module; more follows."""
    names: dict[str, Any] = {"a": None, "frame": sys._getframe}
    exec(statements + "\ncode = frame().f_code", names)
    instructions: bytes = names["code"].co_code
    return instructions
