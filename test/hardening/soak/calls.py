"""The mixed calls that a thread makes."""

from __future__ import annotations

import hashlib
import os
import random
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

import urllib3

from ubiops import CoreApi, utils

from .furnish import PLACE
from .journal import DONE, WRONG, Entry, Journal, Watch, fate_of

MOST = 12  # objects of a kind that a thread keeps
SIZES = (0, 100, 4_000, 70_000, 70_000, 300_000)  # bytes of blobs


class Client(NamedTuple):
    """What calls are made with.

    Attributes:
        api: The client, by way of the proxy; `watch` is its hook.
        watch: Sees what it sends.
        timed: A client without hooks, not by way of the proxy.
        bare: What it is compared with.
        status: What `bare` asks for, and the headers with which it does.
    """

    api: CoreApi
    watch: Watch
    timed: CoreApi
    bare: urllib3.HTTPConnectionPool
    asked: Tuple[str, Dict[str, str]]


class Worker:
    """A thread, or a process, that calls.

    Args:
        number: Tells it apart from the others.
        client: What it calls with.
        folder: Where it may write.
        timed_every: Of so many calls each is followed by one that is timed.
    """

    def __init__(self, number: int, client: Client, folder: Path, timed_every: int) -> None:
        self._number = number
        self._client = client
        self._api = client.api
        self._folder = folder
        self._timed_every = timed_every
        self._journal = Journal(folder / f"calls-{number}")
        self._random = random.Random(number)
        self._count = 0
        self._models: List[str] = []
        self._blobs: List[Tuple[str, str, bytes]] = []
        self._batches: List[Tuple[str, int]] = []
        self._requests: List[str] = []
        self._shares: List[Tuple[Callable[[], None], int]] = [
            (self._get, 16),
            (self._list, 5),
            (self._create, 7),
            (self._update, 5),
            (self._delete, 6),
            (self._direct, 18),
            (self._batch, 7),
            (self._collect, 5),
            (self._upload, 8),
            (self._download, 8),
            (self._remove, 7),
            (self._log, 3),
            (self._pipeline, 5),
        ]

    def run(self, count: int) -> None:
        """Make so many calls."""
        kinds, weights = zip(*self._shares)
        try:
            for self._count in range(1, count + 1):
                self._random.choices(kinds, weights)[0]()
                if not self._count % self._timed_every:
                    self._compare()
        finally:
            self._journal.close()

    @property
    def _serial(self) -> int:
        """A number that no other call has."""
        return self._number * 10_000_000 + self._count

    def _call(self, kind: str, key: Any, call: Callable[[], Any], right: Callable[[Any], Any]) -> bool:
        """Make a call, and write down what became of it; return whether its answer came, and was right."""
        self._client.watch.take()
        fate, told = DONE, None
        try:
            answer = call()
            if not right(answer):
                fate, told = WRONG, repr(answer)[:500]
        except Exception as error:
            attempts = self._client.watch.take()
            self._journal.write(
                Entry(kind, str(key), fate_of(error, attempts), f"{type(error).__name__}: {error}"[:500], attempts)
            )
            return False
        self._journal.write(Entry(kind, str(key), fate, told, self._client.watch.take()))
        return fate == DONE

    # Objects

    def _get(self) -> None:
        name = self._random.choice([*self._models, PLACE[1]])
        self._call("get", name, lambda: self._api.models_get("demo", name), lambda model: model.name == name)

    def _list(self) -> None:
        own = set(self._models)

        def right(models: Any) -> bool:
            return own <= {model.name for model in models}

        self._call("list", "", lambda: self._api.models_list("demo"), right)

    def _create(self) -> None:
        if len(self._models) >= MOST:
            return self._delete()
        name = f"m-{self._serial}"
        data = {"name": name, "input_type": "plain", "output_type": "plain"}
        made = self._call(
            "create", name, lambda: self._api.models_create("demo", data), lambda model: model.name == name
        )
        if made:
            self._models.append(name)
        return None

    def _update(self) -> None:
        if not self._models:
            return self._create()
        name, text = self._random.choice(self._models), str(self._serial)
        data = {"description": text}
        self._call(
            "update",
            f"{name} {text}",
            lambda: self._api.models_update("demo", name, data),
            lambda model: model.description == text,
        )
        return None

    def _delete(self) -> None:
        if not self._models:
            return self._create()
        name = self._models.pop(self._random.randrange(len(self._models)))
        self._call("delete", name, lambda: self._api.models_delete("demo", name), lambda answer: answer is None)
        return None

    # Requests

    def _direct(self) -> None:
        number = self._serial
        answers: List[Any] = []

        def call() -> Any:
            answers.append(self._api.model_requests_create(*PLACE, {"in": number}))
            return answers[0]

        if self._call("request", number, call, lambda answer: answer.result == {"out": 2 * number}):
            self._requests = [*self._requests[-MOST:], answers[0].request_id]

    def _pipeline(self) -> None:
        number = self._serial
        self._call(
            "request",
            number,
            lambda: self._api.pipelines_request("demo", "line", {"in": number}),
            lambda answer: [each.result for each in answer.model_requests] == [{"out": 2 * number}],
        )

    def _batch(self) -> None:
        number = self._serial
        answers: List[Any] = []

        def call() -> Any:
            answers.append(self._api.batch_model_requests_create(*PLACE, [{"in": number}]))
            return answers[0]

        if self._call("batch", number, call, lambda answer: len(answer) == 1):
            self._batches = [*self._batches[-MOST:], (answers[0][0].id, number)]

    def _collect(self) -> None:
        if not self._batches:
            return self._batch()
        chosen = self._random.sample(self._batches, min(3, len(self._batches)))

        def right(answer: Any) -> bool:
            found = {each.id: each for each in answer}
            for request, number in chosen:
                result = found.pop(request)
                if result.request_data != {"in": number} or result.result not in (None, {"out": 2 * number}):
                    return False
            return not found

        ids = [request for request, _ in chosen]
        self._call("collect", "", lambda: self._api.batch_model_requests_batch_collect(*PLACE, ids), right)
        return None

    def _log(self) -> None:
        if not self._requests:
            return self._direct()
        request = self._random.choice(self._requests)
        data = {"filters": {"request_id": request}, "limit": 10}
        self._call(
            "log",
            request,
            lambda: self._api.projects_log_list("demo", data),
            lambda lines: all(line.request_id == request for line in lines),
        )
        return None

    # Files

    def _upload(self) -> None:
        if len(self._blobs) >= MOST:
            return self._remove()
        content = self._random.choice([os.urandom, bytes])(self._random.choice(SIZES))
        name = f"b-{self._serial}"
        answers: List[Any] = []

        def call() -> Any:
            file: Any = content
            if self._random.random() < 0.5:
                file = self._folder / name
                file.write_bytes(content)
            try:
                answers.append(utils.upload_blob(self._api, "demo", file, filename=name, progress=False))
            finally:
                if file is not content:
                    file.unlink()
            return answers[0]

        if self._call("upload", name, call, lambda blob: (blob.filename, blob.size) == (name, len(content))):
            self._blobs.append((answers[0].id, name, hashlib.sha256(content).digest()))
        return None

    def _download(self) -> None:
        if not self._blobs:
            return self._upload()
        blob, _, digest = self._random.choice(self._blobs)

        def by_utils() -> Any:
            return utils.download_blob(self._api, "demo", blob, self._folder, progress=False)

        def by_client() -> Any:
            return self._api.blobs_get("demo", blob, _preload_content=True)

        chosen = self._random.choice([by_utils, by_client])

        def call() -> bytes:
            path = Path(chosen())
            try:
                return path.read_bytes()
            finally:
                path.unlink()

        self._call("download", blob, call, lambda content: hashlib.sha256(content).digest() == digest)
        return None

    def _remove(self) -> None:
        if not self._blobs:
            return self._upload()
        blob, name, _ = self._blobs.pop(self._random.randrange(len(self._blobs)))
        self._call("remove", name, lambda: self._api.blobs_delete("demo", blob), lambda answer: answer is None)
        return None

    def _compare(self) -> None:
        """Time a call of the client, and the same by urllib3 alone; one after the other, in turns."""

        def by_client() -> Any:
            return self._client.timed.roles_get("demo", "project-viewer")

        def bare() -> Any:
            path, headers = self._client.asked
            return self._client.bare.urlopen("GET", path, headers=headers, retries=False).data

        times = {}
        turns = [by_client, bare] if self._count // self._timed_every % 2 else [bare, by_client]
        for call in turns:
            began = time.perf_counter()
            call()
            times[call] = time.perf_counter() - began
        self._journal.write(Entry("timed", "", DONE, [times[by_client], times[bare]], []))
