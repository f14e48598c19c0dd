"""The HTTP side: routes, tokens, origins, bodies that are wrong in every way."""

from __future__ import annotations

import json
import socket
import sqlite3
import threading
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple
from urllib.parse import urlsplit

import pytest
import urllib3

from test.support.emulator.operations import platform
from ubiops.emulator import Emulator, resources
from ubiops.emulator.accounts.permissions import authorize
from ubiops.emulator.common.database import Row
from ubiops.emulator.control.gateway import check_names
from ubiops.emulator.web.app import Application
from ubiops.emulator.web.server import Server
from ubiops.emulator.web.spec import load

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MODELS = "/projects/demo/models"
PLAIN = {"input_type": "plain", "output_type": "plain"}


def test_status_needs_no_token(shared: Client) -> None:
    for path in ("/status", "/status/", "//status", "v2.1//status///"):
        assert shared.raw("GET", path, {"Authorization": ""}).body == {"status": "ok"}


@pytest.mark.parametrize(
    "header",
    ["", "Token", "Token ", "Token wrong", "Bearer wrong", "Basic x", "{token}", "Bearer {token}", "Token \xff"],
)
def test_wrong_tokens(shared: Client, header: str) -> None:
    header = header.format(token=shared.emulator.token[6:])
    answer = shared.raw("GET", "/user", {"Authorization": header})
    assert answer.status == 401
    assert answer.error == "Invalid token"


def test_token_scheme_in_any_case(client: Client) -> None:
    assert (
        client.raw("GET", "/user", {"Authorization": client.emulator.token.replace("Token ", "token  ")}).status == 200
    )


def test_sign_in(client: Client) -> None:
    token = client.emulator.token[6:]
    signed_in = client("POST", "/authorize", {"email": "user@example.com", "password": token}, Authorization="")
    assert set(signed_in.body) == {"access", "refresh"}
    user = client.raw("GET", "/user", {"Authorization": f"Bearer {signed_in.body['access']}"})
    assert user.body["email"] == "user@example.com"
    for email, password in (("user@example.com", "wrong"), ("x", token), ("user@example.com", "")):
        refused = client("POST", "/authorize", {"email": email, "password": password}, Authorization="")
        assert refused.status == 401 and "password" in refused.error
    assert "password: is required" in client("POST", "/authorize", {"email": "x"}).error


def test_unknown_paths_and_verbs(shared: Client) -> None:
    for path in (
        "/nothing",
        "/projects/demo/nothing",
        "/status/x",
        "/",
        "v2.0/status",
        "v2.1/projects/demo/models/a/b",
    ):
        assert shared.raw("GET", path).status == 404, path
    answer = shared.raw("PUT", MODELS)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, POST")
    assert "possible: GET, POST" in answer.error


def test_every_operation_has_a_route(shared: Client) -> None:
    specification = load()
    assert len(specification.operations) == 126  # with authorize
    for path, item in specification._document["paths"].items():
        for verb in set(item) - {"parameters"}:
            operation = item[verb]["operationId"]
            if operation not in resources.HANDLERS:
                answer = shared.raw(
                    verb.upper(), path.replace("{project_name}", "demo").replace("{", "").replace("}", "")
                )
                assert (answer.status, answer.error) == (501, f"{operation} is not emulated yet")


def test_names_of_operations_are_checked_at_the_start() -> None:
    routes = load().operations
    for handlers, needs, message in (
        ({"models_lst"}, set(), "The specification has no operation models_lst"),
        (set(), {"models_lst"}, "The specification has no operation models_lst"),
        ({"models_list", "service_status"}, set(), "No permissions are known of models_list"),
    ):
        with pytest.raises(LookupError, match=message):
            check_names(routes, handlers, needs)


