# A class or function of a notebook or script becomes a package, with what it uses, or it is said what cannot go along.
from __future__ import annotations

import importlib
import itertools
import textwrap
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

import pytest

from ubiops.utils import PackageException
from ubiops.utils._notebook_package import entries_of

Script = Callable[[str], Any]
NUMBERS = itertools.count()


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Makes a module of some text."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(text: str) -> Any:
        name = f"script_{next(NUMBERS)}"
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        importlib.invalidate_caches()
        return importlib.import_module(name)

    return make


def packed(thing: Any, requirements: Optional[List[str]] = None, files: Any = ()) -> Dict[str, Any]:
    return {entry.name[len("model_package/") :]: entry.source for entry in entries_of(thing, requirements, files)}


def code(thing: Any, **options: Any) -> str:
    """Return model.py, without empty lines."""
    text: str = packed(thing, [], **options)["model.py"].decode()
    return "\n".join(line for line in text.splitlines() if line.strip())


def ran(thing: Any, data: Any) -> Any:
    """Run model.py here, and return what its Model answers."""
    names: Dict[str, Any] = {"__name__": "model"}
    exec(compile(packed(thing, [])["model.py"], "model.py", "exec", dont_inherit=True), names)
    return names["Model"]().request(data) if thing.__name__ == "Churn" else names["Model"]("", {}).request(data)


def refused(thing: Any, **options: Any) -> List[str]:
    with pytest.raises(PackageException) as caught:
        packed(thing, **options)
    return str(caught.value).splitlines()


def test_a_function_brings_what_it_uses(script: Script) -> None:
    found = script(
        '''
        import math, json
        import os.path as paths
        import xml.etree.ElementTree
        from collections import *
        from decimal import Decimal as D

        UNUSED = object()
        SCALE, NAMES = 2.0, {"a": [1, (True, None)], "b": {"y", "x"}, 3: b"c"}
        EMPTY = set(), ()
        try:
            import numpy.nothing
        except ImportError:
            def scaled(x):
                return x * SCALE

        square = lambda x: x * x

        def even(n):
            return n == 0 or odd(n - 1)

        def odd(n):
            return n != 0 and even(n - 1)

        half = scaled
        halves = scaled

        def another(x):
            return square(x)

        def predict(data):
            """Say what comes of it."""
            tree = xml.etree.ElementTree.fromstring("<a/>").tag
            here = __name__
            values = [half(another(square(x)) / square(x)) for x in data if even(halves(x))], NAMES, EMPTY
            return (tree, here, *values, paths.join("a", "b"), str(D("1.5")), Counter("aa")["a"], math.pi > 3)
        '''
    ).predict
    assert ran(found, [1, 2]) == (
        *(
            "a",
            "model",
            [2.0, 8.0],
            {"a": [1, (True, None)], "b": {"x", "y"}, 3: b"c"},
            (set(), ()),
            "a/b",
            "1.5",
            2,
            True,
        ),
    )
    text = code(found)
    assert text.splitlines()[:2] == ["from collections import Counter", "from decimal import Decimal as D"]
    assert "NAMES = {'a': [1, (True, None)], 'b': {'x', 'y'}, 3: b'c'}" in text
    assert "UNUSED" not in text
    assert "json" not in text


def test_a_class_becomes_the_model(script: Script) -> None:
    module = script(
        """
        from dataclasses import dataclass, field
        from enum import Enum
        from functools import lru_cache, wraps
        from typing import List, NamedTuple

        def logged(function):
            @wraps(function)
            def call(*given):
                return function(*given)
            return call

        @dataclass
        class Row:
            values: List[int] = field(default_factory=list)

        class Kind(Enum):
            GOOD = 1

        class Pair(NamedTuple):
            one: int

        class Odd(Exception):
            pass

        @lru_cache(maxsize=None)
        def cached(x):
            return x + 1

        @logged
        def total(row):
            return sum(row.values)

        class Base:
            limit = 10

            def check(self, value):
                if value > self.limit:
                    raise Odd(value)
                return value

        class Churn(Base):
            @staticmethod
            def kind():
                return Kind.GOOD.name

            @property
            def pair(self):
                return Pair(1).one

            @logged
            def request(self, data):
                return [super().check(cached(total(Row(data)))), self.kind(), self.pair]

        class Model(Base):
            request = Base.check
        """
    )
    assert ran(module.Churn, [1, 2]) == [4, "GOOD", 1]
    assert code(module.Churn).endswith("\nModel = Churn")
    assert code(module.Model).endswith("class Model(Base):\n    request = Base.check")


