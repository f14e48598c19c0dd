"""Programs that are killed at random moments."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, List, NamedTuple, Optional
from urllib.parse import urlsplit

from test.support.emulator.client import wait_until
from test.support.process import ROOT
from ubiops.emulator import Emulator

OPEN = ("01", "08")  # ESTABLISHED and CLOSE_WAIT


class Ended(NamedTuple):
    """How a program ended.

    Attributes:
        killed: Whether it was killed, and had not ended before.
        seconds: From when it began to work.
        lines: What it printed.
        left: Names of the temporary files that it left behind.
    """

    killed: bool
    seconds: float
    lines: List[str]
    left: List[str]


class Programs:
    """Runs programs that call an emulator.

    Args:
        emulator: The emulator.
        folder: Where they may write.
        seed: Decides when they are killed.
    """

    def __init__(self, emulator: Emulator, folder: Path, seed: int) -> None:
        self.emulator = emulator
        self.folder = folder
        self.random = random.Random(seed)

    def run(self, arguments: List[str], seconds: Optional[float] = None) -> Ended:
        """Run Python, and kill it at a moment within so many seconds; None to let it end.

        It begins to work when the emulator receives its first call, at which it must make none that changes anything.

        Raises:
            AssertionError: It ended by itself, and not well.
        """
        temporary = self.folder / f"tmp-{self.random.getrandbits(40)}"
        temporary.mkdir()
        settings = {"UBIOPS_API_HOST": self.emulator.host, "UBIOPS_API_TOKEN": self.emulator.token}
        environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
        self.emulator.clear_requests()
        before = self._connections()
        output = temporary.with_suffix(".out")
        with output.open("w+", encoding="utf-8") as file:
            process = subprocess.Popen(
                [sys.executable, "-W", "error", *arguments],
                cwd=self.folder,
                env=environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
            wait_until(lambda: self.emulator.requests or process.poll() is not None)
            began = time.monotonic()
            try:
                process.wait(120 if seconds is None else self.random.uniform(0, seconds))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            ended = time.monotonic()
            wait_until(lambda: self._connections() <= before)  # all that it had sent is received
            file.seek(0)
            lines = file.read().splitlines()
        killed = process.returncode == -signal.SIGKILL
        assert killed == (seconds is not None) or not process.returncode, lines
        assert not (killed and seconds is None), "it did not end"
        return Ended(killed, ended - began, lines, sorted(path.name for path in temporary.iterdir()))

    def _connections(self) -> int:
        """Count the connections that the emulator has not closed."""
        port = f"{urlsplit(self.emulator.host).port:04X}"
        lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
        return sum(fields[1].endswith(f":{port}") and fields[3] in OPEN for fields in lines)

    def repeat(self, times: int, arguments: Callable[[int], List[str]], check: Callable[[int, Ended], None]) -> int:
        """Kill a program so many times before it has ended, and check each time what is left.

        Args:
            times: How often it is killed.
            arguments: Of the program, by the number of the round; round 0 is left alone, to see how long it takes.
            check: Takes the number of the round, and how it ended.

        Returns:
            How many rounds that took; in the others it had ended before its moment came.
        """
        ended = self.run(arguments(0))
        check(0, ended)
        seconds, killed, number = ended.seconds, 0, 0
        while killed < times:
            number += 1
            ended = self.run(arguments(number), seconds)
            killed += ended.killed
            seconds = seconds if ended.killed else min(seconds, ended.seconds)
            check(number, ended)
        return number
