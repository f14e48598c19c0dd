"""Environments with nothing but pip, which those of packages are copies of: one for each Python, kept for the user.

The copies hold no pip of their own but lead to that of their base, as their standard library is their Python's. A pip
that is installed into a copy comes before it, and pip leaves what lies outside of its environment alone.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Iterator, List, Optional, Union
from zipfile import ZipFile

from .interpreters import Interpreter, numbers
from .programs import Cancellation, Say, base_environment

_FORM = 1  # of what is kept; another number for another form
_PROJECTS = ("setuptools", "pip")

# What is found by its place works in copies as well, and where paths are long or hold spaces.
_PIP = """#!/bin/sh
'''exec' "$(dirname -- "$0")/python" "$0" "$@"
' '''
import runpy

runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
_NO_PIP = """#!/bin/sh
echo "This Python comes without pip; on Debian, the package python3-venv brings it" >&2
exit 1
"""


def base(interpreter: Interpreter, otherwise: Path, say: Say, cancellation: Cancellation) -> Path:
    """Return an environment with nothing but pip, and setuptools where the Python brings it. It is to be copied.

    Args:
        interpreter: Whose.
        otherwise: A directory to keep it in if the user's cannot be used.
        say: Gets lines of log.
        cancellation: Ends it early.

    Raises:
        BuildError: If it cannot be made.
    """
    folder = _cache() or otherwise
    directory = folder / _key(interpreter)
    complete = directory / "complete"
    if not complete.exists():
        with _locked(folder):  # other emulators may be about to make it as well
            if not complete.exists():
                shutil.rmtree(directory, ignore_errors=True)  # one that was interrupted
                directory.mkdir(mode=0o700)
                _make(interpreter, directory, say, cancellation)
                complete.touch()
    return directory / "environment"


def has_pip(interpreter: Interpreter) -> bool:
    """Tell whether the environments of an interpreter have pip."""
    return _wheel(interpreter, "pip") is not None


def packages(environment: Path) -> Path:
    """Return the directory of an environment that packages are installed into."""
    (found,) = environment.glob("lib/python*/site-packages")
    return found


def forget_replaced(environment: Path) -> None:
    """Hide what the requirements of an environment have replaced: a new version may be without an old module."""
    for project in _PROJECTS:
        if next(packages(environment).glob(f"{project}-*.dist-info"), None):
            _way(environment, project).unlink(missing_ok=True)


def _cache() -> Optional[Path]:
    """Return this user's directory for what can be made again, unless others can write to it or the user cannot."""
    try:
        # The home directory may be that of another user, whose commands are run with the rights of this one.
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").absolute() / "ubiops-emulator"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, RuntimeError):  # no home directory
        return None
    usable = status.st_uid == os.geteuid() and not status.st_mode & 0o022 and os.access(folder, os.W_OK)
    return folder if usable else None


def _key(interpreter: Interpreter) -> str:
    contents: List[Union[int, str, Interpreter]] = [_FORM, interpreter]
    for wheel in interpreter.wheels:
        status = os.stat(wheel)  # noqa: PTH116 - a path given as text
        contents += [status.st_size, status.st_mtime_ns]
    return hashlib.sha256(repr(contents).encode()).hexdigest()[:32]


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _make(interpreter: Interpreter, directory: Path, say: Say, cancellation: Cancellation) -> None:
    # Without pip it takes a twentieth of a second; with it, seconds.
    environment = directory / "environment"
    command = [interpreter.executable, "-I", "-m", "venv", "--without-pip", str(environment)]
    cancellation.run(command, base_environment(), say, directory)
    # Unpacking the wheels is ten times as fast as running ensurepip, which comes to the same.
    for project in _PROJECTS:
        found = _wheel(interpreter, project)
        if found is not None:
            with ZipFile(found) as wheel:
                wheel.extractall(directory / project)
            for path in (directory / project).rglob("*"):
                if path.is_file():
                    path.chmod(0o444)
            # The wheel of setuptools has a file of such lines of its own.
            line = f"import site; site.addsitedir({str(directory / project)!a})\n"
            _way(environment, project).write_text(line, encoding="ascii")
    # Without a command `pip` here, it would be another environment's, perhaps the one that the emulator itself runs in.
    for name in ("pip", "pip3", f"pip{interpreter.version[0]}.{interpreter.version[1]}"):
        script = environment / "bin" / name
        script.write_text(_PIP if has_pip(interpreter) else _NO_PIP, encoding="ascii")
        script.chmod(0o755)


def _way(environment: Path, project: str) -> Path:
    """Return the file of an environment that leads to the project of its base."""
    return packages(environment) / f"_base_{project}.pth"


def _wheel(interpreter: Interpreter, project: str) -> Optional[str]:
    wheels = [wheel for wheel in interpreter.wheels if Path(wheel).name.startswith(f"{project}-")]
    return max(wheels, key=numbers, default=None)
