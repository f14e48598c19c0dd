"""Runs that are cut short and go on: nothing acknowledged is sent again, nothing is lost, what is unknown is told."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Set, Tuple

import pandas
import pytest

from test.support.emulator.bulk import COUNT, PLACE, PROGRAM, arrived, calls, forget, row, rows
from test.support.emulator.client import wait_until
from test.support.process import ROOT
from ubiops import CoreApi, ServiceException
from ubiops.emulator import Emulator
from ubiops.utils import CheckpointException, RowOutcome, UnknownFateException, predict_many
from ubiops.utils._bulk_calls import MODEL, Opened, Threads
from ubiops.utils._bulk_plan import Plan
from ubiops.utils._bulk_run import Run
from ubiops.utils._checkpoint import Checkpoint
from ubiops.utils._progress import Progress

CREATE = "batch_model_requests_create"
KILLS = int(os.environ.get("UBIOPS_TEST_KILLS", "3"))


@pytest.fixture
def start(tmp_path: Path, emulator: Emulator) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the program; ends what still runs."""
    settings = {"UBIOPS_API_HOST": emulator.host, "UBIOPS_API_TOKEN": emulator.token, "PYTHONPATH": str(ROOT)}
    programs: List[subprocess.Popen[str]] = []

    def starting(*arguments: str) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROGRAM, *arguments],
            cwd=tmp_path,
            env={**os.environ, **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        programs.append(program)
        return program

    yield starting
    for program in programs:
        program.kill()
        program.communicate()


def results(outcomes: Iterator[RowOutcome]) -> List[Any]:
    return [outcome.result for outcome in outcomes]


def doubled(count: int) -> List[Dict[str, int]]:
    return [{"out": 2 * number} for number in range(count)]


def test_a_second_run_gives_all_outcomes_and_sends_nothing(many: CoreApi, emulator: Emulator, tmp_path: Path) -> None:
    given = [*rows(25), row(-1)]
    first = list(predict_many(many, *PLACE, given, checkpoint=tmp_path / "run", chunk_size=10))
    before = calls(emulator, CREATE)
    second = list(predict_many(many, *PLACE, iter(given), checkpoint=str(tmp_path / "run"), chunk_size=10))
    assert second == first
    assert [outcome.success for outcome in second] == [True] * 25 + [False]
    assert calls(emulator, CREATE) == before


def test_a_second_run_goes_on_where_the_first_was_closed(many: CoreApi, tmp_path: Path) -> None:
    options: Any = {"checkpoint": tmp_path / "run", "chunk_size": 10, "max_in_flight": 3}
    outcomes = predict_many(many, *PLACE, rows(100), **options)
    assert next(outcomes).index == 0
    outcomes.close()
    sent = arrived(many)
    assert sent == list(range(len(sent)))
    assert 10 <= len(sent) < 100
    assert results(predict_many(many, *PLACE, rows(100), **options)) == doubled(100)
    assert arrived(many) == list(range(100))


def test_what_is_lost_while_a_run_is_closed_is_unknown(many: CoreApi, emulator: Emulator, tmp_path: Path) -> None:
    before = calls(emulator, CREATE)

    def breaking() -> Iterator[Dict[str, Any]]:
        yield from rows(10)
        wait_until(lambda: calls(emulator, CREATE) > before)
        emulator.fail("latency", CREATE, seconds=1)
        emulator.fail("reset", CREATE)
        yield from [*rows(20)][10:]

    options: Any = {"checkpoint": tmp_path / "run", "chunk_size": 10, "max_in_flight": 2}
    outcomes = predict_many(many, *PLACE, breaking(), **options)
    assert next(outcomes).index == 0
    outcomes.close()
    emulator.clear_faults()
    with pytest.raises(UnknownFateException, match="rows 10 to 19"):
        next(predict_many(many, *PLACE, rows(20), **options))


def test_a_data_frame_goes_on_as_well(many: CoreApi, tmp_path: Path) -> None:
    frame = pandas.DataFrame([*rows(30)])
    first = predict_many(many, *PLACE, frame, checkpoint=tmp_path / "run", chunk_size=10)
    pandas.testing.assert_frame_equal(
        first, predict_many(many, *PLACE, frame, checkpoint=tmp_path / "run", chunk_size=10)
    )
    assert arrived(many) == list(range(30))


def test_rows_that_were_refused_are_sent_again_and_their_neighbours_are_not(many: CoreApi, tmp_path: Path) -> None:
    given: List[Any] = [*rows(10)]
    given[4], given[7] = {"in": "four", "gate": ""}, row(float("inf"))
    for _ in range(2):
        outcomes = list(predict_many(many, *PLACE, given, checkpoint=tmp_path / "run"))
        assert [outcome.index for outcome in outcomes if outcome.error] == [4, 7]
        assert arrived(many) == [0, 1, 2, 3, 5, 6, 8, 9]


@pytest.mark.parametrize("kind", ["reset", "truncate"])
def test_a_second_run_tells_what_is_unknown_before_it_sends_anything(
    many: CoreApi, emulator: Emulator, tmp_path: Path, kind: str
) -> None:
    options: Any = {"checkpoint": tmp_path / "run", "chunk_size": 10, "max_in_flight": 1}
    emulator.fail(kind, CREATE, count=1)
    with pytest.raises(UnknownFateException):
        list(predict_many(many, *PLACE, rows(30), **options))
    before = len(emulator.requests)
    with pytest.raises(UnknownFateException, match=r"rows 0 to 9 was lost \(in an earlier run\)") as caught:
        next(predict_many(many, *PLACE, rows(30), **options))
    assert caught.value.chunks == [(0, 9)]
    with pytest.raises(UnknownFateException) as caught:
        predict_many(many, *PLACE, pandas.DataFrame([*rows(30)]), **options)
    assert caught.value.partial is None
    assert len(emulator.requests) == before

    skipped = list(predict_many(many, *PLACE, rows(30), unknown="skip", **options))
    assert [outcome.success for outcome in skipped] == [False] * 10 + [True] * 20
    assert skipped[0].error == (
        "No answer came back when this row was sent, so the service may have taken it or not (in an earlier run)"
    )
    taken = arrived(many)
    assert results(predict_many(many, *PLACE, rows(30), unknown="resend", **options)) == doubled(30)
    assert arrived(many) == sorted([*taken, *range(10)])
    assert results(predict_many(many, *PLACE, rows(30), **options)) == doubled(30)


def test_what_was_unknown_once_stays_so_until_it_is_acknowledged(
    many: CoreApi, emulator: Emulator, tmp_path: Path
) -> None:
    options: Any = {"checkpoint": tmp_path / "run", "chunk_size": 10, "max_in_flight": 1}
    emulator.fail("truncate", CREATE, count=1)
    emulator.fail("status", CREATE, status=503, retry_after=3600)
    for _ in range(2):
        with pytest.raises(ServiceException):
            list(predict_many(many, *PLACE, rows(10), unknown="resend", **options))
        with pytest.raises(UnknownFateException, match="rows 0 to 9"):
            list(predict_many(many, *PLACE, rows(10), **options))
    emulator.clear_faults()
    assert results(predict_many(many, *PLACE, rows(10), unknown="resend", **options)) == doubled(10)
    assert results(predict_many(many, *PLACE, rows(10), **options)) == doubled(10)


def test_results_that_the_service_no_longer_has_are_told(many: CoreApi, tmp_path: Path) -> None:
    assert len(list(predict_many(many, *PLACE, rows(5), checkpoint=tmp_path / "run"))) == 5
    forget(many)
    outcomes = list(predict_many(many, *PLACE, rows(5), checkpoint=tmp_path / "run"))
    assert all("The service no longer has this request" in str(outcome.error) for outcome in outcomes)


def test_a_checkpoint_is_used_by_one_run_at_a_time(many: CoreApi, tmp_path: Path) -> None:
    checkpoint = tmp_path / "run"
    outcomes = predict_many(many, *PLACE, rows(5), checkpoint=checkpoint)
    next(outcomes)
    with pytest.raises(CheckpointException, match="another run uses it"):
        next(predict_many(many, *PLACE, rows(5), checkpoint=checkpoint))
    outcomes.close()
    assert len(list(predict_many(many, *PLACE, rows(5), checkpoint=checkpoint))) == 5


def test_a_checkpoint_is_used_by_one_process_at_a_time(
    many: CoreApi, start: Callable[..., subprocess.Popen[str]]
) -> None:
    first = start()
    assert first.stdout is not None
    assert first.stdout.readline() == "done 0 0\n"
    first.send_signal(signal.SIGSTOP)
    second = start()
    _, complaint = second.communicate(timeout=60)
    assert second.returncode == 1
    assert "CheckpointException: The checkpoint run cannot be used: another run uses it" in complaint
    first.send_signal(signal.SIGCONT)
    assert len(first.stdout.readlines()) == COUNT - 1
    assert first.wait(60) == 0
    assert arrived(many) == list(range(COUNT))


def test_a_fork_leaves_the_run_to_its_parent(many: CoreApi, tmp_path: Path) -> None:
    outcomes = predict_many(many, *PLACE, rows(60), checkpoint=tmp_path / "run", chunk_size=10, max_in_flight=2)
    assert next(outcomes).index == 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forks while threads run
        child = os.fork()
    if not child:
        status = 1
        with suppress(BaseException):
            outcomes.close()
            status = 0
        os._exit(status)
    assert os.waitpid(child, 0) == (child, 0)
    assert results(outcomes) == doubled(60)[1:]
    assert results(predict_many(many, *PLACE, rows(60), checkpoint=tmp_path / "run", chunk_size=10)) == doubled(60)
    assert arrived(many) == list(range(60))


def test_a_fork_closes_nothing_as_seen_from_within(many: CoreApi, emulator: Emulator, tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path / "run", {})
    plan = Plan(MODEL, {}, chunk_size=1, most=1, ordered=True, unknown="raise", timeout=None)
    run = Run(plan, iter([[row(1)]]), Opened(many, 1), Threads(), checkpoint, Progress("Predicting", shown=False))
    before = len(emulator.requests)
    for each in (run, checkpoint):
        each._process += 1  # as if this were a fork
    run._leave()
    checkpoint.close()
    assert len(emulator.requests) == before
    with pytest.raises(CheckpointException, match="another run uses it"):
        Checkpoint(tmp_path / "run", {})
    checkpoint._process -= 1
    checkpoint.close()
    Checkpoint(tmp_path / "run", {}).close()


def test_a_checkpoint_belongs_to_its_rows_and_its_target(many: CoreApi, tmp_path: Path) -> None:
    checkpoint = tmp_path / "run"
    assert len(list(predict_many(many, *PLACE, rows(10), checkpoint=checkpoint))) == 10
    with pytest.raises(CheckpointException, match="Rows 0 to 9 are not those that the checkpoint was made with"):
        list(predict_many(many, *PLACE, [*rows(9), row(99)], checkpoint=checkpoint))
    with pytest.raises(CheckpointException, match="Rows 0 to 9 are not those"):
        list(predict_many(many, *PLACE, [*rows(9), row(object())], checkpoint=checkpoint))
    for options in ({"chunk_size": 5}, {"version": "v2"}):
        arguments: Dict[str, Any] = {"version": "v1", "rows": rows(10), **options}
        with pytest.raises(CheckpointException, match="belongs to another run"):
            list(predict_many(many, "demo", "double", **arguments, checkpoint=checkpoint))
    assert arrived(many) == list(range(10))


def test_other_files_are_refused_and_stay_as_they_are(many: CoreApi, tmp_path: Path) -> None:
    text, table = tmp_path / "text", tmp_path / "table"
    text.write_text("these are not the bytes of a database, whatever their number may be\n" * 50)
    with closing(sqlite3.connect(table)) as db:
        db.execute("CREATE TABLE part (first INTEGER)")
    for path, complaint in ((text, "file is not a database"), (table, "is no checkpoint")):
        before = path.read_bytes()
        with pytest.raises(CheckpointException, match=complaint):
            list(predict_many(many, *PLACE, rows(1), checkpoint=path))
        assert path.read_bytes() == before
    with pytest.raises(CheckpointException, match="cannot be opened"):
        list(predict_many(many, *PLACE, rows(1), checkpoint=tmp_path / "nowhere" / "run"))
    with pytest.raises(CheckpointException, match="cannot be opened"):
        list(predict_many(many, *PLACE, rows(1), checkpoint=""))


@pytest.mark.parametrize("busy", [(), ("busy",)])
def test_ctrl_c_leaves_a_checkpoint_that_knows_everything(
    many: CoreApi, emulator: Emulator, start: Callable[..., subprocess.Popen[str]], busy: Tuple[str, ...]
) -> None:
    emulator.fail("latency", CREATE, seconds=0.3)
    program = start(*busy)
    assert program.stdout is not None
    assert program.stdout.readline() == "done 0 0\n"
    program.send_signal(signal.SIGINT)
    _, complaint = program.communicate(timeout=60)
    assert program.returncode == -signal.SIGINT
    assert complaint.rstrip().endswith("KeyboardInterrupt")
    sent = arrived(many)
    assert sent == list(range(len(sent)))

    emulator.clear_faults()
    printed, complaint = start().communicate(timeout=60)
    assert complaint == ""
    assert printed.splitlines() == [f"done {number} {2 * number}" for number in range(COUNT)]
    assert arrived(many) == list(range(COUNT))


@pytest.mark.parametrize("latency", [False, True])
def test_kill_9_loses_nothing_and_doubles_nothing_that_was_acknowledged(
    many: CoreApi, emulator: Emulator, start: Callable[..., subprocess.Popen[str]], latency: bool
) -> None:
    """Killed at any moment, or most likely while rows are on their way: then these may come twice, and are told."""
    if latency:
        emulator.fail("latency", CREATE, seconds=0.1)
    choice = random.Random(KILLS)
    unknown: List[int] = []
    answered: Set[int] = set()  # rows whose outcomes some run gave
    killed = 0
    while True:
        program = start()
        assert program.stdout is not None
        lives = choice.randrange(0, COUNT // 2) if killed < KILLS else COUNT
        done: List[str] = []
        for line in program.stdout:
            word, *numbers = line.split()
            if word == "unknown":
                first, last = map(int, numbers)
                unknown += range(first, last + 1)
                assert answered.isdisjoint(range(first, last + 1))
            else:
                done.append(line)
                answered.add(int(numbers[0]))
            if len(done) > lives:
                program.kill()
                killed += 1
                break
        program.wait(60)
        if program.returncode == 0:
            break
        assert program.returncode == -signal.SIGKILL, program.communicate()
    assert killed >= KILLS
    assert done == [f"done {number} {2 * number}\n" for number in range(COUNT)]
    times = arrived(many)
    assert set(times) == set(range(COUNT))
    assert [number for number in range(COUNT) if times.count(number) > 1 + unknown.count(number)] == []
