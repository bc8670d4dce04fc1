"""Imports the agent's modules with builtins and modules of their own: what a script puts in the place of `len` or `os.write` does not reach them, and no module's refcount tells that they use it."""

from __future__ import annotations

import builtins
import os
import sys
from _frozen_importlib_external import SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PACKAGE = "heap_agent"
_FOLDER = os.path.dirname(os.path.abspath(__file__))
_usual_import: Any = builtins.__import__
_Module: Any = type(sys)
_Code: Any = type((lambda: None).__code__)
# Anything else is looked up in the module itself, where that is known, as a reference to it would show.
_COPIED = (type(len), type(lambda: None), type, int, type(NotImplemented))
_COPIED_FROM_UNKNOWN = (*_COPIED, str)
# Used by instructions, not by name.
_ALWAYS = ("__build_class__", "__debug__")
_own_builtins: dict[str, Any] = {name: getattr(builtins, name) for name in _ALWAYS}
_loaded: dict[str, Any] = {}
_words: dict[str, set[str]] = {}
_views: dict[str, Any] = {}


def import_apart(name: str) -> Any:
    """A module of the agent; it does not get into `sys.modules`."""
    module = _loaded.get(name)
    if module is None:
        module = _loaded[name] = _Module(name)
        file = os.path.join(_FOLDER, *(name.split(".")[1:] or ["__init__"])) + ".py"
        loader: Any = SourceFileLoader(name, file)
        code = loader.get_code(name)
        words = _words[name] = _words_of(code)
        _copy(builtins, _own_builtins, words)
        module.__dict__.update(__file__=file, __builtins__=_own_builtins)
        exec(code, module.__dict__)
    return module


def let_modules_go() -> None:
    """At the end of the start: only what was taken from them is held any longer."""
    for view in _views.values():
        look: Any = view.__dict__["__getattr__"]
        if look.__defaults__[0] is None:
            del view.__dict__["__getattr__"]
        look.__kwdefaults__["module"] = None
    for name in ("builtins", "os", "sys"):
        del globals()[name]


def _import(
    name: str, importing: Any = None, _locals: Any = None, wanted: Any = (), _level: int = 0
) -> Any:
    """Stands in for `__import__` in the agent's modules."""
    if name == _PACKAGE:
        package = import_apart(name)
        for part in wanted:
            setattr(package, part, import_apart(name + "." + part))
        return package
    if name.startswith(_PACKAGE + "."):
        return import_apart(name)
    view = _views.get(name)
    if view is None:
        view = _views[name] = _Module(name)
        view.__getattr__ = _looker(_usual_import(name, fromlist=("*",)))
    look = view.__getattr__
    kinds = _COPIED if look.__defaults__[0] is not None else _COPIED_FROM_UNKNOWN
    _copy(look.__kwdefaults__["module"], view.__dict__, _words[importing["__name__"]], kinds)
    return view


_own_builtins["__import__"] = _import
_loaded[__name__] = sys.modules[__name__]


def _looker(module: Any) -> Any:
    """Looks up what was not copied. A function written in C leads to its module, so that none needs to be held."""
    functions = [value for value in module.__dict__.values() if type(value) is type(len)]
    keeper = next((value for value in functions if value.__self__ is module), None)

    def look(name: str, keeper: Any = keeper, *, module: Any = module) -> Any:
        return getattr(module if keeper is None else keeper.__self__, name)

    return look


def _copy(
    module: Any, into: dict[str, Any], words: set[str], kinds: tuple[type, ...] = _COPIED
) -> None:
    known = module.__dict__
    for word in words:
        if word in known and word not in into and isinstance(known[word], kinds):
            into[word] = known[word]


def _words_of(code: Any) -> set[str]:
    """All names and short texts in it, so also the names that are given to `getattr`."""
    words = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, _Code):
            words |= _words_of(constant)
        elif isinstance(constant, str):
            words.add(constant)
    return words
