"""The kinds of calls, each with what is right to answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

import ubiops
from ubiops import utils

from .exchange import Answer, json_answer

MODELS = "/v2.1/projects/demo/models"
MODEL = f"{MODELS}/churn"
VERSION = f"{MODEL}/versions/v1"
BLOBS = "/v2.1/projects/demo/blobs"
CREATE = f"{VERSION}/request-batch"
COLLECT = f"{VERSION}/request-batch-collect"

CONTENT = bytes(range(256)) * 400
"""A file that is downloaded."""

LARGE = bytes(1 << 20) * 12
"""A file that is uploaded; more than any buffer on the way takes."""

SMALL = bytes(1 << 17)

ROWS = [{"in": 1}, {"in": 2}]


class Bench(NamedTuple):
    """What a call is made with.

    Attributes:
        api: The client.
        folder: Where it may save files.
        upload: What it uploads.
        seconds: Time limit of calls that repeat other calls until something happens.
    """

    api: ubiops.CoreApi
    folder: Path
    upload: bytes
    seconds: float


class Kind(NamedTuple):
    """A kind of call.

    Attributes:
        name: What it is called in the table.
        method: HTTP method of the request that meets the fault.
        path: Its path.
        call: Makes the call; returns what is compared with `good`.
        good: What comes of it if nothing goes wrong.
        body: What becomes of the answer's body: `JSON` is made of it, it is `read`, `saved` to a file, saved to a
            file and `begun anew` if it breaks, or a `stream` that the program reads itself.
        runs: What repeats the request besides the client itself: `waiter`, `bulk, sending`, `bulk, collecting`.
        after: The request that is answered well before.
    """

    name: str
    method: str
    path: str
    call: Callable[[Bench], Any]
    good: Any
    body: str = "JSON"
    runs: str = ""
    after: Optional[Tuple[str, str]] = None


class Right:
    """Right answers; at the first request about a version it is still being built, also if that gets no answer."""

    def __init__(self) -> None:
        self._looks = 0

    def __call__(self, method: str, path: str, body: bytes) -> Answer:
        """Return the answer to a request."""
        if (method, path) == ("GET", VERSION):
            self._looks += 1
            return json_answer(200, {"version": "v1", "status": "building" if self._looks == 1 else "available"})
        if method == "GET" and path.startswith(BLOBS):
            return Answer(200, CONTENT, "application/octet-stream")
        if path in (CREATE, COLLECT) and body:
            return json_answer(200, [_request(row, path == COLLECT) for row in json.loads(body)])
        return _ANSWERS.get((method, path)) or json_answer(200, {"name": "churn"})


def _request(row: Any, finished: bool) -> Dict[str, Any]:
    """Return a batch request by its row or its id; the id is the row, doubled."""
    number = int(row) if finished else 2 * int(row["in"])
    return {"id": str(number), "status": "completed", "result": {"out": number}} if finished else {"id": str(number)}


_ANSWERS = {
    ("GET", MODELS): json_answer(200, [{"name": "churn"}, {"name": "fraud"}]),
    ("POST", MODELS): json_answer(201, {"name": "churn"}),
    ("DELETE", MODEL): json_answer(204, None),
    ("PUT", f"{VERSION}/upload"): json_answer(200, {"success": True}),
    ("POST", BLOBS): json_answer(201, {"id": "b1"}),
    ("POST", CREATE): json_answer(200, []),
    ("POST", COLLECT): json_answer(200, []),
}


def _saved(path: str) -> bytes:
    file = Path(path)
    content = file.read_bytes()
    file.unlink()
    return content


def _stream(bench: Bench) -> bytes:
    with bench.api.blobs_get("demo", "b1") as response:
        content: bytes = response.read()
        return content


def _begun_anew(bench: Bench) -> bytes:
    target = bench.folder / "blob"
    return _saved(str(utils.download_blob(bench.api, "demo", "b1", target, attempts=2, progress=False)))


def _predict(bench: Bench) -> List[Any]:
    rows = utils.predict_many(
        bench.api, "demo", "churn", "v1", ROWS, timeout=bench.seconds, progress=False, max_in_flight=1
    )
    return [outcome.result if outcome.success else outcome.error for outcome in rows]


def _wait(bench: Bench) -> str:
    version = utils.wait_for_model_version(bench.api, "demo", "churn", "v1", timeout=bench.seconds, progress=False)
    return version.status


KINDS = (
    Kind("GET", "GET", MODEL, lambda bench: bench.api.models_get("demo", "churn").name, "churn"),
    Kind(
        "list", "GET", MODELS, lambda bench: [each.name for each in bench.api.models_list("demo")], ["churn", "fraud"]
    ),
    Kind("POST", "POST", MODELS, lambda bench: bench.api.models_create("demo", {"name": "churn"}).name, "churn"),
    Kind(
        "PATCH", "PATCH", MODEL, lambda bench: bench.api.models_update("demo", "churn", {"name": "churn"}).name, "churn"
    ),
    Kind("DELETE", "DELETE", MODEL, lambda bench: bench.api.models_delete("demo", "churn"), None, "read"),
    Kind("upload, POST", "POST", BLOBS, lambda bench: bench.api.blobs_create("demo", bench.upload).id, "b1"),
    Kind(
        "upload, PUT",
        "PUT",
        f"{VERSION}/upload",
        lambda bench: bench.api.model_versions_file_upload("demo", "churn", "v1", bench.upload).success,
        True,
    ),
    Kind(
        "download",
        "GET",
        f"{BLOBS}/b1",
        lambda bench: _saved(bench.api.blobs_get("demo", "b1", _preload_content=True)),
        CONTENT,
        "saved",
    ),
    Kind("download_blob", "GET", f"{BLOBS}/b1", _begun_anew, CONTENT, "begun anew"),
    Kind("stream", "GET", f"{BLOBS}/b1", _stream, CONTENT, "stream"),
    Kind(
        "async_req",
        "POST",
        MODELS,
        lambda bench: bench.api.models_create("demo", {"name": "churn"}, async_req=True).get(60).name,
        "churn",
    ),
    Kind("bulk, sending", "POST", CREATE, _predict, [{"out": 2}, {"out": 4}], runs="bulk, sending"),
    Kind(
        "bulk, collecting",
        "POST",
        COLLECT,
        _predict,
        [{"out": 2}, {"out": 4}],
        runs="bulk, collecting",
        after=("POST", CREATE),
    ),
    Kind("waiter", "GET", VERSION, _wait, "available", runs="waiter"),
)
