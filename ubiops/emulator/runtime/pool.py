"""The instances of one build, and the requests that wait for them."""

from __future__ import annotations

import asyncio
import itertools
import math
import threading
import time
from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable, Deque, Dict, List, Mapping, Optional, Set, Tuple

from ..common.compact import compact
from ..common.loop import Loop
from .build import CANCELLED, Build, BuildError, Ended, Outcome, always
from .instance import Instance, Launch, Log
from .job import Job, timed_out

STOPPED = "The version is not running"


class Pool:
    """Runs requests on as many instances as the build's settings and the waiting requests ask for.

    One request at a time for each instance, first come first served.

    Args:
        build: The settings.
        root: The directory of the model's file.
        instances: The directory for the copies of it that the instances get.
        python: The interpreter of the model's environment.
        log: Gets what models print, and what becomes of instances.
        watch: Called with the memory allocation in MB when an instance has started; what it returns is called when
            the instance has ended, or stops because it is idle. Neither may raise.
        clock: Seconds; tells idle times only.
        start_timeout: Seconds that importing the model and making it may take.
        loop: Where instances live.
    """

    def __init__(
        self,
        build: Build,
        root: Path,
        instances: Path,
        python: Path,
        log: Log,
        watch: Callable[[int], Ended],
        clock: Callable[[], float],
        start_timeout: float,
        loop: Loop,
    ) -> None:
        self._launch = Launch(build, root, instances, python, start_timeout)
        self._log = log
        self._watch = watch
        self._clock = clock
        self._loop = loop
        self._lock = threading.RLock()
        self._stopped = False
        self._turns = itertools.count()  # given to requests that begin to wait and to instances that begin to start
        self._waiting: Deque[Job] = deque()
        self._timer: Optional[asyncio.TimerHandle] = None  # for the first deadline of those that wait
        self._starting: Set[Instance] = set()
        self._busy: Set[Instance] = set()
        self._idle: Dict[Instance, float] = {}  # since when; the longest idle comes first
        self._all: Set[Instance] = set()  # that have not ended, also those that are stopping
        self._watched: Dict[Instance, Ended] = {}  # what to call at the end of those that have started

    @property
    def instances(self) -> int:
        """Instances that have started and were not told to stop."""
        with self._lock:
            return len(self._busy) + len(self._idle)

    def start(self) -> None:
        """Start the first instance and wait for it. Not in the loop.

        Raises:
            BuildError: If its model does not start.
        """
        with self._lock:
            if self._stopped:
                raise BuildError(STOPPED)
            first = self._start()
        while True:
            outcome = first.started.result()
            if outcome.success:
                return
            with self._lock:
                if first.launch is self._launch or self._stopped:
                    raise BuildError(outcome.error_message or "", stage="deploy")
                # New settings came meanwhile; update() has started the next.
                first = next(iter([*self._starting, *self._idle, *self._busy]), None) or self._start()

    async def request(
        self,
        data: bytes,
        timeout: float,
        request_id: str,
        files: Mapping[str, Path],
        wanted: Callable[[], bool] = always,
    ) -> Outcome:
        """Run a request.

        Args:
            data: The input, as JSON.
            timeout: Seconds for everything: waiting, starting an instance, running.
            request_id: Named in log lines.
            files: Where the instance is to put the files that fields of the result name.
            wanted: Whether it is still to begin; must not block. `cancel_unwanted` asks again.
        """
        if self._overdue:  # whose time is over takes no more requests, also if nobody has looked since
            await self._loop.aside(self.reap)
        places = compact({field: str(place) for field, place in files.items()}) if files else b"{}"
        ended: asyncio.Future[Outcome] = self._loop.io.create_future()
        finish = partial(self._loop.settle, ended)
        job = Job(b'{"data":%b,"files":%b}' % (data, places), timeout, request_id, finish, wanted)
        with self._lock:
            if self._stopped:
                return Outcome.failure(STOPPED)
            if not wanted():
                return CANCELLED
            job.turn = next(self._turns)
            self._waiting.append(job)
            self._balance()
            if self._waiting:
                self._expire_at(job.deadline)
        return await ended

    def _expire_at(self, deadline: float) -> None:
        """See to it that no job waits beyond a deadline. Of a job that an instance has, the instance keeps the time."""
        if self._timer is None or deadline < self._timer.when():
            if self._timer is not None:
                self._timer.cancel()
            self._timer = self._loop.io.call_at(deadline, self._expire)

    def _expire(self) -> None:
        self._timer = None
        with self._lock:
            now = self._loop.io.time()
            for job in [each for each in self._waiting if each.deadline <= now]:
                self._waiting.remove(job)
                job.fail(timed_out(job))
            if self._waiting:
                self._expire_at(min(job.deadline for job in self._waiting))

    def cancel_unwanted(self) -> None:
        """Let those of the requests that wait end which nobody wants any more."""
        with self._lock:
            unwanted = [job for job in self._waiting if not job.wanted()]
            for job in unwanted:
                self._waiting.remove(job)
                job.finish(CANCELLED)

    def update(self, build: Build) -> None:
        """Take new settings. What changes for the model itself reaches every request that comes after this."""
        with self._lock:
            old, new = self._launch.build, build
            self._launch = replace(self._launch, build=new)
            if (old.environment, old.context, old.memory_allocation) == (
                new.environment,
                new.context,
                new.memory_allocation,
            ):
                # Those that run have what they need; let them pass for instances of the new settings.
                for instance in self._all:
                    if instance.launch.build is old:
                        instance.launch = self._launch
                while self._idle and self._size() > self._maximum():
                    self._stop(next(iter(self._idle)))
                self._balance(fill=True)
                return
            warm = bool(self._idle or self._starting)
            for instance in list(self._idle):
                self._stop(instance)
            for instance in list(self._starting):
                self._starting.discard(instance)
                instance.kill("The settings have changed")
            self._balance(fill=True)
            if warm and self._size() == 0:
                self._start()  # it was warm and stays so

    def reap(self) -> float:
        """Stop the instances over the minimum that have been idle for too long.

        Returns:
            Seconds until there may be something to do again.
        """
        stopped: List[Tuple[Ended, float]] = []
        with self._lock:
            patience = self._launch.build.maximum_idle_time
            while self._overdue:
                instance, since = next(iter(self._idle.items()))
                self._stop(instance)
                stopped.append((self._watched.pop(instance), since + patience))
            left: float = patience  # who becomes idle after now has all its time before it
            if self._idle and self._size() > self._launch.build.minimum_instances:
                left -= self._clock() - next(iter(self._idle.values()))
        for ended, moment in stopped:  # without the lock: it may have to wait for others
            ended(moment)
        return left

    @property
    def _overdue(self) -> bool:
        """Whether an instance over the minimum has been idle for too long."""
        with self._lock:
            if not self._idle:
                return False
            build, since = self._launch.build, next(iter(self._idle.values()))
            return self._size() > build.minimum_instances and self._clock() - since >= build.maximum_idle_time

    def stop(self) -> None:
        """Refuse new requests, fail those that wait or run, and let all instances end."""
        with self._lock:
            self._stopped = True
            while self._waiting:
                self._waiting.popleft().fail(STOPPED)
            for instance in [*self._busy, *self._starting]:
                instance.kill("The version was stopped")
            for instance in self._idle:
                instance.stop()
            self._idle.clear()

    def join(self) -> None:
        """Wait until all instances have ended. Call it after `stop`, not in the loop."""
        with self._lock:
            instances = list(self._all)
        for instance in instances:
            instance.join()

    # Called by the instances.

    def started(self, instance: Instance) -> None:
        """Take an instance that has started."""
        self._watched[instance] = self._watch(instance.launch.build.memory_allocation)
        self.answered(instance)

    def answered(self, instance: Instance) -> None:
        """Take an instance that can have a request."""
        with self._lock:
            if instance in self._busy and self._goes_on(instance):
                return
            self._starting.discard(instance)
            self._busy.discard(instance)
            if self._stopped or instance.launch is not self._launch or self._size() >= self._maximum():
                instance.stop()
            else:
                self._idle[instance] = math.inf  # until it is known that nothing waits for it
            self._balance(fill=True)
            if instance in self._idle:
                self._idle[instance] = self._clock()

    def gone(self, instance: Instance, reason: Optional[str], unsent: Optional[Job]) -> None:
        """Do without an instance that takes no more requests, and let another do what it has not begun."""
        with self._lock:
            started = instance not in self._starting
            self._starting.discard(instance)
            self._busy.discard(instance)
            self._idle.pop(instance, None)
            failed: List[Job] = []
            if unsent is not None:
                unsent.turn = next(self._turns)
                (failed.append if self._stopped else self._waiting.appendleft)(unsent)
            if started or instance.launch is not self._launch:
                # A model that dies whenever it is left alone must not keep the machine busy: replaced is who served.
                self._balance(fill=instance.served > 0)
            elif not self._busy and not self._idle:  # otherwise those that wait get their turn
                # Starting again and again would not help; one start for each request that waits. One that came after
                # this start began gets its own, since the cause may be gone by now.
                if self._waiting and self._waiting[0].turn < instance.starting.turn:
                    failed.append(self._waiting.popleft())
                self._balance()
        if reason is not None:
            self._log([f"An instance was lost: {' '.join(reason.split())}"], True, None)
        for job in failed:
            job.fail(reason or STOPPED)

    def ended(self, instance: Instance) -> None:
        """Forget an instance of which nothing is left."""
        ended = self._watched.pop(instance, None)
        if ended is not None:
            ended(None)
        with self._lock:
            self._all.discard(instance)

    # All that follows is called with the lock held.

    def _size(self) -> int:
        return len(self._starting) + len(self._busy) + len(self._idle)

    def _maximum(self) -> int:
        return max(1, self._launch.build.maximum_instances)

    def _goes_on(self, instance: Instance) -> bool:
        """Give an instance that has answered the next request, which leaves nothing else to balance."""
        if not self._waiting or self._stopped or instance.launch is not self._launch or self._size() > self._maximum():
            return False
        job = self._waiting[0]
        if job.deadline <= time.monotonic() or not instance.submit(job):
            return False
        self._waiting.popleft()
        return True

    def _balance(self, *, fill: bool = False) -> None:
        """Give waiting requests to idle instances, and start what is missing; with `fill` up to the minimum."""
        while self._waiting and self._waiting[0].deadline <= time.monotonic():
            late = self._waiting.popleft()
            late.fail(timed_out(late))
        while self._waiting and self._idle:
            # The one used last: the others may become superfluous.
            instance, _ = self._idle.popitem()
            if instance.submit(self._waiting[0]):
                self._busy.add(instance)
                self._waiting.popleft()
        while len(self._waiting) > len(self._starting) and self._size() < self._maximum():
            self._start()
        if fill and not self._stopped:
            for _ in range(self._size(), min(self._launch.build.minimum_instances, self._maximum())):
                self._start()

    def _start(self) -> Instance:
        instance = Instance(self._launch, self, self._log, self._loop)
        instance.starting.turn = next(self._turns)
        self._starting.add(instance)
        self._all.add(instance)
        instance.start()
        return instance

    def _stop(self, instance: Instance) -> None:
        del self._idle[instance]
        instance.stop()
