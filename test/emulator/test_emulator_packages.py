"""Packages: uploaded, built, run, replaced, handed out again."""

from __future__ import annotations

import io
import json
import stat
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, List

import pytest

from test.support.emulator.client import DOUBLE, wait_until, zipped
from test.support.emulator.operations import platform

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from ubiops.emulator.runtime import Build

CONSTANT = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {{"out": {}}}
"""
# Builds end when the file `go` is there, whose path is in the package.
SLOW = """
import os, time

class Model:
    def __init__(self, base_directory, context):
        with open("go.txt") as file:
            path = file.read()
        while not os.path.exists(path):
            time.sleep(0.01)
        {then}

    def request(self, data):
        return {{"out": 0}}
"""


def out(client: Client, version: str) -> Any:
    answer = client("POST", f"{version}/request", {"in": 1})
    assert answer.status == 200, answer
    return answer.body["result"]["out"] if answer.body["success"] else answer.body["error_message"]


def test_first_upload(client: Client, tmp_path: Path) -> None:
    version = client.model()
    answer = client("POST", f"{version}/request", {"in": 1})
    assert answer.status == 400
    assert answer.error == "Version is not available: No model package has been uploaded for this version yet"
    assert client("GET", f"{version}/download").error == "No package was uploaded for version 'v'"

    package = zipped(SLOW.format(then="pass"), **{"go.txt": str(tmp_path / "go")})
    assert client.upload("PUT", f"{version}/upload", "p.zip", package).body == {"success": True}
    building = client("GET", version).body
    assert building["status"] == "building"
    assert building["file_last_updated"] > building["creation_date"]
    refused = client("POST", f"{version}/request", {"in": 1})
    assert refused.error == "Version is not available: The version is currently in the building stage"
    assert client("POST", f"{version}/request-batch", [{"in": 1}]).error == refused.error
    # A change of settings while it is being built is no trouble.
    assert client("PATCH", version, {"maximum_instances": 2}).body["status"] == "building"
    (tmp_path / "go").touch()
    assert client.built(version, "available")["error_message"] == ""
    assert out(client, version) == 0


def test_download_is_what_was_uploaded(client: Client) -> None:
    version = client.model()
    package = zipped(DOUBLE)
    for name, quoted in (
        ("my model.zip", 'attachment; filename="my model.zip"'),
        ("../../etc/pass.zip", 'attachment; filename="pass.zip"'),
        ("modèle.zip", "attachment; filename=\"mod?le.zip\"; filename*=UTF-8''mod%C3%A8le.zip"),
    ):
        assert client.upload("PUT", f"{version}/upload", name, package).status == 200
        download = client.raw("GET", f"{version}/download")
        assert download.body == package
        assert download.headers["Content-Disposition"] == quoted
        assert download.headers["Content-Type"] == "application/octet-stream"
    client.built(version, "available")
    platform = client.emulator._platform
    assert platform is not None
    assert len(list(platform.storage.packages.iterdir())) == 1


def archive(*entries: Any, text: str = "x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            package.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not a valid zip file"),
        (b"no zip", "is not a valid zip file"),
        (zipped(DOUBLE)[:-10], "is not a valid zip file"),
        (archive(("../model.py", 0o644)), "holds a path that leads outside of it: '../model.py'"),
        (archive(("model_package/../../x", 0o644)), "holds a path that leads outside of it: 'model_package/../../x'"),
        (archive(("/etc/x", 0o644)), "holds a path that leads outside of it: '/etc/x'"),
        (archive(("model_package/link", stat.S_IFLNK | 0o777)), "holds a symbolic link, which is not allowed:"),
        (archive(("", 0o644)), "holds a file without a name"),
        (archive(("model_package/zeros", 0o644), text="0" * (65 << 20)), "looks like a zip bomb"),
    ],
    ids=["empty", "text", "cut", "parent", "inner-parent", "absolute", "link", "nameless", "bomb"],
)
def test_bad_packages_are_refused(doubling: Any, content: bytes, message: str) -> None:
    client, version = doubling
    before = client("GET", version).body
    answer = client.upload("PUT", f"{version}/upload", "p.zip", content)
    assert answer.status == 400
    assert answer.error.startswith("file: The package ")
    assert message in answer.error
    assert client("GET", version).body == before
    platform = client.emulator._platform
    assert len(list(platform.storage.packages.iterdir())) == 1
    assert list(platform.storage.uploads.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "status", "message"),
    [
        ("import nothing_of_that_name", "deploying_failed", "nothing_of_that_name"),
        ("class Other: pass", "deploying_failed", "Model"),
        (
            "class Model:\n    def __init__(self, base_directory, context):\n        raise ValueError('x' * 900)",
            "deploying_failed",
            "xxx",
        ),
    ],
)
def test_failed_deployments(client: Client, code: str, status: str, message: str) -> None:
    version = client.model()
    found = client.deploy(version, code, status)
    assert message in found["error_message"]
    assert len(found["error_message"]) <= 500
    assert "failed to deploy" in client("POST", f"{version}/request", {"in": 1}).error
    assert zipfile.ZipFile(io.BytesIO(client.raw("GET", f"{version}/download").body)).testzip() is None
    client.deploy(version, DOUBLE)
    assert client("GET", version).body["error_message"] == ""
    assert out(client, version) == 2


def test_a_package_made_on_windows(client: Client) -> None:
    version = client.model()
    content = archive(("model_package\\at 10:30.txt", 0), ("model_package\\model.py", 0), text=DOUBLE)
    assert client.upload("PUT", f"{version}/upload", "p.zip", content).status == 200
    client.built(version, "available")
    assert out(client, version) == 2


def test_failed_builds(client: Client) -> None:
    version = client.model()
    content = archive(("elsewhere/model.py", 0o644))
    client.upload("PUT", f"{version}/upload", "p.zip", content)
    expected = "The package holds no directory 'model_package' at its root; it holds 'elsewhere'"
    assert client.built(version, "building_failed")["error_message"] == expected
    assert "failed to build" in client("POST", f"{version}/request", {"in": 1}).error


def test_old_code_serves_until_the_new_is_built(client: Client, tmp_path: Path) -> None:
    version = client.model()
    client.deploy(version, CONSTANT.format(1))
    client.upload(
        "PUT", f"{version}/upload", "p.zip", zipped(SLOW.format(then="pass"), **{"go.txt": str(tmp_path / "go")})
    )
    assert client("GET", version).body["status"] == "available_building"
    assert out(client, version) == 1
    (tmp_path / "go").touch()
    client.built(version, "available")
    assert out(client, version) == 0

    client.deploy(version, "raise ValueError('broken')", "available_building_failed")
    assert "broken" in client("GET", version).body["error_message"]
    assert out(client, version) == 0
    client.deploy(version, CONSTANT.format(3))
    assert out(client, version) == 3
    platform = client.emulator._platform
    assert platform is not None
    assert len(list(platform.storage.packages.iterdir())) == 1


def test_running_requests_survive_a_new_upload(client: Client, tmp_path: Path) -> None:
    version = client.model()
    client.deploy(
        version,
        """
        import os, time

        class Model:
            def __init__(self, base_directory, context):
                pass

            def request(self, data):
                open(os.path.join({0!r}, "reached"), "w").close()
                while not os.path.exists(os.path.join({0!r}, "go")):
                    time.sleep(0.01)
                return {{"out": 1}}
        """.format(str(tmp_path)),
    )
    answers: List[Any] = []
    thread = threading.Thread(target=lambda: answers.append(out(client, version)))
    thread.start()
    wait_until((tmp_path / "reached").exists)
    client.deploy(version, CONSTANT.format(2))
    assert out(client, version) == 2
    (tmp_path / "go").touch()
    thread.join()
    assert answers == [1]


def test_last_of_two_uploads_wins(client: Client, tmp_path: Path) -> None:
    version = client.model()
    slow = zipped(SLOW.format(then="raise ValueError('late')"), **{"go.txt": str(tmp_path / "go")})
    client.upload("PUT", f"{version}/upload", "p.zip", slow)
    client.deploy(version, CONSTANT.format(2))
    (tmp_path / "go").touch()
    platform = client.emulator._platform
    assert platform is not None
    wait_until(lambda: not platform.builds._jobs)
    assert client("GET", version).body["status"] == "available"
    assert out(client, version) == 2


def test_deleting_while_building(client: Client, tmp_path: Path) -> None:
    version = client.model()
    slow = zipped(SLOW.format(then="pass"), **{"go.txt": str(tmp_path / "go")})
    client.upload("PUT", f"{version}/upload", "p.zip", slow)
    assert client("DELETE", version).status == 204
    platform = client.emulator._platform
    assert platform is not None
    wait_until(lambda: not platform.builds._jobs)
    assert list(platform.storage.packages.iterdir()) == []
    assert client("GET", version).status == 404


def test_settings_reach_the_model(client: Client) -> None:
    version = client.model(outputs=(("out", "string"),), language="python3.8")
    client.deploy(
        version,
        """
        import json, os

        class Model:
            def __init__(self, base_directory, context):
                self.context = context

            def request(self, data):
                self.context["host"] = os.environ["UBIOPS_API_HOST"]
                return {"out": json.dumps(self.context)}
        """,
    )
    context: Dict[str, Any] = {
        "project": "demo",
        "model": "m",
        "version": "v",
        "input_type": "structured",
        "output_type": "structured",
        "language": "python3.8",
        "input_fields": [{"name": "in", "data_type": "int"}],
        "output_fields": [{"name": "out", "data_type": "string"}],
        "environment_variables": {},
        "host": client.emulator.host,
    }
    assert json.loads(out(client, version)) == context
    client("PATCH", "/projects/demo/models/m", {"name": "renamed"})
    renamed = version.replace("/m/", "/renamed/")
    wait_until(lambda: json.loads(out(client, renamed)) == {**context, "model": "renamed"})
    client("PATCH", renamed, {"language": "python3.7"})
    client.built(renamed, "available")
    assert json.loads(out(client, renamed))["language"] == "python3.7"


def test_older_settings_do_not_overtake_newer_ones(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    version = client.model()
    client.deploy(version, DOUBLE)
    runtime = platform(client).builds._runtime
    update, reached, go = runtime.update, threading.Event(), threading.Event()
    idle_times: List[int] = []

    def slow(build: Build) -> None:
        if not reached.is_set():
            reached.set()
            go.wait(60)
        update(build)
        idle_times.append(build.maximum_idle_time)

    monkeypatch.setattr(runtime, "update", slow)
    calls = [
        threading.Thread(target=client, args=("PATCH", version, {"maximum_idle_time": seconds}))
        for seconds in (100, 200)
    ]
    calls[0].start()
    assert reached.wait(60)
    calls[1].start()
    calls[1].join(0.5)  # longer than it takes where nothing makes it wait
    go.set()
    for call in calls:
        call.join(60)
    assert client("GET", version).body["maximum_idle_time"] == 200
    assert idle_times == [100, 200]


def test_sending_the_language_builds_again(client: Client) -> None:
    emulator, version = client.emulator, client.model()
    assert client("PATCH", version, {"language": "python3.7"}).body["status"] == "initialised"
    client.deploy(version, CONSTANT.format(1))
    emulator.fail("failed_build", count=1)
    client.deploy(version, CONSTANT.format(2), "available_building_failed")
    assert client("PATCH", version, {"description": "d"}).body["status"] == "available_building_failed"
    assert client("PATCH", version, {"language": "python3.7"}).body["status"] == "available_building"
    client.built(version, "available")
    assert out(client, version) == 2


def test_uploads_at_the_same_time(client: Client) -> None:
    versions = [client.model(f"m{number}") for number in range(4)]
    run(lambda version: client.deploy(version, CONSTANT.format(7)), versions)
    assert [out(client, version) for version in versions] == [7] * 4


def run(call: Callable[[str], Any], values: List[str]) -> None:
    threads = [threading.Thread(target=call, args=(value,)) for value in values]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
