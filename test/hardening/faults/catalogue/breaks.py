"""Answers that break off, or never end, at each point."""

from __future__ import annotations

from typing import Callable, Dict, List

from ..effects import BROKEN, BROKEN_BODY, FINE, LATE, LATE_BODY, Effect
from ..exchange import Exchange, chunks
from ..fault import BOTH, SHORT, Fault
from .reach import hang_up, reset

Part = Callable[[Exchange], bytes]

POINTS: Dict[str, Part] = {
    "before the headers": lambda exchange: b"",
    "inside the status line": lambda exchange: exchange.full.head()[:6],
    "after the status line": lambda exchange: exchange.full.head().partition(b"\n")[0] + b"\n",
    "inside the headers": lambda exchange: exchange.full.head()[:-10],
    "before the end of the headers": lambda exchange: exchange.full.head()[:-2],
    "after the headers": lambda exchange: exchange.full.head(),
    "inside the body": lambda exchange: exchange.full.encode()[: -(len(exchange.full.body) // 2)],
    "before the last byte": lambda exchange: exchange.full.encode()[:-1],
    "after the body": lambda exchange: exchange.full.encode(),
    "inside a chunk": lambda exchange: _chunked(exchange)[:-20],
    "before the last chunk": lambda exchange: _chunked(exchange)[:-5],
    "inside the last chunk": lambda exchange: _chunked(exchange)[:-3],
}
IN_BODY = ("after the headers", "inside the body", "before the last byte", "inside a chunk", "before the last chunk")


def _chunked(exchange: Exchange) -> bytes:
    return exchange.full.head("Transfer-Encoding: chunked") + b"".join(chunks(exchange.full.body, 5000))


def _close(part: Part) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(part(exchange))
        return False

    return play


def _reset(part: Part) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(part(exchange))
        exchange.reset()
        return False

    return play


def _stall(part: Part) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(part(exchange))
        if part is POINTS["after the body"]:  # that is no fault
            return True
        exchange.wait_for_end()
        return False

    return play


def _effect(point: str, head: Effect, body: Effect) -> Effect:
    if point == "after the body":
        return FINE
    return body if point in IN_BODY else head


def _faults() -> List[Fault]:
    found = []
    for point, part in POINTS.items():
        broken, late = _effect(point, BROKEN, BROKEN_BODY), _effect(point, LATE, LATE_BODY)
        if point == "inside the last chunk":
            late, broken = LATE_BODY, FINE  # its line says that all is there
        found.append(Fault(f"closes {point}", broken, _close(part), transports=BOTH))
        if point != "inside the last chunk":  # the same moment may be seen before or after the reset
            found.append(Fault(f"resets {point}", broken, _reset(part), transports=BOTH))
        found.append(Fault(f"stalls {point}", late, _stall(part), transports=BOTH, limits=SHORT))
    return found


def _unread(exchange: Exchange) -> bool:
    exchange.wait_unread()
    return False


def _drip(exchange: Exchange) -> bool:
    exchange.send(*(bytes((byte,)) for byte in exchange.full.encode()[:4000]), exchange.full.encode()[4000:])
    return True


def _drip_slowly(exchange: Exchange) -> bool:
    for byte in exchange.full.encode():
        exchange.send(bytes((byte,)))
        exchange.pause(0.05)
    return True


FAULTS = (
    *_faults(),
    Fault("closes while the request is sent", BROKEN, hang_up, "head", BOTH, large=True),
    Fault("resets while the request is sent", BROKEN, reset, "head", BOTH, large=True),
    Fault("does not read the request", LATE, _unread, "head", BOTH, limits=SHORT, large=True),
    Fault("reads the request byte by byte", FINE, None, "body", BOTH),
    Fault("answers byte by byte", FINE, _drip, transports=BOTH),
    Fault("answers byte by byte, beyond the time of the call", LATE, _drip_slowly, transports=BOTH, limits=0.8),
)
