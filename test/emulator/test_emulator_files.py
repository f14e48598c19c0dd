"""Blobs that models make, in direct and batch requests and in pipelines, however many run at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, List

import pytest

from test.support.emulator.client import PROJECT
from test.support.emulator.operations import platform
from test.support.emulator.pipelines import build, finished, make_pipeline

if TYPE_CHECKING:
    from test.support.emulator.client import Client

# As published packages do: one name for the output, whatever the input.
PACKAGE = """
import time

class Model:
    def __init__(self, base_directory, context):
        self.name = %r

    def request(self, data):
        with open(data["file"]) as file:
            text = file.read()
        with open("out.csv", "w") as file:
            file.write(text + self.name)
            file.flush()
            time.sleep(0.002)
        return {"file": "out.csv"}
"""
FILE = [("file", "blob")]


@pytest.mark.parametrize("instances", [1, 4, 20])
def test_everyone_gets_their_own(client: Client, instances: int) -> None:
    version = client.model("a", FILE, FILE, maximum_instances=instances)
    client.deploy(version, PACKAGE % "a")
    client.deploy(client.model("b", FILE, FILE, maximum_instances=instances), PACKAGE % "b")
    pipeline = make_pipeline(client, FILE)
    build(client, pipeline, {"first": "a", "second": "b"}, "pipeline_start first file>file", "first second file>file")
    inputs = [client.blob("in", f"{number} ".encode()) for number in range(40)]

    def content(result: Any) -> str:
        return str(client.raw("GET", f"{PROJECT}/blobs/{result['file']}").body.decode())

    def direct(blob: str) -> str:
        return content(client("POST", f"{version}/request", {"file": blob}).body["result"])

    def through(blob: str) -> List[str]:
        requests = client("POST", f"{pipeline}/request", {"file": blob}).body["model_requests"]
        return [content(each["result"]) for each in requests]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(direct, inputs)) == [f"{number} a" for number in range(40)]
        assert list(pool.map(through, inputs)) == [[f"{number} a", f"{number} ab"] for number in range(40)]
    ids = [each["id"] for each in client("POST", f"{version}/request-batch", [{"file": blob} for blob in inputs]).body]
    results = [each["result"] for each in finished(client, version, ids)]
    assert [content(result) for result in results] == [f"{number} a" for number in range(40)]
    assert list(platform(client).storage.uploads.iterdir()) == []


SWAP = """
import glob, os

class Model:
    def __init__(self, base_directory, context):
        self.write = os.write

    def request(self, data):
        # Stands in for what hands files over; `how` is what it makes of the place.
        os.write = lambda channel, frame: self.answer(channel, frame, data["how"])
        with open("right", "w") as file:
            file.write("x")
        return {"file": "right", "other": "right"}

    def answer(self, channel, frame, how):
        os.write = self.write
        for place in glob.glob(self.places + "/*"):
            os.remove(place)
            if how == "pipe":
                os.mkfifo(place)
            elif how == "link":
                os.symlink("/etc/hostname", place)
            elif how == "directory":
                os.mkdir(place)
        return self.write(channel, frame)
"""


@pytest.mark.parametrize("how", ["pipe", "link", "directory", "nothing"])
def test_what_is_handed_over_is_looked_at(client: Client, how: str) -> None:
    version = client.model("m", [("how", "string")], [*FILE, ("other", "blob")])
    uploads = platform(client).storage.uploads
    client.deploy(version, SWAP.replace("self.places", repr(str(uploads))))
    answer = client("POST", f"{version}/request", {"how": how}).body
    assert answer["success"] is False
    assert answer["error_message"] == "Data validation error for field file: no file was handed over"
    assert client("GET", f"{PROJECT}/blobs").body == []
    assert list(uploads.iterdir()) == []


def test_large_answer(client: Client) -> None:
    version = client.model("m", None, None)
    client.deploy(version, "class Model:\n    def request(self, data):\n        return 'x' * int(data)")
    limit = (32 << 20) - 2
    assert len(client("POST", f"{version}/request", str(limit)).body["result"]) == limit
    answer = client("POST", f"{version}/request", str(limit + 1)).body
    assert (answer["success"], answer["result"]) == (False, None)
    assert answer["error_message"] == f"The result takes {(32 << 20) + 1} bytes as JSON; 32 MB is the limit"
