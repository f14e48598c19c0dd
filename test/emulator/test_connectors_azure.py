"""Connectors to Azure Blob Storage, with Azurite in its place."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, Dict, Iterator

import pytest

from test.support.emulator.azurite import ACCOUNT, KEY, Azurite, azurite
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
from test.support.emulator.operations import platform, texts
from test.support.emulator.servers import Wire, free_port
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

KIND = "azure_blob_storage"
CONTAINER = {"container": "container-1"}
MEGABYTE = 2**20
REFUSED = (
    "AuthorizationFailure: Server failed to authenticate the request. Make sure the value of the Authorization header"
    " is formed correctly including the signature."
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Azurite]:
    """A server with a container."""
    with azurite(tmp_path_factory.mktemp("azurite")) as server:
        with server.service() as service:
            service.create_container("container-1")
        yield server


@pytest.fixture(scope="module")
def module(server: Azurite) -> Iterator[Client]:
    """A client of an emulator that tries again soon."""
    yield from eager()


@pytest.fixture
def client(module: Client, server: Azurite) -> Iterator[Client]:
    """A client of an emulator with credentials `c`."""
    yield from with_credentials(module, KIND, server.login())


def change_login(client: Client, values: Dict[str, str]) -> Any:
    """Change the credentials; return how they are verified."""
    assert client("PATCH", f"{CREDENTIALS}/c", {"configuration": values}).status == 200
    return verified(client, f"{CREDENTIALS}/c")


def signature(permission: str, **options: Any) -> str:
    """Return a shared access signature for an hour."""
    from azure.storage.blob import AccountSasPermissions, ResourceTypes, generate_account_sas

    expiry = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    options = {"resource_types": ResourceTypes(object=True), "expiry": expiry, **options}
    made: str = generate_account_sas(ACCOUNT, KEY, permission=AccountSasPermissions(**{permission: True}), **options)
    return made


@pytest.mark.parametrize(
    ("prefix", "key"),
    [
        ({}, "a b\N{SNOWMAN}#?%41.bin"),
        ({"path_prefix": "some/folder"}, "some/folder/a b\N{SNOWMAN}#?%41.bin"),
        ({"path_prefix": "folder/"}, "folder/a b\N{SNOWMAN}#?%41.bin"),
    ],
)
def test_a_file_is_stored(client: Client, server: Azurite, prefix: Dict[str, str], key: str) -> None:
    made = make_connector(client, KIND, {**CONTAINER, **prefix})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    assert server.stored("container-1") == {}
    content = bytes(range(256)) * 100
    assert deliver_file(client, "a b\N{SNOWMAN}#?%41.bin", content) == ["Blob inserted successfully"]
    assert server.stored("container-1") == {key: content}
    with platform(client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (1, 0)
    assert len(content) < row["input_volume"] < len(content) + 100


def test_files_empty_and_large_and_of_the_same_name(client: Client, server: Azurite) -> None:
    make_connector(client, KIND, CONTAINER)
    path = make_branch(client, FILE)
    for content in (b"first", b"", bytes(range(256)) * 4096 * 9):
        assert client("POST", f"{path}/request", {"file": client.blob("f", content)}).status == 200
        assert server.stored("container-1") == {"f": content}
    assert lines(client) == ["Blob inserted successfully"] * 3


def test_a_signature_that_may_only_write_is_enough(client: Client, server: Azurite) -> None:
    token = signature("write")
    assert change_login(client, server.login(AccountName="", AccountKey="", SharedAccessSignature=token)) == AVAILABLE
    make_connector(client, KIND, CONTAINER)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    assert deliver_file(client, "f", b"x") == ["Blob inserted successfully"]
    assert server.stored("container-1") == {"f": b"x"}


def test_a_signature_that_may_only_read(client: Client, server: Azurite) -> None:
    token = signature("read")
    assert change_login(client, server.login(AccountName="", AccountKey="", SharedAccessSignature=token)) == AVAILABLE
    make_connector(client, KIND, CONTAINER)
    status, message = verified(client, f"{CONNECTORS}/k")
    assert status == "failed_verification"
    assert message.startswith("AuthorizationPermissionMismatch: ")
    assert deliver_file(client, "f", b"x") == [f"Failed to insert blob: {message}"]
    assert server.stored("container-1") == {}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"AccountKey": "d3JvbmctSG9yc2UtOC13cm9uZw=="}, REFUSED),
        ({"AccountKey": "no base 64"}, REFUSED),
        ({"AccountKey": ""}, REFUSED),
        (
            {"BlobEndpoint": "", "EndpointSuffix": "no.such.invalid"},
            f"The connection to {ACCOUNT}.blob.no.such.invalid",
        ),
        (
            {"BlobEndpoint": "http://127.0.0.1:1/a"},
            "The connection to 127.0.0.1:1 failed: [Errno 111] Connection refused",
        ),
        ({"BlobEndpoint": "http://[::1"}, "Invalid IPv6 URL"),
        ({"": "nonsense"}, "Connection string missing required connection details."),
    ],
)
def test_credentials_that_are_wrong(client: Client, server: Azurite, values: Dict[str, str], message: str) -> None:
    login = {"connection_string": "nonsense=x"} if "" in values else server.login(**values)
    status, found = change_login(client, login)
    assert status == "failed_verification"
    assert found.startswith(message)
    assert values.get("AccountKey") or KEY not in found


def test_a_key_that_was_replaced(client: Client, server: Azurite) -> None:
    make_connector(client, KIND, CONTAINER)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    expected = ("failed_verification", REFUSED)
    assert change_login(client, server.login(AccountKey="d3JvbmctSG9yc2UtOC13cm9uZw==")) == expected
    assert verified(client, f"{CONNECTORS}/k") == expected
    assert deliver_file(client, "f", b"x") == [f"Failed to insert blob: {REFUSED}"]
    assert server.stored("container-1") == {}


@pytest.mark.parametrize("size", [1, 9 * MEGABYTE])
def test_a_container_that_is_not_there(client: Client, size: int) -> None:
    make_connector(client, KIND, {"container": "none"})
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", "There is no container none")
    assert deliver_file(client, "f", b"x" * size) == ["Failed to insert blob: There is no container none"]
    client("PATCH", f"{CONNECTORS}/k", {"configuration": CONTAINER})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE


@pytest.mark.parametrize("prefix", ["..", "a/../../other", "./a"])
def test_a_prefix_that_leads_elsewhere(client: Client, server: Azurite, prefix: str) -> None:
    make_connector(client, KIND, {**CONTAINER, "path_prefix": prefix})
    message = f"path_prefix may not have . or .. among its folders: {prefix}"
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", message)
    assert deliver_file(client, "f", b"x") == [f"Failed to insert blob: {message}"]
    assert server.stored("container-1") == {}


def test_a_server_that_is_not_there_is_tried_three_times(client: Client, server: Azurite) -> None:
    host = f"127.0.0.1:{free_port()}"
    change_login(client, server.login(BlobEndpoint=f"http://{host}/{ACCOUNT}"))
    make_connector(client, KIND, CONTAINER)
    text = f"Failed to insert blob: The connection to {host} failed: [Errno 111] Connection refused"
    found = deliver_file(client, "f", b"x")
    assert found == [f"{text}; trying again in 0.05 s", f"{text}; trying again in 0.1 s", text]


@pytest.mark.parametrize("size", [100_000, 9 * MEGABYTE])
def test_a_second_attempt_can_succeed(
    client: Client, server: Azurite, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(platform(client).connectors.delivery, "waits", (0.2, 0.2))
    path = ""
    with Wire(server.port) as wire:
        assert change_login(client, server.login(BlobEndpoint=f"http://127.0.0.1:{wire.port}/{ACCOUNT}")) == AVAILABLE
        make_connector(client, KIND, CONTAINER)
        assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
        path = make_branch(client, FILE)
        wire.word = b"PUT"
        before = wire.connections
        client("POST", f"{path}/request-batch", [{"file": client.blob("f", b"x" * size)}])
        (first,) = wait_until(lambda: lines(client))
        assert wire.connections == before + 1  # the library repeats nothing itself
        wire.word = None
        wait_until(lambda: len(lines(client)) > 1)
    assert first.startswith(f"Failed to insert blob: The connection to 127.0.0.1:{wire.port} failed: ")
    assert first.endswith("; trying again in 0.2 s")
    assert lines(client)[1:] == ["Blob inserted successfully"]
    assert server.stored("container-1") == {"f": b"x" * size}


def test_a_silent_server_times_out(client: Client, server: Azurite) -> None:
    with Wire(server.port) as wire:
        change_login(client, server.login(BlobEndpoint=f"http://127.0.0.1:{wire.port}/{ACCOUNT}"))
        wire.word, wire.silent = b"PUT", True
        make_connector(client, KIND, {**CONTAINER, "timeout": "1"})
        status, message = verified(client, f"{CONNECTORS}/k")
        path = make_branch(client, FILE)
        client("PATCH", f"{CONNECTORS}/k", {"configuration": {"timeout": "100"}})
        assert client("POST", f"{path}/request?pipeline_timeout=1", {"file": client.blob("f", b"x")}).status == 200
    assert status == "failed_verification"
    for text in (message, *lines(client)):
        assert f"The connection to 127.0.0.1:{wire.port} failed: " in text
        assert "timed out" in text
    assert len(lines(client)) == 1


def test_a_blob_that_is_gone(client: Client, server: Azurite) -> None:
    make_connector(client, KIND, CONTAINER)
    path = make_branch(client, FILE)
    blob = client.blob("f", b"x")
    platform(client).blobs.path(blob).unlink()
    assert client("POST", f"{path}/request", {"file": blob}).status == 200
    assert lines(client) == ["Failed to insert blob: The blob is not there any more"]
    assert server.stored("container-1") == {}


def test_an_upload_ends_when_the_emulator_stops(server: Azurite) -> None:
    with Emulator() as emulator, Wire(server.port) as wire:
        for client in connected(emulator):
            make_credentials(client, KIND, server.login(BlobEndpoint=f"http://127.0.0.1:{wire.port}/{ACCOUNT}"))
            make_connector(client, KIND, CONTAINER)
            for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
                assert verified(client, path) == AVAILABLE
            pipeline = make_branch(client, FILE)
            client("POST", f"{pipeline}/request-batch", [{"file": client.blob("f", b"x" * 60 * MEGABYTE)}])
            wait_until(lambda: wire.passed > 5 * MEGABYTE)
            emulator.close()
    assert server.stored("container-1") == {}


def test_secrets_are_nowhere(client: Client, server: Azurite, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    token = signature("write")
    with Wire(server.port) as wire:
        parts = {"AccountName": "", "AccountKey": "", "SharedAccessSignature": token}
        parts["BlobEndpoint"] = f"http://127.0.0.1:{wire.port}/{ACCOUNT}"
        assert change_login(client, server.login(**parts)) == AVAILABLE
        wire.word = b"PUT"
        make_connector(client, KIND, CONTAINER)
        verified(client, f"{CONNECTORS}/k")
        assert len(deliver_file(client, "f", b"x")) == 3
    change_login(client, server.login(SharedAccessSignature=token))
    paths = (CREDENTIALS, f"{CREDENTIALS}/c", CONNECTORS, f"{CONNECTORS}/k")
    shown = json.dumps([*(client("GET", path).body for path in paths), texts(client)])
    for secret in (KEY, token, token.partition("sig=")[2].partition("&")[0]):
        assert secret not in shown
        assert secret not in caplog.text
