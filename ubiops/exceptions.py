"""What can go wrong.

::

    OpenApiException
    ├── ApiTypeError (also TypeError)         an argument has the wrong type; nothing was sent
    ├── ApiValueError (also ValueError)       an argument has a wrong value; nothing was sent
    ├── ApiKeyError (also KeyError)           a name that does not exist
    └── ApiException                          the call failed
        ├── BadRequestException               400
        ├── UnauthorizedException             401
        ├── ForbiddenException                403
        ├── NotFoundException                 404
        ├── ConflictException                 409
        ├── ContentTooLargeException          413
        ├── TooManyRequestsException          429
        ├── ServiceException                  500 to 599
        └── TransportException                status 0: no complete answer arrived
            ├── ConnectionException           no connection could be made; nothing was sent
            │   ├── NameResolutionException   the host name has no address
            │   └── ConnectTimeoutException   no connection, with TLS, was ready in time
            ├── ReadTimeoutException          the server did not answer in time
            ├── BrokenConnectionException     the connection broke while it was in use
            ├── TLSException                  the certificate or the TLS handshake was refused
            └── ProxyException                the proxy could not be reached or refused

The subclasses of `TransportException` are at the same time the urllib3 exceptions that
the published client 2.1.0 let through, so programs that catch those keep working.
"""

from __future__ import annotations

import collections.abc
import json
from typing import Any, Dict, Iterable, Mapping, Optional, Protocol, Tuple, Type, Union

import urllib3.exceptions

from ubiops._printable import printable

__all__ = [
    "ApiException",
    "ApiKeyError",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestException",
    "BrokenConnectionException",
    "ConflictException",
    "ConnectTimeoutException",
    "ConnectionException",
    "ContentTooLargeException",
    "ForbiddenException",
    "NameResolutionException",
    "NotFoundException",
    "OpenApiException",
    "ProxyException",
    "ReadTimeoutException",
    "ServiceException",
    "TLSException",
    "TooManyRequestsException",
    "TransportException",
    "UnauthorizedException",
    "render_path",
]

Path = Iterable[Union[str, int]]

REQUEST_ID_HEADERS = ("X-Request-Id", "Request-Id", "X-Correlation-Id")
BODY_PREVIEW = 500
PLACE = 100  # characters of the way to an item in a message


def request_id(headers: Any) -> Optional[str]:
    """Return the identifier that the server gave a request, or None."""
    if not isinstance(headers, collections.abc.Mapping):  # a test's stand-in for an answer
        return None
    return next((headers[name] for name in REQUEST_ID_HEADERS if name in headers), None)


class OpenApiException(Exception):
    """Base of everything that this package raises on purpose."""


class _ArgumentError(OpenApiException):
    """An argument was refused before anything was sent."""

    def __init__(self, msg: str, path_to_item: Optional[Path] = None) -> None:
        self.path_to_item = path_to_item
        place = render_path(path_to_item) if path_to_item else ""
        super().__init__(f"{msg} at {place if len(place) <= PLACE else place[:PLACE] + '...'}" if place else msg)


class ApiTypeError(_ArgumentError, TypeError):
    """An argument has the wrong type.

    Args:
        msg: What is wrong and what would be right.
        path_to_item: Keys and indices that lead to the item.
        valid_classes: The types that the item may have.
        key_type: True if the item is a key of a dict, False if it is a value of one.
    """

    def __init__(
        self,
        msg: str,
        path_to_item: Optional[Path] = None,
        valid_classes: Optional[Tuple[type, ...]] = None,
        key_type: Optional[bool] = None,
    ) -> None:
        self.valid_classes = valid_classes
        self.key_type = key_type
        super().__init__(msg, path_to_item)


class ApiValueError(_ArgumentError, ValueError):
    """An argument has a value that the API does not accept.

    Args:
        msg: What is wrong and what would be right.
        path_to_item: Keys and indices that lead to the item.
    """


class ApiKeyError(_ArgumentError, KeyError):
    """A name that does not exist.

    Args:
        msg: What is wrong and what would be right.
        path_to_item: Keys and indices that lead to the item.
    """

    def __str__(self) -> str:
        return str(self.args[0])


class HTTPResponseLike(Protocol):
    """What an `ApiException` can be made of."""

    status: int
    reason: Optional[str]
    data: Union[str, bytes]

    def getheaders(self) -> Mapping[str, str]: ...


