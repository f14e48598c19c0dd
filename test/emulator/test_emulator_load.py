"""Many clients at once, and the end of the power in the middle of it."""

from __future__ import annotations

import itertools
import logging
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Set

import pytest
import urllib3

from test.support.emulator.client import DOUBLE, PROJECT, Client, wait_until
from test.support.emulator.operations import platform
from test.support.emulator.pipelines import build, make_pipeline
from test.support.process import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from test.support.emulator.running import Running

CLIENTS = 32


def together(number: int, work: Callable[[int], object], seconds: float = 120) -> None:
    """Let so many threads do something at the same time; raise the first error."""
    errors: List[BaseException] = []
    barrier = threading.Barrier(number)

    def run(index: int) -> None:
        try:
            barrier.wait()
            work(index)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(index,), daemon=True) for index in range(number)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    if errors:
        raise errors[0]
    assert not any(thread.is_alive() for thread in threads), "a deadlock"


def life(client: Client, name: str) -> None:
    """Make one of everything, use it, and delete it."""

    def call(status: int, verb: str, path: str, body: Any = ...) -> Any:
        answer = client(verb, path, body)
        assert answer.status == status, (verb, path, answer)
        return answer.body

    version = client.model(name)
    variable = {"name": "LEVEL", "value": name, "secret": False}
    call(201, "POST", f"{version}/environment-variables", variable)
    client.deploy(version, DOUBLE)
    schedule = {"object_type": "model", "object_name": name, "version": "v", "schedule": "0 0 1 1 *"}
    call(201, "POST", f"{PROJECT}/schedules", {"name": name, **schedule, "request_data": {"in": 1}})
    pipeline = make_pipeline(client, [("in", "int")], name)
    build(client, pipeline, {"first": name, "second": name}, "pipeline_start first in>in", "first second out>in")
    blob = client.blob(name, name.encode() * 1000)

    assert call(200, "POST", f"{version}/request", {"in": 3})["result"] == {"out": 6}
    batch = [each["id"] for each in call(200, "POST", f"{version}/request-batch", [{"in": n} for n in range(10)])]
    outcome = call(200, "POST", f"{pipeline}/request", {"in": 3})["model_requests"]
    assert [each["result"] for each in outcome] == [{"out": 6}, {"out": 12}]
    assert client.raw("GET", f"{PROJECT}/blobs/{blob}").body == name.encode() * 1000

    def collected() -> Any:
        found = call(200, "POST", f"{version}/request-batch-collect", batch)
        return found if all(each["status"] == "completed" for each in found) else None

    assert sorted(each["result"]["out"] for each in wait_until(collected)) == list(range(0, 20, 2))
    assert call(200, "GET", f"{version}/environment-variables")[0]["value"] == name
    lines = call(201, "POST", f"{PROJECT}/logs", {"filters": {"model_name": name}})
    assert {line["model_name"] for line in lines} == {name}
    call(201, "POST", f"{version}/request-batch-delete", batch[:5])

    for path in (
        f"schedules/{name}",
        f"pipelines/{name}",
        f"models/{name}/versions/v",
        f"models/{name}",
        f"blobs/{blob}",
    ):
        call(204, "DELETE", f"{PROJECT}/{path}")


def test_32_clients_do_everything(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "ubiops.emulator")
    together(CLIENTS, lambda index: life(client, f"model-{index}"))
    for kind in ("models", "pipelines", "schedules", "blobs"):
        assert client("GET", f"{PROJECT}/{kind}").body == []
    assert caplog.records == []
    storage = platform(client).storage
    kept = (storage.packages, storage.blobs, storage.uploads)
    assert [path for directory in kept for path in directory.iterdir()] == []


def test_threads_are_made_when_they_are_needed(client: Client) -> None:
    def count() -> int:
        return len([thread for thread in threading.enumerate() if thread.name.startswith("ubiops")])

    for _ in range(20):
        assert client("GET", "/projects").status == 200
    assert count() < 10
    client.emulator.fail("latency", "projects_list", seconds=600)
    with ThreadPoolExecutor(CLIENTS) as pool:
        pool.map(lambda _: client("GET", "/projects"), range(CLIENTS))
        wait_until(lambda: client.emulator.faults[0].hits == CLIENTS)  # all of them at a time
        threads = count()
        client.emulator.clear_faults()
    assert CLIENTS <= threads < CLIENTS + 20
    wait_until(lambda: count() < 10)


