"""Connectors and credentials: their types, what is stored and shown of them, what is refused."""

from __future__ import annotations

import json
import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, Mapping, Sequence

import pytest

from test.support.emulator.accounts import assign, service_user
from test.support.emulator.client import PROJECT, connected
from test.support.emulator.connectors import (
    CONNECTORS,
    CREDENTIALS,
    make_branch,
    make_connector,
    make_credentials,
    verified,
)
from test.support.emulator.operations import Clock, platform, texts
from test.support.emulator.pipelines import fields
from ubiops import CoreApi
from ubiops.emulator import Emulator
from ubiops.emulator.connectors.backend import Backend, ConnectorError, File, Values
from ubiops.emulator.connectors.uploads import Body

if TYPE_CHECKING:
    from test.support.emulator.client import Client

SECRET = "s3cr3t-Value-991"
MYSQL = {"username": "maria", "password": SECRET, "host": "127.0.0.1", "port": "1"}
TABLE = {"database": "d", "table": "t"}
COLUMNS = [("number", "int"), ("name", "string")]
REFUSED = ("failed_verification", "Could not connect to database: 127.0.0.1:1: Connection refused")
TYPES = {
    "aws_s3": ("blob", "access_key secret_key region", "bucket path_prefix"),
    "azure_blob_storage": ("blob", "connection_string", "container path_prefix timeout"),
    "gcp_cloud_storage": ("blob", "json_key_file", "bucket path_prefix"),
    "aws_kinesis": ("structured", "access_key secret_key region", "stream"),
    "gcp_bigquery": ("structured", "json_key_file", "dataset table"),
    "mysql": ("structured", "username password host port", "database table timeout"),
    "postgresql": ("structured", "username password host port", "database schema table timeout"),
}
SECRETS = {"access_key", "secret_key", "connection_string", "json_key_file", "password"}
DEFAULTS = {"path_prefix": "", "timeout": "10", "schema": "public"}
SAMPLES = {
    "access_key": SECRET,
    "secret_key": SECRET,
    "region": "eu-central-1",
    "bucket": "b",
    "container": "c",
    "connection_string": f"AccountKey={SECRET}",
    "json_key_file": f'{{\n  "private_key": "{SECRET}"\n}}\n',
    "stream": "s",
    "dataset": "d",
    **MYSQL,
    **TABLE,
}


def samples(names: str) -> Dict[str, str]:
    return {name: SAMPLES[name] for name in names.split() if name in SAMPLES}


@pytest.fixture(scope="module")
def used() -> Iterator[Client]:
    """A client of an emulator with credentials `c` and a connector `k` of the type mysql, which tests leave as is."""
    with Emulator() as emulator:
        for client in connected(emulator):
            make_credentials(client, "mysql", MYSQL)
            make_connector(client, "mysql", TABLE, COLUMNS)
            yield client


def test_the_types(used: Client) -> None:
    found = used("GET", "/config/connectors").body
    assert [each["connector"] for each in found] == list(TYPES)
    for each in found:
        kind, credentials, connector = TYPES[each["connector"]]
        assert each["connector_type"] == kind
        for side, names in (("credentials", credentials), ("connector", connector)):
            parameters = each[f"{side}_configuration"]
            assert [parameter["parameter"] for parameter in parameters] == names.split()
            for parameter in parameters:
                name = parameter["parameter"]
                assert parameter["name"]
                assert parameter["description"]
                assert parameter["protected"] == (name in SECRETS)
                assert parameter["input_field"] in ("text", "password", "number", "file")
                port = {"mysql": "3306", "postgresql": "5432"}.get(each["connector"])
                assert parameter["default"] == {**DEFAULTS, "port": port}.get(name)


@pytest.fixture(scope="module")
def undelivered() -> Iterator[Client]:
    """A client of an emulator that contacts nothing outside."""
    with Emulator(deliver=False) as emulator:
        yield from connected(emulator)


