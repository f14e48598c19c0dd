# U3: from JSON to a model and back, for every model and at any depth.
from __future__ import annotations

import datetime
import json
import re
from typing import Any, Dict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ubiops
from test.support.models import MODELS, NAMES, models_in

TEXT = st.text(max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)
ZONES = st.sampled_from([None, datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))])
SCALARS = {
    "str": TEXT,
    "int": st.integers(),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "object": JSON,
    "date": st.dates().map(str),
    "datetime": st.datetimes(timezones=ZONES).map(datetime.datetime.isoformat),
}
ROWS: Dict[Any, Any] = {}


def values(kind: str) -> Any:
    """Generate JSON values of a type."""
    in_list = re.fullmatch(r"list\[(.*)\]", kind)
    if in_list:
        return st.lists(values(in_list.group(1)), max_size=3)
    in_dict = re.fullmatch(r"dict\(str, (.*)\)", kind)
    if in_dict:
        return st.dictionaries(TEXT, values(in_dict.group(1)), max_size=3)
    return SCALARS[kind] if kind in SCALARS else rows(getattr(ubiops, kind))


def rows(model: Any) -> Any:
    """Generate the JSON objects that a server might send for a model: fields of their type, missing, odd, unknown."""
    if model not in ROWS:
        keys = TEXT.filter(lambda key: key not in model.attribute_map.values())
        fields = {model.attribute_map[name]: values(kind) | JSON for name, kind in model.openapi_types.items()}
        known = st.fixed_dictionaries({}, optional=fields)
        ROWS[model] = st.builds(lambda a, b: {**a, **b}, known, st.dictionaries(keys, JSON, max_size=2))
    return ROWS[model]


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_model_survives_the_way_there_and_back(model: Any, data: Any) -> None:
    row = data.draw(rows(model))
    decoded = model.from_dict(row)
    as_dict, as_json = decoded.to_dict(), decoded.to_json()

    assert as_dict.keys() == {*model.openapi_types, *row}
    assert models_in(as_dict) == []
    assert model.from_dict(as_dict) == decoded
    assert model.from_json(as_json) == decoded
    assert model.from_json(as_json).to_json() == as_json
    unset = {key for key in model.attribute_map.values() if row.get(key) is None}
    assert json.loads(as_json).keys() == row.keys() - unset


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_the_json_of_every_model_is_what_a_server_sent(model: Any, data: Any) -> None:
    fields = {model.attribute_map[name]: values(kind) for name, kind in model.openapi_types.items()}
    row = data.draw(st.fixed_dictionaries(fields))
    sent = model.from_dict(row).to_json()
    assert without_nulls(json.loads(sent), model) == without_nulls(row, model)


def without_nulls(row: Dict[str, Any], model: Any) -> Dict[str, Any]:
    """Return an object without the fields that are null: those are not sent, in nested models neither."""
    nested = {name: re.sub(r"list\[(\w+)\]", r"\1", kind) for name, kind in model.openapi_types.items()}
    found = {}
    for key, value in row.items():
        inner = getattr(ubiops, nested.get(key, ""), None)
        if value is None and key in nested:
            continue
        if inner is None:
            found[key] = value
        elif isinstance(value, list):
            found[key] = [without_nulls(item, inner) for item in value]
        else:
            found[key] = without_nulls(value, inner)
    return found


def test_nested_models_are_made_at_any_depth() -> None:
    pipeline = ubiops.PipelineRequestList.from_dict({"model_requests": [{"pipeline_object": "a", "success": True}]})
    (inner,) = pipeline.model_requests
    assert isinstance(inner, ubiops.PipelineRequestModelRequest)
    assert ubiops.PipelineRequestList.from_json(pipeline.to_json()).model_requests == [inner]


def test_json_leaves_out_what_is_unset_and_keeps_what_is_empty() -> None:
    version = ubiops.ModelVersionCreate("v", None, 256, 0, description="")
    assert json.loads(version.to_json()) == {
        "version": "v",
        "memory_allocation": 256,
        "maximum_instances": 0,
        "description": "",
    }
