"""`Retry-After`: seconds that can be waited for, or none; no zone of this machine has a part in it."""

from __future__ import annotations

import email.utils
import math
from typing import Any

from ubiops._policy import Failure, Policy, retry_after_seconds

RUNS = 1_500_000
LONGEST = 128

NOW = 1_600_000_000.0
POLICY = Policy()


def check(data: bytes) -> None:
    value = data.decode("latin-1")
    seconds = retry_after_seconds(value, NOW)
    assert seconds is None or seconds >= 0, seconds
    if value.isascii() and value.isdigit():
        assert seconds == float(value)
    failure = Failure("busy", 503, True, value)
    wait = POLICY.wait_before_retry(1, "GET", failure, waited=0.0, now=NOW, random=0.5)
    assert wait is None or (math.isfinite(wait) and 0 <= wait <= POLICY.max_wait), wait
    parsed = email.utils.parsedate_tz(value)
    if parsed is not None and not value.strip().isdigit() and seconds is not None:
        assert seconds == max(0.0, _epoch(parsed) - NOW), (seconds, parsed)


def _epoch(parsed: Any) -> float:
    moment: float = email.utils.mktime_tz((*parsed[:9], parsed[9] or 0))
    return moment