@pytest.mark.parametrize("kind", list(TYPES))
def test_each_type(undelivered: Client, kind: str) -> None:
    input_type, credentials, connector = TYPES[kind]
    values = samples(credentials)
    made = make_credentials(undelivered, kind, values, kind)
    assert made["status"] == "pending_verification"
    assert made["configuration"] == {name: None if name in SECRETS else text for name, text in values.items()}
    inputs = COLUMNS if input_type == "structured" else None
    made = make_connector(undelivered, kind, samples(connector), inputs, kind, kind)
    assert (made["status"], made["error_message"], made["input_type"]) == ("pending_verification", "", input_type)
    assert made["input_fields"] == (fields(COLUMNS) if inputs else fields([("blob", "blob")]))
    assert made["configuration"] == samples(connector)
    for path in (f"{CREDENTIALS}/{kind}", f"{CONNECTORS}/{kind}"):
        assert verified(undelivered, path) == ("available", "")
    assert undelivered("DELETE", f"{CONNECTORS}/{kind}").status == 204
    assert undelivered("DELETE", f"{CREDENTIALS}/{kind}").status == 204


def test_credentials_as_they_are_shown(client: Client) -> None:
    clock = Clock(client)
    made = make_credentials(client, "mysql", MYSQL)
    expected: Dict[str, Any] = {
        "id": made["id"],
        "name": "c",
        "project": "demo",
        "type": "mysql",
        "status": "pending_verification",
        "error_message": "",
        "reference_count": 0,
        "configuration": {**MYSQL, "password": None},
        "creation_date": "2020-10-08T09:00:30.000000Z",
        "last_updated": "2020-10-08T09:00:30.000000Z",
    }
    assert made == expected
    verified(client, f"{CREDENTIALS}/c")
    make_connector(client, "mysql", TABLE, COLUMNS)
    expected.update(reference_count=1, status=REFUSED[0], error_message=REFUSED[1])
    assert client("GET", f"{CREDENTIALS}/c").body == expected
    assert client("GET", CREDENTIALS).body == [expected]
    clock.move(seconds=5)
    answer = client("PATCH", f"{CREDENTIALS}/c", {"name": "d", "configuration": {"host": "other"}})
    expected["configuration"]["host"] = "other"
    expected.update(name="d", status="pending_verification", error_message="")
    expected["last_updated"] = "2020-10-08T09:00:35.000000Z"
    assert (answer.status, answer.body) == (200, expected)
    assert client("GET", f"{CREDENTIALS}/c").status == 404
    assert client("GET", f"{CONNECTORS}/k").body["credentials"] == "d"


def test_a_connector_as_it_is_shown(client: Client) -> None:
    clock = Clock(client)
    make_credentials(client, "mysql", MYSQL)
    made = make_connector(client, "mysql", TABLE, COLUMNS)
    expected: Dict[str, Any] = {
        "id": made["id"],
        "name": "k",
        "project": "demo",
        "type": "mysql",
        "input_type": "structured",
        "input_fields": fields(COLUMNS),
        "credentials": "c",
        "configuration": TABLE,
        "status": "pending_verification",
        "error_message": "",
        "creation_date": "2020-10-08T09:00:30.000000Z",
        "last_updated": "2020-10-08T09:00:30.000000Z",
    }
    assert made == expected
    verified(client, f"{CONNECTORS}/k")
    expected.update(status=REFUSED[0], error_message=REFUSED[1])
    assert client("GET", f"{CONNECTORS}/k").body == expected
    assert client("GET", CONNECTORS).body == [expected]
    clock.move(seconds=5)
    answer = client("PATCH", f"{CONNECTORS}/k", {"name": "renamed"})
    expected.update(name="renamed", last_updated="2020-10-08T09:00:35.000000Z")
    assert (answer.status, answer.body) == (200, expected)
    body = {"configuration": {"table": "t2", "timeout": "7"}, "input_fields": fields([("x", "double")])}
    answer = client("PATCH", f"{CONNECTORS}/renamed", body)
    expected.update(configuration={"database": "d", "table": "t2", "timeout": "7"}, input_fields=body["input_fields"])
    expected.update(status="pending_verification", error_message="")
    assert answer.body == expected
    assert client("DELETE", f"{CONNECTORS}/renamed").status == 204
    assert client("GET", CONNECTORS).body == []
    assert client("GET", f"{CONNECTORS}/renamed").error == "No connector 'renamed'"


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"name": "k"}, False),
        ({}, False),
        ({"configuration": {}}, True),
        ({"credentials": "c"}, True),
        ({"input_fields": fields(COLUMNS)}, True),
    ],
)
def test_when_a_connector_is_verified_again(used: Client, change: Dict[str, Any], again: bool) -> None:
    assert verified(used, f"{CONNECTORS}/k") == REFUSED
    status = used("PATCH", f"{CONNECTORS}/k", change).body["status"]
    assert status == ("pending_verification" if again else "failed_verification")
    assert verified(used, f"{CONNECTORS}/k") == REFUSED


