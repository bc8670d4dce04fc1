"""The lines of the person's files at which they want the program to pause, each with a condition or without."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

ALWAYS = ""
_LINE_OF_ONE, _PART_OF_ONE = "\x1e", "\x1f"


class Breakpoints:
    """`condition_at` gives None where there is none, `ALWAYS`, a code object, or the text of a condition that does not compile."""

    __slots__ = ("lines", "_conditions")

    def __init__(self) -> None:
        self.lines: set[int] = set()
        # By line and file in one text: a dictionary in a dictionary would be an object among the script's own.
        self._conditions: dict[str, Any] = {}

    def replace(self, wanted: Iterable[tuple[int, str, str]]) -> None:
        """These and no others: line, file (`''` = the script) and condition of each."""
        self.lines.clear()
        self._conditions.clear()
        for line, file, condition in wanted:
            self.lines.add(line)
            self._conditions[_key(line, file)] = _compiled(condition.strip())

    def condition_at(self, line: int, file: str) -> Any:
        return self._conditions.get(_key(line, file))


def read_breakpoint_list(text: str) -> list[tuple[int, str, str]]:
    """The value of OUROSCOPE_BREAKPOINTS."""
    found: list[tuple[int, str, str]] = []
    for one in text.split(_LINE_OF_ONE) if text else ():
        line, file, condition = one.split(_PART_OF_ONE)
        found.append((int(line), file, condition))
    return found


def _key(line: int, file: str) -> str:
    return "%d %s" % (line, file)


def _compiled(condition: str) -> Any:
    try:
        # Ours would be inherited otherwise: `from __future__ import annotations`.
        return compile(condition, "<condition>", "eval", dont_inherit=True) if condition else ALWAYS
    except (SyntaxError, ValueError):
        return condition
