"""Which files are the person's: the script, and every other file under its folder that belongs to no installed library."""

from __future__ import annotations

import os

from heap_agent.unchecked_start import starts_unchecked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from heap_agent.script_watch import ScriptWatch

# Asked while the script runs: what it may put in place of these functions must not be run.
_status: Any = os.stat
_working_folder: Any = os.getcwd
_normal_path: Any = os.path.normpath
_IS_WINDOWS = os.sep == "\\"
_INSTALLED = frozenset(("site-packages", "dist-packages"))
_LIBRARY_FOLDERS = frozenset(("lib", "lib64"))
_AGENT_FOLDERS = tuple(
    os.path.join(os.path.dirname(os.path.dirname(__file__)), name, "")
    for name in ("heap_agent", "boot")
)
CO_OPTIMIZED = 1
_COMPREHENSIONS = frozenset(("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"))
MODULE_SCOPE = "<module>"


class ScriptFiles:
    """`script`: absolute path of the script, as the interpreter names it; `folder`: where the person's files are. `names`: what has been found out, by `co_filename`."""

    __slots__ = ("script", "_watch", "names", "_folders", "_library", "_environments")

    def __init__(self, script: str, folder: str, watch: ScriptWatch) -> None:
        self.script = script
        self._watch = watch
        self.names: dict[str, str | None] = {script: ""}
        self._environments: dict[str, bool] = {}
        # Python puts the real folder of the script into sys.path, and so into the names of the modules beside it.
        folders = {folder, os.path.realpath(folder)}
        if folder == os.path.dirname(script):
            folders.add(os.path.dirname(os.path.realpath(script)))
        self._folders = tuple(_as_prefix(folder) for folder in folders)
        self._library = _as_prefix(os.path.dirname(os.__file__))

    @starts_unchecked
    def name_of(self, code: Any) -> str | None:
        """The file of the code as the wire names it: `''` for the script, else an absolute path; None when it is not the person's."""
        return self.name_of_file(code.co_filename)

    @starts_unchecked
    def name_of_file(self, filename: str) -> str | None:
        return self.names[filename] if filename in self.names else self._learn(filename)

    @starts_unchecked
    def is_recorded(self, code: Any) -> bool:
        """Whether the lines of the code are steps: functions and modules in files of the person's."""
        if self.name_of(code) is None:
            return False
        # A class body's frame is no scope to show, and a comprehension's is part of its line.
        if code.co_flags & CO_OPTIMIZED:
            return code.co_name not in _COMPREHENSIONS
        return code.co_name == MODULE_SCOPE

    def _learn(self, filename: str) -> str | None:
        """Asks the file system, once; that needs the protection of a hook."""
        if type(filename) is str and filename.startswith(_AGENT_FOLDERS):
            # Ours may be on its way into a hook, in the collector's callback.
            self.names[filename] = None
            return None
        mark = self._watch.enter()
        try:
            name = self._look_up(filename)
            self.names[_copy_of(filename)] = name
            return name
        finally:
            if mark is not None:
                self._watch.leave()

    def _look_up(self, filename: str) -> str | None:
        if type(filename) is not str:
            return None
        if not _is_absolute(filename):
            if filename.startswith("<"):
                return None
            filename = _normal_path(_working_folder() + os.sep + filename)
        compared = _compared(filename)
        for folder in self._folders:
            if compared.startswith(folder) and not compared.startswith(self._library):
                parts = (
                    filename[len(folder) :].replace("\\" if _IS_WINDOWS else "/", "/").split("/")
                )
                if _is_installed(parts) or self._is_in_environment(filename[: len(folder)], parts):
                    return None
                return filename if _exists(filename) else None
        return None

    def _is_in_environment(self, folder: str, parts: list[str]) -> bool:
        """Whether a folder on the way to the file is a virtual environment."""
        for part in parts[:-1]:
            folder += part + os.sep
            found = self._environments.get(folder)
            if found is None:
                found = self._environments[folder] = _exists(folder + "pyvenv.cfg")
            if found:
                return True
        return False


def _is_installed(parts: list[str]) -> bool:
    if not _INSTALLED.isdisjoint(parts):
        return True
    return any(
        part in _LIBRARY_FOLDERS and after.startswith("python3.")
        for part, after in zip(parts, parts[1:])
    )


def _exists(path: str) -> bool:
    try:
        _status(path)
    except (OSError, ValueError):
        return False
    return True


def _is_absolute(filename: str) -> bool:
    return filename.startswith("/") or (
        _IS_WINDOWS and (filename[1:2] == ":" or filename.startswith("\\"))
    )


def _as_prefix(folder: str) -> str:
    return _compared(folder if folder.endswith(os.sep) else folder + os.sep)


def _compared(filename: str) -> str:
    return filename.replace("/", "\\").lower() if _IS_WINDOWS else filename


def _copy_of(text: str) -> str:
    """The same text in an object of ours: the script may count the references to its own."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
