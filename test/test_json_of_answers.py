"""With orjson an answer has the values that it has without, to the last bit."""

from __future__ import annotations

import json
import sys
from typing import Any, Iterator

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.models import row
from test.support.server import Reply
from ubiops._json import LARGE, _loads_of_orjson, parse_json

NUMBERS = (
    st.integers() | st.integers(-(1 << 70), 1 << 70) | st.floats(allow_nan=True, allow_infinity=True) | st.just(-0.0)
)
TEXTS = st.text() | st.text(st.characters(categories=["Cs", "Cc", "Lu"]))
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)
OBJECT = st.lists(st.tuples(st.sampled_from("abc"), NUMBERS)).map(  # with keys that come again
    lambda pairs: "{" + ", ".join(f'"{key}": {json.dumps(value)}' for key, value in pairs) + "}"
)
BODIES = (
    st.builds(json.dumps, VALUES, ensure_ascii=st.just(True)).map(str.encode)
    | st.builds(json.dumps, VALUES, ensure_ascii=st.just(False)).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | OBJECT.map(str.encode)
    | st.text("0123456789.eE+-[]{},: \t\n\"\\u'aNInftrue", max_size=30).map(str.encode)
    | st.binary(max_size=30)
)


def outcome(parse: Any, data: bytes) -> str:
    """Return a value as a text that tells 1 from 1.0 and -0.0 from 0.0, and keeps the order; or that there is none."""
    try:
        return repr(parse(data))
    except ValueError:
        return "no JSON"


@given(BODIES)
@example(b"-0")
@example(b"1e999")
@example(b"18446744073709551615")
@example(b"18446744073709551616")
@example(b"-9223372036854775809")
@example(b'{"a": 123456789012345678901234567890}')
@example(b"[NaN, Infinity, -Infinity]")
@example(b'{"a": 1, "b": 2, "a": 3}')
@example(rb'"\ud800"')
@example(rb'"\ud83d\u0041"')
@example(b'"\xed\xa0\x80"')
@example(b"\xef\xbb\xbf1")
@example(b'"\xff"')
@example(b"")
@example(b"[" * 300 + b"]" * 300)
def test_an_answer_is_what_it_is_without_orjson(body: bytes) -> None:
    large = body + b" " * LARGE
    assert outcome(parse_json, large) == outcome(lambda data: json.loads(data.decode()), large)


def test_an_answer_that_is_nested_too_deeply_is_none() -> None:
    with pytest.raises(RecursionError):
        parse_json(b"[" * 100_000 + b"]" * 100_000)


@pytest.fixture
def without_orjson(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let orjson not be installed."""
    monkeypatch.setitem(sys.modules, "orjson", None)
    _loads_of_orjson.cache_clear()
    yield
    _loads_of_orjson.cache_clear()


@pytest.mark.usefixtures("without_orjson")
def test_without_orjson_a_long_list_is_read_as_well(serve: Serve, connect: Connect) -> None:
    models = connect(serve(Reply(body=[row(ubiops.ModelList)] * 50))).models_list("demo")
    assert len(models) == 50
    assert _loads_of_orjson() is None


@pytest.mark.parametrize(("version", "used"), [("3.9.14", False), ("3.9.15", True), ("3.10.0", True), ("4", True)])
def test_an_orjson_that_deep_nesting_kills_is_not_used(
    monkeypatch: pytest.MonkeyPatch, version: str, used: bool
) -> None:
    monkeypatch.setattr(orjson, "__version__", version)
    assert (_loads_of_orjson.__wrapped__() is not None) == used


def test_a_long_list_is_read_with_orjson(serve: Serve, connect: Connect) -> None:
    models = connect(serve(Reply(body=[row(ubiops.ModelList)] * 50))).models_list("demo")
    assert [model.to_dict() for model in models] == [models[0].to_dict()] * 50
    assert _loads_of_orjson() is orjson.loads
