"""A server that answers before it has read the request, whoever may still be sending."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import struct
import threading
from types import TracebackType
from typing import Callable, List, Optional, Type

ENDINGS = ("close", "reset", "half-close", "read on", "stay deaf")

PATIENCE = 60
"""Seconds, more than even a busy machine needs."""


class EarlyServer:
    """Answers each connection as soon as the headers of its request are there; use it as a context manager.

    Args:
        answer: The bytes of the answer.
        ending: What follows the answer: ``close`` (with what was not read, so that the client is reset),
            ``reset`` at once, ``half-close`` and ``read on``, or neither read nor close (``stay deaf``).
        body: Bytes of the body that are read before the answer.
        context: Makes it a TLS server.

    Attributes:
        requests: Requests that it has answered.
        read: Bytes of bodies that it has read before its answer.
        gave_up: Whether it stayed deaf until it tired of that, so that somebody waited in vain.
    """

    def __init__(self, answer: bytes, ending: str, body: int = 0, context: Optional[ssl.SSLContext] = None) -> None:
        self._answer = answer
        self._ending = ending
        self._body = body
        self._context = context
        self.requests = 0
        self.read = 0
        self.gave_up = False
        self._stopping = threading.Event()
        self._threads: List[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = f"{'https' if context else 'http'}://{self.address}"

    def __enter__(self) -> EarlyServer:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _start(self, target: Callable[..., object], *arguments: object) -> None:
        self._threads.append(threading.Thread(target=target, args=arguments))
        self._threads[-1].start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            if select.select([self._listener], [], [], 0.05)[0]:
                self._start(self._serve, self._listener.accept()[0])

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or a reset overtakes the answer
        with contextlib.suppress(OSError):  # the client hung up
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            self._take(connection)
            connection.sendall(self._answer)
            self._end(connection)
        connection.close()

    def _take(self, connection: socket.socket) -> None:
        seen = b""
        while b"\r\n\r\n" not in seen:
            seen += connection.recv(1)  # not a byte more, so that the rest is unread when it closes
        self.requests += 1
        while self.read < self._body:
            self.read += len(connection.recv(1 << 16))

    def _end(self, connection: socket.socket) -> None:
        if self._ending == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif self._ending == "half-close":
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 16):
                pass
        elif self._ending == "read on":
            while not self._stopping.is_set() and connection.recv(1 << 16):
                pass
        elif self._ending == "stay deaf":
            self.gave_up = not self._stopping.wait(PATIENCE)
