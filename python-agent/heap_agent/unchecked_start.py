"""Functions that begin without CPython's look for waiting work: a hook would otherwise run a planned collection that plain Python runs some instructions later (3.12+).

That look is part of the instruction RESUME, and left out where a generator goes on inside `yield from` (Python/bytecodes.c, RESUME with 2).
"""

from __future__ import annotations

from heap_agent.python_versions import HAS_MONITORING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Function = TypeVar("Function", bound=Callable[..., Any])

_WITHOUT_LOOK = b"\x02"


def _plain() -> None:
    """Begins with RESUME 0, as every function without free variables."""


_USUAL_START = _plain.__code__.co_code[:2]


def starts_unchecked(function: Function) -> Function:
    """The function itself. It must not make a call or jump back before it has turned the collector off, nor after it has turned it on."""
    code: Any = function.__code__
    if HAS_MONITORING and code.co_code[:2] == _USUAL_START and _USUAL_START[1] == 0:
        changed: Any = code.replace(co_code=_USUAL_START[:1] + _WITHOUT_LOOK + code.co_code[2:])
        function.__code__ = changed
    return function
