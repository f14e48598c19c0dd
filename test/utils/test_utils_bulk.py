"""Any number of rows through a model or a pipeline: every one is answered, whatever becomes of the others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, Iterator, List

import pandas
import pytest

import ubiops
from test.support.emulator.bulk import PLACE, arrived, calls, row, rows
from test.support.emulator.client import Client, connected, wait_until
from test.support.emulator.pipelines import SHOUT, add_model, make_pipeline
from test.support.terminal import Terminal
from ubiops import CoreApi
from ubiops.emulator import Emulator
from ubiops.utils import RowOutcome, WaitTimeoutException, predict_many, predict_many_pipeline


@pytest.fixture(scope="module")
def client(emulator: Emulator) -> Iterator[Client]:
    yield from connected(emulator)


@pytest.fixture(scope="module")
def pipeline(client: Client) -> str:
    path = make_pipeline(client, None)
    client.deploy(client.model("shout", None, None), SHOUT)
    assert add_model(client, path, "loud", "shout").status == 201
    mapping = {"source_name": "pipeline_start", "destination_name": "loud"}
    assert client("POST", f"{path}/attachments", mapping).status == 201
    return "p"


def results(outcomes: Iterator[RowOutcome]) -> List[Any]:
    return [outcome.result for outcome in outcomes]


def noted(read: List[int], count: int) -> Iterator[Dict[str, Any]]:
    for number in range(count):
        read.append(number)
        yield row(number)


def test_outcomes_come_in_the_order_of_the_rows(many: CoreApi) -> None:
    outcomes = list(predict_many(many, *PLACE, rows(607)))
    assert [outcome.index for outcome in outcomes] == list(range(607))
    assert [outcome.result for outcome in outcomes] == [{"out": 2 * number} for number in range(607)]
    assert {(outcome.success, outcome.error) for outcome in outcomes} == {(True, None)}
    assert type(outcomes[0].request) is ubiops.BatchModelRequestResultList
    assert arrived(many) == list(range(607))


def test_no_rows_make_no_call(many: CoreApi, emulator: Emulator) -> None:
    before = len(emulator.requests)
    assert list(predict_many(many, *PLACE, [])) == []
    assert len(emulator.requests) == before


def test_nothing_is_read_or_sent_before_the_first_outcome_is_asked_for(many: CoreApi) -> None:
    read: List[int] = []
    outcomes = predict_many(many, *PLACE, noted(read, 3))
    assert read == []
    assert next(outcomes).result == {"out": 0}
    assert read == [0, 1, 2]
    assert results(outcomes) == [{"out": 2}, {"out": 4}]


def test_a_row_that_fails_does_not_keep_the_others(many: CoreApi) -> None:
    outcomes = list(predict_many(many, *PLACE, [row(1), row(-1), row(2)]))
    assert [outcome.success for outcome in outcomes] == [True, False, True]
    assert outcomes[1].result is None
    assert "negative" in str(outcomes[1].error)
    request = outcomes[1].request
    assert request is not None
    assert (request.status, request.request_data) == ("failed", row(-1))


def test_rows_that_the_service_refuses_are_found_among_the_others(many: CoreApi, emulator: Emulator) -> None:
    given: List[Any] = [*rows(20)]
    given[3], given[4], given[17] = {"in": "three", "gate": ""}, {"in": 4}, "seventeen"
    before = calls(emulator, "batch_model_requests_create")
    outcomes = list(predict_many(many, *PLACE, given))
    assert [outcome.index for outcome in outcomes] == list(range(20))
    assert [outcome.index for outcome in outcomes if outcome.error] == [3, 4, 17]
    assert [outcomes[index].request for index in (3, 4, 17)] == [None, None, None]
    assert "Cannot cast 'three' to an integer" in str(outcomes[3].error)
    assert "gate: it is missing" in str(outcomes[4].error)
    assert arrived(many) == [number for number in range(20) if number not in (3, 4, 17)]
    assert calls(emulator, "batch_model_requests_create") - before <= 25


def test_rows_without_a_json_value_are_reported_and_not_sent(many: CoreApi) -> None:
    given: List[Any] = [row(0), row(float("nan")), 5, row(object()), row(4)]
    outcomes = list(predict_many(many, *PLACE, given))
    assert [outcome.result for outcome in outcomes] == [{"out": 0}, None, None, None, {"out": 8}]
    assert "numbers must be finite" in str(outcomes[1].error)
    assert outcomes[2].error == "A row must be a dict or a text, not int"
    assert "has no JSON form" in str(outcomes[3].error)


def test_a_run_of_which_every_row_is_refused_ends(many: CoreApi) -> None:
    with pytest.raises(ubiops.ApiTypeError, match="A row must be a dict or a text, not int"):
        rows: Iterator[Any] = iter(int, 1)
        list(predict_many(many, *PLACE, rows))
    assert len(list(predict_many(many, *PLACE, [{"in": number} for number in range(12)]))) == 12


def test_only_a_bounded_number_of_rows_is_read_ahead(many: CoreApi) -> None:
    read: List[int] = []
    with closing(predict_many(many, *PLACE, noted(read, 10**9), chunk_size=5, max_in_flight=2)) as outcomes:
        for position, outcome in enumerate(outcomes):
            assert outcome.index == position
            assert len(read) - position <= 2 * 2 * 5 + 5
            if position == 100:
                break


def test_as_completed_one_row_that_hangs_is_the_last(many: CoreApi, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    given = [row(0, str(gate)), *(row(number) for number in range(1, 40))]
    found: List[int] = []
    for outcome in predict_many(many, *PLACE, given, chunk_size=10, ordered=False):
        found.append(outcome.index)
        if len(found) == 39:
            assert sorted(found) == list(range(1, 40))
            gate.touch()
    assert found[-1] == 0


def test_in_order_the_rest_is_done_while_one_row_hangs(many: CoreApi, tmp_path: Path) -> None:
    gate = tmp_path / "gate"

    def open_gate() -> None:
        try:
            wait_until(lambda: len(many.batch_model_requests_list(*PLACE, status="completed", limit=50)) == 39)
        finally:
            gate.touch()

    given = [row(0, str(gate)), *(row(number) for number in range(1, 40))]
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(open_gate)
        outcomes = list(predict_many(many, *PLACE, given, chunk_size=10, max_in_flight=2))
        opened.result()
    assert [each.index for each in outcomes] == list(range(40))


def test_a_generator_that_is_closed_early_lets_the_service_drop_the_rest(many: CoreApi, tmp_path: Path) -> None:
    given = [row(0), *(row(number, str(tmp_path / "never")) for number in range(1, 40))]
    outcomes = predict_many(many, *PLACE, given, chunk_size=10, max_in_flight=1)
    assert next(outcomes).result == {"out": 0}
    outcomes.close()
    (tmp_path / "never").touch()
    assert arrived(many) == [0]


def test_rows_that_cannot_be_read_any_more_end_the_run(many: CoreApi) -> None:
    def broken() -> Iterator[Dict[str, Any]]:
        yield from rows(15)
        raise OSError("the disk is gone")

    outcomes = predict_many(many, *PLACE, broken(), chunk_size=5)
    with pytest.raises(OSError, match="the disk is gone"):
        list(outcomes)


def test_the_time_limit_holds_for_all_of_it(many: CoreApi, tmp_path: Path) -> None:
    outcomes = predict_many(many, *PLACE, [row(0), row(1, str(tmp_path / "never"))], timeout=2)
    assert next(outcomes).result == {"out": 0}
    with pytest.raises(WaitTimeoutException, match=r"1 rows were done when the time limit of 2 s ended"):
        next(outcomes)
    (tmp_path / "never").touch()


def test_plain_texts_and_pipelines(client: Client, api: CoreApi, pipeline: str) -> None:
    texts = [f"row {number}" for number in range(230)]
    outcomes = list(predict_many_pipeline(api, "demo", pipeline, texts))
    assert [outcome.result for outcome in outcomes] == [{"loud": text.upper()} for text in texts]
    assert type(outcomes[0].request) is ubiops.BatchPipelineRequestResultList
    assert results(predict_many(api, "demo", "shout", "v", iter(texts[:3]))) == ["ROW 0", "ROW 1", "ROW 2"]


def test_a_data_frame_gives_one_with_its_index(many: CoreApi) -> None:
    frame = pandas.DataFrame({"in": [5, -1, 7], "gate": ["", "", ""]}, index=["a", "b", "b"])
    found = predict_many(many, *PLACE, frame)
    assert list(found.columns) == ["out", "error"]
    assert list(found.index) == ["a", "b", "b"]
    assert found["out"].tolist()[::2] == [10, 14]
    assert pandas.isna(found["out"].iloc[1])
    assert "negative" in found["error"].iloc[1]
    assert found["error"].tolist()[::2] == [None, None]


def test_whole_numbers_of_a_data_frame_are_whole_beside_gaps(many: CoreApi) -> None:
    frame = pandas.DataFrame({"in": [1, None, 3], "gate": ""})
    found = predict_many(many, *PLACE, frame, chunk_size=3, ordered=False)
    assert found["out"].tolist()[::2] == [2, 6]
    assert "numbers must be finite" in found["error"].iloc[1]


def test_a_data_frame_of_plain_output_and_of_a_pipeline(api: CoreApi, pipeline: str) -> None:
    plain = predict_many(api, "demo", "shout", "v", pandas.DataFrame({"in": [1]}))
    assert list(plain.columns) == ["error"]
    assert "plain data must be a string" in plain["error"].iloc[0]
    assert predict_many(api, "demo", "shout", "v", pandas.DataFrame({"in": []})).empty
    from ubiops.utils._bulk_rows import to_frame

    outcomes = predict_many_pipeline(api, "demo", pipeline, ["a", "b"])
    assert to_frame(pandas.RangeIndex(2), outcomes)["loud"].tolist() == ["A", "B"]
    texts = predict_many(api, "demo", "shout", "v", pandas.Series(["a", "b"]))
    assert to_frame(pandas.RangeIndex(2), texts)["result"].tolist() == ["A", "B"]


def test_an_output_field_called_error_stays(api: CoreApi) -> None:
    from ubiops.utils._bulk_rows import to_frame

    now = datetime(2026, 1, 1, tzinfo=timezone.utc)
    request = ubiops.BatchModelRequestResultList(
        id="i", status="completed", time_created=now, time_last_updated=now, result={"error": 0.25}
    )
    found = to_frame(pandas.RangeIndex(1), [RowOutcome(0, request)])
    assert found.to_dict(orient="list") == {"error": [0.25], "error_": [None]}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rows": "text"}, "rows takes an iterable of dicts or texts, or a DataFrame, not str"),
        ({"rows": {"in": 1}}, "not dict; put a single row into a list"),
        ({"rows": 5}, "not int"),
        ({"rows": pandas.DataFrame([[1, 2]], columns=["a", "a"])}, r"each of them once, not \['a', 'a'\]"),
        ({"rows": pandas.DataFrame([[1, 2]])}, r"must be the names of the input fields.* not \[0, 1\]"),
        ({"unknown": "retry"}, "unknown: must be one of raise, resend, skip, not 'retry'"),
        ({"chunk_size": 251}, "chunk_size: must be 1 to 250, not 251"),
        ({"chunk_size": 0}, "chunk_size: must be 1 to 250, not 0"),
        ({"max_in_flight": 0}, "max_in_flight: must be at least 1, not 0"),
        ({"chunk_size": 2.5}, "chunk_size: must be a whole number, not 2.5"),
        ({"max_in_flight": "8"}, "max_in_flight: must be a whole number, not '8'"),
        ({"timeout": "60"}, "timeout: must be a number of seconds or None, not '60'"),
        ({"timeout": 0}, "timeout: must be more than 0 seconds, or None, not 0"),
    ],
)
def test_arguments_are_refused_before_anything_is_sent(
    api: CoreApi, emulator: Emulator, options: Dict[str, Any], message: str
) -> None:
    before = len(emulator.requests)
    with pytest.raises((ubiops.ApiValueError, ubiops.ApiTypeError), match=message):
        predict_many(api, *PLACE, **{"rows": [], **options})
    assert len(emulator.requests) == before
    with pytest.raises(ubiops.ApiValueError, match="chunk_size: must be 1 to 100, not 101"):
        predict_many_pipeline(api, "demo", "p", [], chunk_size=101)


def test_names_that_are_none_are_told(many: CoreApi) -> None:
    with pytest.raises(ubiops.ApiValueError, match="`version`"):
        list(predict_many(many, "demo", "double", None, rows(1)))  # type: ignore[call-overload]


def test_what_does_not_exist_ends_the_run(many: CoreApi) -> None:
    with pytest.raises(ubiops.NotFoundException, match="nowhere"):
        list(predict_many(many, "demo", "nowhere", "v1", rows(600)))


def test_headers_and_cookie_of_the_client_are_sent(emulator: Emulator, many: CoreApi) -> None:
    seen: List[Any] = []
    configuration = emulator.configuration()
    configuration.on_request = seen.append
    with ubiops.ApiClient(configuration, "X-Request-Id", "mine", cookie="a=b") as client:
        assert len(list(predict_many(CoreApi(client), *PLACE, rows(2)))) == 2
    assert {info.headers["X-Request-Id"] for info in seen} == {"mine"}


def test_a_bar_shows_how_many_rows_are_done(many: CoreApi, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", terminal.stream)
    assert len(list(predict_many(many, *PLACE, [*rows(30)], progress=True))) == 30
    assert "Predicting double/v1: 100%" in terminal.shown()
    assert "30/30" in terminal.shown()
