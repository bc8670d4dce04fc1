"""Starts the Ouroscope agent before the script does, then loads the person's own sitecustomize, so that Python itself runs the script."""

import builtins
import sys

_references_before = sys.getrefcount(vars(builtins))
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _start_agent() -> bool:
    """Whether there is an app to start for."""
    modules_before = frozenset(sys.modules)
    import gc
    import os

    counts = gc.get_count()
    collector_was_on = gc.isenabled()
    gc.disable()
    objects_before = gc.get_objects()
    session = None
    # A subinterpreter is not observed: it only gets the path that it would have without us.
    is_observed = "OUROSCOPE_WIRE_OUT" in os.environ
    boot_folder = os.path.dirname(os.path.abspath(__file__))
    own_path = os.environ.pop("OUROSCOPE_PYTHONPATH" if is_observed else "PYTHONPATH", None)
    own_entries = (
        [os.path.abspath(entry) for entry in own_path.split(os.pathsep)] if own_path else []
    )
    position = next(
        (at for at, entry in enumerate(sys.path) if os.path.abspath(entry) == boot_folder), 0
    )
    rest = [entry for entry in sys.path if os.path.abspath(entry) != boot_folder]
    if own_path is None:
        os.environ.pop("PYTHONPATH", None)
    else:
        os.environ["PYTHONPATH"] = own_path
    agent_folder = os.path.dirname(boot_folder)
    sys.path[:] = [agent_folder, *rest]
    try:
        if is_observed:
            from heap_agent.import_apart import import_apart

            session = import_apart("heap_agent.session").start_session(modules_before)
    finally:
        new_entries = [entry for entry in own_entries if entry not in rest]
        sys.path[:] = rest[:position] + new_entries + rest[position:]
        for folder in (boot_folder, agent_folder, os.path.join(agent_folder, "heap_agent")):
            sys.path_importer_cache.pop(folder, None)
        if session is not None:
            of_this_frame = sys.version_info < (3, 11)
            added = sys.getrefcount(vars(builtins)) - of_this_frame - _references_before
            session.vanish(objects_before, counts, collector_was_on, vars(builtins), added)
        elif collector_was_on:
            gc.enable()
    return is_observed


def _load_own_sitecustomize(is_observed: bool) -> None:
    from _frozen_importlib import module_from_spec
    from _frozen_importlib_external import PathFinder

    spec = PathFinder.find_spec("sitecustomize", sys.path)
    if spec is None or spec.loader is None:
        if not is_observed:
            # As if there were none: only a module whose import fails does not stay in `sys.modules`.
            raise ImportError("No module named 'sitecustomize'", name="sitecustomize")
        return
    loader: Any = spec.loader
    module = module_from_spec(spec)
    # Replacing is safe; popping the entry during the import would make site print a KeyError.
    sys.modules["sitecustomize"] = module
    loader.exec_module(module)


_is_observed = True
try:
    _is_observed = _start_agent()
finally:
    _load_own_sitecustomize(_is_observed)
