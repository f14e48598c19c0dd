"""Files on their way to others."""

from __future__ import annotations

import io
import os
import threading
import time
from typing import Optional

from .backend import File


class Body(io.FileIO):
    """A file whose upload ends when the emulator stops, or when its time is over.

    Args:
        file: the file.
        stop: set when the emulator stops.
        timeout: seconds that the upload may take.
    """

    def __init__(self, file: File, stop: threading.Event, timeout: float) -> None:
        super().__init__(str(file.path))
        self._stop = stop
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return os.fstat(self.fileno()).st_size

    def read(self, size: Optional[int] = -1) -> bytes:
        """Read.

        Raises:
            OSError: the upload has to end.
        """
        if self._stop.is_set():
            raise OSError("The emulator is being stopped")
        if time.monotonic() >= self._deadline:
            raise OSError(f"The upload was not finished after {self._timeout:.3g} s")
        return super().read(-1 if size is None else size)
