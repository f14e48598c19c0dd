"""What an emulator is given by those who mean it harm, beyond what the rooms test themselves."""

from __future__ import annotations

import io
import json
import socket
import time
import zipfile
from contextlib import ExitStack
from typing import Any, Dict, Iterator, List, Tuple
from urllib.parse import quote, urlsplit

import pytest

from test.support import openapi
from test.support.emulator.client import PROJECT, Client, connected, wait_until, zipped
from test.support.emulator.furnished import Things, furnish
from test.support.emulator.operations import evaluate, plain, platform
from test.support.patience import SOON
from ubiops.emulator import Emulator

PLAIN = {"input_type": "plain", "output_type": "plain"}
STRINGS = [
    "'\"; DROP TABLE users; -- <script>alert(1)</script><svg onload=alert(2)> %s {0} ${x} $(id) `id`",
    "../../../../../../etc/passwd",
    "%2e%2e%2f\\..\\",
    "\0",
    "\u202e\ufeff\U0010ffff\r\nSet-Cookie: a=b",
    "x" * 100_000,
]
TABLES = "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master ORDER BY name)"


@pytest.fixture(scope="module")
def world() -> Iterator[Tuple[Client, Things]]:
    """A client of an emulator that holds one of everything."""
    with Emulator() as emulator:
        for client in connected(emulator):
            yield client, furnish(client)


def tables(client: Client) -> str:
    with platform(client).storage.transaction() as db:
        return str(db.execute(TABLES).fetchone()[0])


def spoiled(value: Any, string: str) -> Iterator[Any]:
    """Give copies of a JSON value, with one text or name of a field replaced in each."""
    if isinstance(value, str):
        yield string
    elif isinstance(value, list):
        for index, item in enumerate(value):
            for each in spoiled(item, string):
                yield [*value[:index], each, *value[index + 1 :]]
    elif isinstance(value, dict):
        yield {**value, string: 1}
        for name, item in value.items():
            for each in spoiled(item, string):
                yield {**value, name: each}


@pytest.mark.parametrize("operation", openapi.operations().values(), ids=lambda operation: operation.id)
def test_every_text(world: Tuple[Client, Things], operation: openapi.Operation) -> None:
    if operation.id in ("user_delete", "projects_delete"):
        return  # they take no text of their own, and would end the world
    client, things = world
    before = tables(client)
    names = operation.parameters_in("path")
    known = {name: things.paths.get(operation.path if name == "id" else name, "x") for name in names}

    def call(path: Dict[str, str], query: str = "", body: Any = ...) -> None:
        url = operation.path.format(**{name: quote(value, safe="") for name, value in path.items()})
        answer = client(operation.method, url + query, body)
        assert answer.status < 500, answer
        if answer.status >= 400:
            assert len(answer.error) < 2000

    for string in STRINGS:
        for name in names:
            call({**known, name: string[:1000]})
        for name in operation.parameters_in("query"):
            call(known, f"?{name}={quote(string[:1000])}")
        for body in spoiled(_body(operation), string):
            call(known, body=body)
    assert tables(client) == before
    assert client("GET", "/user").status == 200


def _body(operation: openapi.Operation) -> Any:
    content = operation.body.get("content", {}).get("application/json", {})
    return next((value for _, value in openapi.examples(content)), None)


@pytest.mark.parametrize("name", ["..", ".", "a/b", "a\\b", " a", "a ", "a\0b", "a\nb", "a\u202eb", "x" * 65, ""])
@pytest.mark.parametrize("kind", ["models", "models/m/versions", "pipelines", "pipelines/p/objects", "credentials"])
def test_names_that_no_path_can_hold(world: Tuple[Client, Things], kind: str, name: str) -> None:
    bodies: Dict[str, Dict[str, Any]] = {
        "models": PLAIN,
        "models/m/versions": {},
        "pipelines": {"input_type": "plain"},
        "pipelines/p/objects": {"reference_type": "model", "reference_name": "m", "version": "v"},
        "credentials": {"type": "mysql", "configuration": {"username": "u", "password": "p", "host": "h"}},
    }
    key = "version" if kind.endswith("versions") else "name"
    answer = world[0]("POST", f"{PROJECT}/{kind}", {**bodies[kind], key: name})
    assert answer.status == 400
    assert answer.error.startswith(f"{key}: ")


