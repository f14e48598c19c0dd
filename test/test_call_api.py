"""`ApiClient.call_api`, the way to endpoints that `CoreApi` does not know."""

from __future__ import annotations

import datetime
import io
import os
import re
import sys
from pathlib import Path
from typing import Any, Dict, List, Optional

import pytest

import ubiops
from test.conftest import TOKEN
from test.support.fixtures import Connect, Serve
from test.support.server import Reply, Request, Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MULTIPART = {"Content-Type": "multipart/form-data"}


@pytest.fixture
def server(serve: Serve) -> Server:
    return serve(Reply(body={"name": "churn", "number_of_versions": 2}))


@pytest.fixture
def client(server: Server, connect: Connect) -> ubiops.ApiClient:
    return connect(server).api_client


def test_any_path_below_the_host_can_be_called(server: Server, client: ubiops.ApiClient) -> None:
    model, status, headers = client.call_api(
        "/beta/{kind}/{name}",
        "POST",
        {"kind": "models", "name": "a/b"},
        {"dry": True},
        {"Accept": "application/json", "X-Beta": 1},
        body={"since": datetime.date(2020, 10, 8)},
        response_type="ModelList",
        auth_settings=["api_key"],
    )
    assert isinstance(model, ubiops.ModelList)
    assert (model.name, model.number_of_versions) == ("churn", 2)
    assert status == 200
    assert headers["content-type"] == "application/json"
    (request,) = server.requests
    assert request.method == "POST"
    assert request.target == "/v2.1/beta/models/a%2Fb?dry=true"
    assert request.header("X-Beta") == "1"
    assert request.header("Authorization") == TOKEN
    assert request.json == {"since": "2020-10-08"}


def test_the_least_that_can_be_given_is_a_path_and_a_method(server: Server, client: ubiops.ApiClient) -> None:
    assert client.call_api("/status", "GET", _return_http_data_only=True) is None
    (request,) = server.requests
    assert request.target == "/v2.1/status"
    assert request.header("Authorization") is None
    assert request.body == b""


def test_data_is_given_with_status_and_headers_unless_told_otherwise(client: ubiops.ApiClient) -> None:
    data, status, _ = client.call_api("/status", "GET", response_type="object")
    assert (data["name"], status) == ("churn", 200)
    assert client.call_api("/status", "GET", response_type="object", _return_http_data_only=True) == data


def test_another_host_can_be_called(client: ubiops.ApiClient, serve: Serve) -> None:
    other = serve(Reply(body=[1]))
    assert client.call_api("/x", "GET", response_type="list[int]", _host=f" {other.url}/ ")[0] == [1]
    assert other.requests[0].target == "/v2.1/x"


@pytest.mark.parametrize("give", [dict, list], ids=["by name", "pairs"])
@pytest.mark.parametrize(
    ("collection_format", "path", "query", "header"),
    [
        ("csv", "a%2Cb", "x=a%2Cb", "a,b"),
        ("ssv", "a%20b", "x=a+b", "a b"),
        ("tsv", "a%09b", "x=a%09b", "a\tb"),
        ("pipes", "a%7Cb", "x=a%7Cb", "a|b"),
        ("multi", "b", "x=a&x=b", "b"),  # only a query can hold one name twice
    ],
)
def test_lists_are_written_in_their_collection_format(
    server: Server, client: ubiops.ApiClient, give: Any, collection_format: str, path: str, query: str, header: str
) -> None:
    parameters = give([("x", ["a", "b"])])
    formats = {"x": collection_format}
    client.call_api("/{x}", "POST", parameters, parameters, parameters, collection_formats=formats)
    client.call_api("/form", "POST", header_params=FORM, post_params=parameters, collection_formats=formats)
    first, second = server.requests
    assert first.target == f"/v2.1/{path}?{query}"
    assert first.header("x") == header
    assert second.body.decode() == query


def test_form_fields_are_sent(server: Server, client: ubiops.ApiClient) -> None:
    client.call_api("/form", "POST", header_params=FORM, post_params={"a": "x y", "b": True, "c": 1.5})
    (request,) = server.requests
    assert request.header("Content-Type") == FORM["Content-Type"]
    assert request.body == b"a=x+y&b=true&c=1.5"