class ApiException(OpenApiException):
    """A call failed: the server refused it, or what it answered cannot be used.

    The text begins with the server's own message; what a terminal or a log would obey in it is escaped, and not
    in the attributes. The exception can be pickled and holds no
    token.

    Attributes:
        status: HTTP status; 0 if no answer arrived.
        reason: Reason phrase of the answer, or what went wrong on the way.
        body: Body of the answer as text, or None.
        headers: Headers of the answer, or None.
        method: HTTP method of the request, or None.
        url: URL of the request without its query, or None.
        request_id: The identifier that the server gave the request, or None.
        attempts: How often the request was sent; 0 if it never left.
        elapsed: Seconds from the first attempt to the failure, or None.
    """

    status: Optional[int]
    reason: Any
    body: Optional[str]
    headers: Optional[Mapping[str, str]]
    method: Optional[str]
    url: Any
    request_id: Optional[str]
    attempts: int
    elapsed: Optional[float]

    def __init__(
        self,
        status: Optional[int] = None,
        reason: Optional[str] = None,
        http_resp: Optional[HTTPResponseLike] = None,
    ) -> None:
        self.status = status
        self.reason = reason
        self.body = None
        self.headers = None
        self.method = None
        self.url = None
        self.request_id = None
        self.attempts = 1
        self.elapsed = None
        if http_resp is not None:
            data = http_resp.data
            self.status = http_resp.status
            self.reason = http_resp.reason
            self.body = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
            self.headers = http_resp.getheaders()
            self.request_id = request_id(self.headers)
        Exception.__init__(self, self.status, self.reason)

    @property
    def message(self) -> str:
        """What the server said was wrong; the reason if it said nothing that can be read."""
        try:
            parsed = json.loads(self.body or "")
        except (TypeError, ValueError, RecursionError):
            parsed = None
        if isinstance(parsed, dict):
            for key in ("error", "error_message", "detail", "message"):
                if parsed.get(key):
                    return str(parsed[key])
        return str(self.body or "").strip()[:BODY_PREVIEW] or str(self.reason or type(self).__name__)

    def __str__(self) -> str:
        message = self.message
        details = [f"{self.method} {self.url}"] if self.method else []
        if self.status:
            reason = "" if self.reason is None or self.reason == message else self.reason
            details.append(f"status {self.status} {reason}".rstrip())
        if self.request_id:
            details.append(f"request id {self.request_id}")
        if self.attempts > 1 and self.elapsed is not None:
            details.append(f"{self.attempts} attempts in {self.elapsed:.1f} s")
        return printable(f"{message} ({', '.join(details)})" if details else message)

    def __reduce__(self) -> Tuple[Any, ...]:
        state = dict(vars(self))
        if self.headers is not None:
            state["headers"] = dict(self.headers)
        return _restore, (type(self), state)


def _restore(cls: Type[ApiException], state: Dict[str, Any]) -> ApiException:
    error = cls.__new__(cls)
    ApiException.__init__(error, state["status"], state["reason"])
    vars(error).update(state)
    return error


class BadRequestException(ApiException):
    """The request breaks a rule of the API (400)."""


class UnauthorizedException(ApiException):
    """The token is missing or not valid (401).

    Attributes:
        anonymous: Whether the call was made without a token, or anything else that says who calls.
    """

    anonymous: bool = False

    def __str__(self) -> str:
        if not self.anonymous:
            return super().__str__()
        return (
            f"{super().__str__()}. No token is set: set the environment variable UBIOPS_API_TOKEN, or "
            "configuration.api_key['Authorization'] = 'Token ...'"
        )


class ForbiddenException(ApiException):
    """The token is valid but lacks the permission (403)."""


class NotFoundException(ApiException):
    """What the path names does not exist (404).

    Attributes:
        given: The names in the path by parameter, where the method takes them in another order than the path has
            them, so that two of them are easily swapped; else None.
    """

    given: Optional[Mapping[str, str]] = None

    def __str__(self) -> str:
        if not self.given:
            return super().__str__()
        names = ", ".join(f"{name}={value!r}" for name, value in self.given.items())
        return f"{super().__str__()}. It was called with {names}: if these are swapped, give them by keyword"


class ConflictException(ApiException):
    """The request contradicts the state of the resource (409)."""


class ContentTooLargeException(ApiException):
    """The request is larger than the service, or a proxy before it, takes (413)."""


class TooManyRequestsException(ApiException):
    """Too many requests in a short time (429)."""


class ServiceException(ApiException):
    """The service failed (500 to 599)."""


_BY_STATUS: Dict[int, Type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    409: ConflictException,
    413: ContentTooLargeException,
    429: TooManyRequestsException,
}


def exception_for_status(status: int) -> Type[ApiException]:
    """Return the class of exception that stands for an HTTP status."""
    return _BY_STATUS.get(status) or (ServiceException if 500 <= status <= 599 else ApiException)


class TransportException(ApiException):
    """No complete answer arrived; `status` is 0 and `__cause__` the urllib3 exception."""

    pool: Any = None

    def __init__(self, status: Optional[int] = 0, reason: Optional[str] = None, http_resp: Any = None) -> None:
        ApiException.__init__(self, status, reason, http_resp)


class ConnectionException(TransportException, urllib3.exceptions.NewConnectionError, urllib3.exceptions.MaxRetryError):
    """No connection could be made, so nothing was sent."""


class NameResolutionException(ConnectionException):
    """The host name has no address."""


class ConnectTimeoutException(ConnectionException):
    """No connection was ready in time: the server did not accept one, or never finished the TLS handshake."""


class ReadTimeoutException(TransportException, urllib3.exceptions.ReadTimeoutError, urllib3.exceptions.MaxRetryError):
    """The server did not answer in time; whether it carried the request out is unknown."""


class BrokenConnectionException(TransportException, urllib3.exceptions.ProtocolError, urllib3.exceptions.MaxRetryError):
    """The connection broke while it was in use; whether the request was carried out is unknown."""


class TLSException(TransportException, urllib3.exceptions.SSLError, urllib3.exceptions.MaxRetryError):
    """The server's certificate was not accepted, or the two sides did not agree on TLS."""


class ProxyException(TransportException, urllib3.exceptions.ProxyError, urllib3.exceptions.MaxRetryError):
    """The proxy could not be reached, or refused to connect to the server."""


def render_path(path_to_item: Path) -> str:
    """Return keys and indices as they are written in Python.

    Args:
        path_to_item: Keys and indices that lead to an item, outermost first.

    Returns:
        For instance ``"['data'][3]['name']"``.
    """
    return "".join(f"[{part!r}]" for part in path_to_item)
