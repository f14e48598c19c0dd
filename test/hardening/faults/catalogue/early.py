"""Answers that come before the request was read."""

from __future__ import annotations

import socket
from typing import Callable, Dict, List

from ..effects import status
from ..exchange import Exchange
from ..fault import BOTH, Fault
from .answers import BODIES, answer


def _close(exchange: Exchange) -> bool:
    return False


def _reset(exchange: Exchange) -> bool:
    exchange.reset()
    return False


def _half_close(exchange: Exchange) -> bool:
    exchange.sock.shutdown(socket.SHUT_WR)
    exchange.wait_for_end()
    return False


def _read_on(exchange: Exchange) -> bool:
    return True


ENDINGS: Dict[str, Callable[[Exchange], bool]] = {
    "closes": _close,
    "resets": _reset,
    "half-closes": _half_close,
    "reads on": _read_on,
}


def _play(code: int, ending: str, *headers: str) -> Callable[[Exchange], bool]:
    if ending != "reads on":
        headers = (*headers, "Connection: close")  # who does not say so races with the next request: see `idle.py`

    def play(exchange: Exchange) -> bool:
        exchange.send(answer(code, *BODIES["JSON"], *headers))
        return ENDINGS[ending](exchange)

    return play


def _faults() -> List[Fault]:
    return [
        Fault(
            f"{code} before the request is read, {ending}", status(code), _play(code, ending), "head", BOTH, large=True
        )
        for code in (401, 413, 503)
        for ending in ENDINGS
    ]


FAULTS = (
    *_faults(),
    Fault(
        "503 with Retry-After before the request is read, closes",
        status(503, 0.0),
        _play(503, "closes", "Retry-After: 0"),
        "head",
        BOTH,
        large=True,
    ),
)
