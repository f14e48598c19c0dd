"""What programs for 2.1.0 replace, and tests of theirs patch: patching is what is tested here."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, Iterator, List, Tuple, Union
from unittest import mock

import pytest
import urllib3

import ubiops
import ubiops.api_client
import ubiops.rest
from test.support.fixtures import Connect, Serve
from test.support.server import Reply

OK = Reply(body={"name": "churn"}, headers={"X-Extra": "1"})
VERBS = ["GET", "HEAD", "DELETE", "OPTIONS", "POST", "PUT", "PATCH"]


class Answer:
    """The least that 2.1.0 was content with."""

    status = 200
    data = '{"name": "churn"}'


class AnswerWithHeaders(Answer):
    def getheaders(self) -> Dict[str, str]:
        return {"X-Extra": "1"}


STAND_INS = {
    "least": Answer(),
    "headers": AnswerWithHeaders(),
    "namespace": SimpleNamespace(status=200, data=b'{"name": "churn"}', reason="OK"),
    "mock": mock.Mock(status=200, data='{"name": "churn"}', getheaders=lambda: {"X-Extra": "1"}),
}
SEAMS = [
    "ubiops.rest.RESTClientObject.request",
    "ubiops.rest.RESTClientObject.GET",
    "ubiops.api_client.ApiClient.request",
    "ubiops.api_client.rest.RESTClientObject.request",
]


@pytest.fixture
def api() -> Iterator[ubiops.CoreApi]:
    configuration = ubiops.Configuration("http://127.0.0.1:9", {"Authorization": "abc"})
    with ubiops.ApiClient(configuration) as client:
        yield ubiops.CoreApi(client)


@pytest.mark.parametrize("stand_in", STAND_INS)
@pytest.mark.parametrize("seam", SEAMS)
def test_a_stand_in_answers(api: ubiops.CoreApi, seam: str, stand_in: str) -> None:
    with mock.patch(seam, return_value=STAND_INS[stand_in]) as patched:
        assert api.models_get("demo", "churn").name == "churn"
        data, status, headers = api.models_get_with_http_info("demo", "churn")
        assert api.models_get("demo", "churn", async_req=True).get(60).name == "churn"
    assert (data.name, status) == ("churn", 200)
    assert headers == ({"X-Extra": "1"} if stand_in in ("headers", "mock") else {})
    assert patched.call_count == 3
    assert api.api_client.last_response is not None


@pytest.mark.parametrize("stand_in", STAND_INS)
def test_a_stand_in_for_a_client_that_is_replaced_as_a_whole(stand_in: str) -> None:
    with mock.patch("ubiops.api_client.rest.RESTClientObject") as rest:
        rest.return_value.GET.return_value = STAND_INS[stand_in]
        api = ubiops.CoreApi(ubiops.ApiClient(ubiops.Configuration(api_key={"Authorization": "abc"})))
        assert api.models_get("demo", "churn").name == "churn"


@pytest.mark.parametrize("data", [b"content", "content"])
def test_a_stand_in_for_a_file_is_saved(api: ubiops.CoreApi, data: Union[bytes, str], tmp_path: Path) -> None:
    api.api_client.configuration.temp_folder_path = str(tmp_path)
    with mock.patch("ubiops.rest.RESTClientObject.request", return_value=SimpleNamespace(status=200, data=data)):
        path = api.blobs_get("demo", "1", _preload_content=True)
    assert Path(path).read_bytes() == b"content"
    named = mock.Mock(status=200, data=data, headers={"Content-Disposition": 'attachment; filename="a.txt"'})
    named.stream.return_value = [b"con", b"tent"]
    named.closed = False
    with mock.patch("ubiops.rest.RESTClientObject.request", return_value=named):
        assert api.blobs_get("demo", "1", _preload_content=True) == str(tmp_path / "a.txt")


@pytest.mark.parametrize("method", VERBS)
def test_each_verb_is_called_as_in_2_1_0(api: ubiops.CoreApi, method: str) -> None:
    url = "http://127.0.0.1:9/x"
    options = {"_preload_content": True, "_request_timeout": 5, "headers": mock.ANY, "query_params": [("a", 1)]}
    if method not in ("GET", "HEAD"):
        options["body"] = {"b": 2}
    if method in ("OPTIONS", "POST", "PUT", "PATCH"):
        options["post_params"] = []
    with mock.patch(f"ubiops.rest.RESTClientObject.{method}", return_value=Answer()) as verb:
        api.api_client.call_api("/x", method, query_params=[("a", 1)], body={"b": 2}, _request_timeout=5)
    verb.assert_called_once_with(url, **options)
    with mock.patch("ubiops.rest.RESTClientObject.request", return_value=Answer()) as request:
        api.api_client.call_api("/x", method, query_params=[("a", 1)], body={"b": 2}, _request_timeout=5)
    request.assert_called_once_with(method, url, **options)


def test_a_verb_that_there_is_not_is_refused(api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"The HTTP method must be one of DELETE, .*, not BREW"):
        api.api_client.call_api("/x", "brew")


def test_the_call_itself_can_be_replaced(api: ubiops.CoreApi) -> None:
    with mock.patch.object(ubiops.ApiClient, "_ApiClient__call_api", return_value="replaced") as call:
        models: Any = api.models_list("demo")
        later: Any = api.models_list("demo", async_req=True).get(60)
    assert (models, later) == ("replaced", "replaced")
    assert call.call_args[0][:2] == ("/projects/{project_name}/models", "GET")


def test_the_call_can_be_made_by_its_private_name(serve: Serve, connect: Connect) -> None:
    api = connect(serve(OK))
    client: Any = api.api_client
    data, status, headers = client._ApiClient__call_api("/x", "GET", response_type="ModelList")
    assert (data.name, status, headers["X-Extra"]) == ("churn", 200, "1")
    assert client._ApiClient__call_api("/x", "GET", _return_http_data_only=True) is None


MOMENT = datetime.datetime(2020, 10, 8, 9, 16, tzinfo=datetime.timezone.utc)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("", ({"status": "ok"}, "Status"), ubiops.Status("ok")),
        ("", ({"status": "ok"}, ubiops.Status), ubiops.Status("ok")),
        ("", ([{"status": "ok"}], "list[Status]"), [ubiops.Status("ok")]),
        ("", ({"a": {"status": "ok"}}, "dict(str, Status)"), {"a": ubiops.Status("ok")}),
        ("", ("2020-10-08T09:16:00Z", "datetime"), MOMENT),
        ("", ("2020-10-08", datetime.date), datetime.date(2020, 10, 8)),
        ("", ("5", "int"), 5),
        ("", ("5", str), "5"),
        ("", ([], "int"), []),
        ("", (10**400, "float"), 10**400),
        ("", ({"a": 1}, "object"), {"a": 1}),
        ("", (None, "Status"), None),
        ("_model", ({"status": "ok"}, ubiops.Status), ubiops.Status("ok")),
        ("_primitive", ("5", int), 5),
        ("_object", ([1],), [1]),
        ("_date", ("2020-10-08",), datetime.date(2020, 10, 8)),
        ("_datetime", ("2020-10-08T09:16:00Z",), MOMENT),
        ("_datetime", ("soon",), "soon"),
    ],
)
def test_values_are_deserialized_by_private_names(
    api: ubiops.CoreApi, name: str, arguments: Tuple[Any, ...], expected: Any
) -> None:
    value = getattr(api.api_client, f"_ApiClient__deserialize{name}")(*arguments)
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize("name", ["", "_model"])
def test_deserializing_can_be_replaced(serve: Serve, connect: Connect, name: str) -> None:
    api = connect(serve(OK))
    with mock.patch.object(ubiops.ApiClient, f"_ApiClient__deserialize{name}", return_value="mine") as replaced:
        assert api.models_get("demo", "churn") == "mine"
    assert replaced.call_args[0][0] == {"name": "churn"}


# pool_manager


class Recording(urllib3.PoolManager):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.seen: List[Any] = []

    def urlopen(self, *arguments: Any, **options: Any) -> Any:
        self.seen.append(arguments)
        return super().urlopen(*arguments, **options)


@pytest.fixture
def recording() -> Iterator[Recording]:
    """A manager of the program's own, which nobody else closes."""
    with Recording() as manager:
        yield manager


