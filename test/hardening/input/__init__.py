"""Hostile values for every parameter of every operation and every field of every model: ``--only input``."""

from __future__ import annotations

import sys
import traceback
from functools import partial
from typing import Any, Callable, Iterator, List

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from test.hardening.figures import Figure, Part
from test.hardening.input import fields, operations
from test.support.server import Server
from ubiops._encoding import describe

# Of each operation and of each model, in a whole run and in a small one.
CALLS, FEW_CALLS = 600, 6
INSTANCES, FEW_INSTANCES = 120, 5


class Example:
    """Hides from Hypothesis what it would show: it follows without end what contains itself."""

    def __init__(self, drawn: Any) -> None:
        self.drawn = drawn


@st.composite
def hidden(draw: st.DrawFn, strategy: st.SearchStrategy[Any]) -> Example:
    """Draw an example."""
    return Example(draw(strategy))


def shown(drawn: Any) -> str:
    """Return the arguments or fields of an example, and what there is beside them."""
    given, *more = drawn if isinstance(drawn, tuple) else (drawn,)
    return ", ".join([*(f"{name}={describe(value, 300)}" for name, value in given.items()), *map(str, more)])


class Tally:
    """Tries examples, and counts them."""

    def __init__(self, examples: int, shrink: bool) -> None:
        self.tried = 0
        self.faults: List[str] = []
        self._settings = settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            report_multiple_bugs=False,
            phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )

    def try_all(self, what: str, strategy: st.SearchStrategy[Any], attempt: Callable[[Any], None]) -> None:
        """Try examples of a strategy; note the first that fails."""

        latest: List[Any] = []

        @self._settings
        @given(hidden(strategy))
        def attempts(example: Example) -> None:
            self.tried += 1
            latest[:] = [example.drawn]
            attempt(example.drawn)

        try:
            attempts()
        except Exception as error:
            self.faults.append(what)
            print(what, *map(shown, latest), sep=": ", file=sys.stderr)
            traceback.print_exception(type(error), error, error.__traceback__, limit=-6)

    def figures(self, what: str, count: int) -> Iterator[Figure]:
        """Give what came of it."""
        value = f"{self.tried:,} examples, {len(self.faults)} faults"
        yield Figure(what.format(count), value, "no fault", not self.faults)


def run(whole: bool) -> Iterator[Figure]:
    """Try operations and models."""
    calls = Tally(CALLS if whole else FEW_CALLS, whole)
    with Server() as server:
        bench = operations.Bench(server)
        for each in operations.OPERATIONS:
            calls.try_all(each.name, operations.hostile(each), partial(bench.attempt, each))
        bench.client.close()
    yield from calls.figures("calls of {} operations", len(operations.OPERATIONS))
    models = Tally(INSTANCES if whole else FEW_INSTANCES, whole)
    for model in fields.MODELS:
        models.try_all(model.__name__, fields.hostile(model), partial(fields.attempt, model))
    yield from models.figures("instances of {} models, made, set, shown and written", len(fields.MODELS))


PART = Part("input", "hostile values, for all that takes any", run)
