"""schemathesis, which reads the specification, tries what nobody thought of: no answer of the emulator may be off it.

Everything is drawn from fixed seeds, so that every run does the same.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

import hypothesis
import pytest
import requests
import schemathesis
from hypothesis import strategies
from schemathesis import checks
from schemathesis.config import SchemathesisConfig
from schemathesis.core import NOT_SET
from schemathesis.core.parameters import ParameterLocation

from test.support import openapi
from test.support.emulator.client import DOUBLE, Client, zipped
from test.support.emulator.furnished import furnish
from ubiops.emulator import Emulator

CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
]
GENERATION = {"deterministic": True, "database": "none", "no-shrink": True, "with-security-parameters": False}
EXAMPLES = int(os.environ["UBIOPS_HARDENING_EXAMPLES"])
# The phase of coverage violates the specification systematically; the others need not.
POSITIVE = {**GENERATION, "mode": "positive"}
CONFIG = {
    "seed": 2020,
    "suppress-health-check": ["all"],
    "generation": GENERATION,
    "checks": {"negative_data_rejection": {"expected-statuses": [400, 401, 403, 404, 405, 413]}},
    "phases": {
        "coverage": {"unexpected-methods": ["PUT"]},
        "fuzzing": {
            "generation": {**POSITIVE, "max-examples": EXAMPLES},
            "extra-data-sources": {"responses": False},
            "error-feedback": {"enabled": False},
        },
        "stateful": {"generation": POSITIVE, "inference": {"algorithms": []}},
    },
}
RESTORES = 3  # for each operation: they take longer than all the rest
SCENARIOS = hypothesis.settings(
    max_examples=3 * EXAMPLES,
    stateful_step_count=15,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=[hypothesis.Phase.generate],
)

schemathesis.openapi.format("binary", strategies.sampled_from([zipped(DOUBLE), b"", b"PK\3\4"]))
schema = schemathesis.openapi.from_dict(openapi.document(), config=SchemathesisConfig.from_dict(CONFIG))


class World:
    """An emulator that holds one of everything, for cases to find, change and delete."""

    def __init__(self, emulator: Emulator, directory: Path) -> None:
        self._emulator = emulator
        self._state = directory / "state"
        client = Client(emulator)
        try:
            self._things = furnish(client)
        finally:
            client.http.clear()
        emulator.export_state(self._state)
        self._session = requests.Session()
        self._chance = random.Random(2020)
        self._made: List[Any] = []
        self._restores: Dict[str, int] = {}
        self._missing = ""
        self.calls = self.chains = 0

    def close(self) -> None:
        """Close what it opened."""
        self._session.close()

    def restore(self) -> None:
        """Go back to the beginning."""
        self._emulator.import_state(self._state)
        self._chance.seed(2020)
        self._made.clear()

    def restore_if_missing(self, case: Any) -> None:
        """Go back to the beginning if an operation did not find its object any more, but not every time."""
        label = case.operation.label
        if self._missing and self._restores.get(label, 0) < RESTORES:
            self._restores[label] = self._restores.get(label, 0) + 1
            self._missing = ""
            self.restore()

    def lend(self, case: Any) -> None:
        """Let a case that is not meant to be wrong refer to what there is, unless it refers to what it has made."""
        operation = case.operation
        component = case.meta.components.get(ParameterLocation.PATH)
        if component is None or component.mode.is_positive:
            for name, value in case.path_parameters.items():
                known = self._things.paths.get(operation.path if name == "id" else name)
                if known is not None and value not in self._made:
                    case.path_parameters[name] = known
        if case.body is NOT_SET or case.meta.generation.mode.is_negative:
            return
        content = operation.definition.raw["requestBody"]["content"]
        examples = [value for _, value in openapi.examples(content.get("application/json", {}))]
        if examples and self._chance.random() < 0.5:
            case.body = self._merged(self._chance.choice(examples), case.body)
        known = self._things.bodies.get(operation.definition.raw["operationId"])
        if known is not None and self._chance.random() < 0.7:
            case.body = self._merged(known, case.body)

    def _merged(self, body: Any, drawn: Any) -> Any:
        if not isinstance(body, dict) or not isinstance(drawn, dict):
            return drawn if isinstance(drawn, list) and drawn[:1] and drawn[0] in self._made else body
        return {**drawn, **{name: value for name, value in body.items() if drawn.get(name) not in self._made}}

    @property
    def where(self) -> Dict[str, Any]:
        """How to call the emulator."""
        return {
            "base_url": self._emulator.host,
            "headers": {"Authorization": self._emulator.token},
            "session": self._session,
        }

    def heed(self, case: Any, response: Any) -> None:
        """Remember what a call has made or missed."""
        self.calls += 1
        if response.status_code == 404 and case.meta.generation.mode.is_positive:
            self._missing = case.operation.label
        if response.status_code < 300 and case.method.upper() == "POST" and response.content:
            answer = response.json()
            for each in answer if isinstance(answer, list) else [answer]:
                self._made += [each[key] for key in ("id", "name", "version", "email", "user_id") if key in each]


@pytest.fixture(scope="module")
def world(
    tmp_path_factory: pytest.TempPathFactory, record_testsuite_property: Callable[[str, object], None]
) -> Iterator[World]:
    with Emulator(random_seed=2020) as emulator:
        world = World(emulator, tmp_path_factory.mktemp("world"))
        yield world
        record_testsuite_property("calls", world.calls)
        record_testsuite_property("chains", world.chains)
        world.close()


@schema.parametrize()
def test_operations(case: Any, world: World) -> None:
    world.restore_if_missing(case)
    world.lend(case)
    response = case.call(**world.where)
    world.heed(case, response)
    case.validate_response(response, checks=CHECKS, transport_kwargs=world.where)


def test_scenarios(world: World) -> None:
    class Scenarios(schema.as_state_machine()):  # type: ignore[misc] # a class made at run time
        def setup(self) -> None:
            world.chains += 1
            world.restore()

        def before_call(self, case: Any) -> None:
            world.lend(case)

        def get_call_kwargs(self, case: Any) -> Dict[str, Any]:
            return world.where

        def after_call(self, response: Any, case: Any) -> None:
            super().after_call(response, case)
            world.heed(case, response)

        def validate_response(self, response: Any, case: Any, **where: Any) -> None:
            every = [*CHECKS, checks.use_after_free]
            case.validate_response(response, checks=every, transport_kwargs=where, recorder=self.recorder)

    Scenarios.run(settings=SCENARIOS)
