"""Requests to the emulator: however the bytes are cut, the same request is read of them, or refused alike."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from waitress.adjustments import Adjustments  # type: ignore[import-untyped]

from test.hardening.fuzz.targets import pieces
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.web.connections import _environ, _Parser

RUNS = 150_000
LONGEST = 1024

ADJUSTMENTS = Adjustments()
LIMIT = 100_000


class Listener:
    """What decides about large bodies."""

    def admit(self, request: Any) -> int:
        """Let in what is called by a name that it knows."""
        if "secret" in _environ(request)["PATH_INFO"]:
            raise ApiError(403, "Not for you")
        return LIMIT

    def reserve(self, request: Any, size: int) -> None:
        """Have room for all but the largest."""
        if size > LIMIT - 10:
            raise ApiError(503, "No room")


def check(data: bytes) -> None:
    cuts, text = pieces(data, 2)
    text = text.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    whole, pieced = read(text, [len(text)]), read(text, [each // 2 + 1 for each in cuts] or [40])
    assert whole == pieced, (whole, pieced)


def read(text: bytes, sizes: list[int]) -> Tuple[Any, ...]:
    """Return what is read of a text that comes in pieces of these sizes, again and again."""
    parser = _Parser(ADJUSTMENTS, Listener())  # type: ignore[arg-type] # of it no more is needed
    position = turn = 0
    while position < len(text) and not parser.completed:
        size = sizes[turn % len(sizes)]
        turn += 1
        data = text[position : position + size]
        while data and not parser.completed:
            consumed = parser.received(data)
            assert 0 < consumed <= len(data)
            position += consumed
            data = data[consumed:]
    error = None if parser.error is None else (parser.error.code, parser.error.reason)
    body = b"" if parser.body_rcv is None or error else parser.body_rcv.getfile().read()
    read_of_it: Dict[str, Any] = {}
    if parser.completed and not parser.empty and error is None:
        read_of_it = _environ(parser)
    parser.close()
    return parser.completed, parser.empty, error, read_of_it, body
