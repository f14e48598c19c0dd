"""Direct requests to versions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator, Mapping

from ..call import Call, Handler
from ..common.errors import ApiError
from ..platform import Platform
from . import lookup


def _create(call: Call) -> Dict[str, Any]:
    platform = call.platform
    with call.transaction() as db:
        version = lookup.version(db, call)
        platform.execution.check_ready(db, version)
        platform.execution.check(db, version, call.body)
    request_id = call.new_id()
    with direct_request(platform):
        outcome = platform.execution.run(version["id"], call.body, timeout=call.query["timeout"], request_id=request_id)
    return {
        "request_id": request_id,
        "success": outcome.success,
        "result": outcome.result,
        "error_message": outcome.error_message,
    }


@contextmanager
def direct_request(platform: Platform) -> Iterator[None]:
    """Count what lasts as long as the context as one of the direct requests that may run at a time.

    Raises:
        ApiError: 429 when there are as many as there may be.
    """
    if not platform.direct_requests.acquire(blocking=False):
        raise ApiError(429, "Too many direct requests at a time; wait for some to end, or use batch requests")
    try:
        yield
    finally:
        platform.direct_requests.release()


HANDLERS: Mapping[str, Handler] = {"model_requests_create": _create}