def test_a_pool_manager_that_is_set_sends_all_requests(serve: Serve, connect: Connect, recording: Recording) -> None:
    server = serve(OK, OK, Reply(302, headers={"Location": "/v2.1/y"}), OK, Reply(503), OK)
    api = connect(server, retries=ubiops.RetryPolicy(backoff=0.001))
    rest = api.api_client.rest_client
    rest.pool_manager = recording
    assert rest.pool_manager is recording
    assert api.models_get("demo", "churn").name == "churn"
    assert api.models_create("demo", {"name": "churn"}).name == "churn"
    assert api.models_get("demo", "moved").name == "churn"
    assert api.models_get("demo", "again").name == "churn"
    assert len(recording.seen) == len(server.requests) == 6
    assert server.requests[1].json == {"name": "churn"}
    assert server.connections == 1
    rest.pool_manager = None
    api.models_get("demo", "churn")
    assert len(recording.seen) == 6


def test_a_file_is_sent_through_a_pool_manager(serve: Serve, connect: Connect, recording: Recording) -> None:
    server = serve(Reply(body={"id": "1"}))
    api = connect(server)
    api.api_client.rest_client.pool_manager = recording
    api.blobs_create("demo", b"content")
    assert b"\r\n\r\ncontent\r\n" in server.requests[0].body
    assert len(recording.seen) == 1


