"""Answers, as they are put on the wire."""

from __future__ import annotations

import json
import socket
import struct
from http.client import responses
from typing import Any, List, NoReturn, Tuple

from waitress import task  # type: ignore[import-untyped]
from waitress.buffers import ReadOnlyFileBasedBuffer  # type: ignore[import-untyped]
from waitress.channel import ClientDisconnected  # type: ignore[import-untyped]

from ..common.errors import ApiError


class Refusal:
    """An `ApiError` in the shape of waitress's own errors."""

    def __init__(self, error: ApiError) -> None:
        self.code = error.status
        self.reason = responses[error.status]
        self.body = error.message
        self.headers = error.headers


class ErrorTask(task.ErrorTask):  # type: ignore[misc] # waitress has no types
    """Answers what is no proper HTTP request, or is refused by its header, in the form of the API's errors."""

    async def carry_out(self) -> None:
        """Write the answer."""
        self.service()

    def execute(self) -> None:
        """Write it, as `service` wants it."""
        error = self.request.error
        refused = isinstance(error, Refusal)
        self.channel.refused = True
        self.status = f"{error.code} {error.reason}"
        text = error.body if refused else f"{error.reason}: {error.body}"
        body = json.dumps({"error": text}).encode()
        self.response_headers.append(("Content-Type", "application/json"))
        self.response_headers.extend(error.headers.items() if refused else ())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Task(task.WSGITask):  # type: ignore[misc] # waitress has no types
    """Answers a request by an application that may wait.

    Beside the environment of WSGI the application gets `ubiops.disconnect`, which ends the connection in the middle of
    an answer, and `ubiops.aside`, which awaits a function in another thread.
    """

    async def carry_out(self) -> None:
        """Ask the application, and write its answer."""
        self.start()
        environ = self.get_environment()
        environ["ubiops.disconnect"] = self._disconnect
        environ["ubiops.aside"] = self.channel.server.aside
        body = await self.channel.server.application(environ, self._start_response)
        if isinstance(body, ReadOnlyFileBasedBuffer) and body.prepare(self.content_length):
            self.write(b"")
            self.channel.write_soon(body)  # which closes it
        else:
            try:
                for chunk in body:
                    self.write(chunk)
            finally:
                if hasattr(body, "close"):
                    body.close()
        self.finish()

    def _start_response(self, status: str, headers: List[Tuple[str, str]]) -> None:
        self.status = status
        self.response_headers.extend(headers)
        self.content_length = next((int(value) for name, value in headers if name == "Content-Length"), None)
        self.complete = True

    def _disconnect(self, *, reset: bool) -> NoReturn:
        if reset:  # closing discards what is not sent yet, and tells the client so by a reset
            self.channel.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise ClientDisconnected


def failed(request: Any) -> None:
    """Let an `ErrorTask` answer a request whose application has failed."""
    request.error = Refusal(ApiError(500, "The emulator failed; its log says more"))
