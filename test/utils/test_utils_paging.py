"""Lists read row by row, while rows come and go."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

import pytest

from test.support.emulator.client import Client, connected, zipped
from test.support.emulator.pipelines import build, make_pipeline
from test.support.fixtures import Connect, Serve
from test.support.process import run
from ubiops import ApiTypeError, ApiValueError, CoreApi, NotFoundException
from ubiops.emulator import Emulator
from ubiops.utils import (
    _paging,
    iterate_batch_pipeline_requests,
    iterate_batch_requests,
    iterate_blobs,
    wait_for_model_version,
    wait_for_requests,
)

ECHO = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"out": 12 // data["in"]}
"""
START = datetime(2020, 10, 5, tzinfo=timezone.utc)


class Row(NamedTuple):
    """A row of a list, made at some second."""

    id: str
    time_created: datetime


class Listing:
    """A list that changes after each look at it."""

    def __init__(self, size: int, descending: bool, seed: int = 0, adds: int = 0, deletes: int = 0) -> None:
        self.rows: List[Row] = []
        self.unseen: List[Row] = []  # what was added after the last look
        self.calls = 0
        self._made = 0
        self._descending = descending
        self._random = random.Random(seed)
        self._adds = adds
        self._deletes = deletes
        self._add(size)

    def _add(self, number: int) -> None:
        for _ in range(number):
            self._made += self._random.random() < 0.3  # many are made at the same time
            self.rows.append(Row(f"{len(self.rows)}-{self._random.random()}", START + timedelta(seconds=self._made)))

    def page(self, offset: int) -> List[Row]:
        end = len(self.rows) - offset
        page = self.rows[offset : offset + _paging.PAGE]
        if self._descending:
            page = self.rows[max(0, end - _paging.PAGE) : max(0, end)][::-1]
        self.calls += 1
        assert self.calls < 10000
        self.unseen = []
        if self.calls % 3 == 0 and self.calls < 60:
            size = len(self.rows)
            self._add(self._random.randint(0, self._adds))
            self.unseen = self.rows[size:]
            for _ in range(self._random.randint(0, min(self._deletes, len(self.rows)))):
                del self.rows[self._random.randrange(len(self.rows))]
        return page


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_paging, "PAGE", 5)


@pytest.mark.parametrize("descending", [False, True], ids=["oldest first", "newest first"])
@pytest.mark.parametrize(("adds", "deletes"), [(0, 0), (3, 0), (30, 0), (0, 3), (0, 30), (10, 10)])
def test_rows_come_and_go(small_pages: None, descending: bool, adds: int, deletes: int) -> None:
    for seed in range(40):
        listing = Listing(seed * 3, descending, seed, adds, deletes)
        before = list(listing.rows)
        found: List[Row] = list(_paging._iterate_requests(listing.page, descending))
        assert len(set(found)) == len(found)
        assert set(found) >= set(before) & set(listing.rows)
        assert descending or set(found) >= set(listing.rows) - set(listing.unseen)
        assert [row.time_created for row in found] == sorted((row.time_created for row in found), reverse=descending)


@pytest.mark.parametrize("descending", [False, True])
def test_memory_does_not_grow_with_the_rows(descending: bool) -> None:
    program = """
        import json, sys, tracemalloc
        from test.utils.test_utils_paging import Listing
        from ubiops.utils import _paging

        size, descending = json.loads(sys.argv[1])
        listing = Listing(size, descending)
        tracemalloc.start()
        found = sum(1 for _ in _paging._iterate_requests(listing.page, descending))
        print(json.dumps([found, tracemalloc.get_traced_memory()[1]]))
    """
    # Elsewhere, since the emulator of other tests may still be at work here.
    found, peaks = zip(*(run(program, json.dumps([size, descending])) for size in (2000, 20000)))
    assert found == (2000, 20000)
    assert peaks[1] < 1.5 * peaks[0]


# --- requests, in the emulator


