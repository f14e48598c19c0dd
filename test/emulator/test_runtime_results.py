"""What a model may look like, and what it may return."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import numpy
import pytest

from test.support.emulator.runtime import EVAL, Bench
from ubiops.emulator.runtime import BuildError, worker

BASE, CONTEXT = "/somewhere/model_package", {"model": "m"}
REQUEST = "\n    def request(self, data):\n        return data\n"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("self, base_directory, context", (BASE, CONTEXT)),
        ("self, context, base_directory", (CONTEXT, BASE)),
        ("self, base_directory", (BASE,)),
        ("self, context", (CONTEXT,)),
        ("self", ()),
        ("self, base_dir, ctx", (BASE, CONTEXT)),
        ("self, directory", (BASE,)),
        ("self, directory, context", (BASE, CONTEXT)),
        ("self, ctx, base_directory", (CONTEXT, BASE)),
        ("self, directory, *, context", (BASE, CONTEXT)),
        ("self, *, context, base_directory", (CONTEXT, BASE)),
        ("self, *args", ((BASE, CONTEXT),)),
        ("self, **kwargs", ({"base_directory": BASE, "context": CONTEXT},)),
        ("self, base_directory, **kwargs", (BASE, {"context": CONTEXT})),
        ("self, directory, *rest", (BASE, (CONTEXT,))),
        ("self, base_directory, *args, **kwargs", (BASE, (CONTEXT,), {})),
        ("self, base_directory=None, context=None", (BASE, CONTEXT)),
        ("self, base_directory, threshold=0.5", (BASE, 0.5)),
        ("self, threshold=0.5", (0.5,)),
    ],
)
def test_made_with_what_it_takes(signature: str, expected: Any) -> None:
    names = [name.strip(" *").split("=")[0] for name in signature.split(",")]
    got = "".join(f"{name}, " for name in names[1:] if name)
    code = f"class Model:\n    def __init__({signature}):\n        self.got = ({got})"
    space: dict[str, Any] = {}
    exec(code, space)
    assert worker.make(space["Model"], [("base_directory", BASE), ("context", CONTEXT)]).got == expected


def test_made_without_an_initialiser() -> None:
    class Model:
        pass

    given = [("base_directory", BASE), ("context", CONTEXT)]
    assert isinstance(worker.make(Model, given), Model)
    assert worker.make(lambda base_directory, context: (context, base_directory), given) == (CONTEXT, BASE)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'third'"):
        worker.make(lambda first, second, third: None, given)
    with pytest.raises(TypeError, match="no keyword arguments"):  # a class in C without a signature
        worker.make(range, given)


@pytest.mark.parametrize("initialiser", ["", "    def __init__(self, base_directory):\n        pass\n"])
def test_published_packages_run(bench: Bench, initialiser: str) -> None:
    bench.build(f"class Model:\n{initialiser}{REQUEST}")
    assert bench.result("x") == "x"


@pytest.mark.parametrize(
    ("request_code", "message"),
    [
        ("", r"Model has no method request\(self, data\)"),
        ("    request = 5", r"Model has no method request\(self, data\)"),
        ("    def request(self): pass", "Model.request must take one argument, the data of the request: too many"),
        ("    def request(self, data, more): pass", "must take one argument, .*: missing a required argument: 'more'"),
        ("    async def request(self, data): pass", "neither 'async def' nor 'yield'"),
        ("    def request(self, data): yield", "neither 'async def' nor 'yield'"),
        ("    async def request(self, data): yield", "neither 'async def' nor 'yield'"),
    ],
)
def test_model_that_no_request_can_be_given_to(bench: Bench, request_code: str, message: str) -> None:
    with pytest.raises(BuildError, match=message) as caught:
        bench.build(f"class Model:\n    def __init__(self, **_): pass\n{request_code}")
    assert caught.value.stage == "deploy"
    assert bench.printed(None) == [], "no traceback: the reason says it all"


@pytest.mark.parametrize(
    "request_code",
    [
        "    def request(self, data, more=1): return data",
        "    def request(self, *args): return args[0]",
        "    def request(self, data, **more): return data",
        "    @staticmethod\n    def request(data): return data",
        "    @classmethod\n    def request(cls, data): return data",
        "    def __init__(self): self.request = lambda data: data",
        "    request = staticmethod(str)",
    ],
)
def test_requests_of_every_kind(bench: Bench, request_code: str) -> None:
    bench.build(f"class Model:\n{request_code}")
    assert bench.result("x") == "x"


def test_request_that_returns_a_coroutine(bench: Bench) -> None:
    bench.build(
        "async def later(data):\n    pass\n\nclass Model:\n    def request(self, data):\n        return later(data)"
    )
    assert bench.error("x") == "Model.request returned a coroutine that nobody awaits: 'async def' is not possible"


NUMBERS = """
import numbers
class LongDouble:
    def __init__(self, value):
        self.value = value
    def item(self):
        return self
    tolist = item
    def __float__(self):
        return self.value

