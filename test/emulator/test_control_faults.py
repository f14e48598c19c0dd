"""Faults that are asked for, seen by a client."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any, Dict

import pytest
import urllib3

import ubiops
from test.support.emulator.client import DOUBLE, PROJECT, Client, wait_until, zipped
from test.support.patience import SOON
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from typing import Callable, Iterator


@pytest.fixture
def api(controlled: Client) -> Iterator[ubiops.CoreApi]:
    configuration = controlled.emulator.configuration()
    configuration.retries = 0
    with ubiops.ApiClient(configuration) as client:
        yield ubiops.CoreApi(client)


def test_status(controlled: Client) -> None:
    emulator = controlled.emulator
    emulator.fail("status", "models_*", count=2, status=503, message="busy", retry_after=7)
    assert controlled("GET", "/projects").status == 200
    answer = controlled("POST", f"{PROJECT}/models", {"name": "m", "input_type": "plain", "output_type": "plain"})
    assert (answer.status, answer.error, answer.headers["Retry-After"]) == (503, "busy", "7")
    assert controlled("GET", f"{PROJECT}/models").status == 503
    assert controlled("GET", f"{PROJECT}/models").body == []  # not carried out, and used up
    (fault,) = emulator.faults
    assert (fault.hits, fault.spent) == (2, True)
    assert [each.status for each in emulator.requests][1:3] == [503, 503]


def test_status_for_everything(controlled: Client) -> None:
    fault = controlled.emulator.fail("status", status=429)
    assert controlled("GET", "/nowhere").status == 429
    answer = controlled("GET", "/status")
    assert (answer.status, answer.error) == (429, "This fault was asked for")
    assert "Retry-After" not in answer.headers
    assert controlled("GET", "_emulator/clock").status == 200  # the controls work always
    controlled.emulator.mend(fault)
    assert controlled("GET", "/status").status == 200
    with pytest.raises(KeyError):
        controlled.emulator.mend(fault)


def test_the_client_retries(controlled: Client) -> None:
    controlled.emulator.fail("status", "projects_list", count=2, status=503, retry_after=0)
    api = controlled.emulator.core_api()
    with api.api_client:
        assert [project.name for project in api.projects_list()] == ["demo"]
    assert [each.status for each in controlled.emulator.requests] == [503, 503, 200]


def test_latency(controlled: Client) -> None:
    controlled.emulator.fail("latency", "service_status", seconds=0.2, count=1)
    controlled.emulator.freeze()
    began = time.monotonic()
    assert controlled("GET", "/status").status == 200
    assert time.monotonic() - began >= 0.2
    assert controlled.emulator.requests[0].duration >= 0.2


def test_latency_ends_when_it_is_mended_and_adds_up_with_other_faults(controlled: Client) -> None:
    emulator = controlled.emulator
    emulator.fail("latency", seconds=600)
    emulator.fail("status", status=502)
    answers = []
    thread = threading.Thread(target=lambda: answers.append(controlled("GET", "/status").status))
    thread.start()
    wait_until(lambda: emulator.faults[0].hits)
    emulator.clear_faults()
    thread.join(SOON)
    assert answers == [502]


def test_close_and_reset_do_not_wait_for_latency(connect: Callable[[Emulator], Client]) -> None:
    with Emulator() as emulator:
        client = connect(emulator)
        for end in (emulator.reset, emulator.close):
            emulator.fail("latency", seconds=600)
            thread = threading.Thread(target=lambda: client.http.request("GET", f"{emulator.host}/status"))
            thread.start()
            wait_until(lambda: emulator.faults[0].hits)
            began = time.monotonic()
            end()
            thread.join(SOON)
            assert not thread.is_alive()
            assert time.monotonic() - began < SOON


def test_connection_reset(controlled: Client, api: ubiops.CoreApi) -> None:
    controlled.emulator.fail("reset", "models_create", count=2)
    with pytest.raises(urllib3.exceptions.ProtocolError) as caught:
        controlled("POST", f"{PROJECT}/models", {"name": "m", "input_type": "plain", "output_type": "plain"})
    assert "ConnectionResetError" in repr(caught.value)
    with pytest.raises(ubiops.exceptions.BrokenConnectionException):
        api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
    assert [each.status for each in controlled.emulator.requests] == [None, None]
    assert api.models_list("demo") == []


def test_truncated_body(controlled: Client, api: ubiops.CoreApi) -> None:
    emulator = controlled.emulator
    emulator.fail("truncate", "models_create", count=1)
    with pytest.raises(ubiops.exceptions.BrokenConnectionException):
        api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
    assert [model.name for model in api.models_list("demo")] == ["m"]  # it was carried out all the same
    blob = controlled.blob("b", b"x" * 100_001)
    emulator.fail("truncate", "blobs_get", count=1)
    response = controlled.http.request(
        "GET",
        f"{emulator.host}{PROJECT}/blobs/{blob}",
        headers={"Authorization": emulator.token},
        preload_content=False,
    )
    assert response.headers["Content-Length"] == "100001"
    with pytest.raises(urllib3.exceptions.ProtocolError, match="50000 bytes read"):
        response.read()
    response.close()
    emulator.fail("truncate", "models_delete")
    with pytest.raises(urllib3.exceptions.ProtocolError):  # there is no body: nothing arrives
        controlled("DELETE", f"{PROJECT}/models/m")
    assert controlled("GET", f"{PROJECT}/models/m").status == 404


def test_builds(controlled: Client) -> None:
    emulator = controlled.emulator
    emulator.fail("failed_build", message="no space left", count=1)
    version = controlled.model()
    assert controlled.deploy(version, DOUBLE, "building_failed")["error_message"] == "no space left"
    logs = controlled("POST", f"{PROJECT}/logs", {"filters": {}}).body
    assert any("no space left" in line["log"] and line["system"] for line in logs)
    controlled.deploy(version, DOUBLE)
    fault = emulator.fail("slow_build", seconds=600)
    controlled.upload("PUT", f"{version}/upload", "p.zip", zipped(DOUBLE))
    wait_until(lambda: emulator.faults[-1].hits)
    assert controlled("GET", version).body["status"] == "available_building"
    emulator.mend(fault)  # for the builds to come
    emulator.mend()  # also for this one
    controlled.built(version, "available")


def test_reset_does_not_wait_for_a_slow_build(controlled: Client) -> None:
    controlled.emulator.fail("slow_build", seconds=600)
    controlled.upload("PUT", f"{controlled.model()}/upload", "p.zip", zipped(DOUBLE))
    wait_until(lambda: controlled.emulator.faults[0].hits)
    began = time.monotonic()
    controlled.emulator.reset()
    assert time.monotonic() - began < SOON


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "fire"}, "kind: must be one of latency, status"),
        ({"kind": "status", "operation": "model"}, "operation: 'model' fits no operationId"),
        ({"kind": "failed_build", "operation": "models_list"}, "operation: is not possible for failed_build"),
        ({"kind": "status", "count": 0}, "count: must be at least 1"),
        ({"kind": "status", "probability": 0}, "probability: must be above 0 and at most 1"),
        ({"kind": "status", "probability": 1.1}, "probability: must be above 0"),
        ({"kind": "latency", "seconds": 0}, "seconds: must be above 0 and at most 3600"),
        ({"kind": "slow_build", "seconds": 3601}, "seconds: must be above 0"),
        ({"kind": "status", "status": 200}, "status: must be 400 to 599"),
        ({"kind": "status", "retry_after": -1}, "retry_after: must be at least 0"),
    ],
)
def test_impossible_faults(controlled: Client, arguments: Dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message.split(";")[0].replace("(", r"\(")):
        controlled.emulator.fail(**arguments)
    refused = controlled("POST", "_emulator/faults", arguments)
    assert refused.status == 400
    if arguments["kind"] != "fire":
        assert message in refused.error
    assert controlled.emulator.faults == []


def test_faults_as_calls(controlled: Client) -> None:
    created = controlled("POST", "_emulator/faults", {"kind": "status", "operation": "user_get", "status": 403})
    assert created.status == 201
    assert created.body == {
        "kind": "status",
        "operation": "user_get",
        "count": None,
        "probability": 1.0,
        "seconds": 1.0,
        "status": 403,
        "message": "This fault was asked for",
        "retry_after": None,
        "id": created.body["id"],
        "hits": 0,
    }
    assert controlled("GET", "/user").status == 403
    assert controlled("GET", "_emulator/faults").body == [{**created.body, "hits": 1}]
    assert controlled("DELETE", f"_emulator/faults/{created.body['id']}").status == 204
    assert controlled("DELETE", f"_emulator/faults/{created.body['id']}").error == f"No fault {created.body['id']!r}"
    assert controlled("GET", "/user").status == 200
    controlled("POST", "_emulator/faults", {"kind": "latency", "seconds": 0.01})
    assert controlled("DELETE", "_emulator/faults").status == 204
    assert controlled("GET", "_emulator/faults").body == []
    for body, message in (({}, "kind: is required"), ({"kind": "status", "id": "1"}, "id: is unknown")):
        assert message in controlled("POST", "_emulator/faults", body).error
