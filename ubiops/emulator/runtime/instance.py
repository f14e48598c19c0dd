"""One worker process, and the thread that talks with it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, Optional, Protocol

from .build import Build, BuildError, Outcome, always
from .environment import activate, base_environment
from .package import model_file
from .pipes import Channel, LogPipe

WORKER = Path(__file__).with_name("worker.py")

# How often a running request is looked after, in seconds. Ends of processes and answers are events; this is for the
# memory limit, and for a process whose forked children hold its socket open after its end.
TICK = 0.05
# How long the model's stop() and its atexit functions may take, in seconds.
GRACE = 5.0


class Job:
    """A request on its way through a worker, or the start of a worker's model.

    Args:
        body: The frame for the worker.
        timeout: Seconds from now.
        request_id: Named in log lines.
        wanted: Whether it is still to begin.
    """

    def __init__(
        self, body: bytes, timeout: float, request_id: Optional[str], wanted: Callable[[], bool] = always
    ) -> None:
        self.body = body
        self.wanted = wanted
        self.timeout = timeout
        self.deadline = time.monotonic() + timeout
        self.request_id = request_id
        self.done = threading.Event()
        self.outcome = Outcome.failure("not finished")
        self.sent = False

    def finish(self, outcome: Outcome) -> None:
        """Set the outcome and wake who waits for it."""
        self.outcome = outcome
        self.done.set()

    def fail(self, message: str) -> None:
        """Finish with a failure."""
        self.finish(Outcome.failure(message))


@dataclass(frozen=True)
class Launch:
    """What it takes to start an instance.

    Attributes:
        build: The settings.
        root: The directory of the model's file.
        python: The interpreter of the model's environment.
        start_timeout: Seconds that importing the model and making it may take.
    """

    build: Build
    root: Path
    python: Path
    start_timeout: float


class Owner(Protocol):
    """Who is told what becomes of an instance, by the instance's thread."""

    def released(self, instance: Instance) -> None:
        """The instance has started, or has answered, and takes the next job."""

    def gone(self, instance: Instance, reason: Optional[str]) -> None:
        """The instance takes no more jobs; the reason, unless it was told to stop. Called once."""

    def ended(self, instance: Instance) -> None:
        """Nothing is left of the instance but the end of its thread."""