@pytest.mark.parametrize(
    "name", [STRINGS[0][:64].replace("/", ""), "%2e%2e", "a%00b", "a?b#c;d", "~$(id)", "ü" * 64, "\U0001d54f"]
)
def test_odd_names_stay_what_they_are(client: Client, name: str) -> None:
    body = {"name": name, "description": STRINGS[0], **PLAIN}
    assert client("POST", f"{PROJECT}/models", body).body["name"] == name
    found = client("GET", f"{PROJECT}/models/{quote(name, safe='')}").body
    assert (found["name"], found["description"]) == (name, STRINGS[0])
    assert [each["name"] for each in client("GET", f"{PROJECT}/models").body] == [name]
    assert client("DELETE", f"{PROJECT}/models/{quote(name, safe='')}").status == 204


@pytest.mark.parametrize(
    ("path", "body", "complaint"),
    [
        ("models", '{"name": 1e999}', "1e999 is too large"),
        ("models/m/versions/v/request", '{"in": -1e999}', "too large"),
        ("models/m/versions/v/request-batch", '[{"in": %s.0}]' % ("9" * 400), "too large"),
    ],
    ids=["create", "request", "batch"],
)
def test_infinite_numbers(world: Tuple[Client, Things], path: str, body: str, complaint: str) -> None:
    answer = world[0].raw("POST", f"{PROJECT}/{path}", {"Content-Type": "application/json"}, body=body.encode())
    assert (answer.status, "not valid JSON" in answer.error, complaint in answer.error) == (400, True, True)


def test_half_a_character(client: Client) -> None:
    version = plain(client)
    for expression in (r"'a\ud800'", r"{'b': '\udfff'}['b']"):
        outcome = evaluate(client, version, expression)
        assert (outcome["success"], outcome["result"]) == (False, None)
        assert outcome["error_message"] == "The result holds an incomplete surrogate pair, which no text can"
    assert evaluate(client, version, r"'\ud83d\ude00'.encode('utf-16', 'surrogatepass').decode('utf-16')")["success"]
    assert evaluate(client, version, r"exec('raise ValueError(chr(0xd800))')")["error_message"] == "?"


@pytest.mark.parametrize(
    ("path", "begin", "item"),
    [
        ("models/m/versions/v/request-batch-collect", "[", "1"),
        ("models/m/versions/v/request-batch", "[", '""'),
        ("models/m/versions/v/request-batch", "[", "[]"),
        ("roles", '{"name": "r", "permissions": [', "1"),
    ],
    ids=["collect", "texts", "lists", "permissions"],
)
def test_millions_of_items(world: Tuple[Client, Things], path: str, begin: str, item: str) -> None:
    body = begin + ",".join([item] * 1_000_000) + ("]}" if begin[0] == "{" else "]")
    started = time.process_time()
    answer = world[0].raw("POST", f"{PROJECT}/{path}", {"Content-Type": "application/json"}, body=body.encode())
    assert answer.status == 400
    assert len(answer.error) < 300
    assert time.process_time() - started < SOON  # it took minutes, and gigabytes, to complain of each


def test_thousands_of_fields(client: Client) -> None:
    fields = [{"name": f"field-{number}", "data_type": "int"} for number in range(20_000)]
    body = {"name": "m", **PLAIN, "input_type": "structured", "input_fields": fields}
    started = time.process_time()
    assert client("POST", f"{PROJECT}/models", body).status == 201
    assert time.process_time() - started < SOON  # each name was compared with all others
    body.update(name="n", input_fields=[*fields, fields[0]])
    assert "field-0 occurs more than once" in client("POST", f"{PROJECT}/models", body).error


def test_media_type_of_a_form_in_any_case(client: Client) -> None:
    form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nx\r\n--b--\r\n'
    answer = client.raw("POST", f"{PROJECT}/blobs", {"Content-Type": "Multipart/Form-Data; boundary=b"}, body=form)
    assert answer.body["size"] == 1


def test_a_bomb_in_a_package(client: Client) -> None:
    version = client.model()
    buffer = io.BytesIO(zipped(""))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package, package.open("model_package/x", "w") as member:
        for _ in range(100):
            member.write(bytes(1024**2))
    assert len(buffer.getvalue()) < 200_000
    refused = client.upload("PUT", f"{version}/upload", "p.zip", buffer.getvalue())
    assert refused.status == 400
    assert "looks like a zip bomb" in refused.body["error"]
    assert client("GET", version).body["status"] == "initialised"


