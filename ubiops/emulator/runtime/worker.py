"""The process that runs a model: loads it once, then answers one request at a time.

Started by `instance.py` as a script inside the model's own environment. That may be an old Python without anything
installed, so this file uses the standard library only and the syntax of Python 3.5.

The protocol, on the socket whose number is the only argument: frames of an 8-byte big-endian number, an 8-byte
big-endian length, and as many bytes. In comes first a JSON object (`file`, `base_directory`, `libraries`, `context`,
`answer_limit`, `file_limit`), then one for each request: its `data`, and `files`, which tells for fields of the result
that are files where a copy of each is to be put. Each frame is answered by one of the same number: a letter, then JSON.
`R` an object of the `result` and the names of the `files`, `E` error text, `X` error text and the process leaves. End
of file means stop. Standard input is the lifeline: it ends when the emulator wants the end of all this, or has ended.
"""
# No f-strings before Python 3.6, and pathlib would take a tenth of the time this process needs to start:
# ruff: noqa: E402, PTH109, PTH118, PTH119, PTH122, PTH123, UP031

import sys

# The directory of this file is no business of the model's: `import pool` must not find the emulator's.
# Before the other imports, so that they cannot find it either.
_HERE = __file__.rpartition("/")[0]
sys.path[:] = [entry for entry in sys.path if entry != _HERE]

import contextlib
import importlib.util
import inspect
import io
import json
import numbers
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing, too, takes its time to import
    from typing import Any, Callable, Dict, List, Optional, Tuple

_CHUNK = 1 << 20
# Stands in a traceback for the ends of its lines, so that the log can show it as one entry; pipes.py knows it, too.
LINE_END = "\x1e"


class Unfit(Exception):
    """The model, or what it returned, is not as it must be; the text says why."""


def main() -> None:
    """Serve until the socket ends."""
    keeper = module_of(_HERE + "/keeper.py", "keeper")
    keeper.__spec__.loader.exec_module(keeper)
    channel = int(sys.argv.pop())
    os.set_inheritable(channel, False)
    lifeline = os.dup(0)
    with open(os.devnull, "r+") as nothing:
        os.dup2(nothing.fileno(), 0)
        keeper.die_with_lifeline(lifeline, channel, nothing.fileno())
    sys.stdout = sys.__stdout__ = line_buffered(sys.stdout)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = line_buffered(sys.stderr)  # type: ignore[misc]
    flush = flusher(keeper.c_function("fflush"))
    process = os.getpid()

    model = None  # type: Any
    settings = {}  # type: Dict[str, Any]
    staying = True
    while staying:
        number, frame = receive(channel)
        if frame is None:
            break
        if model is None:
            settings = json.loads(frame)
            model, reply = start(settings)
            staying = model is not None
        else:
            reply, staying = answer(model, json.loads(frame), settings)
        flush()
        if os.getpid() != process:
            os._exit(0)  # a child that the model forked and that came back here; the answer is its parent's
        send(channel, number, reply)
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
        module = sys.modules[name] = module_of(path, name)
        module.__spec__.loader.exec_module(module)
        if not hasattr(module, "Model"):
            raise Unfit("%s has no class Model" % os.path.basename(path))
        model = make(module.Model, [(key, settings[key]) for key in ("base_directory", "context")])
        check_request(model)
    except Unfit as error:
        return None, failure(b"X", str(error))
    except BaseException as error:
        print_exception()
        return None, failure(b"X", describe(error, with_type=True))
    return model, b'R{"result": null, "files": {}}'


def module_of(path: str, name: str) -> "Any":
    """Return the module of a file, not executed yet."""
    spec = importlib.util.spec_from_file_location(name, path)  # type: Any
    return importlib.util.module_from_spec(spec)


def make(kind: "Any", given: "List[Tuple[str, Any]]") -> "Any":
    """Call a class with the arguments that it takes: those that it names, the others in order for names of its own."""
    try:
        signature = inspect.signature(kind)
    except (TypeError, ValueError):  # written in C
        return kind(**dict(given))
    parameters = signature.parameters.values()
    named = {key: value for key, value in given if key in signature.parameters}
    left = [(key, value) for key, value in given if key not in named]
    bound = signature.bind_partial()
    for parameter in parameters:
        if parameter.name in named:
            bound.arguments[parameter.name] = named[parameter.name]
        elif parameter.kind is parameter.VAR_POSITIONAL:
            bound.arguments[parameter.name] = tuple(value for _, value in left)
            left = []
        elif parameter.kind is parameter.VAR_KEYWORD:
            bound.arguments[parameter.name] = dict(left)
        elif parameter.default is parameter.empty and left:
            bound.arguments[parameter.name] = left.pop(0)[1]
    return kind(*bound.args, **bound.kwargs)


def check_request(model: "Any") -> None:
    """Raise Unfit for a model that no request can be given to."""
    request = getattr(model, "request", None)
    if not callable(request):
        raise Unfit("Model has no method request(self, data)")
    checks = ("iscoroutinefunction", "isgeneratorfunction", "isasyncgenfunction")  # the last is of Python 3.6
    if any(hasattr(inspect, check) and getattr(inspect, check)(request) for check in checks):
        raise Unfit("Model.request must be a plain function that returns the result: neither 'async def' nor 'yield'")
    try:
        signature = inspect.signature(request)
    except (TypeError, ValueError):
        return
    try:
        signature.bind(None)
    except TypeError as error:
        raise Unfit("Model.request must take one argument, the data of the request: %s" % error) from None


