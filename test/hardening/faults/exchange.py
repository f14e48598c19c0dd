"""A connection as a fault sees it, and what faults do to it."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import struct
import time
from typing import Any, Dict, List, NamedTuple, Optional

REASONS = {200: "OK", 201: "Created", 204: "No Content", 302: "Found", 401: "Unauthorized", 404: "Not Found"}


class Answer(NamedTuple):
    """An answer that would be right."""

    status: int
    body: bytes
    media_type: str = "application/json"

    def head(self, *headers: str, length: Optional[int] = None) -> bytes:
        """Return the headers, with the length of the body unless others are given."""
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}"]
        if self.status != 204:
            lines.append(f"Content-Type: {self.media_type}")
        if not headers and self.status != 204:
            headers = (f"Content-Length: {len(self.body) if length is None else length}",)
        return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1")

    def encode(self) -> bytes:
        """Return all of it."""
        return self.head() + self.body


def json_answer(status: int, value: Any) -> Answer:
    """Return an answer with JSON."""
    return Answer(status, b"" if status == 204 else json.dumps(value).encode())


class Arrival(NamedTuple):
    """The headers of a request that were read.

    Attributes:
        method: HTTP method.
        target: Path and query.
        headers: Headers by their names in lower case.
    """

    method: str
    target: str
    headers: Dict[str, str]


class Exchange:
    """A connection, with the request that came on it if it was read already.

    Args:
        sock: The socket, with TLS if it was agreed on.
        request: The headers of the request; None before one was read.
        answer: What would be right to answer.
    """

    def __init__(self, sock: socket.socket, request: Optional[Arrival], answer: Answer) -> None:
        self.sock = sock
        self.request = request
        self.answer = answer

    @property
    def full(self) -> Answer:
        """The right answer; one with a body, also where the API has none."""
        return self.answer if self.answer.body else json_answer(200, {"deleted": "churn"})

    def send(self, *blocks: bytes) -> None:
        """Send blocks, one after the other."""
        for block in blocks:
            self.sock.sendall(block)

    def reset(self) -> None:
        """Close the connection with RST."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # A socket with TLS closes with its plain one.
        self.sock.close()

    def wait_for_end(self) -> None:
        """Read until the client hangs up, or the server ends; nothing is answered."""
        with contextlib.suppress(OSError):
            while self.sock.recv(1 << 16):
                pass

    def wait_unread(self) -> None:
        """Wait until the client hangs up, or the server ends, and read nothing meanwhile."""
        watched = select.poll()
        watched.register(self.sock, select.POLLRDHUP)
        watched.poll()

    def pause(self, seconds: float) -> None:
        """Let some time pass."""
        time.sleep(seconds)


def chunks(body: bytes, size: int) -> List[bytes]:
    """Return a body as chunks, with the last one."""
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return [b"%x\r\n%s\r\n" % (len(part), part) for part in parts] + [b"0\r\n\r\n"]
