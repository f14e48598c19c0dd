"""Schedules in the notation of crontab: five fields or a word such as `@daily`, in UTC."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Mapping, Optional, Sequence, Tuple

from ..common.importing import IMPORTING

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS: Sequence[Tuple[str, int, int, Mapping[str, int]]] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of month", 1, 31, {}),
    ("month", 1, 12, {name: number for number, name in enumerate(_MONTHS, 1)}),
    ("day of week", 0, 7, {name: number for number, name in enumerate(_DAYS)}),
)
_WORDS = ("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly")
_VALUE = r"\d{1,2}|[a-z]{3}"
_PART = re.compile(rf"(?:\*|(?P<first>{_VALUE})(?:-(?P<last>{_VALUE}))?)(?:/(?P<step>\d{{1,2}}))?", re.ASCII)


def next_run(schedule: str, after: datetime) -> datetime:
    """Return the first date after another at which a schedule runs.

    Args:
        schedule: e.g. `*/15 8-18 * * mon-fri`.
        after: a date in UTC.

    Raises:
        ValueError: it is no schedule, or never runs; the text says what would be right.
    """
    # Imported on first use: most emulators have no schedules, and start faster without it.
    with IMPORTING:
        from croniter import CroniterBadDateError, croniter

    fields = schedule.lower().split()
    if len(fields) == 1 and fields[0].startswith("@"):
        if fields[0] not in _WORDS:
            raise ValueError(f"must be one of {', '.join(_WORDS)}, or five fields, not {fields[0][:40]}")
    elif len(fields) != len(_FIELDS):
        raise ValueError(f"must have five fields (minute, hour, day of month, month, day of week), not {len(fields)}")
    else:
        fields = [",".join(_checked(part, *field) for part in text.split(",")) for text, field in zip(fields, _FIELDS)]
    try:
        found: datetime = croniter(" ".join(fields), after).get_next(datetime)
    except CroniterBadDateError:
        raise ValueError("never runs: there is no such day") from None
    return found


def _checked(part: str, field: str, low: int, high: int, names: Mapping[str, int]) -> str:
    """Return one part of a field as croniter reads it right, which knows more forms than crontab has."""
    match = _PART.fullmatch(part)
    words = [word for word in match.group("first", "last") if word and word.isalpha()] if match else []
    if match is None or any(word not in names for word in words):
        known = f" or {next(iter(names))}-{list(names)[-1]}" if names else ""
        raise ValueError(
            f"the {field} must be *, a number{known}, a range, a step such as */2 or a list, not {part[:40]}"
        )
    first = _number(match["first"], names, low)
    last = _number(match["last"], names, first if match["first"] else high)
    one = bool(match["last"]) and first == last
    if match["last"] == "sun" and not one:
        last = high  # the end of a week, as in fri-sun
    if not low <= first <= last <= high:
        raise ValueError(f"the {field} must be within {low}-{high}, and ranges ascend, unlike {part}")
    if match["step"]:
        if match["first"] and not match["last"]:
            raise ValueError(f"the {field} needs * or a range before a step, unlike {part}")
        if not 1 <= int(match["step"]) <= max(high, 1):
            raise ValueError(f"the step of the {field} must be within 1-{high}, unlike {part}")
    # It takes a range of one, such as 8-8, for one that goes all around.
    return match["first"] if one else part


def _number(text: Optional[str], names: Mapping[str, int], default: int) -> int:
    if text is None:
        return default
    return names[text] if text in names else int(text)
