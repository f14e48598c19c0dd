"""What travels as JSON, and what is refused before anything travels (D1, D7)."""

from __future__ import annotations

import collections
import datetime
import decimal
import enum
import json
import math
import pathlib
import uuid
from types import MappingProxyType
from typing import Any, Callable, List

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops._encoding import NULL, describe, to_json_text, to_json_value

UTC_PLUS_2 = datetime.timezone(datetime.timedelta(hours=2))


class Color(enum.Enum):
    RED = "red"
    BOTH = ("red", "blue")


class Level(enum.IntEnum):
    HIGH = 3


class Point(collections.namedtuple("Point", "x y")):
    pass


class Text(str):
    pass


class Fraction(float):
    pass


Send = Callable[[Any], str]


@pytest.fixture
def sent(serve: Serve, connect: Connect) -> Send:
    """Send a body with an operation that takes any; return the JSON text that arrived."""
    server = serve(Reply(body={}))
    client = connect(server).api_client

    def send(body: Any) -> str:
        client.call_api("/anything", "PATCH", body=body, auth_settings=["api_key"])
        return server.requests[-1].body.decode()

    return send


def test_fields_that_are_unset_or_none_are_left_out(sent: Send) -> None:
    assert sent(ubiops.OrganizationUpdate(name=None)) == "{}"


def test_null_is_sent_where_the_program_says_so(sent: Send) -> None:
    assert sent(ubiops.OrganizationUpdate(subscription_end_date=ubiops.NULL)) == '{"subscription_end_date": null}'


@pytest.mark.parametrize("value", [0, False, "", [], {}])
def test_fields_that_are_false_but_set_are_sent(sent: Send, value: Any) -> None:
    unchecked = ubiops.Configuration()
    unchecked.client_side_validation = False
    update = ubiops.ModelUpdate(description=value, local_vars_configuration=unchecked)
    update.additional_properties = {"extra": value}
    assert json.loads(sent(update)) == {"description": value, "extra": value}


@pytest.mark.parametrize("value", [None, ubiops.NULL, 0, False, "", [], {}])
def test_a_plain_dict_is_sent_as_it_is(sent: Send, value: Any) -> None:
    expected = None if value is ubiops.NULL else value
    text = sent({"field": value, "nested": [{"field": value}]})
    assert json.loads(text) == {"field": expected, "nested": [{"field": expected}]}


def test_models_nested_in_lists_and_dicts_are_sent_without_their_unset_fields(sent: Send) -> None:
    model = ubiops.ModelCreate(
        name="churn",
        input_type="structured",
        output_type="plain",
        input_fields=[ubiops.ModelInputFieldCreate(name="x", data_type="int")],
    )
    assert sent([{"model": model}]) == (
        '[{"model": {"name": "churn", "input_type": "structured", "output_type": "plain", '
        '"input_fields": [{"name": "x", "data_type": "int"}]}}]'
    )


def test_null_is_false_and_shows_its_name() -> None:
    assert not NULL
    assert repr(NULL) == "ubiops.NULL"
    assert ubiops.NULL is NULL


