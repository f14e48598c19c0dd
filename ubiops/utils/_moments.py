"""Moments as arguments, and as the API writes them."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Optional, Union

from dateutil.parser import isoparse

from ubiops import ApiTypeError, ApiValueError

Moment = Union[datetime, str]


def checked_moment(value: Optional[Moment], name: str) -> Optional[datetime]:
    """Return a moment that a program gave; without a zone it is UTC, as in the API."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = parsed(value)
        except ValueError:
            raise ApiValueError(f"{name}: must be an ISO 8601 date and time, not {value!r}") from None
    if not isinstance(value, datetime):
        raise ApiTypeError(f"{name}: must be a datetime or its text, not {value!r}")
    return value if value.tzinfo is not None else value.replace(tzinfo=timezone.utc)


def parsed(text: str) -> datetime:
    """Return the moment that a text of the API names."""
    moment = isoparse(text.replace(" ", "T"))
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)


def check_period(since: Optional[datetime], until: Optional[datetime]) -> None:
    """Refuse a period that ends before it begins."""
    if since is not None and until is not None and since > until:
        raise ApiValueError(f"since: must not be after until, but {since} is after {until}")


def is_descending(sort: str) -> bool:
    """Tell which way a list runs."""
    if sort not in ("asc", "desc"):
        raise ApiValueError(f"sort: must be 'asc' or 'desc', not {sort!r}")
    return sort == "desc"
