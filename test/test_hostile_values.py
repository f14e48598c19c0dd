"""What no caller should give: nothing is sent, and the error names the parameter.

`python -m test.hardening --only input` tries many more, for every parameter and every field.
"""

from __future__ import annotations

import io
import sys
from typing import Any, List

import numpy
import pytest
from hypothesis import strategies as st

import ubiops
from test.hardening.input import Tally, values
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops._encoding import json_text


def kind(value: Any) -> str:
    """Name a case by its type: many of these cannot be written."""
    return type(value).__name__


HUGE = 10**5000
NESTED = values.deep(100_000, lambda inner: [inner])
DATA: List[Any] = [
    *(
        values.Everything(),
        values.Leaky(),
        values.Hollow(a=1),
        values.Stuck([1]),
        values.released(),
        {"a": values.Secretive()},
    ),
    *({values.Mute("a"): 1}, values.cyclic_list(), values.cyclic_model(), NESTED, {"a": object()}, {"a": float("nan")}),
]
if hasattr(sys, "set_int_max_str_digits"):
    DATA.append({"a": HUGE})


@pytest.mark.parametrize("value", DATA, ids=kind)
def test_a_body_without_json_is_named(serve: Serve, connect: Connect, value: Any) -> None:
    server = serve()
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="the body, `data`"):
        connect(server).models_create("demo", value)
    assert server.requests == []


@pytest.mark.parametrize(
    "value", [float("inf"), object(), "\ud800", values.Mute("a"), values.Everything(), NESTED], ids=kind
)
def test_a_parameter_without_text_is_named(serve: Serve, connect: Connect, value: Any) -> None:
    server = serve()
    api = connect(server)
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="`project_name`"):
        api.models_list(value)
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="`timeout`"):
        api.model_requests_create("demo", "m", "v", {}, timeout=value)
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="header blob-ttl"):
        api.blobs_create("demo", b"", blob_ttl=value)
    assert server.requests == []


@pytest.mark.parametrize("value", [HUGE, values.Silent(), values.Fraction(-1), "x" * 99], ids=kind)
def test_a_time_limit_that_is_none_is_named(serve: Serve, connect: Connect, value: Any) -> None:
    server = serve()
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="_request_timeout"):
        connect(server).models_list("demo", _request_timeout=value)
    assert server.requests == []


@pytest.mark.parametrize(
    "file",
    [
        values.File([b"abc"], position=values.Spiteful()),
        values.File([b"abc"], position="0"),
        values.File([b"abc"], position=0.5),
        values.Nameless([b"abc"]),
        values.closed(),
        values.released(),
        values.Path(7),
    ],
    ids=kind,
)
def test_a_file_that_cannot_be_used(serve: Serve, connect: Connect, file: Any) -> None:
    server = serve()
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="file"):
        connect(server).blobs_create("demo", file)
    assert server.requests == []


@pytest.mark.parametrize("piece", [values.Spiteful(), ValueError("odd"), "text", 7, object()], ids=kind)
def test_a_file_that_cannot_be_read(serve: Serve, connect: Connect, piece: Any) -> None:
    server = serve()
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match="The file "):
        connect(server).blobs_create("demo", values.File([b"abc", piece]))
    assert all(not request.body.endswith(b"--\r\n") for request in server.requests)


class Generous(io.BytesIO):
    """Gives more than it is asked for."""

    def read(self, size: Any = -1) -> bytes:
        return b"GET /smuggled HTTP/1.1\r\n\r\n" * 9


def test_a_file_that_gives_too_much_is_not_sent_beyond_its_length(serve: Serve, connect: Connect) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match="gives more bytes than it was asked for"):
        connect(server).blobs_create("demo", Generous(b"abc"))
    assert all(b"smuggled" not in request.body for request in server.requests)


def test_views_of_every_shape_are_files(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={}))
    connect(server).blobs_create("demo", memoryview(b"abcdef")[::2])
    assert b"\r\n\r\nace\r\n--" in server.requests[0].body


@pytest.mark.parametrize(
    "value",
    [numpy.array([1, 2]), values.Incomparable(), values.Undecided(), values.Secretive(), values.Negative(), HUGE],
    ids=kind,
)
def test_a_field_names_itself(value: Any) -> None:
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match=r"`ModelCreate\.input_type`"):
        ubiops.ModelCreate("m", input_type=value, output_type="plain")
    if not isinstance(value, numpy.ndarray):
        with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match=r"`ModelCreate\.name`"):
            ubiops.ModelCreate(value, input_type="plain", output_type="plain")
    version = ubiops.ModelVersionCreate("v")
    with pytest.raises((ubiops.ApiTypeError, ubiops.ApiValueError), match=r"`ModelVersionCreate\.memory_allocation`"):
        version.memory_allocation = value


@pytest.mark.parametrize(
    "value",
    [values.cyclic_list(), values.deep(700, lambda inner: [inner]), NESTED, values.Silent(), HUGE],
    ids=kind,
)
def test_whatever_a_model_holds_it_is_shown(value: Any) -> None:
    model = ubiops.ModelUpdate("m", description=value)
    assert "name" in repr(model)
    assert "name" in str(model)
    assert "name" in model._repr_html_()


