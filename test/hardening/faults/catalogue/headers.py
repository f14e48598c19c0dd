"""Headers that are none or never end, and answers before the answer."""

from __future__ import annotations

from typing import Callable, Dict

from ..effects import BROKEN, FINE, LATE, NO_JSON, status
from ..exchange import Answer, Exchange
from ..fault import BOTH, SHORT, Fault

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def _first(before: bytes, keep: bool = True, answer: bool = True) -> Callable[[Exchange], bool]:
    """Send something before the answer."""

    def play(exchange: Exchange) -> bool:
        exchange.send(before + (exchange.full.encode() if answer else b""))
        if keep and not answer:
            exchange.wait_for_end()
        return keep

    return play


def _endless(before: bytes, more: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(before)
        while True:  # until the client hangs up
            exchange.send(more)

    return play


def _status_line(line: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        _, rest = exchange.full.encode().split(b"\r\n", 1)
        exchange.send(line + b"\r\n" + rest)
        return False

    return play


def _with(header: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(exchange.full.encode().replace(b"\r\n", b"\r\n" + header + b"\r\n", 1))
        return True

    return play


def _bare_newlines(exchange: Exchange) -> bool:
    head = exchange.full.head().replace(b"\r\n", b"\n")
    exchange.send(head + exchange.full.body)
    return True


def _no_content(exchange: Exchange) -> bool:
    exchange.send(Answer(204, b"").head("Content-Length: 20") + b'{"name": "unasked"} ')
    return True


def _bare(exchange: Exchange) -> bool:
    """Send a body alone, as before HTTP 1.0."""
    exchange.send(exchange.full.body)
    return False


LINES: Dict[str, bytes] = {
    "an empty status line": b"",
    "a status that is no number": b"HTTP/1.1 abc OK",
    "a status of four digits": b"HTTP/1.1 2000 OK",
    "a status of two digits": b"HTTP/1.1 20 OK",
    "HTTP of another version": b"HTTP/9.9 200 OK",
    "another protocol": b"SSH-2.0-OpenSSH_9.2",
}

_NOT_HTTP = tuple(Fault(name, BROKEN, _status_line(line)) for name, line in LINES.items())

FAULTS = (
    *_NOT_HTTP,
    Fault("a body without headers", BROKEN, _bare),
    Fault("a status without a reason", FINE, _status_line(b"HTTP/1.1 200")),
    Fault("HTTP 1.0", FINE, _status_line(b"HTTP/1.0 200 OK")),
    Fault("line ends without carriage return", FINE, _bare_newlines),
    Fault("endless headers", BROKEN, _endless(b"HTTP/1.1 200 OK\r\n", b"X-Filler: x\r\n" * 999), transports=BOTH),
    Fault("an endless header", BROKEN, _endless(b"HTTP/1.1 200 OK\r\nX-Filler: ", b"x" * 65536), transports=BOTH),
    Fault("an endless status line", BROKEN, _endless(b"HTTP/1.1 200 ", b"x" * 65536)),
    Fault("a folded header", FINE, _with(b"X-Folded: a\r\n b")),
    Fault("a header of bytes that are no text", FINE, _with(b"X-Bytes: \xff\xfe\x80")),
    Fault("a header with control characters", FINE, _with(b"X-Control: \x1b[31m\x07\x00")),
    Fault("100 before the answer", FINE, _first(CONTINUE), transports=BOTH),
    Fault("100 twenty times before the answer", FINE, _first(CONTINUE * 20)),
    Fault("100 and then nothing", LATE, _first(CONTINUE, answer=False), limits=SHORT, transports=BOTH),
    Fault("100 and then the end", BROKEN, _first(CONTINUE, keep=False, answer=False)),
    Fault("100 without end", BROKEN, _endless(CONTINUE, CONTINUE * 999), transports=BOTH),
    Fault("102 before the answer", FINE, _first(b"HTTP/1.1 102 Processing\r\n\r\n"), transports=BOTH),
    Fault("103 with headers before the answer", FINE, _first(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")),
    Fault("103 without end", BROKEN, _endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 99)),
    Fault("101 that nobody asked for", status(101), _first(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")),
    Fault("204 with a body", NO_JSON, _no_content, transports=BOTH),
)
