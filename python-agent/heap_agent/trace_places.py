"""What `sys.settrace` and `sys.gettrace` do on 3.9 to 3.11, where a thread has one place for a trace function and the agent's hook is in it: the script finds that place
empty, may put a function of its own there, and when it takes that out again the agent's hook is back.

A builtin function refers to a description of itself, which has the address of its C function (`m_ml` in `PyCFunctionObject`, Include/cpython/methodobject.h). The two get
descriptions of ours. While a function of the script's is in place it would see the start of any Python function of ours; then `settrace` is done by C code alone.
"""

from __future__ import annotations

import sys

from heap_agent.object_kinds import MethodType
from heap_agent.raw_memory import (
    POINTER_BYTES,
    Address,
    address_of_callback,
    builtin_function,
    bytes_at,
    pointer_at,
    trace_function_setter,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_DESCRIPTION_AT = 2 * POINTER_BYTES
_DESCRIPTION_BYTES = 4 * POINTER_BYTES
_FUNCTION_AT = POINTER_BYTES


class _Conversion:
    """A C function that is called with an argument on its way to another C function."""

    __slots__ = ("from_param",)

    def __init__(self, from_param: Any) -> None:
        self.from_param = from_param


class TracePlaces:
    """`is_scripts`: a trace function of the script's is in place in the main thread, or was until it failed. `given`: what the script has put there since the hook was last called."""

    __slots__ = ("is_scripts", "given", "_gettrace", "_settrace", "get_native", "set_native", "_is_changed")  # fmt: skip

    def __init__(self) -> None:
        self.is_scripts = False
        self.given: list[Any] = []
        self._is_changed = False
        self._gettrace = _Described(sys.gettrace)
        self._settrace = _Described(sys.settrace)
        self.get_native: Any = self._gettrace.native
        self.set_native: Any = self._settrace.native

    def change(self, hook: int, returning: Any, script_sets: Callable[[int, Any], None]) -> None:
        """`returning`: the hook's tracer when the script has used `settrace` over its own function; `script_sets`: called while our hook is in place."""
        # It takes nothing and gives None.
        self._gettrace.ours = self._gettrace.describe({}.clear, 0)
        self._settrace.ours = self._settrace.describe(script_sets, 2)
        set_back = trace_function_setter(
            (
                _Conversion(pointer_at(self._gettrace.place).__init__),
                Address,
                _Conversion(self.given.append),
            )
        )
        # What comes after the first two, `PyEval_SetTrace` does not look at: converting it puts our `gettrace` in place, and keeps what is given.
        for first in (hook, returning, self._gettrace.ours):
            set_back = MethodType(set_back, first)
        self._settrace.other = self._settrace.describe(set_back, 2)
        self._is_changed = True
        self.now_ours()

    def now_ours(self) -> None:
        self.is_scripts = False
        if self._is_changed:
            self._gettrace.use(self._gettrace.ours)
            self._settrace.use(self._settrace.ours)

    def now_scripts(self, function: Any) -> None:
        """Nothing of ours may run afterwards but returns."""
        self.is_scripts = True
        self._gettrace.use(self._gettrace.original)
        self._settrace.use(self._settrace.other)
        self.set_native(function)

    def restore(self) -> None:
        self._is_changed = False
        self._gettrace.use(self._gettrace.original)
        self._settrace.use(self._settrace.original)


class _Described:
    """A builtin function; addresses of its own description and of those that can be put in its place. `native`: a function that stays what it was."""

    __slots__ = ("place", "original", "native", "ours", "other", "_kept")

    def __init__(self, function: Any) -> None:
        self.place = id(function) + _DESCRIPTION_AT
        self.original: int = pointer_at(self.place).value
        self.native: Any = builtin_function(self.original)
        self.ours = self.other = self.original
        self._kept: list[Any] = [function]

    def use(self, description: int) -> None:
        pointer_at(self.place).value = description

    def describe(self, called: Any, arguments: int) -> int:
        """Of a function that calls another."""
        memory = bytes_at(self.original, _DESCRIPTION_BYTES)
        callback, address = address_of_callback(called, arguments)
        at = id(memory) + bytes.__basicsize__ - 1
        pointer_at(at + _FUNCTION_AT).value = address
        self._kept.extend((memory, callback))
        return at
