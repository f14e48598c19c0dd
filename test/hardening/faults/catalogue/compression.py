"""Compressed bodies that lie or explode."""

from __future__ import annotations

import gzip
import zlib
from typing import Callable

from ..effects import BROKEN_BODY, FINE, TOO_MUCH, Effect, status
from ..exchange import Exchange
from ..fault import BOTH, Fault

UNNOTICED = BROKEN_BODY._replace(unnoticed=True)

BOMB = gzip.compress(bytes(1 << 24))
"""16 MB of nothing, in 16 KB."""


def _encoded(encoding: str, compress: Callable[[bytes], bytes], code: int = 0) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        full = exchange.full._replace(body=compress(exchange.full.body))
        full = full._replace(status=code or full.status)
        exchange.send(full.head(f"Content-Encoding: {encoding}", f"Content-Length: {len(full.body)}") + full.body)
        return True

    return play


def _lies(name: str, compress: Callable[[bytes], bytes], encoding: str = "gzip", effect: Effect = BROKEN_BODY) -> Fault:
    return Fault(name, effect, _encoded(encoding, compress))


def _of(body: bytes) -> Callable[[bytes], bytes]:
    return lambda content: body


def _damaged(body: bytes) -> bytes:
    packed = bytearray(gzip.compress(body))
    packed[-8] ^= 0xFF  # of the checksum
    return bytes(packed)


def _cut(body: bytes) -> bytes:
    packed = gzip.compress(body)
    return packed[: len(packed) * 2 // 3]


FAULTS = (
    _lies("gzip that is none", lambda body: body),
    _lies("gzip cut in the middle", _cut, effect=UNNOTICED),
    _lies("gzip without its last byte", lambda body: gzip.compress(body)[:-1], effect=UNNOTICED),
    _lies("gzip with a wrong checksum", _damaged),
    _lies("gzip followed by rubbish", lambda body: gzip.compress(body) + b"rubbish", effect=FINE),
    _lies("gzip in two members", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:]), effect=FINE),
    _lies("deflate that is none", lambda body: b"\xff" + body, "deflate"),
    _lies("deflate without header", lambda body: zlib.compress(body)[2:-4], "deflate", FINE),
    _lies("gzip six times", lambda body: body, ", ".join(["gzip"] * 6)),
    Fault("gzip that explodes", TOO_MUCH, _encoded("gzip", _of(BOMB)), transports=BOTH),
    Fault("gzip in gzip that explodes", TOO_MUCH, _encoded("gzip, gzip", _of(gzip.compress(BOMB)))),
    Fault("500 with gzip that explodes", status(500), _encoded("gzip", _of(BOMB), 500)),
    Fault("404 with gzip that explodes", status(404), _encoded("gzip", _of(BOMB), 404)),
    Fault("401 with gzip that is none", status(401), _encoded("gzip", lambda body: body, 401)),
    Fault("503 with gzip that is none", status(503), _encoded("gzip", lambda body: body, 503)),
)
