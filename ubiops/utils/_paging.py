"""Lists of any length, read row by row."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Iterator, List, Optional, Set

from ubiops import BatchModelRequestListResponse, BatchPipelineRequestListResponse, BlobList, CoreApi
from ubiops.utils._moments import Moment, check_period, checked_moment, is_descending

PAGE = 250
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LATE = timedelta(seconds=2)
"""How much later than its date says a blob may show up in a list."""


def iterate_batch_requests(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    *,
    status: Optional[str] = None,
    success: Optional[bool] = None,
    sort: str = "desc",
) -> Iterator[BatchModelRequestListResponse]:
    """Go through the batch requests to a model version, without inputs and results.

    Uses `batch_model_requests_list` for 250 at a time, as they are needed. Requests that are made or deleted meanwhile
    let it neither miss a request nor give one twice; with `sort="asc"` those that are made meanwhile come too.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        status: Only those with this status: `pending`, `processing`, `completed` or `failed`.
        success: Only those that succeeded (True), or that have not (False).
        sort: `desc` for the newest first, `asc` for the oldest.

    Yields:
        The requests.

    Raises:
        ApiValueError: `sort` is neither of these.
        NotFoundException: There is no such version.
    """
    return _iterate_requests(
        lambda offset: api.batch_model_requests_list(
            project_name, model_name, version, status=status, success=success, limit=PAGE, offset=offset, sort=sort
        ),
        is_descending(sort),
    )


def iterate_batch_pipeline_requests(
    api: CoreApi,
    project_name: str,
    pipeline_name: str,
    *,
    status: Optional[str] = None,
    success: Optional[bool] = None,
    sort: str = "desc",
) -> Iterator[BatchPipelineRequestListResponse]:
    """Go through the batch requests to a pipeline, without inputs and results.

    Uses `batch_pipeline_requests_list` for 250 at a time, as they are needed. Requests that are made or deleted
    meanwhile let it neither miss a request nor give one twice; with `sort="asc"` those that are made meanwhile come
    too.

    Args:
        api: The API.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        status: Only those with this status: `pending`, `processing`, `completed` or `failed`.
        success: Only those that succeeded (True), or that have not (False).
        sort: `desc` for the newest first, `asc` for the oldest.

    Yields:
        The requests.

    Raises:
        ApiValueError: `sort` is neither of these.
        NotFoundException: There is no such pipeline.
    """
    return _iterate_requests(
        lambda offset: api.batch_pipeline_requests_list(
            project_name, pipeline_name, status=status, success=success, limit=PAGE, offset=offset, sort=sort
        ),
        is_descending(sort),
    )


def iterate_blobs(
    api: CoreApi,
    project_name: str,
    *,
    since: Optional[Moment] = None,
    until: Optional[Moment] = None,
    sort: str = "desc",
) -> Iterator[BlobList]:
    """Go through the blobs of a project.

    Uses `blobs_list` for 250 at a time, as they are needed. Blobs that are uploaded or deleted meanwhile let it neither
    miss a blob nor give one twice; with `sort="asc"` those that are uploaded meanwhile come too.

    Args:
        api: The API.
        project_name: Name of the project.
        since: Only those uploaded at this moment or later: a datetime or ISO 8601, in UTC if it names no zone.
        until: Only those uploaded at this moment or earlier.
        sort: `desc` for the newest first, `asc` for the oldest.

    Yields:
        The blobs.

    Raises:
        ApiValueError: `sort` is neither of these, a moment is none, or the period ends before it begins.
        NotFoundException: There is no such project.
    """
    period = checked_moment(since, "since"), checked_moment(until, "until")
    check_period(*period)
    return _iterate_blobs(api, project_name, *period, is_descending(sort))


def _iterate_requests(list_from: Callable[[int], List[Any]], descending: bool) -> Iterator[Any]:
    """Go through a list by offset, although rows come and go before the place reached.

    Each page begins with the last row of the page before, if nothing has come or gone. Where that row is now tells how
    far the list has moved.
    """
    offset = 0
    last: Any = None
    near: Set[str] = set()  # the ids of the rows around the last one
    while True:
        page = list_from(offset)
        known = [index for index, row in enumerate(page) if row.id in near]
        fresh = page[known[-1] + 1 :] if known else page
        if last is not None and not known:
            if page and _is_before(page[0], last, descending):
                fresh = []  # so many came that the place reached is further on
            elif offset:
                offset = max(0, offset - PAGE)  # so many went that it may lie further back
                continue
        yield from fresh
        if fresh:
            last = fresh[-1]
            near = {row.id for row in page}
        elif len(page) <= 1:
            return
        offset += len(page) - 1


def _is_before(row: Any, other: Any, descending: bool) -> bool:
    earlier: bool = row.time_created < other.time_created
    later: bool = row.time_created > other.time_created
    return later if descending else earlier


def _iterate_blobs(
    api: CoreApi, project_name: str, since: Optional[datetime], until: Optional[datetime], descending: bool
) -> Iterator[BlobList]:
    """Go through blobs by their dates: each page begins within the second in which the one before ended."""
    number = PAGE
    near: Set[str] = set()  # the ids of the page before
    last = until if descending else since or EPOCH
    while True:
        start = None if last is None else _second(last, descending)
        page = api.blobs_list(project_name, range=-number if descending else number, creation_date=start)
        page.sort(key=lambda blob: blob.creation_date, reverse=descending)
        # What is newer, backwards, was uploaded meanwhile.
        fresh = [
            blob for blob in page if blob.id not in near and not (descending and last and blob.creation_date > last)
        ]
        for blob in fresh:
            early = since is not None and blob.creation_date < since
            if early if descending else until is not None and blob.creation_date > until:
                return
            if not early:
                yield blob
        if fresh:
            last = fresh[-1].creation_date if last is None or descending else max(last, fresh[-1].creation_date)
            near = {blob.id for blob in page}
            number = PAGE
        elif len(page) < number:
            return
        else:
            number *= 2  # all of them fell into the same seconds


def _second(moment: datetime, descending: bool) -> str:
    """Return a moment as `blobs_list` takes it, which knows no fractions: a bit before where the list goes on."""
    moment = moment.astimezone(timezone.utc) + (timedelta(seconds=1) if descending else -LATE)
    return f"{max(moment, EPOCH):%Y-%m-%d %H:%M:%S}"
