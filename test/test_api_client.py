"""`ApiClient` beside its calls: conversions, headers, threads, subclasses."""

from __future__ import annotations

import datetime
import gc
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List, Optional

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply


@pytest.fixture
def client() -> Any:
    with ubiops.ApiClient(ubiops.Configuration(host="http://127.0.0.1:9")) as client:
        yield client


@pytest.mark.parametrize(
    ("accepts", "header"),
    [
        ([], None),
        (["application/json"], "application/json"),
        (["text/plain", "Application/JSON"], "application/json"),
        (["text/plain", "text/HTML"], "text/plain, text/html"),
    ],
)
def test_the_accept_header_prefers_json(client: ubiops.ApiClient, accepts: List[str], header: Optional[str]) -> None:
    assert client.select_header_accept(accepts) == header


@pytest.mark.parametrize(
    ("content_types", "header"),
    [
        ([], "application/json"),
        (None, "application/json"),
        (["text/plain", "Application/JSON"], "application/json"),
        (["*/*"], "application/json"),
        (["multipart/FORM-DATA", "text/plain"], "multipart/form-data"),
    ],
)
def test_the_content_type_header_prefers_json(
    client: ubiops.ApiClient, content_types: Optional[List[str]], header: str
) -> None:
    assert client.select_header_content_type(content_types) == header


def test_a_value_is_made_fit_for_json(client: ubiops.ApiClient) -> None:
    model = ubiops.ModelUpdate(name="churn", description=ubiops.NULL)
    assert client.sanitize_for_serialization(model) == {"name": "churn", "description": None}
    assert client.sanitize_for_serialization(None) is None
    assert client.sanitize_for_serialization((1, datetime.date(2020, 10, 8))) == [1, "2020-10-08"]


@pytest.mark.parametrize(
    ("text", "response_type", "value"),
    [
        ("[1, 2]", "list[int]", [1, 2]),
        ('{"a": "2020-10-08T09:16:00Z"}', "dict(str, datetime)", None),
        ('"2020-10-08"', "date", datetime.date(2020, 10, 8)),
        ('{"status": "ok"}', ubiops.Status, ubiops.Status(status="ok")),
        ("plain text", "str", "plain text"),
        ("", "object", None),
        ("null", "ModelList", None),
    ],
)
def test_anything_with_data_can_be_deserialized(
    client: ubiops.ApiClient, text: str, response_type: Any, value: Any
) -> None:
    moment = datetime.datetime(2020, 10, 8, 9, 16, tzinfo=datetime.timezone.utc)
    expected = {"a": moment} if response_type == "dict(str, datetime)" else value
    assert client.deserialize(SimpleNamespace(data=text), response_type) == expected


def test_files_become_the_fields_of_a_form(client: ubiops.ApiClient, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"1234")
    fields = client.files_parameters({"a": str(path), "b": [path, b"12"], "c": None, "d": []})
    assert [(name, part.name, part.size) for name, part in fields] == [
        ("a", "photo.jpg", 4),
        ("b", "photo.jpg", 4),
        ("b", "file", 2),
    ]
    assert client.files_parameters() == client.files_parameters(None) == []


def test_parameters_become_pairs(client: ubiops.ApiClient) -> None:
    assert client.parameters_to_tuples({"a": 1}, None) == [("a", 1)]
    assert client.parameters_to_tuples([("a", [1, 2])], {"a": "multi"}) == [("a", 1), ("a", 2)]
    assert client.parameters_to_tuples({"a": [1, True]}, {"a": "csv"}) == [("a", "1,true")]


def test_credentials_are_added_only_where_they_are_asked_for(client: ubiops.ApiClient) -> None:
    headers: Any = {}
    client.update_params_for_auth(headers, [], None)
    assert headers == {}
    client.configuration.api_key["Authorization"] = "abc"
    client.update_params_for_auth(headers, [], ["api_key"])
    assert headers == {"Authorization": "Token abc"}


def test_the_published_constants_are_there() -> None:
    assert set(ubiops.ApiClient.PRIMITIVE_TYPES) == {float, bool, bytes, str, int}
    native = ubiops.ApiClient.NATIVE_TYPES_MAPPING
    assert native == {
        "int": int,
        "long": int,
        "float": float,
        "str": str,
        "bool": bool,
        "date": datetime.date,
        "datetime": datetime.datetime,
        "object": object,
    }


