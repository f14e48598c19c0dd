"""Lists of many models: what they hold is the same with orjson and without it, and they are made at once."""

from __future__ import annotations

import json
import tracemalloc
from types import SimpleNamespace
from typing import Any, Iterator, List, Type
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.models import row
from test.support.server import Reply
from ubiops._deserializing import PlainRows
from ubiops._json import LARGE
from ubiops.models._model import Model, field

CLIENT = ubiops.ApiClient(ubiops.Configuration())

NUMBERS: List[Any] = [bound + more for bound in (1 << 63, 1 << 64, -1 << 63, 10**30) for more in (-1, 0, 1)]
NUMBERS += [*map(float, NUMBERS), 1.5, -0.0, 1]
ODD = [*NUMBERS, True, "text", "2020-05-04", None, [1 << 64], {"a": [-1 << 64]}, [], {}]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1 << 70, 1 << 70) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)

# Of the types of fields that there are, each stands in one of these.
KINDS: List[Any] = [ubiops.ModelList, ubiops.Metrics, ubiops.OrganizationSubscriptionList, ubiops.RoleList]
OPEN: List[Any] = [ubiops.ModelRequestList, ubiops.ConnectorList]
"""Models with fields that may hold anything."""


def with_odd_ones(value: Any) -> Iterator[Any]:
    """Return a JSON value with each odd one in each place of it."""
    yield from ODD
    if isinstance(value, dict):
        for key, item in value.items():
            yield from ({**value, key: odd} for odd in with_odd_ones(item))
        yield from ({**value, "more": odd} for odd in ODD)
    if isinstance(value, list):
        yield from ([odd] for odd in with_odd_ones(value[0]))


def shown(value: Any) -> str:
    """Return models as a text that tells 1 from 1.0."""
    if isinstance(value, Model):
        return type(value).__name__ + shown(vars(value))
    if isinstance(value, dict):
        return ", ".join(f"{key!r}: {shown(item)}" for key, item in value.items())
    return f"[{', '.join(map(shown, value))}]" if isinstance(value, list) else repr(value)


def outcome(answer: Any, response_type: str) -> str:
    try:
        return shown(CLIENT.deserialize(answer, response_type))
    except ubiops.ApiException as error:
        return str(error)


def assert_the_same_without_orjson(value: Any, model: Any) -> None:
    response_type, text = f"list[{model.__name__}]", json.dumps(value) + " " * LARGE
    answer = SimpleNamespace(content=text.encode(), data=text)
    assert outcome(answer, response_type) == outcome(SimpleNamespace(data=text), response_type)


@pytest.mark.parametrize("model", KINDS + OPEN)
def test_odd_values_in_a_list_are_what_they_are_without_orjson(model: Any) -> None:
    for value in with_odd_ones([row(model)]):
        assert_the_same_without_orjson(value, model)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_list_is_what_it_is_without_orjson(data: Any) -> None:
    model = data.draw(st.sampled_from(KINDS + OPEN))
    changes = st.dictionaries(st.sampled_from(["more", *row(model)]), JSON, max_size=2)
    assert_the_same_without_orjson([{**row(model), **each} for each in data.draw(st.lists(changes, max_size=3))], model)


@pytest.mark.parametrize("model", KINDS)
def test_rows_of_the_types_of_their_fields_are_plain(model: Any) -> None:
    rows = PlainRows(f"list[{model.__name__}]")
    values = [row(model), dict.fromkeys(row(model)), {"more": "text", **row(model), "most": 1}]
    assert rows(values)
    assert list(map(shown, rows.models)) == [shown(model.from_dict(value)) for value in values]


@pytest.mark.parametrize("odd", [1.8446744073709552e19, 1.5, [1], {"a": 1}])
@pytest.mark.parametrize(
    ("name", "key"),
    [("ModelList", "description"), ("ModelList", "creation_date"), ("RoleList", "default"), ("RoleList", "more")],
)
def test_rows_with_other_values_are_not_plain(name: str, key: str, odd: Any) -> None:
    assert not PlainRows(f"list[{name}]")([{**row(getattr(ubiops, name)), key: odd}])


@pytest.mark.parametrize("response_type", ["list[ModelRequestList]", "list[object]", "ModelList", "list[X]", object])
def test_what_may_hold_anything_is_not_plain(response_type: Any) -> None:
    rows = PlainRows(response_type)
    assert not rows([])
    assert rows.models is None


def test_a_program_that_makes_the_models_itself_gets_the_rows(serve: Serve, connect: Connect) -> None:
    rows = [row(ubiops.ModelList)] * 50
    api: Any = connect(serve(Reply(body=rows)))
    with mock.patch.object(ubiops.ApiClient, "_ApiClient__deserialize", return_value="mine") as replaced:
        assert api.models_list("demo") == "mine"
    replaced.assert_called_once_with(rows, "list[ModelList]")


# What they take

ROWS = [{"first": 1, "second": 2, "third": 3}] * 500


def new_class() -> Type[Model]:
    class Row(Model):
        first = field("int")
        second = field("int")
        third = field("int")

        def __init__(self, first: Any, second: Any, third: Any) -> None:
            self._assign((first, second, third), None)

    return Row


def bytes_of(batches: List[Any]) -> int:
    """Return the memory that the models of a new class take."""
    decode: Any = new_class()._plain_row_decoder()
    tracemalloc.start()
    try:
        models = [decode(batch) for batch in batches]
        return tracemalloc.get_traced_memory()[0] // sum(map(len, models))
    finally:
        tracemalloc.stop()


def test_models_of_one_list_share_what_models_made_one_by_one_share() -> None:
    assert bytes_of([ROWS]) < bytes_of([[row] for row in ROWS])  # which have a list each, besides
