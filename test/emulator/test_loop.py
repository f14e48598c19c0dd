"""The loop and the threads beside it, by themselves."""

from __future__ import annotations

import asyncio
import threading
from typing import Iterator, List

import pytest

from test.support.emulator.client import wait_until
from ubiops.emulator.common import background as module
from ubiops.emulator.common.background import Background
from ubiops.emulator.common.loop import Loop, later


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()
    loop.close()


async def thread() -> threading.Thread:
    return threading.current_thread()


def test_calls_and_coroutines_run_in_one_thread(loop: Loop) -> None:
    found = loop.start(thread()).result()
    assert found is not threading.current_thread()
    called: List[threading.Thread] = []
    loop.call(lambda: called.append(threading.current_thread()))
    assert loop.start(thread()).result() is found
    assert called == [found]


def test_a_coroutine_that_does_not_wait_has_ended_when_it_has_begun(loop: Loop) -> None:
    ran: List[str] = []

    async def short() -> None:
        ran.append("short")

    async def long() -> None:
        ran.append("begun")
        await later()
        ran.append("ended")

    async def both() -> List[str]:
        loop.begin(short())
        loop.begin(long())
        return list(ran)

    assert loop.start(both()).result() == ["short", "begun"]
    wait_until(lambda: ran == ["short", "begun", "ended"])


def test_what_a_coroutine_raises_reaches_who_waits(loop: Loop) -> None:
    async def fail() -> None:
        await loop.aside(int, "x")

    with pytest.raises(ValueError, match="invalid literal"):
        loop.start(fail()).result()


def test_what_waits_does_so_in_another_thread(loop: Loop) -> None:
    aside = loop.start(loop.aside(threading.current_thread)).result()
    assert aside.name == "ubiops-aside"


def test_without_another_thread_it_is_done_in_the_loop(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert loop.start(loop.aside(threading.current_thread)).result().name == "ubiops-loop"


def test_the_end_of_the_loop_ends_what_waits() -> None:
    loop = Loop()
    waiting = loop.start(asyncio.sleep(1000))
    loop.close()
    with pytest.raises(asyncio.CancelledError):
        waiting.result()


@pytest.mark.parametrize("wait", ["a future", "its turn"])
def test_the_end_of_the_loop_ends_what_has_begun(wait: str) -> None:
    loop = Loop()
    ran: List[str] = []

    async def answer() -> None:
        try:
            if wait == "a future":
                await loop.io.create_future()
            while True:
                await later()
        finally:
            ran.append(await loop.aside(str, "cleaned up"))

    loop.call(lambda: loop.begin(answer()))
    wait_until(lambda: loop.begun)
    loop.close()
    assert ran == ["cleaned up"]
    assert loop.begun == set()


def test_what_has_begun_goes_on_with_what_it_waited_for(loop: Loop) -> None:
    ran: List[object] = []

    async def answer() -> None:
        ran.append(await loop.aside(str, "one"))
        try:
            await loop.aside(int, "x")
        except ValueError:
            ran.append(await asyncio.sleep(0.001, "two"))

    loop.call(lambda: loop.begin(answer()))
    wait_until(lambda: ran == ["one", "two"])
    wait_until(lambda: not loop.begun)


def test_what_has_begun_and_fails_is_logged(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        await later()
        raise ValueError("by mistake")

    loop.call(lambda: loop.begin(fail()))
    wait_until(lambda: "by mistake" in caplog.text)
    assert not loop.begun


def test_threads_are_used_again_and_end_when_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    background = Background("ubiops-test")
    first = background.submit(threading.current_thread).result()
    wait_until(lambda: background._idle)
    assert background.submit(threading.current_thread).result() is first
    wait_until(lambda: background._idle)
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    assert background.submit(threading.current_thread).result() is first
    wait_until(lambda: not first.is_alive())
    assert background._threads == set()


def test_no_more_threads_than_allowed() -> None:
    background = Background("ubiops-test", 2)
    go = threading.Event()
    running = [background.submit(lambda: go.wait(60) and threading.current_thread()) for _ in range(6)]
    background.join(0.01)
    assert len(background._threads) == 2
    go.set()
    assert len({each.result() for each in running}) == 2
    background.join()
    assert background._threads == set()


def test_work_waits_for_a_thread_when_no_more_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    background = Background("ubiops-test")
    go = threading.Event()
    first = background.submit(go.wait, 60)

    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    second = background.submit(int, "1")
    assert not second.done()
    go.set()
    assert (first.result(), second.result()) == (True, 1)
    monkeypatch.undo()
    background.join()
