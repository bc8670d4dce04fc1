"""Functions that begin without CPython's look for waiting work: a hook would otherwise run a planned collection that plain Python runs some instructions later (3.12+).

That look is part of the instruction RESUME, and left out where a generator goes on inside `yield from` (Python/bytecodes.c, RESUME with 2).
Without any RESUME the script's own trace function is not told of the call either.
"""

from __future__ import annotations

from heap_agent.code_of_text import instructions_of
from heap_agent.python_versions import HAS_MONITORING, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Function = TypeVar("Function", bound=Callable[..., Any])

_WITHOUT_LOOK = b"\x02"

# An exception that passes through one of them is an event, for which CPython reads tables that it makes when it instruments code (3.12+);
# where there are none it crashes, so the stepper has them made.
unseen_codes: list[Any] = []


def _plain() -> None:
    """Begins with RESUME 0, as every function without free variables."""


_USUAL_START = _plain.__code__.co_code[:2]
# From 3.15 on RESUME has a cache, which is no instruction.
_START_BYTES = 4 if VERSION >= (3, 15) else 2
# A `pass` is kept, as NOP, when a line follows.
_NOTHING = instructions_of("pass\na")[_START_BYTES:][:2]
_RETURN = (lambda: _plain).__code__.co_code[-2:]


def starts_unchecked(function: Function) -> Function:
    """The function itself. It must not make a call or jump back before it has turned the collector off, nor after it has turned it on."""
    code: Any = function.__code__
    if VERSION >= (3, 11) and code.co_code[:2] == _USUAL_START and _USUAL_START[1] == 0:
        changed: Any = code.replace(co_code=_USUAL_START[:1] + _WITHOUT_LOOK + code.co_code[2:])
        function.__code__ = changed
    return function


def starts_unseen(function: Function) -> Function:
    """The function itself, which no trace function of the script sees (3.11+), nor a profile function (3.12+). It begins unchecked, too."""
    code: Any = function.__code__
    codes: bytes = code.co_code
    if VERSION >= (3, 11) and codes[:2] == _USUAL_START and _USUAL_START[1] == 0:
        start, rest = codes[:_START_BYTES], codes[_START_BYTES:]
        # From 3.12 on CPython instruments what follows the first RESUME (`_co_firsttraceable`), so there must be one: behind the end.
        behind = start + _RETURN if HAS_MONITORING else b""
        changed: Any = code.replace(co_code=_NOTHING * (_START_BYTES // 2) + rest + behind)
        function.__code__ = changed
        unseen_codes.append(changed)
    return function
