"""Modules that are loaded when they are first needed, and forks meanwhile.

A thread that loads a module holds a lock of Python's. A fork at that moment would inherit the lock without the thread,
and wait for ever as soon as it needs the module. So forks wait until all that is being loaded here is there.
"""

from __future__ import annotations

import logging  # noqa: F401 - it holds its lock during forks from when it was loaded on: after ours, if it is here first
import os
import threading
from importlib import import_module
from types import ModuleType
from typing import List

PATIENCE = 10.0
"""Seconds that a fork waits at most: what is being loaded may need the thread that forks."""


class Loading:
    """What threads do while they load modules: a context manager."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._threads: List[int] = []

    def __enter__(self) -> None:
        with self._changed:
            self._threads.append(threading.get_ident())

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._threads.remove(threading.get_ident())
            self._changed.notify_all()

    def before_fork(self) -> None:
        """Wait until no other thread loads anything; none begins to until the fork is made."""
        own = threading.get_ident()
        self._changed.acquire()
        self._changed.wait_for(lambda: all(thread == own for thread in self._threads), PATIENCE)

    def after_fork(self) -> None:
        """Let the others go on."""
        self._changed.release()

    def in_fork(self) -> None:
        """Forget the others, which are not here."""
        own = threading.get_ident()
        self._changed = threading.Condition()
        self._threads = [thread for thread in self._threads if thread == own]


LOADING = Loading()
getattr(os, "register_at_fork", dict)(  # Windows has no forks
    before=LOADING.before_fork, after_in_parent=LOADING.after_fork, after_in_child=LOADING.in_fork
)


def load(module: str) -> ModuleType:
    """Return a module, loaded if it is not."""
    with LOADING:
        return import_module(module)
