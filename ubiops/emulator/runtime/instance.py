"""One worker process, and what talks with it."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Protocol, Sequence, Tuple

from ..common.filenames import in_utf8, on_disk
from ..common.loop import Loop
from ..common.temporary import discard
from .build import ANSWER_LIMIT, FILE_LIMIT, Build, BuildError, Outcome
from .job import Job, read_outcome, timed_out
from .memory import memory_in_use
from .package import model_file
from .pipes import Channel, LogPipe, Malformed
from .programs import activate, base_environment
from .watch import Watch

_log = logging.getLogger("ubiops.emulator")

WORKER = Path(__file__).with_name("worker.py")

# How often a running request is looked after, in seconds. Ends of processes and answers are events; this is for the
# memory limit, and for a process whose forked children hold its socket open after its end.
TICK = 0.05
# The same of an instance without a request, whose model can go on in threads and processes of its own.
IDLE_TICK = 1.0
# The names of sockets, which multiprocessing makes in TMPDIR with 32 bytes of its own, may have 103 bytes on macOS.
_LONGEST_TMPDIR = 71
# How long the model's stop() and its atexit functions may take, in seconds.
GRACE = 5.0


@dataclass(frozen=True)
class Launch:
    """What it takes to start an instance.

    Attributes:
        build: The settings.
        root: The directory of the model's file, of which each instance has a copy.
        instances: The directory for the copies.
        python: The interpreter of the model's environment.
        start_timeout: Seconds that importing the model and making it may take.
    """

    build: Build
    root: Path
    instances: Path
    python: Path
    start_timeout: float


class Log(Protocol):
    """Takes entries of log: texts, system, request id. Must not raise."""

    def __call__(self, texts: Sequence[str], system: bool, request_id: Optional[str]) -> None:
        """Write them."""


class Owner(Protocol):
    """Who is told what becomes of an instance: all but answers in a thread that may wait."""

    def started(self, instance: Instance) -> None:
        """The instance has started, and takes its first job."""

    def answered(self, instance: Instance) -> None:
        """The instance has answered, and takes the next job. Called in the loop, which must not be kept."""

    def gone(self, instance: Instance, reason: Optional[str], unsent: Optional[Job]) -> None:
        """The instance takes no more jobs; the reason, unless it was told to stop. Called once.

        With a job that the model has not seen, which another instance can do.
        """

    def ended(self, instance: Instance) -> None:
        """Nothing is left of the instance."""


class Instance:
    """One worker process. Made by `start`, it loads its model at once.

    A coroutine of its own does all that concerns the process: it starts it, writes, reads answers and output, keeps the
    limits, and cleans up. So nothing can block for good however the model behaves, and output is in order.

    Args:
        launch: What to start.
        owner: Who to tell.
        log: Gets what the model prints, in a thread that may wait.
        loop: Where it lives.
    """

    def __init__(self, launch: Launch, owner: Owner, log: Log, loop: Loop) -> None:
        self.launch = launch
        self.served = 0
        self.started: Future[Outcome] = Future()
        self.starting = Job(b"", launch.start_timeout, None, self._settle)
        self._owner = owner
        self._log = log
        self._loop = loop
        self._watch = Watch(loop.io)
        self._lock = threading.Lock()
        self._job: Optional[Job] = self.starting
        self._stopping = False
        self._doom: Optional[str] = None
        self._told = False
        self._memory_checked = 0.0
        self._answer: Optional[bytes] = None  # has been taken from the channel, but not been dealt with
        self._drained = False  # whether the output has been read up to this moment
        self._home: Optional[Path] = None
        self._printed: List[Tuple[List[str], Optional[str]]] = []  # entries of log, and the requests of them
        self._open = True
        self._life: Future[None]

    def start(self) -> None:
        """Start; the owner hears how it went, and so does who waits for `starting`."""
        self._life = self._loop.start(self._run())

    def submit(self, job: Job) -> bool:
        """Give the instance a job; False if it cannot take one any more."""
        with self._lock:
            if self._job is not None or self._stopping or self._doom is not None or not self._open:
                return False
            self._job = job
            self.served += 1
        self._loop.call(self._begin_at_once)
        return True

    def stop(self) -> None:
        """Let the model stop after the job it has, if any. Returns at once."""
        with self._lock:
            self._stopping = True
        self._loop.call(self._watch.wake)

    def kill(self, reason: str) -> None:
        """End the process; a job it has fails for this reason. Returns at once."""
        with self._lock:
            self._doom = self._doom or reason
        self._loop.call(self._watch.wake)

    def join(self) -> None:
        """Wait until nothing is left of it. Not in the loop."""
        self._life.result()

    # All that follows runs in the loop, or aside of it while its coroutine waits.

    async def _run(self) -> None:
        reason: Optional[str] = None
        try:
            reason = await self._live()
        except Exception as error:  # whatever it is, somebody waits for an outcome
            _log.exception("An instance failed")
            reason = f"The instance failed: {error}"
        finally:
            with self._lock:
                self._open = False
            await self._loop.aside(self._end, reason)

    def _end(self, reason: Optional[str]) -> None:
        if self._home is not None:
            discard(self._home)
        try:
            self._leave(reason)
        finally:
            self._owner.ended(self)

    async def _live(self) -> Optional[str]:
        """Run the process from its start to its end; return why it ended, unless it was told to."""
        try:
            await self._loop.aside(self._spawn)
        except BuildError as error:
            return str(error)
        except (OSError, ValueError, TypeError) as error:  # no more processes, a variable that holds a NUL, ...
            return f"The instance could not be started: {error}"
        try:
            with self._watch.reading(self._channel, self._complete_at_once), self._watch.reading(self._output):
                reason = await self._serve()
                if reason is None and self._doom is None:
                    await self._end_gracefully()
        finally:
            status = await self._loop.aside(self._end_process)
        return status if reason == "" else reason

    def _spawn(self) -> None:
        launch = self.launch
        build = launch.build
        root = self._copy_package()
        settings = {
            "file": in_utf8(model_file(root, build.environment)),
            "base_directory": in_utf8(root),
            "libraries": in_utf8(root / "libraries"),
            "context": dict(build.context),
            "answer_limit": ANSWER_LIMIT,
            "file_limit": FILE_LIMIT,
        }
        self.starting.body = json.dumps(settings).encode()
        environment: Dict[str, str] = base_environment()
        temporary = root.with_name("tmp")
        if len(os.fsencode(temporary)) <= _LONGEST_TMPDIR:
            temporary.mkdir()
            environment["TMPDIR"] = str(temporary)
        activate(environment, launch.python)
        environment.update((name, on_disk(value)) for name, value in build.environment.items())
        with contextlib.ExitStack() as theirs, contextlib.ExitStack() as ours:
            channel = [side.enter_context(end) for side, end in zip((ours, theirs), socket.socketpair())]
            log_out, log_in = _pipe(ours, theirs)
            stdin, self._lifeline = _pipe(theirs, ours)
            self._process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                # Not -I or -E: PYTHON* variables of the build's own count, as they do on the real service.
                [str(launch.python), "-X", "utf8", str(WORKER), str(channel[1].fileno())],
                stdin=stdin,
                stdout=log_in,
                stderr=log_in,
                pass_fds=[channel[1].fileno()],
                env=environment,
                cwd=root,
                start_new_session=True,  # its own process group, deaf to our Ctrl-C
            )
            ours.pop_all()
        self._channel = Channel(channel[0])
        self._output = LogPipe(log_out, self._emit)

    def _copy_package(self) -> Path:
        """Make the directory that is this instance's alone: models write beside their files, always the same names."""

        def copy(source: str, target: str) -> None:
            if self._doom is not None:
                raise BuildError(self._doom)
            shutil.copy2(source, target)

        self.launch.instances.mkdir(exist_ok=True)
        self._home = Path(tempfile.mkdtemp(prefix="", dir=self.launch.instances))
        root = self._home / self.launch.root.name
        try:
            shutil.copytree(self.launch.root, root, copy_function=copy)
        except shutil.Error as error:  # each file with the reason why it could not be copied
            raise BuildError(f"The package could not be copied: {error.args[0][0][2]}") from None
        return root

    def _emit(self, entries: List[str]) -> None:
        job = self._job
        self._printed.append((entries, job.request_id if job is not None and job.sent else None))

    async def _tell(self) -> None:
        """Write to the log what the process has printed; it can print more only when that is done."""
        while self._printed:
            await self._loop.aside(self._write_log)

    def _write_log(self) -> None:
        printed, self._printed = self._printed, []
        for entries, request_id in printed:
            self._log(entries, False, request_id)

    async def _serve(self) -> Optional[str]:
        """Talk until the instance is to end: None if in peace, else the reason; `""` if the process ended itself."""
        channel = self._channel
        while True:
            await self._tell()
            with self._lock:
                job = self._job
                if self._doom is not None:
                    return self._doom
                if self._stopping and job is None:
                    return None
            if job is not None and not job.sent:
                self._output.drain()  # what a thread of the model printed between requests belongs to none
                await self._tell()
                reason = self._lost()
                if reason is not None:
                    return reason
                self._send(job)
            if channel.ended:
                return ""
            news = await self._watch.wait(_seconds(job))
            if self._doom is not None:
                return self._doom
            job = self._job
            try:
                answer, self._answer = self._answer or channel.take(), None
            except Malformed as error:
                return str(error)
            reason = self._over_limit(job if answer is None else None)
            if reason is not None:
                return reason
            if job is not None and answer is not None and not await self._complete(job, answer):
                return None
            if not news:
                self._output.end_traceback()
                if self._process.poll() is not None:
                    return ""

    def _begin_at_once(self) -> None:
        """Send the job while `_serve` waits, unless there is anything else to do."""
        job = self._job
        if job is not None and not job.sent and self._watch.waiting and self._doom is None:
            if not self._drained:
                self._output.drain()
            if not self._printed and self._send(job):
                self._watch.hurry(_seconds(job))
                return
        self._watch.wake()

    def _complete_at_once(self) -> bool:
        """Finish the job while `_serve` waits; False if there is anything else to do."""
        job, now = self._job, time.monotonic()
        if job is None or not job.sent or job is self.starting or not self._watch.waiting:
            return False
        if now >= job.deadline or now - self._memory_checked >= TICK:
            return False
        try:
            answer = self._channel.take()
        except Malformed as error:
            self.kill(str(error))
            return True
        if answer is None:
            return False
        self._output.drain()
        if self._printed or answer.startswith(b"X"):
            self._answer = answer
            return False
        self._drained = True
        self._finish(job, read_outcome(answer))
        self._drained = False
        return True

    def _finish(self, job: Job, outcome: Outcome) -> None:
        with self._lock:
            self._job = None
        # The owner first: who waits for the outcome may send the next request at once, to an instance that is free.
        self._owner.answered(self)
        job.finish(outcome)

    def _send(self, job: Job) -> bool:
        """Begin to send a job. Return whether the process is there; if not, it has seen nothing of the job."""
        channel = self._channel
        job.sent = channel.send(job.body)
        if channel.sending:

            def go_on() -> None:
                channel.write()
                if not channel.sending:
                    self._loop.io.remove_writer(channel.fileno())

            self._loop.io.add_writer(channel.fileno(), go_on)
        return job.sent

    def _lost(self) -> Optional[str]:
        """Return why the instance cannot take a job that it was given, like `_serve`."""
        try:
            self._channel.read()
            self._channel.take()
        except Malformed as error:
            return str(error)
        return "" if self._channel.ended else None

    def _over_limit(self, job: Optional[Job]) -> Optional[str]:
        """Return why the process must be killed, if it must."""
        now = time.monotonic()
        if job is not None and now >= job.deadline:
            return timed_out(job)
        # RLIMIT_AS and RLIMIT_DATA count what is reserved: numpy's threads alone reserve more than a small allocation
        # on a machine of many cores, and a refused malloc is a MemoryError, a crash or a hang as the library likes.
        # The real service counts memory in use and kills; so does this, every TICK and at the end of requests.
        if now - self._memory_checked >= TICK:
            self._memory_checked = now
            limit = self.launch.build.memory_allocation
            if memory_in_use(self._process.pid, limit << 20) > limit << 20:
                return f"The instance exceeded the memory limit of {limit} MB"
        return None

    async def _complete(self, job: Job, answer: bytes) -> bool:
        """Finish the job; False if the process leaves."""
        self._output.drain()
        await self._tell()
        outcome = read_outcome(answer)
        if not answer.startswith(b"X") and job is not self.starting:
            self._finish(job, outcome)
            return True
        with self._lock:
            self._job = None
        leaving = answer.startswith(b"X")
        if leaving:
            await self._loop.aside(self._leave, outcome.error_message)
        else:
            await self._loop.aside(self._owner.started, self)
        job.finish(outcome)
        return not leaving

    async def _end_gracefully(self) -> None:
        """Let the process end by itself, for a while."""
        self._channel.finish()
        deadline = time.monotonic() + GRACE
        while self._process.poll() is None and self._doom is None and time.monotonic() < deadline:
            await self._watch.wait(TICK)
            await self._tell()
            try:
                self._channel.take()
            except Malformed:
                return
            if self._channel.ended:
                return  # the kernel has closed the socket: nothing of the process can run any more

    def _end_process(self) -> str:
        """Kill what is left, and return how the process ended."""
        process = self._process
        os.close(self._lifeline)
        keeper = sys.platform == "linux"
        if keeper:  # it ends all that the model has started, and itself
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)
        if not keeper or process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the latter of zombies
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._output.drain()
        self._output.close()
        self._channel.close()
        self._write_log()
        if process.returncode < 0:
            return f"The instance was ended by signal {_signal_name(-process.returncode)}"
        return f"The instance exited with status {process.returncode}"

    def _settle(self, outcome: Outcome) -> None:
        with contextlib.suppress(InvalidStateError):
            self.started.set_result(outcome)

    def _leave(self, reason: Optional[str]) -> None:
        with self._lock:
            job, self._job = self._job, None
        unsent = None
        if not self._told and job is not None and job is not self.starting and not (job.sent or job.returned):
            job.returned = True
            unsent, job = job, None
        try:
            if not self._told:
                self._told = True
                self._owner.gone(self, reason, unsent)
        finally:
            if job is not None:
                job.fail(reason or "The instance was stopped")


def _pipe(reader: contextlib.ExitStack, writer: contextlib.ExitStack) -> Tuple[int, int]:
    """Return the ends of a pipe, to be closed by these."""
    ends = os.pipe()
    for side, end in zip((reader, writer), ends):
        side.callback(os.close, end)
    return ends


def _seconds(job: Optional[Job]) -> float:
    if job is None:
        return IDLE_TICK
    return max(0.0, min(TICK, job.deadline - time.monotonic()))


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
