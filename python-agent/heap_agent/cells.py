"""A notebook's cell made ready to run: the statements, and the expression at the end, whose value is shown."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# `from __future__ import ...` of one cell holds for the cells after it.
FUTURE_FLAGS = 0x1FE0000


class CellLeft(KeyboardInterrupt):
    """Raised into a paused cell whose rest is given up for another one."""


def compile_cell(text: str, file: str, flags: int) -> tuple[Any, ...]:
    """One or two code objects that run after each other; raises what `compile` raises.

    The last lines are the expression when they are one by themselves. Compiled as `single`, it hands its value to `sys.displayhook` in its own line.
    """
    if _is_expression(text.strip(), file, flags):
        return (_compiled(text.strip("\n") + "\n", file, "single", flags, _blank_lines(text)),)
    whole = compile(text, file, "exec", flags, True)
    for at, expression in _endings(text):
        if _is_expression(expression, file, flags):
            before = text.split("\n")[:at]
            try:
                statements = compile("\n".join(before) + "\n", file, "exec", flags, True)
                shown = _compiled(expression + "\n", file, "single", flags, at)
            except (SyntaxError, ValueError):
                continue
            return statements, shown
    return (whole,)


def _endings(text: str) -> Iterator[tuple[int, str]]:
    """The last lines from each line on that could begin a statement, the shortest first."""
    lines = text.rstrip().split("\n")
    for at in range(len(lines) - 1, 0, -1):
        if lines[at][:1] not in ("", " ", "\t", "#"):
            yield at, "\n".join(lines[at:])


def _blank_lines(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))


def _is_expression(text: str, file: str, flags: int) -> bool:
    try:
        compile(text, file, "eval", flags, True)
    except (SyntaxError, ValueError):
        return False
    return True


def _compiled(text: str, file: str, mode: str, flags: int, lines_before: int) -> Any:
    return compile("\n" * lines_before + text, file, mode, flags, True)
