"""Directories that do not outlive the emulator, even one that is killed."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

KEEP = "UBIOPS_EMULATOR_KEEP"
"""Environment variable: when it is set, what models had and left is kept, to be looked at."""

_PREFIX = "ubiops-emulator-run-"
_KEPT = "ubiops-emulator-kept-"
_LOCK = "lock"
_MADE = 60.0  # seconds after which nobody is about to lock it any more


class TemporaryDirectory:
    """A new directory, which only its owner can read. Its owner's next emulator removes it if this one is killed.

    A lock on a file in it, which the kernel gives up at the end of the process, tells that it is in use.

    Args:
        keep: Whether it is not to be removed, by nobody.

    Attributes:
        path: Where it is.
    """

    def __init__(self, keep: bool = False) -> None:
        self._keep = keep
        # Under another name until it is locked, or it would look abandoned.
        new = Path(tempfile.mkdtemp(prefix=f".{_KEPT if keep else _PREFIX}")).resolve()
        self._lock = os.open(new / _LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        with suppress(OSError):  # a file system without locks: then none can be found abandoned either
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self.path = new.rename(new.with_name(new.name[1:]))

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove it, with all that is in it. Idempotent."""
        if self._lock >= 0:
            if not self._keep:
                with suppress(OSError):
                    _remove(self.path)
            os.close(self._lock)
            self._lock = -1


def kept() -> bool:
    """Tell whether what models had and left is kept."""
    return bool(os.environ.get(KEEP))


def discard(directory: Path) -> None:
    """Remove a directory that models had, with all that is in it, unless such are kept."""
    if not kept():
        shutil.rmtree(directory, ignore_errors=True)


def remove_abandoned() -> None:
    """Remove this user's directories whose emulators were killed."""
    directory = Path(tempfile.gettempdir())
    for path in (*directory.glob(f"{_PREFIX}*"), *directory.glob(f".{_PREFIX}*")):
        with suppress(OSError):  # another emulator is removing it, or it is in use
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
                continue
            if path.name.startswith(".") and time.time() - status.st_mtime < _MADE:
                continue
            try:
                lock = os.open(path / _LOCK, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            except FileNotFoundError:  # killed while it was made or removed
                path.rmdir()
                continue
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(path)
            finally:
                os.close(lock)


def _remove(directory: Path) -> None:
    # The lock's file last, so that what is left after another kill can still be told to be abandoned.
    for path in directory.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != _LOCK:
            path.unlink()
    if [path.name for path in directory.iterdir()] == [_LOCK]:
        shutil.rmtree(directory, ignore_errors=True)