@pytest.mark.parametrize(
    ("value", "converted"),
    [
        (None, None),
        (True, True),
        (10**400, 10**400),
        (0.1, 0.1),
        (Text("a"), "a"),
        (Fraction(0.5), 0.5),
        (Level.HIGH, 3),
        (Color.RED, "red"),
        (Color.BOTH, ["red", "blue"]),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (decimal.Decimal("1.50"), 1.5),
        (decimal.Decimal("3.00"), 3),
        (decimal.Decimal("1E+2"), 100),
        (pathlib.PurePosixPath("a/b"), "a/b"),
        (b"caf\xc3\xa9", "caf\xe9"),
        (bytearray(b"abc"), "abc"),
        (memoryview(b"abc"), "abc"),
        ((1, "a"), [1, "a"]),
        (Point(1, 2), [1, 2]),
        ([1, 2.5, 10**400, None], [1, 2.5, 10**400, None]),
        ([0.5, Fraction(0.25)], [0.5, 0.25]),
        ({3, 1, 2}, [1, 2, 3]),
        (frozenset(("b", "a")), ["a", "b"]),
        (datetime.date(2020, 1, 31), "2020-01-31"),
        (datetime.time(12, 30), "12:30:00"),
        (datetime.datetime(2020, 1, 31, 12, 30), "2020-01-31T12:30:00"),
        (datetime.datetime(2020, 1, 31, 12, 30, tzinfo=UTC_PLUS_2), "2020-01-31T12:30:00+02:00"),
        (collections.OrderedDict(b=1, a=2), {"b": 1, "a": 2}),
        (MappingProxyType({"a": (1,)}), {"a": [1]}),
        (collections.UserDict({"a": 1}), {"a": 1}),
        ({1: "a", 2.5: "b", None: "c"}, {"1": "a", "2.5": "b", "null": "c"}),
        ({False: "a", Color.RED: "b", uuid.UUID(int=2): "c"}, {"false": "a", "red": "b", str(uuid.UUID(int=2)): "c"}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, (set, frozenset)) else repr(value).partition(" at ")[0],
)
def test_python_values_have_a_json_form(value: Any, converted: Any) -> None:
    result = to_json_value(value)
    assert result == converted
    assert type(result) is type(converted) or isinstance(value, str)
    assert json.loads(to_json_text(value)) == converted


def test_a_set_of_things_that_cannot_be_sorted_is_a_list_all_the_same() -> None:
    assert sorted(to_json_value({1, "a", None}), key=str) == [1, None, "a"]


def test_the_value_is_copied_not_changed() -> None:
    given = {"list": [1, 2], "dict": {"a": (1,)}}
    converted = to_json_value(given)
    converted["list"].append(3)
    assert given == {"list": [1, 2], "dict": {"a": (1,)}}


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, Fraction("nan"), decimal.Decimal("NaN")])
@pytest.mark.parametrize(
    ("build", "place"),
    [
        (lambda number: {"rows": [{"x": 1.5}, {"x": number}]}, r"\['rows'\]\[1\]\['x'\]"),
        (lambda number: {"rows": (1.5, 2, number)}, r"\['rows'\]\[2\]"),
        (lambda number: [[1.0, None, number]], r"\[0\]\[2\]"),
        (lambda number: ubiops.ScheduleUpdate(request_data={"x": number}), r"\['request_data'\]\['x'\]"),
    ],
)
def test_numbers_that_are_not_finite_are_refused_with_their_place(
    build: Callable[[Any], Any], place: str, number: Any
) -> None:
    with pytest.raises(ubiops.ApiValueError, match=f"numbers must be finite at {place}"):
        to_json_value(build(number))


@pytest.mark.parametrize("number", [math.nan, decimal.Decimal("sNaN"), decimal.Decimal("Infinity")])
def test_a_bare_number_that_is_not_finite_is_refused(number: Any) -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"^JSON has no \w+: numbers must be finite$"):
        to_json_value(number)


def test_nothing_is_sent_when_a_value_is_refused(serve: Serve, connect: Connect) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match=r"at \[0\]\['x'\]"):
        connect(server).batch_model_requests_create("demo", "churn", "v1", [{"x": math.nan}])
    assert server.requests == []


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (object(), "^builtins.object has no JSON form"),
        ({"a": [1, 1j]}, r"^builtins.complex has no JSON form.* at \['a'\]\[1\]$"),
        ({"a": datetime.timedelta(1)}, r"^datetime.timedelta has no JSON form.* at \['a'\]$"),
        ({"a": {(1, 2): 3}}, r"^Keys of a JSON object are text, not tuple at \['a'\]$"),
        ({"a": {b"k": 3}}, r"^Keys of a JSON object are text, not bytes at \['a'\]$"),
    ],
)
def test_values_without_a_json_form_are_refused_with_their_place(value: Any, message: str) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=message):
        to_json_value(value)


def test_bytes_that_are_no_text_are_refused_with_advice() -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"blobs_create at \['image'\]"):
        to_json_value({"image": b"\xff\xd8"})


def test_a_value_that_contains_itself_is_refused() -> None:
    loop: List[Any] = []
    loop.append(loop)
    with pytest.raises(ubiops.ApiValueError, match="contains itself"):
        to_json_value({"loop": loop})


def test_long_values_are_shortened_in_messages() -> None:
    assert describe("x" * 100) == "'" + "x" * 56 + "..."
    assert describe("x" * 58) == repr("x" * 58)
