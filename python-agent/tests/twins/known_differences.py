"""Every difference that CPython makes impossible to avoid, with its reason; what is not here must not differ."""

from __future__ import annotations

import re


class KnownDifference:
    """`lines`: a pattern; each line that differs must match it in full. `before` is the first version without it."""

    def __init__(
        self, script: str, lines: str, reason: str, *, since=(3, 9), before=(4, 0)
    ) -> None:
        self.script = script
        self.lines = re.compile(lines)
        self.reason = reason
        self.since = since
        self.before = before

    def explains(self, script: str, version: tuple, line: str) -> bool:
        return (
            script == self.script
            and self.since <= version < self.before
            and self.lines.fullmatch(line) is not None
        )


_DESCRIPTORS = "the pipes to the app are two descriptors, and the system lists them"
_TOOL = "sys.monitoring tells which of its tools are in use"

KNOWN_DIFFERENCES: tuple = (
    KnownDifference(
        "what_the_program_is.py", r".*/scripts \[0, 1, 2, 3(, 200, 201)?\]", _DESCRIPTORS
    ),
    KnownDifference("forked.py", r"\[0, 1, 2, 3(, 200, 201)?\]", _DESCRIPTORS),
    KnownDifference(
        "own_monitoring.py",
        r"\[None, None, None, None, (None|'ouroscope'), None\].*|4 tool 4 is already in use",
        _TOOL,
        since=(3, 12),
    ),
    KnownDifference(
        "refcounts_of_types.py",
        r".* \d+",
        "code and classes of the agent refer to types, None and texts; from 3.12 on these are immortal",
        before=(3, 12),
    ),
    KnownDifference(
        "collects_while_traced.py",
        r"\('(on_collection|_take_out|of_this_thread)', '(c_)?(call|line|return)'\)",
        "the collector's callback is a Python function; its call (3.11: only for a profile function) is told before it can switch that off",
        before=(3, 12),
    ),
)


def is_known(script: str, version: tuple, difference: str) -> bool:
    """Whether every line of the difference has its reason."""
    lines = [line for line in difference.splitlines() if not _HEADER.match(line)]
    return all(
        any(known.explains(script, version, line[1:]) for known in KNOWN_DIFFERENCES)
        for line in lines
    )


_HEADER = re.compile(r"--- std|\+\+\+ std|@@ |$")
