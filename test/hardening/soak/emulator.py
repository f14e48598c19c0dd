"""An emulator in a process of its own, which writes down every request that it has received.

It ends with its standard input. An emulator keeps its latest 1,000 requests, so they are read along.
"""

import sys
import threading
from pathlib import Path
from typing import Optional, TextIO

from ubiops.emulator import Emulator
from ubiops.emulator.control.recorder import ReceivedRequest

from .checks import GAP

PAUSE = 0.05  # seconds in which fewer than 1,000 requests come


class Reader:
    """Writes each request of an emulator into a file, once: method, path and status."""

    def __init__(self, emulator: Emulator, file: TextIO) -> None:
        self._emulator = emulator
        self._file = file
        self._last: Optional[ReceivedRequest] = None

    def read(self) -> None:
        """Write what has come since the last time."""
        new = []
        for request in reversed(self._emulator.requests):
            if request is self._last:
                break
            new.append(request)
        else:
            if self._last is not None:
                self._file.write(f"{GAP}\n")
        self._last = new[0] if new else self._last
        for request in reversed(new):
            self._file.write(f"{request.method} {request.path} {request.status}\n")


def main() -> None:
    """Serve the data file that is named first, and write the requests into the file that is named second."""
    with Emulator(data=sys.argv[1]) as emulator, Path(sys.argv[2]).open("w", encoding="utf-8") as file:
        reader, ended = Reader(emulator, file), threading.Event()
        print(emulator.host, emulator.token, flush=True)

        def wait() -> None:
            sys.stdin.read()
            ended.set()

        threading.Thread(target=wait, daemon=True).start()
        while not ended.wait(PAUSE):
            reader.read()
        reader.read()


if __name__ == "__main__":
    main()
