"""Connectors to Amazon S3, with the server of moto in its place."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Dict, Iterator

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
from test.support.emulator.servers import ACCESS_KEY, REGION, SECRET_KEY, Moto, Wire, free_port
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MEGABYTE = 2**20
KEYS = {"access_key": ACCESS_KEY, "secret_key": SECRET_KEY, "region": REGION}
UNKNOWN_KEY = "InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records."


@pytest.fixture(scope="module")
def server(amazon: Moto) -> Moto:
    """A server with a bucket."""
    with amazon.client("s3") as client:
        client.create_bucket(Bucket="bucket-1", CreateBucketConfiguration={"LocationConstraint": REGION})
    return amazon


@pytest.fixture(autouse=True)
def endpoint(server: Moto, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lead connectors to the server."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)


@pytest.fixture(scope="module")
def module() -> Iterator[Client]:
    """A client of an emulator that tries again soon."""
    yield from eager()


@pytest.fixture
def new() -> Iterator[Client]:
    """A client of an emulator of its own."""
    with Emulator() as emulator:
        yield from connected(emulator)


@pytest.fixture
def client(module: Client, endpoint: None) -> Iterator[Client]:
    """A client of an emulator with credentials `c`."""
    yield from with_credentials(module, "aws_s3", KEYS)


def stored(server: Moto) -> Dict[str, bytes]:
    """Return what is in the bucket, and empty it."""
    with server.client("s3") as s3:
        found = [each["Key"] for each in s3.list_objects_v2(Bucket="bucket-1").get("Contents", ())]
        contents = {key: s3.get_object(Bucket="bucket-1", Key=key)["Body"].read() for key in found}
        for key in found:
            s3.delete_object(Bucket="bucket-1", Key=key)
        return contents


@pytest.mark.parametrize(
    ("prefix", "key"),
    [
        ({}, "a b\N{SNOWMAN}.bin"),
        ({"path_prefix": ""}, "a b\N{SNOWMAN}.bin"),
        ({"path_prefix": "some/folder"}, "some/folder/a b\N{SNOWMAN}.bin"),
        ({"path_prefix": "folder/"}, "folder/a b\N{SNOWMAN}.bin"),
    ],
)
def test_a_file_is_stored(client: Client, server: Moto, prefix: Dict[str, str], key: str) -> None:
    made = make_connector(client, "aws_s3", {"bucket": "bucket-1", **prefix})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    content = bytes(range(256)) * 100
    assert deliver_file(client, "a b\N{SNOWMAN}.bin", content) == ["Blob inserted successfully"]
    assert stored(server) == {key: content}
    with platform(client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (1, 0)
    assert len(content) < row["input_volume"] < len(content) + 100


def test_an_empty_file_and_one_of_the_same_name(client: Client, server: Moto) -> None:
    make_connector(client, "aws_s3", {"bucket": "bucket-1"})
    path = make_branch(client, FILE)
    for content in (b"first", b""):
        assert client("POST", f"{path}/request", {"file": client.blob("f", content)}).status == 200
        assert stored(server) == {"f": content}


def test_credentials_that_are_wrong(client: Client, server: Moto) -> None:
    make_connector(client, "aws_s3", {"bucket": "bucket-1"})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    with server.checking_keys():
        answer = client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"access_key": "AKIAUNKNOWNKEY"}})
        assert answer.body["status"] == "pending_verification"
        assert verified(client, f"{CREDENTIALS}/c") == ("failed_verification", UNKNOWN_KEY)
        expected = ("failed_verification", "The credentials give no access to the bucket bucket-1")
        assert verified(client, f"{CONNECTORS}/k") == expected
        assert deliver_file(client, "f", b"x") == [f"Failed to insert blob: {UNKNOWN_KEY}"]
    assert stored(server) == {}


def test_a_bucket_that_is_not_there(client: Client) -> None:
    make_connector(client, "aws_s3", {"bucket": "none"})
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", "There is no bucket none")
    expected = "Failed to insert blob: NoSuchBucket: The specified bucket does not exist"
    assert deliver_file(client, "f", b"x") == [expected]
    client("PATCH", f"{CONNECTORS}/k", {"configuration": {"bucket": "bucket-1"}})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE


def test_settings_of_aws_that_are_wrong(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "none")
    monkeypatch.setattr(platform(client).connectors.verification._backends["aws_s3"], "_session", None)
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"region": REGION}})
    expected = ("failed_verification", "The config profile (none) could not be found")
    assert verified(client, f"{CREDENTIALS}/c") == expected


@pytest.mark.parametrize(
    ("endpoint_url", "message"),
    [
        ("http://127.0.0.1:1", 'Could not connect to the endpoint URL: "http://127.0.0.1:1/"'),
        ("nonsense", "Invalid endpoint: nonsense"),
    ],
)
def test_an_endpoint_that_is_wrong(
    client: Client, monkeypatch: pytest.MonkeyPatch, endpoint_url: str, message: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint_url)
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"region": REGION}})
    assert verified(client, f"{CREDENTIALS}/c") == ("failed_verification", message)


def test_a_server_that_is_not_there_is_tried_three_times(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
    make_connector(client, "aws_s3", {"bucket": "bucket-1"})
    found = deliver_file(client, "f", b"x")
    assert len(found) == 3
    for line in found:
        assert line.startswith('Failed to insert blob: Could not connect to the endpoint URL: "http://127.0.0.1:')
    assert [line.rpartition("; ")[2] for line in found[:2]] == ["trying again in 0.05 s", "trying again in 0.1 s"]


def test_a_second_attempt_can_succeed(client: Client, server: Moto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform(client).connectors.delivery, "waits", (0.2, 0.2))
    make_connector(client, "aws_s3", {"bucket": "bucket-1"})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    path = make_branch(client, FILE)
    with Wire(int(server.url.rpartition(":")[2])) as wire:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{wire.port}")
        wire.word = b"PUT"
        client("POST", f"{path}/request-batch", [{"file": client.blob("f", b"x" * 100_000)}])
        (first,) = wait_until(lambda: lines(client))
        wire.word = None
        wait_until(lambda: len(lines(client)) > 1)
    assert first.startswith("Failed to insert blob: ")
    assert first.endswith("; trying again in 0.2 s")
    assert lines(client)[1:] == ["Blob inserted successfully"]
    assert stored(server) == {"f": b"x" * 100_000}


def test_a_blob_that_is_gone(client: Client, server: Moto) -> None:
    make_connector(client, "aws_s3", {"bucket": "bucket-1"})
    path = make_branch(client, FILE)
    blob = client.blob("f", b"x")
    parts = platform(client)
    parts.blobs.path(blob).unlink()
    assert client("POST", f"{path}/request", {"file": blob}).status == 200
    assert lines(client) == ["Failed to insert blob: The blob is not there any more"]
    client("DELETE", "/projects/demo/blobs/" + blob)
    (created,) = client("POST", f"{path}/request-batch", [{"file": client.blob("f", b"x")}]).body
    wait_until(lambda: client("GET", f"{path}/request-batch/{created['id']}").body["status"] == "completed")
    assert stored(server) == {"f": b"x"}


def test_an_upload_ends_when_the_emulator_stops(new: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    make_credentials(new, "aws_s3", KEYS)
    make_connector(new, "aws_s3", {"bucket": "bucket-1"})
    for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
        verified(new, path)
    pipeline = make_branch(new, FILE)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{listener.getsockname()[1]}")
        new("POST", f"{pipeline}/request-batch", [{"file": new.blob("f", b"x" * 40 * MEGABYTE)}])
        connection, _ = listener.accept()
        platform(new).connectors.stop()
        with connection:
            received = sum(map(len, iter(lambda: connection.recv(MEGABYTE), b"")))
        new.emulator.close()
    assert received < 40 * MEGABYTE  # only what was on the way