def test_when_credentials_are_verified_again(used: Client) -> None:
    for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
        assert verified(used, path) == REFUSED
    assert used("PATCH", f"{CREDENTIALS}/c", {"name": "c"}).body["status"] == "failed_verification"
    parts = platform(used)
    # The connectors become pending in the same transaction, so that none is seen verified by older credentials.
    with parts.storage.transaction() as db:
        db.execute("UPDATE connectors SET error_message = 'old'")
    assert used("PATCH", f"{CREDENTIALS}/c", {"configuration": {}}).body["status"] == "pending_verification"
    for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
        assert verified(used, path) == REFUSED


CREDENTIALS_BODY = {"name": "new", "type": "mysql", "configuration": MYSQL}
CONNECTOR_BODY = {
    "name": "new",
    "type": "mysql",
    "credentials": "c",
    "configuration": TABLE,
    "input_fields": fields(COLUMNS),
}


@pytest.mark.parametrize(
    ("path", "change", "message"),
    [
        (CREDENTIALS, {"type": "oracle"}, "type: must be one of aws_s3, azure_blob_storage, gcp_cloud_storage,"),
        (CREDENTIALS, {"name": "c"}, "name: a set of credentials called 'c' exists already; choose another name"),
        (CREDENTIALS, {"name": "a/b"}, "name: may not be"),
        (CREDENTIALS, {"name": "n" * 65}, "name: must have at most 64 characters"),
        (CREDENTIALS, {"configuration": {"username": "u", "host": "h"}}, "configuration.password: is required"),
        (
            CREDENTIALS,
            {"configuration": {**MYSQL, "database": "d"}},
            "configuration.database: is unknown; possible: username, password, host, port",
        ),
        (CREDENTIALS, {"configuration": {**MYSQL, "port": 3306}}, "configuration.port: must be a string, not 3306"),
        (CREDENTIALS, {"configuration": {**MYSQL, "port": "0"}}, "configuration.port: must match ^([1-9]"),
        (CREDENTIALS, {"configuration": {**MYSQL, "port": "65536"}}, "configuration.port: must match"),
        (CREDENTIALS, {"configuration": {**MYSQL, "port": "80\n"}}, "configuration.port: must match"),
        (CREDENTIALS, {"configuration": {**MYSQL, "host": "a b"}}, "configuration.host: must match"),
        (CREDENTIALS, {"configuration": {**MYSQL, "host": ""}}, "configuration.host: must match"),
        (CREDENTIALS, {"configuration": {**MYSQL, "username": "u\0"}}, "configuration.username: must match"),
        (
            CREDENTIALS,
            {"type": "gcp_bigquery", "configuration": {"json_key_file": SECRET}},
            r"configuration.json_key_file: must match ^\s*\{[\s\S]*\}\s*$",
        ),
        (CONNECTORS, {"type": "oracle"}, "type: must be one of aws_s3, azure_blob_storage, gcp_cloud_storage,"),
        (CONNECTORS, {"name": "k"}, "name: a connector called 'k' exists already; choose another name"),
        (CONNECTORS, {"name": ".."}, "name: may not be"),
        (CONNECTORS, {"credentials": "none"}, "credentials: there are none called 'none' in the project"),
        (CONNECTORS, {"type": "postgresql"}, "credentials: 'c' are of the type mysql, not postgresql"),
        (CONNECTORS, {"configuration": {"database": "d"}}, "configuration.table: is required"),
        (
            CONNECTORS,
            {"configuration": {**TABLE, "schema": "s"}},
            "configuration.schema: is unknown; possible: database, table, timeout",
        ),
        (CONNECTORS, {"configuration": {**TABLE, "timeout": "0"}}, "configuration.timeout: must match"),
        (CONNECTORS, {"configuration": {**TABLE, "timeout": None}}, "configuration.timeout: must be a string"),
        (CONNECTORS, {"input_fields": []}, "input_fields: structured input needs at least one field"),
        (CONNECTORS, {"input_fields": fields([("a", "int"), ("a", "bool")])}, "input_fields: the name a occurs more"),
        (CONNECTORS, {"input_fields": fields([("a", "date")])}, "input_fields[0].data_type: must be one of"),
        (
            CONNECTORS,
            {"type": "aws_s3", "configuration": {"bucket": "b"}},
            "input_fields: must be empty or left out for aws_s3, whose connectors have one field, blob",
        ),
    ],
)
def test_what_cannot_be_created(used: Client, path: str, change: Dict[str, Any], message: str) -> None:
    body = {**(CREDENTIALS_BODY if path == CREDENTIALS else CONNECTOR_BODY), **change}
    answer = used("POST", path, body)
    assert answer.status == 400
    assert answer.error.startswith(message)
    assert SECRET not in answer.error
    assert len(used("GET", path).body) == 1


