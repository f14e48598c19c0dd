"""One connection: urllib3's, with more care at both ends of a request.

Until the request is sent, whatever goes wrong is a connection that was not made. After that, an
answer may come before the request is complete, too slowly, or cut.
"""

from __future__ import annotations

import contextvars
import errno
import http.client
import io
import re
import socket
import ssl
import sys
from typing import Any, List, Optional

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProxyError, ReadTimeoutError
from urllib3.util import SKIP_HEADER, wait

from ubiops._heads import is_field_name, read_head
from ubiops._timeouts import NO_DEADLINE, Deadline

DEADLINE: contextvars.ContextVar[Deadline] = contextvars.ContextVar("DEADLINE", default=NO_DEADLINE)
"""When the call that is under way has to be over."""

RECORD = 1 << 14
"""Bytes of one record of TLS."""

UNWATCHED = 1 << 19
"""Bytes that are sent between two looks at what arrives, while the server takes them at once."""

_INTERIM = rb"(?s:HTTP/1\.[01] 1\d\d.*?\r\n\r\n)*"
_FINAL = rb"(?s)(?!HTTP/1\.[01] 1).{10}"


MOST_INTERIM = 100
"""Answers that may come before the answer, such as 100 and 103."""

MOST_TRAILERS = 100
"""Lines that may follow the last chunk, as many as there may be headers."""

LONGEST_LINE = 1 << 16

UNHURRIED = 1 << 20
"""Bytes that are read at once, whatever the server announces, until as many have come."""


class UnusableAnswerError(http.client.HTTPException):
    """An answer has no end, or not the one that it announces."""


class _Lines:
    """A file of which the last line is remembered."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.last = b""

    def readline(self, size: int = -1) -> bytes:
        self.last = self._file.readline(size)
        return self.last

    def close(self) -> None:
        self._file.close()


class _Bounded:
    """A file of which no more is held in memory than arrives, and whose lines end.

    Servers announce lengths that no memory has, of a body or a chunk, and lines and trailers that go on for ever.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._lines = 0

    def readline(self, size: int = -1) -> bytes:
        line: bytes = self._file.readline(LONGEST_LINE + 1)
        self._lines += 1
        if len(line) > LONGEST_LINE or self._lines > MOST_TRAILERS:
            raise UnusableAnswerError("The chunks of the answer do not end")
        return line

    def read(self, size: int = -1) -> bytes:
        self._lines = 0
        if size <= UNHURRIED:
            small: bytes = self._file.read(size)
            return small
        whole = io.BytesIO()
        while whole.tell() < size:
            block = self._file.read(min(size - whole.tell(), max(whole.tell(), UNHURRIED)))
            if not block:
                raise http.client.IncompleteRead(whole.getvalue(), size - whole.tell())
            whole.write(block)
        return whole.getvalue()

    def readinto(self, buffer: Any) -> int:
        self._lines = 0
        size: int = self._file.readinto(buffer)
        if size < len(buffer) and len(buffer) > UNHURRIED:  # before Python 3.10 urllib3 would not notice
            raise http.client.IncompleteRead(bytes(buffer[:size]), len(buffer) - size)
        return size

    def __getattr__(self, name: str) -> Any:
        self._lines = 0  # chunks are read in other ways, too
        return getattr(self._file, name)


class _Incoming(io.RawIOBase):
    """What arrives on a socket.

    Args:
        sock: The socket.
        file: The same as a file, without a buffer.
        first: What was read from it already.
        deadline: When all has to be read.
    """

    def __init__(self, sock: socket.socket, file: io.RawIOBase, first: bytes, deadline: Deadline) -> None:
        self._sock = sock
        self._limit = sock.gettimeout()
        self._file = file
        self._first = first
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> Optional[int]:
        if self._first:
            size = min(len(buffer), len(self._first))
            buffer[:size], self._first = self._first[:size], self._first[size:]
            return size
        self._sock.settimeout(self._deadline.within(self._limit))
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()