def test_annotations_that_are_not_evaluated(script: Script) -> None:
    module = script(
        """
        from __future__ import annotations
        import decimal

        def predict(data: dict[str, decimal.Decimal] | None) -> int:
            return 1
        """
    )
    assert code(module.predict).startswith("from __future__ import annotations\n")
    assert ran(module.predict, None) == 1


def test_things_without_a_statement_that_imports_them(script: Script) -> None:
    module = script(
        """
        import importlib, collections
        tools = importlib.import_module("itertools")
        itertools = tools
        deque = collections.deque
        Many = collections.Counter

        def predict(data):
            return list(tools.chain(itertools.chain(data), deque(), Many()))
        """
    )
    assert code(module.predict).splitlines()[:4] == [
        *("from collections import Counter as Many", "from collections import deque"),
        *("import itertools", "import itertools as tools"),
    ]
    assert ran(module.predict, [1]) == [1]


def test_what_cannot_go_along_is_named(script: Script) -> None:
    module = script(
        """
        import collections, functools, math, types

        def makes(x):
            def inner(data):
                return x
            return inner

        class Thing:
            pass

        frame = collections.OrderedDict()
        made = makes(1)
        part = functools.partial(makes, 1)
        cached = functools.lru_cache()(collections.Counter)
        thing = Thing()
        nan = [math.nan]
        held = []
        held.append(held)
        f = g = lambda x: x
        exec("def unseen(): pass")
        exec("class Unseen: pass")
        hand = types.ModuleType("hand")

        def predict(data):
            display(cached, frame, made, part, thing, nan, held, nothing, unseen, Unseen, f, g)
        """
    )
    lines = refused(module.predict)
    assert lines[0] == "predict uses what cannot go into a package with it:"
    assert [line.partition(" or write it")[0] for line in lines[1:]] == [
        "    Unseen: its source cannot be found; define it in a cell or in a file",
        "    cached: it is of the type functools._lru_cache_wrapper; make it a plain value,",
        "    display: it is there in notebooks only",
        "    frame: it is of the type collections.OrderedDict; make it a plain value,",
        "    held: it is of the type list; make it a plain value,",
        "    made: it is of the type function; make it a plain value,",
        "    nan: it is of the type list; make it a plain value,",
        "    nothing: it is not defined",
        "    part: it is of the type functools.partial; make it a plain value,",
        f"    thing: it is of the type {module.__name__}.Thing; make it a plain value,",
        "    unseen: its source cannot be found; define it in a cell or in a file",
    ]


def test_another_name_of_a_lambda(script: Script) -> None:
    module = script("f = lambda x: x\ng = f\ndef predict(data):\n    return g(data)\n")
    assert refused(module.predict)[1] == (
        "    g: it is another name of a lambda; use the name that the lambda was given"
    )


def test_a_helper_called_model(script: Script) -> None:
    module = script("class Model: pass\ndef predict(data):\n    return Model()\n")
    assert refused(module.predict)[1] == "    Model: the package's own class has this name"


def test_what_no_package_is_made_of(script: Script) -> None:
    module = script(
        """
        import functools

        def outer():
            def inner(data):
                return data
            return inner

        inner = outer()
        one = lambda data: data
        async def waits(data): return 1
        def yields(data): yield 1
        async def both(data): yield 1
        def two(a, b): return 1
        part = functools.partial(two, 1)

        class Outer:
            class Inner:
                def request(self, data): return data
        """
    )
    statement = "must be defined by a statement of its own, at the top of a cell or file"
    assert refused(module.inner) == [f"outer.<locals>.inner {statement}"]
    assert refused(module.one) == [f"<lambda> {statement}"]
    assert refused(module.Outer.Inner) == [f"Outer.Inner {statement}"]
    for thing in (module.waits, module.yields, module.both):
        assert "must be a plain function that returns the result: neither 'async' nor 'yield'" in refused(thing)[0]
    assert refused(module.two)[0].startswith("two must take one argument, the data of the request: ")
    assert refused(module.part)[0].endswith("that a def statement defines, not of partial")


