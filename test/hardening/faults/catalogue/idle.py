"""Connections that die, or speak, while they are idle."""

from __future__ import annotations

from typing import Callable

from ..effects import BROKEN, FINE
from ..exchange import Exchange
from ..fault import BOTH, Fault
from .answers import answer
from .bodies import FORGED
from .reach import hang_up, reset


def _says(content: bytes, goes_on: bool) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(content)
        return goes_on

    return play


_TIMEOUT = answer(408, "text/html", b"<h1>408 Request Time-out</h1>", "Connection: close")

FAULTS = (
    Fault("closes while it is idle", FINE, hang_up, "idle", BOTH, warm=True),
    Fault("resets while it is idle", FINE, reset, "idle", BOTH, warm=True),
    Fault("says 408 while it is idle, and closes", FINE, _says(_TIMEOUT, False), "idle", BOTH, warm=True),
    Fault("sends a forged answer while it is idle", FINE, _says(FORGED, True), "idle", BOTH, warm=True),
    Fault("sends rubbish while it is idle", FINE, _says(b"\r\n", True), "idle", BOTH, warm=True),
    Fault("closes when it is used again", BROKEN, hang_up, transports=BOTH, warm=True),
    Fault("resets when it is used again", BROKEN, reset, transports=BOTH, warm=True),
)