def test_files_are_sent_with_form_fields(server: Server, client: ubiops.ApiClient) -> None:
    files = {"one": b"1", "several": [io.BytesIO(b"2"), io.BytesIO(b"3")], "none": None}
    client.call_api("/form", "PUT", header_params=MULTIPART, post_params=[("a", "b")], files=files)
    (request,) = server.requests
    names = re.findall(rb'name="(\w+)"(; filename="file")?', request.body)
    assert names == [(b"a", b""), *[(name, b'; filename="file"') for name in (b"one", b"several", b"several")]]
    contents = [part.split(b"\r\n\r\n")[1][:1] for part in request.body.split(b"--" + boundary(request))[1:-1]]
    assert contents == [b"b", b"1", b"2", b"3"]


def boundary(request: Request) -> bytes:
    return str(request.header("Content-Type")).partition("boundary=")[2].encode()


def test_the_cookie_and_default_headers_go_with_every_call(server: Server, connect: Connect) -> None:
    configuration = connect(server).api_client.configuration
    with ubiops.ApiClient(configuration, "X-Team", "blue", cookie="session=1") as client:
        client.set_default_header("X-Run", 7)  # type: ignore[arg-type] # no text, which is written as one
        client.user_agent = "my-job/1"
        client.call_api("/status", "GET", header_params={"X-Run": 1, "X-Own": "own"})
        ubiops.CoreApi(client).projects_list(_preload_content=False).release_conn()
        assert client.user_agent == "my-job/1"
    for request in server.requests:
        assert request.header("X-Team") == "blue"
        assert request.header("X-Run") == "7"  # what the client sends by default wins, as in 2.1.0
        assert request.header("Cookie") == "session=1"
        assert request.header("User-Agent") == "my-job/1"
    assert server.requests[0].header("X-Own") == "own"


def test_the_user_agent_names_this_client(server: Server, client: ubiops.ApiClient) -> None:
    client.call_api("/status", "GET")
    assert server.requests[0].header("User-Agent") == f"ubiops/{ubiops.__version__} (Python)"


@pytest.mark.parametrize("preload", [True, False])
def test_an_answer_can_be_saved_to_a_file(serve: Serve, connect: Connect, tmp_path: Path, preload: bool) -> None:
    server = serve(Reply(body=b"\xff\x00", headers={"Content-Disposition": 'attachment; filename="x.bin"'}))
    client = connect(server, temp_folder_path=str(tmp_path)).api_client
    data = client.call_api("/file", "GET", response_type="file", _preload_content=preload)[0]
    if preload:
        assert data == str(tmp_path / "x.bin")
        assert (tmp_path / "x.bin").read_bytes() == b"\xff\x00"
    else:
        assert data.read() == b"\xff\x00"


def test_a_call_can_run_in_a_thread(client: ubiops.ApiClient) -> None:
    call = client.call_api("/status", "GET", response_type="object", async_req=True, _return_http_data_only=True)
    assert call.get(timeout=60)["name"] == "churn"


def test_an_error_in_a_thread_is_raised_where_the_result_is_asked_for(serve: Serve, connect: Connect) -> None:
    client = connect(serve(Reply(404, {"error": "no such thing"}))).api_client
    call = client.call_api("/x", "GET", async_req=True)
    with pytest.raises(ubiops.NotFoundException, match="no such thing"):
        call.get(timeout=60)


CREDENTIALS: List[Any] = [
    ("header", "X-Key", "", "X-Key", "secret"),
    ("cookie", "key", "", "Cookie", "secret"),
    ("query", "key", "?page=1&key=secret", "X-Key", None),
]


def keep_key_in(place: str, name: str) -> ubiops.Configuration:
    class Settings(ubiops.Configuration):
        def auth_settings(self) -> Dict[str, Dict[str, Any]]:
            return {"own": {"type": "api_key", "in": place, "key": name, "value": "secret"}}

    return Settings(api_key={"Authorization": lambda: "rotated"})


@pytest.mark.parametrize(("place", "name", "query", "header", "value"), CREDENTIALS)
def test_credentials_travel_where_the_security_scheme_says(
    serve: Serve, place: str, name: str, query: str, header: str, value: Optional[str]
) -> None:
    server = serve(Reply(401, {"error": "expired"}), Reply(body={}))
    configuration = keep_key_in(place, name)
    configuration.host = server.url
    with ubiops.ApiClient(configuration) as client:
        client.call_api("/x", "GET", query_params={"page": 1} if query else None, auth_settings=["own"])
    assert len(server.requests) == 2  # the second one, after the rotation, carries them once, too
    for request in server.requests:
        assert request.target == f"/v2.1/x{query}"
        assert request.header(header) == value