def test_path_is_split_before_it_is_decoded(client: Client) -> None:
    assert "'x y/z'" in client.raw("GET", f"{MODELS}/x%20y%2Fz").error
    assert "No model '..'" in client.raw("GET", f"{MODELS}/%2e%2E").error
    assert client.raw("GET", f"{MODELS}/%ff").status == 400
    name = "a b+ü?&%"
    assert client("POST", MODELS, {"name": name, **PLAIN}).status == 201
    assert client.raw("GET", f"{MODELS}/a%20b+%C3%BC%3F%26%25").body["name"] == name


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("limit=x", "limit: must be an integer"),
        ("limit=", "limit: must be an integer"),
        ("limit=0", "limit: must be at least 1"),
        ("limit=99999999999999999999", "limit: must be an integer of 32 bits"),
        ("limit=%F0%9D%9F%8F", "limit: must be an integer"),
        ("success=maybe", "success: must be true or false"),
        ("sort=up", "sort: must be one of asc, desc"),
        ("status=done", "status: must be one of pending"),
        ("other=1", "other: is an unknown query parameter; possible: status, success, limit, offset, sort"),
        ("sort=%ff", "not encoded as UTF-8"),
        ("&".join(["limit=1"] * 101), "more than 100"),
    ],
)
def test_wrong_queries(doubling: Tuple[Client, str], query: str, complaint: str) -> None:
    answer = doubling[0].raw("GET", f"{doubling[1]}/request-batch?{query}")
    assert answer.status == 400
    assert complaint in answer.error


def test_booleans_in_queries(client: Client) -> None:
    version = client.model()
    for value in ("True", "true", "False", "false"):
        assert client.raw("GET", f"{version}/request-batch?success={value}&limit=5&sort=asc").body == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe", "not encoded as UTF-8"),
        (b'{"name": NaN}', "NaN"),
        (b'{"name": "\\ud800"}', "surrogate"),
        (b"[" * 100_000, "nested"),
        (b"[" * 300 + b"]" * 300, "nested"),
        (b'{"name":' * 100_000, "nested"),
        (b'{"name": ' + b"9" * 10_000 + b"}", ""),
        (b"[]", "must be an object"),
        (b"null", "must be an object"),
        (b'"x"', "must be an object"),
    ],
    ids=lambda value: value[:12],
)
def test_wrong_json(shared: Client, body: bytes, complaint: str) -> None:
    answer = shared.raw("POST", MODELS, {"Content-Type": "application/json"}, body=body)
    assert answer.status == 400
    assert complaint in answer.error
    assert len(answer.error) < 400


def test_huge_json(shared: Client) -> None:
    answer = shared.raw("POST", MODELS, {"Content-Type": "application/json"}, body=b" " * (33 * 1024**2))
    assert (answer.status, answer.error) == (413, "The body exceeds the limit of 32 MB")


def test_media_types(client: Client) -> None:
    body = json.dumps({"name": "m", **PLAIN}).encode()
    assert client.raw("POST", MODELS, {"Content-Type": "application/json; charset=utf-8"}, body=body).status == 201
    answer = client.raw("POST", MODELS, {"Content-Type": "text/xml"}, body=body)
    assert (answer.status, answer.error) == (400, "Content-Type: must be application/json, not text/xml")
    for verb, path in (("GET", MODELS), ("DELETE", f"{MODELS}/m")):
        assert client.raw(verb, path, {"Content-Type": "application/json"}).status < 300


FORM = "multipart/form-data; boundary=b"
PART = b'--b\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\nx\r\n--b--\r\n'


