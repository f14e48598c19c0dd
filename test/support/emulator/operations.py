"""What the tests of operations around models share."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Dict, Iterator, List

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from ubiops.emulator.platform import Platform

EVAL = """
import os, sys, time

class Model:
    def __init__(self, base_directory, context):
        self.context = context

    def request(self, data):
        return eval(data)
"""


class Clock:
    """A clock of an emulator that stands still until it is moved."""

    def __init__(self, client: Client, now: str = "2020-10-08T09:00:30") -> None:
        self.now = datetime.fromisoformat(now).replace(tzinfo=timezone.utc)
        self._platform = platform(client)
        self._platform.clock = lambda: self.now

    def move(self, **step: float) -> None:
        """Move by days, hours, minutes, seconds."""
        self.now += timedelta(**step)
        self._platform.clock_moved()


@contextmanager
def standing(client: Client, now: str = "2020-10-08T09:00:30") -> Iterator[Clock]:
    """Stop the clock of an emulator that others share, for a while."""
    parts = platform(client)
    before = parts.clock
    yield Clock(client, now)
    parts.clock = before
    parts.clock_moved()


def platform(client: Client) -> Platform:
    """Return the parts of an emulator."""
    found = client.emulator._platform
    assert found is not None
    return found


def plain(client: Client, name: str = "plain", **settings: Any) -> str:
    """Make a version whose requests are expressions to evaluate; return its path."""
    version = client.model(name, None, None, **settings)
    client.deploy(version, EVAL)
    return version


def evaluate(client: Client, version: str, expression: str) -> Dict[str, Any]:
    """Send a direct request."""
    answer = client("POST", f"{version}/request", expression)
    assert answer.status == 200, answer
    body: Dict[str, Any] = answer.body
    return body


def logs(client: Client, filters: Any = None, project: str = "demo", **options: Any) -> List[Dict[str, Any]]:
    """Search the logs."""
    answer = client("POST", f"/projects/{project}/logs", {"filters": filters or {}, **options})
    assert answer.status == 201, answer
    lines: List[Dict[str, Any]] = answer.body
    return lines


def texts(client: Client, filters: Any = None, **options: Any) -> List[str]:
    """Search the logs for the texts of lines."""
    return [line["log"] for line in logs(client, filters, **options)]
