"""Dates: the parsers of old and new Pythons agree, and so do those of the client, its utilities and the emulator."""

from __future__ import annotations

import datetime
from typing import Any, Callable, Optional

from ubiops import ApiValueError
from ubiops._decoding import parse_datetime, parse_with_dateutil
from ubiops.emulator.common import dates
from ubiops.emulator.common.errors import ApiError
from ubiops.utils._moments import checked_moment

RUNS = 1_000_000
LONGEST = 64

MINUTE = datetime.timedelta(minutes=1)


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    old, new = parsed(parse_with_dateutil, text), parsed(parse_datetime, text)
    if old is not None and new is not None:
        assert (old, old.utcoffset()) == (new, new.utcoffset()), text
    for moment in (old, new):
        # Only new Pythons know offsets with seconds, which nobody sends.
        if moment is not None and (moment.utcoffset() or datetime.timedelta()) % MINUTE == datetime.timedelta():
            assert parse_datetime(moment.isoformat()) == parse_with_dateutil(moment.isoformat()) == moment
    checked = parsed(lambda given: checked_moment(given, "start_date"), text)
    assert checked is None or checked.tzinfo is not None
    stored = parsed(lambda given: dates.parse(given, "start_date"), text)
    if stored is not None:
        assert dates.parse(dates.micro(stored), "again") == stored
        assert len(dates.milli(dates.micro(stored))) == len("2020-06-18T08:32:14.876+00:00")


def parsed(parse: Callable[[str], Optional[datetime.datetime]], text: str) -> Any:
    """Return the moment that a text names, or None if it is refused as it should be."""
    try:
        return parse(text)
    except (ApiError, ApiValueError):
        return None
    except ValueError as error:
        assert type(error) in (ValueError, UnicodeEncodeError), error
        assert parse in (parse_datetime, parse_with_dateutil), error
        return None
