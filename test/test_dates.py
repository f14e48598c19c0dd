# D8: ISO 8601 and nothing else; offsets are kept, and what has none gets none.
from __future__ import annotations

import contextlib
import datetime
import json
import sys
from types import SimpleNamespace
from typing import Any, Callable, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ubiops
from ubiops._decoding import parse_date, parse_datetime, parse_with_dateutil
from ubiops.models._model import DECODER

UTC = datetime.timezone.utc
EAST = datetime.timezone(datetime.timedelta(hours=2))
WEST = datetime.timezone(-datetime.timedelta(hours=9, minutes=30))

PARSERS = pytest.mark.parametrize("parse", [parse_datetime, parse_with_dateutil])


def moment(microsecond: int = 0, zone: Optional[datetime.timezone] = None) -> datetime.datetime:
    return datetime.datetime(2020, 5, 4, 3, 2, 1, microsecond, zone)


GOOD = {
    "2020-05-04T03:02:01": moment(),
    "2020-05-04 03:02:01": moment(),
    "20200504T030201": moment(),
    "2020-05-04T03:02:01Z": moment(zone=UTC),
    "2020-05-04T03:02:01+00:00": moment(zone=UTC),
    "2020-05-04T03:02:01+02:00": moment(zone=EAST),
    "2020-05-04T03:02:01-0930": moment(zone=WEST),
    "2020-05-04T03:02:01.5Z": moment(500000, UTC),
    "2020-05-04T03:02:01,25Z": moment(250000, UTC),
    "2020-05-04T03:02:01.123Z": moment(123000, UTC),
    "2020-05-04T03:02:01.123456+02:00": moment(123456, EAST),
    "2020-05-04T03:02:01.1234567Z": moment(123456, UTC),
    "2020-05-04T03:02:01.123456789Z": moment(123456, UTC),
    "2020-05-04T03:02": datetime.datetime(2020, 5, 4, 3, 2),
    "2020-05-04": datetime.datetime(2020, 5, 4),
    "20200504": datetime.datetime(2020, 5, 4),
}

GARBAGE = [
    *("", " ", "1", "12", "2020", "202005", "2020-05", "--12", "12:30", "today", "May 4 2020", "4.5.2020"),
    *("2020-13-01", "2020-02-30", "2020-05-04T25:00", "2020-05-04T18:04:76Z", "2020-063-28T00:00:00", "1588561321"),
    *("2020-05-04T03:02:01Zulu", "2020-05-04T03:02:01+99:00", "\u0662020-05-04", "2020-05-04\0", "9999-12-31T24:00:60"),
]


@pytest.mark.parametrize("kind", ["datetime", "date"])
@pytest.mark.parametrize("text", ["2020-05-04T03:02:01z", "2020-05-04T03:02:01.5z", "2020-05-04t03:02:01z"])
def test_a_small_z_is_a_zone(kind: str, text: str) -> None:
    assert DECODER.converter(kind)(text) == DECODER.converter(kind)(text.upper()) != text
    assert DECODER.converter(kind)("2020-05-04T03:02:61z") == "2020-05-04T03:02:61z"


@PARSERS
@pytest.mark.parametrize("text", ["2020-125", "2020125", "2020-05-04T24:00:00", "2020-05-04T24:00Z", "2020-05-04T24"])
def test_what_one_python_does_not_read_no_python_reads(parse: Callable[[Any], datetime.datetime], text: str) -> None:
    if sys.version_info >= (3, 14) and parse is not parse_with_dateutil:
        pytest.skip("it reads 24:00")
    with pytest.raises(ValueError, match=r"2020|hour|isoformat"):
        parse(text)


@pytest.mark.parametrize("text", ["2040-W19-1103", "20200504030201"])
def test_a_digit_separates_nothing(text: str) -> None:
    # A newer Python takes the first one for a week and a time of 11:03.
    with pytest.raises(ValueError, match="not a full date"):
        parse_with_dateutil(text)


@PARSERS
@pytest.mark.parametrize("text, expected", GOOD.items())
def test_dates_are_read(parse: Callable[[Any], datetime.datetime], text: str, expected: datetime.datetime) -> None:
    parsed = parse(text)
    assert parsed == expected
    assert parsed.utcoffset() == expected.utcoffset()


@PARSERS
@pytest.mark.parametrize("text", GARBAGE)
def test_garbage_is_refused(parse: Callable[[Any], datetime.datetime], text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


@PARSERS
@pytest.mark.parametrize("value", [None, 12, 1.5, True, [], ["2020-05-04"] * 9, {}])
def test_what_is_no_text_is_refused(parse: Callable[[Any], datetime.datetime], value: Any) -> None:
    with pytest.raises(TypeError):
        parse(value)


@PARSERS
@given(st.datetimes(timezones=st.sampled_from([None, UTC, EAST, WEST])), st.sampled_from("T "))
def test_what_python_writes_is_read(
    parse: Callable[[Any], datetime.datetime], written: datetime.datetime, separator: str
) -> None:
    parsed = parse(written.isoformat(separator))
    assert parsed == written
    assert parsed.utcoffset() == written.utcoffset()


@given(st.text("0123456789-:.,TZW+ é", max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    for parse in (parse_datetime, parse_with_dateutil):
        with contextlib.suppress(ValueError):
            assert isinstance(parse(text), datetime.datetime)


def test_a_day_is_read_from_a_date_and_from_a_moment() -> None:
    assert parse_date("2020-05-04") == parse_date("2020-05-04T03:02:01Z") == datetime.date(2020, 5, 4)


@pytest.mark.parametrize("text, expected", GOOD.items())
def test_fields_are_decoded(text: str, expected: datetime.datetime) -> None:
    blob = ubiops.BlobList.from_dict({"creation_date": text})
    assert blob.creation_date == expected
    project = ubiops.ProjectList.from_dict({"creation_date": text})
    assert project.creation_date == expected.date()


def test_whole_bodies_are_decoded() -> None:
    with ubiops.ApiClient() as client:

        def decode(value: Any, response_type: Any) -> Any:
            return client.deserialize(SimpleNamespace(data=json.dumps(value)), response_type)

        assert decode("2020-05-04", "date") == decode("2020-05-04", datetime.date) == datetime.date(2020, 5, 4)
        assert decode("2020-05-04T03:02:01Z", "datetime") == moment(zone=UTC)
        assert decode("2020-05-04T03:02:01Z", datetime.datetime) == moment(zone=UTC)
        assert decode(["2020-05-04"], "list[date]") == [datetime.date(2020, 5, 4)]
        assert decode({"a": "2020-05-04"}, "dict(str, date)") == {"a": datetime.date(2020, 5, 4)}


@pytest.mark.parametrize(
    "text", ["2020-05-04T03:02:01", "2020-05-04T03:02:01+02:00", "2020-05-04T03:02:01.000001-09:30"]
)
def test_offsets_survive_the_way_back(text: str) -> None:
    assert json.loads(ubiops.BlobList.from_dict({"creation_date": text}).to_json()) == {"creation_date": text}


def test_texts_that_hold_dates_stay_texts() -> None:
    # 2.1.0 types them so.
    assert ubiops.Logs.from_dict({"date": "2020-05-04T03:02:01Z"}).date == "2020-05-04T03:02:01Z"
