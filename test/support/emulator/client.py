"""A client of an emulator that knows nothing but HTTP and the specification."""

from __future__ import annotations

import io
import json
import textwrap
import time
import weakref
import zipfile
from typing import Any, Callable, Dict, Iterator, NamedTuple, Optional

import urllib3
from jsonschema import Draft202012Validator

from ubiops.emulator import Emulator
from ubiops.emulator.web.spec import load

PROJECT = "/projects/demo"
DOUBLE = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"out": data["in"] * 2}
"""


class Answer(NamedTuple):
    """What came back: `body` is the parsed JSON, or bytes for downloads, or None."""

    status: int
    body: Any
    headers: Any

    @property
    def error(self) -> str:
        """The message of a refused call, which holds nothing else."""
        assert self.status >= 400, self
        assert list(self.body) == ["error"]
        return str(self.body["error"])


def zipped(code: str, **files: str) -> bytes:
    """Return a model package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("model_package/model.py", textwrap.dedent(code))
        for name, text in files.items():
            package.writestr(f"model_package/{name}", text)
    return buffer.getvalue()


class Client:
    """Calls an emulator; holds every successful answer to the specification."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.http = urllib3.PoolManager(maxsize=40, retries=False, timeout=60)
        weakref.finalize(self, self.http.clear)  # the oldest urllib3 leaves its sockets open

    def raw(self, verb: str, path: str, headers: Optional[Dict[str, str]] = None, **options: Any) -> Answer:
        """Send a request with the token, and read the answer."""
        given = {"Authorization": self.emulator.token, **(headers or {})}
        url = (self.emulator.host if path.startswith("/") else self.emulator.host[: -len("/v2.1")] + "/") + path
        response = self.http.request(
            verb, url, headers={name: value for name, value in given.items() if value}, **options
        )
        data = response.data
        if response.headers.get("Content-Type") == "application/json":
            data = json.loads(data)
        answer = Answer(response.status, data or (None if response.status == 204 else data), response.headers)
        if response.status < 300 and path.startswith("/"):
            check_answer(verb, path, answer)
        return answer

    def __call__(self, verb: str, path: str, body: Any = ..., **headers: str) -> Answer:
        """Send JSON."""
        data = None if body is ... else json.dumps(body).encode()
        return self.raw(verb, path, {"Content-Type": "application/json", **headers}, body=data)

    def upload(self, verb: str, path: str, name: str, content: bytes, **headers: str) -> Answer:
        """Send a form with a file."""
        return self.raw(verb, path, headers, fields={"file": (name, content, "application/octet-stream")})

    def blob(self, name: str, content: bytes) -> str:
        """Upload a blob; return its id."""
        return str(self.upload("POST", f"{PROJECT}/blobs", name, content).body["id"])

    def model(
        self, name: str = "m", inputs: Any = (("in", "int"),), outputs: Any = (("out", "int"),), **settings: Any
    ) -> str:
        """Make a model and a version `v`; None for plain data. Return the path of the version."""
        body: Dict[str, Any] = {"name": name}
        for side, fields in (("input", inputs), ("output", outputs)):
            body[f"{side}_type"] = "plain" if fields is None else "structured"
            body[f"{side}_fields"] = [{"name": key, "data_type": kind} for key, kind in fields or ()]
        assert self("POST", f"{PROJECT}/models", body).status == 201
        assert self("POST", f"{PROJECT}/models/{name}/versions", {"version": "v", **settings}).status == 201
        return f"{PROJECT}/models/{name}/versions/v"

    def deploy(self, version: str, code: str, expected: str = "available", **files: str) -> Dict[str, Any]:
        """Upload code and wait for the end of the build."""
        assert self.upload("PUT", f"{version}/upload", "p.zip", zipped(code, **files)).body == {"success": True}
        return self.built(version, expected)

    def built(self, version: str, expected: str) -> Dict[str, Any]:
        """Wait for the end of a build; return the version."""
        found: Dict[str, Any] = wait_until(lambda: self.settled(version))
        assert found["status"] == expected, found
        return found

    def settled(self, version: str) -> Optional[Dict[str, Any]]:
        """Return the version, or None while it is being built."""
        found: Dict[str, Any] = self("GET", version).body
        return None if found["status"].endswith("building") else found


def check_answer(verb: str, path: str, answer: Answer) -> None:
    """Hold an answer to the schema of its operation."""
    specification = load()
    segments = ["v2.1", *filter(None, path.partition("?")[0].split("/"))]
    operation, _ = specification.match(verb, segments)
    if operation.id == "authorize":
        return
    for item in specification._document["paths"].values():
        for described in item.values():
            if isinstance(described, dict) and described.get("operationId") == operation.id:
                content = described["responses"][str(answer.status)].get("content", {})
                if "application/json" in content:
                    schema = specification._inlined(content["application/json"]["schema"])
                    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
                    validator.validate(answer.body)
                else:
                    assert content or answer.body is None


def wait_until(condition: Callable[[], Any], seconds: float = 60) -> Any:
    """Return the first truth that a condition tells."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("it did not happen in time")


def connected(emulator: Emulator) -> Iterator[Client]:
    """Give a client, and close its sockets at the end."""
    client = Client(emulator)
    try:
        yield client
    finally:
        client.http.clear()
