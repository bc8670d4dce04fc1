"""Whether a generator or coroutine that goes on has anything left to do in the line in which it was suspended."""

from __future__ import annotations

from heap_agent.code_of_text import instructions_of
from heap_agent.python_versions import VERSION

# YIELD_VALUE, and YIELD_FROM up to 3.10.
YIELDS = frozenset((86, 72))


def does_more(codes: bytes, offset: int) -> bool:
    """`offset`: of the instruction at which it goes on. A value that is thrown away at once is nothing."""
    at = offset + 2
    while codes[at] in _BETWEEN:
        at += 2
    return codes[at] != _DISCARD


def _between() -> frozenset[int]:
    """RESUME, which follows a yield from 3.11 on, and the room CPython leaves behind some instructions (0)."""
    if VERSION < (3, 11):
        return frozenset((0,)) - {_DISCARD}
    return frozenset((0, _STATEMENT[0])) - {_DISCARD}


# RESUME (3.11+), LOAD_NAME, POP_TOP, ...
_STATEMENT = instructions_of("a")
_DISCARD = _STATEMENT[2 if VERSION < (3, 11) else 4]
_BETWEEN = _between()
