"""Knows when Python imports: what is born meanwhile belongs to libraries."""

from __future__ import annotations

import sys
from _thread import get_ident

from heap_agent.unchecked_start import starts_unchecked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.script_watch import ScriptWatch


class ImportBracket:
    """`code` is the function whose start and end bracket an import; the inner imports of one import do not count."""

    def __init__(self, watch: ScriptWatch) -> None:
        self._watch = watch
        self._thread = 0
        self._depth = 0
        find_and_load: Any = sys.modules["_frozen_importlib"]._find_and_load
        self.code: Any = find_and_load.__code__

    @starts_unchecked
    def started(self) -> None:
        watch = self._watch
        if watch.namespace is None:
            return
        mark = watch.enter()
        if mark is None:
            return
        try:
            if not self._depth:
                self._thread = get_ident()
            elif self._thread != get_ident():
                return
            if self._depth and watch.born.importing:
                self._depth += 1
                return
            self._depth = 1
            watch.born.import_started(mark)
        except BaseException as error:
            watch.handle_trouble(error)
        finally:
            watch.leave()

    @starts_unchecked
    def ended(self) -> None:
        watch = self._watch
        if not self._depth:
            return
        mark = watch.enter()
        if mark is None:
            return
        try:
            if self._thread == get_ident():
                self._depth -= 1
                if not self._depth:
                    watch.born.import_ended(mark)
        except BaseException as error:
            watch.handle_trouble(error)
        finally:
            watch.leave()
