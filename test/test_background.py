"""The wait for calls in threads at the end of a program; test/network/test_processes.py has whole programs."""

from __future__ import annotations

import os
import signal
import threading
from typing import Iterator, NoReturn

import pytest

import ubiops
from test.support.emulator.client import wait_until
from test.support.fixtures import Serve
from test.support.server import Reply
from ubiops import _background
from ubiops._background import Background, Call


@pytest.fixture
def background(monkeypatch: pytest.MonkeyPatch) -> Iterator[Background]:
    """What a process has whose end the test plays; it takes no part in the end of this one."""
    background = Background()
    monkeypatch.setattr(_background, "_background", background)
    yield background
    background.process = 0


def test_the_end_waits_for_a_call_and_says_nothing(background: Background, caplog: pytest.LogCaptureFixture) -> None:
    ended = threading.Event()
    threading.Timer(0.1, Call("GET /status", ended.set, 60)).start()
    background.wait()
    assert ended.is_set()
    assert caplog.records == []


def test_the_end_gives_up_and_says_what_was_lost(background: Background, caplog: pytest.LogCaptureFixture) -> None:
    begun, release = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        release.wait()

    call = Call("POST /\x1b[2J\n", work, 0.1)
    thread = threading.Thread(target=call)
    thread.start()
    assert begun.wait(60)
    Call("GET /status", release.wait, 0.01)
    background.wait()
    release.set()
    thread.join()
    (record,) = caplog.records
    assert r": POST /\x1b[2J\n (its answer did not come); GET /status (it was not sent). " in record.getMessage()
    background.wait()
    assert len(caplog.records) == 1


def test_a_call_that_fails_meanwhile_is_named_and_others_are_not(
    background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> NoReturn:
        raise ValueError("it is full")

    with pytest.raises(ValueError, match="full"):
        Call("GET /earlier", fail, 60)()

    call = Call("GET /status", fail, 60)

    def fail_quietly() -> None:
        with pytest.raises(ValueError, match="full"):
            call()

    timer = threading.Timer(0.1, fail_quietly)
    timer.start()
    background.wait()
    timer.join()
    (record,) = caplog.records
    assert "through: GET /status (it is full). " in record.getMessage()


def test_an_interrupt_ends_the_wait(background: Background, caplog: pytest.LogCaptureFixture) -> None:
    Call("GET /status", print, None)

    def interrupt() -> None:
        wait_until(lambda: background._ending)
        with background._progress:  # which is free while the end waits
            os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    background.wait()
    (record,) = caplog.records
    assert "GET /status (it was not sent)" in record.getMessage()


def test_data_that_moves_gives_new_hope(background: Background) -> None:
    Call("POST /blobs", print, 1.5)
    timers = [threading.Timer(number / 10, _background.note_progress) for number in range(1, 21)]
    for timer in timers:
        timer.start()
    background.wait()
    assert not any(timer.is_alive() for timer in timers)


def test_a_fork_does_not_wait_for_the_calls_of_its_parent(
    background: Background, caplog: pytest.LogCaptureFixture
) -> None:
    Call("GET /status", print, None)
    background.process = os.getpid() + 1
    background.wait()
    assert caplog.records == []


def test_without_calls_no_progress_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_background, "_background", None)
    _background.note_progress()
    Call("GET /status", print, 1)()
    assert _background._background is not None
    assert _background._background.process == os.getpid()


class WithoutThreads(ubiops.ApiClient):
    """The client of a system that has no threads left, or, in Python 3.12, of a program that ends."""

    @property
    def pool(self) -> NoReturn:
        raise RuntimeError("can't start new thread")


def test_calls_are_carried_out_at_once_where_no_thread_can_be_started(serve: Serve) -> None:
    server = serve(Reply(body={"status": "ok"}), Reply(500, body={"error": "no"}))
    with WithoutThreads(ubiops.Configuration(host=server.url, api_key={"Authorization": "Token x"})) as client:
        good, bad = (ubiops.CoreApi(client).service_status(async_req=True) for _ in range(2))
    assert len(server.requests) == 2
    assert good.ready() and good.successful() and bad.ready() and not bad.successful()
    good.wait(1)
    assert good.get(1).status == "ok"
    with pytest.raises(ubiops.exceptions.ServiceException, match="no"):
        bad.get()