@pytest.mark.parametrize(
    ("kind", "body", "complaint"),
    [
        ("application/json", b"{}", "file: is required"),
        ("multipart/form-data", PART % b"x", "cannot be read"),
        (FORM, b"", "cannot be read"),
        (FORM, b"nothing", "cannot be read"),
        (FORM, PART[:60], "cannot be read"),
        (FORM, b"--b--\r\n", "file: is required"),
        (FORM, PART.replace(b'; filename="%s"', b""), "file: is required"),
        (FORM, PART.replace(b'name="file"', b'name="other"') % b"x", "file: is required"),
        (FORM, PART % b"..", "file name"),
        (FORM, PART % b"a/", "file name"),
        (FORM, PART % (b"x" * 300), "file name"),
        (FORM, b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nx\r\n' * 20 + PART % b"x", "10 parts"),
        (
            FORM,
            b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n' + b"x" * 1_100_000 + b"\r\n" + PART % b"x",
            "1 MB",
        ),
    ],
)
def test_wrong_forms(shared: Client, kind: str, body: bytes, complaint: str) -> None:
    answer = shared.raw("POST", "/projects/demo/blobs", {"Content-Type": kind}, body=body)
    assert answer.status in (400, 413)
    assert complaint in answer.error
    assert shared.raw("GET", "/projects/demo/blobs").body == []
    platform = shared.emulator._platform
    assert platform is not None
    assert list(platform.storage.uploads.iterdir()) == []


def exchange(emulator: Emulator, request: bytes) -> bytes:
    address = urlsplit(emulator.host)
    with socket.create_connection((address.hostname, address.port or 80), timeout=60) as connection:
        connection.sendall(request)
        received = b""
        while True:
            data = connection.recv(65536)
            received += data
            if not data:
                return received


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GARBAGE\r\n\r\n", b"400"),
        (b"GET /v2.1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", b"431"),
        (b"GET /v2.1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
        (b"POST /v2.1/status HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n", b"400"),
        (b"GET /v2.1/user HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", b"401"),
        (b"GET http://127.0.0.1/v2.1/user HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", b"401"),
    ],
    ids=["garbage", "headers", "length", "no-length", "relative", "absolute"],
)
def test_errors_of_http_itself_are_json(shared: Client, request_: bytes, status: bytes) -> None:
    head, _, body = exchange(shared.emulator, request_).partition(b"\r\n\r\n")
    assert head.split()[1] == status
    assert list(json.loads(body)) == ["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:80"}, 403),
        ({"Host": "[bad"}, 403),
        ({"Host": "localhost:{port}"}, 200),
        ({"Host": "LOCALHOST"}, 200),
        ({"Host": "[::1]:{port}"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),  # another port of this machine
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
)
def test_pages_of_other_sites_are_refused(shared: Client, headers: Dict[str, str], status: int) -> None:
    port = str(urlsplit(shared.emulator.host).port)
    answer = shared.raw("GET", "/status", {name: value.replace("{port}", port) for name, value in headers.items()})
    assert answer.status == status


def test_links_of_other_sites_may_lead_to_the_page(shared: Client) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert shared.raw("GET", "", link).status == 200
    for changed in ({"Sec-Fetch-Dest": "iframe"}, {"Sec-Fetch-Mode": "no-cors"}):
        assert shared.raw("GET", "", {**link, **changed}).status == 403
    assert shared.raw("POST", "", link).status == 403


def test_server_errors_show_nothing(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    platform = client.emulator._platform
    assert platform is not None
    with platform.storage.transaction() as db:
        db.execute("ALTER TABLE models RENAME TO secret_table")
    answer = client.raw("GET", MODELS)
    assert (answer.status, answer.error) == (500, "The emulator failed; its log says more")
    assert "no such table" in caplog.text


def test_many_clients(client: Client) -> None:
    wrong: List[object] = []

    def calls(number: int) -> None:
        for turn in range(5):
            answer = client("POST", MODELS, {"name": f"m{number}-{turn}", **PLAIN})
            if answer.status != 201:
                wrong.append(answer)

    threads = [threading.Thread(target=calls, args=(number,)) for number in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(client.raw("GET", MODELS).body) == 160


@pytest.mark.parametrize(
    ("verb", "path", "body"),
    [("GET", "", None), ("PATCH", "", {}), ("POST", "/models", {"name": "m", **PLAIN}), ("GET", "/models/m", None)],
)
def test_a_project_that_goes_once_the_caller_was_let_in(
    client: Client, verb: str, path: str, body: Optional[Dict[str, Any]]
) -> None:
    client.model("m")

    def permit(db: sqlite3.Connection, *call: Any) -> Optional[Row]:
        project = authorize(db, *call)
        db.execute("DELETE FROM projects")
        return project

    application = Application(platform(client), load(), resources.HANDLERS, resources.BRIEF, permit)
    server = Server("127.0.0.1", 0)
    server.start(application, application.admit, platform(client).loop)
    try:
        headers = {"Authorization": client.emulator.token, "Content-Type": "application/json"}
        with urllib3.PoolManager() as http:
            url = f"{server.url}/v2.1/projects/demo{path}"
            answer = http.request(verb, url, headers=headers, body=None if body is None else json.dumps(body))
        assert answer.status == 404
        assert list(json.loads(answer.data)) == ["error"]
    finally:
        server.close()
