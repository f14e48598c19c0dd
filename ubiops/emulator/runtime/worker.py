"""The process that runs a model: loads it once, then answers one request at a time.

Started by `instance.py` as a script inside the model's own environment. That may be an old Python without anything
installed, so this file uses the standard library only and the syntax of Python 3.5.

The protocol, on the socket whose number is the only argument: frames of an 8-byte big-endian length, then as many
bytes. In comes first a JSON object (`file`, `base_directory`, `libraries`, `context`), then the data of a request per
frame, as JSON. Each frame is answered by one: a letter, then JSON. `R` result, `E` error text, `X` error text and the
process leaves. End of file means stop. Standard input is the lifeline: it ends when the emulator does, however that
happens.
"""
# No f-strings before Python 3.6, and pathlib would take a tenth of the time this process needs to start:
# ruff: noqa: E402, PTH119, PTH122, PTH123, UP031

import sys

# The directory of this file is no business of the model's: `import pool` must not find the emulator's.
# Before the other imports, so that they cannot find it either.
_HERE = __file__.rpartition("/")[0]
sys.path[:] = [entry for entry in sys.path if entry != _HERE]

import contextlib
import fcntl
import importlib.util
import io
import json
import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing, too, takes its time to import
    from typing import Any, Callable, Dict, Optional, Tuple

_CHUNK = 1 << 20


def main() -> None:
    """Serve until the socket ends."""
    channel = int(sys.argv.pop())
    os.set_inheritable(channel, False)
    die_with_emulator(os.dup(0))
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    sys.stdout = sys.__stdout__ = line_buffered(sys.stdout)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = line_buffered(sys.stderr)  # type: ignore[misc]
    flush = flusher()
    process = os.getpid()

    model = None
    staying = True
    while staying:
        frame = receive(channel)
        if frame is None:
            break
        if model is None:
            model, reply = start(json.loads(frame))
            staying = model is not None
        else:
            reply, staying = answer(model, frame)
        flush()
        if os.getpid() != process:
            os._exit(0)  # a child that the model forked and that came back here; the answer is its parent's
        send(channel, reply)
    if model is not None and hasattr(model, "stop"):
        try:
            model.stop()
        except Exception:
            print_exception()
        flush()


def start(settings: "Dict[str, Any]") -> "Tuple[Any, bytes]":
    """Load the model's file and make its Model: (model, reply)."""
    path = settings["file"]
    name = os.path.splitext(os.path.basename(path))[0]
    sys.path[:0] = [settings["base_directory"], settings["libraries"]]
    try:
        spec = importlib.util.spec_from_file_location(name, path)  # type: Any
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        if not hasattr(module, "Model"):
            return None, failure(b"X", "%s has no class Model" % os.path.basename(path))
        model = module.Model(base_directory=settings["base_directory"], context=settings["context"])
    except BaseException as error:
        print_exception()
        return None, failure(b"X", describe(error, with_type=True))
    return model, b"Rnull"


def answer(model: "Any", frame: str) -> "Tuple[bytes, bool]":
    """Run one request: (reply, whether the process can go on)."""
    try:
        result = model.request(json.loads(frame))
    except Exception as error:
        print_exception()
        return failure(b"E", describe(error)), True
    except BaseException as error:  # sys.exit() and its kind: the model wants to leave
        print_exception()
        return failure(b"X", describe(error, with_type=True)), False
    try:
        return b"R" + json.dumps(result, default=plain, allow_nan=False).encode("ascii"), True
    except ValueError as error:
        if "Circular" in str(error):
            return failure(b"E", "The result contains itself and cannot be written as JSON"), True
        return failure(b"E", "The result holds NaN or an infinity, which JSON cannot express"), True
    except RecursionError:
        return failure(b"E", "The result is nested too deeply to be written as JSON"), True
    except Exception as error:
        return failure(b"E", "The result cannot be written as JSON: %s" % describe(error)), True


def plain(value: "Any") -> "Any":
    """Return what numpy's scalars and arrays, and their like, hold; refuse what JSON has no form for."""
    for name in ("tolist", "item"):
        if callable(getattr(value, name, None)) and not isinstance(value, type):
            return getattr(value, name)()
    kind = type(value)
    raise TypeError("it holds a value of type %s.%s" % (kind.__module__, kind.__qualname__))


def describe(error: BaseException, with_type: bool = False) -> str:
    """Return the text of an exception; its type where the text alone would say little."""
    try:
        text = str(error)
    except Exception:
        text = ""
    kind = type(error).__name__
    if not text:
        return kind
    return "%s: %s" % (kind, text) if with_type or isinstance(error, KeyError) else text


def failure(letter: bytes, text: str) -> bytes:
    """Return the reply that carries an error's text; longer ones than anyone shows are cut."""
    return letter + json.dumps(text[:2000]).encode("ascii")


def print_exception() -> None:
    """Print the traceback, without this file's own frames."""
    import traceback

    kind, error, trace = sys.exc_info()
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    with contextlib.suppress(Exception):  # it cannot be printed, or the model has closed its stderr
        traceback.print_exception(kind, error, trace)


def line_buffered(stream: "Any") -> "io.TextIOWrapper":
    """Return a stream like this one whose every line is written at once, in UTF-8."""
    return io.TextIOWrapper(stream.detach(), encoding="utf-8", errors="backslashreplace", line_buffering=True)


def flusher() -> "Callable[[], None]":
    """Return a function that writes out everything printed so far, by Python and by C code."""
    flush_c = None  # type: Any
    with contextlib.suppress(ImportError, OSError, AttributeError):  # a Python built without ctypes
        import ctypes

        flush_c = ctypes.CDLL(None).fflush

    def flush() -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):  # closed or replaced by the model
                stream.flush()
        if flush_c is not None:
            flush_c(None)

    return flush


def die_with_emulator(lifeline: int) -> None:
    """Let this process and its children be killed when the other end of the lifeline closes."""
    try:
        # The kernel does it, also while a model holds the interpreter's lock for ever. (PR_SET_PDEATHSIG would
        # act when the *thread* that started the process ends, and would not reach the model's own children.)
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)  # type: ignore[attr-defined, unused-ignore]
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    except (AttributeError, OSError):  # only Linux can choose the signal
        import threading

        threading.Thread(target=wait_for_end, args=(lifeline,), daemon=True).start()
        return
    # The emulator may have died just before.
    os.set_blocking(lifeline, False)
    with contextlib.suppress(BlockingIOError):
        wait_for_end(lifeline)


def wait_for_end(lifeline: int) -> None:
    """Wait until the lifeline ends, then kill this process and its children."""
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGKILL)


def receive(channel: int) -> "Optional[str]":
    """Return the text of the next frame, None at the end."""
    head = read(channel, 8)
    body = None if head is None else read(channel, int.from_bytes(head, "big"))
    return None if body is None else body.decode("utf-8")


def read(channel: int, size: int) -> "Optional[bytearray]":
    """Return exactly so many bytes, None when the socket ends first."""
    data = bytearray()
    while len(data) < size:
        try:
            piece = os.read(channel, min(size - len(data), _CHUNK))
        except ConnectionError:
            return None
        if not piece:
            return None
        data += piece
    return data


def send(channel: int, body: bytes) -> None:
    """Write one frame."""
    rest = memoryview(len(body).to_bytes(8, "big") + body)
    while rest:
        rest = rest[os.write(channel, rest) :]


if __name__ == "__main__":
    main()
