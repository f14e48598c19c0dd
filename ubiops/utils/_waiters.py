"""What is waited for: which operation tells how it stands, and what its words for that mean."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any, Dict, FrozenSet, Iterator, Mapping, Optional

FIRST_DELAY = 0.25
JITTER = 0.25


@dataclass(frozen=True)
class Waiter:
    """How to wait for one kind of thing.

    Attributes:
        operation: The operation of `CoreApi` that tells how it stands.
        success: Each status in which it is there.
        failures: Each status in which it will not come any more, with what that means.
        going_on: Each status in which it is still to come.
        limit: Seconds after which the waiting ends, unless the caller says otherwise.
        longest_delay: Seconds between two calls when it takes long.
        most: How many things one call asks about.
    """

    operation: str
    success: FrozenSet[str]
    failures: Mapping[str, str]
    going_on: FrozenSet[str]
    limit: float
    longest_delay: float
    most: int = 1

    def outcome(self, status: str) -> Optional[bool]:
        """Return True for a success, False for a failure, None as long as there is neither.

        The words for failures of this API all hold `failed`, so that goes for words that are not known here too.
        """
        if status in self.success:
            return True
        return False if status in self.failures or "failed" in status else None

    def meaning(self, status: str) -> str:
        """Return what is wrong in a status that is a failure."""
        return self.failures.get(status, "it failed")

    def knows(self, status: str) -> bool:
        """Tell whether a status is one of those that the API documents."""
        return status in self.success or status in self.failures or status in self.going_on

    def delays(self) -> Iterator[float]:
        """Return the seconds to wait after each call: longer each time, and never the same for many programs."""
        delay = FIRST_DELAY
        while True:
            yield delay * (1 + JITTER * random.random())  # noqa: S311 - it spreads calls
            delay = min(2 * delay, self.longest_delay)


MODEL_VERSION = Waiter(
    operation="model_versions_get",
    success=frozenset({"available"}),
    failures={
        "initialised": "no package was uploaded to it, so there is nothing to wait for",
        "building_failed": "its package could not be built",
        "deploying_failed": "its package was built, but could not be started",
        "available_building_failed": "its new package could not be put in service, and it still serves the one before",
    },
    going_on=frozenset({"building", "deploying", "available_building"}),
    limit=1800,
    longest_delay=5,
)

_REQUEST: Dict[str, Any] = {
    "success": frozenset({"completed"}),
    "failures": {"failed": "the model gave no result"},
    "going_on": frozenset({"pending", "processing"}),
    "limit": 3600,
    "longest_delay": 3,
}
REQUEST = Waiter(operation="batch_model_requests_get", **_REQUEST)
REQUESTS = replace(REQUEST, operation="batch_model_requests_batch_collect", most=250)
PIPELINE_REQUEST = replace(
    REQUEST,
    operation="batch_pipeline_request_get",
    failures={"failed": "not all of its objects gave a result"},
    limit=7200,
)
PIPELINE_REQUESTS = replace(PIPELINE_REQUEST, operation="batch_pipeline_requests_batch_collect", most=100)

CONNECTOR = Waiter(
    operation="connectors_get",
    success=frozenset({"available"}),
    failures={"failed_verification": "the verification failed"},
    going_on=frozenset({"pending_verification"}),
    limit=600,
    longest_delay=5,
)
CREDENTIALS = replace(CONNECTOR, operation="credentials_get")