class LongComplex:
    def item(self):
        return self

numbers.Real.register(LongDouble)

class Array:
    def tolist(self):
        return [LongDouble(0.5), [LongDouble(2.5)]]
"""


def test_numbers_that_python_has_no_type_for(bench: Bench) -> None:
    bench.build(NUMBERS + EVAL)
    assert bench.result("{'a': LongDouble(1.5), 'b': [Array()]}") == {"a": 1.5, "b": [[0.5, [2.5]]]}
    assert "NaN or an infinity" in bench.error("LongDouble(float('inf'))")
    assert bench.error("[LongComplex()]") == (
        "The result cannot be written as JSON: it holds a value of type model.LongComplex"
    )


def test_values_of_numpy(bench: Bench) -> None:
    bench.build(EVAL, environment={"PYTHONPATH": str(Path(numpy.__file__).parents[1])})
    use = "exec import numpy as np; result = "
    for expression, value in {
        "np.longdouble('1.5')": 1.5,
        "[np.float32(0.5), np.float16(2), np.float64(1)]": [0.5, 2.0, 1.0],
        "[np.int64(-1), np.uint8(255), np.bool_(True)]": [-1, 255, True],
        "np.array([[1, 2], [3, 4]])": [[1, 2], [3, 4]],
        "np.array([1.5], dtype=np.longdouble)": [1.5],
        "np.array(5)": 5,
        "np.str_('x')": "x",
        "np.zeros((0, 2))": [],
        "np.array(['a', None], dtype=object)": ["a", None],
        "np.array([(1, 2.5)], dtype='i4,f8')": [[1, 2.5]],
    }.items():
        assert bench.result(use + expression) == value
    for expression, message in {
        "np.clongdouble(1)": "holds a value of type numpy.",
        "np.complex64(1)": "holds a value of type builtins.complex",
        "np.array([1j])": "holds a value of type builtins.complex",
        "np.bytes_(b'x')": "holds a value of type builtins.bytes",
        "np.datetime64('2020-01-01')": "holds a value of type datetime.date",
        "np.float32('nan')": "NaN or an infinity",
        "np.longdouble('1e4000')": "NaN or an infinity",
        "{np.int64(1): 2}": "keys must be str",
        "np.ndarray": "holds a value of type builtins.type",
        "b'x'": "holds a value of type builtins.bytes",
    }.items():
        assert message in bench.error(use + expression), expression


def test_text_that_is_no_text(bench: Bench) -> None:
    bench.build()
    assert bench.error(r"'\ud800'") == "The result holds an incomplete surrogate pair, which no text can"
    assert bench.error(r"{'\ud800': 1}") == "The result holds an incomplete surrogate pair, which no text can"
    assert bench.result(r"'\ud83d\ude00 ü'.encode('utf-16', 'surrogatepass').decode('utf-16')") == "😀 ü"