class _Answer(http.client.HTTPResponse):
    """An answer.

    Args:
        sock: Where it arrives.
        method: HTTP method of the request.
        first: What was read from there already.
        deadline: When all has to be read.
        early: Whether the request was not sent to its end, so that the connection cannot be used again.
    """

    def __init__(
        self, sock: socket.socket, method: Optional[str], first: bytes, deadline: Deadline, early: bool
    ) -> None:
        super().__init__(sock, method=method)
        self._without_body = method == "HEAD"
        self._early = early
        if first or deadline.ends is not None:
            file: Any = self.fp
            self.fp = io.BufferedReader(_Incoming(sock, file.detach(), first, deadline))

    def begin(self) -> None:
        file: Any = self.fp
        head = read_head(file.peek(1))
        if head is None:
            self._begin_watching(file)
        else:  # nearly always: all is here
            self._begin_with(*head)
        if self.chunked or (self.length or 0) > UNHURRIED:
            self.fp = _Bounded(self.fp)  # type: ignore[assignment] # http.client takes anything that reads
        elif self.length is None:
            self.length = _stated_length(self.headers)
        self.will_close = self.will_close or self._early or self.status == http.client.SWITCHING_PROTOCOLS

    def _begin_with(self, size: int, status: int, reason: str, headers: http.client.HTTPMessage) -> None:
        """Do what http.client does with a head, once it is read."""
        self.fp.read(size)
        self.version, self.code, self.status, self.reason = 11, status, status, reason
        self.headers = self.msg = headers
        self.chunked, self.chunk_left = headers.get("Transfer-Encoding", "").lower() == "chunked", None
        try:
            length = int(headers.get("Content-Length", ""))
        except ValueError:
            length = -1
        if self._without_body or status in (http.client.NO_CONTENT, http.client.NOT_MODIFIED):
            self.length = 0
        else:
            self.length = None if self.chunked or length < 0 else length
        endless = self.length is None and not self.chunked
        self.will_close = endless or "close" in headers.get("Connection", "").lower()

    def _begin_watching(self, file: Any) -> None:
        lines: Any = _Lines(file)
        self.fp = lines
        try:
            super().begin()
        finally:
            self.fp = file if self.fp is lines else self.fp  # or it was closed
        if not lines.last:  # the empty line that ends the headers is not empty
            raise UnusableAnswerError("The connection closed within the headers of the answer")

    def _safe_read(self, amt: int) -> bytes:
        if amt < 0:  # of a chunk; some versions of http.client would take it for an empty one, and wait for more
            raise UnusableAnswerError(f"A chunk of the answer has {amt} bytes")
        return super()._safe_read(amt)  # type: ignore[misc, no-any-return] # it is not public

    def _read_status(self) -> Any:
        """Return the status line of the answer, and pass over those of interim answers; http.client knows 100 only."""
        for _ in range(MOST_INTERIM + 1):
            line = super()._read_status()  # type: ignore[misc] # it is not public
            if not 100 <= line[1] < 200 or line[1] == http.client.SWITCHING_PROTOCOLS:
                return line
            http.client.parse_headers(self.fp)
        raise UnusableAnswerError(f"More than {MOST_INTERIM} interim answers came before the answer")


def _stated_length(headers: Any) -> Optional[int]:
    """Return the length in headers that http.client cannot read, or None if there is none.

    Raises:
        UnusableAnswerError: It is none. Who waited for the end of the connection might wait in vain, or take a
            part for the whole.
    """
    lengths = {part.strip() for line in headers.get_all("Content-Length", ()) for part in line.split(",")}
    if not lengths:
        return None
    length = lengths.pop()
    if lengths or not re.fullmatch("[0-9]{1,19}", length):
        raise UnusableAnswerError("The Content-Length of the answer is no length")
    return int(length)


