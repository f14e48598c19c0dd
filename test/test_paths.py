"""Path parameters reach the resource that they name, or nothing is sent (S1, D6)."""

from __future__ import annotations

import pathlib
from typing import Any, Dict, Iterator, List, Tuple

import pytest

import ubiops
from test.support import openapi
from test.support.fixtures import Connect, Serve
from test.support.server import Reply, Server
from ubiops._request import render_path, split_url
from ubiops.api._operation import Operation
from ubiops.api.core_api import CoreApi

OPERATIONS: List[Operation] = [value for value in vars(CoreApi).values() if isinstance(value, Operation)]


def arguments_of(operation: Operation) -> Dict[str, Any]:
    """Return arguments that the operation accepts."""
    arguments: Dict[str, Any] = dict.fromkeys(operation.required, "x")
    if operation.body:
        arguments[operation.body] = {}
    if operation.file:
        arguments[operation.file] = b"content"
    return arguments


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(Reply(body={})) as started:
        yield started


@pytest.fixture
def api(server: Server, connect: Connect) -> ubiops.CoreApi:
    server.requests.clear()
    return connect(server)


def test_all_operations_are_tried_here() -> None:
    assert len(OPERATIONS) == len(openapi.operations())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_ordinary_path_parameters_arrive(server: Server, api: ubiops.CoreApi, operation: Operation) -> None:
    response = getattr(api, operation.name)(**arguments_of(operation), _preload_content=False)
    response.drain_conn()
    (request,) = server.requests
    path = operation.path
    for name in operation.path_names:
        path = path.replace("{" + name + "}", "x")
    assert (request.method, request.target.partition("?")[0]) == (operation.method, "/v2.1" + path)


@pytest.mark.parametrize("validation", [True, False])
@pytest.mark.parametrize("value", ["", ".", ".."])
@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.path_names], ids=lambda operation: operation.name)
def test_a_path_parameter_that_would_name_another_resource_sends_nothing(
    server: Server, api: ubiops.CoreApi, operation: Operation, value: str, validation: bool
) -> None:
    api.api_client.client_side_validation = validation
    for name in operation.path_names:
        with pytest.raises(ubiops.ApiValueError, match=f"`{name}`"):
            getattr(api, operation.name)(**{**arguments_of(operation), name: value})
    assert server.requests == []


@pytest.mark.parametrize("validation", [True, False])
def test_a_path_parameter_of_none_sends_nothing(server: Server, api: ubiops.CoreApi, validation: bool) -> None:
    api.api_client.client_side_validation = validation
    with pytest.raises(ubiops.ApiValueError, match="`project_name`"):
        api.projects_delete(None)  # type: ignore[call-overload] # None is wrong
    assert server.requests == []


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_call_api_refuses_the_same_values(server: Server, api: ubiops.CoreApi, value: str) -> None:
    with pytest.raises(ubiops.ApiValueError, match="would name another resource"):
        api.api_client.call_api("/projects/{name}", "DELETE", {"name": value}, auth_settings=["api_key"])
    assert server.requests == []


@pytest.mark.parametrize("value", ["", ".", "..", b"..", pathlib.PurePosixPath(".."), "a/../b", "a//b", "../a", "a/."])
def test_dot_segments_are_refused_where_slashes_are_allowed(value: Any) -> None:
    with pytest.raises(ubiops.ApiValueError, match="would name another resource"):
        render_path("/files/{path}", {"path": value}, safe="/")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("../x", "..%2Fx"),
        ("%2e%2e", "%252e%252e"),
        ("é", "%C3%A9"),
        ("a?b#c", "a%3Fb%23c"),
        ("a\r\nb", "a%0D%0Ab"),
        (".hidden", ".hidden"),
        ("...", "..."),
        ("a-b_c.d~e", "a-b_c.d~e"),
        (7, "7"),
        (0, "0"),
        (True, "true"),  # D6
        (False, "false"),
    ],
)
def test_path_parameters_are_percent_encoded(value: Any, written: str) -> None:
    assert render_path("/projects/{name}", {"name": value}) == f"/projects/{written}"


def test_characters_declared_safe_stay_as_they_are() -> None:
    assert render_path("/files/{path}", {"path": "a/b:c d"}, safe="/:") == "/files/a/b:c%20d"


def test_the_safe_characters_of_the_configuration_are_used(serve: Serve, connect: Connect) -> None:
    server = serve()
    client = connect(server, safe_chars_for_path_param="@").api_client
    client.call_api("/users/{name}", "GET", {"name": "a@b/c"})
    assert server.requests[0].target == "/v2.1/users/a@b%2Fc"


def test_a_path_without_parameters_is_taken_as_it_is() -> None:
    assert render_path("/status", {"name": "ignored"}) == "/status"


def test_a_missing_path_parameter_is_named() -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"`version` of /models/\{name\}/\{version\}"):
        render_path("/models/{name}/{version}", {"name": "x"})


@pytest.mark.parametrize("value", [["a"], {"a": 1}, ubiops.Status(status="ok")])
def test_only_text_and_numbers_can_be_part_of_a_path(value: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=f"`name`.*not {type(value).__name__}"):
        render_path("/projects/{name}", {"name": value})


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://api.ubiops.com/v2.1/status", ("https://api.ubiops.com", "/v2.1/status")),
        ("http://127.0.0.1:8080", ("http://127.0.0.1:8080", "/")),
    ],
)
def test_a_url_is_split_into_origin_and_target(url: str, parts: Tuple[str, str]) -> None:
    assert split_url(url) == parts


@pytest.mark.parametrize("ending", ["", "/", "///", "/ \n"])
def test_the_host_may_end_in_slashes_and_white_space(serve: Serve, connect: Connect, ending: str) -> None:
    server = serve(Reply(body=[]))
    connect(server, host=server.url + ending).models_list("demo")
    assert server.requests[0].target == "/v2.1/projects/demo/models"
