"""`${NAME}` in documents."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, Dict

import pytest

from ubiops._encoding import to_json_text
from ubiops.deploy._interpolation import Interpolated, interpolate, masked

ENVIRON = {"NAME": "value", "OTHER": "${NAME}", "EMPTY": ""}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("${NAME}", "value"),
        ("a ${NAME} and ${EMPTY}b", "a value and b"),
        ("$${NAME}", "${NAME}"),
        ("$$${NAME}", "$${NAME}"),
        ("$NAME $ {NAME} $", "$NAME $ {NAME} $"),
        ("${OTHER}", "${NAME}"),
        ("$${", "${"),
    ],
)
def test_texts(written: str, text: str) -> None:
    document = {"value": written, "name": written, "list": [written, 1, None, True, {"deep": written}]}
    expected = {"value": text, "name": text, "list": [text, 1, None, True, {"deep": text}]}
    assert interpolate(document, ENVIRON) == expected


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("${MISSING}", "a[1].b: the environment has no variable MISSING"),
        ("${}", "a[1].b: must name a variable between ${ and }; $${ stands for the characters ${"),
        ("${1}", "a[1].b: must name a variable between ${ and }; $${ stands for the characters ${"),
        ("${NAME", "a[1].b: must name a variable between ${ and }; $${ stands for the characters ${"),
    ],
)
def test_what_cannot_be_filled_in(written: str, problem: str) -> None:
    with pytest.raises(ValueError, match="a") as refused:
        interpolate({"a": [0, {"b": written}]}, ENVIRON)
    assert str(refused.value) == problem


def test_all_missing_variables_are_told() -> None:
    with pytest.raises(ValueError, match="FIRST") as refused:
        interpolate(["${FIRST}", "${SECOND}"], {})
    assert str(refused.value).splitlines() == [
        "[0]: the environment has no variable FIRST",
        "[1]: the environment has no variable SECOND",
    ]
    with pytest.raises(ValueError, match=r"^the file: the environment has no variable X$"):
        interpolate("${X}", {})


def test_names_show_their_text_and_values_what_was_written() -> None:
    document: Dict[str, Any] = {
        "name": "${NAME}",
        "value": "${NAME}",
        "plain": "x",
        "configuration": {"username": "${NAME}", "port": "1"},
    }
    filled = interpolate(document, ENVIRON)
    assert [type(filled[key]) for key in ("name", "value", "plain")] == [str, Interpolated, str]
    assert type(filled["configuration"]["username"]) is Interpolated
    assert type(filled["configuration"]["port"]) is str
    assert repr(filled["value"]) == "'${NAME}'"
    assert filled["value"].parts == ["value"]


def test_the_client_sends_the_value() -> None:
    value = interpolate({"value": "a${NAME}"}, ENVIRON)
    assert json.loads(to_json_text(value)) == {"value": "avalue"}
    assert f"{value['value']}" == "avalue"
    for copied in (copy.deepcopy(value["value"]), pickle.loads(pickle.dumps(value["value"]))):
        assert (copied, copied.written) == ("avalue", "a${NAME}")


def test_what_is_shown_of_a_change() -> None:
    secret = Interpolated("value", "${NAME}")
    assert masked("old", "new", "***") == ("old", "new")
    assert masked("old", secret, "***") == ("***", "${NAME}")
    assert masked(None, secret, "***") == (None, "${NAME}")
    assert masked({"a": 1}, {"a": [secret, 1], "b": 2}, "***") == ("***", {"a": ["${NAME}", 1], "b": 2})
    assert masked([1], ({"a": 1},), "***") == ([1], [{"a": 1}])
