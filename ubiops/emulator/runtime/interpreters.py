"""Finds the interpreters of this machine."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple

# Not that of a virtual environment the emulator itself may be installed in.
OWN: str = getattr(sys, "_base_executable", None) or sys.executable

# pip and setuptools of a Python's own age come with it, as the wheels of ensurepip.
_PROBE = """
import json, os, sys, sysconfig
try:
    import ensurepip
    folders = [os.path.join(os.path.dirname(ensurepip.__file__), "_bundled"), sysconfig.get_config_var("WHEEL_PKG_DIR")]
except ImportError:
    folders = []
wheels = [os.path.join(f, n) for f in folders if f and os.path.isdir(f) for n in os.listdir(f) if n.endswith(".whl")]
print(json.dumps([list(sys.version_info[:3]), getattr(sys, "_base_executable", sys.executable), wheels]))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python of this machine, and the wheels that came with it."""

    executable: str
    version: Tuple[int, ...]
    wheels: Tuple[str, ...]


def search(language: str) -> Optional[Interpreter]:
    """Return the newest interpreter for a language like `python3.7`, if there is one."""
    match = re.fullmatch(r"python(\d+)\.(\d+)", language)
    if match is None:
        return None
    wanted = (int(match[1]), int(match[2]))
    if wanted == sys.version_info[:2]:
        return probe(OWN)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    of_pyenv: List[Path] = []
    with contextlib.suppress(PermissionError):  # another user's
        of_pyenv = sorted(pyenv.glob(f"{wanted[0]}.{wanted[1]}.*/bin/{language}"), key=lambda path: numbers(str(path)))
    # What pyenv puts on the PATH is a script that fails when its version is not the chosen one.
    for candidate in [shutil.which(language), *map(str, reversed(of_pyenv))]:
        interpreter = probe(candidate) if candidate else None
        if interpreter is not None and interpreter.version[:2] == wanted:
            return interpreter
    return None


@functools.lru_cache(maxsize=None)  # a tenth of a second that tests with an emulator each need not spend again
def probe(executable: str) -> Optional[Interpreter]:
    """Return what a program says of itself, if it is an interpreter that works."""
    try:
        # -I: neither PYTHON* variables nor the working directory take part.
        answer = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [executable, "-I", "-c", _PROBE], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=True
        )
        version, path, wheels = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(path, tuple(version), tuple(wheels))


def numbers(text: str) -> List[int]:
    """Return the numbers in a text, by which versions are sorted."""
    return [int(number) for number in re.findall(r"\d+", text)]
