"""Direct requests to versions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Coroutine, Iterator, Mapping

from ..call import Call, Handler
from ..common.compact import compact
from ..common.errors import ApiError
from ..platform import Platform
from ..serving.run import Order, Run
from . import lookup


def _create(call: Call) -> Coroutine[Any, Any, bytes]:
    execution = call.platform.execution
    with call.transaction() as db:
        version = lookup.version(db, call)
        execution.check_ready(db, version)
        execution.check(db, version, call.body)
        order = Order(call.body, call.new_id(), call.query["timeout"])
        _enter(call.platform)
        return _carry_out(call.platform, order.request_id, execution.begin(version, order))


async def _carry_out(platform: Platform, request_id: str, run: Run) -> bytes:
    try:
        outcome = await run.carry_out()
    finally:
        platform.direct_requests.append(None)
    platform.execution.record(run)
    if outcome.success:
        return b'{"request_id":"%b","success":true,"result":%b,"error_message":null}' % (
            request_id.encode(),
            run.result,
        )
    return compact({"request_id": request_id, "success": False, "result": None, "error_message": outcome.error_message})


@contextmanager
def direct_request(platform: Platform) -> Iterator[None]:
    """Count what lasts as long as the context as one of the direct requests that may run at a time.

    Raises:
        ApiError: 429 when there are as many as there may be.
    """
    _enter(platform)
    try:
        yield
    finally:
        platform.direct_requests.append(None)


def _enter(platform: Platform) -> None:
    try:
        platform.direct_requests.pop()
    except IndexError:
        message = "Too many direct requests at a time; wait for some to end, or use batch requests"
        raise ApiError(429, message) from None


HANDLERS: Mapping[str, Handler] = {"model_requests_create": _create}
