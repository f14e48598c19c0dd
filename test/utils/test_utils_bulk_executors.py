"""Bulk runs whose calls are made elsewhere: in threads, in a pool of processes, on the workers of Dask."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Iterator, List

import pytest

import ubiops
from test.support.emulator.bulk import PLACE, arrived, forget, row, rows
from test.support.emulator.client import wait_until
from ubiops import CoreApi
from ubiops.emulator import Emulator
from ubiops.utils import UnknownFateException, predict_many
from ubiops.utils._bulk_calls import Settings

CREATE = "batch_model_requests_create"


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    """A client of a cluster with two worker processes. It tells of a worker's death rather than to repeat its work."""
    import dask
    import distributed

    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        cluster = distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=50
        )
        with cluster, distributed.Client(cluster) as client:
            yield client


def processes() -> Executor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


def check(api: CoreApi, executor: Executor, checkpoint: Path) -> None:
    given = [*rows(40), row(-1), {"in": "no"}]
    outcomes = list(predict_many(api, *PLACE, given, executor=executor, chunk_size=10, checkpoint=checkpoint))
    assert [outcome.result for outcome in outcomes[:40]] == [{"out": 2 * number} for number in range(40)]
    assert "negative" in str(outcomes[40].error)
    assert "Cannot cast 'no'" in str(outcomes[41].error)
    assert arrived(api) == [-1, *range(40)]


def test_threads_of_the_user(many: CoreApi, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        check(many, executor, tmp_path / "run")


def test_a_pool_of_processes_that_breaks_leaves_a_checkpoint(many: CoreApi, emulator: Emulator, tmp_path: Path) -> None:
    with processes() as executor:
        check(many, executor, tmp_path / "run")
        forget(many)

        emulator.fail("latency", CREATE, seconds=60)
        options: Any = {"checkpoint": tmp_path / "other", "chunk_size": 10, "max_in_flight": 1}
        killer = ThreadPoolExecutor(1)
        killing = killer.submit(_kill_at_work, emulator, list(executor._processes))  # type: ignore[attr-defined]
        with killer, pytest.raises(BrokenProcessPool):
            list(predict_many(many, *PLACE, rows(30), executor=executor, **options))
        killing.result()
    emulator.clear_faults()
    with pytest.raises(UnknownFateException, match="rows 0 to 9"):
        list(predict_many(many, *PLACE, rows(30), **options))
    outcomes = list(predict_many(many, *PLACE, rows(30), unknown="skip", **options))
    assert [outcome.success for outcome in outcomes] == [False] * 10 + [True] * 20


def test_workers_of_dask(many: CoreApi, dask: Any, tmp_path: Path) -> None:
    with dask.get_executor() as executor:
        check(many, executor, tmp_path / "run")


def test_the_death_of_a_worker_of_dask_makes_what_it_sent_unknown(
    many: CoreApi, emulator: Emulator, dask: Any, tmp_path: Path
) -> None:
    workers = list(dask.run(os.getpid).values())
    emulator.fail("latency", CREATE, seconds=60)
    with dask.get_executor() as executor, ThreadPoolExecutor(1) as killer:
        killing = killer.submit(_kill_at_work, emulator, workers)
        outcomes = list(
            predict_many(many, *PLACE, rows(30), executor=executor, chunk_size=10, max_in_flight=1, unknown="skip")
        )
        killing.result()
    assert [outcome.success for outcome in outcomes] == [False] * 10 + [True] * 20
    assert "No answer came back" in str(outcomes[0].error)
    taken = arrived(many)
    assert [number for number in taken if number >= 10] == list(range(10, 30))
    assert len(set(taken)) == len(taken)


def _kill_at_work(emulator: Emulator, pids: List[int]) -> None:
    """Kill processes while a call of theirs is under way."""
    wait_until(lambda: emulator.faults[0].hits)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    emulator.clear_faults()


def test_settings_that_cannot_travel_are_refused_before_anything_is_sent(emulator: Emulator, many: CoreApi) -> None:
    configuration = emulator.configuration()
    configuration.api_key = {"Authorization": lambda: emulator.token}
    before = len(emulator.requests)
    with ubiops.ApiClient(configuration) as client, ThreadPoolExecutor(1) as executor:
        with pytest.raises(ubiops.ApiTypeError, match="must be text or functions of a module"):
            predict_many(CoreApi(client), *PLACE, rows(2), executor=executor)
        assert len(emulator.requests) == before
        assert len(list(predict_many(CoreApi(client), *PLACE, rows(2)))) == 2


def test_settings_travel_with_the_token_and_do_not_show_it(emulator: Emulator, many: CoreApi) -> None:
    settings = pickle.loads(pickle.dumps(Settings.of(many, 4)))
    assert emulator.token.split()[1] not in repr(settings)
    assert settings.api() is settings.api()
    assert settings.api().models_list("demo")[0].name == "double"
    settings.api().api_client.close()
