"""Connectors to Google Cloud Storage, with an emulator of it, and tokens for the key of a service account."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, Iterator

import pytest

from test.support.emulator.client import connected, wait_until
from test.support.emulator.connectors import (
    AVAILABLE,
    CONNECTORS,
    CREDENTIALS,
    FILE,
    deliver_file,
    eager,
    lines,
    make_branch,
    make_connector,
    make_credentials,
    verified,
    with_credentials,
)
from test.support.emulator.operations import platform
from test.support.emulator.servers import Wire, free_port
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from test.support.emulator.google import Google

KIND = "gcp_cloud_storage"
BUCKET = {"bucket": "bucket-1"}
MEGABYTE = 2**20


@pytest.fixture(scope="module", autouse=True)
def bucket(google: Google) -> None:
    """Make a bucket, also for tests with an emulator of their own."""
    google.make_bucket("bucket-1")


@pytest.fixture(scope="module")
def module() -> Iterator[Client]:
    """A client of an emulator that tries again soon."""
    yield from eager()


@pytest.fixture(autouse=True)
def endpoint(google: Google, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lead connectors to the server, which finds nothing wrong with what they send."""
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", google.url)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", google.authority)
    google.forget()
    yield
    assert google.wrong == []


@pytest.fixture
def client(module: Client, google: Google, endpoint: None) -> Iterator[Client]:
    """A client of an emulator with credentials `c`."""
    yield from with_credentials(module, KIND, google.key())


def change_key(client: Client, google: Google, **values: Any) -> Any:
    """Change the credentials; return how they are verified."""
    assert client("PATCH", f"{CREDENTIALS}/c", {"configuration": google.key(**values)}).status == 200
    return verified(client, f"{CREDENTIALS}/c")


@pytest.mark.parametrize(
    ("prefix", "key"),
    [
        ({}, "a b\N{SNOWMAN}#?%41.bin"),
        ({"path_prefix": "some/folder"}, "some/folder/a b\N{SNOWMAN}#?%41.bin"),
        ({"path_prefix": "folder/"}, "folder/a b\N{SNOWMAN}#?%41.bin"),
    ],
)
def test_a_file_is_stored(client: Client, google: Google, prefix: Dict[str, str], key: str) -> None:
    made = make_connector(client, KIND, {**BUCKET, **prefix})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    content = bytes(range(256)) * 100
    assert deliver_file(client, "a b\N{SNOWMAN}#?%41.bin", content) == ["Blob inserted successfully"]
    assert google.stored("bucket-1") == {key: content}
    called = [method for method, _ in google.seen]
    assert called == [*["token"] * 2, "storage.buckets.testIamPermissions", "token", "storage.objects.insert"]
    with platform(client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (1, 0)
    assert len(content) < row["input_volume"] < len(content) + 100


def test_files_empty_and_large_and_of_the_same_name(client: Client, google: Google) -> None:
    make_connector(client, KIND, BUCKET)
    path = make_branch(client, FILE)
    for content in (b"first", b"", bytes(range(256)) * 4096 * 17):
        assert client("POST", f"{path}/request", {"file": client.blob("f", content)}).status == 200
        assert google.stored("bucket-1") == {"f": content}
    assert lines(client) == ["Blob inserted successfully"] * 3


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"client_email": "nobody@example.com"},
            "The key gives no token: invalid_grant: Invalid grant: account not found",
        ),
        ({"client_email": None}, "json_key_file is not the key of a service account: it has no client_email"),
        ({"token_uri": 5}, "json_key_file is not the key of a service account: it has no token_uri"),
        ({"private_key": "MIIwrong"}, "json_key_file is not the key of a service account: "),
        ({"universe_domain": "example.com"}, "json_key_file is not for googleapis.com: it has another universe_domain"),
        ({"token_uri": "http://127.0.0.1:1/token"}, "The connection to 127.0.0.1:1 failed: [Errno"),
        ({"token_uri": "nonsense"}, "token_uri of json_key_file must be a URL, not nonsense"),
        ({"token_uri": r"https://a\.googleapis.com/token"}, "token_uri of json_key_file must be a URL, not "),
        ({"token_uri": "https://a@oauth2.googleapis.com/token"}, "token_uri of json_key_file must be a URL, not "),
    ],
)
def test_keys_that_are_wrong(client: Client, google: Google, values: Dict[str, Any], message: str) -> None:
    status, found = change_key(client, google, **values)
    assert status == "failed_verification"
    assert found.startswith(message)
    assert "MIIwrong" not in found