def answer(model: "Any", request: "Dict[str, Any]", settings: "Dict[str, Any]") -> "Tuple[bytes, bool]":
    """Run one request: (reply, whether the process can go on)."""
    try:
        result = model.request(request["data"])
    except Exception as error:
        print_exception()
        return failure(b"E", describe(error)), True
    except BaseException as error:  # sys.exit() and its kind: the model wants to leave
        print_exception()
        return failure(b"X", describe(error, with_type=True)), False
    try:
        body = encode(result, settings["answer_limit"])
        files = hand_over(result, request["files"], settings["file_limit"])
    except Unfit as error:
        return failure(b"E", str(error)), True
    return b'R{"files": ' + json.dumps(files).encode("ascii") + b', "result": ' + body + b"}", True


def encode(result: "Any", limit: int) -> bytes:
    """Return a result as JSON."""
    try:
        body = json.dumps(result, default=plain, allow_nan=False, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise Unfit("The result holds an incomplete surrogate pair, which no text can") from None
    except ValueError as error:
        if "Circular" in str(error):
            raise Unfit("The result contains itself and cannot be written as JSON") from None
        raise Unfit("The result holds NaN or an infinity, which JSON cannot express") from None
    except RecursionError:
        raise Unfit("The result is nested too deeply to be written as JSON") from None
    except Unfit:
        raise
    except Exception as error:
        raise Unfit("The result cannot be written as JSON: %s" % describe(error)) from None
    if len(body) > limit:
        raise Unfit("The result takes %d bytes as JSON; %d MB is the limit" % (len(body), limit >> 20))
    return body


def plain(value: "Any") -> "Any":
    """Return what numpy's scalars and arrays, and their like, hold; refuse what JSON has no form for."""
    kind = type(value)
    if hasattr(value, "__await__"):
        raise Unfit("Model.request returned a %s that nobody awaits: 'async def' is not possible" % kind.__name__)
    for name in ("tolist", "item"):
        if callable(getattr(value, name, None)) and not isinstance(value, type):
            held = getattr(value, name)()
            if type(held) is not kind:
                return held
            if isinstance(held, numbers.Real):  # one that Python has no type for, such as numpy's longdouble
                return float(held)
    raise TypeError("it holds a value of type %s.%s" % (kind.__module__, kind.__qualname__))


def hand_over(result: "Any", places: "Dict[str, str]", limit: int) -> "Dict[str, str]":
    """Copy the files that fields of a result name to their places, and return the files' names by field."""
    names = {}
    for field, place in places.items():
        path = result.get(field) if isinstance(result, dict) else None
        if isinstance(path, str):  # whoever gets the result says what is wrong with others
            try:
                copy_file(path, place, limit)
            except Unfit as error:
                raise Unfit("Data validation error for field %s: %s" % (field, error)) from None
            names[field] = os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
    return names


def copy_file(path: str, place: str, limit: int) -> None:
    """Copy a regular file to a place where nothing is yet."""
    shown = path[:200]
    with contextlib.suppress(OSError):  # the working directory is gone
        shown = os.path.join(os.getcwd(), path)[:200]
    try:
        # Without O_NONBLOCK a named pipe would be waited for, and so would files of /proc that have no end.
        source = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except PermissionError:
        raise Unfit("the file %s cannot be read: Permission denied" % shown) from None
    except (OSError, ValueError):
        raise Unfit("there is no file %s" % shown) from None
    try:
        status = os.fstat(source)
        if not stat.S_ISREG(status.st_mode):
            raise Unfit("there is no file %s" % shown)
        if status.st_size > limit:  # and if it grows, below
            raise Unfit("the file %s is larger than %d MB" % (shown, limit >> 20))
        with open(place, "xb") as copy:
            data = os.read(source, _CHUNK)
            while data:
                copy.write(data)
                if copy.tell() > limit:
                    raise Unfit("the file %s is larger than %d MB" % (shown, limit >> 20))
                data = os.read(source, _CHUNK)
    except OSError as error:
        raise Unfit("the file %s cannot be read: %s" % (shown, error.strerror)) from None
    finally:
        os.close(source)


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
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is sys.__stderr__:  # the log at its other end knows the mark
            text = LINE_END.join(text.splitlines()) + "\n"
        sys.stderr.write(text)


def line_buffered(stream: "Any") -> "io.TextIOWrapper":
    """Return a stream like this one whose every line is written at once, in UTF-8."""
    return io.TextIOWrapper(stream.detach(), encoding="utf-8", errors="backslashreplace", line_buffering=True)


def flusher(flush_c: "Any") -> "Callable[[], None]":
    """Return a function that writes out everything printed so far, by Python and, with C's fflush, by C code."""

    def flush() -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):  # closed or replaced by the model
                stream.flush()
        if flush_c is not None:
            flush_c(None)

    return flush


def receive(channel: int) -> "Tuple[int, Optional[str]]":
    """Return the number and the text of the next frame, no text at the end."""
    head = read(channel, 16)
    if head is None:
        return 0, None
    body = read(channel, int.from_bytes(head[8:], "big"))
    return int.from_bytes(head[:8], "big"), None if body is None else body.decode("utf-8")


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


def send(channel: int, number: int, body: bytes) -> None:
    """Write one frame."""
    rest = memoryview(number.to_bytes(8, "big") + len(body).to_bytes(8, "big") + body)
    while rest:
        rest = rest[os.write(channel, rest) :]


if __name__ == "__main__":
    main()
