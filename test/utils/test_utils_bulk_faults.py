"""What goes wrong on the way: busy services, lost answers, broken connections. Nothing is sent twice without a word."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pandas
import pytest

import ubiops
from test.support.emulator.bulk import PLACE, arrived, calls, row, rows
from test.support.emulator.client import wait_until
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops import CoreApi
from ubiops.emulator import Emulator
from ubiops.utils import RowOutcome, UnknownFateException, predict_many
from ubiops.utils._bulk_calls import Fate, fate

CREATE = "batch_model_requests_create"
COLLECT = "batch_model_requests_batch_collect"


def taken_until_lost(outcomes: Iterator[RowOutcome]) -> Tuple[List[RowOutcome], UnknownFateException]:
    found: List[RowOutcome] = []
    with pytest.raises(UnknownFateException) as caught:
        found.extend(outcomes)  # keeps what came before
    return found, caught.value


@pytest.mark.parametrize("retry_after", [None, 0, 1])
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_is_asked_again_until_all_is_done(
    many: CoreApi, emulator: Emulator, status: int, retry_after: Any
) -> None:
    emulator.fail("status", CREATE, status=status, retry_after=retry_after, count=2)
    emulator.fail("status", COLLECT, status=status, retry_after=retry_after, count=1)
    outcomes = list(predict_many(many, *PLACE, rows(60), chunk_size=10))
    assert [outcome.result for outcome in outcomes] == [{"out": 2 * number} for number in range(60)]
    assert arrived(many) == list(range(60))
    assert [fault.hits for fault in emulator.faults] == [2, 1]


def test_nothing_is_sent_while_the_service_asks_to_wait(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", CREATE, status=503, retry_after=1, count=1)
    assert len(list(predict_many(many, *PLACE, rows(5)))) == 5
    refused, sent = [request for request in emulator.requests if request.operation == CREATE][-2:]
    assert (refused.status, sent.status) == (503, 200)
    assert (sent.time - refused.time).total_seconds() >= 0.9


def test_a_service_that_asks_to_wait_too_long_is_given_up(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", CREATE, status=503, retry_after=3600)
    with pytest.raises(ubiops.ServiceException, match="This fault was asked for"):
        list(predict_many(many, *PLACE, rows(5)))
    assert emulator.faults[0].hits <= 2


def test_a_storm_of_all_faults_loses_and_doubles_nothing_that_is_not_told(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", "batch_model_requests_*", status=503, probability=0.2)
    emulator.fail("reset", CREATE, probability=0.1)
    emulator.fail("truncate", COLLECT, probability=0.2)
    emulator.fail("status", COLLECT, status=500, probability=0.1)
    outcomes = list(predict_many(many, *PLACE, rows(100), chunk_size=10, unknown="skip"))
    emulator.clear_faults()
    assert [outcome.index for outcome in outcomes] == list(range(100))
    done = [outcome.index for outcome in outcomes if outcome.success]
    assert all("No answer came back" in str(outcome.error) for outcome in outcomes if not outcome.success)
    assert arrived(many) == done


@pytest.mark.parametrize(("kind", "first"), [("reset", 10), ("truncate", 0)])
def test_a_lost_answer_is_told_after_everything_else(many: CoreApi, emulator: Emulator, kind: str, first: int) -> None:
    emulator.fail(kind, CREATE, count=1)
    found, error = taken_until_lost(predict_many(many, *PLACE, rows(60), chunk_size=10, max_in_flight=1))
    assert error.chunks == [(0, 9)]
    assert "The answer to rows 0 to 9 was lost (The connection broke" in str(error)
    assert 'With unknown="resend" they are sent again' in str(error)
    assert [outcome.index for outcome in found] == list(range(10, 60))
    assert arrived(many) == list(range(first, 60))


def test_a_data_frame_of_which_an_answer_was_lost_comes_with_the_error(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("truncate", CREATE, count=1)
    frame = pandas.DataFrame([*rows(20)])
    with pytest.raises(UnknownFateException) as caught:
        predict_many(many, *PLACE, frame, chunk_size=10, max_in_flight=1)
    partial = caught.value.partial
    assert partial["out"].tolist()[10:] == [2 * number for number in range(10, 20)]
    assert partial["error"].iloc[0].startswith("No answer came back when this row was sent")
    assert partial["error"].isna().tolist() == [False] * 10 + [True] * 10


@pytest.mark.parametrize(("kind", "times"), [("reset", 1), ("truncate", 2)])
def test_a_lost_answer_is_sent_again_if_the_user_says_so(
    many: CoreApi, emulator: Emulator, kind: str, times: int
) -> None:
    emulator.fail(kind, CREATE, count=1)
    outcomes = list(predict_many(many, *PLACE, rows(10), unknown="resend"))
    assert [outcome.result for outcome in outcomes] == [{"out": 2 * number} for number in range(10)]
    assert arrived(many) == sorted([*range(10)] * times)


def test_it_is_not_sent_again_for_ever(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", CREATE, status=502)
    outcomes = list(predict_many(many, *PLACE, rows(2), unknown="resend"))
    assert ["No answer came back" in str(outcome.error) for outcome in outcomes] == [True, True]
    assert emulator.faults[0].hits == 4


def test_an_answer_that_acknowledges_too_few_rows_is_lost(serve: Serve, connect: Connect) -> None:
    made = {"id": "5f1a", "status": "pending", "time_created": "2026-01-01T00:00:00.000+00:00"}
    server = serve(Reply(body=[made]))
    _, error = taken_until_lost(predict_many(connect(server), *PLACE, rows(2)))
    assert "rows 0 to 1 was lost (1 of 2 rows were acknowledged" in str(error)
    assert len(server.requests) == 1


def test_a_service_that_cannot_be_reached_is_told_at_once() -> None:
    configuration = ubiops.Configuration(host="http://127.0.0.1:9/v2.1", api_key={"Authorization": "Token t"})
    with ubiops.ApiClient(configuration) as client, pytest.raises(ubiops.ConnectionException):
        list(predict_many(CoreApi(client), *PLACE, rows(2)))


def test_a_token_that_is_refused_ends_the_run(emulator: Emulator) -> None:
    configuration = ubiops.Configuration(host=emulator.host, api_key={"Authorization": "Token no"})
    with ubiops.ApiClient(configuration) as client, pytest.raises(ubiops.UnauthorizedException):
        list(predict_many(CoreApi(client), *PLACE, rows(600)))
    nothing = ubiops.ApiClient(ubiops.Configuration(host=emulator.host))
    with nothing, pytest.raises(ubiops.UnauthorizedException, match="No token is set"):
        list(predict_many(CoreApi(nothing), *PLACE, rows(600)))


def test_a_collect_that_is_refused_ends_the_run(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", COLLECT, status=403)
    with pytest.raises(ubiops.ForbiddenException):
        list(predict_many(many, *PLACE, rows(5)))


def test_requests_that_were_deleted_meanwhile_are_told_one_by_one(many: CoreApi, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    given = [row(number, str(gate)) for number in range(12)]

    def delete_two() -> None:
        try:
            wait_until(lambda: len(many.batch_model_requests_list(*PLACE)) == 12)
            found = many.batch_model_requests_list(*PLACE, sort="asc")
            many.batch_model_requests_batch_delete(*PLACE, [found[5].id, found[9].id])
        finally:
            gate.touch()

    thread = threading.Thread(target=delete_two)
    thread.start()
    outcomes = list(predict_many(many, *PLACE, given))
    thread.join()
    assert [outcome.index for outcome in outcomes if outcome.error] == [5, 9]
    assert "The service no longer has this request" in str(outcomes[5].error)


def test_a_chunk_that_is_too_large_is_sent_in_parts(many: CoreApi, emulator: Emulator) -> None:
    emulator.fail("status", CREATE, status=413, count=1)
    before = calls(emulator, CREATE)
    assert len([each for each in predict_many(many, *PLACE, rows(40)) if each.success]) == 40
    assert calls(emulator, CREATE) - before == 3


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (ubiops.BadRequestException(400), Fate.REFUSED),
        (ubiops.ContentTooLargeException(413), Fate.REFUSED),
        (ubiops.TooManyRequestsException(429), Fate.BUSY),
        (ubiops.ServiceException(503), Fate.BUSY),
        (ubiops.ConnectTimeoutException(), Fate.BUSY),
        (ubiops.ProxyException(), Fate.BUSY),
        (ubiops.ServiceException(500), Fate.UNKNOWN),
        (ubiops.ServiceException(504), Fate.UNKNOWN),
        (ubiops.ReadTimeoutException(), Fate.UNKNOWN),
        (ubiops.BrokenConnectionException(), Fate.UNKNOWN),
        (ubiops.ApiException(200), Fate.UNKNOWN),
        (RuntimeError("a worker died"), Fate.UNKNOWN),
        (ubiops.UnauthorizedException(401), Fate.FATAL),
        (ubiops.NotFoundException(404), Fate.FATAL),
        (ubiops.ApiException(302), Fate.FATAL),
        (ubiops.TLSException(), Fate.FATAL),
        (ubiops.ApiValueError("no token"), Fate.FATAL),
    ],
)
def test_what_an_error_says_about_what_was_sent(error: Exception, meaning: Fate) -> None:
    assert fate(error) is meaning
