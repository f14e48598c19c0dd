"""What is to come of a call that meets a fault, by the policies that are documented.

The retry policy stands in docs/configuration.md, that of bulk runs in docs/bulk.md, of waiters in docs/waiting.md, of
downloads in docs/files.md. It is written down here once more, so that it does not agree with the code by itself.
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple, Type

import urllib3

import ubiops
from ubiops import utils

from .effects import Effect
from .kinds import ROWS, Kind

RETRIES = 2
LONGEST_WAIT = 30.0
PATIENCE = 600.0
MANY = 1000

_REPEATABLE = ("GET", "HEAD", "PUT", "DELETE", "OPTIONS")
_TRANSIENT = (429, 502, 503, 504)
_UNREACHABLE = (ubiops.ConnectionException, ubiops.TLSException, ubiops.ProxyException)


class Expectation(NamedTuple):
    """What is to come of a call.

    Attributes:
        raises: Type of the exception; None if it succeeds.
        status: Its HTTP status, if it has one; None for one of success.
        requests: How many requests may arrive that meet the fault, or would meet it: the least, and the most.
        attempts: What the exception says how often it was tried; None if it says nothing.
        rows_fail: Whether the rows of a bulk run come back with errors.
        good: Whether what comes back is what would have come without the fault.
    """

    raises: Optional[Type[BaseException]] = None
    status: Optional[int] = None
    requests: Tuple[int, int] = (1, 1)
    attempts: Optional[int] = None
    rows_fail: bool = False
    good: bool = True


def expected(effect: Effect, kind: Kind, always: bool, seconds: float) -> Expectation:
    """Return what is to come of a call.

    Args:
        effect: What the fault does.
        kind: The call.
        always: Whether the server goes on so; if not, it does it once.
        seconds: Time limit of a bulk run or a waiter.
    """
    effect = _for_kind(effect, kind)
    if effect.raises is None:
        count = 2 if kind.runs == "waiter" else effect.requests  # it is still being built at first
        return Expectation(requests=(count, count), good=not (effect.spoils or effect.unread or effect.unnoticed))
    if kind.runs == "bulk, sending":
        return _sending(effect, always, seconds)
    if kind.runs == "bulk, collecting":
        return _collecting(effect, always, seconds)
    if kind.runs == "waiter":
        return _waiting(effect, always, seconds)
    return _call(effect, kind, always)


def _for_kind(effect: Effect, kind: Kind) -> Effect:
    """Return the effect on this kind, which may be none."""
    bytes_only = kind.body != "JSON"
    held = kind.body in ("JSON", "read")
    unnoticed = effect.unnoticed and kind.body == "stream"
    if (effect.spoils and bytes_only) or (effect.unread and not held) or unnoticed:
        return effect._replace(raises=None)
    if effect.moves_reads and kind.method == "GET":
        return effect._replace(raises=None, requests=2)
    return effect._replace(requests=1) if effect.moves_reads else effect


def _repeats(effect: Effect, method: str) -> bool:
    """Tell whether the client sends a request again."""
    if effect.final or (effect.asks is not None and effect.asks > LONGEST_WAIT):
        return False
    if not effect.sent:
        return True
    if effect.status == 0:
        return method in _REPEATABLE
    did_nothing = effect.says_so and effect.status in (429, 503)
    return effect.status in _TRANSIENT and (method in _REPEATABLE or did_nothing)


def _call(effect: Effect, kind: Kind, always: bool) -> Expectation:
    """Return what is to come of a call that is made once."""
    if kind.body == "stream" and effect.in_body:
        return Expectation(urllib3.exceptions.HTTPError)
    if kind.body == "saved" and effect.in_body:
        return Expectation(effect.raises, 0, attempts=1)
    if kind.body == "begun anew" and effect.in_body:
        return Expectation(effect.raises, 0, (2, 2), 2) if always else Expectation(requests=(2, 2))
    if not _repeats(effect, kind.method):
        return Expectation(effect.raises, effect.status, (effect.requests, effect.requests), 1)
    if always:
        return Expectation(effect.raises, effect.status, (RETRIES + 1, RETRIES + 1), RETRIES + 1)
    return Expectation(requests=(2, 2))


def _waiting(effect: Effect, always: bool, seconds: float) -> Expectation:
    """Return what is to come of a waiter: errors that pass are ridden out."""
    repeats = _repeats(effect, "GET")
    if repeats and not always:
        return Expectation(requests=(2, 2))
    count = (RETRIES + 1 if repeats else 1) * effect.requests
    unreachable = effect.raises is not None and issubclass(effect.raises, _UNREACHABLE)
    status = effect.status or 0
    passes = status == 429 or 500 <= status <= 599 or (effect.status == 0 and not unreachable)
    if not passes:
        return Expectation(effect.raises, effect.status, (count, count), RETRIES + 1 if repeats else 1)
    if always or (effect.asks or 0) > seconds:
        least = effect.requests if effect.asks else count  # the waits may take all the time
        return Expectation(utils.WaitTimeoutException, requests=(least, MANY))
    return Expectation(requests=(count + 1, count + 1))


def _refused(effect: Effect) -> bool:
    return effect.status in (400, 413)


def _busy(effect: Effect) -> bool:
    return effect.status in (429, 503) or not effect.sent


def _fatal(effect: Effect) -> bool:
    return 300 <= (effect.status or 0) < 500 or effect.raises is ubiops.TLSException


def _sending(effect: Effect, always: bool, seconds: float) -> Expectation:
    """Return what is to come of a bulk run whose rows meet the fault on their way."""
    if _refused(effect):  # halves are sent
        return Expectation(requests=(1 + len(ROWS), 1 + len(ROWS)), rows_fail=always)
    if _busy(effect):
        if not effect.sent or (effect.asks or 0) > PATIENCE:
            return Expectation(effect.raises, effect.status, attempts=1)
        if always or (effect.asks or 0) > seconds:
            return Expectation(utils.WaitTimeoutException, requests=(1, MANY))
        return Expectation(requests=(2, 2))
    if _fatal(effect):
        return Expectation(effect.raises, effect.status, (effect.requests, effect.requests), 1)
    return Expectation(utils.UnknownFateException)


def _collecting(effect: Effect, always: bool, seconds: float) -> Expectation:
    """Return what is to come of a bulk run whose results meet the fault on their way."""
    if effect.status == 404:  # all are looked at one by one
        return Expectation(requests=(1, MANY), rows_fail=always)
    if _refused(effect) or (_fatal(effect) and not _busy(effect)):
        return Expectation(effect.raises, effect.status, (effect.requests, effect.requests), 1)
    if (effect.asks or 0) > PATIENCE and effect.status != 0:
        return Expectation(effect.raises, effect.status, attempts=1)
    if always or (effect.asks or 0) > seconds:
        return Expectation(utils.WaitTimeoutException, requests=(1, MANY))
    return Expectation(requests=(2, MANY))
