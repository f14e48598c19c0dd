# U1: what a method of `CoreApi` does with its arguments before anything is sent.
from __future__ import annotations

import inspect
from typing import Any, Callable, Dict, NoReturn, Tuple

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.names import documented
from test.support.server import Reply, Server


@pytest.fixture
def server(serve: Serve) -> Server:
    return serve(Reply(body=[]))


@pytest.fixture
def api(server: Server, connect: Connect) -> ubiops.CoreApi:
    return connect(server)


@pytest.mark.parametrize("ending", ["", "_with_http_info"])
@pytest.mark.parametrize(
    "arguments, keywords, message",
    [
        ((), {}, "missing a required argument: 'project_name'"),
        ((), {"project": "demo"}, "'project_name'"),
        (("demo",), {"limit": 1}, "got an unexpected keyword argument 'limit'"),
        (("demo", "more"), {}, "too many positional arguments"),
        (("demo",), {"project_name": "demo"}, "multiple values for argument 'project_name'"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(
    server: Server, api: ubiops.CoreApi, ending: str, arguments: Tuple[Any, ...], keywords: Dict[str, Any], message: str
) -> None:
    with pytest.raises(
        ubiops.ApiTypeError, match=f"^models_list{ending}: .*{message}; its parameters are project_name, async_req"
    ):
        getattr(api, "models_list" + ending)(*arguments, **keywords)
    assert server.requests == []


def test_a_type_error_of_the_program_is_left_alone(api: ubiops.CoreApi) -> None:
    def token() -> NoReturn:
        raise TypeError("mine")

    api.api_client.configuration.api_key["Authorization"] = token
    with pytest.raises(TypeError, match=r"^mine$") as caught:
        api.models_list("demo")
    assert not isinstance(caught.value, ubiops.ApiTypeError)


@pytest.mark.parametrize(
    "call, name",
    [
        (lambda api: api.models_list(None), "project_name"),
        (lambda api: api.models_create("demo", None), "data"),
        (lambda api: api.blobs_create("demo", None), "file"),
        (lambda api: api.metrics_get("demo", "m", None, "t", "t"), r"\w+"),
    ],
)
def test_a_required_argument_must_not_be_none(
    server: Server, api: ubiops.CoreApi, call: Callable[[Any], Any], name: str
) -> None:
    with pytest.raises(ubiops.ApiValueError, match=f"Missing the required parameter `{name}` when calling"):
        call(api)
    assert server.requests == []


@pytest.mark.parametrize(("limit", "text"), [(0, "0"), ("5", "5"), (0.5, "0.5"), ("many", "many")])
def test_the_server_decides_about_limits_and_types(server: Server, api: ubiops.CoreApi, limit: Any, text: str) -> None:
    api.batch_model_requests_list("demo", "m", "v", limit=limit)
    assert server.requests[0].target.endswith(f"?limit={text}")


def test_without_client_side_validation_required_arguments_may_be_none(server: Server, connect: Connect) -> None:
    api = connect(server, client_side_validation=False)
    api.batch_model_requests_batch_collect("demo", "m", "v", None)  # type: ignore[call-overload] # None is wrong
    assert server.requests[0].body == b""


@pytest.mark.parametrize("seconds", ["60", 60.5, "soon", -100, 0, 10**400, [], 1e10])
def test_a_request_is_sent_whatever_time_limit_it_asks_for(server: Server, api: ubiops.CoreApi, seconds: Any) -> None:
    api.model_requests_create("demo", "m", "v", {}, timeout=seconds, _preload_content=False).read()
    assert "?timeout=" in server.requests[0].target


def test_an_api_without_a_client_makes_one() -> None:
    api = ubiops.CoreApi()
    assert isinstance(api.api_client, ubiops.ApiClient)
    assert api.api_client is not ubiops.CoreApi().api_client


def test_the_twin_gives_data_status_and_headers(api: ubiops.CoreApi) -> None:
    data, status, headers = api.models_list_with_http_info("demo")
    assert (data, status, headers["content-type"]) == ([], 200, "application/json")


def test_the_twin_can_give_the_data_alone(api: ubiops.CoreApi) -> None:
    assert api.models_list_with_http_info("demo", _return_http_data_only=True) == []


@pytest.mark.parametrize("data_only", [True, False, None])
def test_a_method_gives_the_data_whatever_it_is_told(api: ubiops.CoreApi, data_only: Any) -> None:
    assert api.models_list("demo", _return_http_data_only=data_only) == []


def test_the_twin_can_run_in_a_thread(api: ubiops.CoreApi) -> None:
    data, status, _ = api.models_list_with_http_info("demo", async_req=True).get(10)
    assert (data, status) == ([], 200)


@documented
def test_help_shows_names_types_and_texts() -> None:
    method, twin = ubiops.CoreApi.models_list, ubiops.CoreApi.models_list_with_http_info
    assert "GET /projects/{project_name}/models" in (inspect.getdoc(method) or "")
    assert str(inspect.signature(method)).startswith("(self, project_name: 'str', *, async_req: 'bool' = False")
    assert inspect.signature(twin).return_annotation == "Tuple[List[ubiops.ModelList], int, Mapping[str, str]]"
    assert inspect.getdoc(twin) == "Do as `models_list`; return data, HTTP status and headers."
    assert (twin.__name__, twin.__qualname__) == ("models_list_with_http_info", "CoreApi.models_list_with_http_info")


@documented
def test_a_twin_is_a_function_of_the_class_from_when_it_is_asked_for() -> None:
    instance = ubiops.CoreApi.__new__(ubiops.CoreApi)
    assert inspect.ismethod(instance.models_list_with_http_info)
    twin = ubiops.CoreApi.models_list_with_http_info
    assert inspect.isfunction(twin)
    assert vars(ubiops.CoreApi)["models_list_with_http_info"] is twin
