"""A loopback HTTP server that records what it receives and answers, or misbehaves, as it is told."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import ssl
import struct
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Type, TypeVar, Union

REASONS = {200: "OK", 201: "Created", 204: "No Content", 400: "Bad Request", 404: "Not Found", 503: "Unavailable"}


class Request(NamedTuple):
    """A request as it came over the wire."""

    method: str
    target: str
    headers: Dict[str, str]
    body: bytes
    connection: int

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    def header(self, name: str) -> Optional[str]:
        """Return a header by its name in any case."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), None)


@dataclass(frozen=True)
class Reply:
    """An answer, good or bad.

    Attributes:
        body: What is sent; JSON if it is not bytes.
        cut: Send only so many bytes of the body, then close.
        reset: Close with RST in place of an answer, after the request was read.
        stall: Send nothing until the client hangs up.
        close: Close the connection after the answer.
    """

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: Optional[int] = None
    reset: bool = False
    stall: bool = False
    close: bool = False

    def encode(self) -> bytes:
        """Return the bytes of the answer."""
        headers = dict(self.headers)
        body = self.body
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        if self.status != 204 and "Transfer-Encoding" not in headers:
            headers.setdefault("Content-Length", str(len(body)))
        head = f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        sent = body if self.cut is None else body[: self.cut]
        return head.encode("latin-1") + b"\r\n" + sent


Answer = Union[Reply, Callable[[Request], Reply]]
S = TypeVar("S", bound="Server")


class Server:
    """Answers requests on a free port of 127.0.0.1, each connection in a thread.

    Args:
        answers: The replies in order; the last one answers all further requests. A reply may be a
            function of the request.
        context: Makes it a TLS server.
        keep_bodies: Whether bodies are recorded; large ones are only counted if not.
        port: Where to listen; a free port if 0.
    """

    def __init__(
        self, *answers: Answer, context: Optional[ssl.SSLContext] = None, keep_bodies: bool = True, port: int = 0
    ) -> None:
        self.answers: List[Answer] = list(answers) or [Reply()]
        self.requests: List[Request] = []
        self.connections = 0
        self.body_bytes = 0
        self._keep_bodies = keep_bodies
        self._context = context
        self._lock = threading.Lock()
        self._arrived = threading.Condition(self._lock)
        self._open: List[socket.socket] = []
        self._threads: List[threading.Thread] = []
        self._stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=64)
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """The base URL, as it goes into `Configuration.host`."""
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}/v2.1"

    def __enter__(self: S) -> S:
        thread = threading.Thread(target=self._accept)
        self._threads.append(thread)
        thread.start()
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Close everything; wait for the threads."""
        self._stopping.set()
        with self._lock:
            for connection in self._open:
                _shut(connection)
        with contextlib.suppress(OSError):  # wakes the thread that accepts
            socket.create_connection(("127.0.0.1", self.port)).close()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def wait_for(self, count: int, timeout: float = 60.0) -> None:
        """Wait until so many requests have arrived."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.requests) >= count, timeout), self.requests

    def _accept(self) -> None:
        while not self._stopping.is_set():
            readable, _, _ = select.select([self._listener], [], [], 0.05)
            if not readable:
                continue
            connection, _ = self._listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self.connections += 1
                number = self.connections
                self._note(connection)
            thread = threading.Thread(target=self._serve, args=(connection, number))
            self._threads.append(thread)
            thread.start()

    def _note(self, connection: socket.socket) -> None:
        """Remember to close a connection at the end, which may have come already."""
        self._open.append(connection)
        if self._stopping.is_set():
            _shut(connection)

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            if self._context:
                raw, connection = connection, self._context.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.remove(raw)
                    self._note(connection)
            with connection, connection.makefile("rb") as stream:
                while self._answer(connection, stream, number):
                    pass
        except (OSError, ValueError):
            pass  # the client hung up, or the test is over
        finally:
            with self._lock:
                if connection in self._open:
                    self._open.remove(connection)
            connection.close()

    def _answer(self, connection: socket.socket, stream: Any, number: int) -> bool:
        request = self._read(stream, number)
        if request is None:
            return False
        with self._arrived:
            self.requests.append(request)
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            self._arrived.notify_all()
        reply = answer(request) if callable(answer) else answer
        if reply.stall:
            while not self._stopping.is_set():
                readable, _, _ = select.select([connection], [], [], 0.05)
                if readable and not connection.recv(1, socket.MSG_PEEK):
                    break
            return False
        if reply.reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        connection.sendall(reply.encode())
        return not (reply.close or reply.cut is not None)

    def _read(self, stream: Any, number: int) -> Optional[Request]:
        line = stream.readline()
        if not line:
            return None
        method, target, _ = line.decode("latin-1").split(" ", 2)
        headers: Dict[str, str] = {}
        for raw in iter(stream.readline, b"\r\n"):
            if not raw:
                return None
            name, _, value = raw.decode("latin-1").partition(":")
            headers[name] = value.strip()
        lowered = {name.lower(): value for name, value in headers.items()}
        if lowered.get("transfer-encoding", "").lower() == "chunked":
            body = self._read_chunks(stream)
        else:
            body = self._read_exactly(stream, int(lowered.get("content-length", "0")))
        return Request(method, target, headers, body, number)

    def _read_exactly(self, stream: Any, length: int) -> bytes:
        pieces = []
        while length:
            piece = stream.read(min(length, 1 << 16))
            if not piece:
                break
            length -= len(piece)
            self.body_bytes += len(piece)
            if self._keep_bodies:
                pieces.append(piece)
        return b"".join(pieces)

    def _read_chunks(self, stream: Any) -> bytes:
        body = b""
        while True:
            size = int(stream.readline().split(b";")[0], 16)
            body += self._read_exactly(stream, size)
            stream.readline()
            if not size:
                return body


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it is closed already
        connection.shutdown(socket.SHUT_RDWR)