@pytest.mark.parametrize(
    ("path", "body", "message"),
    [
        (f"{CREDENTIALS}/c", {"type": "postgresql"}, "type: is unknown"),
        (f"{CREDENTIALS}/c", {"configuration": {"host": " "}}, "configuration.host: must match"),
        (f"{CREDENTIALS}/c", {"configuration": {"password": ""}}, "configuration.password: must match"),
        (f"{CREDENTIALS}/c", {"configuration": {"schema": "s"}}, "configuration.schema: is unknown"),
        (f"{CREDENTIALS}/c", {"name": "other"}, "name: a set of credentials called 'other' exists already"),
        (f"{CONNECTORS}/k", {"type": "postgresql"}, "type: is unknown"),
        (f"{CONNECTORS}/k", {"configuration": {"table": "a\nb"}}, "configuration.table: must match"),
        (f"{CONNECTORS}/k", {"name": "other"}, "name: a connector called 'other' exists already"),
        (f"{CONNECTORS}/k", {"credentials": "none"}, "credentials: there are none called 'none'"),
        (f"{CONNECTORS}/k", {"credentials": "other"}, "credentials: 'other' are of the type aws_s3, not mysql"),
        (f"{CONNECTORS}/k", {"input_fields": []}, "input_fields: structured input needs at least one field"),
        (f"{CONNECTORS}/other", {"input_fields": fields(COLUMNS)}, "input_fields: must be empty or left out"),
    ],
)
def test_what_cannot_be_changed(used: Client, path: str, body: Dict[str, Any], message: str) -> None:
    if used("GET", f"{CREDENTIALS}/other").status == 404:
        make_credentials(used, "aws_s3", samples(TYPES["aws_s3"][1]), "other")
        make_connector(used, "aws_s3", {"bucket": "b"}, name="other", credentials="other")
    try:
        before = used("GET", path).body
        answer = used("PATCH", path, body)
        assert answer.status == 400
        assert answer.error.startswith(message)
        after = used("GET", path).body
        assert after["last_updated"] == before["last_updated"]
    finally:
        used("DELETE", f"{CONNECTORS}/other")
        used("DELETE", f"{CREDENTIALS}/other")


