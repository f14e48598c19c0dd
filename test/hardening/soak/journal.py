"""What the client knows of each call: written by those that call, read in the end."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any, Iterator, List, NamedTuple, Optional
from urllib.parse import urlsplit

import ubiops

DONE, REFUSED, UNKNOWN, WRONG = "done", "refused", "unknown", "wrong"
INJECTED = (429, 500, 503)


class Attempt(NamedTuple):
    """A request that was sent, once.

    Attributes:
        number: Of the attempts of its call, from 1.
        method: HTTP method.
        path: Path of its URL.
        status: HTTP status; 0 if no answer arrived.
        asked: Whether the answer said when to come again.
        error: What went wrong on the way, or None.
    """

    number: int
    method: str
    path: str
    status: int
    asked: bool
    error: Optional[str]


class Entry(NamedTuple):
    """A call.

    Attributes:
        kind: What was called.
        key: The object or the number that it was about.
        fate: What the client says became of it: `DONE` and right, `REFUSED` so that nothing was done, `UNKNOWN`, or
            `WRONG`: something that the documentation does not foresee.
        told: The exception, or the two times of a measurement.
        attempts: What was sent.
    """

    kind: str
    key: str
    fate: str
    told: Any
    attempts: List[Attempt]


class Journal:
    """Writes the calls of one thread into a file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8")

    def write(self, entry: Entry) -> None:
        """Write down a call."""
        self._file.write(f"{json.dumps(entry)}\n")

    def close(self) -> None:
        """End the file."""
        self._file.close()


def read(folder: Path) -> Iterator[Entry]:
    """Yield all calls, those of each thread in their order."""
    for path in sorted(folder.glob("calls-*")):
        with path.open(encoding="utf-8") as file:
            for line in file:
                kind, key, fate, told, attempts = json.loads(line)
                yield Entry(kind, key, fate, told, [Attempt(*each) for each in attempts])


class Watch(threading.local):
    """The attempts of the call that this thread makes, as the hook of the client sees them."""

    def __init__(self) -> None:
        self.attempts: List[Attempt] = []

    def see(self, response: ubiops.ResponseInfo) -> None:
        """Note an attempt."""
        sent = response.request
        asked = any(name.lower() == "retry-after" for name in response.headers)
        path = urlsplit(sent.url).path
        self.attempts.append(Attempt(sent.attempt, sent.method, path, response.status, asked, response.error))

    def take(self) -> List[Attempt]:
        """Return what was noted since the last time."""
        taken, self.attempts = self.attempts, []
        return taken


def fate_of(error: BaseException, attempts: List[Attempt]) -> str:
    """Tell what the documentation says became of a call that ended so."""
    lost = [attempt for attempt in attempts if not attempt.status]
    if isinstance(error, ubiops.ConnectionException):
        return UNKNOWN if lost[:-1] else REFUSED
    if isinstance(error, ubiops.TransportException):
        return UNKNOWN
    if isinstance(error, ubiops.ApiException) and error.status in INJECTED:
        return UNKNOWN if lost else REFUSED
    if isinstance(error, ubiops.NotFoundException) and lost and attempts[-1].method == "DELETE":
        return DONE  # by the attempt whose answer was lost
    return WRONG
