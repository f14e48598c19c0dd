"""Connections: what a request may send, and how long it may take to send it."""

from __future__ import annotations

import json
import socket
import struct
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http.client import responses
from typing import Any, Callable, Dict, List, NoReturn, Optional

from waitress.channel import ClientDisconnected, HTTPChannel  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]
from waitress.task import ErrorTask, WSGITask  # type: ignore[import-untyped]

from ..common.errors import ApiError, too_large
from .bodies import FILE_LIMIT, FORM_OVERHEAD

SMALL_BODY = 64 * 1024  # bytes that are taken in from anybody

Admit = Callable[[Dict[str, Any]], int]
"""Returns how many bytes the body of a request may have, from its WSGI environment; refuses with `ApiError`."""


@dataclass(frozen=True)
class Limits:
    """What clients may ask of the server before a request is complete.

    Attributes:
        connections: number of open connections; at that number, those that have been silent longest are closed.
        header_time: seconds for the header of a request, from its first byte.
        silence: seconds without a byte in the middle of a body.
        bodies: bytes of all bodies at a time that are being received or were not read yet.
        linger: seconds for a client to stop sending and read why its request was refused.
    """

    connections: int = 1000
    header_time: float = 10
    silence: float = 30
    bodies: int = 4 * (FILE_LIMIT + FORM_OVERHEAD)
    linger: float = 5


class _Refusal:
    """An `ApiError` in the shape of waitress's own errors."""

    def __init__(self, error: ApiError) -> None:
        self.code = error.status
        self.reason = responses[error.status]
        self.body = error.message
        self.headers = error.headers


class _ErrorTask(ErrorTask):  # type: ignore[misc] # waitress has no types
    """Answers what is no proper HTTP request, or is refused by its header, in the form of the API's errors."""

    def execute(self) -> None:
        error = self.request.error
        refused = isinstance(error, _Refusal)
        self.channel.refused = True
        self.status = f"{error.code} {error.reason}"
        text = error.body if refused else f"{error.reason}: {error.body}"
        body = json.dumps({"error": text}).encode()
        self.response_headers.append(("Content-Type", "application/json"))
        self.response_headers.extend(error.headers.items() if refused else ())
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