@pytest.fixture(scope="module")
def client(emulator: Emulator) -> Iterator[Client]:
    yield from connected(emulator)


@pytest.fixture(scope="module")
def model(api: CoreApi, client: Client) -> str:
    client.model()
    api.model_versions_file_upload("demo", "m", "v", file=zipped(ECHO))
    wait_for_model_version(api, "demo", "m", "v")
    return "m"


def make(api: CoreApi, model: str, numbers: List[int]) -> List[str]:
    return [
        each.id for each in api.batch_model_requests_create("demo", model, "v", [{"in": number} for number in numbers])
    ]


def test_requests_while_more_are_made(emulator: Emulator, api: CoreApi, model: str) -> None:
    before = [row.id for row in iterate_batch_requests(api, "demo", model, "v", sort="asc")]
    ids = before + make(api, model, [1] * 200) + make(api, model, [1] * 200)
    emulator.clear_requests()
    for sort, expected in (("desc", ids[::-1]), ("asc", ids)):
        rows = iterate_batch_requests(api, "demo", model, "v", sort=sort)
        found = [row.id for row in islice(rows, 100)]
        assert [len(emulator.requests), emulator.requests[-1].operation] == [1, "batch_model_requests_list"]
        added = make(api, model, [1] * 30)
        found += [row.id for row in rows]
        assert found == expected + (added if sort == "asc" else [])
        ids += added
        emulator.clear_requests()


def test_requests_while_some_are_deleted(small_pages: None, api: CoreApi, model: str) -> None:
    before = [row.id for row in iterate_batch_requests(api, "demo", model, "v", sort="asc")]
    ids = make(api, model, [1] * 12)
    rows = iterate_batch_requests(api, "demo", model, "v", sort="asc")
    found = [row.id for row in islice(rows, len(before) + 7)]
    api.batch_model_requests_batch_delete("demo", model, "v", ids[3:7])
    assert found + [row.id for row in rows] == before + ids


def test_requests_by_status_and_success(small_pages: None, api: CoreApi, model: str) -> None:
    ids = make(api, model, [0, 1, 0, 1, 0, 0, 0, 0])
    with pytest.raises(Exception, match="6 of 8 failed"):
        wait_for_requests(api, "demo", model, "v", ids)
    failed = [row.id for row in iterate_batch_requests(api, "demo", model, "v", status="failed", sort="asc")]
    assert failed == [ids[0], ids[2], *ids[4:]]
    unsuccessful = [row.id for row in iterate_batch_requests(api, "demo", model, "v", success=False)]
    assert unsuccessful == failed[::-1]
    assert list(iterate_batch_requests(api, "demo", model, "v", status="pending")) == []


def test_requests_to_a_pipeline(small_pages: None, client: Client, api: CoreApi, model: str) -> None:
    build(client, make_pipeline(client, [("in", "int")]), {"first": model}, "pipeline_start first in>in")
    made = [each.id for each in api.batch_pipeline_requests_create("demo", "p", [{"in": 1}] * 8)]
    rows = iterate_batch_pipeline_requests(api, "demo", "p")
    found = [next(rows).id]
    api.batch_pipeline_requests_create("demo", "p", [{"in": 1}] * 8)
    assert found + [row.id for row in rows] == made[::-1]
    assert len(list(iterate_batch_pipeline_requests(api, "demo", "p", sort="asc"))) == 16


def test_a_version_that_is_not_there(api: CoreApi) -> None:
    with pytest.raises(NotFoundException):
        next(iterate_batch_requests(api, "demo", "nowhere", "v"))


# --- blobs, in the emulator