def test_a_class_that_nobody_can_find_again() -> None:
    names: Dict[str, Any] = {"__name__": "typed"}
    exec("class Lost:\n    def request(self, data): return data\n", names)
    assert refused(names["Lost"])[1] == "    Lost: its source cannot be found; define it in a cell or in a file"


def test_cells_are_looked_through_from_the_last(script: Script) -> None:
    """As IPython keeps them, also those that failed."""
    module = script(
        """
        get_ipython = None
        In = ["", "class Odd(ValueError): pass", "class Odd(KeyError): pass", "no Python", 3]
        exec(In[2])

        def predict(data):
            return Odd
        """
    )
    assert "class Odd(KeyError): pass" in code(module.predict)


def test_files_go_along(script: Script, tmp_path: Path) -> None:
    (tmp_path / "data" / "more").mkdir(parents=True)
    (tmp_path / "data" / "more" / "rows.csv").touch()
    (tmp_path / "helpers_of_mine.py").write_text("x = 1\n")
    (tmp_path / "requirements.txt").write_text("six\n")
    module = script("import helpers_of_mine\ndef predict(data):\n    return helpers_of_mine.x\n")
    place = tmp_path / "helpers_of_mine.py"
    assert refused(module.predict) == [
        f"helpers_of_mine is imported from {place}, which pip cannot install; add files=[{str(place)!r}]"
    ]
    found = packed(module.predict, files=[place, str(tmp_path / "data")])
    assert list(found) == ["data/more/rows.csv", "helpers_of_mine.py", "model.py", "requirements.txt"]
    assert found["requirements.txt"] == b""
    # Requirements of one's own are not read from the imports.
    assert packed(module.predict, files=[tmp_path / "requirements.txt"])["requirements.txt"] == Path(
        tmp_path / "requirements.txt"
    )
    assert packed(module.predict, requirements=["six", "numpy"])["requirements.txt"] == b"six\nnumpy\n"


def test_files_that_are_in_the_way(script: Script, tmp_path: Path) -> None:
    module = script("def predict(data):\n    return 1\n")
    (tmp_path / "a").mkdir()
    for path in (tmp_path / "model.py", tmp_path / "x", tmp_path / "a" / "x"):
        path.touch()
    assert refused(module.predict, files=[tmp_path / "model.py"]) == [
        "model_package/model.py is made of the class or function; leave it out of files"
    ]
    assert refused(module.predict, files=[tmp_path / "x", tmp_path / "a" / "x"]) == [
        "Two of the files are called model_package/x"
    ]
    assert refused(module.predict, files="x") == ["files is a list of paths, such as ['x']"]
    assert refused(module.predict, requirements="six")[0].startswith("requirements is a list of lines for pip")
    with pytest.raises(FileNotFoundError):
        packed(module.predict, files=[tmp_path / "nothing"])


CELLS = """
import math, json
from dataclasses import dataclass
from ubiops import utils
----
%pwd
LIMIT = 2.5
----
@dataclass
class Row:
    x: float
----
def score(row):
    return "an older cell"
----
class Odd(Exception):
    pass
def score(row):
    if row.x < 0:
        raise Odd()
    return math.sqrt(row.x)
----
1 / 0
def score(row):
    return "never defined"
----
this is no Python
----
class Churn:
    def request(self, data):
        return {"y": score(Row(**data)) > LIMIT}
----
%%time
def timed(data):
    return 1
----
def predict(data):
    return get_ipython()
----
print(json.dumps([utils.run_local(Churn, {"x": x}) for x in (9.0, 1.0)]))
for thing in (timed, predict):
    try:
        utils.run_local(thing, {})
    except utils.PackageException as error:
        print(error)
"""


def test_cells_of_a_real_notebook() -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS.split("----\n")])
    nbclient.NotebookClient(notebook, allow_errors=True, timeout=120).execute()
    outputs = notebook.cells[-1].outputs
    assert "".join(output.get("text", "") for output in outputs if output.get("name") == "stdout").splitlines() == [
        '[{"y": true}, {"y": false}]',
        "timed uses what cannot go into a package with it:",
        "    timed: its source cannot be found; define it in a cell or in a file",
        "predict uses what cannot go into a package with it:",
        "    get_ipython: it is there in notebooks only",
    ], outputs
