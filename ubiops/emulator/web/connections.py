"""Connections: what a request may send, and how long it may take to send it."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional, TypeVar

from waitress.channel import ClientDisconnected, HTTPChannel  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]

from ..common.background import Background
from ..common.errors import ApiError, disk_full, no_room, too_large
from ..common.loop import Loop, later
from .bodies import FILE_LIMIT, FORM_OVERHEAD, SMALL_BODY
from .tasks import ErrorTask, Refusal, Task, failed
from .watched import Watched

_STRIDE = 1024**2  # bytes of an answer that are sent before others have their turn

T = TypeVar("T")

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
        look: seconds between looks at connections that are late, which are so much later at most when they are closed.
    """

    connections: int = 1000
    header_time: float = 10
    silence: float = 30
    bodies: int = 4 * (FILE_LIMIT + FORM_OVERHEAD)
    linger: float = 5
    look: float = 2


class _Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Asks, when the header is there, whether the body may come."""

    def __init__(self, adj: Any, listener: Listener) -> None:
        super().__init__(adj)
        self.began = time.monotonic()
        self._listener = listener
        self._limit: Optional[int] = None

    def received(self, data: bytes) -> int:
        """Take in bytes; return how many."""
        try:
            consumed: int = super().received(data)
        except OSError as error:  # a long body goes to the disk
            if not disk_full(error):
                raise
            self.refuse(no_room())
            return len(data)
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
        self.error = Refusal(error)
        self.expect_continue = False
        self.completed = True


class Channel(Watched, HTTPChannel):  # type: ignore[misc] # waitress has no types
    """One connection."""

    request: Optional[_Parser]
    requests: List[_Parser]
    will_close: bool
    refused = False
    _answering = False
    _sent = 0  # bytes since others have had their turn
    _lingers_until: Optional[float] = None  # when a refused client that may still be sending is cut off

    def __init__(self, server: Listener, *arguments: Any, **options: Any) -> None:
        self.loop = server.loop
        self.parser_class = partial(_Parser, listener=server)
        super().__init__(server, *arguments, **options)

    def received(self, data: bytes) -> bool:
        """Take in bytes; tell whether they may have made a request."""
        return self._lingers_until is None and bool(super().received(data))

    def readable(self) -> bool:
        """Tell whether to wait for bytes."""
        return self._lingers_until is not None or (bool(super().readable()) and not self.server.stopped)

    def handle_read(self) -> None:
        """Take in what has come, and answer what is complete."""
        super().handle_read()
        self.answer()

    def handle_write(self) -> None:
        """Send what there is to send, or close."""
        self._sent = 0
        self._flush_exception(self._flush_some)
        if self.close_when_flushed and not self.total_outbufs_len:
            if self.refused and not self.will_close:
                self._linger()
                return
            self.will_close = True
        if self.will_close:
            self.handle_close()
        else:
            self.answer()

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send some of the bytes; return how many."""
        if self._sent >= _STRIDE:
            return 0
        sent: int = super().send(data, do_close)
        self._sent += sent
        return sent

    def del_channel(self, *arguments: Any) -> None:
        """Forget the connection, which makes room for others."""
        super().del_channel(*arguments)
        self.server.look()

    def answer(self) -> None:
        """Begin with the requests that have come, unless they are being answered."""
        if self.requests and not self._answering:
            self._answering = True
            self.loop.begin(self._answer())

    async def _answer(self) -> None:
        try:
            # One after the other, and none before the answer to the one before has been sent.
            while self.requests and self.connected and not self.total_outbufs_len and not self.server.stopped:
                await self._carry_out(self.requests[0])
                if self.requests:
                    await later()
        except Exception:
            self.logger.exception("A connection failed")
            self.handle_close()
        finally:
            self._answering = False
        self.look()

    async def _carry_out(self, request: _Parser) -> None:
        task = ErrorTask(self, request) if request.error else Task(self, request)
        try:
            await task.carry_out()
        except ClientDisconnected:  # the client is gone, or shall find the connection broken
            task.close_on_finish = True
        except Exception:
            self.logger.exception("Exception while serving %s", request.path)
            if not task.wrote_header:
                failed(request)
                await ErrorTask(self, request).carry_out()
            task.close_on_finish = True
        self.last_activity = time.time()
        if task.close_on_finish:
            self.close_when_flushed = True
            for each in self.requests:
                each.close()
            self.requests = []
        else:
            self.requests.pop(0).close()
            self.current_outbuf_count = self.adj.outbuf_high_watermark  # the next answer has a buffer of its own
            waiting = self.request
            if waiting is not None and waiting.expect_continue and waiting.headers_finished and not self.requests:
                self.send_continue()
        if self.connected:
            self.handle_write()

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
        self.answer()

    @property
    def idle(self) -> bool:
        """Whether no request of this connection is being carried out or answered."""
        return not (self.requests or self.total_outbufs_len or self.will_close)

    def held(self, without: Optional[_Parser] = None) -> int:
        """Return the bytes of the bodies that are being received or were not read yet, but for one of them."""
        requests = [*self.requests, *([self.request] if self.request is not None else [])]
        return sum(max(each.content_length, each.body_bytes_received) for each in requests if each is not without)


