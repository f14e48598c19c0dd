"""What became of the latest requests to each pipeline, for as long as the emulator runs."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime
from typing import Deque, List, Mapping, Optional

CAP = 20  # requests that are kept of a pipeline
_PIPELINES = 200  # pipelines of which some are kept: those that were asked last


@dataclass(frozen=True)
class Run:
    """A request to a pipeline that has ended.

    Attributes:
        request_id: its id.
        time: when it began.
        seconds: how long it took.
        error_message: why not every object succeeded; None if all did.
        successes: whether each object that began succeeded, by its name.
    """

    request_id: str
    time: datetime
    seconds: float
    error_message: Optional[str]
    successes: Mapping[str, bool]


class Runs:
    """Keeps the latest requests to each pipeline."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: OrderedDict[str, Deque[Run]] = OrderedDict()

    def add(self, pipeline_id: str, run: Run) -> None:
        """Keep a request, and forget the oldest ones if there are too many."""
        with self._lock:
            self._runs.setdefault(pipeline_id, deque(maxlen=CAP)).append(run)
            self._runs.move_to_end(pipeline_id)
            if len(self._runs) > _PIPELINES:
                self._runs.popitem(last=False)

    def latest(self, pipeline_id: str) -> List[Run]:
        """Return the requests to a pipeline, newest first."""
        with self._lock:
            return list(reversed(self._runs.get(pipeline_id, ())))
