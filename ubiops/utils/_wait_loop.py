"""Asking until it is over: how often, for how long, and what to say if it fails."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any, List, Mapping, Optional, Type

import urllib3

from ubiops import ApiException, CoreApi, Logs, ModelVersionList, NotFoundException
from ubiops.utils._checks import checked_timeout
from ubiops.utils._exceptions import WaitException, WaitFailedException, WaitTimeoutException
from ubiops.utils._progress import Progress
from ubiops.utils._targets import Target
from ubiops.utils._trouble import asked_to_wait, passes

LOG_LINES = 20
LOG_ENTRIES = 200  # each has a line at least; not all are of interest
LOG_WINDOW = -86400  # seconds: the day before now, the longest that the API looks back
LOG_PATIENCE = 10  # seconds
LOG_DELAY = timedelta(minutes=1)  # lines about a change may be written after it
LONGEST_CALL = 86400  # seconds; sockets take no limit of months
SHORTEST_CALL = 1  # seconds: what a call gets at least, when the time is nearly over


def wait(target: Target, timeout: Optional[float], progress: Optional[bool]) -> List[Any]:
    """Ask until all is over; return what was found.

    Raises:
        WaitException: Something failed, or is gone, or the time is over.
    """
    waiter = target.waiter
    limit = waiter.limit if timeout is None else checked_timeout(timeout)
    if not target.total:
        return []
    deadline = time.monotonic() + limit
    several = waiter.most > 1
    finished = 0
    with Progress(target.name, target.total if several else None, "requests" if several else None, progress) as bar:
        delays = waiter.delays()
        while True:
            trouble: Optional[ApiException] = None
            try:
                target.look(_limits(target.api, deadline - time.monotonic()))
            except NotFoundException as error:
                if not target.known():
                    raise
                raise WaitFailedException(
                    f"{target.name}: deleted or renamed while it was waited for: {error.message}", target.last()
                ) from error
            except ApiException as error:
                if not passes(error, bool(target.known())):
                    raise
                trouble = error
            pending = target.pending()
            over = len(target.known()) - len(pending)
            bar.advance(over - finished)
            finished = over
            bar.state(_state(target, pending, trouble))
            if finished == target.total:
                return _succeeded(target)
            left = deadline - time.monotonic()
            asked = (asked_to_wait(trouble) or 0.0) if trouble is not None else 0.0
            if left <= 0 or left < asked:
                raise _too_late(target, pending, limit, trouble) from trouble
            time.sleep(min(max(next(delays), asked), left))


def _state(target: Target, pending: List[Any], trouble: Optional[ApiException]) -> str:
    if trouble is not None:
        return f"asking again after: {trouble.message}"
    return str((pending or target.known())[0].status)


def _succeeded(target: Target) -> List[Any]:
    """Return what was found, now that all is over.

    Raises:
        WaitFailedException: Some of it failed.
    """
    known = target.known()
    failed = [found for found in known if not target.waiter.outcome(found.status)]
    if not failed:
        return known
    first = failed[0]
    which = "" if target.waiter.most == 1 else f"{len(failed)} of {target.total} failed, {first.id} first: "
    reason = f": {first.error_message}" if first.error_message else ""
    text = f"{target.name}: {which}{target.waiter.meaning(first.status)} ({first.status}){reason}"
    raise _with_log(WaitFailedException, target, text, first)


def _too_late(target: Target, pending: List[Any], limit: float, trouble: Optional[ApiException]) -> WaitException:
    text = f"{target.name}: not over within {limit:g} s"
    if pending:
        status = pending[0].status
        some = f"{len(pending)} of {target.total} still " if target.total > 1 else "still "
        text += f", {some}{status!r}"
        if not target.waiter.knows(status):
            text += ", which is no status that the API documents"
    if trouble is not None:
        text += f"; the last call failed: {trouble}"
    if trouble is not None or not pending:  # then its log cannot be read either, or there is none
        return WaitTimeoutException(text, target.last())
    return _with_log(WaitTimeoutException, target, text, pending[0])


def _with_log(kind: Type[WaitException], target: Target, text: str, subject: Any) -> WaitException:
    """Return an exception with the last lines of the log of what it is about, as far as they can be read."""
    filters = target.filters(subject)
    lines: List[str] = []
    if filters is not None:
        try:
            lines = _log_of(target, subject, filters)
        except ApiException as error:
            text += f" (its log cannot be read: {error.message})"
    return kind(text, target.last(), lines[-LOG_LINES:])


def _log_of(target: Target, subject: Any, filters: Mapping[str, str]) -> List[str]:
    """Return the lines about something of the last day, or else of the day before it changed last."""
    changed = getattr(subject, "time_last_updated", None) or getattr(subject, "last_updated", None)
    ends = [{}, {"date": (changed + LOG_DELAY).isoformat()}] if changed else [{}]
    for end in ends:
        query = {"filters": filters, "date_range": LOG_WINDOW, "limit": LOG_ENTRIES, **end}
        entries = target.api.projects_log_list(target.path["project_name"], query, _request_timeout=LOG_PATIENCE)
        if isinstance(subject, ModelVersionList):
            entries = _of_build(subject, entries)
        if entries:
            break
    return [line for entry in reversed(entries) for line in str(entry.log).splitlines()]


def _of_build(version: ModelVersionList, entries: List[Logs]) -> List[Logs]:
    """Leave out the builds before, and requests to what they brought into service."""
    since = f"{version.file_last_updated:%Y-%m-%dT%H:%M:%S}" if version.file_last_updated else ""
    return [entry for entry in entries if not entry.request_id and str(entry.date) >= since]


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
