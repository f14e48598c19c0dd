"""Schedules in the notation of cron: five fields, in UTC."""

from __future__ import annotations

import re
from datetime import datetime

from ..common.importing import IMPORTING

_FIELDS = (("minute", 0, 59), ("hour", 0, 23), ("day of month", 1, 31), ("month", 1, 12), ("day of week", 0, 6))
_PART = re.compile(r"(?:\*|(?P<first>\d{1,2})(?:-(?P<last>\d{1,2}))?)(?:/(?P<step>\d{1,2}))?", re.ASCII)


def next_run(schedule: str, after: datetime) -> datetime:
    """Return the first date after another at which a schedule runs.

    Args:
        schedule: e.g. `*/15 8-18 * * 1-5`.
        after: a date in UTC.

    Raises:
        ValueError: it is no schedule, or never runs; the text says what would be right.
    """
    # Imported on first use: most emulators have no schedules, and start faster without it.
    with IMPORTING:
        from croniter import CroniterBadDateError, croniter  # type: ignore[import-untyped]

    fields = schedule.split()
    if len(fields) != len(_FIELDS):
        raise ValueError(f"must have five fields (minute, hour, day of month, month, day of week), not {len(fields)}")
    for text, (name, low, high) in zip(fields, _FIELDS):
        for part in text.split(","):
            _check(part, name, low, high)
    try:
        found: datetime = croniter(" ".join(fields), after).get_next(datetime)
    except CroniterBadDateError:
        raise ValueError("never runs: there is no such day") from None
    return found


def _check(part: str, name: str, low: int, high: int) -> None:
    """Check one part of a field. croniter knows more forms than the service is known to."""
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"the {name} must be *, a number, a range, a step such as */2 or a list, not {part[:40]}")
    first = int(match["first"] or low)
    last = int(match["last"] or (first if match["first"] else high))
    if not low <= first <= last <= high:
        raise ValueError(f"the {name} must be within {low}-{high}, and ranges ascend, unlike {part}")
    if match["step"]:
        if match["first"] and not match["last"]:
            raise ValueError(f"the {name} needs * or a range before a step, unlike {part}")
        if not 1 <= int(match["step"]) <= max(high, 1):
            raise ValueError(f"the step of the {name} must be within 1-{high}, unlike {part}")
