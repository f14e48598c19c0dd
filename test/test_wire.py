"""The bytes on the wire are those of the published client 2.1.0.

What is written down here was recorded once from that client, against the same server. Only the
``User-Agent`` and the case of booleans in queries (D6) differ, on purpose.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any, Callable, Dict

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.names import on_disk
from test.support.server import Reply, Request
from ubiops._request import add_query, encode_body, to_pairs

DEMO = "/v2.1/projects/demo"
VERSION = f"{DEMO}/models/churn/versions/v1"
JSON = "application/json"

Record = Callable[[Callable[[ubiops.CoreApi], Any]], Request]


@pytest.fixture
def record(serve: Serve, connect: Connect) -> Record:
    """Make a call; return the request that arrived."""
    server = serve(Reply(body={}))
    api = connect(server, api_key={"Authorization": "Token abc"})

    def call(action: Callable[[ubiops.CoreApi], Any]) -> Request:
        action(api)
        (request,) = server.requests
        return request

    return call


CALLS = {
    "model as body": (
        lambda api: api.models_create(
            "demo",
            ubiops.ModelCreate(
                name="churn",
                description="\u00e9",
                input_type="structured",
                output_type="plain",
                input_fields=[ubiops.ModelInputFieldCreate(name="x", data_type="int")],
            ),
        ),
        f"POST {DEMO}/models",
        b'{"name": "churn", "description": "\\u00e9", "input_type": "structured", "output_type": "plain", '
        b'"input_fields": [{"name": "x", "data_type": "int"}]}',
    ),
    "dict as body": (
        lambda api: api.models_create("demo", {"name": "churn", "input_type": "plain", "description": None}),
        f"POST {DEMO}/models",
        b'{"name": "churn", "input_type": "plain", "description": null}',
    ),
    "default of a model": (
        lambda api: api.model_versions_update(
            "demo", "churn", "v1", ubiops.ModelVersionCreate(version="v2", memory_allocation=512)
        ),
        f"PATCH {VERSION}",
        b'{"version": "v2", "language": "python3.7", "memory_allocation": 512}',
    ),
    "list as body": (
        lambda api: api.batch_model_requests_create(
            "demo", "churn", "v1", [{"x": 1}, {"x": 2.5}], _preload_content=False
        ).drain_conn(),
        f"POST {VERSION}/request-batch",
        b'[{"x": 1}, {"x": 2.5}]',
    ),
    "text as body": (
        lambda api: api.model_requests_create("demo", "churn", "v1", "plain text"),
        f"POST {VERSION}/request",
        b'"plain text"',
    ),
    "empty text as body": (
        lambda api: api.model_requests_create("demo", "churn", "v1", ""),
        f"POST {VERSION}/request",
        b'""',
    ),
    "body and query": (
        lambda api: api.model_requests_create("demo", "churn", "v1", {"x": [1, True, None]}, timeout=60),
        f"POST {VERSION}/request?timeout=60",
        b'{"x": [1, true, null]}',
    ),
    "empty dict as body": (
        lambda api: api.service_users_token("demo", "id-1", data={}),
        f"PUT {DEMO}/service-users/id-1/token",
        b"{}",
    ),
    "filters as body": (
        lambda api: api.projects_log_list("demo", {"filters": {}, "limit": 3}, _preload_content=False).drain_conn(),
        f"POST {DEMO}/logs",
        b'{"filters": {}, "limit": 3}',
    ),
    "query": (
        lambda api: api.batch_model_requests_list(
            "demo", "churn", "v1", status="completed", limit=5, offset=0, sort="asc", _preload_content=False
        ).drain_conn(),
        f"GET {VERSION}/request-batch?status=completed&limit=5&offset=0&sort=asc",
        b"",
    ),
    "times in a query": (
        lambda api: api.blobs_list(
            "demo", range=5, creation_date="2020-01-01T00:00:00+01:00", _preload_content=False
        ).drain_conn(),
        f"GET {DEMO}/blobs?range=5&creation_date=2020-01-01T00%3A00%3A00%2B01%3A00",
        b"",
    ),
    "odd names": (
        lambda api: api.models_get("demo", "a+b~c.d_e-f@g:h,i;j=k!$'()*"),
        f"GET {DEMO}/models/a%2Bb~c.d_e-f%40g%3Ah%2Ci%3Bj%3Dk%21%24%27%28%29%2A",
        b"",
    ),
    "delete": (
        lambda api: api.models_delete("my project/\u00e9", "a b"),
        "DELETE /v2.1/projects/my%20project%2F%C3%A9/models/a%20b",
        b"",
    ),
}


@pytest.mark.parametrize(("action", "line", "body"), CALLS.values(), ids=CALLS.keys())
def test_a_call_is_written_as_2_1_0_writes_it(
    record: Record, action: Callable[..., Any], line: str, body: bytes
) -> None:
    request = record(action)
    assert f"{request.method} {request.target}" == line
    assert request.body == body
    assert request.header("Content-Type") == JSON
    assert request.header("Authorization") == "Token abc"
    assert request.header("Accept") == (None if request.method == "DELETE" else JSON)
    assert request.header("Content-Length") == (str(len(body)) if body else None)


def test_a_query_has_the_pairs_of_2_1_0(record: Record) -> None:
    request = record(
        lambda api: api.metrics_get(
            "demo",
            "model_version.requests",
            start_time="2020-01-01T00:00:00Z",
            end_time="2020-01-02T00:00:00Z",
            object_type="model_version",
            interval="day",
            object_id="a b&c",
            _preload_content=False,
        ).drain_conn()
    )
    path, _, query = request.target.partition("?")
    assert path == f"{DEMO}/metrics/model_version.requests"
    assert query.split("&") == [
        "interval=day",
        "start_time=2020-01-01T00%3A00%3A00Z",
        "end_time=2020-01-02T00%3A00%3A00Z",
        "object_type=model_version",
        "object_id=a+b%26c",
    ]


@pytest.mark.parametrize(
    ("name", "action", "line", "head"),
    [
        (
            "package.zip",
            lambda api, path: api.model_versions_file_upload("demo", "churn", "v1", file=path),
            f"PUT {VERSION}/upload",
            'filename="package.zip"\r\nContent-Type: application/zip',
        ),
        (
            "plain",
            lambda api, path: api.blobs_create("demo", path, blob_ttl=900),
            f"POST {DEMO}/blobs",
            'filename="plain"\r\nContent-Type: application/octet-stream',
        ),
        (
            'we"ird \u00e9.txt',
            lambda api, path: api.blobs_create("demo", path),
            f"POST {DEMO}/blobs",
            'filename="we%22ird \u00e9.txt"\r\nContent-Type: text/plain',
        ),
    ],
)
def test_a_file_is_written_as_2_1_0_writes_it(
    record: Record, tmp_path: Path, name: str, action: Callable[..., Any], line: str, head: str
) -> None:
    path = tmp_path / on_disk(name)
    path.write_bytes(b"PK\x00content")
    request = record(lambda api: action(api, str(path)))
    assert f"{request.method} {request.target}" == line
    multipart = re.fullmatch(r"multipart/form-data; boundary=([0-9a-f]{32})", str(request.header("Content-Type")))
    assert multipart
    boundary = multipart.group(1)
    assert request.body == (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; {head}\r\n\r\n'.encode()
        + b"PK\x00content\r\n"
        + f"--{boundary}--\r\n".encode()
    )
    assert request.header("blob-ttl") == ("900" if name == "plain" else None)


@pytest.mark.parametrize(
    ("headers", "options", "body"),
    [
        ("application/x-www-form-urlencoded", {"post_params": [("a", "b c"), ("d", 1)]}, b"a=b+c&d=1"),
        ("application/x-www-form-urlencoded", {"post_params": {"flag": True}}, b"flag=true"),  # D6
        ("text/plain", {"body": "h\u00e9 \u20ac"}, "h\u00e9 \u20ac".encode()),
        ("application/merge-patch+json", {"body": {"a": None}}, b'{"a": null}'),
    ],
)
def test_other_content_types_can_be_sent(record: Record, headers: str, options: Dict[str, Any], body: bytes) -> None:
    request = record(
        lambda api: api.api_client.call_api("/x", "POST", header_params={"Content-Type": headers}, **options)
    )
    assert (request.body, request.header("Content-Type")) == (body, headers)


def test_bytes_are_sent_as_they_are() -> None:
    assert encode_body({"Content-Type": "application/zip"}, b"\xff", None) == b"\xff"


def test_a_body_that_does_not_fit_its_content_type_is_refused(serve: Serve, connect: Connect) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiException, match="A body of dict cannot be sent as text/plain"):
        connect(server).api_client.call_api("/x", "POST", header_params={"Content-Type": "text/plain"}, body={"a": 1})
    assert server.requests == []


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false"), (1, "1"), (0, "0"), ("True", "True")])
def test_booleans_in_a_query_are_lower_case(record: Record, value: Any, text: str) -> None:  # D6
    request = record(
        lambda api: api.api_client.call_api("/x", "GET", query_params=[("flag", value)], auth_settings=["api_key"])
    )
    assert request.target == f"/v2.1/x?flag={text}"


def test_a_flag_of_an_operation_is_lower_case(record: Record) -> None:  # D6
    request = record(
        lambda api: api.batch_model_requests_list(
            "demo", "churn", "v1", success=True, _preload_content=False
        ).drain_conn()
    )
    assert request.target == f"{VERSION}/request-batch?success=true"


@pytest.mark.parametrize(
    ("collection_format", "query"),
    [
        ("csv", "a=1%2Ctrue%2Cx"),
        ("ssv", "a=1+true+x"),
        ("tsv", "a=1%09true%09x"),
        ("pipes", "a=1%7Ctrue%7Cx"),
        ("multi", "a=1&a=true&a=x"),
        (None, "a=1%2Ctrue%2Cx"),
    ],
)
def test_lists_in_a_query_are_written_in_their_format(record: Record, collection_format: Any, query: str) -> None:
    request = record(
        lambda api: api.api_client.call_api(
            "/x", "GET", query_params={"a": [1, True, "x"]}, collection_formats={"a": collection_format}
        )
    )
    assert request.target == f"/v2.1/x?{query}"


@pytest.mark.parametrize("parameters", [{"a": 1}, MappingProxyType({"a": 1}), [("a", 1)], iter([("a", 1)])])
def test_parameters_are_a_mapping_or_pairs(parameters: Any) -> None:
    assert to_pairs(parameters) == [("a", 1)]


@pytest.mark.parametrize("parameters", [{}, [], (), iter(())])
def test_no_parameters_are_no_pairs(parameters: Any) -> None:
    assert to_pairs(parameters) == []
    assert add_query("http://x/y", parameters) == "http://x/y"


def test_a_query_is_added_to_one_that_is_there() -> None:
    assert add_query("http://x/y?a=1", {"b": 2}) == "http://x/y?a=1&b=2"
