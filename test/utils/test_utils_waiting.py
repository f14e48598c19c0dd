"""Waiting: for success, for failure with its cause, for nothing that never comes."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import Any, Callable, Dict, Iterator, List

import pytest
import urllib3

from test.support.emulator.client import Client, connected, wait_until, zipped
from test.support.emulator.connectors import make_connector, make_credentials
from test.support.emulator.pipelines import build, make_pipeline
from test.support.fixtures import Connect, Serve
from test.support.process import ROOT
from test.support.server import Reply
from test.support.terminal import Terminal
from ubiops import (
    ConnectionException,
    CoreApi,
    ForbiddenException,
    NotFoundException,
    ServiceException,
)
from ubiops.emulator import Emulator
from ubiops.utils import (
    WaitFailedException,
    WaitTimeoutException,
    wait_for_connector,
    wait_for_credentials,
    wait_for_model_version,
    wait_for_pipeline_request,
    wait_for_pipeline_requests,
    wait_for_request,
    wait_for_requests,
)

MODEL = """
class Model:
    def __init__(self, base_directory, context):
        print("starting")

    def request(self, data):
        print("asked for", data)
        return {"out": 12 // data["in"]}
"""
BROKEN = """
class Model:
    def __init__(self, base_directory, context):
        raise ValueError("no weights")
"""
VERSION = {"model": "m", "version": "v", "language": "python3.8"}
LONG = 3600


class Deploying:
    """Makes versions of models of their own, and uploads code."""

    def __init__(self, api: CoreApi) -> None:
        self.api = api
        self._made = 0

    def model(self) -> str:
        """Make a model with a version `v`; return the name of the model."""
        self._made += 1
        name = f"model-{self._made}"
        fields = {"input_fields": [{"name": "in", "data_type": "int"}]}
        fields["output_fields"] = [{"name": "out", "data_type": "int"}]
        self.api.models_create(
            "demo", {"name": name, "input_type": "structured", "output_type": "structured", **fields}
        )
        self.api.model_versions_create("demo", name, {"version": "v"})
        return name

    def upload(self, name: str, code: str = MODEL) -> None:
        self.api.model_versions_file_upload("demo", name, "v", file=zipped(code))


@pytest.fixture(scope="module")
def deploying(api: CoreApi) -> Deploying:
    return Deploying(api)


@pytest.fixture(scope="module")
def model(api: CoreApi, deploying: Deploying) -> str:
    """The name of a model whose version `v` serves requests."""
    name = deploying.model()
    deploying.upload(name)
    assert wait_for_model_version(api, "demo", name, "v").status == "available"
    return name


@pytest.fixture(scope="module")
def client(emulator: Emulator) -> Iterator[Client]:
    yield from connected(emulator)


@pytest.fixture(autouse=True)
def _no_faults_are_left(emulator: Emulator) -> Iterator[None]:
    yield
    emulator.clear_faults()


def calls(emulator: Emulator, operation: str) -> List[Any]:
    return [request for request in emulator.requests if request.operation == operation]


@contextmanager
def meanwhile(condition: Callable[[], Any], act: Callable[[], Any]) -> Iterator[None]:
    """Do something in another thread as soon as a condition holds."""

    def run() -> None:
        wait_until(condition)
        act()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join()


# --- versions


def test_a_version_that_takes_some_time(emulator: Emulator, api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    emulator.fail("slow_build", seconds=1, count=1)
    deploying.upload(name)
    emulator.clear_requests()
    found = wait_for_model_version(api, "demo", name, "v")
    assert (found.model, found.version, found.status) == (name, "v", "available")
    assert 2 <= len(calls(emulator, "model_versions_get")) <= 5


def test_a_build_that_fails(emulator: Emulator, api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    emulator.fail("failed_build", message="no space left")
    deploying.upload(name)
    with pytest.raises(WaitFailedException) as caught:
        wait_for_model_version(api, "demo", name, "v")
    error = caught.value
    assert error.last.status == "building_failed"
    assert error.log[-1] == "The version failed to build: no space left"
    assert str(error).splitlines() == [
        f"Model version {name}/v: its package could not be built (building_failed): no space left",
        "    The version failed to build: no space left",
    ]


def test_a_failure_shows_its_own_cause(api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    for text in ("no weights", "no licence"):
        deploying.upload(name, BROKEN.replace("no weights", text))
        with pytest.raises(
            WaitFailedException, match=rf"not be started \(deploying_failed\): ValueError: {text}"
        ) as caught:
            wait_for_model_version(api, "demo", name, "v")
        assert f"ValueError: {text}" in caught.value.log
        assert any(line.lstrip().startswith("File ") for line in caught.value.log)


def test_old_code_that_still_serves_is_no_success(api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    deploying.upload(name)
    wait_for_model_version(api, "demo", name, "v")
    deploying.upload(name, BROKEN)
    with pytest.raises(WaitFailedException, match="still serves the one before") as caught:
        wait_for_model_version(api, "demo", name, "v")
    assert caught.value.last.status == "available_building_failed"
    assert api.model_requests_create("demo", name, "v", {"in": 3}).result == {"out": 4}
    with pytest.raises(WaitFailedException) as again:
        wait_for_model_version(api, "demo", name, "v")
    assert "ValueError: no weights" in again.value.log
    assert "asked for" not in str(again.value)


def test_a_version_without_a_package_is_told_at_once(emulator: Emulator, api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    emulator.clear_requests()
    with pytest.raises(WaitFailedException, match="no package was uploaded"):
        wait_for_model_version(api, "demo", name, "v")
    assert len(calls(emulator, "model_versions_get")) == 1


def test_what_is_not_there_is_told_at_once(emulator: Emulator, api: CoreApi) -> None:
    emulator.clear_requests()
    with pytest.raises(NotFoundException):
        wait_for_model_version(api, "demo", "nowhere", "v")
    assert len(calls(emulator, "model_versions_get")) == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda api, name: api.model_versions_delete("demo", name, "v"),
        lambda api, name: api.models_delete("demo", name),
        lambda api, name: api.models_update("demo", name, {"name": f"{name}-old"}),
    ],
    ids=["version deleted", "model deleted", "model renamed"],
)
def test_a_version_that_goes(emulator: Emulator, api: CoreApi, deploying: Deploying, act: Any) -> None:
    name = deploying.model()
    emulator.fail("slow_build", seconds=LONG)
    deploying.upload(name)
    emulator.clear_requests()
    gone = pytest.raises(WaitFailedException, match="deleted or renamed while it was waited for: ")
    with meanwhile(lambda: calls(emulator, "model_versions_get"), lambda: act(api, name)), gone as caught:
        wait_for_model_version(api, "demo", name, "v")
    assert caught.value.last.status == "building"
    assert isinstance(caught.value.__cause__, NotFoundException)


@pytest.mark.parametrize(("timeout", "most"), [(0, 1), (0.3, 3)])
def test_the_time_limit(emulator: Emulator, api: CoreApi, deploying: Deploying, timeout: float, most: int) -> None:
    name = deploying.model()
    emulator.fail("slow_build", seconds=LONG)
    deploying.upload(name)
    emulator.clear_requests()
    with pytest.raises(WaitTimeoutException, match=rf"not over within {timeout:g} s, still 'building'$") as caught:
        wait_for_model_version(api, "demo", name, "v", timeout=timeout)
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.last.status == "building"
    assert len(calls(emulator, "model_versions_get")) <= most


def test_a_log_that_may_not_be_read(emulator: Emulator, api: CoreApi, deploying: Deploying) -> None:
    name = deploying.model()
    emulator.fail("failed_build", message="no space left")
    emulator.fail("status", "projects_log_list", status=403, message="Permission denied")
    deploying.upload(name)
    expected = r"no space left \(its log cannot be read: Permission denied\)$"
    with pytest.raises(WaitFailedException, match=expected) as caught:
        wait_for_model_version(api, "demo", name, "v")
    assert caught.value.log == []


# --- trouble on the way


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "reset"},
        {"kind": "truncate"},
        {"kind": "status", "status": 503},
        {"kind": "status", "status": 502},
        {"kind": "status", "status": 429, "retry_after": 0},
    ],
    ids=lambda fault: f"{fault['kind']} {fault.get('status', '')}".strip(),
)
def test_trouble_is_ridden_out(emulator: Emulator, api_once: CoreApi, model: str, fault: Dict[str, Any]) -> None:
    kept = emulator.fail(fault.pop("kind"), "model_versions_get", count=2, **fault)
    assert wait_for_model_version(api_once, "demo", model, "v").status == "available"
    assert [each.hits for each in emulator.faults if each.id == kept.id] == [2]


def test_trouble_is_ridden_out_where_calls_are_no_get(emulator: Emulator, api_once: CoreApi, model: str) -> None:
    created = api_once.batch_model_requests_create("demo", model, "v", [{"in": 4}])
    emulator.fail("reset", "batch_model_requests_batch_collect", count=1)
    emulator.fail("status", "batch_model_requests_batch_collect", count=1, status=503)
    (found,) = wait_for_requests(api_once, "demo", model, "v", [created[0].id])
    assert found.result == {"out": 3}


def test_trouble_that_lasts(emulator: Emulator, api_once: CoreApi, model: str) -> None:
    emulator.fail("status", "model_versions_get", status=503, message="Down for maintenance")
    with pytest.raises(WaitTimeoutException, match=r"not over within 0\.1 s; the last call failed: Down for") as caught:
        wait_for_model_version(api_once, "demo", model, "v", timeout=0.1)
    assert caught.value.last is None
    assert isinstance(caught.value.__cause__, ServiceException)


def test_the_service_says_when_to_come_again(serve: Serve, connect: Connect) -> None:
    busy = Reply(429, {"error": "Slow down"}, headers={"Retry-After": "1"})
    api = connect(serve(busy, Reply(body={**VERSION, "status": "available"})), retries=False)
    started = time.monotonic()
    assert wait_for_model_version(api, "demo", "m", "v").status == "available"
    assert time.monotonic() - started >= 1


def test_the_service_wants_more_time_than_there_is(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(429, {"error": "Slow down"}, headers={"Retry-After": "1000"}))
    with pytest.raises(WaitTimeoutException, match="not over within 500 s; the last call failed: Slow down"):
        wait_for_model_version(connect(server, retries=False), "demo", "m", "v", timeout=500)
    assert len(server.requests) == 1


def test_a_wrong_address_is_told_at_once(serve: Serve, connect: Connect) -> None:
    server = serve()
    api = connect(server, retries=False)
    server.stop()
    with pytest.raises(ConnectionException):
        wait_for_model_version(api, "demo", "m", "v")


def test_a_service_that_is_restarted(serve: Serve, connect: Connect) -> None:
    first = serve(Reply(body={**VERSION, "status": "building"}, close=True))
    api = connect(first, retries=False)

    def restart() -> None:
        first.stop()
        serve(Reply(body={**VERSION, "status": "available"}), port=first.port)

    with meanwhile(lambda: first.requests, restart):
        assert wait_for_model_version(api, "demo", "m", "v").status == "available"


def test_a_permission_that_is_taken_away(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={**VERSION, "status": "building"}), Reply(403, {"error": "No"}))
    with pytest.raises(ForbiddenException):
        wait_for_model_version(connect(server), "demo", "m", "v")
    assert len(server.requests) == 2


@pytest.mark.parametrize("own", [0.2, (5, 0.2), urllib3.Timeout(connect=5, read=0.2)], ids=["number", "pair", "object"])
def test_the_time_limits_of_the_client_hold(serve: Serve, connect: Connect, own: Any) -> None:
    server = serve(Reply(stall=True), Reply(body={**VERSION, "status": "available"}))
    assert wait_for_model_version(connect(server, retries=False, timeout=own), "demo", "m", "v").status == "available"


def test_a_call_ends_with_the_time_that_is_left(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(stall=True)), retries=False, timeout=None)
    with pytest.raises(WaitTimeoutException, match="timed out"):
        wait_for_model_version(api, "demo", "m", "v", timeout=0.1)


# --- requests


def test_one_request(api: CoreApi, model: str) -> None:
    (created,) = api.batch_model_requests_create("demo", model, "v", [{"in": 2}])
    found = wait_for_request(api, "demo", model, "v", created.id)
    assert (found.id, found.status, found.result) == (created.id, "completed", {"out": 6})


def test_a_request_that_fails(api: CoreApi, model: str) -> None:
    (created,) = api.batch_model_requests_create("demo", model, "v", [{"in": 0}])
    with pytest.raises(WaitFailedException, match=r"the model gave no result .*: integer division or modulo") as caught:
        wait_for_request(api, "demo", model, "v", created.id)
    assert caught.value.last.request_data == {"in": 0}
    assert caught.value.log[0] == "asked for {'in': 0}"
    assert any("ZeroDivisionError" in line for line in caught.value.log)


def test_requests_come_in_the_order_asked(emulator: Emulator, api: CoreApi, model: str) -> None:
    numbers = [1, 2, 3, 4, 6, 12] * 50
    ids: Dict[str, int] = {}
    for start in (0, 150):
        chunk = numbers[start : start + 150]
        created = api.batch_model_requests_create("demo", model, "v", [{"in": number} for number in chunk])
        ids.update(zip((each.id for each in created), chunk))
    wait_for_requests(api, "demo", model, "v", list(ids))
    asked = random.sample(list(ids), len(ids))
    asked.append(asked[0])
    emulator.clear_requests()
    found = wait_for_requests(api, "demo", model, "v", iter(asked))
    assert [each.id for each in found] == asked
    assert [each.result["out"] * ids[each.id] for each in found] == [12] * 301
    assert len(calls(emulator, "batch_model_requests_batch_collect")) == 2


def test_some_requests_fail_and_none_is_lost(api: CoreApi, model: str) -> None:
    created = api.batch_model_requests_create("demo", model, "v", [{"in": number} for number in (3, 0, 4, 0)])
    ids = [each.id for each in created]
    with pytest.raises(WaitFailedException, match=f"2 of 4 failed, {ids[1]} first: the model gave no result") as caught:
        wait_for_requests(api, "demo", model, "v", ids)
    assert [each.id for each in caught.value.last] == ids
    assert [each.status for each in caught.value.last] == ["completed", "failed", "completed", "failed"]
    assert "asked for {'in': 0}" in caught.value.log


def test_no_requests(emulator: Emulator, api: CoreApi) -> None:
    emulator.clear_requests()
    assert wait_for_requests(api, "demo", "m", "v", []) == []
    assert wait_for_pipeline_requests(api, "demo", "p", []) == []
    assert emulator.requests == []


def result(number: int, status: str) -> Dict[str, Any]:
    moment = "2020-10-05T09:14:02.318+00:00"
    return {"id": f"id-{number}", "status": status, "time_created": moment, "time_last_updated": moment}


def test_what_is_over_is_not_asked_about_again(serve: Serve, connect: Connect) -> None:
    server = serve(
        Reply(body=[result(1, "completed"), result(2, "processing")]),
        Reply(body=[result(3, "completed")]),  # and not a word about the other
        Reply(body=[result(2, "completed")]),
    )
    found = wait_for_requests(connect(server), "demo", "m", "v", ["id-1", "id-2", "id-3"])
    assert [each.id for each in found] == ["id-1", "id-2", "id-3"]
    assert [request.json for request in server.requests] == [["id-1", "id-2", "id-3"], ["id-2", "id-3"], ["id-2"]]


def test_requests_that_the_service_says_nothing_about(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body=[result(1, "completed")])))
    with pytest.raises(WaitTimeoutException, match=r"^Requests to m/v: not over within 0 s$") as caught:
        wait_for_requests(api, "demo", "m", "v", ["id-1", "id-2"], timeout=0)
    assert [each.id for each in caught.value.last] == ["id-1"]


def test_what_was_collected_before_the_trouble_is_kept(serve: Serve, connect: Connect) -> None:
    ids = [f"id-{number}" for number in range(300)]
    server = serve(Reply(body=[result(number, "completed") for number in range(250)]), Reply(503, {"error": "Busy"}))
    with pytest.raises(WaitTimeoutException, match="Busy") as caught:
        wait_for_requests(connect(server, retries=False), "demo", "m", "v", ids, timeout=0)
    assert [each.id for each in caught.value.last] == ids[:250]


def test_the_log_of_what_failed_long_ago(serve: Serve, connect: Connect) -> None:
    line = {"id": f"{1:024x}", "log": "no weights", "date": "2020-10-05T09:14:02.300Z"}
    server = serve(Reply(body=result(1, "failed")), Reply(201, []), Reply(201, [line]))
    with pytest.raises(WaitFailedException) as caught:
        wait_for_request(connect(server), "demo", "m", "v", "id-1")
    assert caught.value.log == ["no weights"]
    assert server.requests[2].json["date"] == "2020-10-05T09:15:02.318000+00:00"


def test_the_time_limit_for_many(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[result(1, "completed"), result(2, "processing")]), Reply(201, []))
    with pytest.raises(WaitTimeoutException, match=r"not over within 0 s, 1 of 2 still 'processing'$") as caught:
        wait_for_requests(connect(server), "demo", "m", "v", ["id-1", "id-2"], timeout=0)
    assert [each.status for each in caught.value.last] == ["completed", "processing"]


def test_a_request_that_goes(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[result(1, "completed"), result(2, "pending")]), Reply(404, {"error": "No request id-2"}))
    with pytest.raises(WaitFailedException, match="deleted or renamed while it was waited for: No request") as caught:
        wait_for_requests(connect(server), "demo", "m", "v", ["id-1", "id-2"])
    assert [each.id for each in caught.value.last] == ["id-1", "id-2"]


@pytest.fixture(scope="module")
def pipeline(client: Client, model: str) -> str:
    """The name of a pipeline of two models."""
    path = make_pipeline(client, [("in", "int")])
    build(client, path, {"first": model}, "pipeline_start first in>in")
    return path.rpartition("/")[2]


def test_requests_to_a_pipeline(emulator: Emulator, api: CoreApi, pipeline: str) -> None:
    numbers = [1, 2, 3, 4] * 25
    ids = []
    for _ in range(2):
        created = api.batch_pipeline_requests_create("demo", pipeline, [{"in": number} for number in numbers])
        ids += [each.id for each in created]
    asked = ids[::-1]
    found = wait_for_pipeline_requests(api, "demo", pipeline, asked)
    assert [each.id for each in found] == asked
    assert [each.model_requests[0].result["out"] for each in found] == [12 // number for number in (numbers * 2)[::-1]]
    assert wait_for_pipeline_request(api, "demo", pipeline, ids[0]).status == "completed"


def test_requests_to_a_pipeline_that_fail(api: CoreApi, pipeline: str) -> None:
    created = api.batch_pipeline_requests_create("demo", pipeline, [{"in": 1}, {"in": 0}])
    ids = [each.id for each in created]
    with pytest.raises(WaitFailedException, match="not all of its objects gave a result") as caught:
        wait_for_pipeline_request(api, "demo", pipeline, ids[1])
    assert "asked for {'in': 0}" in caught.value.log
    with pytest.raises(WaitFailedException, match=f"1 of 2 failed, {ids[1]} first") as several:
        wait_for_pipeline_requests(api, "demo", pipeline, ids)
    assert several.value.log == caught.value.log


# --- connectors and credentials


def test_verifications_that_fail(client: Client, api: CoreApi) -> None:
    make_credentials(client, "mysql", {"username": "maria", "password": "p", "host": "127.0.0.1", "port": "1"})
    with pytest.raises(WaitFailedException, match=r"^Credentials c: the verification failed .*: Could not") as caught:
        wait_for_credentials(api, "demo", "c")
    assert caught.value.last.status == "failed_verification"
    make_connector(client, "mysql", {"database": "d", "table": "t"}, [("number", "int")])
    with pytest.raises(WaitFailedException, match=r"^Connector k: the verification failed .*: Could not") as caught:
        wait_for_connector(api, "demo", "k")
    assert caught.value.last.status == "failed_verification"


@pytest.mark.parametrize("wait", [wait_for_connector, wait_for_credentials])
def test_verifications_that_succeed(serve: Serve, connect: Connect, wait: Any) -> None:
    shown = {"name": "c", "type": "aws_s3", "project": "demo"}
    server = serve(*(Reply(body={**shown, "status": status}) for status in ("pending_verification", "available")))
    assert wait(connect(server), "demo", "c").status == "available"
    assert len(server.requests) == 2


# --- what the user sees and does


def test_the_terminal_shows_the_state(serve: Serve, connect: Connect, terminal: Terminal) -> None:
    states = [Reply(body={**VERSION, "status": status}) for status in ("building", "deploying", "available")]
    api = connect(serve(states[0], Reply(503, {"error": "Busy"}), *states[1:]), retries=False)
    with terminal.watching():
        wait_for_model_version(api, "demo", "m", "v")
    states_shown = re.findall(r"Model version m/v \[\d\d:\d\d, ([^]]+)\]", terminal.shown())
    assert list(dict.fromkeys(states_shown)) == ["building", "asking again after: Busy", "deploying", "available"]


def test_the_terminal_counts_requests(serve: Serve, connect: Connect, terminal: Terminal) -> None:
    server = serve(Reply(body=[result(1, "completed"), result(2, "processing")]), Reply(body=[result(2, "completed")]))
    with terminal.watching():
        wait_for_requests(connect(server), "demo", "m", "v", ["id-1", "id-2"])
    assert "1/2" in terminal.shown()
    assert "processing" in terminal.shown()
    assert "2/2" in terminal.shown()


PROGRAM = """
import ubiops
from ubiops import utils

with ubiops.ApiClient() as client:
    utils.wait_for_model_version(ubiops.CoreApi(client), "demo", "{name}", "v")
"""


def test_who_interrupts_it_gets_the_prompt_back(emulator: Emulator, deploying: Deploying, terminal: Terminal) -> None:
    name = deploying.model()
    emulator.fail("slow_build", seconds=LONG)
    deploying.upload(name)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    environment.update(UBIOPS_API_HOST=emulator.host, UBIOPS_API_TOKEN=emulator.token, PYTHONPATH=str(ROOT))
    environment["NO_COLOR"] = "1"
    command = [sys.executable, "-W", "error", "-c", PROGRAM.format(name=name)]
    with subprocess.Popen(command, env=environment, stderr=terminal.stream) as process:
        try:
            wait_until(lambda: "building" in terminal.shown())
            # Not while it makes or takes a connection, which urllib3 would leave open.
            emulator.fail("latency", "model_versions_get", seconds=2)
            wait_until(lambda: emulator.faults[-1].hits)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == -signal.SIGINT
        finally:
            process.kill()
            emulator.clear_faults()
    bar, *traceback = terminal.shown().rstrip().split("\r\n")
    assert bar.endswith("building]")
    assert traceback[0].startswith("Traceback")
    assert traceback[-1] == "KeyboardInterrupt"