def test_default_headers_are_those_that_were_given_and_the_user_agent(client: ubiops.ApiClient) -> None:
    assert set(client.default_headers) == {"User-Agent"}
    with ubiops.ApiClient(header_name="X-Team", header_value="blue") as other:
        assert other.default_headers == {"User-Agent": client.user_agent, "X-Team": "blue"}


def test_each_thread_has_its_own_last_response(serve: Serve, connect: Connect) -> None:
    # P4
    server = serve(Reply(body={"status": "ok"}), Reply(201, {"status": "ok"}))
    api = connect(server)
    client = api.api_client
    seen = [client.last_response]
    api.service_status()

    def other() -> None:
        seen.append(client.last_response)
        api.service_status()
        seen.append(client.last_response.status)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen == [None, None, 201]
    assert client.last_response.status == 200
    assert client.last_response.data == '{"status": "ok"}'


def test_the_last_response_can_be_forgotten(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body={"status": "ok"})))
    api.service_status()
    api.api_client.last_response = None
    assert api.api_client.last_response is None


def test_threads_are_started_when_they_are_needed(serve: Serve, connect: Connect) -> None:
    # N7
    api = connect(serve(Reply(body={"status": "ok"})))
    before = threading.active_count()
    api.service_status()
    assert threading.active_count() <= before + 1  # the server's
    assert api.service_status(async_req=True).get(timeout=60).status == "ok"
    assert api.api_client.pool is api.api_client.pool


def test_calls_share_as_many_threads_as_are_asked_for(serve: Serve) -> None:
    server = serve(Reply(body={"status": "ok"}))
    barrier = threading.Barrier(4, timeout=60)
    with ubiops.ApiClient(ubiops.Configuration(host=server.url), pool_threads=4) as client:
        assert client.pool_threads == 4
        waiting = [client.pool.apply_async(barrier.wait) for _ in range(4)]
        assert sorted(result.get(timeout=60) for result in waiting) == [0, 1, 2, 3]


def test_a_closed_client_waits_for_its_threads_and_can_be_used_again(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body={"status": "ok"})))
    pending = api.service_status(async_req=True)
    api.api_client.close()
    assert pending.ready()
    assert api.service_status(async_req=True).get(timeout=60).status == "ok"


def test_a_forgotten_client_ends_its_threads() -> None:
    client = ubiops.ApiClient()
    pool = client.pool
    gone = weakref.ref(client)
    del client
    gc.collect()
    assert gone() is None
    with pytest.raises(ValueError, match="Pool not running"):
        pool.apply_async(print)


def test_core_api_calls_what_a_subclass_overrides(serve: Serve, tmp_path: Path) -> None:
    calls = []

    class Client(ubiops.ApiClient):
        def call_api(self, *arguments: Any, **options: Any) -> Any:
            calls.append("call_api")
            return super().call_api(*arguments, **options)

        def request(self, *arguments: Any, **options: Any) -> Any:
            calls.append("request")
            return super().request(*arguments, **options)

        def deserialize(self, response: Any, response_type: Any) -> Any:
            calls.append(f"deserialize {response_type}")
            return super().deserialize(response, response_type)

        def sanitize_for_serialization(self, obj: Any) -> Any:
            calls.append("sanitize")
            return super().sanitize_for_serialization(obj)

        def update_params_for_auth(self, headers: Any, querys: Any, auth_settings: Any) -> None:
            calls.append(f"auth {auth_settings}")
            headers["X-Signed"] = "yes"

    server = serve(Reply(body={"name": "churn"}))
    configuration = ubiops.Configuration(host=server.url)
    configuration.temp_folder_path = str(tmp_path)
    with Client(configuration) as client:
        api = ubiops.CoreApi(client)
        assert api.models_create("demo", {"name": "churn"}).name == "churn"
        assert calls == ["call_api", "sanitize", "auth ['api_key']", "request", "deserialize ModelList"]
        assert server.requests[0].header("X-Signed") == "yes"
        api.blobs_get("demo", "1", _preload_content=True)
        assert calls[-1] == "deserialize file"


def test_a_settings_object_is_used_and_not_copied() -> None:
    configuration = ubiops.Configuration(host="http://127.0.0.1:9")
    assert ubiops.ApiClient(configuration).configuration is configuration