def test_what_is_not_there(used: Client) -> None:
    for path, kind in ((CREDENTIALS, "credentials"), (CONNECTORS, "connector")):
        for verb in ("GET", "DELETE"):
            answer = used(verb, f"{path}/none")
            assert (answer.status, answer.error) == (404, f"No {kind} 'none'")
        assert used("PATCH", f"{path}/none", {}).status == 404
        assert used("GET", path.replace("demo", "none")).status == 404
    assert used("POST", "/projects/none/connectors", CONNECTOR_BODY).status == 404
    assert used("POST", "/projects/none/credentials", CREDENTIALS_BODY).status == 404


def test_a_blob_connector_keeps_its_field(used: Client) -> None:
    make_credentials(used, "gcp_cloud_storage", samples("json_key_file"), "gcp")
    made = make_connector(used, "gcp_cloud_storage", {"bucket": "b"}, [], "blobs", "gcp")
    assert made["input_fields"] == fields([("blob", "blob")])
    answer = used("PATCH", f"{CONNECTORS}/blobs", {"input_fields": []})
    assert (answer.status, answer.body["input_fields"]) == (200, fields([("blob", "blob")]))
    assert used("DELETE", f"{CONNECTORS}/blobs").status == 204
    assert used("DELETE", f"{CREDENTIALS}/gcp").status == 204


def test_credentials_in_use_stay(used: Client) -> None:
    answer = used("DELETE", f"{CREDENTIALS}/c")
    assert answer.status == 400
    assert answer.error.startswith("The credentials are in use: the connector k refers to them")
    assert used("GET", f"{CREDENTIALS}/c").status == 200


def test_a_connector_in_use_stays(client: Client) -> None:
    make_credentials(client, "mysql", MYSQL)
    make_connector(client, "mysql", TABLE, COLUMNS)
    path = make_branch(client, COLUMNS)
    answer = client("DELETE", f"{CONNECTORS}/k")
    assert answer.status == 400
    assert answer.error.startswith("The connector is in use: the object o of the pipeline p refers to it")
    answer = client("PATCH", f"{CONNECTORS}/k", {"input_fields": fields([("number", "string")])})
    assert answer.status == 400
    assert client("GET", f"{CONNECTORS}/k").body["input_fields"] == fields(COLUMNS)
    assert client("DELETE", path).status == 204
    assert client("DELETE", f"{CONNECTORS}/k").status == 204
    assert client("DELETE", f"{CREDENTIALS}/c").status == 204