def test_a_key_that_is_no_json(client: Client) -> None:
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"json_key_file": "{'private_key': 's3cr3t-value'}"}})
    status, found = verified(client, f"{CREDENTIALS}/c")
    assert status == "failed_verification"
    assert found.startswith("json_key_file is not JSON: Expecting property name")


def test_a_key_that_was_replaced(client: Client, google: Google) -> None:
    make_connector(client, KIND, BUCKET)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    other = type(google).new_key()
    expected = ("failed_verification", "The key gives no token: invalid_grant: Invalid JWT Signature.")
    assert change_key(client, google, private_key=other) == expected
    assert verified(client, f"{CONNECTORS}/k") == expected
    assert deliver_file(client, "f", b"x") == ["Failed to insert blob: " + expected[1]]
    assert google.stored("bucket-1") == {}


def test_a_server_that_nobody_trusts(client: Client, google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    before = len(google.seen)
    status, found = change_key(client, google)
    assert status == "failed_verification"
    assert "CERTIFICATE_VERIFY_FAILED" in found
    assert len(google.seen) == before


def test_a_token_that_is_not_accepted(client: Client, google: Google) -> None:
    google.failures["storage.buckets.testIamPermissions"] = [401]
    make_connector(client, KIND, BUCKET)
    expected = ("failed_verification", "The server does not accept the token of the key")
    assert verified(client, f"{CONNECTORS}/k") == expected


def test_a_key_without_rights(client: Client, google: Google) -> None:
    google.denied = True
    make_connector(client, KIND, BUCKET)
    message = "The credentials give no right to add files to the bucket: storage.objects.create"
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", message)
    google.failures["storage.objects.insert"] = [403]
    assert deliver_file(client, "f", b"x") == ["Failed to insert blob: a failure of Google's (status 403)"]


@pytest.mark.parametrize("size", [1, 9 * MEGABYTE])
def test_a_bucket_that_is_not_there(client: Client, size: int) -> None:
    make_connector(client, KIND, {"bucket": "none"})
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", "There is no bucket none")
    assert deliver_file(client, "f", b"x" * size) == ["Failed to insert blob: There is no bucket none"]
    client("PATCH", f"{CONNECTORS}/k", {"configuration": BUCKET})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("http://127.0.0.1:1", "The connection to 127.0.0.1:1 failed: [Errno"),
        ("localhost:9023", "STORAGE_EMULATOR_HOST must be a URL, such as http://127.0.0.1:9000, not localhost:9023"),
        ("http://", "STORAGE_EMULATOR_HOST must be a URL, such as http://127.0.0.1:9000, not http://"),
    ],
)
def test_an_endpoint_that_is_wrong(client: Client, monkeypatch: pytest.MonkeyPatch, host: str, message: str) -> None:
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", host)
    make_connector(client, KIND, BUCKET)
    status, found = verified(client, f"{CONNECTORS}/k")
    assert status == "failed_verification"
    assert found.startswith(message)


