"""What numpy and pandas make travels as JSON, though the client imports neither (D7)."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops._encoding import to_json_text, to_json_value, to_parameter_text
from ubiops.emulator.serving.fields import DataError, check_data

FRAME = pd.DataFrame({"age": [41, 38], "name": ["Ann", "Bo"]})
KEYS = {"7": "a", "b": "c", "0.5": "d", "true": "e"}


@pytest.mark.parametrize(
    ("value", "converted"),
    [
        (np.int8(-3), -3),
        (np.uint64(2**63), 2**63),
        (np.float64(0.5), 0.5),
        (np.float32(0.5), 0.5),
        (np.float16(0.5), 0.5),
        (np.longdouble(0.5), 0.5),
        (np.bool_(True), True),
        (np.str_("a"), "a"),
        (np.bytes_(b"a"), "a"),
        (np.array(7), 7),
        (np.array([1, 2]), [1, 2]),
        (np.array([[0.5], [1.5]], dtype=np.float32), [[0.5], [1.5]]),
        (np.array([0.5], dtype=np.longdouble), [0.5]),
        (np.array([True, False]), [True, False]),
        (np.array(["a", "bc"]), ["a", "bc"]),
        (np.array([b"a"]), ["a"]),
        (np.array([{"a": np.int8(1)}, None], dtype=object), [{"a": 1}, None]),
        (np.array([(1, 2.5)], dtype=[("a", int), ("b", float)]), [[1, 2.5]]),
        (np.array([]), []),
        (np.datetime64("2020-01-31"), "2020-01-31"),
        (np.datetime64("2020-01-31T12:30", "us"), "2020-01-31T12:30:00.000000"),
        (np.array(["2020-01-31"], dtype="datetime64[ns]"), ["2020-01-31T00:00:00.000000000"]),
        ([np.int64(1), np.float32(0.5), 2], [1, 0.5, 2]),
        ({"x": np.int64(1), "y": np.arange(3)}, {"x": 1, "y": [0, 1, 2]}),
        ({np.int64(7): "a", np.str_("b"): "c", np.float32(0.5): "d", np.bool_(True): "e"}, KEYS),
        (FRAME, [{"age": 41, "name": "Ann"}, {"age": 38, "name": "Bo"}]),
        (FRAME.iloc[0], {"age": 41, "name": "Ann"}),
        (FRAME["age"], [41, 38]),
        (FRAME["age"].iloc[0], 41),
        (FRAME.to_dict(orient="records"), [{"age": 41, "name": "Ann"}, {"age": 38, "name": "Bo"}]),
        (next(FRAME.itertuples()), [0, 41, "Ann"]),
        (FRAME.set_index("name")["age"], {"Ann": 41, "Bo": 38}),
        (FRAME.index, [0, 1]),
        (FRAME.columns, ["age", "name"]),
        (FRAME.dtypes.index, ["age", "name"]),
        (pd.DataFrame({0: [1]}), [{"0": 1}]),
        (pd.DataFrame(), []),
        (pd.Categorical(["a", "b", "a"]), ["a", "b", "a"]),
        (pd.Timestamp("2020-01-31T12:30", tz="UTC"), "2020-01-31T12:30:00+00:00"),
        (pd.Series(pd.to_datetime(["2020-01-31"])), ["2020-01-31T00:00:00"]),
        (pd.DatetimeIndex(["2020-01-31"]), ["2020-01-31T00:00:00"]),
        (pd.Series([1, 2], dtype="Int64"), [1, 2]),
        (pd.DataFrame({"age": [41], "price": [0.5]}).iloc[0], {"age": 41, "price": 0.5}),
        (pd.DataFrame({"age": [41, None]}).dropna(), [{"age": 41}]),
        (pd.Series([41, 0.5]), [41, 0.5]),
        (pd.Index([41, 0.5]), [41, 0.5]),
        (np.float64(41), 41),
        (np.float32(-2), -2),
        (np.longdouble(41), 41),
        (np.array([[41, 0.5]]), [[41, 0.5]]),
        (np.float64(2.0**53), 2.0**53),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_of_numpy_and_pandas_have_a_json_form(value: Any, converted: Any) -> None:
    result = to_json_value(value)
    assert json.dumps(result) == json.dumps(converted)  # 1 and 1.0 are equal
    assert "numpy" not in repr(result)
    to_json_text(value)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (np.array([0.5, np.nan]), r"\[1\]"),
        (np.array([np.inf], dtype=np.longdouble), r"\[0\]"),
        ({"x": np.float32("inf")}, r"\['x'\]"),
        ({"rows": np.array([[1.0], [np.nan]])}, r"\['rows'\]\[1\]\[0\]"),
        (pd.DataFrame({"a": [1, np.nan]}), r"\[1\]\['a'\]"),
        ({"row": pd.Series({"a": 1.5, "b": np.nan})}, r"\['row'\]\['b'\]"),
    ],
)
def test_missing_numbers_are_refused_with_their_place(value: Any, place: str) -> None:
    with pytest.raises(ubiops.ApiValueError, match=f"numbers must be finite at {place}$"):
        to_json_value(value)


@pytest.mark.parametrize("value", [pd.NaT, np.datetime64("NaT", "ns"), np.array(["2020-01-31", "NaT"], dtype="M8[ns]")])
def test_missing_dates_are_refused(value: Any) -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"NaT is not a date at \['when'\]"):
        to_json_value({"when": value})


@pytest.mark.parametrize("value", [np.timedelta64(1, "D"), np.timedelta64(1, "ns"), np.array([1], dtype="m8[ns]")])
def test_durations_are_refused(value: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=r"A duration has no JSON form; use a number at \['wait'\]"):
        to_json_value({"wait": value})


@pytest.mark.parametrize("value", [pd.NA, pd.Timedelta("1s"), pd.Period("2020-01"), np.complex128(1j)])
def test_values_that_json_does_not_have_are_refused(value: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=r"has no JSON form.* at \['x'\]"):
        to_json_value({"x": value})


@pytest.mark.parametrize("value", [pd.Series([1, 2], index=["a", "a"]), pd.DataFrame([[1, 2]], columns=["a", "a"])])
def test_labels_that_would_hide_each_other_are_refused(value: Any) -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"Several values have the same name: \['a', 'a'\] at \['data'\]"):
        to_json_value({"data": value})


@pytest.mark.parametrize(
    ("value", "text"),
    [(np.bool_(True), "true"), (np.int64(5), "5"), (np.float64(0.5), "0.5"), (np.str_("a"), "a")],
)
def test_scalars_can_be_parameters(value: Any, text: str) -> None:
    assert to_parameter_text(value) == text


def test_a_row_and_a_frame_can_be_sent_as_request_data(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={"success": True}), Reply(body=[]))
    api = connect(server)
    minute: Any = np.int64(60)
    api.model_requests_create("demo", "churn", "v1", FRAME.iloc[1], timeout=minute)
    api.batch_model_requests_create("demo", "churn", "v1", FRAME)
    direct, batch = server.requests
    assert (direct.body, direct.target.partition("?")[2]) == (b'{"age": 38, "name": "Bo"}', "timeout=60")
    assert batch.json == [{"age": 41, "name": "Ann"}, {"age": 38, "name": "Bo"}]


def test_a_row_of_numbers_fits_the_fields_that_it_was_made_of() -> None:
    fields = json.dumps([{"name": "age", "data_type": "int"}, {"name": "price", "data_type": "double"}])
    rows = pd.DataFrame({"age": [41, 38], "price": [0.5, 2.0]})
    for row in (rows.iloc[0], rows.iloc[1], next(row for _, row in rows.iterrows()), rows.loc[1]):
        check_data(to_json_value(row), "structured", fields)
    rows["age"] += 0.5
    with pytest.raises(DataError, match=r"Cannot cast 41.5 to an integer"):
        check_data(to_json_value(rows.iloc[0]), "structured", fields)


def test_plain_floats_stay_floats() -> None:
    assert to_json_text([1.0, {"a": 2.0}]) == '[1.0, {"a": 2.0}]'


def test_neither_is_imported_by_the_client() -> None:
    program = (
        "import sys, ubiops, ubiops._encoding as encoding; encoding.to_json_value([{'a': 1.5, 'b': (1, {2})}]); "
        "ubiops.CoreApi; ubiops.Status; "
        "sys.exit(any(name in sys.modules for name in ('numpy', 'pandas')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
