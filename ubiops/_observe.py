"""What others may see of a request: log lines and hooks, without secrets."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Callable, Iterator, Mapping, Optional

import urllib3.exceptions

from ubiops._printable import printable
from ubiops._watching import ObserverError, logger, masked_url

SHOWN_HEADERS = frozenset(
    (
        "accept",
        "blob-ttl",
        "content-disposition",
        "content-length",
        "content-type",
        "date",
        "location",
        "request-id",
        "retry-after",
        "server",
        "user-agent",
        "x-correlation-id",
        "x-request-id",
    )
)
"""The headers that are shown; all others may carry secrets."""


@dataclass(frozen=True)
class RequestInfo:
    """One attempt to send a request, as `Configuration.on_request` sees it.

    Attributes:
        method: HTTP method.
        url: URL; the values in its query are masked.
        headers: The headers that cannot carry secrets.
        attempt: Number of the attempt, from 1.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    attempt: int


@dataclass(frozen=True)
class ResponseInfo:
    """The outcome of one attempt, as `Configuration.on_response` sees it.

    Attributes:
        request: The attempt.
        status: HTTP status; 0 if no answer arrived.
        headers: The headers of the answer that cannot carry secrets.
        duration: Seconds from the first byte sent to the answer; with its body, unless the call
            left the body unread.
        size: Bytes of the body; None if unknown.
        error: What went wrong on the way, or None.
    """

    request: RequestInfo
    status: int
    headers: Mapping[str, str]
    duration: float
    size: Optional[int]
    error: Optional[str]


def shown_headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Return the headers that cannot carry secrets; the mapping cannot be changed."""
    return MappingProxyType(
        {name: _shown(name, value) for name, value in headers.items() if name.lower() in SHOWN_HEADERS}
    )


def _shown(name: str, value: str) -> str:
    return masked_url(value) if name.lower() == "location" else value  # it may let in whoever has it


@contextmanager
def _observing() -> Iterator[None]:
    try:
        yield
    except (OSError, urllib3.exceptions.HTTPError) as error:
        raise ObserverError(error) from error


class Observation:
    """Watches one attempt.

    Args:
        configuration: Has the hooks, and says whether headers are logged.
        request: The attempt.

    Raises:
        ObserverError: A hook or a log handler raised what errors of the connection are, here or later.
    """

    def __init__(self, configuration: Any, request: RequestInfo) -> None:
        self._on_response: Optional[Callable[[ResponseInfo], Any]] = configuration.on_response
        self._log_headers = configuration.log_headers
        self._request = request
        with _observing():
            logger.debug("%s %s%s", request.method, request.url, self._listed(request.headers))
            if configuration.on_request is not None:
                configuration.on_request(request)
        self._started = time.monotonic()

    def answered(self, status: int, headers: Mapping[str, str], size: Optional[int]) -> None:
        """Note that an answer arrived."""
        self._end(ResponseInfo(self._request, status, shown_headers(headers), self._elapsed(), size, None))

    def failed(self, error: BaseException) -> None:
        """Note that no answer arrived."""
        while isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason is not None:
            error = error.reason  # what stands around it shows the query
        reason = printable(f"{type(error).__name__}: {error}")
        self._end(ResponseInfo(self._request, 0, MappingProxyType({}), self._elapsed(), None, reason))

    def _elapsed(self) -> float:
        return time.monotonic() - self._started

    def _end(self, response: ResponseInfo) -> None:
        with _observing():
            logger.debug(
                "%s %s: %s in %.3f s, %s bytes%s",
                self._request.method,
                self._request.url,
                response.error or response.status,
                response.duration,
                "unknown" if response.size is None else response.size,
                self._listed(response.headers),
            )
            if self._on_response is not None:
                self._on_response(response)

    def _listed(self, headers: Mapping[str, str]) -> str:
        return f" {dict(headers)}" if self._log_headers else ""