def test_a_project_takes_its_connectors_along(client: Client) -> None:
    make_credentials(client, "mysql", MYSQL)
    make_connector(client, "mysql", TABLE, COLUMNS)
    make_branch(client, COLUMNS)
    assert client("DELETE", PROJECT).status == 204
    with platform(client).storage.transaction() as db:
        for table in ("connectors", "credentials"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_names_are_those_of_the_project(client: Client) -> None:
    assert client("POST", "/projects", {"name": "second", "organization_name": "emulator"}).status == 201
    make_credentials(client, "mysql", MYSQL)
    body = {**CONNECTOR_BODY, "name": "k"}
    assert client("POST", "/projects/second/connectors", body).error.startswith("credentials: there are none")
    assert client("POST", "/projects/second/credentials", {**CREDENTIALS_BODY, "name": "c"}).status == 201
    assert client("POST", "/projects/second/connectors", body).status == 201
    assert client("GET", CONNECTORS).body == []


def test_a_role_on_one_connector(client: Client) -> None:
    make_credentials(client, "mysql", MYSQL)
    for name in ("k", "l"):
        make_connector(client, "mysql", TABLE, COLUMNS, name)
    robot = service_user(client)
    assert robot("GET", f"{CONNECTORS}/k").status == 403
    assign(client, robot, "connector-admin", "connector", "k")
    assert robot("GET", f"{CONNECTORS}/k").status == 200
    assert robot("GET", f"{CONNECTORS}/l").status == 403
    assert robot("GET", f"{CREDENTIALS}/c").status == 403
    assert robot("GET", "/config/connectors").status == 200
    assert robot("DELETE", f"{CONNECTORS}/k").status == 204
    with platform(client).storage.transaction() as db:
        assert db.execute("SELECT 1 FROM role_assignments WHERE object_type = 'connector'").fetchone() is None


def test_the_subscription_limits_connectors(client: Client) -> None:
    make_credentials(client, "mysql", MYSQL)
    with platform(client).storage.transaction() as db:
        db.execute("UPDATE subscriptions SET resources = 1")
    make_connector(client, "mysql", TABLE, COLUMNS)
    answer = client("POST", CONNECTORS, CONNECTOR_BODY)
    assert answer.status == 400
    assert "allows 1 versions, pipelines and connectors together" in answer.error


def test_secrets_are_nowhere_but_in_the_database(
    client: Client, caplog: pytest.LogCaptureFixture, core_api: CoreApi
) -> None:
    caplog.set_level(logging.DEBUG)
    platform(client).connectors.delivery.waits = (0.01, 0.01)
    make_credentials(client, "mysql", MYSQL)
    make_connector(client, "mysql", TABLE, COLUMNS)
    verified(client, f"{CREDENTIALS}/c")
    verified(client, f"{CONNECTORS}/k")
    path = make_branch(client, COLUMNS)
    assert client("POST", f"{path}/request", {"number": 1, "name": "x"}).status == 200
    answers = [client("GET", each).body for each in (CREDENTIALS, f"{CREDENTIALS}/c", CONNECTORS, f"{CONNECTORS}/k")]
    answers += [client("PATCH", f"{CREDENTIALS}/c", {"configuration": MYSQL}).body, texts(client)]
    assert SECRET not in json.dumps(answers)
    assert SECRET not in caplog.text
    shown = core_api.credentials_get("demo", "c")
    assert SECRET not in repr(shown)
    with platform(client).storage.transaction() as db:
        assert json.loads(db.execute("SELECT configuration FROM credentials").fetchone()[0]) == MYSQL


class Slow(Backend):
    """Logs in to the host `good` only; makes the first one who asks wait."""

    def __init__(self) -> None:
        super().__init__(threading.Event())
        self.asked = threading.Event()
        self.go_on = threading.Event()

    def check_credentials(self, credentials: Values) -> None:
        if not self.asked.is_set():
            self.asked.set()
            assert self.go_on.wait(60)
        if credentials["host"] != "good":
            raise ConnectorError(f"{'x' * 600} {credentials['password']}")

    def check(self, credentials: Values, configuration: Values, fields: Sequence[Mapping[str, str]]) -> None:
        raise RuntimeError("a fault")

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        raise NotImplementedError


@pytest.fixture
def slow(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """What credentials of the type mysql are verified by."""
    slow = Slow()
    monkeypatch.setitem(platform(client).connectors.verification._backends._made, "mysql", slow)
    yield slow
    slow.go_on.set()


def test_a_verification_that_was_overtaken_does_not_count(client: Client, slow: Slow) -> None:
    make_credentials(client, "mysql", MYSQL)
    assert slow.asked.wait(60)
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"host": "good"}})
    assert verified(client, f"{CREDENTIALS}/c") == ("available", "")
    slow.go_on.set()
    make_credentials(client, "mysql", MYSQL, "d")
    verified(client, f"{CREDENTIALS}/d")
    platform(client).connectors.stop()
    platform(client).connectors.join()
    assert verified(client, f"{CREDENTIALS}/c") == ("available", "")


def test_what_was_deleted_while_it_was_verified(client: Client, slow: Slow) -> None:
    make_credentials(client, "mysql", MYSQL)
    assert slow.asked.wait(60)
    assert client("DELETE", f"{CREDENTIALS}/c").status == 204
    slow.go_on.set()


def test_what_is_verified_while_the_emulator_stops_stays_pending(client: Client, slow: Slow) -> None:
    make_credentials(client, "mysql", MYSQL)
    assert slow.asked.wait(60)
    platform(client).connectors.stop()
    slow.go_on.set()
    platform(client).connectors.join()
    made = make_credentials(client, "mysql", MYSQL, "late")
    assert [each["status"] for each in client("GET", CREDENTIALS).body] == ["pending_verification"] * 2
    assert made["status"] == "pending_verification"


