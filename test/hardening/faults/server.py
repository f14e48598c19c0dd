"""A server that answers well, but for the fault that it is to show."""

from __future__ import annotations

import contextlib
import math
import socket
import ssl
import threading
from types import TracebackType
from typing import Callable, Iterator, List, NamedTuple, Optional, Tuple, Type

from .exchange import Answer, Arrival, Exchange

Play = Callable[[Exchange], bool]
"""Does something to a connection; returns whether the server goes on with it."""


class Orders(NamedTuple):
    """When a server misbehaves.

    Attributes:
        play: What it does then.
        stage: At which moment: `connection` (before TLS and before a request is read), `handshake` (with the context
            of `handshake`), `head` (nothing of the body was read), `body` (which is read byte by byte), `request` (all
            was read), or `idle` (after an answer that was right).
        times: On how many occasions.
        after: Method and path of the request that has to be answered before; None for none.
        handshake: The TLS of that stage.
    """

    play: Optional[Play]
    stage: str
    times: float = math.inf
    after: Optional[Tuple[str, str]] = None
    handshake: Optional[ssl.SSLContext] = None


class MisbehavingServer:
    """Serves on a free port of 127.0.0.1, each connection in a thread; use it as a context manager.

    Args:
        right: Returns the right answer for a method, a path and a body.
        orders: When it misbehaves; never if None.
        context: Makes it a TLS server.

    Attributes:
        arrivals: The requests whose headers were read.
        idled: Set once the fault of the stage `idle` was played.
    """

    def __init__(
        self,
        right: Callable[[str, str, bytes], Answer],
        orders: Optional[Orders] = None,
        context: Optional[ssl.SSLContext] = None,
    ) -> None:
        self.arrivals: List[Arrival] = []
        self.idled = threading.Event()
        self._right = right
        self._orders = orders
        self._context = context
        self._left = orders.times if orders else 0
        self._armed = orders is not None and orders.after is None
        self._lock = threading.Lock()
        self._open: List[socket.socket] = []
        self._threads: List[threading.Thread] = []
        self._stopping = False
        with _bound(0) as free:
            # A port that was asked for by its number stays when nobody listens any more.
            self._listener = _bound(free.getsockname()[1])
        self._fillers: List[socket.socket] = []
        self._listening = False
        self._accepting: Optional[threading.Thread] = None
        self.port: int = self._listener.getsockname()[1]
        self.on_armed: Callable[[], None] = lambda: None

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}/v2.1"

    def __enter__(self) -> MisbehavingServer:
        self.listen()
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.stop()

    def listen(self) -> None:
        """Take connections."""
        self.refuse()
        self._listener.listen(64)
        self._listening = True
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    def refuse(self) -> None:
        """Take no connections any more: the port is closed, and stays ours."""
        if self._listening:  # else connections that come later would be shut, too
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listening = False
        if self._accepting is not None:
            self._accepting.join()
        self._accepting = None

    def clog(self) -> None:
        """Neither take connections nor refuse them: the queue is full, and the kernel drops what comes."""
        self.refuse()
        self._listener.listen(0)
        self._listening = True
        for _ in range(2):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", self.port))
            self._fillers.append(filler)

    def mend(self) -> None:
        """Behave from now on."""
        with self._lock:
            self._left = 0

    def stop(self) -> None:
        """Close everything; wait for the threads."""
        with self._lock:
            self._stopping = True
            for sock in [*self._open, *self._fillers]:
                _shut(sock)
        self.refuse()
        for thread in self._threads:
            thread.join()
        for filler in self._fillers:
            filler.close()
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # it does not listen any more
            while True:
                sock, _ = self._listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                thread = threading.Thread(target=self._serve, args=(sock,))
                self._threads.append(thread)
                thread.start()

    @contextlib.contextmanager
    def _opened(self, sock: socket.socket) -> Iterator[socket.socket]:
        """Close a socket at the end, or when the server ends."""
        with self._lock:
            self._open.append(sock)
            if self._stopping:
                _shut(sock)
        try:
            yield sock
        finally:
            with self._lock:
                self._open.remove(sock)
            sock.close()

    def _strikes(self, stage: str) -> bool:
        """Tell whether the fault is due, and count it."""
        with self._lock:
            due = self._orders is not None and self._orders.stage == stage and self._armed and self._left > 0
            self._left -= due
            return due

    def _play(self, exchange: Exchange) -> bool:
        assert self._orders is not None and self._orders.play is not None
        return self._orders.play(exchange)

    def _serve(self, raw: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), self._opened(raw):  # the client hung up
            if self._strikes("connection"):
                self._play(Exchange(raw, None, self._right("GET", "/", b"")))
                return
            if self._context is None:
                self._converse(raw)
                return
            context = self._context
            if self._strikes("handshake"):
                assert self._orders is not None and self._orders.handshake is not None
                context = self._orders.handshake
            with context.wrap_socket(raw.dup(), server_side=True) as secure:
                raw.close()
                with self._opened(secure):
                    self._converse(secure)

    def _converse(self, sock: socket.socket) -> None:
        stream = _Stream(sock, sparing=self._orders is not None and self._orders.stage == "head")
        while self._answer(sock, stream):
            pass

    def _answer(self, sock: socket.socket, stream: _Stream) -> bool:
        request = stream.head()
        if request is None:
            return False
        self.arrivals.append(request)
        path = request.target.partition("?")[0]
        if self._strikes("head"):
            exchange = Exchange(sock, request, self._right(request.method, path, b""))
            goes_on = self._play(exchange)
            if goes_on:
                stream.body(request)
            return goes_on
        body = stream.body(request, 1 if self._strikes("body") else 1 << 18)
        right = self._right(request.method, path, body)
        exchange = Exchange(sock, request, right)
        if self._strikes("request"):
            return self._play(exchange)
        arms = self._orders is not None and self._orders.after == (request.method, path)
        last = arms and self._orders is not None and self._orders.stage in ("connection", "handshake")
        answer = right.encode()
        if arms:
            self.on_armed()
            self._armed = True
        if last:  # the next request is to come on another connection
            answer = answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
        sock.sendall(answer)
        if self._strikes("idle"):
            goes_on = self._play(exchange)
            self.idled.set()
            return goes_on
        return not last


def _shut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it is closed already
        sock.shutdown(socket.SHUT_RDWR)


def _bound(port: int) -> socket.socket:
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    return sock


class _Stream:
    """Requests that arrive on a socket.

    Args:
        sock: The socket.
        sparing: Whether to read nothing beyond the headers, so that the body is unread when the socket is closed.
    """

    def __init__(self, sock: socket.socket, sparing: bool) -> None:
        self._sock = sock
        self._block = 1 if sparing else 1 << 16
        self._rest = b""

    def head(self) -> Optional[Arrival]:
        """Return the headers of the next request; None at the end."""
        while b"\r\n\r\n" not in self._rest:
            arrived = self._sock.recv(self._block)
            if not arrived:
                return None
            self._rest += arrived
        head, self._rest = self._rest.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        pairs = (line.partition(":") for line in lines)
        return Arrival(method, target, {name.lower(): value.strip() for name, _, value in pairs})

    def body(self, request: Arrival, at_once: int = 1 << 18) -> bytes:
        """Return the body, and read no more than so many bytes at once."""
        length = int(request.headers.get("content-length", "0"))
        body = bytearray(self._rest[:length])
        self._rest = self._rest[length:]
        while len(body) < length:
            arrived = self._sock.recv(min(at_once, length - len(body)))
            if not arrived:
                raise OSError("The client hung up within the body")
            body += arrived
        return bytes(body)