class _Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Asks, when the header is there, whether the body may come."""

    def __init__(self, adj: Any, listener: Listener) -> None:
        super().__init__(adj)
        self.began = time.monotonic()
        self._listener = listener
        self._limit: Optional[int] = None

    def received(self, data: bytes) -> int:
        """Take in bytes; return how many."""
        consumed: int = super().received(data)
        if self.headers_finished and not self.empty and self.error is None:
            self._check()
        return consumed

    def _check(self) -> None:
        size = max(self.content_length, self.body_bytes_received)
        if size <= SMALL_BODY:
            return
        try:
            if self._limit is None:
                self._limit = self._listener.admit(self)
                if size <= self._limit:
                    self._listener.reserve(self, self.content_length or self._limit)
            if size > self._limit:
                raise too_large("The body", _in_words(self._limit))
        except ApiError as error:
            self.refuse(error)

    def refuse(self, error: ApiError) -> None:
        """Answer with an error instead of waiting for the rest."""
        self.error = _Refusal(error)
        self.expect_continue = False
        self.completed = True


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """One connection."""

    task_class = _Task
    error_task_class = _ErrorTask
    request: Optional[_Parser]
    will_close: bool
    refused = False
    _lingers_until: Optional[float] = None  # when a refused client that may still be sending is cut off

    def __init__(self, server: Listener, *arguments: Any, **options: Any) -> None:
        self.parser_class = partial(_Parser, listener=server)
        super().__init__(server, *arguments, **options)

    def received(self, data: bytes) -> bool:
        """Take in bytes; tell whether they may have made a request."""
        return self._lingers_until is None and bool(super().received(data))

    def readable(self) -> bool:
        """Tell whether to wait for bytes."""
        return self._lingers_until is not None or bool(super().readable())

    def handle_write(self) -> None:
        """Send what there is to send, or close."""
        if self.refused and self.close_when_flushed:
            self._flush_exception(self._flush_some)
            if self.total_outbufs_len == 0 and not self.will_close:
                self._linger()
                return
        super().handle_write()

    def _linger(self) -> None:
        """Go on reading for a while: closing now would reset the connection, and the client might never see why."""
        self.close_when_flushed = False
        self._lingers_until = time.monotonic() + self.server.limits.linger
        with suppress(OSError):  # the client is gone
            self.socket.shutdown(socket.SHUT_WR)

    def handle_close(self) -> None:
        """Let go of the connection, and of the part of a body that came before the client hung up."""
        if self.request is not None:
            self.request.close()
        super().handle_close()

    def check_time(self, now: float) -> None:
        """Refuse a request that does not get complete, and cut off a client that does not stop sending."""
        limits = self.server.limits
        if self._lingers_until is not None:
            self.will_close = self.will_close or now > self._lingers_until
            return
        with self.requests_lock:
            request = self.request
            if request is None or self.requests:
                return
            if request.headers_finished:
                late = time.time() - self.last_activity > limits.silence
            else:
                late = now - request.began > limits.header_time
            if late:
                request.refuse(ApiError(408, "The request was not sent completely in time"))
                self.request = None
                self.requests.append(request)
                self.server.add_task(self)

    @property
    def idle(self) -> bool:
        """Whether no request of this connection is being carried out or answered."""
        return not (self.requests or self.total_outbufs_len or self.will_close)

    def held(self, without: Optional[_Parser] = None) -> int:
        """Return the bytes of the bodies that are being received or were not read yet, but for one of them."""
        requests = [*self.requests, *([self.request] if self.request is not None else [])]
        return sum(max(each.content_length, each.body_bytes_received) for each in requests if each is not without)


class Listener(TcpWSGIServer):  # type: ignore[misc] # waitress has no types
    """Accepts connections.

    Args:
        limits: what clients may ask.
        admit: asked before a body larger than `SMALL_BODY` is received.
    """

    channel_class = Channel

    def __init__(self, limits: Limits, admit: Admit, *arguments: Any, **options: Any) -> None:
        self.limits = limits
        self._admit = admit
        super().__init__(*arguments, **options)

    def admit(self, request: _Parser) -> int:
        """Return how long the body of a request may be; `ApiError` if it may not come at all."""
        return self._admit(_environ(request))

    def reserve(self, request: _Parser, size: int) -> None:
        """Refuse a body for which there is no room at the moment."""
        if sum(channel.held(without=request) for channel in self._channels()) + size > self.limits.bodies:
            raise ApiError(503, "Too many large bodies are being received; try again", {"Retry-After": "1"})

    def readable(self) -> bool:
        """Tell whether to wait for connections; make room for them."""
        if len(self._map) >= self.limits.connections:
            idle = sorted((each for each in self._channels() if each.idle), key=lambda each: each.last_activity)
            for channel in idle[: max(1, self.limits.connections // 10)]:
                channel.will_close = True
        return bool(super().readable())

    def maintenance(self, now: float) -> None:
        """Close what has been idle or incomplete for too long."""
        super().maintenance(now)
        for channel in self._channels():
            channel.check_time(time.monotonic())

    def _channels(self) -> List[Channel]:
        return list(self.active_channels.values())


def _environ(request: _Parser) -> Dict[str, Any]:
    names = {"CONTENT_TYPE": "CONTENT_TYPE", "CONTENT_LENGTH": "CONTENT_LENGTH"}
    environ = {names.get(name, f"HTTP_{name}"): value for name, value in request.headers.items()}
    environ.update(REQUEST_METHOD=request.command.upper(), REQUEST_URI=request.request_uri, PATH_INFO=request.path)
    return environ


def _in_words(size: int) -> str:
    if size >= FILE_LIMIT:
        return "2 GB"
    return f"{size // 1024**2} MB" if size >= 1024**2 else f"{size // 1024} kB"
