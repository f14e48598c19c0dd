"""Servers that are not who they should be, and handshakes that come to nothing."""

from __future__ import annotations

import ssl
import warnings
from typing import Callable

from test.support.certificates import Certificates

from ..effects import NOT_IN_TIME, REFUSED, UNTRUSTED
from ..exchange import Exchange
from ..fault import SHORT, TLS, Fault
from .answers import answer
from .reach import hang_up, reset, unread


def _old(certificates: Certificates) -> ssl.SSLContext:
    """Return TLS of a server that speaks 1.1 at most."""
    context = certificates.context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is deprecated, and that is the point
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def _asks(certificates: Certificates) -> ssl.SSLContext:
    return certificates.context(ask_client=True)


def _asks_as_1_2(certificates: Certificates) -> ssl.SSLContext:
    context = _asks(certificates)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


def _other_ciphers(certificates: Certificates) -> ssl.SSLContext:
    context = certificates.context()
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ALL:@SECLEVEL=0:!ECDHE:!DHE")
    return context


def _says(content: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.sock.recv(1 << 16)
        exchange.send(content)
        return False

    return play


def _stall(exchange: Exchange) -> bool:
    exchange.wait_for_end()
    return False


def _stall_inside(exchange: Exchange) -> bool:
    exchange.send(b"\x16\x03\x03\x00\x7a\x02\x00")  # how the server's part of the handshake begins
    exchange.wait_for_end()
    return False


def _fault(name: str, handshake: Callable[[Certificates], ssl.SSLContext]) -> Fault:
    return Fault(name, UNTRUSTED, None, "handshake", (TLS,), handshake=handshake)


_PLAIN = answer(400, "text/html", b"<h1>400 Bad Request</h1>")

FAULTS = (
    _fault("certificate for another name", lambda certificates: certificates.context(certificates.elsewhere)),
    _fault("certificate out of date", lambda certificates: certificates.context(certificates.expired)),
    _fault("certificate signed by itself", lambda certificates: certificates.context(certificates.self_signed)),
    _fault("certificate of another authority", lambda certificates: certificates.context(certificates.foreign)),
    _fault("TLS 1.1 at most", _old),
    _fault("no cipher in common", _other_ciphers),
    _fault("client certificate asked for (TLS 1.3)", _asks),
    _fault("client certificate asked for (TLS 1.2)", _asks_as_1_2),
    Fault("HTTP without TLS", UNTRUSTED, _says(_PLAIN), "connection", (TLS,)),
    Fault("rubbish in place of the handshake", UNTRUSTED, _says(b"\x00\x01rubbish" * 9), "connection", (TLS,)),
    Fault("closes before the handshake", REFUSED, unread(hang_up), "connection", (TLS,)),
    Fault("resets before the handshake", REFUSED, unread(reset), "connection", (TLS,)),
    Fault("stalls before the handshake", NOT_IN_TIME, _stall, "connection", (TLS,), limits=SHORT),
    Fault("stalls inside the handshake", NOT_IN_TIME, _stall_inside, "connection", (TLS,), limits=SHORT),
)