def test_32_clients_want_the_same(client: Client) -> None:
    statuses: List[Set[int]] = [set(), set(), set(), set()]
    body = {"name": "m", "input_type": "plain", "output_type": "plain"}

    def fight(_: int) -> None:
        for _ in range(5):
            statuses[0].add(client("POST", f"{PROJECT}/models", body).status)
            statuses[1].add(client("POST", f"{PROJECT}/models/m/versions", {"version": "v"}).status)
            statuses[2].add(client("DELETE", f"{PROJECT}/models/m/versions/v").status)
            statuses[3].add(client("DELETE", f"{PROJECT}/models/m").status)

    together(CLIENTS, fight)
    assert statuses[0] <= {201, 400}
    assert statuses[1] <= {201, 400, 404}
    assert statuses[2] <= {204, 404}
    assert statuses[3] <= {204, 400, 404}


class Writer:
    """Creates, changes and deletes until the emulator is gone, and remembers what was acknowledged."""

    def __init__(self, client: Client, version: str, index: int) -> None:
        self._client = client
        self._version = version
        self._index = index
        self.there: Dict[str, Any] = {}
        self.gone: List[str] = []
        self.requests: List[str] = []

    def write(self) -> None:
        """Do it."""
        try:
            for number in itertools.count():
                self._turn(f"model-{self._index}-{number}")
        except (urllib3.exceptions.HTTPError, OSError):
            pass

    def _turn(self, name: str) -> None:
        client, model = self._client, f"{PROJECT}/models/{name}"
        created = client("POST", f"{PROJECT}/models", {"name": name, "input_type": "plain", "output_type": "plain"})
        self.there[model] = created.body
        content = name.encode() * 5000
        self.there[f"{PROJECT}/blobs/{client.blob(name, content)}"] = content
        requests = client("POST", f"{self._version}/request-batch", [{"in": 1}] * 3).body
        self.requests += [each["id"] for each in requests]
        if name.endswith("0"):
            del self.there[model]  # if the answer is lost, it may be there or not
            assert client("DELETE", model).status == 204
            self.gone.append(model)


@pytest.mark.parametrize("acknowledged", [30, 150])
def test_killed_in_the_middle(
    start: Callable[..., Running], tmp_path: Path, connect: Callable[..., Client], acknowledged: int
) -> None:
    arguments = ["--port", "0", "--data", str(tmp_path / "state.db")]
    running = start(*arguments)
    client = connect(running)
    version = client.model()
    available = client.deploy(version, DOUBLE)
    writers = [Writer(client, version, index) for index in range(8)]

    def work(index: int) -> None:
        if index < len(writers):
            writers[index].write()
        else:
            wait_until(lambda: sum(len(writer.requests) for writer in writers) >= acknowledged)
            running.end(signal.SIGKILL)

    together(len(writers) + 1, work)

    running = start(*arguments)
    client = connect(running)
    for writer in writers:
        for path, content in writer.there.items():
            assert client.raw("GET", path).body == content
        for path in writer.gone:
            assert client("GET", path).status == 404
    requests = [each for writer in writers for each in writer.requests]

    def completed() -> bool:
        found: List[Dict[str, Any]] = []
        for begin in range(0, len(requests), 250):
            found += client("POST", f"{version}/request-batch-collect", requests[begin : begin + 250]).body
        assert len(found) == len(requests)
        return all(each["status"] == "completed" and each["result"] == {"out": 2} for each in found)

    wait_until(completed)
    assert client("GET", version).body == available
    assert running.end() == 0
    database = sqlite3.connect(str(tmp_path / "state.db"))
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        database.close()


FIRST_UPLOADS = """
import io, sys, threading
from pathlib import Path
from ubiops.emulator.web.bodies import receive_file

sys.setswitchinterval(1e-6)
FORM = b'--b\\r\\nContent-Disposition: form-data; name="file"; filename="f"\\r\\n\\r\\nx\\r\\n--b--\\r\\n'

def upload():
    request = {"CONTENT_TYPE": "multipart/form-data; boundary=b", "CONTENT_LENGTH": str(len(FORM))}
    barrier.wait()
    with receive_file({**request, "wsgi.input": io.BytesIO(FORM)}, Path(sys.argv[1])) as found:
        assert found.size == 1

for _ in range(40):
    for name in [name for name in sys.modules if name.startswith("werkzeug")]:
        del sys.modules[name]
    barrier = threading.Barrier(8)
    threads = [threading.Thread(target=upload) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


def test_first_uploads_come_at_the_same_moment(tmp_path: Path) -> None:
    # What an upload needs is imported by the first one: others that came meanwhile found half a module.
    command = [sys.executable, "-c", FIRST_UPLOADS, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
