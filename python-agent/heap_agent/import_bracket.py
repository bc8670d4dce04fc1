"""Knows when Python imports: what is born meanwhile belongs to libraries, except while a module or function of the person's runs inside the import."""

from __future__ import annotations

import sys
from _thread import get_ident

from heap_agent.unchecked_start import starts_unchecked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.frame_stacks import FrameStacks
    from heap_agent.script_watch import ScriptWatch

_MOST_FRAMES = 1 << 20


class ImportBracket:
    """Functions whose start and end bracket an import; `importlib.reload` goes through the second and the third. The last two are for modules of C, and bracket where their objects are made."""

    __slots__ = (
        "_watch", "_stacks", "_open", "find_and_load", "find_spec", "execute", "execute_builtin", "execute_extension",
    )  # fmt: skip

    def __init__(self, watch: ScriptWatch, stacks: FrameStacks) -> None:
        self._watch = watch
        self._stacks = stacks
        # How many imports are open directly in the n-th recorded frame of a thread, by thread * _MOST_FRAMES + n.
        self._open: dict[int, int] = {}
        machinery: Any = sys.modules["_frozen_importlib"]
        self.find_and_load: Any = machinery._find_and_load.__code__
        self.find_spec: Any = machinery._find_spec.__code__
        self.execute: Any = machinery._exec.__code__
        self.execute_builtin: Any = machinery.BuiltinImporter.exec_module.__code__
        files: Any = sys.modules["_frozen_importlib_external"]
        self.execute_extension: Any = files.ExtensionFileLoader.exec_module.__code__

    def codes(self) -> tuple[Any, ...]:
        return (
            self.find_and_load,
            self.find_spec,
            self.execute,
            self.execute_builtin,
            self.execute_extension,
        )

    @starts_unchecked
    def is_bracket(self, code: Any) -> bool:
        return (
            code is self.find_and_load
            or code is self.find_spec
            or code is self.execute
            or code is self.execute_builtin
            or code is self.execute_extension
        )

    @starts_unchecked
    def started(self) -> None:
        watch = self._watch
        mark = watch.enter()
        if mark is None:
            return
        try:
            if watch.namespace is not None:
                key = self._key()
                level = self._open.get(key, 0)
                self._open[key] = level + 1
                if not level:
                    watch.imported = True
                    watch.born.import_started(mark)
        except BaseException as error:
            watch.handle_trouble(error)
        finally:
            watch.leave()

    @starts_unchecked
    def ended(self) -> None:
        watch = self._watch
        mark = watch.enter()
        if mark is None:
            return
        try:
            watch.session.module_is_there()
            key = self._key()
            level = self._open.pop(key, 0)
            if level > 1:
                self._open[key] = level - 1
            elif level:
                watch.born.import_ended(mark)
                watch.session.imported()
        except BaseException as error:
            watch.handle_trouble(error)
        finally:
            watch.leave()

    def frame_entered(self, mark: list[Any]) -> None:
        """A frame of the person's begins above those there are; what it makes is the script's, even inside an import."""
        if self._open and self._key() in self._open:
            self._watch.born.import_ended(mark)

    def frame_left(self, mark: list[Any]) -> None:
        """The frame above those there are is done."""
        if self._open and self._key() in self._open:
            self._watch.born.import_started(mark)

    def _key(self) -> int:
        return get_ident() * _MOST_FRAMES + self._stacks.count()
