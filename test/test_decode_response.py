# D4: an answer of another shape or media type is an error that shows how it begins. D5: bytes stay bytes.
from __future__ import annotations

import datetime
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, Union

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops._response import file_name

HTML = b"<!doctype html><title>Please log in</title>"


def decode(data: Union[bytes, str], response_type: Any, **more: Any) -> Any:
    with ubiops.ApiClient() as client:
        return client.deserialize(SimpleNamespace(data=data, **more), response_type)


def answer(content_type: str, body: bytes, status: int = 200, **headers: Any) -> Reply:
    return Reply(status, body, {"Content-Type": content_type, **headers})


def test_a_login_page_is_no_empty_model(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(200, HTML, {"Content-Type": "text/html; charset=utf-8", "X-Request-Id": "r-1"})))
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_get("demo", "m")
    error = caught.value
    assert error.status == 200
    assert "not the JSON of ModelList" in str(error)
    assert "text/html; charset=utf-8 and begins with '<!doctype html>" in str(error)
    assert error.headers is not None
    assert error.headers["x-request-id"] == error.request_id == "r-1"


def test_only_the_start_of_a_page_is_shown(serve: Serve, connect: Connect) -> None:
    api = connect(serve(answer("text/html", HTML + b"x" * 100_000 + b"the end")))
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_list("demo")
    assert "Please log in" in str(caught.value)
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize(
    "body, call",
    [
        ([1], lambda api: api.models_get("demo", "m")),
        ("x", lambda api: api.models_get("demo", "m")),
        (1, lambda api: api.models_get("demo", "m")),
        (True, lambda api: api.models_get("demo", "m")),
        ("x", lambda api: api.models_list("demo")),
        ({}, lambda api: api.models_list("demo")),
        (False, lambda api: api.models_list("demo")),
        ([], lambda api: api.batch_model_requests_batch_delete("demo", "m", "v", ["id"])),
    ],
)
def test_json_of_another_shape_is_refused(
    serve: Serve, connect: Connect, body: Any, call: Callable[[ubiops.CoreApi], Any]
) -> None:
    api = connect(serve(Reply(body=body)))
    with pytest.raises(ubiops.ApiException, match="is not the JSON of") as caught:
        call(api)
    assert repr(json.dumps(body)) in str(caught.value)


@pytest.mark.parametrize(
    "value, response_type",
    [
        ("false", "bool"),
        (0, "bool"),
        (True, "int"),
        (1.5, "int"),
        ("1", "int"),
        (True, "float"),
        ("1.5", float),
        (5, "str"),
        (5, "date"),
        ([], "datetime"),
        (False, datetime.datetime),
        ([], "dict(str, int)"),
        ({}, "list[int]"),
        ([], ubiops.Status),
    ],
)
def test_scalars_of_another_type_are_refused(value: Any, response_type: Any) -> None:
    with pytest.raises(ubiops.ApiException, match="is not the JSON of"):
        decode(json.dumps(value), response_type)


@pytest.mark.parametrize(
    "value, response_type",
    [
        (False, "bool"),
        (True, bool),
        (5, "int"),
        (10**30, "long"),
        (5.0, "float"),
        (1.5, float),
        ("5", "str"),
        ({"a": 1}, "dict(str, int)"),
        ([1, 2], "list[int]"),
        ([[1], [2]], "list[list[int]]"),
        ({"a": [1]}, "object"),
        ([1], object),
        (False, object),
        (5, "object"),
        (None, "ModelList"),
        (None, "bool"),
    ],
)
def test_values_of_the_type_are_handed_over(value: Any, response_type: Any) -> None:
    decoded = decode(json.dumps(value), response_type)
    assert decoded == value
    assert type(decoded) is type(value)


def test_a_model_may_be_named_or_given() -> None:
    assert decode('{"status": "ok"}', "Status") == decode(b'{"status": "ok"}', ubiops.Status) == ubiops.Status("ok")