class Instance:
    """One worker process. Made by `start`, it loads its model at once.

    A thread of its own does all that concerns the process: it starts it, writes, reads answers and output, keeps the
    limits, and cleans up. So nothing can block for good however the model behaves, and output is in order.

    Args:
        launch: What to start.
        owner: Who to tell.
        log: Gets lines: text, system, request id.
    """

    def __init__(self, launch: Launch, owner: Owner, log: Callable[[str, bool, Optional[str]], None]) -> None:
        self.launch = launch
        self.served = 0
        self.starting = Job(b"", launch.start_timeout, None)
        self._owner = owner
        self._log = log
        self._lock = threading.Lock()
        self._job: Optional[Job] = self.starting
        self._stopping = False
        self._doom: Optional[str] = None
        self._told = False
        self._memory_checked = 0.0
        self._wake_out, self._wake_in = os.pipe()
        self._open = True
        self._thread = threading.Thread(target=self._run, name="ubiops-instance", daemon=True)

    def start(self) -> None:
        """Start; the owner hears how it went, and so does who waits for `starting`."""
        self._thread.start()

    def submit(self, job: Job) -> bool:
        """Give the instance a job; False if it cannot take one any more."""
        with self._lock:
            if self._job is not None or self._stopping or self._doom is not None or not self._open:
                return False
            self._job = job
            self.served += 1
            os.write(self._wake_in, b"!")
        return True

    def stop(self) -> None:
        """Let the model stop after the job it has, if any. Returns at once."""
        with self._lock:
            self._stopping = True
            if self._open:
                os.write(self._wake_in, b"!")

    def kill(self, reason: str) -> None:
        """End the process; a job it has fails for this reason. Returns at once."""
        with self._lock:
            self._doom = self._doom or reason
            if self._open:
                os.write(self._wake_in, b"!")

    def join(self) -> None:
        """Wait until process and thread have ended."""
        self._thread.join()

    # All that follows runs in the instance's thread.

    def _run(self) -> None:
        reason: Optional[str]
        try:
            self._spawn()
        except BuildError as error:
            reason = str(error)
        except (OSError, ValueError, TypeError) as error:  # no more processes, a variable that holds a NUL, ...
            reason = f"The instance could not be started: {error}"
        else:
            reason = self._serve()
            if reason is None and self._doom is None:
                self._say_goodbye()
            status = self._end_process()
            if reason == "":
                reason = status
        with self._lock:
            self._open = False
            os.close(self._wake_in)
            os.close(self._wake_out)
        self._leave(reason)
        self._owner.ended(self)

    def _spawn(self) -> None:
        launch = self.launch
        build = launch.build
        settings = {
            "file": str(model_file(launch.root, build.environment)),
            "base_directory": str(launch.root),
            "libraries": str(launch.root / "libraries"),
            "context": dict(build.context),
        }
        self.starting.body = json.dumps(settings).encode()
        environment: Dict[str, str] = base_environment()
        activate(environment, launch.python)
        environment.update(build.environment)
        ours, theirs = socket.socketpair()
        log_out, log_in = os.pipe()
        stdin, self._lifeline = os.pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                # Not -I or -E: PYTHON* variables of the build's own count, as they do on the real service.
                [str(launch.python), str(WORKER), str(theirs.fileno())],
                stdin=stdin,
                stdout=log_in,
                stderr=log_in,
                pass_fds=[theirs.fileno()],
                env=environment,
                cwd=launch.root,
                start_new_session=True,  # its own process group: killed with all it started, deaf to our Ctrl-C
            )
        except BaseException:
            ours.close()
            os.close(log_out)
            os.close(self._lifeline)
            raise
        finally:
            theirs.close()
            os.close(log_in)
            os.close(stdin)
        self._channel = Channel(ours)
        self._output = LogPipe(log_out, self._emit)

    def _emit(self, line: str) -> None:
        job = self._job
        self._log(line, False, job.request_id if job is not None and job.sent else None)

    def _serve(self) -> Optional[str]:
        """Talk until the instance is to end: None if in peace, else the reason; `""` if the process ended itself."""
        poller = select.poll()
        poller.register(self._wake_out, select.POLLIN)
        poller.register(self._output.fileno(), select.POLLIN)
        channel = self._channel
        while True:
            with self._lock:
                job = self._job
                if self._doom is not None:
                    return self._doom
                if self._stopping and job is None:
                    return None
            if job is not None and not job.sent:
                self._output.drain()  # what a thread of the model printed between requests belongs to none
                job.sent = True
                channel.send(job.body)
            poller.register(channel.fileno(), select.POLLIN | (select.POLLOUT if channel.sending else 0))
            events = dict(poller.poll(_milliseconds(job)))
            if self._wake_out in events:
                os.read(self._wake_out, 64)
            if self._output.fileno() in events and self._output.read() == 0:
                poller.unregister(self._output.fileno())
            if channel.fileno() in events:
                channel.write()
                if not channel.read():
                    return ""
            if job is not None:
                answer = channel.take()
                reason = self._over_limit(job, answer is None)
                if reason is not None:
                    return reason
                if answer is not None and not self._complete(job, answer):
                    return None
            if not events and self._process.poll() is not None:
                return ""

    def _over_limit(self, job: Job, unanswered: bool) -> Optional[str]:
        """Return why the process must be killed, if it must."""
        now = time.monotonic()
        if unanswered and now >= job.deadline:
            return timed_out(job)
        # RLIMIT_AS and RLIMIT_DATA count what is reserved: numpy's threads alone reserve more than a small allocation
        # on a machine of many cores, and a refused malloc is a MemoryError, a crash or a hang as the library likes.
        # The real service counts memory in use and kills; so does this, every TICK and at the end of requests.
        if now - self._memory_checked >= TICK:
            self._memory_checked = now
            limit = self.launch.build.memory_allocation
            if memory_in_use(self._process.pid) > limit << 20:
                return f"The instance exceeded the memory limit of {limit} MB"
        return None

    def _complete(self, job: Job, answer: bytes) -> bool:
        """Finish the job; False if the process leaves."""
        self._output.drain()
        with self._lock:
            self._job = None
        outcome = _outcome(answer)
        # The owner first: who waits for the outcome may send the next request at once, to an instance that is free.
        leaving = answer.startswith(b"X")
        if leaving:
            self._leave(outcome.error_message)
        else:
            self._owner.released(self)
        job.finish(outcome)
        return not leaving

    def _say_goodbye(self) -> None:
        """Let the process end by itself, for a while."""
        self._channel.finish()
        poller = select.poll()
        poller.register(self._output.fileno(), select.POLLIN)
        poller.register(self._channel.fileno(), 0)
        poller.register(self._wake_out, select.POLLIN)
        deadline = time.monotonic() + GRACE
        while self._process.poll() is None and self._doom is None and time.monotonic() < deadline:
            for fd, _ in poller.poll(TICK * 1000):
                if fd == self._output.fileno():
                    if self._output.read() == 0:
                        poller.unregister(fd)
                elif fd == self._wake_out:
                    os.read(fd, 64)
                else:
                    return  # the kernel has closed the socket: nothing of the process can run any more

    def _end_process(self) -> str:
        """Kill what is left, and return how the process ended."""
        process = self._process
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group of zombies
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(self._lifeline)
        self._output.drain()
        self._output.close()
        self._channel.close()
        if process.returncode < 0:
            return f"The instance was ended by signal {_signal_name(-process.returncode)}"
        return f"The instance exited with status {process.returncode}"

    def _leave(self, reason: Optional[str]) -> None:
        if not self._told:
            self._told = True
            self._owner.gone(self, reason)
        with self._lock:
            job, self._job = self._job, None
        if job is not None:
            job.fail(reason or "The instance was stopped")


def timed_out(job: Job) -> str:
    """Return the message of a job whose time is over."""
    what = "The request" if job.request_id is not None else "The start of the model"
    return f"{what} timed out after {job.timeout:g} s"


def memory_in_use(pid: int) -> int:
    """Return the bytes of memory that a process has for itself alone; 0 where the system does not tell (not Linux).

    Files mapped into memory, such as libraries, do not count: the kernel can drop them.
    """
    try:
        with open(f"/proc/{pid}/status", "rb") as status:  # noqa: PTH123 - twice as fast, done for every request
            lines = status.read().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith((b"RssAnon:", b"RssShmem:")))


def _milliseconds(job: Optional[Job]) -> Optional[float]:
    if job is None:
        return None
    return max(0.0, min(TICK, job.deadline - time.monotonic())) * 1000


def _outcome(answer: bytes) -> Outcome:
    try:
        value = json.loads(answer[1:])
        if not answer.startswith(b"R"):
            return Outcome.failure(value)
        if b"\\u" in answer:  # half a surrogate pair is valid JSON but no text
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return Outcome.failure("The result holds an incomplete surrogate pair, which no text can")
    except (ValueError, RecursionError) as error:  # an integer of more digits than Python reads, say
        return Outcome.failure(f"The result cannot be read: {error}")
    return Outcome(True, value, None)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
