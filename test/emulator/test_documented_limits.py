"""The emulator enforces the limits that the API documents: the client leaves that to the server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple
from urllib.parse import urlencode

import pytest

from test.support import openapi

if TYPE_CHECKING:
    from test.support.emulator.client import Client

OPERATIONS = openapi.operations().values()
THERE = {"project_name": "demo", "organization_name": "emulator"}


def beyond(schema: Dict[str, Any]) -> Iterator[Any]:
    """Return values just beyond the limits of a schema."""
    if "enum" in schema:
        yield "other"
    if "minimum" in schema:
        yield schema["minimum"] - 1
    if "maximum" in schema:
        yield schema["maximum"] + 1
    if "minLength" in schema:
        yield "a" * (schema["minLength"] - 1)
    if "maxLength" in schema:
        yield "a" * (schema["maxLength"] + 1)
    if "pattern" in schema:
        yield "A-1!"


def bodies(operation: openapi.Operation) -> Iterator[Tuple[str, Any]]:
    """Return bodies in which one field is beyond a limit or of another type, with the name of the field."""
    media = operation.body.get("content", {}).get("application/json", {})
    for schema in [media["schema"], *media["schema"].get("anyOf", ())] if media else ():
        for name, field in openapi.resolve(schema).get("properties", {}).items():
            wrong: List[Any] = [
                *beyond(field),
                *([[]] if field.get("type") in ("string", "integer", "boolean") else []),
            ]
            for value in wrong:
                yield name, {**openapi.examples(media)[0][1], name: value}


def url(operation: openapi.Operation, **query: Any) -> str:
    parameters = operation.parameters_in("path")
    path = re.sub(r"{(\w+)}", lambda found: THERE.get(found[1], parameters[found[1]]["example"]), operation.path)
    for name, parameter in operation.parameters_in("query").items():
        if parameter.get("required"):
            query.setdefault(name, parameter["example"])
    return f"{path}?{urlencode(query)}"


PARAMETERS = [
    pytest.param(operation, place, name, value, id=f"{operation.id}-{name}-{value}")
    for operation in OPERATIONS
    for place in ("query", "header")
    for name, parameter in operation.parameters_in(place).items()
    for value in beyond(parameter["schema"])
]


@pytest.mark.parametrize(("operation", "place", "name", "value"), PARAMETERS)
def test_a_parameter_beyond_a_limit_is_refused(
    shared: Client, operation: openapi.Operation, place: str, name: str, value: Any
) -> None:
    query, headers = ({name: value}, {}) if place == "query" else ({}, {name: str(value)})
    answer = shared.raw(operation.method, url(operation, **query), headers)
    assert answer.status == 400
    assert answer.error.startswith((f"{name}: must be ", f"{name}: may not be ")), answer.error


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if any(bodies(each))], ids=lambda each: each.id)
def test_a_field_beyond_a_limit_is_refused(shared: Client, operation: openapi.Operation) -> None:
    for name, body in bodies(operation):
        answer = shared(operation.method, url(operation), body)
        assert answer.status == 400, (name, body[name], answer)
        assert name in answer.error