def connection(client: Client) -> socket.socket:
    """Open a connection of its own."""
    address = urlsplit(client.emulator.host)
    return socket.create_connection((address.hostname, address.port or 80), timeout=60)


def head(client: Client, verb: str, path: str, *fields: str) -> bytes:
    """Return the head of a request."""
    lines = [f"{verb} /v2.1{path} HTTP/1.1", f"Host: {urlsplit(client.emulator.host).netloc}", *fields]
    return "\r\n".join([*lines, f"Authorization: {client.emulator.token}", "", ""]).encode()


def received(stream: socket.socket) -> bytes:
    """Read until the other side closes."""
    data = b""
    while True:
        more = stream.recv(65536)
        if not more:
            return data
        data += more


def test_too_large_is_refused_before_it_is_sent(client: Client) -> None:
    for path in (f"{PROJECT}/blobs", f"{client.model()}/upload"):
        size = f"Content-Length: {2 * 1024**3 + 1024**2 + 1}"
        form = "Content-Type: multipart/form-data; boundary=b"
        with connection(client) as stream:
            stream.sendall(head(client, "POST" if path.endswith("blobs") else "PUT", path, size, form))
            answer = received(stream)
        assert answer.split()[1] == b"413"
        assert json.loads(answer.partition(b"\r\n\r\n")[2]) == {"error": "The body exceeds the limit of 2 GB"}


def test_chunks_of_unknown_number(client: Client) -> None:
    form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n%s\r\n--b--\r\n' % (b"x" * 300_000)
    chunks = (form[start : start + 7001] for start in range(0, len(form), 7001))
    fields = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = client.raw("POST", f"{PROJECT}/blobs", fields, body=chunks, chunked=True)
    assert answer.body["size"] == 300_000
    endless = (b" " * 1024**2 for _ in range(33))
    answer = client.raw("POST", f"{PROJECT}/models", {"Content-Type": "application/json"}, body=endless, chunked=True)
    assert (answer.status, answer.error) == (413, "The body exceeds the limit of 32 MB")


def test_slow_clients_hold_up_nobody(client: Client) -> None:
    blob = client.blob("large", bytes(8 * 1024**2))
    form = ("Content-Type: multipart/form-data; boundary=b", "Content-Length: 1000000")
    requests = [
        b"GET /v2.1/sta",
        head(client, "POST", f"{PROJECT}/models", "Content-Type: application/json", "Content-Length: 100") + b'{"na',
        head(client, "POST", f"{PROJECT}/blobs", *form) + b"--b\r\nContent-Disposition: form-data;",
        head(client, "GET", f"{PROJECT}/blobs/{blob}"),  # whose answer is never read
    ]
    with ExitStack() as stack:
        for request in requests * 60:  # more than the server has threads
            stack.enter_context(connection(client)).sendall(request)
        started = time.monotonic()
        for _ in range(10):
            assert client("GET", f"{PROJECT}/models").body == []
        assert time.monotonic() - started < SOON
    # They went away in the middle of it all.
    assert client.raw("GET", f"{PROJECT}/blobs/{blob}").body == bytes(8 * 1024**2)
    assert len(client("GET", f"{PROJECT}/blobs").body) == 1
    wait_until(lambda: list(platform(client).storage.uploads.iterdir()) == [])


@pytest.mark.parametrize(
    "fields",
    [
        ["Host: evil.example"],
        ["Host: 127.0.0.1.evil.example"],
        ["Host: {host}", "Host: evil.example"],
        ["Host: {host}, evil.example"],
        ["Host: {host}", "Origin: http://127.0.0.1.evil.example"],
        ["Host: {host}", "Origin: https://{host}"],
        ["Host: {host}", "Origin: http://localhost:1"],
        ["Host: {host}", "Origin: null", "X-Forwarded-Host: {host}"],
        ["Host: evil.example", "X-Forwarded-Host: {host}", "Forwarded: host={host}"],
    ],
)
def test_pages_of_other_sites(shared: Client, fields: List[str]) -> None:
    host = urlsplit(shared.emulator.host).netloc
    text = "\r\n".join(["GET /v2.1/status HTTP/1.1", *fields, "Connection: close", "", ""]).replace("{host}", host)
    with connection(shared) as stream:
        stream.sendall(text.encode())
        answer = received(stream)
    assert answer.split()[1] in (b"400", b"403")
    assert b"Access-Control" not in answer
