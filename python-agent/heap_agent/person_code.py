"""What the person types at a pause, made ready to run: the statements, and the expression at the end whose value is printed."""

from __future__ import annotations

from heap_agent.code_of_text import instructions_of
from heap_agent.frame_locals import local_names
from heap_agent.frame_names import FrameNames, variables_of
from heap_agent.script_files import MODULE_SCOPE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COMMAND_FILE = "<console>"
# `from __future__ import ...` of the paused code holds for the person's too.
_FUTURE_FLAGS = 0x1FE0000
_REFUSED = (
    "Ouroscope: `del %s` is not possible while the function runs: CPython has no safe way to unbind a local variable"
    " from outside. `%s = None` lets go of the object."
)


class CommandRefused(Exception):
    """The person's code is not run; the words say why."""


def compile_command(text: str, paused: Any, names: Any) -> tuple[Any, Any]:
    """Code objects of the statements and of the last expression, each or None."""
    flags = paused.co_flags & _FUTURE_FLAGS
    text = text.strip("\n")
    if not text.strip():
        return None, None
    expression = _compiled(text.strip(), "eval", flags)
    if expression is not None:
        return None, expression
    whole: Any = compile(text, COMMAND_FILE, "exec", flags, True)
    if type(names) is FrameNames:
        _refuse_deletions(whole, paused)
    statements, expression = _split(text, flags)
    return (whole, None) if expression is None else (statements, expression)


def condition_namespace(frame: Any) -> dict[str, Any]:
    namespace: dict[str, Any] = frame.f_globals
    if frame.f_code.co_name == MODULE_SCOPE:
        return namespace
    return {**namespace, **dict(variables_of(frame))}


def _split(text: str, flags: int) -> tuple[Any, Any]:
    """The last lines that are an expression of their own, when what is before them stands alone.

    A line such as `a = 1; a` is taken as one statement: it could as well be `if x: a = 1; a`.
    """
    lines = text.split("\n")
    for at in range(len(lines) - 1, 0, -1):
        if lines[at][:1] in ("", " ", "\t", "#"):
            continue
        expression = _compiled("\n" * at + "\n".join(lines[at:]), "eval", flags)
        statements = _compiled("\n".join(lines[:at]) + "\n", "exec", flags)
        if expression is not None and statements is not None:
            return statements, expression
    return None, None


def _compiled(text: str, mode: str, flags: int) -> Any:
    try:
        return compile(text, COMMAND_FILE, mode, flags, True)
    except (SyntaxError, ValueError):
        return None


def _refuse_deletions(command: Any, paused: Any) -> None:
    codes = command.co_code
    for at in range(0, len(codes), 2):
        name = command.co_names[codes[at + 1]] if codes[at] == _DELETE_NAME else None
        if name in local_names(paused):
            raise CommandRefused(_REFUSED % (name, name))


def _operations(text: str) -> frozenset[int]:
    return frozenset(instructions_of(text)[::2])


(_DELETE_NAME,) = _operations("del a") - _operations("a")
