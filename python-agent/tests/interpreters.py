"""The CPythons the tests run, one for each minor version: those of OUROSCOPE_PYTHONS, else all on this machine (pyenv, the development cache, the PATH)."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys

_CHOSEN = list(filter(None, os.environ.get("OUROSCOPE_PYTHONS", "").split(os.pathsep)))
SUPPORTED = [(3, minor) for minor in range(9, 16)]
_QUESTION = "import sys; print(sys.implementation.name, *sys.version_info[:2], getattr(sys, '_is_gil_enabled', lambda: True)())"


def find_interpreters() -> dict:
    """Version -> path; versions that are missing are printed once."""
    found: dict = {}
    for path in _candidates():
        version = _version_of(path)
        if version in SUPPORTED:
            found.setdefault(version, path)
    if _CHOSEN:
        return dict(sorted(found.items()))
    missing = ["%d.%d" % version for version in SUPPORTED if version not in found]
    if missing:
        sys.stderr.write("interpreters missing here: %s\n" % ", ".join(missing))
    return dict(sorted(found.items()))


def _candidates():
    if _CHOSEN:
        yield from _CHOSEN
        return
    home = os.path.expanduser("~")
    yield from sorted(
        glob.glob(os.path.join(home, ".pyenv", "versions", "3.*", "bin", "python")), reverse=True
    )
    yield from sorted(
        glob.glob(
            os.path.join(
                home,
                ".cache",
                "ouroscope-dev",
                "pythons",
                "*",
                "root",
                "usr",
                "bin",
                "python3.[0-9]*[0-9]",
            )
        )
    )
    for minor in range(9, 16):
        path = shutil.which("python3.%d" % minor)
        if path:
            yield path
    yield sys.executable


def _version_of(path: str):
    try:
        answer = subprocess.run(
            [path, "-I", "-c", _QUESTION], capture_output=True, text=True, timeout=20, check=True
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    return (
        (int(answer[1]), int(answer[2])) if answer[0] == "cpython" and answer[3] == "True" else None
    )


INTERPRETERS = find_interpreters()