@pytest.fixture
def blobs(emulator: Emulator, api: CoreApi, small_pages: None) -> Iterator[Any]:
    """Makes blobs at some second; all are gone afterwards."""
    made: List[str] = []

    def upload(*seconds: float) -> List[str]:
        for second in seconds:
            emulator.freeze(START + timedelta(seconds=second))
            made.append(api.blobs_create("demo", file=b"x").id)
        return made[-len(seconds) :]

    yield upload
    for each in made:
        if each in {blob.id for blob in api.blobs_list("demo", range=-1000)}:
            api.blobs_delete("demo", each)
    emulator.unfreeze()


def ids_of(api: CoreApi, **options: Any) -> List[str]:
    return [blob.id for blob in iterate_blobs(api, "demo", **options)]


SPREAD = [0, 1, 1.5, 1.9, 3, 3, 3, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 3.99, 5, 60, 60, 60, 61]


def test_blobs_both_ways(blobs: Any, api: CoreApi) -> None:
    made = blobs(*SPREAD)
    assert ids_of(api, sort="asc") == made
    assert set(ids_of(api)) == set(made)
    assert [blob.creation_date for blob in iterate_blobs(api, "demo")] == [
        START + timedelta(seconds=second) for second in SPREAD[::-1]
    ]


def test_no_blobs(blobs: Any, api: CoreApi) -> None:
    assert ids_of(api) == []
    assert ids_of(api, sort="asc") == []


def test_blobs_while_more_are_uploaded(blobs: Any, api: CoreApi) -> None:
    made = blobs(*SPREAD)
    for sort in ("asc", "desc"):
        rows = iterate_blobs(api, "demo", sort=sort)
        found = [next(rows).id for _ in range(7)]
        added = blobs(61, 61.5, 62)
        found += [blob.id for blob in rows]
        assert len(set(found)) == len(found)
        assert set(found) == set(made if sort == "desc" else made + added)
        made += added


def test_blobs_while_some_are_deleted(blobs: Any, api: CoreApi) -> None:
    made = blobs(*SPREAD)
    rows = iterate_blobs(api, "demo", sort="asc")
    found = [next(rows).id for _ in range(7)]
    for each in made[5:16]:
        api.blobs_delete("demo", each)
    found += [blob.id for blob in rows]
    assert len(set(found)) == len(found)
    assert set(found) >= {*made[:7], *made[16:]}


@pytest.mark.parametrize("sort", ["asc", "desc"])
@pytest.mark.parametrize(
    ("since", "until"), [(1.5, 3.5), (3, 3), (None, 3.1), (3.99, None), (6, 59), (100, None), (None, None)]
)
def test_blobs_of_a_period(blobs: Any, api: CoreApi, sort: str, since: Optional[float], until: Optional[float]) -> None:
    made = dict(zip(blobs(*SPREAD), SPREAD))
    period: Dict[str, Any] = {}
    if since is not None:
        period["since"] = START + timedelta(seconds=since)
    if until is not None:
        period["until"] = (START + timedelta(seconds=until)).astimezone(timezone(timedelta(hours=2))).isoformat()
    expected = [each for each, second in made.items() if (since or 0) <= second <= (until or 1000)]
    found = ids_of(api, sort=sort, **period)
    assert sorted(found) == sorted(expected)
    assert [made[each] for each in found] == sorted((made[each] for each in found), reverse=sort == "desc")


# --- arguments


@pytest.mark.parametrize(
    "call",
    [
        lambda api: iterate_batch_requests(api, "demo", "m", "v", sort="newest"),
        lambda api: iterate_batch_pipeline_requests(api, "demo", "p", sort="newest"),
        lambda api: iterate_blobs(api, "demo", sort="newest"),
        lambda api: iterate_blobs(api, "demo", since="yesterday"),
        lambda api: iterate_blobs(api, "demo", since=START, until="2020-10-04 23:59:59"),
        lambda api: iterate_blobs(api, "demo", until=START.date()),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_is_told_at_once(serve: Serve, connect: Connect, call: Any) -> None:
    server = serve()
    with pytest.raises((ApiTypeError, ApiValueError), match=r"^(sort|since|until): must"):
        call(connect(server))
    assert server.requests == []
