"""Schedules: the next run is the first minute after a date that crontab's rules name, found by trying them all."""

from __future__ import annotations

import datetime
import re
from typing import Optional, Set, Tuple

from test.hardening.fuzz.targets import pieces
from ubiops.emulator.schedules.cron import next_run

RUNS = 500_000
LONGEST = 64

BEGIN = datetime.datetime(2020, 1, 1)
MINUTE = datetime.timedelta(minutes=1)
YEARS = 8 * 366  # the days in which each day of the month, leap days too, has its turn
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
WORDS = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}


def check(data: bytes) -> None:
    start, text = pieces(data, 2)
    schedule = text.decode("utf-8", "replace")
    after = BEGIN + int.from_bytes(start[:3], "big") * MINUTE
    after = after.replace(tzinfo=datetime.timezone.utc)
    try:
        found: Optional[datetime.datetime] = next_run(schedule, after)
    except ValueError as error:
        assert type(error) is ValueError, error
        assert str(error).startswith(("must ", "the ", "never ")), error
        if not str(error).startswith("never "):
            return
        found = None
    fields = schedule.lower().split()
    if len(fields) == 5 and fields[2].startswith("*/") and len(weekdays_of(fields[4])) == 7:
        return  # whether all days of the week, spelled out, outdo a step of days is told by no standard
    assert found == first(fields, after), schedule


def first(fields: list[str], after: datetime.datetime) -> Optional[datetime.datetime]:
    """Return the first minute after a date that the fields name."""
    if len(fields) == 1:
        fields = WORDS[fields[0]].split()
    minutes, hours = numbers(fields[0], 0, 59), numbers(fields[1], 0, 23)
    days, months = numbers(fields[2], 1, 31), numbers(fields[3], 1, 12, MONTHS, 1)
    weekdays = weekdays_of(fields[4])
    # Either is enough where both are told; a field with a star of its own is not.
    either = "*" not in fields[2].split(",") and "*" not in fields[4].split(",")
    begin = after.replace(second=0, microsecond=0) + MINUTE
    for offset in range(YEARS + 1):
        day = begin + datetime.timedelta(days=offset)
        of_month, of_week = day.day in days, day.isoweekday() % 7 in weekdays
        if day.month in months and ((of_month or of_week) if either else (of_month and of_week)):
            earliest = (day.hour, day.minute) if offset == 0 else (0, 0)
            time = min(((h, m) for h in hours for m in minutes if (h, m) >= earliest), default=None)
            if time is not None:
                return day.replace(hour=time[0], minute=time[1])
    return None


def weekdays_of(field: str) -> Set[int]:
    """Return the days of the week that a field names, from Sunday, 0."""
    return {number % 7 for number in numbers(field, 0, 7, DAYS, 0)}


def numbers(field: str, low: int, high: int, names: Tuple[str, ...] = (), base: int = 0) -> Set[int]:
    """Return what a field names."""
    found: Set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        begin, _, end = span.partition("-")
        if span == "*":
            last = 6 if names is DAYS else high
            found.update(range(low, last + 1, int(step or 1)))
        else:
            begin_number = number(begin, names, base)
            end_number = number(end or begin, names, base)
            if end == "sun" and begin_number != 0:
                end_number = high
            found.update(range(begin_number, end_number + 1, int(step or 1)))
    return found


def number(text: str, names: Tuple[str, ...], base: int) -> int:
    """Return the number of a name, or that in the text."""
    return names.index(text) + base if re.fullmatch("[a-z]+", text) else int(text)
