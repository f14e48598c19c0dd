"""Connectors in pipelines: the ends of branches, which models give their data to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Mapping, Tuple

import pytest

from test.support.emulator.client import PROJECT, connected
from test.support.emulator.operations import logs
from test.support.emulator.pipelines import (
    CALCULATE,
    CALCULATE_INPUTS,
    add_connector,
    attach,
    build,
    fields,
    finished,
    make_connector,
    make_pipeline,
)
from ubiops.emulator import Emulator
from ubiops.emulator.pipelines import DeliveryError

if TYPE_CHECKING:
    import sqlite3

    from test.support.emulator.client import Client

COLUMNS = [("number", "int"), ("question", "string")]


class Table:
    """What rows are delivered to, in the place of a database."""

    def __init__(self) -> None:
        self.rows: List[Tuple[str, Dict[str, Any]]] = []

    def deliver(
        self, connector: sqlite3.Row, data: Mapping[str, Any], log: Callable[[str], None], timeout: float
    ) -> None:
        assert timeout > 0
        if data["number"] < 0:
            raise DeliveryError("Failed to insert data: negative")
        self.rows.append((connector["name"], dict(data)))
        log("Data inserted successfully")


@pytest.fixture(scope="module")
def module() -> Iterator[Client]:
    """A client of an emulator with a model that runs and a connector."""
    with Emulator() as emulator:
        for client in connected(emulator):
            client.deploy(client.model("calculate", CALCULATE_INPUTS, [("out", "int")]), CALCULATE)
            make_connector(client, "table", COLUMNS)
            yield client


@pytest.fixture
def pipeline(module: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tuple[Client, str, Table]]:
    """A pipeline whose model gives its data to a connector, and what that holds."""
    platform, table = module.emulator._platform, Table()
    assert platform is not None
    monkeypatch.setattr(platform.pipelines, "deliver", table.deliver)
    path = make_pipeline(module, CALCULATE_INPUTS)
    build(module, path, {"a": "calculate"}, "pipeline_start a code>code x>x")
    assert add_connector(module, path, "t", "table").status == 201
    assert attach(module, path, "a", "t", "out>number").status == 201
    assert attach(module, path, "pipeline_start", "t", "code>question").status == 201
    yield module, path, table
    module("DELETE", path)


def test_an_object_that_refers_to_a_connector(pipeline: Tuple[Client, str, Table]) -> None:
    client, path, _ = pipeline
    shown = client("GET", f"{path}/objects/t").body
    del shown["id"]
    assert shown == {
        "name": "t",
        "reference_type": "connector",
        "reference_name": "table",
        "input_type": "structured",
        "input_fields": fields(COLUMNS),
    }
    same = {"name": "t", "reference_type": "connector", "reference_name": "table"}
    assert client("PATCH", f"{path}/objects/t", same).status == 200
    answer = client("PATCH", f"{path}/objects/t", {"version": "v"})
    assert (answer.status, answer.error) == (400, "version: must be left out for a connector")
    body = {**same, "name": "new", "version": "v"}
    assert client("POST", f"{path}/objects", body).error == "version: must be left out for a connector"


def test_a_connector_is_no_source(pipeline: Tuple[Client, str, Table]) -> None:
    client, path, _ = pipeline
    answer = attach(client, path, "t", "a", "number>x")
    assert (answer.status, answer.error) == (
        400,
        "source_name: t is a connector, which can only be a destination",
    )


def test_data_is_delivered(pipeline: Tuple[Client, str, Table]) -> None:
    client, path, table = pipeline
    body = client("POST", f"{path}/request", {"code": "x + 1", "x": 1}).body
    assert table.rows == [("table", {"number": 2, "question": "x + 1"})]
    assert [each["pipeline_object"] for each in body["model_requests"]] == ["a"]
    (line,) = logs(client, {"pipeline_request_id": body["pipeline_request_id"], "connector_name": "table"})
    assert (line["log"], line["pipeline_object_name"]) == ("Data inserted successfully", "t")


def test_a_failed_delivery_fails_the_batch_request(pipeline: Tuple[Client, str, Table]) -> None:
    client, path, table = pipeline
    items = [{"code": "x", "x": number} for number in (-1, 1)]
    created = client("POST", f"{path}/request-batch", items).body
    failed, good = finished(client, path, [each["id"] for each in created])
    assert (failed["success"], failed["error_message"]) == (False, "t: Failed to insert data: negative")
    assert [each["success"] for each in failed["model_requests"]] == [True]
    assert (good["success"], table.rows) == (True, [("table", {"number": 1, "question": "x"})])
    answer = client("POST", f"{path}/request", items[0])
    assert (answer.status, answer.body["model_requests"][0]["success"]) == (200, True)


def test_nothing_is_delivered_when_the_model_fails(pipeline: Tuple[Client, str, Table]) -> None:
    client, path, table = pipeline
    assert client("POST", f"{path}/request", {"code": "1 / 0", "x": 1}).status == 200
    assert table.rows == []


def test_whatever_a_delivery_raises_is_a_failure(
    pipeline: Tuple[Client, str, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path, _ = pipeline
    platform = client.emulator._platform
    assert platform is not None
    monkeypatch.setattr(platform.pipelines, "deliver", None)
    (created,) = client("POST", f"{path}/request-batch", [{"code": "x", "x": 1}]).body
    (result,) = finished(client, path, [created["id"]])
    assert result["error_message"].startswith("t: The emulator failed")


def test_a_connector_in_use_stays(pipeline: Tuple[Client, str, Table]) -> None:
    client, _, _ = pipeline
    answer = client("DELETE", f"{PROJECT}/connectors/table")
    assert answer.status == 400
    assert "The connector is in use: the object t of the pipeline p refers to it" in answer.error
    body = {"input_fields": fields([("number", "double"), ("question", "string")])}
    answer = client("PATCH", f"{PROJECT}/connectors/table", body)
    assert answer.status == 400
    assert "the attachment from a to t of the pipeline p would not fit any more" in answer.error
