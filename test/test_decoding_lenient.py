# D2: what the server sends is never validated. A value that does not fit is kept as it was sent.
from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, List

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.models import MODELS, NAMES, row, sample
from test.support.server import Reply
from ubiops.models._model import DECODER

EVERY_MODEL = pytest.mark.parametrize("model", MODELS, ids=NAMES)

NO_DATES = ["", "soon", "12", "2020-13-45T25:61:00Z", "9999-12-31T24:00:00", 12, [], ["2020-05-04"] * 9, {}]
ODD = ["", "text", 0, 1, -1.5, True, False, [], {}, [1, "a", None], {"a": {"b": None}}]


def decode(value: Any, response_type: str) -> Any:
    return ubiops.ApiClient().deserialize(SimpleNamespace(data=json.dumps(value)), response_type)


@EVERY_MODEL
def test_every_model_is_decoded_from_an_empty_object(model: Any) -> None:
    decoded = decode({}, model.__name__)
    assert type(decoded) is model
    assert decoded.to_dict() == dict.fromkeys(model.openapi_types)
    assert decoded.additional_properties == {}


@EVERY_MODEL
def test_every_model_is_decoded_from_nulls(model: Any) -> None:
    decoded = decode(dict.fromkeys(model.openapi_types), model.__name__)
    assert decoded.to_dict() == dict.fromkeys(model.openapi_types)


@EVERY_MODEL
def test_every_model_keeps_unknown_enum_values_and_texts_beyond_their_limits(model: Any) -> None:
    texts = [name for name, kind in model.openapi_types.items() if kind == "str"]
    for value in ("of-tomorrow", "", "x" * 5000):
        sent = {**row(model), **dict.fromkeys(texts, value)}
        decoded = decode(sent, model.__name__)
        assert {name: getattr(decoded, name) for name in texts} == dict.fromkeys(texts, value)


@EVERY_MODEL
def test_every_model_keeps_unknown_keys(model: Any) -> None:
    extra = {"of_tomorrow": {"deep": [1]}, "class": None}
    for sent in (extra, {**row(model), **extra}):
        decoded = decode(sent, model.__name__)
        assert decoded.additional_properties == extra
        assert extra.items() <= decoded.to_dict().items()


@EVERY_MODEL
def test_a_key_in_place_of_another_is_kept(model: Any) -> None:
    # As many keys as the schema has, but not the same ones.
    sent = row(model)
    first = next(iter(sent))
    sent["of_tomorrow"] = sent.pop(first)
    decoded = decode(sent, model.__name__)
    assert getattr(decoded, first) is None
    assert list(decoded.additional_properties) == ["of_tomorrow"]


@EVERY_MODEL
def test_every_model_keeps_what_is_no_date(model: Any) -> None:
    dates = [name for name, kind in model.openapi_types.items() if kind in ("date", "datetime")]
    for garbage in NO_DATES:
        decoded = decode({**row(model), **dict.fromkeys(dates, garbage)}, model.__name__)
        assert {name: getattr(decoded, name) for name in dates} == dict.fromkeys(dates, garbage)


@EVERY_MODEL
def test_every_model_keeps_values_of_another_type(model: Any) -> None:
    for value in ODD:
        decoded = decode(dict.fromkeys(model.openapi_types, value), model.__name__)
        kinds = {name: kind for name, kind in model.openapi_types.items() if type(sample(kind)) is not type(value)}
        assert {name: getattr(decoded, name) for name in kinds} == dict.fromkeys(kinds, value)


@EVERY_MODEL
def test_a_bad_row_does_not_cost_the_good_ones(model: Any) -> None:
    good = row(model)
    rows = [good, {}, {"of_tomorrow": 1}, dict.fromkeys(good, "x"), None, 5, "text", [good], good]
    decoded = decode(rows, f"list[{model.__name__}]")
    assert decoded[0] == decoded[-1] == model.from_dict(good)
    assert [type(item) for item in decoded] == [model, model, model, model, type(None), int, str, list, model]
    assert decoded[4:8] == [None, 5, "text", [good]]


def test_nested_values_of_another_shape_are_kept() -> None:
    decoded = decode({"name": "m", "input_fields": [{"name": "x"}, None, 3], "output_fields": "none"}, "ModelList")
    assert isinstance(decoded.input_fields[0], ubiops.ModelInputFieldList)
    assert decoded.input_fields[1:] == [None, 3]
    assert decoded.output_fields == "none"


def test_a_bad_date_does_not_cost_the_list_over_the_wire(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[{"name": "a", "creation_date": "2020-05-04T18:04:76Z"}, {"name": "b"}]))
    first, second = connect(server).models_list("demo")
    assert (first.name, second.name) == ("a", "b")
    assert first.creation_date == "2020-05-04T18:04:76Z"


@pytest.mark.parametrize(
    "response_type, value",
    [
        ("list[int]", ["1", None, 2.5]),
        ("list[list[datetime]]", ["soon", ["soon", 5]]),
        ("dict(str, datetime)", {"a": "soon", "b": None}),
        ("dict(str, list[ModelList])", {"a": "soon", "b": [5]}),
        ("dict(str, object)", {"a": [{}]}),
        ("list[dict(str, date)]", [{"a": ""}, 7]),
    ],
)
def test_containers_keep_items_that_do_not_fit(response_type: str, value: Any) -> None:
    assert decode(value, response_type) == value


@pytest.mark.parametrize(
    "response_type", ["list[datetime]", "list[object]", "dict(str, datetime)", "ModelList", "date"]
)
@pytest.mark.parametrize("value", ["soon", 5, True, [7], {"key": 7}])
def test_a_value_inside_a_body_is_never_refused(response_type: str, value: Any) -> None:
    decoded = DECODER.converter(response_type)(value)
    assert (decoded.additional_properties if response_type == "ModelList" and value == {"key": 7} else decoded) == value


def test_an_unknown_type_is_the_programs_mistake() -> None:
    with pytest.raises(AttributeError, match="NoSuchModel"):
        decode({}, "NoSuchModel")


MANY: List[Any] = [{"name": f"field-{number}", "data_type": "int"} for number in range(20)]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        "name",
        ["name", "data_type"],
        {},
        {"data_type": "int", "name": "x"},
        {"name": "x"},
        {**MANY[0], "new": 1},
    ],
)
def test_what_is_first_of_many_changes_nothing_for_the_others(odd: Any) -> None:
    convert = DECODER.converter("list[ModelInputFieldList]")
    first, *others = convert([odd, *MANY])
    assert others == [ubiops.ModelInputFieldList(**row) for row in MANY]
    assert [first] == convert([odd])
