"""Logs of any length, read line by line, also as they are written."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, Iterator, List, Mapping, Optional, Set

from ubiops import ApiException, ApiTypeError, ApiValueError, CoreApi, Logs, NotFoundException
from ubiops.utils._checks import checked_timeout
from ubiops.utils._moments import Moment, check_period, checked_moment, is_descending, parsed
from ubiops.utils._trouble import asked_to_wait, passes

PAGE = 500
WINDOW = 86400  # seconds, the longest that one call looks through
DAY = timedelta(seconds=WINDOW)
SHORTEST_DELAY, LONGEST_DELAY = 1.0, 5.0  # seconds between two calls while nothing is written
ATTEMPTS = 4
LONGEST_PAUSE = 30.0  # seconds between two attempts; a service that asks for more is given up


def iterate_logs(
    api: CoreApi,
    project_name: str,
    filters: Optional[Mapping[str, Any]] = None,
    *,
    since: Optional[Moment] = None,
    until: Optional[Moment] = None,
    sort: Optional[str] = None,
    follow: bool = False,
    timeout: Optional[float] = None,
) -> Iterator[Logs]:
    """Go through the log of a project, as long as it may be, or as it is written.

    Uses `projects_log_list` for 500 lines at a time, as they are needed, and crosses days without a line at the cost of
    one call each. Lines that are written meanwhile let it neither miss a line nor give one twice; with `sort="asc"`
    they come too. It rides out what passes, such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        filters: What a line must match, such as `{"model_name": "churn", "model_version": "v1", "system": False}`;
            all names are those of `LogsCreate.filters`. Every line if None.
        since: Only lines of this moment or later: a datetime or ISO 8601, in UTC if it names no zone. If None, all
            since the project was created, which costs a call of `projects_get`; with `follow`, those that are written
            after this call.
        until: Only lines of this moment or earlier.
        sort: `desc` for the newest first, `asc` for the oldest; if None, `desc`, and `asc` with `follow`.
        follow: Whether to wait for more lines at the end, as `tail -f` does, asking every 1 to 5 seconds. It goes on
            until the program leaves it, `until` or `timeout`.
        timeout: Seconds after which following ends; never if None.

    Yields:
        The lines.

    Raises:
        ApiValueError: `sort` is neither of these, a moment is none, the period ends before it begins, `follow` is
            asked to go backwards, or `timeout` is given without it.
        NotFoundException: There is no such project.
    """
    if filters is not None and not isinstance(filters, Mapping):
        raise ApiTypeError(f"filters: must be a dict such as {{'model_name': 'churn'}}, not {type(filters).__name__}")
    start, end = checked_moment(since, "since"), checked_moment(until, "until")
    check_period(start, end)
    descending = is_descending(sort or ("asc" if follow else "desc"))
    if follow and descending:
        raise ApiValueError("sort: what is still to be written can only be followed with 'asc'")
    if timeout is not None and not follow:
        raise ApiValueError("timeout: only following has a time limit; add follow=True, or leave it out")
    limit = float("inf") if timeout is None else checked_timeout(timeout)
    log = _Log(api, project_name, dict(filters or {}))
    if descending:
        return _backwards(log, start, end)
    if not follow:
        return _forwards(log, start, end)
    if start is not None:
        log.begin_at(start)
    else:
        log.begin_at_the_end()
    return _follow(log, end, limit)


class _Log:
    """The lines of a project that match filters, a page at a time, each page beginning where the one before ended.

    Attributes:
        reached: The moment of the last line, or up to which there is none.
        answered: Whether the service has been reached.
        deadline: Moment, on the clock of `time.monotonic`, after which nothing is asked again.
    """

    def __init__(self, api: CoreApi, project_name: str, filters: Dict[str, Any]) -> None:
        self._api = api
        self._project_name = project_name
        self._filters = filters
        self._position: Dict[str, str] = {}
        self._near: Set[str] = set()  # the ids of the page before
        self.reached = _now()
        self.answered = False
        self.deadline = float("inf")

    def begin_at(self, moment: datetime) -> None:
        """Go on from a moment, inclusive."""
        self.reached = moment
        self._position = {"date": moment.astimezone(timezone.utc).isoformat()}

    def begin_at_the_end(self) -> None:
        """Go on with what is written from now on."""
        newest = self.newest()
        if newest is None:  # nor is there a line that the clocks of client and service could disagree on
            self.begin_at(_now() - DAY / 2)
        else:
            self._begin_after(newest)

    def newest(self) -> Optional[Logs]:
        """Return the latest line of the last day, whatever it is about."""
        return next(iter(self._ask({"filters": {}, "date_range": -WINDOW, "limit": 1})), None)

    def created(self) -> datetime:
        """Return when the project was created, or a few hours before."""
        day: Any = self._api.projects_get(self._project_name).creation_date
        return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)

    def read(self, window: int) -> List[Logs]:
        """Return the next lines within so many seconds, forward or, below 0, backward."""
        try:
            page = self._page(window)
        except NotFoundException:
            if "id" not in self._position:
                raise
            self.begin_at(self.reached)  # the line is not kept any more, unless it is the project that is gone
            page = self._page(window)
        fresh = [line for line in page if line.id not in self._near]
        if fresh:
            self._near = {line.id for line in page}
            self._begin_after(fresh[-1])
        return fresh

    def _begin_after(self, line: Logs) -> None:
        self.reached = _moment_of(line)
        self._position = {"id": line.id}
        self._near.add(line.id)

    def _page(self, window: int) -> List[Logs]:
        return self._ask({"filters": self._filters, **self._position, "date_range": window, "limit": PAGE})

    def _ask(self, query: Dict[str, Any]) -> List[Logs]:
        """Send a query; again if it fails by what passes, since it is a POST that the client itself sends but once."""
        attempt = 1
        while True:
            try:
                page = self._api.projects_log_list(self._project_name, query)
            except ApiException as error:
                pause = max(asked_to_wait(error) or 0.0, SHORTEST_DELAY)
                late = pause > LONGEST_PAUSE or time.monotonic() + pause > self.deadline
                if attempt == ATTEMPTS or late or not passes(error, self.answered):
                    raise
                time.sleep(pause)
                attempt += 1
            else:
                self.answered = True
                return page


def _backwards(log: _Log, since: Optional[datetime], until: Optional[datetime]) -> Iterator[Logs]:
    if until is not None:
        log.begin_at(until)
    first = since
    while True:
        lines = log.read(-WINDOW)
        for line in lines:
            if since is not None and _moment_of(line) < since:
                return
            yield line
        if not lines:
            first = first or log.created()
            if log.reached - DAY <= first:
                return
            log.begin_at(log.reached - DAY)


def _forwards(log: _Log, since: Optional[datetime], until: Optional[datetime]) -> Iterator[Logs]:
    newest = log.newest() if until is None else None
    end = until or _now()
    if newest is not None:
        end = max(end, _moment_of(newest))  # its clock may be ahead of ours
    log.begin_at(since or log.created())
    while True:
        lines = log.read(WINDOW)
        for line in lines:
            if until is not None and _moment_of(line) > until:
                return
            yield line
        if not lines:
            if log.reached + DAY >= end:
                return
            log.begin_at(log.reached + DAY)


def _follow(log: _Log, until: Optional[datetime], limit: float) -> Iterator[Logs]:
    log.deadline = deadline = time.monotonic() + limit
    delay = SHORTEST_DELAY
    while True:
        asked = 0.0
        try:
            lines = log.read(WINDOW)
        except ApiException as error:
            if not passes(error, log.answered):
                raise
            lines, asked = [], asked_to_wait(error) or 0.0
        for line in lines:
            if until is not None and _moment_of(line) > until:
                return
            yield line
        if len(lines) >= PAGE - 1:  # one is the last line of the page before
            continue
        if not lines and log.reached + DAY < _now():
            log.begin_at(log.reached + DAY)
            continue
        left = deadline - time.monotonic()
        if left <= 0 or (not lines and until is not None and _now() > until):
            return
        delay = SHORTEST_DELAY if lines else min(1.5 * delay, LONGEST_DELAY)
        time.sleep(min(max(delay, asked), left))


def _moment_of(line: Logs) -> datetime:
    return parsed(str(line.date))


def _now() -> datetime:
    return datetime.now(timezone.utc)
