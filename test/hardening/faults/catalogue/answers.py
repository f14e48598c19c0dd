"""Statuses that are errors, with bodies of all sorts."""

from __future__ import annotations

from typing import Callable, Dict, Tuple

from ..effects import status
from ..exchange import Exchange
from ..fault import Fault

STATUSES = (300, 304, 400, 401, 403, 404, 408, 409, 413, 418, 425, 429, 500, 501, 502, 503, 504, 599, 600, 999)

BODIES: Dict[str, Tuple[str, bytes]] = {
    "JSON": ("application/json", b'{"error": "Not like this"}'),
    "HTML": ("text/html; charset=iso-8859-1", b"<html><title>Nicht so, \xe4h</title></html>"),
    "bytes": ("application/octet-stream", bytes(range(256)) * 9),
    "nothing": ("application/json", b""),
    "JSON of another shape": ("application/json", b'[{"error": {"a": [1, null]}}, "\xff"]'),
    "a long text": ("text/plain", b"long " * 100_000),
}


def answer(code: int, media_type: str, body: bytes, *headers: str) -> bytes:
    """Return an answer that refuses."""
    lines = [f"HTTP/1.1 {code} Status", f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + (b"" if code == 304 else body)


def _play(code: int, media_type: str, body: bytes) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(answer(code, media_type, body))
        return True

    return play


def _cut(code: int) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(answer(code, *BODIES["JSON"])[:-9])
        return False

    return play


FAULTS = (
    *(
        Fault(f"{code} with {name}", status(code), _play(code, *body))
        for code in STATUSES
        for name, body in BODIES.items()
    ),
    *(Fault(f"{code} with JSON that is cut off", status(code), _cut(code)) for code in (400, 401, 404, 500, 503)),
)
