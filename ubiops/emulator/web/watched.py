"""Sockets of waitress that a loop of asyncio watches, in place of waitress's own."""

from __future__ import annotations

from typing import Any, Dict, Optional

from waitress import wasyncore  # type: ignore[import-untyped]

from ..common.loop import Loop


class Watched(wasyncore.dispatcher):  # type: ignore[misc] # waitress has no types
    """A socket, watched for what it is interested in. All of it happens in the loop.

    The loop is told when the interest begins; that it has ended is mostly noticed when something comes all the same,
    which is rare, and spares telling it twice for each request.
    """

    loop: Loop
    _fileno: Any
    _reads = False
    _writes = False

    def add_channel(self, map: Optional[Dict[int, Any]] = None) -> None:  # noqa: A002 - as waitress calls it
        """Begin to watch."""
        super().add_channel(map)
        self._reads = True
        self.loop.io.add_reader(self._fileno, self._read)

    def del_channel(self, map: Optional[Dict[int, Any]] = None) -> None:  # noqa: A002
        """Stop watching."""
        self.loop.io.remove_reader(self._fileno)
        self.loop.io.remove_writer(self._fileno)
        super().del_channel(map)

    def look(self) -> None:
        """See what to watch for now. Call it when that may have changed."""
        if self._fileno is None:
            return
        if not self._reads and self.readable():
            self._reads = True
            self.loop.io.add_reader(self._fileno, self._read)
        writes = bool(self.writable())
        if writes != self._writes:
            self._writes = writes
            if writes:
                self.loop.io.add_writer(self._fileno, self._write)
            else:
                self.loop.io.remove_writer(self._fileno)

    def _read(self) -> None:
        if self.readable():
            wasyncore.read(self)
            self.look()
        else:
            self._reads = False
            self.loop.io.remove_reader(self._fileno)

    def _write(self) -> None:
        wasyncore.write(self)
        self.look()
