"""What calls leave behind in the process."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
import tempfile
import threading
import time
import warnings
from pathlib import Path
from typing import Dict, Iterator, List

from .trial import SECRET


class Watch:
    """Counts what is open, and reads what is logged; use it as a context manager.

    Args:
        folder: Where temporary files go meanwhile.

    Attributes:
        problems: What was left behind or let out, once it ended.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: List[str] = []

    @contextlib.contextmanager
    def watching(self, debug: bool) -> Iterator[None]:
        """Watch calls; they have to be over at the end.

        Args:
            debug: Whether the client logs all that it does.
        """
        files, threads = _files(), set(threading.enumerate())
        handler = _Listener()
        with contextlib.ExitStack() as stack:
            stack.enter_context(_hooks(self.problems))
            stack.callback(setattr, tempfile, "tempdir", tempfile.tempdir)
            tempfile.tempdir = str(self._folder)
            for name in ("ubiops", "urllib3"):
                stack.enter_context(_listening(logging.getLogger(name), handler, debug))
            yield
            gone_by = time.monotonic() + 5  # threads of a run that ended may still be on their way out
            while set(threading.enumerate()) - threads and time.monotonic() < gone_by:
                time.sleep(0.01)
            left = [thread.name for thread in set(threading.enumerate()) - threads]
            more = dict(_files().items() - files.items())
            gc.collect()
            # An exception out of a thread holds its pool, and so the pipe that every `ThreadPool` has.
            pipes = {number for number, what in more.items() if what.startswith("pipe:")} - _files().keys()
        self.problems += [f"a thread is left: {name}" for name in left]
        self.problems += [f"a descriptor is left: {what}" for number, what in more.items() if number not in pipes]
        self.problems += [f"a temporary file is left: {path.name}" for path in self._folder.iterdir()]
        self.problems += handler.found


class _Listener(logging.Handler):
    """Finds tokens in what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.found: List[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Look at a line."""
        text = self.format(record)
        if SECRET in text:
            self.found.append(f"the token is in the log: {text[:200]}")


@contextlib.contextmanager
def _listening(logger: logging.Logger, handler: logging.Handler, debug: bool) -> Iterator[None]:
    before = logger.level, logger.propagate
    logger.propagate = False
    logger.setLevel(logging.DEBUG if debug else logging.INFO)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = before[1]
        logger.setLevel(before[0])


@contextlib.contextmanager
def _hooks(problems: List[str]) -> Iterator[None]:
    """Note exceptions that nobody catches, and what is closed by the garbage collector only."""
    unraisable, in_thread = sys.unraisablehook, threading.excepthook
    sys.unraisablehook = lambda found: problems.append(f"nobody catches {found.exc_value!r}")
    threading.excepthook = lambda found: problems.append(f"a thread ended with {found.exc_value!r}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    finally:
        sys.unraisablehook, threading.excepthook = unraisable, in_thread


def _files() -> Dict[int, str]:
    found: Dict[int, str] = {}
    for descriptor in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # that of the folder itself
            found[int(descriptor.name)] = str(os.readlink(descriptor))
    return found
