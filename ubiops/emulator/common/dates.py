"""Dates in the shapes that the API uses: text, in UTC."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import lru_cache

from dateutil.parser import isoparse

from .errors import bad_request


def utc_now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(timezone.utc)


def micro(moment: datetime) -> str:
    """Return `2020-06-18T08:32:14.876451Z`: the shape of models and versions, and of storage."""
    return moment.astimezone(timezone.utc).isoformat(timespec="microseconds")[: -len("+00:00")] + "Z"


def whole_second(moment: datetime) -> str:
    """Return `2020-06-18T08:32:14`, the beginning of `micro`, for what is counted by the second or less often."""
    return _second(int(moment.timestamp()))


@lru_cache(maxsize=4)  # writing a date takes longer than many a thing that is dated
def _second(timestamp: int) -> str:
    return datetime.fromtimestamp(timestamp, timezone.utc).isoformat()[: -len("+00:00")]


def milli(stored: str) -> str:
    """Turn a stored date into `2020-06-18T08:32:14.876+00:00`, the shape of blobs and requests."""
    return stored[:-4] + "+00:00"


def spaced(stored: str) -> str:
    """Turn a stored date into `2020-06-18 08:32:14.876+00:00`, the shape of registration dates."""
    return milli(stored).replace("T", " ")


def seconds(moment: datetime) -> str:
    """Return `2020-06-18T08:32:14+00:00`: the shape of metrics."""
    return moment.isoformat(timespec="seconds")


def day(stored: str) -> str:
    """Turn a stored date into `2020-06-18`, the shape of projects."""
    return stored[:10]


def whole_milliseconds(moment: datetime) -> datetime:
    """Cut to milliseconds, so that a date which is shown with milliseconds finds its own row again."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def parse(text: str, field: str) -> datetime:
    """Read a date that a caller sent; one without a zone is UTC.

    Raises:
        ApiError: 400 when it is not a date.
    """
    try:
        moment = isoparse(text.strip())
        if moment.tzinfo is None:
            return moment.replace(tzinfo=timezone.utc)
        return moment.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        raise bad_request(f"{field}: must be a date such as 2020-05-13 14:39:50 in UTC") from None
