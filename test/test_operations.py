"""Every operation, called over a socket, against a server that checks each request by the specification."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import dateutil.parser
import pytest

import ubiops
from test.support import openapi
from test.support.fixtures import Connect
from test.support.spec_server import DOWNLOAD, SpecServer

OPERATIONS = list(openapi.operations().values())
WITH_ANSWER = [operation for operation in OPERATIONS if operation.returns]
DOWNLOADS = ["blobs_get", "model_versions_file_download"]

each = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
each_with_answer = pytest.mark.parametrize("operation", WITH_ANSWER, ids=lambda operation: operation.id)

REQUEST_EXAMPLES = [
    pytest.param(operation, value, id=f"{operation.id}-{name}")
    for operation in OPERATIONS
    for name, value in openapi.examples(operation.body.get("content", {}).get("application/json", {}))
]
RESPONSE_EXAMPLES = [
    pytest.param(operation, name, value, id=f"{operation.id}-{name}")
    for operation in WITH_ANSWER
    for name, value in openapi.examples(operation.success[1]["application/json"])
]


@pytest.fixture(scope="module")
def spec_server() -> Iterator[SpecServer]:
    with SpecServer() as server:
        yield server


@pytest.fixture
def server(spec_server: SpecServer) -> Iterator[SpecServer]:
    """The server, which must have been asked nothing wrong when the test is over."""
    spec_server.calls.clear()
    spec_server.example = None
    yield spec_server
    violations, spec_server.violations = spec_server.violations, []
    assert violations == []


@pytest.fixture
def api(server: SpecServer, connect: Connect) -> ubiops.CoreApi:
    return connect(server)


def required(operation: openapi.Operation) -> Dict[str, Any]:
    """Return an argument for each required parameter, in the order of the signature."""
    parameters = [*operation.parameters_in("path").values(), *operation.parameters_in("query").values()]
    arguments = {parameter["name"]: parameter["example"] for parameter in parameters if parameter.get("required")}
    content = operation.body.get("content", {})
    if "multipart/form-data" in content:
        arguments["file"] = b"PK content"
    elif operation.body.get("required"):
        arguments["data"] = openapi.examples(content["application/json"])[0][1]
    return arguments


def optional(operation: openapi.Operation) -> Dict[str, Any]:
    """Return an argument for each optional parameter."""
    parameters = [*operation.parameters_in("query").values(), *operation.parameters_in("header").values()]
    return {
        parameter["name"].replace("-", "_"): parameter["example"]
        for parameter in parameters
        if not parameter.get("required")
    }


def call(api: ubiops.CoreApi, operation: openapi.Operation, suffix: str = "", **options: Any) -> Any:
    return getattr(api, operation.id + suffix)(**required(operation), **options)


def assert_is(result: Any, operation: openapi.Operation, sent: Any) -> None:
    """Check that a result is of the type that the specification gives, and holds all that was sent."""
    if operation.id in DOWNLOADS:
        assert result.read() == DOWNLOAD
        result.release_conn()
        return
    assert_type(result, operation.returns)
    assert comparable(result) == comparable(sent)


def assert_type(result: Any, schema: Dict[str, Any]) -> None:
    if not schema:
        assert result is None
    elif "$ref" in schema:
        assert type(result) is getattr(ubiops, schema["$ref"].rpartition("/")[2])
    elif schema["type"] == "array":
        assert type(result) is list
        for item in result:
            assert_type(item, schema["items"])
    else:
        assert schema["type"] == "object"
        assert type(result) is dict


def comparable(value: Any) -> Any:
    """Return a result, or what was sent, without nulls and with its dates parsed."""
    if hasattr(value, "openapi_types"):
        value = value.to_dict()
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:.*", value):
        return dateutil.parser.isoparse(value.replace(" ", "T"))
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.date.fromisoformat(value)
    return value


def first_answer(operation: openapi.Operation) -> Any:
    media = operation.success[1].get("application/json")
    return openapi.examples(media)[0][1] if media else None


@each
def test_required_arguments_are_taken_by_position(
    operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi
) -> None:
    result = getattr(api, operation.id)(*required(operation).values())
    assert server.calls == [operation.id]
    assert_is(result, operation, first_answer(operation))


@each
def test_all_arguments_are_taken_by_keyword(
    operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi
) -> None:
    result = call(api, operation, **optional(operation))
    assert server.calls == [operation.id]
    assert_is(result, operation, first_answer(operation))


@each
def test_the_twin_gives_data_status_and_headers(
    operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi
) -> None:
    data, status, headers = call(api, operation, "_with_http_info")
    assert_is(data, operation, first_answer(operation))
    assert status == operation.success[0]
    assert ("content-type" in headers) == bool(operation.success[1])


@each_with_answer
def test_the_twin_can_give_the_data_alone(
    operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi
) -> None:
    data = call(api, operation, "_with_http_info", _return_http_data_only=True)
    assert_is(data, operation, first_answer(operation))


@each
def test_a_call_can_run_in_a_thread(operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi) -> None:
    thread = call(api, operation, async_req=True)
    assert_is(thread.get(timeout=60), operation, first_answer(operation))
    data, status, _ = call(api, operation, "_with_http_info", async_req=True).get(timeout=60)
    assert_is(data, operation, first_answer(operation))
    assert status == operation.success[0]


@each_with_answer
def test_the_answer_can_be_had_undecoded(operation: openapi.Operation, server: SpecServer, api: ubiops.CoreApi) -> None:
    response = call(api, operation, _preload_content=False)
    assert response.status == operation.success[0]
    assert json.loads(response.read()) == first_answer(operation)


@pytest.mark.parametrize("name", DOWNLOADS)
def test_a_download_can_be_saved(name: str, server: SpecServer, connect: Connect, tmp_path: Path) -> None:
    api = connect(server, temp_folder_path=str(tmp_path))
    path = call(api, openapi.operations()[name], _preload_content=True)
    assert path == str(tmp_path / "content.zip")
    assert (tmp_path / "content.zip").read_bytes() == DOWNLOAD


@pytest.mark.parametrize(("operation", "example"), REQUEST_EXAMPLES)
def test_every_example_of_a_request_is_sent_as_it_is(
    operation: openapi.Operation, example: Any, server: SpecServer, api: ubiops.CoreApi
) -> None:
    getattr(api, operation.id)(**{**required(operation), "data": example})
    assert server.requests[-1].json == example


@pytest.mark.parametrize(("operation", "name", "sent"), RESPONSE_EXAMPLES)
def test_every_key_of_every_example_of_an_answer_is_reachable(
    operation: openapi.Operation, name: str, sent: Any, server: SpecServer, api: ubiops.CoreApi
) -> None:
    # D3
    server.example = name
    assert_is(call(api, operation), operation, sent)


def test_a_body_that_may_be_left_out_may_also_be_sent(server: SpecServer, api: ubiops.CoreApi) -> None:
    arguments = required(openapi.operations()["service_users_token"])
    api.service_users_token(**arguments)
    assert server.requests[-1].body == b""
    api.service_users_token(**arguments, data={})
    assert server.requests[-1].json == {}


def test_the_methods_are_the_operations_of_the_specification() -> None:
    methods = [name for name in vars(ubiops.CoreApi) if not name.startswith("_")]
    assert sorted(methods) == sorted(
        operation.id + suffix for operation in OPERATIONS for suffix in ("", "_with_http_info")
    )


WRONG: List[Tuple[str, Dict[str, Any], str]] = [
    ("another path", {"resource_path": "/nothing"}, "no such operation"),
    ("another verb", {"method": "PUT"}, "no such operation"),
    ("an unknown query parameter", {"query_params": {"page": 2}}, "query parameter page is not known"),
    ("a query parameter twice", {"query_params": [("limit", 1), ("limit", 2)]}, "limit is given 2 times"),
    ("a number that is text", {"query_params": {"limit": "ten"}}, "query parameter limit: .* is not of type 'integer'"),
    ("a number out of its range", {"query_params": {"limit": 0}}, "query parameter limit: .* less than the minimum"),
    ("a flag as Python writes it", {"query_params": {"success": "True"}}, "query parameter success"),
    ("an unknown choice", {"query_params": {"status": "lost"}}, "query parameter status"),
    ("an unknown header", {"header_params": {"X-Debug": 1, "Accept": "application/json"}}, "header parameter x-debug"),
    ("another type of answer", {"header_params": {"Accept": "text/html"}}, "Accept is text/html"),
    ("no token", {"auth_settings": []}, "no token"),
    ("a body", {"method": "DELETE", "resource_path": "/user", "body": {"id": 1}}, "there is a body"),
    ("no body", {"method": "POST", "resource_path": "/projects"}, "the body is missing"),
    ("a body that lacks a key", {"method": "POST", "resource_path": "/projects", "body": {"name": "x"}}, "required"),
    ("a misspelt key", {"method": "PATCH", "resource_path": "/user", "body": {"nmae": "x"}}, "'nmae' was unexpected"),
    (
        "a body of another media type",
        {
            "method": "POST",
            "resource_path": "/projects",
            "body": "x",
            "header_params": {"Content-Type": "text/plain", "Accept": "application/json"},
        },
        "a body of text/plain",
    ),
    (
        "a form without its file",
        {
            "method": "POST",
            "resource_path": "/projects/demo/blobs",
            "post_params": {"file": "text"},
            "header_params": {"Content-Type": "multipart/form-data", "Accept": "application/json"},
        },
        "form: file is not a file",
    ),
]


@pytest.mark.parametrize(("case", "arguments", "message"), WRONG, ids=[case for case, *_ in WRONG])
def test_the_server_refuses(
    case: str, arguments: Dict[str, Any], message: str, spec_server: SpecServer, connect: Connect
) -> None:
    right = {
        "resource_path": "/projects/demo/models/churn/versions/v1/request-batch",
        "method": "GET",
        "header_params": {"Accept": "application/json"},
        "auth_settings": ["api_key"],
    }
    with pytest.raises(ubiops.BadRequestException, match=message):
        connect(spec_server).api_client.call_api(**{**right, **arguments})
    assert len(spec_server.violations) == 1
    spec_server.violations.clear()
