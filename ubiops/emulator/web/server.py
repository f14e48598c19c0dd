"""The HTTP server: waitress, in a loop of asyncio."""

from __future__ import annotations

import errno
import socket
import sys
from typing import Any, Callable, Optional

from waitress.adjustments import Adjustments  # type: ignore[import-untyped]

from ..common.background import Background
from ..common.loop import Loop
from ..platform import DIRECT_REQUESTS
from .connections import Admit, Limits, Listener

_THREADS = DIRECT_REQUESTS + 32
_PATIENCE = 5  # seconds for what still runs at the end
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
        self._threads = Background("ubiops-call", _THREADS)
        self._loop: Optional[Loop] = None
        self._listener: Optional[Listener] = None

    def start(self, application: Callable[..., Any], admit: Admit, loop: Loop) -> None:
        """Begin to serve an application of WSGI, but for one thing: it is a coroutine function.

        Args:
            application: what answers.
            admit: asked before a large body is received.
            loop: where it is served.
        """
        settings = Adjustments(
            backlog=1024,
            channel_timeout=300,
            recv_bytes=256 * 1024,
            outbuf_high_watermark=sys.maxsize,  # nothing could wait for the loop
            outbuf_overflow=sys.maxsize,  # a full disk would break answers off that have been made in memory anyway
            max_request_body_size=sys.maxsize,  # `admit` knows better
            clear_untrusted_proxy_headers=True,
            ident="UbiOps emulator",
        )
        settings.send_bytes = sys.maxsize  # header and body go together
        bound = self._socket

        async def listen() -> Listener:
            return Listener(
                loop,
                self._threads,
                self._limits,
                admit,
                application,
                {},
                _sock=bound,
                adj=settings,
                sockinfo=(bound.family, bound.type, bound.proto, bound.getsockname()),
                bind_socket=False,
            )

        self._loop = loop
        self._listener = loop.start(listen()).result()

    def stop(self) -> None:
        """Take no further requests; those that run may finish."""
        if self._loop is not None and self._listener is not None:
            self._loop.start(self._listener.stop()).result()

    def close(self) -> None:
        """Stop the threads and close all connections. Idempotent."""
        self.stop()
        if self._loop is not None and self._listener is not None:
            self._loop.start(self._listener.finish(_PATIENCE)).result()
            self._listener = None
        self._threads.join(_PATIENCE)
        self._socket.close()