def test_what_google_issues_goes_to_google_alone(
    client: Client, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = "https://oauth2.googleapis.com/token"
    google.forget()
    assert change_key(client, google, token_uri=real) == AVAILABLE
    make_connector(client, KIND, BUCKET)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    assert deliver_file(client, "f", b"x") == ["Blob inserted successfully"]
    assert google.seen == [("storage.buckets.testIamPermissions", ""), ("storage.objects.insert", "")]
    google.stored("bucket-1")
    for host in ("", "https://storage.googleapis.com", "https://storage.europe-west3.rep.googleapis.com/"):
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", host)
        status, found = change_key(client, google)
        assert status == "failed_verification"
        assert found.startswith(f"token_uri of json_key_file is not Google's: {google.url}/token; ")
    assert len(google.seen) == 2


def test_a_server_that_is_not_there_is_tried_three_times(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    host = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://{host}")
    make_connector(client, KIND, BUCKET)
    found = deliver_file(client, "f", b"x")
    text = f"Failed to insert blob: The connection to {host} failed: [Errno 111] Connection refused"
    assert found == [f"{text}; trying again in 0.05 s", f"{text}; trying again in 0.1 s", text]


@pytest.mark.parametrize("method", ["token", "storage.objects.insert"])
def test_a_third_attempt_can_succeed(client: Client, google: Google, method: str) -> None:
    make_connector(client, KIND, BUCKET)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    google.failures[method] = [503, 500]
    before = len(google.seen)
    first, second, last = deliver_file(client, "f", b"x")
    assert "status 503" in first
    assert "status 500" in second
    assert last == "Blob inserted successfully"
    assert [name for name, _ in google.seen[before:]].count(method) == 3  # libraries repeat nothing themselves
    assert google.stored("bucket-1") == {"f": b"x"}


@pytest.mark.parametrize("size", [100_000, 9 * MEGABYTE])
def test_a_connection_that_breaks(client: Client, google: Google, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(platform(client).connectors.delivery, "waits", (0.2, 0.2))
    make_connector(client, KIND, BUCKET)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    path = make_branch(client, FILE)
    with Wire(google.port) as wire:
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{wire.port}")
        wire.word = b"uploadType"
        client("POST", f"{path}/request-batch", [{"file": client.blob("f", b"x" * size)}])
        (first,) = wait_until(lambda: lines(client))
        wire.word = None
        wait_until(lambda: len(lines(client)) > 1)
    assert first.startswith(f"Failed to insert blob: The connection to 127.0.0.1:{wire.port} failed: ")
    assert first.endswith("; trying again in 0.2 s")
    assert lines(client)[1:] == ["Blob inserted successfully"]
    assert google.stored("bucket-1") == {"f": b"x" * size}


def test_a_silent_server_times_out(client: Client, google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    make_connector(client, KIND, BUCKET)
    path = make_branch(client, FILE)
    with Wire(google.port) as wire:
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{wire.port}")
        wire.word, wire.silent = b"uploadType", True
        answer = client("POST", f"{path}/request?pipeline_timeout=1", {"file": client.blob("f", b"x")})
    assert answer.status == 200
    (line,) = lines(client)
    assert line.startswith(f"Failed to insert blob: The connection to 127.0.0.1:{wire.port} failed: ")
    assert "timed out" in line


def test_a_blob_that_is_gone(client: Client, google: Google) -> None:
    make_connector(client, KIND, BUCKET)
    path = make_branch(client, FILE)
    blob = client.blob("f", b"x")
    platform(client).blobs.path(blob).unlink()
    assert client("POST", f"{path}/request", {"file": blob}).status == 200
    assert lines(client) == ["Failed to insert blob: The blob is not there any more"]
    assert google.stored("bucket-1") == {}


@pytest.mark.usefixtures("module")  # which makes the bucket
def test_an_upload_ends_when_the_emulator_stops(google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    with Emulator() as emulator:
        for client in connected(emulator):
            make_credentials(client, KIND, google.key())
            make_connector(client, KIND, BUCKET)
            for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
                assert verified(client, path) == AVAILABLE
            pipeline = make_branch(client, FILE)
            with Wire(google.port) as wire:
                monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{wire.port}")
                client("POST", f"{pipeline}/request-batch", [{"file": client.blob("f", b"x" * 40 * MEGABYTE)}])
                wait_until(lambda: wire.passed > 9 * MEGABYTE)
                emulator.close()
    assert google.stored("bucket-1") == {}  # as it would be had the upload not ended before its time


def test_secrets_are_nowhere(client: Client, google: Google, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    make_connector(client, KIND, BUCKET)
    key = google.key()
    content = json.loads(key["json_key_file"])
    google.failures["storage.objects.insert"] = [418]
    google.says = f"{content['private_key']} {key['json_key_file']} {content['private_key_id']}"
    (line,) = deliver_file(client, "f", b"x")
    assert line == "Failed to insert blob: *** *** *** (status 418)"
    shown = [client("GET", path).body for path in (CREDENTIALS, f"{CREDENTIALS}/c", CONNECTORS)]
    for secret in (*content["private_key"].split("\n")[1:-2], content["private_key_id"], *google.tokens):
        assert secret not in json.dumps(shown)
        assert secret not in caplog.text
