"""Redirects in loops and elsewhere."""

from __future__ import annotations

from typing import Callable, List, Tuple

import ubiops

from ..effects import FINE, Effect
from ..exchange import Exchange
from ..fault import ALWAYS, ONCE, Fault

STATUSES = (301, 302, 303, 307, 308)


def _to(code: int, location: str) -> Callable[[Exchange], bool]:
    """Redirect what was not redirected already."""

    def play(exchange: Exchange) -> bool:
        assert exchange.request is not None
        host = exchange.request.headers["host"]
        if host.startswith("localhost"):  # it is there
            exchange.send(exchange.answer.encode())
            return True
        target = location.format(path=exchange.request.target, port=host.partition(":")[2])
        exchange.send(f"HTTP/1.1 {code} Moved\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode())
        return True

    return play


def _moved(code: int, requests: int = 1) -> Effect:
    return Effect(ubiops.ApiException, code, final=True, requests=requests)


def _within(exchange: Exchange) -> bool:
    assert exchange.request is not None
    head = f"HTTP/1.1 307 Moved\r\nLocation: {exchange.request.target}\r\nContent-Length: 0\r\n\r\n"
    exchange.send(head.encode())
    return True


def _faults() -> List[Fault]:
    found = []
    for code in STATUSES:
        found.append(Fault(f"{code} in a loop", _moved(code, 6), _to(code, "{path}"), scenes=(ALWAYS,)))
        away = _moved(code)._replace(moves_reads=True)
        found.append(Fault(f"{code} to another host", away, _to(code, "http://localhost:{port}{path}")))
    nowhere: Tuple[Tuple[str, str], ...] = (
        ("without address", ""),
        ("to a file", "file:///etc/passwd"),
        ("to FTP", "ftp://127.0.0.1/x"),
        ("to a host that is none", "http://a b/"),
        ("to a port that is none", "http://127.0.0.1:99999/"),
        ("to an open bracket", "http://[::1/"),
    )
    return [*found, *(Fault(f"302 {name}", _moved(302), _to(302, location)) for name, location in nowhere)]


FAULTS = (
    *_faults(),
    Fault("307 to the same address, once", FINE._replace(requests=2), _within, scenes=(ONCE,)),
)