def test_what_is_changed_in_the_pool_manager_holds(serve: Serve, connect: Connect) -> None:
    server = serve(OK)
    api = connect(server)
    api.models_get("demo", "churn")
    manager = api.api_client.rest_client.pool_manager
    assert isinstance(manager, urllib3.PoolManager)
    assert manager is api.api_client.rest_client.pool_manager
    manager.headers["X-Of-All"] = "1"
    manager.clear()
    manager.connection_pool_kw["maxsize"] = 7
    api.models_get("demo", "churn")
    assert manager.connection_from_url(server.url).pool.maxsize == 7
    assert server.connections == 2
    api.api_client.close()
    assert len(manager.pools) == 0


def test_a_pool_manager_has_the_proxy_and_the_certificates_of_the_client(serve: Serve, connect: Connect) -> None:
    api = connect(serve(OK), proxy="https://ann:pw@127.0.0.1:9", assert_hostname="other")
    manager = api.api_client.rest_client.pool_manager
    assert isinstance(manager, urllib3.ProxyManager)
    assert manager.proxy is not None
    assert manager.proxy.url == "https://127.0.0.1:9"
    assert manager.connection_pool_kw["assert_hostname"] == "other"


def test_anything_with_a_request_is_a_pool_manager(api: ubiops.CoreApi) -> None:
    answer = SimpleNamespace(status=200, reason="OK", data=b'{"name": "churn"}', headers={})
    manager = mock.Mock(spec=["request"])
    manager.request.return_value = answer
    api.api_client.rest_client.pool_manager = manager
    assert api.models_get("demo", "churn").name == "churn"
    assert manager.request.call_args[0] == ("GET", "http://127.0.0.1:9/projects/demo/models/churn")


def test_a_fork_uses_its_own_connections(serve: Serve, connect: Connect, recording: Recording) -> None:
    server = serve(OK)
    api = connect(server)
    rest = api.api_client.rest_client
    rest.pool_manager = recording
    api.models_get("demo", "churn")
    rest._sender._pid += 1  # as if this were a fork
    api.models_get("demo", "churn")
    assert server.connections == 2


def test_an_error_can_be_made_of_any_stand_in() -> None:
    for answer in (mock.Mock(status=404, reason="Gone", data="no"), mock.Mock(status=404, reason="Gone")):
        error = ubiops.ApiException(http_resp=answer)
        assert (error.status, error.reason, error.request_id) == (404, "Gone", None)
        assert "status 404 Gone" in str(error)


@pytest.mark.parametrize("data", [b'{"name": "churn"}', b"\xff"])
def test_an_answer_can_be_made_of_any_stand_in(data: bytes) -> None:
    answer = ubiops.rest.RESTResponse(mock.Mock(status=200, reason="OK", data=data))
    assert answer.data == data.decode("utf-8", "replace")
    assert answer.getheader("X-Extra", "none") == "none"
    assert answer.getheaders() == {}


def test_a_stand_in_for_a_file_that_cannot_be_saved_is_an_error(api: ubiops.CoreApi, tmp_path: Path) -> None:
    api.api_client.configuration.temp_folder_path = str(tmp_path / "missing")
    answer = SimpleNamespace(status=200, data=b"")
    with mock.patch("ubiops.rest.RESTClientObject.request", return_value=answer), pytest.raises(FileNotFoundError):
        api.blobs_get("demo", "1", _preload_content=True)
