"""The small parts of the emulator on their own: dates, names, messages about schemas, storage."""

from __future__ import annotations

import sqlite3
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from ubiops.emulator.common import dates
from ubiops.emulator.common.background import Background
from ubiops.emulator.common.errors import ApiError, quoted
from ubiops.emulator.common.filenames import base_name, content_disposition
from ubiops.emulator.state.storage import Storage
from ubiops.emulator.web import spec
from ubiops.emulator.web.validation import compile_schema

MOMENT = datetime(2020, 6, 18, 8, 32, 14, 876451, tzinfo=timezone.utc)


def test_shapes_of_dates() -> None:
    stored = dates.micro(MOMENT)
    assert stored == "2020-06-18T08:32:14.876451Z"
    assert dates.micro(MOMENT.astimezone(timezone(timedelta(hours=2)))) == stored
    assert dates.micro(MOMENT.replace(microsecond=0)) == "2020-06-18T08:32:14.000000Z"
    assert dates.milli(stored) == "2020-06-18T08:32:14.876+00:00"
    assert dates.spaced(stored) == "2020-06-18 08:32:14.876+00:00"
    assert dates.day(stored) == "2020-06-18"
    assert dates.micro(dates.whole_milliseconds(MOMENT)) == "2020-06-18T08:32:14.876000Z"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-06-18 08:32:14", MOMENT.replace(microsecond=0)),
        ("2020-06-18T08:32:14.876451", MOMENT),
        ("2020-06-18T08:32:14.876451Z", MOMENT),
        ("2020-06-18T10:32:14.876451+02:00", MOMENT),
        ("2020-06-18T08:32:14.5", MOMENT.replace(microsecond=500000)),
        ("2020-06-18 10:32:14.8764512+0200", MOMENT),
        (" 2020-06-18 ", datetime(2020, 6, 18, tzinfo=timezone.utc)),
    ],
)
def test_read_dates(text: str, expected: datetime) -> None:
    assert dates.parse(text, "date") == expected


@pytest.mark.parametrize("text", ["", "Z", "tomorrow", "2020-13-01", "0001-01-01T00:00:00+23:00"])
def test_wrong_dates(text: str) -> None:
    with pytest.raises(ApiError, match="date: must be a date"):
        dates.parse(text, "date")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a.zip", "a.zip"),
        ("../../a b.zip", "a b.zip"),
        ("/etc/passwd", "passwd"),
        ("C:\\x\\y.zip", "y.zip"),
        ("..\\..\\y", "y"),
        ("ü" * 127, "ü" * 127),
    ],
)
def test_file_names(given: str, expected: str) -> None:
    assert base_name(given) == expected


@pytest.mark.parametrize("given", ["", "..", ".", "a/", "a\\..", "a\x00b", "a\nb", "a\u202eb", "ü" * 128, "\ud800"])
def test_wrong_file_names(given: str) -> None:
    with pytest.raises(ApiError, match="file: needs a file name"):
        base_name(given)


def test_names_in_headers() -> None:
    assert content_disposition('a"b\\c') == 'attachment; filename="a\\"b\\\\c"'
    assert content_disposition("ü €") == "attachment; filename=\"? ?\"; filename*=UTF-8''%C3%BC%20%E2%82%AC"


def test_quoted() -> None:
    assert quoted("x") == "'x'"
    assert len(quoted("x" * 1000)) == 80
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert quoted(deep) == "a list"
    while deep:  # taken apart by hand: the interpreter would do it recursively
        deep = deep.pop()


@pytest.mark.parametrize(
    ("schema", "value", "message"),
    [
        ({"type": ["string", "null"]}, 5, "the body: must be a string or null, not 5"),
        ({"pattern": "^[a-z]+$"}, "A", "the body: must match ^[a-z]+$, unlike 'A'"),
        ({"format": "date"}, "x", "the body: must be a date, unlike 'x'"),
        ({"minItems": 2}, [], "the body: must have at least 2 items"),
        ({"minLength": 8}, "x", "the body: must have at least 8 characters"),
        ({"items": {"items": {"type": "integer"}}}, [[1, "x"]], "[0][1]: must be an integer, not 'x'"),
        (
            {"items": {"type": "integer"}, "maxItems": 2},
            ["x"] * 3,
            "the body: must have at most 2 items, not 3; split it over several calls",
        ),
        (
            {"anyOf": [{"type": "array", "items": {"type": "integer"}}]},
            ["x"] * 9,
            "[0]: must be an integer, not 'x'",
        ),
        ({"additionalProperties": {"type": "integer"}}, {"x" * 99: 0.5}, f"{'x' * 80}: must be an integer, not 0.5"),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "b: is required together with a"),
        (
            {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1}]},
            5,
            "the body: must be a string or a list, not 5",
        ),
        ({"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1}]}, [], "the body: may not be empty"),
        ({"anyOf": [{"enum": [1]}, {"enum": [2]}]}, 3, "the body: must be one of 1, not 3"),
        ({"uniqueItems": True}, [1, 1], "the body: [1, 1] has non-unique elements"),
        (
            {
                "anyOf": [
                    {"required": ["a"], "properties": {"b": {"maximum": 1}}},
                    {"properties": {"b": {"maximum": 1}}},
                ]
            },
            {"b": 2},
            "b: must be at most 1, not 2",
        ),
        ({"properties": {"a": {"type": "integer"}}}, {"a": 1}, None),
    ],
)
def test_messages(schema: Any, value: Any, message: Any) -> None:
    assert compile_schema(schema)(value) == message


def test_inlined_schemas_refuse_unknown_properties() -> None:
    document = {
        "paths": {},
        "components": {
            "schemas": {
                "A": {
                    "properties": {"b": {"$ref": "#/components/schemas/B", "description": "x"}},
                    "example": {"$ref": 1},
                },
                "B": {"properties": {}, "additionalProperties": True},
            }
        },
    }
    inlined = spec.Specification(document)._inlined([{"$ref": "#/components/schemas/A"}])
    assert inlined == [
        {
            "properties": {"b": {"properties": {}, "additionalProperties": True, "description": "x"}},
            "additionalProperties": False,
        }
    ]


def test_storage_rolls_back(tmp_path: Path) -> None:
    storage = Storage(tmp_path / "x")
    insert = "INSERT INTO organizations (id, name, subscription, status, creation_date) VALUES ('a', 'b', '', '', '')"
    try:
        with pytest.raises(KeyError), storage.transaction() as db:
            db.execute(insert)
            raise KeyError
        with storage.transaction() as db:
            assert db.execute("SELECT count(*) FROM organizations").fetchone()[0] == 0
            db.execute(insert)
    finally:
        storage.close()
        storage.close()
    storage = Storage(tmp_path / "x")
    with storage.transaction() as db:
        assert db.execute("SELECT name FROM organizations").fetchone()["name"] == "b"
    storage.close()
    with pytest.raises(sqlite3.ProgrammingError), storage.transaction():
        pass


def test_work_in_the_background_has_no_more_threads_than_may_work() -> None:
    background, gate = Background("limited", 2), threading.Event()

    def work() -> None:
        gate.wait()

    try:
        waiting = [background.submit(work) for _ in range(50)]
        assert sum(thread.name == "limited" for thread in threading.enumerate()) == 2
        assert not any(each.done() for each in waiting)
    finally:
        gate.set()
        background.join()
    assert all(each.done() for each in waiting)