def test_what_contains_itself_is_no_plain_data() -> None:
    with pytest.raises(ubiops.ApiValueError, match="`description` is nested too deeply, contains itself"):
        ubiops.ModelUpdate("m", description=values.cyclic_list()).to_dict()


def test_json_that_is_nested_too_deeply_is_not_written() -> None:
    with pytest.raises(ubiops.ApiValueError, match="nested too deeply"):
        json_text(NESTED)


class Unshowable:
    def __repr__(self) -> str:
        raise RuntimeError("on purpose")


def test_what_cannot_be_shown_is_named_by_its_type() -> None:
    with pytest.raises(
        ubiops.ApiTypeError, match="maximum_instances`: a value of type Unshowable that cannot be shown"
    ):
        ubiops.ModelVersionCreate(version="v1", maximum_instances=Unshowable())  # type: ignore[arg-type]


def test_a_field_that_contains_itself_is_named() -> None:
    for value in (values.cyclic_list(), values.cyclic_dict(), values.cyclic_model(), values.cyclic_array(), NESTED):
        for model in (ubiops.ModelUpdate("m", description=value), ubiops.ModelUpdate.from_dict({"description": value})):
            with pytest.raises(ubiops.ApiValueError, match=r"contains itself at \['description'\]"):
                model.to_json()


@pytest.mark.parametrize("value", [values.cyclic_list(), values.cyclic_dict(), NESTED], ids=kind)
def test_a_body_that_contains_itself_is_named_with_the_field(serve: Serve, connect: Connect, value: Any) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match=r"the body, `data`: .* contains itself at \['a'\]\[1\]"):
        connect(server).models_update("demo", "m", {"a": [0, value]})
    assert server.requests == []


@pytest.mark.skipif(not hasattr(sys, "set_int_max_str_digits"), reason="this Python writes integers of any length")
def test_a_field_that_cannot_be_written_is_named() -> None:
    model = ubiops.ModelUpdate.from_dict({"description": {"b": 1, "a": [1, HUGE]}})
    with pytest.raises(ubiops.ApiValueError, match=r"written as JSON: .* at \['description'\]\['a'\]\[1\]$"):
        model.to_json()


@pytest.mark.parametrize("key", ["x" * 70_000, "a"], ids=len)
def test_a_message_does_not_tell_a_long_way_to_an_item(key: str) -> None:
    value: Any = values.deep(200, lambda inner: {key: inner or float("nan")})
    with pytest.raises(ubiops.ApiValueError, match=r"finite at \['description'\]\['[ax]+.*\.\.\.$") as caught:
        ubiops.ModelUpdate("m", description=value).to_json()
    assert len(str(caught.value)) < 200
    assert caught.value.path_to_item == ["description", *[key] * 200]


@pytest.mark.parametrize("value", [values.cyclic_list(), values.deep(5_000, lambda inner: [inner])])
def test_what_a_model_has_beyond_its_fields_is_shown_too(value: Any) -> None:
    model = ubiops.ModelUpdate.from_dict({"name": "m", "beyond": value})
    for text in (repr(model), str(model), model._repr_html_()):
        assert "beyond" in text
    with pytest.raises(ubiops.ApiValueError, match="`beyond` is nested too deeply, contains itself"):
        model.to_dict()


def test_a_trial_shows_an_example_that_contains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    def attempt(example: Any) -> None:
        raise AssertionError("on purpose")

    tally = Tally(1, shrink=True)
    tally.try_all("a trial", st.just({"a": values.cyclic_dict()}), attempt)
    assert (tally.tried, tally.faults) == (2, ["a trial"])
    assert "a trial: a={'a': {'b': [{...}]}}\n" in capsys.readouterr().err


@pytest.mark.parametrize("value", [values.Mute("a"), values.Stuck([1]), values.Hollow(a=1), values.Silent()], ids=kind)
def test_what_cannot_be_made_anything_of_is_kept_as_it_is(value: Any) -> None:
    fields: List[Any] = [
        (ubiops.CredentialsList, "creation_date"),
        (ubiops.ModelCreate, "input_fields"),
        (ubiops.PipelineRequestList, "model_requests"),
    ]
    for model, name in fields:
        whole = {**dict.fromkeys(model.openapi_types), name: value}
        for data in ({name: value}, whole):
            instance = model.from_dict(data)
            assert getattr(instance, name) is value
            assert model.__name__ in repr(instance)


@pytest.mark.parametrize("data", [values.Leaky(), values.Hollow(a=1)], ids=kind)
def test_a_mapping_that_cannot_be_read_is_no_model(data: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=r"ModelCreate\.from_dict .*: it raised Spiteful"):
        ubiops.ModelCreate.from_dict(data)


def test_what_is_perhaps_secret_is_masked() -> None:
    variable = ubiops.EnvironmentVariableList.from_dict({"value": "pass-word", "secret": values.Measureless()})
    for text in (repr(variable), str(variable), variable._repr_html_()):
        assert "pass-word" not in text


def test_an_array_that_holds_what_is_nested_too_deeply_is_named(serve: Serve, connect: Connect) -> None:
    array: Any = numpy.empty(1, dtype=object)
    array[0] = NESTED
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match=r"the body, `data`: .* contains itself$"):
        connect(server).model_requests_create("demo", "m", "v", array)
    assert server.requests == []
