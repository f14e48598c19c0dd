"""The calls that the emulator has received."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime
from typing import Deque, List, Mapping, NamedTuple, Optional, Sequence, Tuple

CAP = 1000  # calls that are kept
BODY = 32 * 1024  # bytes of a body that are kept
ROOM = 16 * 1024**2  # bytes of all bodies that are kept


@dataclass(frozen=True)
class ReceivedRequest:
    """A call of the API.

    Attributes:
        time: when it came, by the clock of the emulator.
        method: `GET`, `POST`, ...
        path: its path as it was sent, without the query.
        operation: operationId, e.g. `models_create`; None for a path that the API does not have.
        status: status of the answer; None when the connection was cut instead.
        duration: seconds until the answer began.
        request_size: bytes of the body that came with it.
    """

    time: datetime
    method: str
    path: str
    operation: Optional[str]
    status: Optional[int]
    duration: float
    request_size: int


@dataclass
class Exchange:
    """What was sent, and what was answered. Secrets are in it: show it masked.

    Attributes:
        query: the query string.
        headers: the header fields of the request, as WSGI names them.
        body: the first `BODY` bytes of its body, if that is text.
        answer_headers: the header fields of the answer.
        answer: the first `BODY` bytes of its body, if that is text.
        answer_size: bytes of its body, None where they are not known.
    """

    query: str
    headers: Sequence[Tuple[str, str]]
    body: bytes
    answer_headers: Sequence[Tuple[str, str]] = ()
    answer: bytes = b""
    answer_size: Optional[int] = None


class Recorded(NamedTuple):
    """A call that is kept.

    Attributes:
        number: counts the calls, from 1.
        call: the call.
        parameters: what its path names, such as `project_name`.
        exchange: what was sent and answered; None where there was no room for it any more.
    """

    number: int
    call: ReceivedRequest
    parameters: Mapping[str, str]
    exchange: Optional[Exchange]


class Recorder:
    """Keeps the latest calls, in the order in which they were answered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = 0
        self._calls: Deque[Tuple[int, ReceivedRequest, Mapping[str, str]]] = deque(maxlen=CAP)
        self._exchanges: OrderedDict[int, Tuple[Exchange, int]] = OrderedDict()  # with their sizes
        self._held = 0

    def add(self, request: ReceivedRequest, parameters: Mapping[str, str], exchange: Exchange) -> None:
        """Keep a call, and forget the oldest ones if there are too many."""
        with self._lock:
            self._number += 1
            self._calls.append((self._number, request, parameters))
            size = _size(exchange)
            self._exchanges[self._number] = exchange, size
            self._held += size
            while self._held > ROOM or len(self._exchanges) > CAP:
                self._held -= self._exchanges.popitem(last=False)[1][1]

    def all(self) -> List[ReceivedRequest]:
        """Return the calls that are kept, oldest first."""
        with self._lock:
            return [call for _, call, _ in self._calls]

    def latest(self) -> List[Recorded]:
        """Return the calls that are kept with all that is known of them, newest first."""
        with self._lock:
            return [
                Recorded(number, call, parameters, self._exchanges.get(number, (None, 0))[0])
                for number, call, parameters in reversed(self._calls)
            ]

    def clear(self) -> None:
        """Forget all calls."""
        with self._lock:
            self._calls.clear()
            self._exchanges.clear()
            self._held = 0


def _size(exchange: Exchange) -> int:
    """Return the bytes of what clients may make long."""
    fields = sum(len(name) + len(value) for name, value in exchange.headers)
    return len(exchange.body) + len(exchange.answer) + len(exchange.query) + fields