def test_credentials_in_another_place_are_refused(server: Server) -> None:
    configuration = keep_key_in("body", "key")
    configuration.host = server.url
    with ubiops.ApiClient(configuration) as client, pytest.raises(ubiops.ApiValueError, match="travel in"):
        client.call_api("/x", "GET", auth_settings=["own"])
    assert server.requests == []


@pytest.mark.parametrize(
    ("options", "anonymous"),
    [({}, True), ({"cookie": "session=1"}, False), ({"header_name": "authorization", "header_value": "x"}, False)],
)
def test_no_token_is_missed_where_a_cookie_or_a_header_stands_for_it(
    serve: Serve, options: Dict[str, Any], anonymous: bool
) -> None:
    configuration = ubiops.Configuration(host=serve(Reply(401)).url)
    with ubiops.ApiClient(configuration, **options) as client, pytest.raises(ubiops.UnauthorizedException) as caught:
        client.call_api("/x", "GET", auth_settings=["api_key"])
    assert caught.value.anonymous is anonymous


def test_a_stream_that_was_sent_is_not_sent_again_after_the_token_was_rotated(serve: Serve, connect: Connect) -> None:
    class Pipe:
        def __init__(self) -> None:
            self.read = io.BytesIO(b"content").read  # it can be read, and neither tell nor seek

    pipe: Any = Pipe()
    server = serve(Reply(401, {"error": "expired"}), Reply(body={}))
    api = connect(server, api_key={"Authorization": lambda: "abc"})
    with pytest.raises(ubiops.UnauthorizedException, match="expired"):
        api.blobs_create("demo", pipe)
    assert len(server.requests) == 1


def test_with_a_constant_token_a_401_is_final(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(401, {"error": "expired"}))
    with pytest.raises(ubiops.UnauthorizedException):
        connect(server).projects_list()
    assert len(server.requests) == 1


def test_an_answer_of_another_shape_names_the_call(serve: Serve, connect: Connect) -> None:
    client = connect(serve(Reply(body=[1]))).api_client
    with pytest.raises(ubiops.ApiException, match="not the JSON of ModelList") as caught:
        client.call_api("/x", "GET", query_params={"key": "secret"}, response_type="ModelList")
    assert caught.value.method == "GET"
    assert caught.value.url.endswith("/v2.1/x")


@pytest.mark.parametrize(
    "path",
    ["@other:1/x", ":1/x", "\\@other:1/x", "\t@other:1/x", " @other:1/x", ".other/x", "other/x", "-x", "?x=1", "#x"],
)
def test_a_path_that_would_name_another_host_is_refused(server: Server, connect: Connect, path: str) -> None:
    client = connect(server).api_client
    client.configuration.host = f"http://127.0.0.1:{server.port}"
    with pytest.raises(ubiops.ApiValueError, match="A resource path begins with a slash"):
        client.call_api(path, "GET", auth_settings=["api_key"])
    with pytest.raises(ubiops.ApiValueError, match="A resource path begins with a slash"):
        client.call_api(path, "GET", _host="http://127.0.0.1:1")
    assert server.requests == []


@pytest.mark.parametrize(
    ("host_end", "path", "target"),
    [
        ("", "/x", "/v2.1/x"),
        ("/", "/x", "/v2.1/x"),
        ("/", "x", "/v2.1/x"),  # 2.1.0 joined the two as they are
        ("/", "@other/x", "/v2.1/@other/x"),
        ("", "//other/x", "/v2.1//other/x"),
        ("", "", "/v2.1"),
        ("", "/x?y=1", "/v2.1/x?y=1"),
        ("", "/x y\t\n", "/v2.1/x%20y%09%0A"),
        ("", "/\\@other/x", "/v2.1/%5C@other/x"),
    ],
)
def test_a_path_stays_below_the_host(
    server: Server, client: ubiops.ApiClient, host_end: str, path: str, target: str
) -> None:
    client.configuration.host += host_end
    client.call_api(path, "GET")
    assert server.requests[0].target == target


@pytest.mark.parametrize("path", ["//other/x", "/\\other/x", "/@other/x"])
def test_a_path_below_a_host_without_one_stays_there(server: Server, client: ubiops.ApiClient, path: str) -> None:
    client.configuration.host = f"http://127.0.0.1:{server.port}"
    client.call_api(path, "GET", auth_settings=["api_key"])
    assert server.requests[0].header("Authorization") == TOKEN


