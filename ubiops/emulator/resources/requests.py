"""Direct requests to versions."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import Any, Coroutine, Dict, Iterator, Mapping

from ..call import Call, Handler
from ..common.errors import ApiError
from ..platform import Platform
from ..serving.run import Order, Run
from . import lookup


def _create(call: Call) -> Coroutine[Any, Any, Dict[str, Any]]:
    execution = call.platform.execution
    with call.transaction() as db:
        version = lookup.version(db, call)
        execution.check_ready(db, version)
        execution.check(db, version, call.body)
        running = ExitStack()
        running.enter_context(direct_request(call.platform))
        order = Order(call.body, call.new_id(), call.query["timeout"])
        return _carry_out(call.platform, order.request_id, execution.begin(version, order), running)


async def _carry_out(platform: Platform, request_id: str, run: Run, running: ExitStack) -> Dict[str, Any]:
    with running:
        outcome = await run.carry_out()
    platform.execution.record(run)
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
