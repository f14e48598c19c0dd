"""A request on its way through an instance, and what the answer to it says."""

from __future__ import annotations

import json
import time
from typing import Callable, NoReturn, Optional

from .build import Outcome, always


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


class Job:
    """A request on its way through a worker, or the start of a worker's model.

    Args:
        body: The frame for the worker.
        timeout: Seconds from now.
        request_id: Named in log lines.
        finish: Takes the outcome, in any thread; the first one counts.
        wanted: Whether it is still to begin.
    """

    def __init__(
        self,
        body: bytes,
        timeout: float,
        request_id: Optional[str],
        finish: Callable[[Outcome], None],
        wanted: Callable[[], bool] = always,
    ) -> None:
        self.body = body
        self.finish = finish
        self.wanted = wanted
        self.timeout = timeout
        self.deadline = time.monotonic() + timeout
        self.request_id = request_id
        self.turn = 0  # the pool's: which of a request and a start came first
        self.sent = False
        self.returned = False  # by an instance that was lost before it was sent; no second time

    def fail(self, message: str) -> None:
        """Finish with a failure."""
        self.finish(Outcome.failure(message))


def timed_out(job: Job) -> str:
    """Return the message of a job whose time is over."""
    what = "The request" if job.request_id is not None else "The start of the model"
    return f"{what} timed out after {job.timeout:g} s"


def read_outcome(answer: bytes) -> Outcome:
    """Return what an answer says, which may be anything: the model can write to the socket, too."""
    try:
        text = answer[1:].decode()
        value, end = _DECODER.raw_decode(text)
        if end < len(text):
            raise ValueError("More follows than JSON")
        if answer.startswith(b"R") and isinstance(value["files"], dict):
            if b"\\u" in answer:  # half a surrogate pair is valid JSON but no text
                json.dumps(value, ensure_ascii=False).encode()
            return Outcome(True, value["result"], None, {field: str(name) for field, name in value["files"].items()})
        if answer.startswith((b"E", b"X")) and isinstance(value, str):
            return Outcome.failure(value)
    except (ValueError, TypeError, KeyError, RecursionError) as error:  # such as an integer too long for Python
        return Outcome.failure(f"The result cannot be read: {error}")
    return Outcome.failure("The instance sent something that is no answer")
