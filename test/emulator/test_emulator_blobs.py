"""Blobs: kept, listed, expired, handed to models and taken from them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from test.support.emulator.client import wait_until
from ubiops.emulator.common.dates import utc_now

if TYPE_CHECKING:
    from test.support.emulator.client import Client

BLOBS = "/projects/demo/blobs"


def test_life(client: Client) -> None:
    content = bytes(range(256)) * 1000
    created = client.upload("POST", BLOBS, 'my "file".bin', content)
    assert created.status == 201
    blob = created.body
    assert {key: blob[key] for key in ("filename", "size", "ttl")} == {
        "filename": 'my "file".bin',
        "size": len(content),
        "ttl": 259200,
    }
    assert len(blob["creation_date"]) == len("2020-05-18T11:26:57.904+00:00")
    got = client.raw("GET", f"{BLOBS}/{blob['id']}")
    assert got.body == content
    assert got.headers["Content-Disposition"] == 'attachment; filename="my \\"file\\".bin"'
    assert got.headers["Content-Length"] == str(len(content))
    assert client("GET", BLOBS).body == [blob]
    assert client("DELETE", f"{BLOBS}/{blob['id']}").status == 204
    for verb in ("GET", "DELETE"):
        answer = client(verb, f"{BLOBS}/{blob['id']}")
        assert (answer.status, answer.error) == (404, f"No blob {blob['id']!r}")
    assert client("GET", BLOBS).body == []
    platform = client.emulator._platform
    assert platform is not None
    assert list(platform.storage.blobs.iterdir()) == []


def test_empty_blob(client: Client) -> None:
    blob = client.upload("POST", BLOBS, "empty", b"").body
    assert blob["size"] == 0
    assert client.raw("GET", f"{BLOBS}/{blob['id']}").body == b""


@pytest.mark.parametrize("ttl", ["899", "259201", "x", "", "1.5", "-900"])
def test_wrong_ttl(shared: Client, ttl: str) -> None:
    answer = shared.upload("POST", BLOBS, "x", b"x", **{"blob-ttl": ttl or " "})
    assert answer.status == 400
    assert "blob-ttl: must be" in answer.error


def test_expiry(client: Client) -> None:
    short = client.upload("POST", BLOBS, "short", b"x", **{"blob-ttl": "900"}).body
    long = client.upload("POST", BLOBS, "long", b"x", **{"blob-ttl": "1000"}).body
    assert (short["ttl"], long["ttl"]) == (900, 1000)
    version = client.model("m", [("file", "blob")], None)
    client.deploy(version, "class Model:\n  def __init__(self, **_): pass\n  def request(self, data): return 'x'")
    platform = client.emulator._platform
    assert platform is not None
    platform.clock = lambda: utc_now() + timedelta(seconds=950)
    assert [each["filename"] for each in client("GET", BLOBS).body] == ["long"]
    for verb in ("GET", "DELETE"):
        assert client(verb, f"{BLOBS}/{short['id']}").status == 404
    assert "No blob" in client("POST", f"{version}/request", {"file": short["id"]}).error
    assert client("POST", f"{version}/request", {"file": long["id"]}).body["success"]
    # Nobody has to upload anything for the file to go.
    platform.clock_moved()
    wait_until(lambda: [path.name for path in platform.storage.blobs.iterdir()] == [long["id"]])


def test_lists(client: Client) -> None:
    platform = client.emulator._platform
    assert platform is not None
    start = utc_now()
    names = [f"b{number}" for number in range(60)]
    dates = {}
    for number, name in enumerate(names):
        platform.clock = lambda moment=start + timedelta(seconds=number): moment  # type: ignore[misc] # each keeps its own
        dates[name] = client.upload("POST", BLOBS, name, b"").body["creation_date"]

    def listed(query: str) -> Any:
        return [each["filename"] for each in client("GET", f"{BLOBS}{query}").body]

    assert listed("") == names[:9:-1]
    assert listed("?range=-1") == ["b59"]
    assert listed("?range=2") == ["b0", "b1"]
    assert listed("?range=0") == []
    date = dates["b10"].replace("+", "%2B")
    assert listed(f"?range=2&creation_date={date}") == ["b10", "b11"]
    assert listed(f"?range=-2&creation_date={date}") == ["b10", "b9"]
    spaced = dates["b10"][:23].replace("T", "+")
    assert listed(f"?range=2&creation_date={spaced}") == ["b10", "b11"]
    assert listed("?range=5&creation_date=2100-01-01+00:00:00") == []
    for wrong in ("yesterday", "", "12", "0001-01-01T00:00:00%2B23:00"):
        answer = client("GET", f"{BLOBS}?creation_date={wrong}")
        assert (answer.status, "creation_date: must be a date" in answer.error) == (400, True)


def test_through_a_model(client: Client) -> None:
    version = client.model("m", [("file", "blob"), ("how", "string")], [("file", "blob"), ("path", "string")])
    client.deploy(
        version,
        """
        import os

        class Model:
            def __init__(self, base_directory, context):
                self.base = base_directory

            def request(self, data):
                with open(data["file"], "r+") as file:
                    text = file.read()
                    file.write("spoilt")
                results = {"relative": "out.txt", "absolute": os.path.join(self.base, "sub", "out.txt")}
                result = results.get(data["how"], data["how"])
                if data["how"] in results:
                    os.makedirs("sub", exist_ok=True)
                    with open(result, "w") as file:
                        file.write(text.upper())
                return {"file": result, "path": data["file"]}
        """,
    )
    blob = client.blob("näme 1.txt", b"hello")
    for how in ("relative", "absolute"):
        body = client("POST", f"{version}/request", {"file": blob, "how": how}).body
        assert body["success"], body
        assert body["result"]["path"].endswith(f"/{blob}/näme 1.txt")
        out = client.raw("GET", f"{BLOBS}/{body['result']['file']}")
        assert out.body == b"HELLO"
        assert out.headers["Content-Disposition"] == 'attachment; filename="out.txt"'
    assert client.raw("GET", f"{BLOBS}/{blob}").body == b"hello"
    for how in ("missing.txt", "sub", "", "\x00", "/dev/null", "x" * 5000):
        body = client("POST", f"{version}/request", {"file": blob, "how": how}).body
        assert (body["success"], body["result"]) == (False, None)
        assert "field file: there is no file" in body["error_message"]
    platform = client.emulator._platform
    assert platform is not None
    assert platform._temporary is not None
    assert list((platform._temporary.path / "requests").iterdir()) == []
    assert list(platform.storage.uploads.iterdir()) == []
