"""Emulators in processes of their own, and what is left of them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, List, Optional

import ubiops

from ..figures import Figure

ROOT = Path(__file__).parents[3]
SEED = 20210503  # of every random choice of this part

_ADDRESS = re.compile(r'UBIOPS_API_HOST=(\S+)\nUBIOPS_API_TOKEN="(.+)"\n')
_START = 60.0  # seconds that a start may take


class Running:
    """An emulator with a data file, `state.db` of a directory, and its temporary files in `tmp` of it.

    Args:
        directory: Where they are.
        said: Where its output goes; the directory by default.
        environment: Further variables.

    Attributes:
        api: A client, which sends nothing twice; from `wait` on.
    """

    api: ubiops.CoreApi

    def __init__(self, directory: Path, said: Optional[Path] = None, **environment: str) -> None:
        self.directory = directory
        (directory / "tmp").mkdir(exist_ok=True)
        self._said = (said or directory) / f"said-{time.monotonic_ns()}.txt"
        with self._said.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ubiops.emulator", "--port", "0", "--data", str(directory / "state.db")],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=directory,
                env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(directory / "tmp"), **environment},
            )

    def wait(self) -> Running:
        """Wait until it answers."""
        assert self.process.stdout is not None
        text = b""
        while text.count(b"\n") < 2:
            read = os.read(self.process.stdout.fileno(), 1000)
            if not read:
                raise AssertionError(f"it did not start: {self.said()}")
            text += read
        found = _ADDRESS.fullmatch(text.decode())
        assert found is not None, text
        configuration = ubiops.Configuration(host=found[1], api_key={"Authorization": found[2]})
        configuration.retries = False
        configuration.proxy = False
        self.api = ubiops.CoreApi(ubiops.ApiClient(configuration))
        return self

    def said(self) -> str:
        """Return what it has written to its standard error."""
        return self._said.read_text(encoding="utf-8", errors="replace")

    def complaints(self) -> List[str]:
        """Return the errors and tracebacks in it."""
        return [line for line in self.said().splitlines() if line.startswith(("ERROR", "Traceback"))]

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal, wait, and return the exit status."""
        self.process.send_signal(number)
        status = self.process.wait(60)
        if self.process.stdout is not None:
            self.process.stdout.close()
        if hasattr(self, "api"):
            self.api.api_client.close()
        return status


def processes(directory: Path) -> List[int]:
    """Return the processes whose environment names a directory: all that emulators with files there have started."""
    found, mark = [], str(directory).encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if mark in (entry / "environ").read_bytes():
                    found.append(int(entry.name))
            except OSError:  # it has ended, or is another user's
                continue
    return found


def temporary(directory: Path) -> List[str]:
    """Return what is in the directory for temporary files of its emulators."""
    return sorted(path.name for path in (directory / "tmp").iterdir())


def until(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """Return the first truth that a condition tells."""
    deadline = time.monotonic() + seconds
    found: Optional[Any] = condition()
    while not found:
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds:g} s: {what}")
        time.sleep(0.02)
        found = condition()
    return found


def plain(what: str, found: List[str], of: str) -> Figure:
    """Return a figure of things that must not be, with the first of those that were found."""
    shown = "; ".join(found[:3]).replace("|", "/").replace("\n", " ")
    return Figure(what, f"{len(found)} ({of})" + (f": {shown}" if shown else ""), "0", not found)
