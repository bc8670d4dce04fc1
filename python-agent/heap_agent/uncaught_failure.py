"""Says in words which uncaught exception ended the script, after Python has reported it; no `__str__` of the script is run."""

from __future__ import annotations

import sys

from heap_agent.safe_repr import ATOM_TYPE_IDS, atom_text
from heap_agent.type_facts import is_heap_type, qualname_of, read_mro, read_type_dict
from heap_agent.wire import FAILURE, NONE, frame, text_column, u32_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.script_files import ScriptFiles

_LONGEST_MESSAGE = 4000
_read_args: Any = BaseException.__dict__["args"].__get__
_read_traceback: Any = BaseException.__dict__["__traceback__"].__get__


def failure_message(files: ScriptFiles) -> bytes | None:
    """The frame to send, or None when nothing was reported."""
    error: Any = getattr(sys, "last_value", None)
    if error is None or BaseException not in _exact_mro(error):
        return None
    return failure_of(error, files)


def failure_of(error: Any, files: ScriptFiles) -> bytes:
    line, file = _place_of(error, files)
    return frame(
        FAILURE,
        [
            u32_column([line]),
            text_column([qualname_of(type(error)), message_of(error), file]),
        ],
    )


def message_of(error: Any) -> str:
    """What `str(error)` says when that is C code working on atoms, else the arguments as far as they are atoms."""
    try:
        if _says_it_in_c(error):
            text = str(error)
            return text[:_LONGEST_MESSAGE]
        args = _read_args(error)
        if len(args) == 1 and type(args[0]) is str:
            return args[0][:_LONGEST_MESSAGE]
        return ", ".join(map(_argument_text, args))
    except Exception:  # an exception object in a state that its own C code refuses
        return ""


def _exact_mro(error: Any) -> list[Any]:
    return [base for base in read_mro(type(error)) if not is_heap_type(base)]


def _says_it_in_c(error: Any) -> bool:
    for base in read_mro(type(error)):
        if "__str__" in read_type_dict(base):
            if is_heap_type(base):
                return False
            break
    parts = list(_read_args(error))
    if isinstance(type(error), type) and OSError in _exact_mro(error):
        parts += [
            OSError.__dict__[name].__get__(error)
            for name in ("errno", "strerror", "filename", "filename2")
        ]
    if SyntaxError in _exact_mro(error):
        parts = [
            SyntaxError.__dict__[name].__get__(error) for name in ("msg", "filename", "lineno")
        ]
    return all(id(type(part)) in ATOM_TYPE_IDS for part in parts)


def _argument_text(argument: Any) -> str:
    return (
        atom_text(argument)
        if id(type(argument)) in ATOM_TYPE_IDS
        else "<%s>" % qualname_of(type(argument))
    )


def _place_of(error: Any, files: ScriptFiles) -> tuple[int, str]:
    """Line and file in the person's innermost frame, or of the source that does not compile."""
    if SyntaxError in _exact_mro(error):
        filename, line = (
            SyntaxError.__dict__[name].__get__(error) for name in ("filename", "lineno")
        )
        file = files.name_of_file(filename) if type(filename) is str else None
        if file is not None and type(line) is int:
            return line, file
    place = (NONE, "")
    trace = _read_traceback(error)
    while trace is not None:
        file = files.name_of(trace.tb_frame.f_code)
        if file is not None:
            place = (trace.tb_lineno, file)
        trace = trace.tb_next
    return place
