"""The HTTP server: waitress, in a thread."""

from __future__ import annotations

import json
import socket
import struct
import threading
from typing import Any, Callable, Dict, NoReturn, Optional

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.channel import ClientDisconnected, HTTPChannel  # type: ignore[import-untyped]
from waitress.server import create_server  # type: ignore[import-untyped]
from waitress.task import ErrorTask, WSGITask  # type: ignore[import-untyped]

from ..platform import DIRECT_REQUESTS
from .bodies import FILE_LIMIT, FORM_OVERHEAD

_THREADS = DIRECT_REQUESTS + 32
_WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what to call when everything is listened to


class _JsonErrorTask(ErrorTask):  # type: ignore[misc] # waitress has no types
    """Answers what is no proper HTTP request in the form of the API's errors."""

    def execute(self) -> None:
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        text = "The body exceeds the limit of 2 GB" if error.code == 413 else f"{error.reason}: {error.body}"
        body = json.dumps({"error": text}).encode()
        self.response_headers.append(("Content-Type", "application/json"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Task(WSGITask):  # type: ignore[misc] # waitress has no types
    """Lets the application end the connection in the middle of an answer, by `environ["ubiops.disconnect"]`."""

    def get_environment(self) -> Any:
        environ = super().get_environment()
        environ["ubiops.disconnect"] = self._disconnect
        return environ

    def _disconnect(self, *, reset: bool) -> NoReturn:
        if reset:  # closing discards what is not sent yet, and tells the client so by a reset
            self.channel.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise ClientDisconnected


class _Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    task_class = _Task
    error_task_class = _JsonErrorTask


class Server:
    """Listens at once, serves after `start`.

    Args:
        host: name or address to listen on.
        port: TCP port, 0 for any free one.

    Raises:
        OSError: the address cannot be used, e.g. because the port is busy.
    """

    def __init__(self, host: str, port: int) -> None:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self._socket = socket.socket(family, kind, protocol)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            # Two sockets may bind to a port as long as neither listens; only this tells that it is ours.
            self._socket.listen(1024)
        except BaseException:
            self._socket.close()
            raise
        bound = self._socket.getsockname()
        name = _WILDCARDS.get(bound[0], bound[0])
        self.url = f"http://[{name}]:{bound[1]}" if ":" in name else f"http://{name}:{bound[1]}"
        self.loopback = bound[0] == "::1" or bound[0].startswith("127.")
        self._map: Dict[int, Any] = {}
        self._server: Any = None
        self._thread: Optional[threading.Thread] = None
        self._closing = threading.Event()

    def start(self, application: Callable[..., Any]) -> None:
        """Begin to serve a WSGI application."""
        self._server = create_server(
            application,
            map=self._map,
            sockets=[self._socket],
            threads=_THREADS,
            connection_limit=1000,
            backlog=1024,
            channel_timeout=300,
            recv_bytes=256 * 1024,
            max_request_body_size=FILE_LIMIT + FORM_OVERHEAD,
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=True,
            ident="UbiOps emulator",
        )
        self._server.channel_class = _Channel
        self._thread = threading.Thread(target=self._serve, name="ubiops-server", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        # waitress's own loop ends by an exception in its thread only; this one can be asked to.
        while not self._closing.is_set():
            wasyncore.loop(timeout=30, use_poll=True, map=self._map, count=1)

    def stop_accepting(self) -> None:
        """Take no further requests; those that run may finish."""
        self._closing.set()
        if self._thread is not None:
            self._server.pull_trigger()
            self._thread.join()
            self._thread = None

    def close(self) -> None:
        """Stop the threads and close all connections. Idempotent."""
        self.stop_accepting()
        if self._server is not None:
            self._server.task_dispatcher.shutdown(timeout=5)
            for channel in list(self._map.values()):
                if isinstance(channel, HTTPChannel):
                    channel.handle_close()  # close_all would leave the files open that are half sent
            wasyncore.close_all(self._map, ignore_all=True)
            self._server = None
        self._socket.close()
