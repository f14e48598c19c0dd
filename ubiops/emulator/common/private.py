"""Files and directories that only their owner can read, whatever the umask."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import IO


def directory(path: Path) -> None:
    """Make a directory; one that is there becomes its owner's only.

    Raises:
        PermissionError: It belongs to somebody else.
        OSError: It cannot be made.
    """
    path.mkdir(mode=0o700, exist_ok=True)
    _restrict(path)


def file(path: Path) -> None:
    """Make an empty file; one that is there keeps its content, and becomes its owner's only.

    Raises:
        PermissionError: It belongs to somebody else.
        OSError: It cannot be made.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
    _restrict(path)


def create(path: Path) -> IO[bytes]:
    """Make a file that must not be there yet, and open it to write and read."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600), "w+b")


def copy(source: Path, target: Path) -> None:
    """Copy the content of a file into a new one."""
    create(target).close()
    shutil.copyfile(source, target)


def _restrict(path: Path) -> None:
    status = path.stat()
    if status.st_uid != os.geteuid():
        raise PermissionError(f"{path} belongs to another user, who could read and change what is kept there")
    if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        path.chmod(stat.S_IMODE(status.st_mode) & stat.S_IRWXU)
