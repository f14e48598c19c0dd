"""Starting, stopping, and what survives: as a program, and in a program."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import signal
import socket
import sys
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, List

import pytest

import ubiops
from test.support.emulator.client import DOUBLE, wait_until, zipped
from ubiops.emulator import Emulator, __main__

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from test.support.emulator.running import Running

WAITING = """
import os, time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        while not os.path.exists(data):
            time.sleep(0.01)
        return "done"
"""


def status(host: str) -> bytes:
    with urllib.request.urlopen(f"{host}/status", timeout=60) as answer:
        data: bytes = answer.read()
        return data


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_command(start: Callable[..., Running], tmp_path: Path, number: int, connect: Any) -> None:
    running = start("--port", "0")
    assert re.fullmatch("Token [0-9a-f]{40}", running.token)
    assert status(running.host) == b'{"status":"ok"}'
    client = connect(running)
    client.deploy(client.model(), DOUBLE)
    assert list((tmp_path / "tmp").iterdir()) != []
    assert running.end(number) == 0
    assert running.process.stdout is not None and running.process.stdout.read() == ""
    page = running.host[: -len("v2.1")]
    assert running.process.stderr is not None and running.process.stderr.read() == f"See what it does at {page}\n"
    assert list((tmp_path / "tmp").iterdir()) == []
    with pytest.raises(urllib.error.URLError):
        status(running.host)


def test_busy_port(start: Callable[..., Running]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = start("--port", str(port))
        assert running.process.wait(60) == 1
    assert running.process.stderr is not None
    assert running.process.stderr.read() == (
        f"python -m ubiops.emulator: port {port} is in use already; choose another with --port, or 0 for any free one\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "0", "--host", "256.1.1.1"], ""),
        (["--port", "99999999"], "port: must be 0 to 65535"),
        (["--port", "0", "--token", "two words"], "token: must be visible ASCII"),
        (["--port", "0", "--data", "/nowhere/at/all"], "No such file"),
        (["--port", "0", "--data", "."], "directory"),
        (["--port", "0", "--data", "{tmp}/text"], "text is not a database: choose another data file"),
    ],
)
def test_wrong_arguments(
    arguments: List[str], message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("This is no database. " * 100)
    assert __main__.main([each.replace("{tmp}", str(tmp_path)) for each in arguments]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["text"]
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert message in printed.err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ubiops {ubiops.__version__}\n"


def test_tokens_that_no_list_of_processes_shows(
    start: Callable[..., Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text("Token fromfile\n")
    assert start("--port", "0", "--token-file", str(tmp_path / "token")).token == "Token fromfile"
    monkeypatch.setenv("UBIOPS_EMULATOR_TOKEN", "fromenvironment")
    assert start("--port", "0").token == "Token fromenvironment"
    assert start("--port", "0", "--token", "given").token == "Token given"
    assert start("--port", "0", "--token-file", str(tmp_path / "token")).token == "Token fromfile"


def test_its_clients_pass_by_the_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "UBIOPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Emulator() as emulator:
        api = emulator.core_api()
        with api.api_client:
            assert api.service_status().status == "ok"


def test_missing_token_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["--port", "0", "--token-file", "/nowhere/token"]) == 1
    assert "No such file or directory: '/nowhere/token'" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        __main__.main(["--token", "a", "--token-file", "b"])
    assert "not allowed with" in capsys.readouterr().err


def test_what_models_write_obeys_no_terminal(start: Callable[..., Running], tmp_path: Path, connect: Any) -> None:
    (tmp_path / "package").mkdir()
    evil = "\\x1b]0;owned\\x07\\n\\u202eCRITICAL forged"
    (tmp_path / "package" / "model.py").write_text(f"raise ValueError('{evil}')")
    version = {"version": "v", "package": "package"}
    model = {"name": "m", "input_type": "plain", "output_type": "plain", "versions": [version]}
    (tmp_path / "seed.json").write_text(json.dumps({"projects": [{"name": "demo", "models": [model]}]}))
    running = start("--port", "0", "--seed", str(tmp_path / "seed.json"))
    assert running.end() == 0
    assert running.process.stderr is not None
    printed = running.process.stderr.read()
    assert "owned" in printed
    assert printed.replace("\n", "").isprintable()
    assert not [line for line in printed.splitlines() if line.startswith("CRITICAL")]


def test_tracebacks_obey_no_terminal(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("ubiops.emulator")
    with Emulator() as emulator:
        assert repr(emulator) == f"<Emulator at {emulator.host}>"
        try:
            raise ValueError("\x1b[31m red")
        except ValueError:
            log.exception("%s", "\x9b bell")
    assert "\\x1b[31m red" in caplog.text and "\\x9b bell" in caplog.text
    assert "Traceback" in caplog.text and caplog.text.replace("\n", "").isprintable()
    assert repr(emulator) == "<Emulator not running>"


def test_given_tokens() -> None:
    for given in ("abc", "Token abc", "  token   abc "):
        with Emulator(token=given) as emulator:
            assert emulator.token == "Token abc"


def test_close_twice_and_start_twice() -> None:
    emulator = Emulator()
    emulator.close()
    with emulator:
        assert status(emulator.host)
        host, token = emulator.host, emulator.token
        assert emulator.start() is emulator
        assert (emulator.host, emulator.token) == (host, token)
        assert status(emulator.host)
    emulator.close()
    with emulator:
        assert status(emulator.host)


def test_missing_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    import ubiops.emulator

    monkeypatch.setattr(ubiops.emulator, "find_spec", lambda name: None if name == "waitress" else name)
    with pytest.raises(ImportError, match="needs waitress: pip install waitress"):
        Emulator()


def test_data_file(tmp_path: Path, connect: Any) -> None:
    data = tmp_path / "state.db"
    with Emulator(data=data) as first:
        token = first.token
        client = connect(first)
        version = client.model()
        client.deploy(version, DOUBLE)
        blob = client.blob("b", b"x")
        client.upload("PUT", f"{version}/upload", "q.zip", zipped("raise ValueError('broken')"))
        before = client.built(version, "available_building_failed")
    assert data.stat().st_mode & 0o077 == 0
    assert {path.name for path in tmp_path.iterdir()} == {"state.db", "state.db.d"}
    for directory in ("blobs", "uploads", "packages"):  # what a process leaves that is killed
        (tmp_path / "state.db.d" / directory / str(uuid.uuid4())).touch()
    with Emulator(data=str(data)) as second:
        assert second.token == token
        client = connect(second)
        assert client("GET", version).body == before
        # It serves what it served before, as soon as that is built again.
        assert client("POST", f"{version}/request", {"in": 2}).body["result"] == {"out": 4}
        assert client.raw("GET", f"/projects/demo/blobs/{blob}").body == b"x"
        assert list((tmp_path / "state.db.d" / "uploads").iterdir()) == []
        assert len(list((tmp_path / "state.db.d" / "blobs").iterdir())) == 1
        assert len(list((tmp_path / "state.db.d" / "packages").iterdir())) == 2
    with Emulator(data=data, token="new") as third:
        assert third.token == "Token new"
        assert connect(third)("GET", "/user").status == 200
    with Emulator(data=data) as fourth:
        assert fourth.token == "Token new"


def test_data_file_in_use(tmp_path: Path) -> None:
    data = tmp_path / "state.db"
    with Emulator(data=data), pytest.raises(Exception, match="locked"), Emulator(data=data):
        pass
    with Emulator(data=data):
        pass


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_was_acknowledged_survives(
    start: Callable[..., Running], tmp_path: Path, connect: Any, number: int
) -> None:
    arguments = ["--port", "0", "--data", str(tmp_path / "state.db")]
    running = start(*arguments)
    client: Client = connect(running)
    version = client.model("m", None, None, maximum_instances=1)
    client.deploy(version, WAITING)
    slow = client.model("slow")
    gate = str(tmp_path / "gate")
    created = client("POST", f"{version}/request-batch", [gate] * 3).body
    wait_until(lambda: client("GET", f"{version}/request-batch?status=processing").body)
    code = DOUBLE.replace("pass", f"import os, time\n        while not os.path.exists({gate!r}): time.sleep(0.01)")
    client.upload("PUT", f"{slow}/upload", "p.zip", zipped(code))
    assert client("GET", slow).body["status"] == "building"
    running.end(number)

    running = start(*arguments)
    client = connect(running)
    assert client("GET", slow).body["status"] == "building"
    Path(gate).touch()
    ids = [each["id"] for each in created]

    def completed() -> List[Dict[str, Any]]:
        found = client("POST", f"{version}/request-batch-collect", ids).body
        return [each for each in found if each["status"] == "completed"]

    wait_until(lambda: len(completed()) == 3)
    assert [each["result"] for each in completed()] == ["done"] * 3
    client.built(slow, "available")
    assert running.end() == 0


def test_a_package_that_stopped_working_while_away(tmp_path: Path, connect: Any) -> None:
    flag = tmp_path / "broken"
    code = DOUBLE.replace("pass", f"import os\n        assert not os.path.exists({str(flag)!r})", 1)
    with Emulator(data=tmp_path / "state.db") as emulator:
        client = connect(emulator)
        version, other = client.model(), client.model("other")
        client.deploy(version, code)
        client.deploy(other, code)
        client.deploy(other, "broken", "available_building_failed")
    flag.touch()
    with Emulator(data=tmp_path / "state.db") as emulator:
        client = connect(emulator)
        wait_until(lambda: client("GET", version).body["status"] == "deploying_failed")
        wait_until(lambda: client("GET", other).body["status"] == "building_failed")
        for path in (version, other):
            assert "failed to" in client("POST", f"{path}/request", {"in": 2}).error


def memory(process_id: int) -> int:
    text = Path(f"/proc/{process_id}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", text)[0]) * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_files_are_streamed(start: Callable[..., Running], tmp_path: Path, connect: Any) -> None:
    size = 300 * 1024**2
    large = tmp_path / "large.zip"
    with large.open("wb") as file:  # a hole, which takes no room on the disk
        file.write(b"PK")
        file.truncate(size)
    running = start("--port", "0")
    connect(running).blob("first", b"x" * 2_000_000)
    before = memory(running.process.pid)
    configuration = ubiops.Configuration(host=running.host, api_key={"Authorization": running.token})
    with ubiops.ApiClient(configuration) as api_client:
        api = ubiops.CoreApi(api_client)
        blob = api.blobs_create("demo", large)
        assert blob.size == size
        digest, response = hashlib.sha256(), api.blobs_get("demo", blob.id)
        for chunk in response.stream(1024**2):
            digest.update(chunk)
        response.release_conn()
    assert digest.hexdigest() == hashlib.sha256(large.read_bytes()).hexdigest()
    assert memory(running.process.pid) - before < 32 * 1024**2  # buffers of the socket, whatever the size


def test_other_addresses(connect: Any) -> None:
    with Emulator(host="localhost") as emulator:
        assert status(emulator.host)
    with Emulator(host="0.0.0.0") as emulator:
        assert emulator.host.startswith("http://127.0.0.1:")
        assert connect(emulator).raw("GET", "/status", {"Host": "machine.example"}).status == 200
        assert connect(emulator).raw("GET", "/status", {"Origin": "http://evil.example"}).status == 403


def test_ipv6() -> None:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no IPv6")
    with Emulator(host="::1") as emulator:
        assert emulator.host.startswith("http://[::1]:")
        assert status(emulator.host)
