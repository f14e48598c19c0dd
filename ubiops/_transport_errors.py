"""What a urllib3 exception means to the user: which of our exceptions, and what to check."""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple, Type

import urllib3.exceptions as u3

from ubiops._retries import Failure
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
    cause: Tuple[Type[BaseException], ...]
    exception: Type[TransportException]
    advice: str
    sent: bool
    final: bool = False


# The order matters: urllib3's classes derive from each other in unexpected ways.
_MEANINGS = (
    _Meaning(
        (u3.ProxyError,),
        ProxyException,
        "The proxy did not let the request through: check configuration.proxy, HTTPS_PROXY, HTTP_PROXY and NO_PROXY, "
        "and the user name and password in them",
        sent=False,
    ),
    _Meaning(
        (u3.SSLError,),
        TLSException,
        "The TLS connection was refused: for a private certificate authority set configuration.ssl_ca_cert or "
        "SSL_CERT_FILE to its certificate; otherwise check that the host name is the one in the server's certificate "
        "and that this machine's clock is right",
        sent=False,
        final=True,
    ),
    _Meaning(
        (u3.ReadTimeoutError,),
        ReadTimeoutException,
        "The server accepted the request but did not answer in time: a longer _request_timeout or "
        "configuration.timeout may help; whether the request was carried out is unknown",
        sent=True,
        final=True,
    ),
    _Meaning(
        (u3.NewConnectionError,),
        ConnectionException,
        "No connection could be made: check configuration.host or UBIOPS_API_HOST, and whether this machine needs a "
        "proxy",
        sent=False,
    ),
    _Meaning(
        (u3.ConnectTimeoutError,),
        ConnectTimeoutException,
        "The server did not accept a connection in time: check configuration.host or UBIOPS_API_HOST, firewalls, and "
        "whether this machine needs a proxy",
        sent=False,
    ),
    _Meaning(
        (u3.HTTPError, OSError),
        BrokenConnectionException,
        "The connection broke before the answer was complete; whether the request was carried out is unknown",
        sent=True,
    ),
)


def translate(error: BaseException) -> Tuple[TransportException, Optional[Failure]]:
    """Return our exception for one of urllib3's, and how it failed if a repetition may help."""
    meaning = next(meaning for meaning in _MEANINGS if isinstance(error, meaning.cause))
    exception, advice = meaning.exception, meaning.advice
    if exception is ConnectionException and _is_name_resolution(error):
        exception = NameResolutionException
        advice = "The host name has no address: check configuration.host or UBIOPS_API_HOST, and the network's DNS"
    reason = f"{advice} ({type(error).__name__}: {error})"
    failure = None if meaning.final else Failure(f"{type(error).__name__}: {error}", sent=meaning.sent)
    return exception(reason=reason), failure


def _is_name_resolution(error: BaseException) -> bool:
    text = str(error)
    return type(error).__name__ == "NameResolutionError" or any(
        phrase in text for phrase in ("Name or service not known", "getaddrinfo failed", "nodename nor servname")
    )
