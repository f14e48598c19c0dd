"""The two ways to a worker process, both read without blocking: its answers and its output."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import socket
import struct
import sys
import termios
from typing import Callable, List, Optional

from .build import ANSWER_LIMIT

_CHUNK = 1 << 18
_HEAD = struct.Struct(">QQ")
_LONGEST_FRAME = ANSWER_LIMIT + (1 << 20)  # names of files come in addition, and error texts instead
LONGEST_LINE = 1 << 16
TRACEBACK_LINE_END = "\x1e"  # in the tracebacks that worker.py prints

_LONGEST_TRACEBACK = 1000  # lines
_TRACEBACK = re.compile(r"[ |+]*(Exception Group )?Traceback \(most recent call last\):")
_NEXT_TRACEBACK = re.compile(
    r"(During handling of the above exception, another exception occurred"
    r"|The above exception was the direct cause of the following exception):"
)


class Malformed(ValueError):
    """What came from the other side is no answer to what was sent."""


class Channel:
    """Frames over a non-blocking socket: an 8-byte big-endian number, an 8-byte length, then as many bytes.

    Frames that are sent are numbered; each is answered by a frame of the same number. The other side is not trusted.

    Args:
        end: This side's end of a socket pair; closed by `close`.

    Attributes:
        ended: Whether the other side is gone, and all that came from it has been read.
    """

    ended = False

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self._socket = end
        self._number = 0
        self._answered = True
        self._out = memoryview(b"")
        self._in = bytearray()

    def fileno(self) -> int:
        """Return the number of the socket."""
        return self._socket.fileno()

    @property
    def sending(self) -> bool:
        """Whether there are bytes left to write."""
        return len(self._out) > 0

    def send(self, body: bytes) -> bool:
        """Begin to write a frame; `write` goes on with it. Return whether there is anybody to read it."""
        self._number += 1
        self._answered = False
        self._out = memoryview(_HEAD.pack(self._number, len(body)) + body)
        return self.write()

    def write(self) -> bool:
        """Write what the socket takes. Return whether the other side is there, which shows when reading, too."""
        try:
            while self._out:
                self._out = self._out[self._socket.send(self._out) :]
        except BlockingIOError:
            pass
        except OSError:
            self._out = memoryview(b"")
            return False
        return True

    def read(self) -> None:
        """Read what there is at the moment."""
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._in += data
        self.ended = not data

    def take(self) -> Optional[bytes]:
        """Return the body of the answer if it has arrived completely. Further answers to what was answered are dropped.

        Raises:
            Malformed: What has arrived is something else; nothing that follows can be trusted.
        """
        received = self._in
        while len(received) >= _HEAD.size:
            number, length = _HEAD.unpack_from(received)
            if not 0 < number <= self._number or length > _LONGEST_FRAME:
                raise Malformed("The instance sent something that is no answer")
            end = _HEAD.size + length
            if len(received) < end:
                break
            if number == self._number and not self._answered:
                if len(received) > end:
                    raise Malformed("The instance sent more than an answer")
                self._in = bytearray()
                self._answered = True
                return bytes(memoryview(received)[_HEAD.size :])
            del received[:end]
        if self._answered and received:
            raise Malformed("The instance sent something that nobody asked for")
        return None

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
    """Makes entries of log of what a process prints: one of each line, but of a traceback one with line breaks.

    Args:
        fd: The end of the pipe to read; closed by `close`.
        emit: Gets the entries that have come together, never blank ones.

    Attributes:
        ended: Whether nobody can print any more, and all that was printed has been read.
    """

    ended = False

    def __init__(self, fd: int, emit: Callable[[List[str]], None]) -> None:
        os.set_blocking(fd, False)
        self._fd = fd
        self._emit = emit
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._traceback: List[str] = []  # the lines of one that has begun
        self._traceback_ended = False  # its last line has come, unless it says that another traceback follows

    def fileno(self) -> int:
        """Return the number of the pipe."""
        return self._fd

    def read(self) -> int:
        """Read what there is at the moment, and return how many bytes; 0 at the end of the stream or without any."""
        try:
            data = os.read(self._fd, _CHUNK)
        except BlockingIOError:
            return 0
        self.ended = not data
        *lines, self._rest = re.split("[\r\n]+", self._rest + self._decoder.decode(data))
        whole = len(self._rest) // LONGEST_LINE * LONGEST_LINE
        if whole:
            lines.append(self._rest[:whole])
            self._rest = self._rest[whole:]
        self._write(lines)
        return len(data)

    def drain(self) -> None:
        """Read all that is in the pipe now, though more may follow, and take what is left for a line."""
        waiting = int.from_bytes(fcntl.ioctl(self._fd, termios.FIONREAD, bytes(4)), sys.byteorder)
        if not (waiting or self._rest or self._traceback):
            return
        while waiting > 0:
            size = self.read()
            if size == 0:
                break
            waiting -= size
        rest, self._rest = self._rest, ""
        self._write([rest], end=True)

    def end_traceback(self) -> None:
        """Take note that nothing has come for a while: no other traceback follows the one that has ended."""
        if self._traceback_ended:
            self._write([], end=True)

    def close(self) -> None:
        """Close the pipe."""
        os.close(self._fd)

    def _write(self, lines: List[str], *, end: bool = False) -> None:
        entries = self._grouped(lines)
        if end and self._traceback:
            entries.append(self._whole_traceback())
        entries = [
            piece.rstrip()
            for entry in entries
            for piece in (entry[start : start + LONGEST_LINE] for start in range(0, len(entry), LONGEST_LINE))
            if piece.strip()
        ]
        if entries:
            self._emit(entries)

    def _grouped(self, lines: List[str]) -> List[str]:
        """Return entries: lines, and whole tracebacks, one of which may be left over."""
        entries: List[str] = []
        for line in filter(str.strip, lines):
            marked = TRACEBACK_LINE_END in line
            if self._traceback:
                if not marked and self._continues(line):
                    self._traceback.append(line)
                    continue
                entries.append(self._whole_traceback())
            if marked:
                entries.append(line.replace(TRACEBACK_LINE_END, "\n"))
            elif _TRACEBACK.match(line):
                self._traceback = [line]
            else:
                entries.append(line)
        return entries

    def _continues(self, line: str) -> bool:
        """Tell whether a line belongs to the traceback that has begun, and notice its last one."""
        if self._traceback_ended:
            self._traceback_ended = not _NEXT_TRACEBACK.match(line)
            return not self._traceback_ended
        if len(self._traceback) >= _LONGEST_TRACEBACK:
            return False
        if line[:1].isspace() or _TRACEBACK.match(line) or _NEXT_TRACEBACK.match(line):
            return True
        # The last line begins at the margin, except in groups of exceptions, which are indented as a whole.
        self._traceback_ended = not self._traceback[0][:1].isspace()
        return self._traceback_ended

    def _whole_traceback(self) -> str:
        lines, self._traceback, self._traceback_ended = self._traceback, [], False
        return "\n".join(lines)
