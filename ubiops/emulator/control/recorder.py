"""The calls that the emulator has received."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Deque, List, Optional

CAP = 1000  # calls that are kept


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


class Recorder:
    """Keeps the latest calls, in the order in which they were answered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Deque[ReceivedRequest] = deque(maxlen=CAP)

    def add(self, request: ReceivedRequest) -> None:
        """Keep a call, and forget the oldest one if there are too many."""
        with self._lock:
            self._requests.append(request)

    def all(self) -> List[ReceivedRequest]:
        """Return the calls that are kept, oldest first."""
        with self._lock:
            return list(self._requests)

    def clear(self) -> None:
        """Forget all calls."""
        with self._lock:
            self._requests.clear()
