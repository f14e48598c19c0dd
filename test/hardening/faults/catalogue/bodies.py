"""Lengths that are wrong, and chunks that are none."""

from __future__ import annotations

from typing import Callable, Iterator, List

from ..effects import BROKEN, BROKEN_BODY, FINE, NO_JSON
from ..exchange import Answer, Exchange, chunks
from ..fault import BOTH, Fault

FORGED = Answer(200, b'{"name": "forged", "id": "forged", "status": "forged"}').encode()


def _headers(*headers: str, more: bytes = b"", keep: bool = False) -> Callable[[Exchange], bool]:
    """Send a right body with other headers; `{}` in them is its length."""

    def play(exchange: Exchange) -> bool:
        full = exchange.full
        exchange.send(full.head(*(header.format(len(full.body)) for header in headers)) + full.body + more)
        return keep

    return play


def _longer(exchange: Exchange) -> bool:
    """Announce more than there is."""
    exchange.send(exchange.full.head(length=len(exchange.full.body) + 7) + exchange.full.body)
    return False


def _shorter(exchange: Exchange) -> bool:
    """Announce less than there is."""
    exchange.send(exchange.full.head(length=len(exchange.full.body) - 3) + exchange.full.body)
    return True


def _overlong(more: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(exchange.full.encode() + more)
        return True

    return play


def _raw_chunks(
    body: Callable[[bytes], Iterator[bytes]], *headers: str, keep: bool = False
) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(exchange.full.head("Transfer-Encoding: chunked", *headers))
        for block in body(exchange.full.body):
            exchange.send(block)
        return keep

    return play


def _good(body: bytes, end: bytes = b"\r\n") -> Iterator[bytes]:
    yield from chunks(body, 7000)[:-1]
    yield b"0\r\n" + end


def _first(size: bytes) -> Callable[[bytes], Iterator[bytes]]:
    """Say that the first chunk has such a size."""
    return lambda body: iter([size + b"\r\n" + body + b"\r\n0\r\n\r\n"])


def _endless(start: Callable[[bytes], bytes], more: bytes) -> Callable[[bytes], Iterator[bytes]]:
    def body(content: bytes) -> Iterator[bytes]:
        yield start(content)
        while True:  # until the client hangs up
            yield more

    return body


def _lengths() -> List[Fault]:
    refused = {
        "no number": "abc",
        "negative": "-5",
        "empty": "",
        "two that differ": "{}, 3",
        "with a fraction": "{}.0",
        "hexadecimal": "0x10",
    }
    found = [
        Fault(f"Content-Length: {name}", BROKEN, _headers(f"Content-Length: {value}", keep=True), transports=BOTH)
        for name, value in refused.items()
    ]
    twice = ("Content-Length: {}", "Content-Length: 3")
    return [
        *found,
        Fault("Content-Length twice, that differ", BROKEN, _headers(*twice, keep=True)),
        Fault("Content-Length twice, the same", FINE, _headers("Content-Length: {}", "Content-Length: {}", keep=True)),
        Fault("Content-Length twice in a line, the same", FINE, _headers("Content-Length: {0}, {0}", keep=True)),
        Fault("Content-Length of 1 TB", BROKEN_BODY, _headers(f"Content-Length: {1 << 40}"), transports=BOTH),
        Fault("Content-Length of 10^30", BROKEN_BODY, _headers(f"Content-Length: {10**30}")),
        Fault("Content-Length beside chunks", FINE, _raw_chunks(_good, "Content-Length: 3", keep=True)),
    ]


FAULTS = (
    *_lengths(),
    Fault("body shorter than announced", BROKEN_BODY, _longer, transports=BOTH),
    Fault("body longer than announced", NO_JSON, _shorter, transports=BOTH),
    Fault("rubbish after the body", FINE, _overlong(b"rubbish" * 999), transports=BOTH),
    Fault("a forged answer after the body", FINE, _overlong(FORGED), transports=BOTH),
    Fault("no length, ends with the connection", FINE, _headers("Connection: close"), transports=BOTH),
    Fault("chunk of no number", BROKEN_BODY, _raw_chunks(_first(b"zz"), keep=True), transports=BOTH),
    Fault("chunk of negative size", BROKEN_BODY, _raw_chunks(_first(b"-5"), keep=True), transports=BOTH),
    Fault("chunk of an empty size", BROKEN_BODY, _raw_chunks(_first(b""), keep=True)),
    Fault("chunk of 2^64 bytes", BROKEN_BODY, _raw_chunks(_first(b"F" * 16)), transports=BOTH),
    Fault("chunk of 1 TB", BROKEN_BODY, _raw_chunks(_first(b"10000000000"))),
    Fault("chunk longer than its size", BROKEN_BODY, _raw_chunks(_first(b"3"), keep=True)),
    Fault(
        "chunk with an endless line",
        BROKEN_BODY,
        _raw_chunks(_endless(lambda body: b"5;", b"x" * 65536)),
        transports=BOTH,
    ),
    Fault(
        "endless trailers",
        BROKEN_BODY,
        _raw_chunks(_endless(lambda body: b"".join(_good(body, b"")), b"X-Trailer: x\r\n" * 999)),
        transports=BOTH,
    ),
    Fault("trailers", FINE, _raw_chunks(lambda body: _good(body, b"X-Trailer: x\r\n\r\n"), keep=True), transports=BOTH),
)
