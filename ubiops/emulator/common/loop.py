"""The loop: one thread that does what has to wait for nothing, and is woken by sockets for what has."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import Any, Callable, Coroutine, Optional, Set, TypeVar, Union

from .background import Background

T = TypeVar("T")


class Loop:
    """An event loop of asyncio in a thread of its own.

    What runs in it keeps everything else there from running: it must neither wait nor take long. `aside` is for what
    does. The methods may be called from any thread, unless they say otherwise.

    Attributes:
        io: the event loop itself, for use in its thread.
        begun: what waits of that with which `begin` began.
    """

    def __init__(self) -> None:
        self.io = asyncio.new_event_loop()
        self.io.slow_callback_duration = 5.0  # `python -X dev` tells of a tenth, as on any busy machine
        self._tasks: Set[asyncio.Task[None]] = set()  # asyncio itself lets those be collected that nobody knows
        self.begun: Set[_Begun] = set()
        self._background = Background("ubiops-aside")
        self._ident = 0  # of the thread
        self._thread = threading.Thread(target=self._run, name="ubiops-loop", daemon=True)
        self._thread.start()

    def call(self, function: Callable[..., object], *arguments: Any) -> None:
        """Call a function in the thread of the loop: now if this is it, else soon."""
        if threading.get_ident() == self._ident:
            function(*arguments)
        else:
            self.io.call_soon_threadsafe(function, *arguments)

    def begin(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine, up to where it first waits at once. Only in the thread of the loop.

        A task of asyncio would take a turn of the loop to begin, also with what need not wait.

        Args:
            coroutine: raises nothing, and awaits futures of the loop and `later()`; what asks for the current task,
                such as `asyncio.timeout`, finds none.
        """
        _Begun(self, coroutine).go_on()

    def start(self, coroutine: Coroutine[Any, Any, T]) -> Future[T]:
        """Run a coroutine in the loop, soon; the future tells what it returned or raised."""
        done: Future[T] = Future()

        async def report() -> None:
            try:
                result = await coroutine
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(result)

        def go_on() -> None:
            task = self.io.create_task(report())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        self.call(go_on)
        return done

    def settle(self, future: asyncio.Future[T], value: T) -> None:
        """Give a future of the loop its value, from any thread. The first one counts."""
        self.call(_set, future, value)

    async def finished(self, future: Future[T]) -> T:
        """Wait for a future that any thread may finish, without keeping the loop; return or raise what it holds."""
        if not future.done():
            waiting: asyncio.Future[None] = self.io.create_future()
            future.add_done_callback(lambda _: self.settle(waiting, None))
            await waiting
        return future.result()

    async def aside(self, function: Callable[..., T], *arguments: Any) -> T:
        """Call a function in another thread, and wait for it without keeping the loop."""
        try:
            future = self._background.submit(function, *arguments)
        except RuntimeError:  # no more threads, or the interpreter ends: better late than never
            return function(*arguments)
        return await self.finished(future)

    def close(self) -> None:
        """End the thread, and what still runs in it. Idempotent."""
        if not self.io.is_closed():
            self.io.call_soon_threadsafe(self.io.stop)
            self._thread.join()
            self._background.join()
            self.io.close()

    def _run(self) -> None:
        self._ident = threading.get_ident()
        self.io.run_forever()
        self.io.run_until_complete(self._cancel())

    async def _cancel(self) -> None:
        for begun in list(self.begun):
            begun.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        while self.begun:
            await asyncio.sleep(0.01)


class _Begun:
    """A coroutine that goes on when what it waits for is there; see `Loop.begin`."""

    def __init__(self, loop: Loop, coroutine: Coroutine[Any, Any, None]) -> None:
        self._loop = loop
        self._coroutine = coroutine
        self._awaited: Union[asyncio.Future[Any], asyncio.Handle, None] = None

    def go_on(self, _: object = None) -> None:
        """Run it up to where it waits next."""
        self._run(self._coroutine.send, None)

    def cancel(self) -> None:
        """Let what it waits for raise a CancelledError."""
        if isinstance(self._awaited, asyncio.Handle):
            self._awaited.cancel()
        elif self._awaited is not None:
            self._awaited.remove_done_callback(self.go_on)
        self._run(self._coroutine.throw, asyncio.CancelledError())

    def _run(self, resume: Callable[[Any], Any], value: Any) -> None:
        waiting = self._loop.begun
        try:
            awaited: Optional[asyncio.Future[Any]] = resume(value)
        except BaseException as error:
            waiting.discard(self)
            if isinstance(error, (StopIteration, asyncio.CancelledError)):
                return
            raise  # to the loop, which logs it
        waiting.add(self)
        if awaited is None:  # `later`
            self._awaited = self._loop.io.call_soon(self.go_on)
        else:
            self._awaited = awaited
            awaited.add_done_callback(self.go_on)


async def later() -> None:
    """Let everything else of the loop run first."""
    await asyncio.sleep(0)


def _set(future: asyncio.Future[T], value: T) -> None:
    if not future.done():  # it has its value, or who waited for it was cancelled
        future.set_result(value)
