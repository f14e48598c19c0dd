"""A server that sends the end of its answer byte by byte."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from types import TracebackType
from typing import List, Optional, Type


class DrippingServer:
    """Answers one request on each connection; use it as a context manager.

    Args:
        at_once: What is sent as soon as the headers of the request are there.
        dripping: What follows, with a pause before each byte.
        pause: Seconds of that pause.
        context: Makes it a TLS server.
    """

    def __init__(
        self, at_once: bytes, dripping: bytes, pause: float = 0.03, context: Optional[ssl.SSLContext] = None
    ) -> None:
        self.connections = 0
        self._at_once = at_once
        self._dripping = dripping
        self._pause = pause
        self._context = context
        self._stopping = threading.Event()
        self._threads: List[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self._listener.getsockname()[1]}/v2.1"

    def __enter__(self) -> DrippingServer:
        self._threads.append(threading.Thread(target=self._accept))
        self._threads[0].start()
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

    def _accept(self) -> None:
        while not self._stopping.is_set():
            if select.select([self._listener], [], [], 0.05)[0]:
                self.connections += 1
                self._threads.append(threading.Thread(target=self._serve, args=(self._listener.accept()[0],)))
                self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(60)
        with contextlib.suppress(OSError):  # the client hung up
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            seen = b""
            while b"\r\n\r\n" not in seen:
                seen += connection.recv(1 << 16)
            connection.sendall(self._at_once)
            for index in range(len(self._dripping)):
                if self._stopping.wait(self._pause):
                    break
                connection.sendall(self._dripping[index : index + 1])
        connection.close()
