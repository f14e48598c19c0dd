"""What a urllib3 exception means to the user: which of our exceptions, and what to check."""

from __future__ import annotations

import re
import socket
from typing import NamedTuple, Optional, Tuple, Type

import urllib3.exceptions as u3

from ubiops._policy import Failure
from ubiops.exceptions import (
    BrokenConnectionException,
    ConnectionException,
    ConnectTimeoutException,
    NameResolutionException,
    ProxyException,
    ReadTimeoutException,
    TLSException,
    TransportException,
)


class _Meaning(NamedTuple):
    """What a failure is to the user.

    Attributes:
        exception: What is raised.
        advice: What to check.
        sent: Whether the server may have seen the request.
        final: Whether a repetition would fail in the same way.
    """

    exception: Type[TransportException]
    advice: str
    sent: bool = True
    final: bool = False


_PROXY = _Meaning(
    ProxyException,
    "The proxy did not let the request through: check configuration.proxy, HTTPS_PROXY, HTTP_PROXY and NO_PROXY, "
    "and the user name and password in them",
    sent=False,
)
_NAME = _Meaning(
    NameResolutionException,
    "The host name has no address: check configuration.host or UBIOPS_API_HOST, and the network's DNS",
    sent=False,
)
_NO_NAME = _NAME._replace(
    advice="The host is not a name that can have an address: check configuration.host or UBIOPS_API_HOST", final=True
)
_NO_CONNECTION = _Meaning(
    ConnectionException,
    "No connection could be made: check configuration.host or UBIOPS_API_HOST, and whether this machine needs a proxy",
    sent=False,
)
_CONNECT_TIMEOUT = _Meaning(
    ConnectTimeoutException,
    "No connection was ready in time: check configuration.host or UBIOPS_API_HOST, whether that port speaks TLS, "
    "firewalls, and whether this machine needs a proxy",
    sent=False,
)
_READ_TIMEOUT = _Meaning(
    ReadTimeoutException,
    "The server accepted the request but did not answer in time: a longer _request_timeout or configuration.timeout "
    "may help; whether the request was carried out is unknown",
    final=True,
)
_TLS = _Meaning(
    TLSException,
    "The TLS connection was refused: for a private certificate authority set configuration.ssl_ca_cert or "
    "SSL_CERT_FILE to its certificate; otherwise check that the host name is the one in the server's certificate "
    "and that this machine's clock is right",
    final=True,
)
_NO_TLS = _Meaning(
    TLSException,
    "The server does not speak TLS on that port: check configuration.host or UBIOPS_API_HOST, whether it begins with "
    "https:// where http:// is meant, and the port",
    final=True,
)
_BROKEN = _Meaning(
    BrokenConnectionException,
    "The connection broke before the answer was complete; whether the request was carried out is unknown",
)

# What the releases of OpenSSL say of an answer that is no TLS.
_IS_NO_TLS = re.compile("WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE|PACKET_LENGTH_TOO_LONG")
_REFUSED_FOR_GOOD = re.compile(r"Tunnel connection failed: 4(?!29)")


def translate(error: BaseException) -> Tuple[TransportException, Optional[Failure]]:
    """Return our exception for one of urllib3's, and how it failed if a repetition may help."""
    while isinstance(error, u3.MaxRetryError) and error.reason is not None:
        error = error.reason
    meaning = _of_proxy(error.original_error) if isinstance(error, u3.ProxyError) else _of(error)
    description = f"{type(error).__name__}: {error}"
    failure = None if meaning.final else Failure(description, sent=meaning.sent)
    return meaning.exception(reason=f"{meaning.advice} ({description})"), failure


def _of_proxy(error: BaseException) -> _Meaning:
    """Return what an error means that urllib3 blames on a proxy, rightly or not."""
    if _of(error) in (_NAME, _NO_CONNECTION, _CONNECT_TIMEOUT):
        return _PROXY
    if isinstance(error, u3.HTTPError):
        return _PROXY._replace(final=True)
    if "Tunnel connection failed" in str(error):
        return _PROXY._replace(final=bool(_REFUSED_FOR_GOOD.search(str(error))))
    # A connection that broke later, when the server may have read the request.
    return _BROKEN


def _of(error: BaseException) -> _Meaning:
    # The order matters: urllib3's classes derive from each other in unexpected ways.
    if isinstance(error, u3.SSLError):
        if _IS_NO_TLS.search(str(error)):
            return _NO_TLS
        # A server that hung up; Python before 3.10 has no class of its own for it with OpenSSL 3.
        return _BROKEN if "EOF" in str(error) else _TLS
    if isinstance(error, u3.ReadTimeoutError):
        return _READ_TIMEOUT
    if isinstance(error, u3.NewConnectionError):
        return _NAME if isinstance(error.__context__, socket.gaierror) else _NO_CONNECTION
    if isinstance(error, u3.ConnectTimeoutError):
        return _CONNECT_TIMEOUT
    if isinstance(error, u3.LocationParseError):
        return _NO_NAME
    if isinstance(error, u3.ClosedPoolError):
        return _NO_CONNECTION
    return _BROKEN
