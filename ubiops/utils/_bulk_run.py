"""The flow of a bulk run: rows, chunks, calls, outcomes."""

from __future__ import annotations

import atexit
import os
import random
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Deque, Dict, Iterator, List, Optional, Sequence, Tuple, Union

import ubiops
from ubiops.utils._bulk_calls import Answer, Connection, Fate, fate, perform
from ubiops.utils._bulk_plan import Delivery, Plan
from ubiops.utils._checkpoint import Checkpoint, CheckpointException, digest
from ubiops.utils._exceptions import WaitTimeoutException
from ubiops.utils._outcomes import LOST, RowOutcome, UnknownFateException
from ubiops.utils._pace import Pace
from ubiops.utils._polling import Look, Polling
from ubiops.utils._progress import Progress
from ubiops.utils._trouble import asked_to_wait

_PATIENCE = 600.0  # seconds without an answer after which a service is given up
_LEAVING = 10.0  # seconds for what is under way to end when a run is left early
_HOPELESS = 1000  # rows refused in a row: then it is not the rows
_RESENDS = 3
_LOOK_UP = 1.0  # seconds after which a wait is begun anew, since on Windows Ctrl-C does not end one


@dataclass
class Send:
    """Rows to send in one call.

    Attributes:
        first: Index of the first.
        rows: Their JSON values.
        lost: How often they were sent without that an answer came.
    """

    first: int
    rows: List[Any]
    lost: int = 0


