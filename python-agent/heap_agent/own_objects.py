"""Takes the agent's own objects away from the collector: in no generation, `gc.get_objects()` does not show them, no collection visits them and nothing moves when they are there."""

from __future__ import annotations

import gc
import sys

from heap_agent.python_versions import VERSION
from heap_agent.raw_memory import object_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_untrack = object_function("PyObject_GC_UnTrack")
_keep = object_function("Py_IncRef")
_release = object_function("Py_DecRef")
# They stay for ever, so that no other object gets such an id.
hidden_ids: set[int] = set()
_FRAME_TYPE = type(sys._getframe())
_FUNCTION_TYPE, _BUILTIN_TYPE = type(lambda: None), type(sys._getframe)
_SPEC_TYPE: Any = sys.modules["_frozen_importlib"].ModuleSpec


def hide(own: Any) -> None:
    """For an object that stays for ever: one reference more, because most types may not be freed while they are untracked."""
    hidden_ids.add(id(own))
    _keep(own)
    _untrack(own)


def hide_again(own: Any) -> None:
    """A dict that is hidden is tracked again when it gets its next container."""
    _untrack(own)


def hide_references(shared: Any, number: int) -> None:
    """For references of hidden objects, which stay for ever, to something that the interpreter itself holds for ever: they do not count."""
    for _ in range(number):
        _release(shared)


def hide_module(module: Any) -> None:
    """A module of the start that was there before `hide_all_but` was told what is known, with what only it holds."""
    names: Any = module.__dict__
    for value in names.values():
        # Up to 3.9 a module written in C that is imported anew shares its functions with the first.
        if type(value) in (_FUNCTION_TYPE, _SPEC_TYPE) or (
            type(value) is _BUILTIN_TYPE and value.__self__ is module and VERSION > (3, 9)
        ):
            hide(value)
        elif value is gc.callbacks or value is gc.garbage:
            hide_references(value, 1)
    hide(names)
    hide(module)


def hide_all_but(known: list[Any]) -> None:
    """Everything that is not in the list, which is emptied. Frames that still run are left alone; they end soon."""
    known_ids = set(map(id, known))
    known_ids.add(id(known_ids))
    known.clear()
    everything: list[Any] = gc.get_objects()
    for thing in everything:
        if id(thing) not in known_ids and type(thing) is not _FRAME_TYPE:
            hide(thing)
    everything.clear()
