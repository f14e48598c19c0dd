"""One request to a pipeline: what each of its objects does with its input."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Dict, List, Mapping, Optional

from ..common.database import Row, one
from ..common.dates import micro, whole_milliseconds
from ..common.errors import LONGEST_MESSAGE
from ..common.loop import Loop
from ..runtime import CANCELLED, Outcome, always
from ..serving.execution import Execution
from ..serving.run import Order
from ..state.logs import Logs, Parent, Subject
from ..state.storage import Storage
from .graph import Graph, Node
from .traversal import traverse

_log = logging.getLogger("ubiops.emulator")

_DELETED = "the pipeline request was deleted"

Deliver = Callable[[Row, Mapping[str, Any], Callable[[str], None], float], None]
"""Gives data to what a connector stands for, or raises `DeliveryError`.

It gets the row of the connector, the values of its fields (blobs as ids), a function that writes a log line, and the
seconds that it may take. It may block, but not for long once the emulator stops.
"""


class DeliveryError(Exception):
    """A connector did not take what it was given; the text says why."""


@dataclass(frozen=True)
class Dependencies:
    """What requests to pipelines work with.

    Attributes:
        storage: the state.
        execution: carries out requests to models.
        logs: where lines about connectors go.
        clock: tells the time for dates.
        loop: where requests to models wait for them.
    """

    storage: Storage
    execution: Execution
    logs: Logs
    clock: Callable[[], datetime]
    loop: Loop


@dataclass(frozen=True)
class Limits:
    """When a request ends.

    Attributes:
        pipeline_timeout: seconds for all of it.
        model_timeout: seconds for each request to a model.
        wanted: whether anything is still to begin; must not block.
    """

    pipeline_timeout: float
    model_timeout: float
    wanted: Callable[[], bool] = always


@dataclass(frozen=True)
class ModelRequest:
    """The request to one model of a pipeline; dates in the shape of storage."""

    id: str
    pipeline_object: str
    data: Any
    outcome: Outcome
    time_created: str
    time_last_updated: str


class Request:
    """A request to a pipeline, which is carried out once.

    Args:
        dependencies: what it works with.
        deliver: gives data to connectors.
        pipeline: the pipeline.
        request_id: id of the request.
        limits: when it ends.
    """

    def __init__(
        self, dependencies: Dependencies, deliver: Deliver, pipeline: Row, request_id: str, limits: Limits
    ) -> None:
        self._dependencies = dependencies
        self._deliver = deliver
        self._pipeline = pipeline
        self._id = request_id
        self._limits = limits
        self._deadline = time.monotonic() + limits.pipeline_timeout
        self._outcomes: Dict[str, Outcome] = {}
        self._models: Dict[str, ModelRequest] = {}
        self._began: List[str] = []

    def run(self, graph: Graph, data: Any) -> None:
        """Pass data through a complete graph; return when all has ended."""
        self._began, skipped = traverse(graph, data, self._work)
        for name in skipped:
            why = "an object that it takes data from failed or was not run" if self._limits.wanted() else _DELETED
            self._write(self._subject(graph.nodes[name]), f"{name} was not run, because {why}")

    @property
    def objects(self) -> int:
        """How many objects began."""
        return len(self._began)

    @property
    def models(self) -> List[ModelRequest]:
        """The requests to models, in the order in which they began."""
        return [self._models[name] for name in self._began if name in self._models]

    @property
    def successes(self) -> Mapping[str, bool]:
        """Whether each object that began succeeded, by its name."""
        return {name: self._outcomes[name].success for name in self._began}

    @property
    def error_message(self) -> Optional[str]:
        """What the first object that failed said, None if all succeeded."""
        for name in self._began:
            if not self._outcomes[name].success:
                return f"{name}: {self._outcomes[name].error_message}"[:LONGEST_MESSAGE]
        return None

    def _work(self, node: Node, data: Any) -> Outcome:
        work = self._model if node.version_id is not None else self._connector
        try:
            outcome = work(node, data)
        except Exception:
            _log.exception("The object %s of the pipeline request %s failed", node.name, self._id)
            outcome = Outcome.failure("The emulator failed while it processed the request; its log says more")
        self._outcomes[node.name] = outcome
        return outcome

    def _model(self, node: Node, data: Any) -> Outcome:
        request_id, created = self._dependencies.storage.ids.new(), self._now()
        outcome = self._refused() or self._dependencies.execution.run(
            str(node.version_id),
            Order(
                data,
                request_id,
                timeout=min(self._limits.model_timeout, self._deadline - time.monotonic()),
                parent=Parent(self._pipeline["id"], node.id, self._id),
                wanted=self._limits.wanted,
            ),
        )
        if outcome is CANCELLED:
            self._write(self._subject(node), f"{node.name} was not run, because {_DELETED}")
        if not outcome.success and time.monotonic() >= self._deadline:
            outcome = self._late()
        self._models[node.name] = ModelRequest(request_id, node.name, data, outcome, created, self._now())
        return outcome

    def _connector(self, node: Node, data: Any) -> Outcome:
        subject = self._subject(node)
        with self._dependencies.storage.transaction() as db:
            connector = one(db, "SELECT * FROM connectors WHERE id = ?", (node.connector_id,))
        refused = self._refused()
        try:
            if refused is not None:
                raise DeliveryError(refused.error_message)
            if connector is None:
                raise DeliveryError("The connector was deleted")
            left = self._deadline - time.monotonic()
            self._deliver(connector, data, lambda text: self._write(subject, text), left)
        except DeliveryError as error:
            self._write(subject, str(error))
            return Outcome.failure(str(error))
        return Outcome(True, None, None)

    def _refused(self) -> Optional[Outcome]:
        """Return why no object may begin any more, if so."""
        if time.monotonic() >= self._deadline:
            return self._late()
        return None if self._limits.wanted() else CANCELLED

    def _late(self) -> Outcome:
        return Outcome.failure(f"The pipeline request timed out after {self._limits.pipeline_timeout:g} s")

    def _subject(self, node: Node) -> Subject:
        return Subject(
            project_id=self._pipeline["project_id"],
            version_id=node.version_id,
            connector_id=node.connector_id,
            pipeline_id=self._pipeline["id"],
            pipeline_object_id=node.id,
            pipeline_request_id=self._id,
        )

    def _write(self, subject: Subject, text: str) -> None:
        self._dependencies.logs.write(subject, text, system=True)

    def _now(self) -> str:
        return micro(whole_milliseconds(self._dependencies.clock()))