@pytest.mark.parametrize("data", ["", b"", "{", b"\xff\x00", "nope", "[" * 100_000])
@pytest.mark.parametrize("response_type", ["ModelList", "list[ModelList]", "int"])
def test_what_is_no_json_is_refused(data: Union[bytes, str], response_type: str) -> None:
    with pytest.raises(ubiops.ApiException, match="no content type and begins with"):
        decode(data, response_type)


def test_an_empty_body_is_no_object() -> None:
    assert decode(b"", "object") is decode("", object) is None


@pytest.mark.parametrize("data", ["plain text", b"plain text"])
def test_plain_text_is_a_str(data: Union[bytes, str]) -> None:
    assert decode(data, "str") == decode(data, str) == "plain text"


def test_bytes_that_are_no_text_do_not_break_a_str() -> None:
    assert decode(b"\xff\x00", "str") == "\ufffd\x00"


def test_a_download_keeps_its_bytes(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    api = connect(serve(answer("application/octet-stream", b"\xff\x00\r\n\xfe")), temp_folder_path=str(tmp_path))
    assert api.blobs_get("demo", "id").read() == b"\xff\x00\r\n\xfe"
    assert Path(api.blobs_get("demo", "id", _preload_content=True)).read_bytes() == b"\xff\x00\r\n\xfe"


def test_a_json_answer_of_latin_1_is_read_by_its_charset(serve: Serve, connect: Connect) -> None:
    api = connect(serve(answer("application/json; charset=latin-1", '{"name": "Zoë"}'.encode("latin-1"))))
    assert api.models_get("demo", "m").name == "Zoë"


@pytest.mark.parametrize("content_type", ["text/html; charset=iso-8859-1", 'text/html; charset="latin-1"'])
def test_a_latin_1_error_page_keeps_its_status(serve: Serve, connect: Connect, content_type: str) -> None:
    api = connect(serve(answer(content_type, "défaillance".encode("latin-1"), 502)), retries=False)
    with pytest.raises(ubiops.ServiceException, match=r"^défaillance") as caught:
        api.models_list("demo")
    assert (caught.value.status, caught.value.body) == (502, "défaillance")


@pytest.mark.parametrize(
    "content_type",
    ["text/html", "text/html; charset=utf-9", "text/html; charset=idna", "application/octet-stream"],
)
def test_an_error_page_of_another_charset_than_it_says_keeps_its_status(
    serve: Serve, connect: Connect, content_type: str
) -> None:
    api = connect(serve(answer(content_type, b"d\xe9faillance", 502)), retries=False)
    with pytest.raises(ubiops.ServiceException, match=r"^d\ufffdfaillance") as caught:
        api.models_list("demo")
    assert caught.value.status == 502


@pytest.mark.parametrize("charset", ["no-charset", "undefined", "idna", "hex", "a\0b"])
def test_a_file_name_of_an_odd_charset_is_read_as_utf_8(charset: str) -> None:
    assert file_name(f"attachment; filename*={charset}''caf%C3%A9.csv") == "café.csv"


def test_an_answer_of_another_shape_says_which_call_it_answered(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=["not", "an", "object"]))
    with pytest.raises(ubiops.ApiException) as caught:
        connect(server).models_get("demo", "churn")
    assert (caught.value.method, caught.value.url) == ("GET", f"{server.url}/projects/demo/models/churn")


def test_a_subclass_may_put_another_body_in_place(serve: Serve, connect: Connect) -> None:
    class Unpacking(ubiops.ApiClient):
        def request(self, *arguments: Any, **options: Any) -> Any:
            response = super().request(*arguments, **options)
            response.data = json.dumps(json.loads(response.data)["payload"])
            return response

    configuration = connect(serve(Reply(body={"payload": [{"name": "churn"}]}))).api_client.configuration
    with Unpacking(configuration) as client:
        (model,) = ubiops.CoreApi(client).models_list("demo")
        assert model.name == "churn"
        assert client.last_response.data == '[{"name": "churn"}]'
