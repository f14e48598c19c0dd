"""Ends whatever a model or pip has started: the process that keeps the one that runs it.

Loaded by `worker.py`, so it uses the standard library only and the syntax of Python 3.5. As a script it runs the
program that its arguments are; standard input is the lifeline.
"""
# No f-strings before Python 3.6, and pathlib takes long to import:
# ruff: noqa: PTH123, UP031

import contextlib
import os
import select
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing, too, takes its time to import
    from typing import Any, List, NoReturn, Optional

_SET_PDEATHSIG, _SET_DUMPABLE, _SET_CHILD_SUBREAPER = 1, 4, 36  # what Linux's prctl can do


def main() -> "NoReturn":
    """Run a program until it ends by itself or the lifeline does, and exit as it did."""
    lifeline = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    split(lifeline, nothing)
    for ignored in (signal.SIGPIPE, signal.SIGXFSZ):  # by Python, and then by what it becomes
        signal.signal(ignored, signal.SIG_DFL)
    try:
        os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - by ourselves
    except OSError as error:
        os.write(2, os.fsencode("%s\n" % error))
        os._exit(127)


def die_with_lifeline(lifeline: int, channel: int, nothing: int) -> None:
    """Let this process, and all that it will start, be killed when the other end of the lifeline closes."""
    if sys.platform == "linux":
        split(lifeline, nothing, channel)
    else:  # macOS has no subreapers, and its frameworks do not bear a fork
        import threading

        threading.Thread(target=wait_for_end, args=(lifeline,), daemon=True).start()


def wait_for_end(lifeline: int) -> None:
    """Wait until the lifeline ends, then kill this process and its group."""
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGKILL)


def split(lifeline: int, nothing: int, channel: "Optional[int]" = None) -> None:
    """Go on in a child, the model's process or pip's. This one keeps it: whatever the model starts ends with the model.

    As the subreaper it becomes the parent of all descendants whose own parent ends, also of those that have made a
    session of their own. It runs no code of the model's, so that it can do its duty whatever that does.
    """
    prctl = c_function("prctl")
    if prctl is not None:
        prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    keeper = os.getpid()
    child = os.fork()
    if child != 0:
        if channel is not None:
            os.close(channel)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        keep(child, lifeline, prctl)
    os.close(lifeline)
    os.setsid()  # where children cannot be found out, it is by their process group that they are ended
    if prctl is not None:
        prctl(_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != keeper:
            os._exit(1)


def keep(child: int, lifeline: int, prctl: "Any") -> "NoReturn":
    """Wait for the end of the model's process or of the lifeline, end what is left, and exit as the model's did."""
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)  # wakes by being handled
    running, status = True, 0
    while running:
        pid, ended = os.waitpid(-1, os.WNOHANG)
        if pid == child:
            running, status = False, ended
        elif pid == 0:
            ready = select.select([lifeline, woken], [], [])[0]
            if lifeline in ready:
                break
            os.read(woken, 512)
    while True:
        for pid in children(child):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        try:
            pid, ended = os.waitpid(-1, 0)
        except ChildProcessError:
            break
        if pid == child:
            status = ended
    if os.WIFSIGNALED(status):
        if prctl is not None:
            prctl(_SET_DUMPABLE, 0, 0, 0, 0)  # a core of this process tells nobody anything
        with contextlib.suppress(OSError):  # SIGKILL has no other way
            signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
        os.kill(os.getpid(), os.WTERMSIG(status))
    os._exit(os.WEXITSTATUS(status))


def children(child: int) -> "List[int]":
    """Return the processes whose parent this one is; a group's number is negative."""
    try:
        with open("/proc/self/task/%d/children" % os.getpid()) as listed:
            return [int(pid) for pid in listed.read().split()]
    except OSError:  # a kernel built without it
        return [child, -child]


def c_function(name: str) -> "Any":
    """Return a function of the C library; None for a Python built without ctypes."""
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes

        return getattr(ctypes.CDLL(None), name)
    return None


if __name__ == "__main__":
    main()
