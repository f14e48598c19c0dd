"""Emulators in processes of their own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple

from test.support.process import PYTHON, ROOT


class Running(NamedTuple):
    """An emulator in a process of its own; like `Emulator` for clients."""

    process: subprocess.Popen[str]
    host: str
    token: str

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(60)


def starting(directory: Path) -> Iterator[Callable[..., Running]]:
    """Give a function that starts emulators by the command line; kill them at the end."""
    processes: List[subprocess.Popen[str]] = []
    (directory / "tmp").mkdir()

    def start(*arguments: str) -> Running:
        command = [*PYTHON, "-m", "ubiops.emulator", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(directory / "tmp")}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment, cwd=directory
        )
        processes.append(process)
        assert process.stdout is not None
        lines = [process.stdout.readline().rstrip("\n") for _ in range(2)]
        if process.poll() is None and lines[0]:
            host = re.fullmatch(r"UBIOPS_API_HOST=(http://127\.0\.0\.1:\d+/v2\.1)", lines[0])
            token = re.fullmatch(r'UBIOPS_API_TOKEN="(Token \S+)"', lines[1])
            assert host and token, lines
            return Running(process, host.group(1), token.group(1))
        return Running(process, "", "")

    yield start
    for process in processes:
        process.kill()
        process.communicate()