class Connection(HTTPConnection):
    """A connection to a server, or to the proxy in front of it."""

    _stride = 1 << 18
    """Bytes that are sent at once, at most."""

    _connecting: Optional[Deadline] = None
    _of_proxy: List[_Answer]
    _unwatched = 0
    _arrived = b""
    _early = False

    def response_class(  # type: ignore[override] # http.client calls it like a class
        self, sock: socket.socket, debuglevel: int = 0, method: Optional[str] = None
    ) -> _Answer:
        """Return the answer that arrives on the socket."""
        arrived, self._arrived = self._arrived, b""
        answer = _Answer(sock, method, arrived, self._deadline, self._early)
        if self._connecting:
            self._of_proxy.append(answer)
        return answer

    @property
    def _deadline(self) -> Deadline:
        return self._connecting or DEADLINE.get()

    # Until the request is sent

    def connect(self) -> None:
        """Connect, through the tunnel of a proxy and with TLS if need be, all of it within the time to connect.

        Raises:
            ConnectTimeoutError: That took too long.
            NewConnectionError: The connection was made and lost.
            SSLError: TLS was refused.
        """
        limit: Any = self.timeout
        seconds = limit if isinstance(limit, (int, float)) else None
        try:
            self._connecting = DEADLINE.get().at_most(seconds)
            self.timeout = self._connecting.within(seconds) if seconds is not None else limit
            super().connect()
        except socket.timeout as error:
            raise ConnectTimeoutError(
                self, f"The server took the connection and did not shake hands for TLS in time ({error})"
            ) from error
        except OSError as error:
            if _is_about_tls(error) or "Tunnel connection failed" in str(error):
                raise
            raise NewConnectionError(self, f"The server took the connection and hung up: {error!r}") from error
        finally:
            self._connecting = None
            self.timeout = limit
        if seconds is not None:
            self.sock.settimeout(seconds)

    def _new_conn(self) -> Any:
        self.sock = super()._new_conn()
        self.sock.settimeout(self._deadline.within(self.sock.gettimeout()))  # what follows shares the time to connect
        return self.sock

    def _tunnel(self) -> None:
        self._of_proxy = []
        try:
            super()._tunnel()
        except (OSError, http.client.HTTPException) as error:
            if "Tunnel connection failed" in str(error):
                raise
            raise ProxyError(
                "Cannot connect to proxy.", NewConnectionError(self, f"It did not answer CONNECT: {error!r}")
            ) from error
        finally:
            for answer in self._of_proxy:  # it keeps the socket open, and http.client forgets it
                answer.close()

    # While the request is sent

    def putheader(self, header: str, *values: Any) -> None:  # type: ignore[override] # as urllib3 calls it
        """Add a header; one of plain ASCII, as nearly all are, without the searches for what is not."""
        text = values[0] if len(values) == 1 else None
        plain = type(header) is type(text) is str and text.isascii() and text.isprintable() and text != SKIP_HEADER
        if plain and is_field_name(header):
            self._output(f"{header}: {text}".encode())  # type: ignore[attr-defined] # it is not public
        else:
            super().putheader(header, *values)

    def send(self, data: Any) -> None:
        """Send data, unless an answer arrives or the server hangs up.

        Raises:
            BrokenPipeError: It did, so the answer is to be read now; urllib3 does that.
            ReadTimeoutError: The server did not take the data in time.
        """
        if self.sock is None and self.auto_open:
            self.connect()
        try:
            deadline = self._deadline
            if deadline.ends is not None:
                self.sock.settimeout(deadline.within(self.sock.gettimeout()))
            sys.audit("http.client.send", self, data)
            if self.debuglevel > 0:
                print("send:", repr(data))  # as http.client shows it
            self._send_watching(memoryview(data))
        except OSError as error:
            if isinstance(error, socket.timeout) and not self._answered():
                reason = "The server does not read what it is sent"
                raise ReadTimeoutError(None, None, reason) from error  # type: ignore[arg-type] # there is no pool here
            self._early = True
            raise BrokenPipeError(errno.EPIPE, str(error)) from error

    def _send_watching(self, data: memoryview) -> None:
        """Send a block; look at what arrives every few blocks, and wherever the server does not take more at once."""
        limit = self.sock.gettimeout()
        within_tls = not isinstance(
            self.sock, socket.socket
        )  # urllib3's TLS within TLS loses what it cannot send at once
        self._unwatched += len(data)
        if self._unwatched >= UNWATCHED:
            self._look()
        try:
            self.sock.settimeout(limit if within_tls else 0)
            while data:
                try:
                    if within_tls:
                        self._wait(limit)
                    data = data[self.sock.send(data[: self._stride]) :]
                except (BlockingIOError, ssl.SSLWantWriteError):
                    self._wait(limit)
                except ssl.SSLWantReadError:  # the server negotiates TLS anew
                    self._wait(limit, write=False)
        finally:
            self.sock.settimeout(limit)

    def _wait(self, limit: Optional[float], write: bool = True) -> None:
        """Wait until the server sends something, or takes more."""
        if not wait.wait_for_socket(self.sock, read=True, write=write, timeout=limit):
            raise socket.timeout("timed out")
        self._look()

    def _look(self) -> None:
        self._unwatched = 0
        if wait.wait_for_read(self.sock, timeout=0) and self._answered():
            raise BrokenPipeError(errno.EPIPE, "The server answered before it had the whole request")

    def _answered(self) -> bool:
        """Tell whether the answer arrives, or the server hung up; never waits."""
        limit = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            arrived = self.sock.recv(RECORD) or b""  # urllib3's TLS within TLS gives 0 at the end
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):  # what arrived was for TLS itself
            return False
        finally:
            self.sock.settimeout(limit)
        self._arrived = re.sub(_INTERIM, b"", self._arrived + arrived, count=1)
        return not arrived or bool(re.match(_FINAL, self._arrived))

    def close(self) -> None:
        """Close the connection; it can be opened again."""
        self._early, self._arrived = False, b""
        super().close()


class SecureConnection(Connection, HTTPSConnection):
    """A connection with TLS."""

    _stride = RECORD  # a socket with TLS takes one at a time


def _is_about_tls(error: OSError) -> bool:
    # A server that hung up; Python before 3.10 has no class of its own for it with OpenSSL 3.
    return isinstance(error, ssl.SSLError) and "EOF" not in str(error)
