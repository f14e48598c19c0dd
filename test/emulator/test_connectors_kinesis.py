"""Connectors to Amazon Kinesis, with the server of moto in its place, and servers that play its errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.connectors import (
    AVAILABLE,
    CONNECTORS,
    CREDENTIALS,
    deliver,
    eager,
    make_connector,
    verified,
    with_credentials,
)
from test.support.emulator.operations import platform
from test.support.emulator.servers import ACCESS_KEY, REGION, SECRET_KEY, Moto, free_port
from test.support.fixtures import Serve
from test.support.server import Reply

if TYPE_CHECKING:
    from test.support.emulator.client import Client

KEYS = {"access_key": ACCESS_KEY, "secret_key": SECRET_KEY, "region": REGION}
INPUTS = [("a", "int")]
STREAM = {"stream": "stream-1"}
STORED = Reply(body={"ShardId": "shardId-0", "SequenceNumber": "1"})
DONE = "Data inserted successfully"
FAILED = "Failed to insert data: "
INVALID = "The security token included in the request is invalid"
DOUBT = f"{FAILED}Lost Kinesis while the record was stored; it may be there or not: "


def refused(kind: str, message: str, status: int = 400) -> Reply:
    return Reply(status, {"__type": kind, "message": message}, {"Content-Type": "application/x-amz-json-1.1"})


THROTTLED = refused("ProvisionedThroughputExceededException", "Rate exceeded for shard shardId-0")
EXCEEDED = "ProvisionedThroughputExceededException: Rate exceeded for shard shardId-0"


@pytest.fixture(scope="module")
def server(amazon: Moto) -> Moto:
    """A server with a stream."""
    with amazon.client("kinesis") as client:
        client.create_stream(StreamName="stream-1", ShardCount=2)
        client.get_waiter("stream_exists").wait(StreamName="stream-1", WaiterConfig={"Delay": 1})
    return amazon


@pytest.fixture(scope="module")
def module() -> Iterator[Client]:
    """A client of an emulator that tries again soon."""
    yield from eager()


@pytest.fixture
def client(module: Client, server: Moto, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A client of an emulator with credentials `c` for the server."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
    yield from with_credentials(module, "aws_kinesis", KEYS)


def records(server: Moto) -> List[Tuple[str, Any]]:
    """Return the partition keys and the contents of what is in the stream."""
    found: List[Tuple[str, Any]] = []
    with server.client("kinesis") as kinesis:
        for shard in kinesis.list_shards(StreamName="stream-1")["Shards"]:
            which = {"StreamName": "stream-1", "ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON"}
            position = kinesis.get_shard_iterator(**which)["ShardIterator"]
            stored = kinesis.get_records(ShardIterator=position)["Records"]
            found += [(each["PartitionKey"], json.loads(each["Data"])) for each in stored]
    return found


def test_data_of_all_types_is_stored(client: Client, server: Moto) -> None:
    inputs = [
        ("i", "int"),
        ("s", "string"),
        ("d", "double"),
        ("b", "bool"),
        ("ai", "array_int"),
        ("ad", "array_double"),
        ("as", "array_string"),
        ("f", "blob"),
        ("at", "timestamp"),
    ]
    made = make_connector(client, "aws_kinesis", STREAM, inputs)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    data: Dict[str, Any] = {"i": 2**70, "s": "\0'\"\N{SNOWMAN}\N{GRINNING FACE}", "d": 0.1, "b": True}
    data.update({"ai": [1, 2], "ad": [0.5, 1], "as": ["x", ""], "f": client.blob("f", b"x")})
    data["at"] = "2020-05-13T16:39:50+02:00"
    empty = {**data, "b": False, "ai": [], "ad": [], "as": []}
    assert deliver(client, inputs, data, empty) == [DONE, DONE]
    found = records(server)
    assert sorted((each for _, each in found), key=lambda each: bool(each["ai"])) == [empty, data]
    assert len({key for key, _ in found}) == 2
    with platform(client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (2, 0)


def test_credentials_that_are_wrong(client: Client, server: Moto) -> None:
    make_connector(client, "aws_kinesis", STREAM, INPUTS)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    before = records(server)
    with server.checking_keys():
        changed = client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"access_key": "AKIAUNKNOWNKEY"}})
        assert changed.body["status"] == "pending_verification"
        for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
            status, message = verified(client, path)
            assert status == "failed_verification"
            assert INVALID in message
        (line,) = deliver(client, INPUTS, {"a": 1})
        assert line.startswith(FAILED)
        assert INVALID in line
    assert records(server) == before


def test_a_stream_that_is_not_there(client: Client) -> None:
    make_connector(client, "aws_kinesis", {"stream": "none"}, INPUTS)
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", "There is no stream none")
    (line,) = deliver(client, INPUTS, {"a": 1})
    assert line.startswith(f"{FAILED}ResourceNotFoundException: Stream none ")
    client("PATCH", f"{CONNECTORS}/k", {"configuration": STREAM})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Reply(body={"StreamDescriptionSummary": {"StreamName": "stream-1", "StreamStatus": "UPDATING"}}), ""),
        (
            Reply(body={"StreamDescriptionSummary": {"StreamName": "stream-1", "StreamStatus": "DELETING"}}),
            "The stream stream-1 takes no records: its status is DELETING",
        ),
        (
            refused("AccessDeniedException", "not authorized to perform: kinesis:DescribeStreamSummary"),
            "AccessDeniedException: not authorized to perform: kinesis:DescribeStreamSummary",
        ),
        (
            refused("InvalidSignatureException", f"for {ACCESS_KEY} and {SECRET_KEY}", 403),
            "InvalidSignatureException: for *** and ***",
        ),
    ],
)
def test_what_the_stream_says(
    client: Client, serve: Serve, monkeypatch: pytest.MonkeyPatch, answer: Reply, message: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", serve(answer).url)
    make_connector(client, "aws_kinesis", STREAM, INPUTS)
    status = "failed_verification" if message else "available"
    assert verified(client, f"{CONNECTORS}/k") == (status, message)


def test_who_may_not_list_streams_has_logged_in(client: Client, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", serve(refused("AccessDeniedException", "not authorized")).url)
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"region": REGION}})
    assert verified(client, f"{CREDENTIALS}/c") == AVAILABLE


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            [THROTTLED, THROTTLED, STORED],
            [*(f"{FAILED}{EXCEEDED}; trying again in {wait} s" for wait in ("0.05", "0.1")), DONE],
        ),
        (
            [refused("ServiceUnavailable", "later", 503)] * 3,
            [
                f"{FAILED}ServiceUnavailable: later; trying again in 0.05 s",
                f"{FAILED}ServiceUnavailable: later; trying again in 0.1 s",
                f"{FAILED}ServiceUnavailable: later",
            ],
        ),
        ([refused("ValidationException", "too long")], [f"{FAILED}ValidationException: too long"]),
        ([refused("InternalFailure", "sorry", 500)], [f"{DOUBT}InternalFailure: sorry"]),
        ([Reply(reset=True)], [f"{DOUBT}Connection was closed before we received a valid response from endpoint"]),
        ([Reply(stall=True)], [f"{DOUBT}Read timeout on endpoint URL"]),
    ],
)
def test_what_is_tried_again(
    client: Client, serve: Serve, monkeypatch: pytest.MonkeyPatch, answers: List[Reply], lines: List[str]
) -> None:
    make_connector(client, "aws_kinesis", STREAM, INPUTS)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    server = serve(*answers)
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
    found = deliver(client, INPUTS, {"a": 1}, query="?pipeline_timeout=2")
    assert len(found) == len(lines)
    for line, begin in zip(found, lines):
        assert line.startswith(begin)
    assert [json.loads(each.body)["StreamName"] for each in server.requests] == ["stream-1"] * len(answers)


def test_a_server_that_is_not_there_is_tried_three_times(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_connector(client, "aws_kinesis", STREAM, INPUTS)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
    found = deliver(client, INPUTS, {"a": 1})
    assert len(found) == 3
    for line in found:
        assert line.startswith(f'{FAILED}Could not connect to the endpoint URL: "http://127.0.0.1:')
    assert [line.rpartition("; ")[2] for line in found[:2]] == ["trying again in 0.05 s", "trying again in 0.1 s"]
