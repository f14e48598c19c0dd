"""Requests to pipelines: direct ones, and the queues of batch requests."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional, Sequence

from ..accounts.limits import check_gb_seconds
from ..common.database import Row, one
from ..common.dates import milli
from ..common.errors import bad_request
from ..common.loop import Loop
from ..runtime import Outcome
from ..serving.batches import TIMEOUT
from ..serving.queues import Queue, Work
from ..state.measurements import Measurements, volume
from .graph import Graph
from .request import Deliver, Dependencies, Limits, ModelRequest, Request
from .runs import Run, Runs

_MOST = 16  # batch requests of a pipeline at a time


@dataclass(frozen=True)
class PipelineOutcome:
    """What became of a request to a pipeline.

    Attributes:
        request_id: its id.
        success: whether every object succeeded.
        model_requests: those that were made, in the order in which they began.
        error_message: why not every object succeeded.
    """

    request_id: str
    success: bool
    model_requests: Sequence[ModelRequest]
    error_message: Optional[str]


class Pipelines(Queue):
    """Carries out requests to pipelines, and works off their batch requests.

    Args:
        dependencies: what requests work with.
        measurements: told about each request.
        deliver: gives data to connectors.

    Attributes:
        runs: what became of the latest requests.
    """

    def __init__(self, dependencies: Dependencies, measurements: Measurements, deliver: Deliver) -> None:
        execution = dependencies.execution
        super().__init__(
            dependencies.storage,
            dependencies.clock,
            execution,
            dependencies.loop,
            "batch_pipeline_requests",
            "pipeline_id",
        )
        self.deliver = deliver
        self.runs = Runs()
        self._dependencies = dependencies
        self._measurements = measurements

    def check(self, db: sqlite3.Connection, pipeline: Row, data: Any) -> None:
        """Check the input of a request before it is accepted.

        Args:
            db: the database, in a transaction.
            pipeline: the pipeline.
            data: the input.

        Raises:
            DataError: it does not fit the pipeline, or names a blob that is not there.
        """
        self._dependencies.execution.check(db, pipeline, data)

    def check_ready(self, db: sqlite3.Connection, pipeline: Row) -> None:
        """Refuse requests as long as a pipeline is not complete, or its models may not run.

        Args:
            db: the database, in a transaction.
            pipeline: the pipeline.

        Raises:
            ApiError: 400 that says what is missing, or that the GB seconds of the organization are used.
        """
        check_gb_seconds(db, pipeline["project_id"], self._clock())
        complaint = Graph(db, pipeline).incomplete()
        if complaint is not None:
            raise bad_request(_unready(complaint))

    def run(self, pipeline_id: str, data: Any, *, pipeline_timeout: float, model_timeout: float) -> PipelineOutcome:
        """Carry out a direct request whose input was checked when it was accepted.

        Args:
            pipeline_id: the pipeline.
            data: the input, with ids of blobs.
            pipeline_timeout: seconds for the whole request.
            model_timeout: seconds for each request to a model.

        Returns:
            What became of it. Whatever the objects do, nothing is raised.
        """
        return self._carry_out(pipeline_id, data, self._storage.ids.new(), Limits(pipeline_timeout, model_timeout))

    def workers(self, db: sqlite3.Connection, owner_id: str) -> int:
        """Return how many instances the models of a pipeline may have together, within reason; 0 if it is gone."""
        query = (
            "SELECT (SELECT sum(maximum_instances) FROM pipeline_objects JOIN versions ON versions.id = version_id"
            " WHERE pipeline_id = pipelines.id) AS instances FROM pipelines WHERE id = ?"
        )
        row = db.execute(query, (owner_id,)).fetchone()
        return min(max(row["instances"] or 1, 1), _MOST) if row else 0

    def begin(self, db: sqlite3.Connection, row: Row) -> Work:
        """Take on a batch request."""
        return _BatchRequest(self._dependencies.loop, lambda: self._work(row))

    def _work(self, row: Row) -> Outcome:
        """Carry out a batch request. The result holds its requests to models, also if some failed."""
        request_id: str = row["id"]
        limits = Limits(TIMEOUT, TIMEOUT, wanted=self.wanting(request_id))
        outcome = self._carry_out(row["pipeline_id"], json.loads(row["data"]), request_id, limits)
        models = [_stored(each) for each in outcome.model_requests]
        return Outcome(outcome.success, models, outcome.error_message)

    def _carry_out(self, pipeline_id: str, data: Any, request_id: str, limits: Limits) -> PipelineOutcome:
        with self._storage.transaction() as db:
            pipeline = one(db, "SELECT * FROM pipelines WHERE id = ?", (pipeline_id,))
            graph = Graph(db, pipeline) if pipeline is not None else None
        if pipeline is None or graph is None:
            return PipelineOutcome(request_id, False, [], "The pipeline was deleted")
        complaint = graph.incomplete()
        if complaint is not None:
            return PipelineOutcome(request_id, False, [], _unready(complaint))
        moment, began = self._clock(), time.monotonic()
        request = Request(self._dependencies, self.deliver, pipeline, request_id, limits)
        request.run(graph, data)
        error_message = request.error_message
        seconds = time.monotonic() - began
        self.runs.add(pipeline_id, Run(request_id, moment, seconds, error_message, request.successes))
        with self._storage.unless_full("the measurement of a request") as db:
            self._measurements.record(
                db,
                pipeline["project_id"],
                "pipeline",
                pipeline_id,
                success=error_message is None,
                seconds=seconds,
                input_volume=volume(data),
                object_requests=request.objects,
            )
        return PipelineOutcome(request_id, error_message is None, request.models, error_message)


class _BatchRequest(Work):
    """Carries out a batch request in a thread, since one to a pipeline has several things to wait for."""

    def __init__(self, loop: Loop, work: Callable[[], Outcome]) -> None:
        self._loop = loop
        self._work = work

    async def carry_out(self) -> Outcome:
        return await self._loop.aside(self._work)

    def give_up(self) -> None:
        """Nothing is held."""

    def record(self, db: sqlite3.Connection) -> None:
        """The request has been recorded when its outcome is known."""


def _unready(complaint: str) -> str:
    return f"The pipeline is not complete: {complaint}"


def _stored(request: ModelRequest) -> Dict[str, Any]:
    """Return how a batch request shows one of its requests to models."""
    return {
        "id": request.id,
        "pipeline_object": request.pipeline_object,
        "success": request.outcome.success,
        "time_created": milli(request.time_created),
        "time_last_updated": milli(request.time_last_updated),
        "request_data": request.data,
        "result": request.outcome.result,
        "error_message": request.outcome.error_message,
    }