class Listener(Watched, TcpWSGIServer):  # type: ignore[misc] # waitress has no types
    """Accepts connections.

    Args:
        loop: where all this happens, from its making on.
        threads: where the application may wait.
        limits: what clients may ask.
        admit: asked before a body larger than `SMALL_BODY` is received.
    """

    channel_class = Channel

    def __init__(
        self, loop: Loop, threads: Background, limits: Limits, admit: Admit, *arguments: Any, **options: Any
    ) -> None:
        self.loop = loop
        self.limits = limits
        self.stopped = False
        self._threads = threads
        self._admit = admit
        super().__init__(*arguments, dispatcher=threads, **options)
        self._timer = loop.io.call_later(self.limits.look, self._tick)

    def pull_trigger(self) -> None:
        """Do nothing: whoever changes a connection does it in the loop, and looks at it afterwards."""

    def add_task(self, channel: Channel) -> None:
        """Do nothing: the channel answers what it has received."""

    async def aside(self, function: Callable[..., T], *arguments: Any) -> T:
        """Call a function in a thread, and wait for it."""
        return await self.loop.finished(self._threads.submit(function, *arguments))

    def admit(self, request: _Parser) -> int:
        """Return how long the body of a request may be; `ApiError` if it may not come at all."""
        return self._admit(_environ(request))

    def reserve(self, request: _Parser, size: int) -> None:
        """Refuse a body for which there is no room at the moment."""
        if sum(channel.held(without=request) for channel in self._channels()) + size > self.limits.bodies:
            raise ApiError(503, "Too many large bodies are being received; try again", {"Retry-After": "1"})

    def readable(self) -> bool:
        """Tell whether to wait for connections; make room for them."""
        if len(self.active_channels) >= self.limits.connections:
            idle = sorted((each for each in self._channels() if each.idle), key=lambda each: each.last_activity)
            for channel in idle[: max(1, self.limits.connections // 10)]:
                channel.handle_close()
        return not self.stopped and len(self.active_channels) < self.limits.connections

    def maintenance(self, now: float) -> None:
        """Close what has been idle or incomplete for too long."""
        super().maintenance(now)
        for channel in self._channels():
            channel.check_time(time.monotonic())
            channel.look()
        self.look()

    async def stop(self) -> None:
        """Take no further requests; those that run may finish."""
        self.stopped = True
        self._timer.cancel()

    async def finish(self, patience: float) -> None:
        """Close everything, once what runs has ended or has taken so many seconds."""
        deadline = time.monotonic() + patience
        while any(channel.requests for channel in self._channels()) and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        for channel in self._channels():
            channel.handle_close()  # closes also the files that are half sent
        self.close()

    def _tick(self) -> None:
        self._timer = self.loop.io.call_later(self.limits.look, self._tick)
        self.maintenance(time.time())

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
