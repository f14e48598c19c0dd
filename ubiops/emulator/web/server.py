"""The HTTP server: waitress, in a thread."""

from __future__ import annotations

import errno
import socket
import sys
import threading
from typing import Any, Callable, Dict, Optional

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.adjustments import Adjustments  # type: ignore[import-untyped]

from ..platform import DIRECT_REQUESTS
from .connections import Admit, Channel, Limits, Listener
from .threads import Threads

_THREADS = DIRECT_REQUESTS + 32
_TICK = 2  # seconds between looks at connections that are late
_WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what to call when everything is listened to


class Server:
    """Listens at once, serves after `start`.

    Args:
        host: name or address to listen on.
        port: TCP port, 0 for any free one.
        limits: what clients may ask of it.

    Raises:
        OSError: the address cannot be used, e.g. because the port is busy.
    """

    def __init__(self, host: str, port: int, limits: Optional[Limits] = None) -> None:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self._socket = socket.socket(family, kind, protocol)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            # Two sockets may bind to a port as long as neither listens; only this tells that it is ours.
            self._socket.listen(1024)
        except BaseException as error:
            self._socket.close()
            if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
                text = f"port {port} is in use already, perhaps by another emulator"
                raise OSError(errno.EADDRINUSE, f"{text}; choose another, or 0 for any free one") from None
            raise
        bound = self._socket.getsockname()
        name = _WILDCARDS.get(bound[0], bound[0])
        self.url = f"http://[{name}]:{bound[1]}" if ":" in name else f"http://{name}:{bound[1]}"
        self.loopback = bound[0] == "::1" or bound[0].startswith("127.")
        self._limits = limits or Limits()
        self._map: Dict[int, Any] = {}
        self._server: Any = None
        self._thread: Optional[threading.Thread] = None
        self._closing = threading.Event()

    def start(self, application: Callable[..., Any], admit: Admit) -> None:
        """Begin to serve a WSGI application.

        Args:
            application: what answers.
            admit: asked before a large body is received.
        """
        settings = Adjustments(
            connection_limit=self._limits.connections,
            backlog=1024,
            channel_timeout=300,
            cleanup_interval=_TICK,
            recv_bytes=256 * 1024,
            max_request_body_size=sys.maxsize,  # `admit` knows better
            clear_untrusted_proxy_headers=True,
            ident="UbiOps emulator",
        )
        bound = self._socket
        self._server = Listener(
            self._limits,
            admit,
            application,
            self._map,
            _sock=bound,
            dispatcher=Threads(_THREADS),
            adj=settings,
            sockinfo=(bound.family, bound.type, bound.proto, bound.getsockname()),
            bind_socket=False,
        )
        self._thread = threading.Thread(target=self._serve, name="ubiops-server", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        # waitress's own loop ends by an exception in its thread only; this one can be asked to.
        while not self._closing.is_set():
            wasyncore.loop(timeout=_TICK, use_poll=True, map=self._map, count=1)

    def stop(self) -> None:
        """Take no further requests; those that run may finish."""
        self._closing.set()
        if self._thread is not None:
            self._server.pull_trigger()
            self._thread.join()
            self._thread = None

    def close(self) -> None:
        """Stop the threads and close all connections. Idempotent."""
        self.stop()
        if self._server is not None:
            self._server.task_dispatcher.shutdown(timeout=5)
            for channel in list(self._map.values()):
                if isinstance(channel, Channel):
                    channel.handle_close()  # close_all would leave the files open that are half sent
            wasyncore.close_all(self._map, ignore_all=True)
            self._server = None
        self._socket.close()