def test_messages_are_short_and_hold_no_secret(client: Client, slow: Slow) -> None:
    slow.asked.set()
    make_credentials(client, "mysql", {**MYSQL, "password": "x" * 20})
    status, message = verified(client, f"{CREDENTIALS}/c")
    assert (status, message) == ("failed_verification", "***" * 30 + " ***")
    make_credentials(client, "mysql", MYSQL, "d")
    assert len(verified(client, f"{CREDENTIALS}/d")[1]) == 500


def test_a_fault_in_a_verification_is_told(client: Client, slow: Slow, caplog: pytest.LogCaptureFixture) -> None:
    slow.asked.set()
    make_credentials(client, "mysql", MYSQL)
    make_connector(client, "mysql", TABLE, COLUMNS)
    status, message = verified(client, f"{CONNECTORS}/k")
    assert (status, message) == ("failed_verification", "The emulator failed while it verified this; its log says more")
    assert "a fault" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("kind", "package", "requirement"),
    [
        ("postgresql", "psycopg", '"psycopg[binary]"'),
        ("mysql", "pymysql", '"PyMySQL[rsa]"'),
        ("aws_s3", "boto3", "boto3"),
        ("azure_blob_storage", "azure.storage.blob", "azure-storage-blob"),
        ("gcp_bigquery", "google.cloud.bigquery", "google-cloud-bigquery"),
        ("gcp_cloud_storage", "google.cloud.storage", "google-cloud-storage"),
    ],
)
def test_without_the_extra(
    client: Client, monkeypatch: pytest.MonkeyPatch, kind: str, package: str, requirement: str
) -> None:
    ours = f"ubiops.emulator.connectors.{kind.partition('_')[0]}"  # and what it shares with others, as in aws.py
    for name in [each for each in sys.modules if f"{each}.".startswith(f"{package}.") or each.startswith(ours)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    _, credentials, connector = TYPES[kind]
    make_credentials(client, kind, samples(credentials))
    make_connector(client, kind, samples(connector), COLUMNS if TYPES[kind][0] == "structured" else None)
    for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
        status, message = verified(client, path)
        assert status == "failed_verification"
        assert package in message
        assert message.endswith(f'pip install "ubiops[connectors]" or pip install {requirement}')


def test_an_upload_takes_no_longer_than_it_may(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x")
    with Body(File(path, "f"), threading.Event(), 60) as body:
        assert (body.size, body.read(), body.read(1)) == (1, b"x", b"")
    with Body(File(path, "f"), threading.Event(), 0) as body, pytest.raises(OSError, match="not finished after 0 s"):
        body.read(1)


def test_pending_verifications_outlive_the_emulator(tmp_path: Path, connect: Callable[[Emulator], Client]) -> None:
    with Emulator(data=tmp_path / "state.db") as emulator:
        client = connect(emulator)
        make_credentials(client, "mysql", MYSQL)
        make_connector(client, "mysql", TABLE, COLUMNS)
        for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
            verified(client, path)
        with platform(client).storage.transaction() as db:
            for table in ("credentials", "connectors"):
                db.execute(f"UPDATE {table} SET status = 'pending_verification', error_message = ''")
    with Emulator(data=tmp_path / "state.db") as emulator:
        client = connect(emulator)
        for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
            assert verified(client, path) == REFUSED


def test_nothing_is_contacted_where_nothing_shall_be_delivered(undelivered: Client) -> None:
    make_credentials(undelivered, "mysql", MYSQL)
    make_connector(undelivered, "mysql", TABLE, COLUMNS)
    assert verified(undelivered, f"{CREDENTIALS}/c") == ("available", "")
    assert verified(undelivered, f"{CONNECTORS}/k") == ("available", "")
    answer = undelivered("POST", f"{make_branch(undelivered, COLUMNS)}/request", {"number": 1, "name": "a"})
    assert answer.status == 200, answer
    assert "Data inserted successfully" in texts(undelivered)
