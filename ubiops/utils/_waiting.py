"""Waiting for what takes its time: builds, batch requests, verifications."""

from __future__ import annotations

import time
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional, Type

import urllib3

from ubiops import (
    ApiException,
    ApiTypeError,
    BatchModelRequestResultList,
    BatchPipelineRequestResultList,
    ConnectorList,
    CoreApi,
    CredentialsListWithConfig,
    Logs,
    ModelVersionList,
    NotFoundException,
)
from ubiops.utils import _waiters
from ubiops.utils._exceptions import WaitException, WaitFailedException, WaitTimeoutException
from ubiops.utils._progress import Progress
from ubiops.utils._trouble import asked_to_wait, checked_timeout, passes

LOG_LINES = 20
LOG_ENTRIES = 200  # each has a line at least; not all are of interest
LOG_WINDOW = -86400  # seconds: the day before now, the longest that the API looks back
LOG_PATIENCE = 10  # seconds
LONGEST_CALL = 86400  # seconds; sockets take no limit of months
SHORTEST_CALL = 1  # seconds: what a call gets at least, when the time is nearly over


def wait_for_model_version(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> ModelVersionList:
    """Wait until the package of a version that was uploaded is built and in service.

    Asks `model_versions_get`: some times in the first two seconds, then every 5 seconds. It rides out what passes,
    such as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        timeout: Seconds after which to give up; 1800 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The version, with the status `available`.

    Raises:
        WaitFailedException: It could not be built or started, also if it goes on serving the package before
            (`error.last.status` is `available_building_failed` then); no package was uploaded; it was deleted or
            renamed meanwhile. `error.last` is the version, `error.log` the last lines of its log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such version.
    """
    found: ModelVersionList = _wait_for_one(
        api,
        _waiters.MODEL_VERSION,
        f"Model version {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version},
        lambda _: {"model_name": model_name, "model_version": version},
        timeout,
        progress,
    )
    return found


def wait_for_request(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    request_id: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> BatchModelRequestResultList:
    """Wait for the result of a batch request to a model.

    Asks `batch_model_requests_get`: some times in the first two seconds, then every 3 seconds. It rides out what
    passes, such as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        request_id: Identifier of the batch request.
        timeout: Seconds after which to give up; 3600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The request, with the status `completed` and its `result`.

    Raises:
        WaitFailedException: The request failed, or was deleted meanwhile. `error.last` is the request, `error.log`
            the last lines that it left in the log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such request.
    """
    found: BatchModelRequestResultList = _wait_for_one(
        api,
        _waiters.REQUEST,
        f"Request {request_id} to {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version, "request_id": request_id},
        lambda _: {"request_id": request_id},
        timeout,
        progress,
    )
    return found


def wait_for_requests(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    request_ids: Iterable[str],
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> List[BatchModelRequestResultList]:
    """Wait for the results of batch requests to a model, any number of them.

    Asks `batch_model_requests_batch_collect` about 250 at a time, and no more about those that are over. It rides out
    what passes, such as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        request_ids: Identifiers of the batch requests.
        timeout: Seconds after which to give up; 3600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The requests in the order of `request_ids`, all with the status `completed` and their `result`.

    Raises:
        WaitFailedException: All are over, and some failed; or one was deleted meanwhile. `error.last` has the
            requests in the order asked for, those that succeeded too; `error.log` the last lines that the first one
            that failed left in the log.
        WaitTimeoutException: The time is over, and not all are. `error.last` has those that were asked about.
        NotFoundException: One of the requests does not exist.
    """
    return _wait_for_several(
        api,
        _waiters.REQUESTS,
        f"Requests to {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version},
        request_ids,
        "request_id",
        timeout,
        progress,
    )


def wait_for_pipeline_request(
    api: CoreApi,
    project_name: str,
    pipeline_name: str,
    pipeline_request_id: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> BatchPipelineRequestResultList:
    """Wait for the results of a batch request to a pipeline.

    Asks `batch_pipeline_request_get`: some times in the first two seconds, then every 3 seconds. It rides out what
    passes, such as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        pipeline_request_id: Identifier of the batch pipeline request.
        timeout: Seconds after which to give up; 7200 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The request, with the status `completed` and its `model_requests`.

    Raises:
        WaitFailedException: The request failed, or was deleted meanwhile. `error.last` is the request, `error.log`
            the last lines that it left in the log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such request.
    """
    found: BatchPipelineRequestResultList = _wait_for_one(
        api,
        _waiters.PIPELINE_REQUEST,
        f"Request {pipeline_request_id} to {pipeline_name}",
        {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
        lambda _: {"pipeline_request_id": pipeline_request_id},
        timeout,
        progress,
    )
    return found


def wait_for_pipeline_requests(
    api: CoreApi,
    project_name: str,
    pipeline_name: str,
    pipeline_request_ids: Iterable[str],
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> List[BatchPipelineRequestResultList]:
    """Wait for the results of batch requests to a pipeline, any number of them.

    Asks `batch_pipeline_requests_batch_collect` about 100 at a time, and no more about those that are over. It rides
    out what passes, such as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        pipeline_request_ids: Identifiers of the batch pipeline requests.
        timeout: Seconds after which to give up; 7200 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The requests in the order of `pipeline_request_ids`, all with the status `completed`.

    Raises:
        WaitFailedException: All are over, and some failed; or one was deleted meanwhile. `error.last` has the
            requests in the order asked for, those that succeeded too; `error.log` the last lines that the first one
            that failed left in the log.
        WaitTimeoutException: The time is over, and not all are. `error.last` has those that were asked about.
        NotFoundException: One of the requests does not exist.
    """
    return _wait_for_several(
        api,
        _waiters.PIPELINE_REQUESTS,
        f"Requests to {pipeline_name}",
        {"project_name": project_name, "pipeline_name": pipeline_name},
        pipeline_request_ids,
        "pipeline_request_id",
        timeout,
        progress,
    )


def wait_for_connector(
    api: CoreApi,
    project_name: str,
    connector_name: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> ConnectorList:
    """Wait until a connector is verified.

    Asks `connectors_get`: some times in the first two seconds, then every 5 seconds. It rides out what passes, such
    as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        connector_name: Name of the connector.
        timeout: Seconds after which to give up; 600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The connector, with the status `available`.

    Raises:
        WaitFailedException: It could not be verified; or it was deleted or renamed meanwhile. `error.last` is the
            connector, `error.log` the last lines of its log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such connector.
    """
    found: ConnectorList = _wait_for_one(
        api,
        _waiters.CONNECTOR,
        f"Connector {connector_name}",
        {"project_name": project_name, "connector_name": connector_name},
        lambda _: {"connector_name": connector_name},
        timeout,
        progress,
    )
    return found


def wait_for_credentials(
    api: CoreApi,
    project_name: str,
    credentials_name: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> CredentialsListWithConfig:
    """Wait until credentials are verified.

    Asks `credentials_get`: some times in the first two seconds, then every 5 seconds. It rides out what passes, such
    as 503, 429 and broken connections.

    Args:
        api: What carries out the calls.
        project_name: Name of the project.
        credentials_name: Name of the credentials.
        timeout: Seconds after which to give up; 600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: True for a progress bar, False for none; None for one where somebody looks.

    Returns:
        The credentials, with the status `available`.

    Raises:
        WaitFailedException: They could not be verified; or they were deleted or renamed meanwhile. `error.last` are
            the credentials. The API keeps no log of them.
        WaitTimeoutException: The time is over, and they were neither.
        NotFoundException: There are no such credentials.
    """
    found: CredentialsListWithConfig = _wait_for_one(
        api,
        _waiters.CREDENTIALS,
        f"Credentials {credentials_name}",
        {"project_name": project_name, "credentials_name": credentials_name},
        lambda _: None,
        timeout,
        progress,
    )
    return found


Filters = Optional[Dict[str, str]]


class _Target(NamedTuple):
    """What is waited for.

    Attributes:
        api: What carries out the calls.
        waiter: How to wait for this kind of thing.
        name: What it is called in messages.
        project_name: The project that it is in.
        total: How many things it is.
        look: Asks about them, within these limits of time; returns all that is known, in order.
        filters: What finds their log, by one of them; None if they have none.
        last: What an exception shows of what is known.
    """

    api: CoreApi
    waiter: _waiters.Waiter
    name: str
    project_name: str
    total: int
    look: Callable[[urllib3.Timeout], List[Any]]
    filters: Callable[[Any], Filters]
    last: Callable[[List[Any]], Any]


def _wait_for_one(
    api: CoreApi,
    waiter: _waiters.Waiter,
    name: str,
    path: Dict[str, str],
    filters: Callable[[Any], Filters],
    timeout: Optional[float],
    progress: Optional[bool],
) -> Any:
    def look(limits: urllib3.Timeout) -> List[Any]:
        return [getattr(api, waiter.operation)(**path, _request_timeout=limits)]

    def last(known: List[Any]) -> Any:
        return next(iter(known), None)

    (found,) = _wait(
        _Target(api, waiter, name, path["project_name"], 1, look, filters, last), _limit(timeout, waiter), progress
    )
    return found


def _wait_for_several(
    api: CoreApi,
    waiter: _waiters.Waiter,
    name: str,
    path: Dict[str, str],
    ids: Iterable[str],
    id_name: str,
    timeout: Optional[float],
    progress: Optional[bool],
) -> List[Any]:
    wanted = _checked_ids(ids, f"{id_name}s")
    known: Dict[str, Any] = {}
    left = list(dict.fromkeys(wanted))

    def look(limits: urllib3.Timeout) -> List[Any]:
        while left:
            asked = left[: waiter.most]
            known.update(
                (found.id, found)
                for found in getattr(api, waiter.operation)(**path, data=asked, _request_timeout=limits)
            )
            over = {each for each in asked if each in known and waiter.outcome(known[each].status) is not None}
            left[:] = [each for each in left if each not in over]
            if len(over) < len(asked):
                break
        return [known[each] for each in wanted if each in known]

    target = _Target(
        api,
        waiter,
        name,
        path["project_name"],
        len(wanted),
        look,
        lambda found: {id_name: found.id},
        lambda known: known,
    )
    limit = _limit(timeout, waiter)
    return _wait(target, limit, progress) if wanted else []


def _wait(target: _Target, limit: float, progress: Optional[bool]) -> List[Any]:
    """Ask until all is over; return what was found.

    Raises:
        WaitException: Something failed, or is gone, or the time is over.
    """
    waiter = target.waiter
    deadline = time.monotonic() + limit
    known: List[Any] = []
    finished = 0
    several = waiter.most > 1
    with Progress(target.name, target.total if several else None, "requests" if several else None, progress) as bar:
        delays = waiter.delays()
        while True:
            delay = next(delays)
            trouble: Optional[ApiException] = None
            asked = 0.0
            try:
                known = target.look(_limits(target.api, deadline - time.monotonic()))
            except NotFoundException as error:
                if not known:
                    raise
                raise WaitFailedException(
                    f"{target.name}: deleted or renamed while it was waited for: {error.message}", target.last(known)
                ) from error
            except ApiException as error:
                if not passes(error, bool(known)):
                    raise
                trouble = error
                asked = asked_to_wait(error)
            else:
                over = [found for found in known if waiter.outcome(found.status) is not None]
                bar.advance(len(over) - finished)
                finished = len(over)
                if finished == target.total:
                    bar.state(known[-1].status)
                    return _succeeded(target, known)
            bar.state(_state(waiter, known, trouble))
            left = deadline - time.monotonic()
            if left <= 0 or left < asked:
                raise _too_late(target, known, limit, trouble) from trouble
            time.sleep(min(max(delay, asked), left))


def _succeeded(target: _Target, known: List[Any]) -> List[Any]:
    """Return what was found, now that all is over.

    Raises:
        WaitFailedException: Some of it failed.
    """
    failed = [found for found in known if not target.waiter.outcome(found.status)]
    if not failed:
        return known
    first = failed[0]
    which = "" if target.waiter.most == 1 else f"{len(failed)} of {target.total} failed, {first.id} first: "
    reason = f": {first.error_message}" if first.error_message else ""
    text = f"{target.name}: {which}{target.waiter.meaning(first.status)} ({first.status}){reason}"
    raise _with_log(WaitFailedException, target, text, known, first)


def _too_late(target: _Target, known: List[Any], limit: float, trouble: Optional[ApiException]) -> WaitException:
    waiter = target.waiter
    pending = [found for found in known if waiter.outcome(found.status) is None]
    text = f"{target.name}: not over within {limit:g} s"
    if pending:
        some = f"{len(pending)} of {target.total} still " if target.total > 1 else "still "
        strange = "" if waiter.knows(pending[0].status) else ", which is no status that the API documents"
        text += f", {some}{pending[0].status!r}{strange}"
    if trouble is not None:  # then its log cannot be read either
        return WaitTimeoutException(f"{text}; the last call failed: {trouble}", target.last(known))
    return _with_log(WaitTimeoutException, target, text, known, pending[0])


def _with_log(kind: Type[WaitException], target: _Target, text: str, known: List[Any], subject: Any) -> WaitException:
    """Return an exception with the last lines of the log of what it is about, as far as they can be read."""
    filters = target.filters(subject)
    lines: List[str] = []
    if filters is not None:
        query = {"filters": filters, "date_range": LOG_WINDOW, "limit": LOG_ENTRIES}
        try:
            found = target.api.projects_log_list(target.project_name, query, _request_timeout=LOG_PATIENCE)
        except ApiException as error:
            text += f" (its log cannot be read: {error.message})"
        else:
            about = _of_build(subject, found) if isinstance(subject, ModelVersionList) else found
            lines = [line for entry in reversed(about) for line in str(entry.log).splitlines()]
    return kind(text, target.last(known), lines[-LOG_LINES:])


def _of_build(version: ModelVersionList, entries: List[Logs]) -> List[Logs]:
    """Leave out the builds before, and requests to what they brought into service."""
    since = f"{version.file_last_updated:%Y-%m-%dT%H:%M:%S}" if version.file_last_updated else ""
    return [entry for entry in entries if not entry.request_id and str(entry.date) >= since]


def _state(waiter: _waiters.Waiter, known: List[Any], trouble: Optional[ApiException]) -> str:
    if trouble is not None:
        return f"asking again after: {trouble.message}"
    return str(next(found.status for found in known if waiter.outcome(found.status) is None))


def _limits(api: CoreApi, left: float) -> urllib3.Timeout:
    """Return the time limits of one call: those of the client, and what is left of the whole wait."""
    own = api.api_client.configuration.timeout
    if isinstance(own, urllib3.Timeout):
        limits = own.clone()
    else:
        connect, read = own if isinstance(own, tuple) else (own, own)
        limits = urllib3.Timeout(connect=connect or None, read=read or None)
    limits.total = min(max(left, SHORTEST_CALL), LONGEST_CALL)
    return limits


def _limit(timeout: Optional[float], waiter: _waiters.Waiter) -> float:
    return waiter.limit if timeout is None else checked_timeout(timeout)


def _checked_ids(ids: Iterable[str], name: str) -> List[str]:
    wanted = [] if isinstance(ids, (str, bytes)) else list(ids)
    if isinstance(ids, (str, bytes)) or not all(isinstance(each, str) and each for each in wanted):
        raise ApiTypeError(f"{name}: must be a list of ids, which are text, such as [found.id for found in created]")
    return wanted
