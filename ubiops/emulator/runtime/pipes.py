"""The two ways to a worker process, both read without blocking: its answers and its output."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import socket
import struct
import termios
from typing import Callable, Optional

_CHUNK = 1 << 18
LONGEST_LINE = 1 << 16


class Channel:
    """Frames over a non-blocking socket: an 8-byte big-endian length, then as many bytes.

    Args:
        end: This side's end of a socket pair; closed by `close`.
    """

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self._socket = end
        self._out = memoryview(b"")
        self._in = bytearray()

    def fileno(self) -> int:
        """Return the number of the socket."""
        return self._socket.fileno()

    @property
    def sending(self) -> bool:
        """Whether there are bytes left to write."""
        return len(self._out) > 0

    def send(self, body: bytes) -> None:
        """Begin to write a frame; `write` goes on with it."""
        self._out = memoryview(len(body).to_bytes(8, "big") + body)
        self.write()

    def write(self) -> None:
        """Write what the socket takes. That the other side is gone shows when reading."""
        try:
            while self._out:
                self._out = self._out[self._socket.send(self._out) :]
        except BlockingIOError:
            pass
        except OSError:
            self._out = memoryview(b"")

    def read(self) -> bool:
        """Read what there is at the moment; False at the end of the stream."""
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self._in += data
        return bool(data)

    def take(self) -> Optional[bytes]:
        """Return the body of the frame that has arrived completely, if one has."""
        if len(self._in) < 8:
            return None
        end = 8 + int.from_bytes(self._in[:8], "big")
        if len(self._in) < end:
            return None
        body = bytes(memoryview(self._in)[8:end])
        self._in = self._in[end:]
        return body

    def finish(self) -> None:
        """Tell the other side that nothing more will come."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            return  # it is gone

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()


class LogPipe:
    """Makes lines of what a process prints.

    Args:
        fd: The end of the pipe to read; closed by `close`.
        emit: Gets each line, without its end, unless it is blank.
    """

    def __init__(self, fd: int, emit: Callable[[str], None]) -> None:
        os.set_blocking(fd, False)
        self._fd = fd
        self._emit = emit
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    def fileno(self) -> int:
        """Return the number of the pipe."""
        return self._fd

    def read(self) -> int:
        """Read what there is at the moment, and return how many bytes; 0 at the end of the stream or without any."""
        try:
            data = os.read(self._fd, _CHUNK)
        except BlockingIOError:
            return 0
        *lines, rest = re.split("[\r\n]+", self._rest + self._decoder.decode(data))
        while len(rest) > LONGEST_LINE:
            lines.append(rest[:LONGEST_LINE])
            rest = rest[LONGEST_LINE:]
        self._rest = rest
        for line in lines:
            self._line(line)
        return len(data)

    def drain(self) -> None:
        """Read all that is in the pipe now, though more may follow, and take what is left for a line."""
        (waiting,) = struct.unpack("i", fcntl.ioctl(self._fd, termios.FIONREAD, b"\0\0\0\0"))
        while waiting > 0:
            size = self.read()
            if size == 0:
                break
            waiting -= size
        self._line(self._rest)
        self._rest = ""

    def close(self) -> None:
        """Close the pipe."""
        os.close(self._fd)

    def _line(self, text: str) -> None:
        for start in range(0, len(text), LONGEST_LINE):
            piece = text[start : start + LONGEST_LINE].rstrip()
            if piece:
                self._emit(piece)