class Run:
    """A run, carried out by whoever takes its outcomes.

    Rows are read when there is room for them: as many chunks are read and not given out as twice those that may be in
    flight. So what is held does not depend on how many rows there are.

    Args:
        plan: What to do.
        source: Chunks of rows: for each row its JSON value, or the error that it has none.
        connection: Makes the client for the calls.
        executor: Where the calls are made.
        checkpoint: What was done before; None if nothing is kept.
        progress: Shows how many rows are done.
    """

    def __init__(
        self,
        plan: Plan,
        source: Iterator[List[Any]],
        connection: Connection,
        executor: Executor,
        checkpoint: Optional[Checkpoint],
        progress: Progress,
    ) -> None:
        self._plan = plan
        self._names = tuple(plan.names.values())
        self._source = source
        self._connection = connection
        self._executor = executor
        self._checkpoint = checkpoint
        self._progress = progress
        self._pace = Pace(plan.most)
        self._polling = Polling(plan.operations.most)
        self._to_send: Deque[Send] = deque()
        self._running: Dict[Future[Answer], Tuple[Union[Send, Look], float]] = {}
        self._read = 0  # rows
        self._exhausted = False
        self._delivery = Delivery(plan.ordered)
        self._lost: List[Tuple[int, int]] = []
        self._reason = ""
        self._refused_in_a_row = 0
        self._started = time.monotonic()
        self._answered = False
        self._trouble: Optional[Exception] = None
        self._in_vain_since: Optional[float] = None
        self._left = False
        self._process = os.getpid()

    def outcomes(self) -> Iterator[RowOutcome]:
        """Yield an outcome for each row.

        Raises:
            UnknownFateException: An answer was lost.
            WaitTimeoutException: The time is over.
            ApiException: The service refuses everything, or does not answer any more.
        """
        if self._checkpoint is not None and self._plan.unknown == "raise":
            unknown = self._checkpoint.unknown()
            if unknown:
                raise UnknownFateException(
                    [(first, first + count - 1) for first, count in unknown], "in an earlier run"
                )
        atexit.register(self._leave)  # a program that ends in the middle need not have closed the generator
        try:
            while True:
                self._start_calls()
                yield from self._delivery.ready()
                if self._exhausted and self._delivery.given == self._read:
                    break
                self._wait()
        finally:
            self._leave()
        if self._lost:
            raise UnknownFateException(sorted(self._lost), self._reason)

    def _start_calls(self) -> None:
        now = time.monotonic()
        while now >= self._pace.resumes and len(self._running) < self._pace.limit:
            send = self._next_send(now)
            look = None if send else self._polling.take(now)
            if send is not None:
                self._send(send)
            elif look is not None:
                self._submit(self._plan.operations.collect, look.ids, look)
            else:
                break

    def _next_send(self, now: float) -> Optional[Send]:
        while self._can_send():
            if self._to_send:
                return self._to_send.popleft()
            self._read_chunk(now)
        return None

    def _can_send(self) -> bool:
        size = self._plan.chunk_size
        if self._to_send:
            size = len(self._to_send[0].rows)
        elif self._exhausted or self._read - self._delivery.given >= 2 * self._plan.most * size:
            return False
        return self._in_flight() + size <= self._pace.limit * self._plan.chunk_size

    def _in_flight(self) -> int:
        """Return how many rows are being sent, or were accepted and have not finished."""
        sending = sum(len(call.rows) for call, _ in self._running.values() if isinstance(call, Send))
        return sending + len(self._polling)

    def _read_chunk(self, now: float) -> None:
        rows = next(self._source, None)
        if rows is None:
            self._exhausted = True
            return
        first, self._read = self._read, self._read + len(rows)
        position = 0
        for part in self._checkpoint.parts(first, self._read) if self._checkpoint is not None else ():
            if digest(_values(rows[part.first - first :][: part.length])) != part.digest:
                raise CheckpointException(
                    f"Rows {part.first} to {part.first + part.length - 1} are not those that the checkpoint was made "
                    "with; give the same rows in the same order, or begin with a new checkpoint"
                )
            self._plan_rows(first + position, rows[position : part.first - first])
            position = part.first - first + part.length
            if part.ids is not None:
                self._polling.add(_indices(part.first, part.ids), now, at_once=True)
            elif self._plan.unknown == "resend":
                self._plan_rows(part.first, rows[part.first - first : position], lost=1)
            else:
                self._lose(part.first, part.length, "in an earlier run")
        self._plan_rows(first + position, rows[position:])

    def _plan_rows(self, first: int, rows: Sequence[Any], lost: int = 0) -> None:
        """Send rows, but for those that cannot be sent."""
        start = 0
        for position, row in enumerate([*rows, None]):
            if position < len(rows) and not isinstance(row, Exception):
                continue
            if position > start:
                self._to_send.append(Send(first + start, list(rows[start:position]), lost))
            if position < len(rows):
                self._refuse(first + position, row)
            start = position + 1

    def _send(self, send: Send) -> None:
        if self._checkpoint is not None:
            self._checkpoint.sending(send.first, send.rows)
        try:
            self._submit(self._plan.operations.create, send.rows, send)
        except Exception:
            self._not_sent(send)
            raise

    def _submit(self, operation: str, data: List[Any], call: Union[Send, Look]) -> None:
        future = self._executor.submit(perform, self._connection, operation, self._names, data)
        self._running[future] = call, time.monotonic()

    def _wait(self) -> None:
        now = time.monotonic()
        left = _LOOK_UP
        if self._plan.timeout is not None:
            left = min(left, self._started + self._plan.timeout - now)
            if left <= 0:
                raise self._too_late(self._plan.timeout) from self._trouble
        left = min(left, max(self._next_call() - now, 0.0))
        if not self._running:
            time.sleep(left)
            return
        done, _ = wait(self._running, timeout=left, return_when=FIRST_COMPLETED)
        for future in done:
            self._settle(future)

    def _too_late(self, limit: float) -> WaitTimeoutException:
        text = f"{self._delivery.done()} rows were done when the time limit of {limit:g} s ended"
        return WaitTimeoutException(text if self._trouble is None else f"{text}; the last call failed: {self._trouble}")

    def _next_call(self) -> float:
        """Return when a call can begin, unless one that is under way has to end first."""
        if len(self._running) >= self._pace.limit:
            return float("inf")
        if self._can_send():
            return self._pace.resumes
        due = self._polling.next_look()
        return float("inf") if due is None else max(due, self._pace.resumes)

    def _settle(self, future: Future[Answer]) -> None:
        call, began = self._running[future]
        answer = _answer(future)
        if answer.error is None or fate(answer.error) is Fate.REFUSED:
            self._answered, self._in_vain_since, self._trouble = True, None, None
            self._pace.succeeded()
        if isinstance(call, Send):
            self._sent(call, answer, began)
        else:
            self._seen(call, answer, began)
        del self._running[future]

    def _sent(self, send: Send, answer: Answer, began: float) -> None:
        error = answer.error
        if error is None and len(answer.value) != len(send.rows):
            error = ubiops.ApiException(0, f"{len(answer.value)} of {len(send.rows)} rows were acknowledged")
        if error is None:
            self._accepted(send, [made.id for made in answer.value])
            return
        meaning = fate(error)
        if meaning is Fate.REFUSED:
            send.lost = 0  # what is refused now was refused then
        if meaning is not Fate.UNKNOWN:
            self._not_sent(send)
        if meaning is Fate.FATAL:
            raise error
        if meaning is Fate.REFUSED:
            self._refused(send, error)
            return
        self._slow_down(began, error)
        if meaning is Fate.BUSY or (self._plan.unknown == "resend" and send.lost < _RESENDS):
            send.lost += meaning is Fate.UNKNOWN
            self._to_send.appendleft(send)
        else:
            self._lose(send.first, len(send.rows), str(error))

    def _accepted(self, send: Send, ids: List[str]) -> None:
        if self._checkpoint is not None:
            self._checkpoint.accepted(send.first, ids)
        self._refused_in_a_row = 0
        self._polling.add(_indices(send.first, ids), time.monotonic())

    def _refused(self, send: Send, error: Exception) -> None:
        """Find out which of the rows it is by sending halves of them."""
        if len(send.rows) == 1:
            self._refuse(send.first, error)
            return
        middle = len(send.rows) // 2
        self._to_send.appendleft(Send(send.first + middle, send.rows[middle:]))
        self._to_send.appendleft(Send(send.first, send.rows[:middle]))

    def _refuse(self, index: int, error: Exception) -> None:
        self._refused_in_a_row += 1
        if self._refused_in_a_row >= _HOPELESS:
            raise error
        self._finish(RowOutcome(index, error=_message(error)))

    def _lose(self, first: int, count: int, reason: str) -> None:
        self._reason = self._reason or reason
        if self._plan.unknown == "raise":
            self._lost.append((first, first + count - 1))
        for index in range(first, first + count):
            if self._plan.unknown == "raise":
                self._delivery.add(index, None)
            else:
                self._finish(RowOutcome(index, error=f"{LOST} ({reason})"))

    def _not_sent(self, send: Send) -> None:
        if self._checkpoint is not None and not send.lost:
            self._checkpoint.not_sent(send.first)

    def _seen(self, look: Look, answer: Answer, began: float) -> None:
        error = answer.error
        if error is None:
            finished = {each.id: each for each in answer.value if each.status in ("completed", "failed")}
            for request, index in self._polling.seen(look, finished, time.monotonic()).items():
                self._finish(_outcome(index, finished[request]))
        elif isinstance(error, ubiops.NotFoundException):
            missing = self._polling.missing(look)
            if missing is not None:
                self._finish(RowOutcome(missing, error=f"The service no longer has this request: {_message(error)}"))
        else:
            self._polling.unseen(look, time.monotonic())
            if fate(error) in (Fate.FATAL, Fate.REFUSED):
                raise error
            self._slow_down(began, error)

    def _slow_down(self, began: float, error: Exception) -> None:
        now = time.monotonic()
        self._pace.busy(began, now, asked_to_wait(error), random.random())  # noqa: S311 - it spreads waits
        self._trouble = error
        if self._in_vain_since is None:
            self._in_vain_since = now
        unreachable = isinstance(error, ubiops.ConnectionException) and not self._answered
        if unreachable or max(now, self._pace.resumes) - self._in_vain_since > _PATIENCE:
            raise error

    def _finish(self, outcome: RowOutcome) -> None:
        self._delivery.add(outcome.index, outcome)
        self._progress.advance()

    def _leave(self) -> None:
        """Begin nothing more; note what was acknowledged, and let the service drop what nobody will collect."""
        if self._left or os.getpid() != self._process:  # a fork has none of the threads, and is not to end the run
            return
        self._left = True
        atexit.unregister(self._leave)
        ends = time.monotonic() + _LEAVING
        sends = {}
        for future, (call, _) in self._running.items():
            if isinstance(call, Send):
                sends[future] = call
            else:
                future.cancel()
        for future in wait(sends, timeout=_LEAVING).done:
            answer, send = _answer(future), sends[future]
            if answer.error is None and len(answer.value) == len(send.rows):
                self._accepted(send, [made.id for made in answer.value])
            elif answer.error is not None and fate(answer.error) is not Fate.UNKNOWN:
                self._not_sent(send)
        for future in sends:
            future.cancel()
        if self._checkpoint is None:
            self._drop(ends - time.monotonic())

    def _drop(self, seconds: float) -> None:
        ids = self._polling.unfinished()
        most = self._plan.operations.most
        arguments = (self._connection, self._plan.operations.delete, self._names)
        with suppress(RuntimeError):  # the executor works no more
            drops = [
                self._executor.submit(perform, *arguments, ids[start : start + most])
                for start in range(0, len(ids), most)
            ]
            wait(drops, timeout=max(seconds, 0.0))


def _answer(future: Future[Answer]) -> Answer:
    """Return what came of a call, also if its executor lost it: then nobody knows."""
    try:
        return future.result()
    except Exception as error:
        return Answer(error=error)


def _indices(first: int, ids: Sequence[str]) -> Dict[str, int]:
    return {each: first + row for row, each in enumerate(ids)}


def _values(rows: Sequence[Any]) -> List[Any]:
    return [str(row) if isinstance(row, Exception) else row for row in rows]


def _message(error: Exception) -> str:
    return error.message if isinstance(error, ubiops.ApiException) else str(error)


def _outcome(index: int, request: Any) -> RowOutcome:
    error = None if request.status == "completed" else request.error_message or "The request failed"
    return RowOutcome(index, request, error)