HALF = "\ud800"
HUGE = 10**5000


@pytest.mark.parametrize(
    "arguments",
    [
        {"resource_path": "/{a}", "path_params": {"a": HALF}},
        {"resource_path": f"/{HALF}"},
        {"query_params": [("a", HALF)]},
        {"header_params": {"A": HALF}},
        {"post_params": [("a", HALF)], "header_params": FORM},
        {"post_params": [("a", HALF)], "header_params": MULTIPART},
        {"body": HALF, "header_params": {"Content-Type": "text/plain"}},
        {"_host": f"http://{HALF}"},
        {"resource_path": "/{a}", "path_params": {"a": HUGE}},
        {"query_params": [("a", HUGE)]},
        {"header_params": {"A": HUGE}},
        {"post_params": [("a", HUGE)], "header_params": FORM},
        {"body": [HUGE]},
        {"body": {"a": HUGE}},
    ],
    ids=lambda arguments: "-".join(arguments),
)
@pytest.mark.skipif(not hasattr(sys, "set_int_max_str_digits"), reason="before the limit of digits")
def test_what_cannot_be_written_is_a_clear_error(
    server: Server, client: ubiops.ApiClient, arguments: Dict[str, Any]
) -> None:
    with pytest.raises(ubiops.ApiValueError):
        client.call_api(**{"resource_path": "/x", "method": "POST", **arguments})
    assert server.requests == []


@pytest.mark.skipif(not hasattr(sys, "set_int_max_str_digits"), reason="before the limit of digits")
@pytest.mark.parametrize("name", [HUGE, HALF, None, "", {}], ids=["huge", "half", "none", "empty", "dict"])
def test_a_bad_name_in_a_thread_is_an_error_of_its_result(server: Server, client: ubiops.ApiClient, name: Any) -> None:
    result = client.call_api("/{a}", "GET", {"a": name}, async_req=True)
    with pytest.raises((ubiops.ApiValueError, ubiops.ApiTypeError)):
        result.get(60)
    assert server.requests == []


def test_half_a_character_in_a_body_is_sent_as_2_1_0_does(server: Server, client: ubiops.ApiClient) -> None:
    client.call_api("/x", "POST", body={"a": HALF})
    assert server.requests[0].body == b'{"a": "\\ud800"}'


def test_a_file_whose_name_is_no_text_is_sent(server: Server, client: ubiops.ApiClient, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.bin")
    path.write_bytes(b"content")
    client.call_api("/x", "POST", files={"file": path}, header_params=MULTIPART)
    assert 'filename="\ufffd.bin"'.encode() in server.requests[0].body


@pytest.mark.parametrize("host", ["{url}?a=1", "{url}#part", "{url}/?", "{root}?a=1", "{root}#part"])
def test_a_host_with_a_query_or_a_fragment_is_refused(serve: Serve, connect: Connect, host: str) -> None:
    server = serve(Reply(body=[]))
    given = host.format(url=server.url, root=server.url[: -len("/v2.1")])
    with pytest.raises(ubiops.ApiValueError, match="a query or a fragment"):
        connect(server, host=given).models_list("demo")
    with pytest.raises(ubiops.ApiValueError, match="a query or a fragment"):
        connect(server).api_client.call_api("/x", "GET", _host=given)
    assert server.requests == []


@pytest.mark.parametrize("host", [None, 5, b"http://api.test"])
def test_a_host_that_is_no_text_is_refused(serve: Serve, connect: Connect, host: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match="is the URL of the API as text"):
        connect(serve(), host=host).models_list("demo")
    with pytest.raises(ubiops.ApiTypeError, match="is the URL of the API as text"):
        ubiops.ApiClient(ubiops.Configuration(host, {"Authorization": "x"})).call_api("/x", "GET")


@pytest.mark.parametrize("url", ["{root}?a=1", "{root}#part"])
def test_a_url_has_a_path_before_its_query(serve: Serve, connect: Connect, url: str) -> None:
    server = serve(Reply(body=[]))
    rest = connect(server).api_client.rest_client
    with pytest.raises(ubiops.ApiValueError, match="a query or a fragment"):
        rest.GET(url.format(root=server.url[: -len("/v2.1")]))
    assert server.requests == []
