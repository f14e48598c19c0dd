"""Values that no caller should give, and some that callers do give."""

from __future__ import annotations

import datetime
import decimal
import enum
import fractions
import io
import os
import pathlib
import uuid
from typing import Any, Callable, Dict, Iterator, List, Mapping

import numpy
import pandas
from hypothesis import strategies as st

import ubiops


class Spiteful(Exception):
    """What objects raise here; no client should let it through as it is."""


def spite(*_: Any, **__: Any) -> Any:
    raise Spiteful("on purpose")


class Silent:
    __str__ = __repr__ = spite


class Incomparable:
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = spite
    __hash__ = None  # type: ignore[assignment]


class Undecided:
    """Compares, but not to anything that is true or false."""

    class Neither:
        __bool__ = spite

    def __eq__(self, other: object) -> Any:
        return self.Neither()

    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = None  # type: ignore[assignment]


class Secretive:
    def __getattr__(self, name: str) -> Any:
        raise Spiteful(name)


class Everything:
    """Has every attribute, and each can be called, as mocks do."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> Any:
        return self


class Measureless:
    __len__ = spite


class Negative:
    def __len__(self) -> int:
        return -1


class Mute(str):
    __str__ = __repr__ = spite


class Liar(str):
    """Looks like a harmless text, and writes itself as another one."""

    def __str__(self) -> str:
        return "../../other"


class Shifty(str):
    """Splits and encodes otherwise than it reads."""

    def __str__(self) -> Any:
        return self

    def split(self, *_: Any, **__: Any) -> List[str]:
        return ["harmless"]

    def encode(self, *_: Any, **__: Any) -> bytes:
        return b"harmless"

    def __format__(self, spec: str) -> str:
        return "../other"


class Number(int):
    __str__ = __repr__ = spite


class Fraction(float):
    __str__ = __repr__ = spite

    def is_integer(self) -> bool:
        raise Spiteful


class Leaky(Mapping[Any, Any]):
    def __getitem__(self, key: Any) -> Any:
        raise Spiteful(key)

    def __iter__(self) -> Iterator[Any]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


class Hollow(Dict[Any, Any]):
    items = keys = values = __iter__ = spite


class Stuck(List[Any]):
    __iter__ = spite


class Path:
    """A path of any kind."""

    def __init__(self, path: Any) -> None:
        self._path = path

    def __fspath__(self) -> Any:
        return self._path() if callable(self._path) else self._path


class Odd(enum.Enum):
    PATH = "../x"
    NOT_A_NUMBER = float("nan")
    OBJECT = object()
    BYTES = b"\xff"


def deep(depth: int, wrap: Callable[[Any], Any]) -> Any:
    value: Any = 0
    for _ in range(depth):
        value = wrap(value)
    return value


def cyclic_list() -> Any:
    value: List[Any] = []
    value.append(value)
    return value


def cyclic_dict() -> Any:
    value: Any = {}
    value["a"] = {"b": [value]}
    return value


def cyclic_model() -> Any:
    model = ubiops.ModelUpdate("m")
    model.description = {"a": [model]}  # type: ignore[assignment] # which is wrong
    return model


def cyclic_array() -> Any:
    value = numpy.empty(1, dtype=object)
    value[0] = value
    return value


def released() -> memoryview:
    view = memoryview(b"abc")
    view.release()
    return view


TEXTS = (
    *(
        "",
        ".",
        "..",
        "...",
        "../x",
        "..\\x",
        "%2e",
        "%2e%2e",
        "%2E%2E%2Fx",
        "/",
        "//evil.example/x",
        "a/../../b",
        "a;b",
    ),
    *(
        "a\r\nX-Evil: 1",
        "a\r\n\r\nGET / HTTP/1.1",
        "\n",
        "\r",
        "\t",
        "\0",
        "a\0b",
        "\x1b[31m",
        "\x7f",
        "\x85",
        " ",
        " a ",
    ),
    *(
        "?a=b",
        "#f",
        "a?b#c",
        "a&b=c",
        "a@b",
        "http://evil.example",
        "\ud800",
        "a\udfffb",
        "\U0010ffff",
        "\u202e",
        "\ufeff",
    ),
    *(
        "\u2024\u2024",
        "\uff0e\uff0e",
        "\u2215",
        "é",
        "e\u0301",
        "x" * 70_000,
        "{project_name}",
        "%s%n",
        "${x}",
        "NaN",
        "null",
    ),
)
PLAIN = st.one_of(
    st.sampled_from(TEXTS),
    st.text(st.characters(), max_size=20),
    st.text("./\\%2eE\r\n?#;&= \0", min_size=1, max_size=8),
    st.integers(),
    st.sampled_from([10**400, 10**5000, -(2**63), True, False, None, ubiops.NULL, -1, 0]),
    st.floats(),
    st.binary(max_size=10),
    st.sampled_from(
        [decimal.Decimal("NaN"), decimal.Decimal("sNaN"), decimal.Decimal("1E+9999"), fractions.Fraction(1, 3)]
    ),
    st.sampled_from([1j, ..., str, int, ubiops.ModelCreate, len, object, datetime.timedelta(1), range(3)]),
    st.datetimes() | st.dates() | st.times() | st.uuids() | st.timedeltas(),
    st.sampled_from(list(Odd)),
)
KEYS = PLAIN.filter(lambda value: not isinstance(value, decimal.Decimal) or not value.is_snan())
MAKERS: List[Callable[[], Any]] = [
    *(Silent, Incomparable, Undecided, Secretive, Everything, Measureless, Negative, Leaky, object),
    *(lambda: Mute("a"), lambda: Liar("a"), lambda: Shifty("../a"), lambda: Number(7), lambda: Fraction(0.5)),
    *(
        lambda: Hollow(a=1),
        lambda: Stuck([1]),
        lambda: Path(".."),
        lambda: Path(7),
        lambda: Path(b".."),
        lambda: Path(spite),
    ),
    *(cyclic_list, cyclic_dict, cyclic_model, cyclic_array, released),
    *(lambda depth=depth: deep(depth, lambda inner: [inner]) for depth in (300, 900, 5_000, 100_000)),
    *(lambda depth=depth: deep(depth, lambda inner: {"a": inner}) for depth in (300, 900, 5_000)),
    lambda: deep(300, lambda inner: (inner,)),
    *(lambda: (item for item in "ab"), lambda: iter([1]), lambda: {1, "a", None}, lambda: frozenset([frozenset([1])])),
    *(lambda: memoryview(b"abcdef")[::2], lambda: bytearray(b"..\xff"), lambda: memoryview(b"\1\2\3\4").cast("i")),
    *(
        lambda: numpy.array([1, 2.5]),
        lambda: numpy.float64("nan"),
        lambda: numpy.array(".."),
        lambda: numpy.datetime64("NaT"),
    ),
    *(
        lambda: numpy.array([object()]),
        lambda: numpy.zeros((2, 0)),
        lambda: numpy.timedelta64(1),
        lambda: numpy.array([1j]),
    ),
    *(
        lambda: pandas.DataFrame([[1, 2]], columns=["a", "a"]),
        lambda: pandas.Series({"a": 1, "b": 2}),
        lambda: pandas.NaT,
    ),
    *(
        lambda: pandas.NA,
        lambda: pandas.Series([1, 2]),
        lambda: pandas.DataFrame({1: [None]}),
        lambda: io.StringIO("a"),
    ),
    *(lambda: pathlib.PurePosixPath(".."), lambda: pathlib.PureWindowsPath("a\\b"), lambda: uuid.UUID(int=0)),
    *(lambda: ubiops.ModelCreate.from_dict({"name": object()}), lambda: ubiops.Status(status=cyclic_list())),
    *(lambda: {Silent(): 1}, lambda: {(1, 2): 3}, lambda: {"a": Silent()}, lambda: [Incomparable()], lambda: {b"a": 1}),
    *(lambda: {"a" * 70_000: "\ud800"}, lambda: {"\ud800": 1}, lambda: [float("nan")], lambda: {"a": [float("inf")]}),
]
OBJECTS = st.sampled_from(MAKERS).map(lambda make: make())
VALUES = st.one_of(
    PLAIN, OBJECTS, st.lists(PLAIN, max_size=3), st.dictionaries(KEYS, PLAIN, max_size=2), st.tuples(PLAIN)
)


class File:
    """A file that does as it likes.

    Args:
        pieces: What `read` gives, one after the other, or raises.
        position: What `tell` gives, or raises; without it there is no `tell`.
        name: Its name.
    """

    def __init__(self, pieces: List[Any], position: Any = None, name: Any = "file") -> None:
        self._pieces = list(pieces)
        self.name = name
        if position is not None:
            self.tell = lambda: given(position)
            self.seek = lambda *_: given(position)

    def read(self, size: int = -1) -> Any:
        return given(self._pieces.pop(0)) if self._pieces else b""


class Nameless(File):
    name = property(spite, lambda self, value: None)


def given(value: Any) -> Any:
    """Return a value, or raise it."""
    if isinstance(value, Exception):
        raise value
    return value


def closed() -> io.BytesIO:
    stream = io.BytesIO(b"abc")
    stream.close()
    return stream


PIECES = st.sampled_from(
    [
        b"abc",
        b"",
        b"x" * 100_000,
        "text",
        7,
        object(),
        None,
        Spiteful(),
        OSError("gone"),
        ValueError("odd"),
        bytearray(b"b"),
    ]
)
POSITIONS = st.sampled_from([None, 0, 1, -1, 10**30, "0", 0.5, Spiteful(), OSError(), ValueError("closed"), Silent()])
NAMES = st.one_of(st.sampled_from([*TEXTS, None, 7, b"a", Liar("a"), Mute("a")]), st.text(st.characters(), max_size=9))
OTHERS: List[Callable[[], Any]] = [
    *(closed, lambda: io.StringIO("text"), lambda: os.devnull, lambda: "/", lambda: "/nowhere/x")
]
FILES = st.one_of(
    VALUES,
    st.builds(File, st.lists(PIECES, max_size=3), POSITIONS, NAMES),
    st.builds(Nameless, st.lists(PIECES, max_size=3)),
    st.sampled_from(OTHERS).map(lambda make: make()),
    st.lists(st.sampled_from([b"a", "/nowhere", 7, None]), max_size=2),
)
FLAGS = st.one_of(PLAIN, st.sampled_from([Silent, Incomparable, Everything, Secretive]).map(lambda make: make()))
TIMES = st.one_of(VALUES, st.tuples(PLAIN, PLAIN), st.floats(1e-9, 1e-3), st.just(10))
