"""The specification as the tests read it: from the file itself, not through the generator that they test."""

from __future__ import annotations

import datetime
import functools
import uuid
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Tuple

import dateutil.parser
import jsonschema
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SPEC = ROOT / "codegen" / "openapi.yaml"

FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: Any) -> bool:
    # The API writes a space for the T here and there, which RFC 3339 allows and its checkers do not.
    return not isinstance(value, str) or (":" in value and bool(dateutil.parser.isoparse(value.replace(" ", "T"))))


@FORMATS.checks("date", raises=ValueError)
def _is_day(value: Any) -> bool:
    return not isinstance(value, str) or bool(datetime.date.fromisoformat(value))


@FORMATS.checks("uuid", raises=ValueError)
def _is_uuid(value: Any) -> bool:
    return not isinstance(value, str) or str(uuid.UUID(value)) == value


class Operation(NamedTuple):
    """An operation of the specification, with references resolved."""

    id: str
    method: str
    path: str
    node: Dict[str, Any]
    parameters: List[Dict[str, Any]]

    def parameters_in(self, place: str) -> Dict[str, Dict[str, Any]]:
        """Return the parameters of the path, the query or the header by name."""
        return {parameter["name"]: parameter for parameter in self.parameters if parameter["in"] == place}

    @property
    def authenticated(self) -> bool:
        """Whether the operation needs a token."""
        return {} not in self.node.get("security", ())

    @property
    def body(self) -> Dict[str, Any]:
        """What the specification says about the request body; empty if there is none."""
        body: Dict[str, Any] = self.node.get("requestBody", {})
        return body

    @property
    def success(self) -> Tuple[int, Dict[str, Any]]:
        """The status of success, and the content of the answer by media type."""
        ((status, response),) = [item for item in self.node["responses"].items() if item[0].startswith("2")]
        return int(status), resolve(response).get("content", {})

    @property
    def returns(self) -> Dict[str, Any]:
        """The schema of the JSON answer; empty if there is none."""
        schema: Dict[str, Any] = self.success[1].get("application/json", {}).get("schema", {})
        return schema


@functools.lru_cache(maxsize=None)
def document() -> Any:
    """Return the whole specification."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(SPEC.read_text(encoding="utf-8"), Loader=loader)


def resolve(node: Any) -> Any:
    """Return a node of the specification, or the one that it refers to."""
    while "$ref" in node:
        target = document()
        for part in node["$ref"].split("/")[1:]:
            target = target[part]
        node = target
    return node


@functools.lru_cache(maxsize=None)
def operations() -> Dict[str, Operation]:
    """Return all operations by their id."""
    found = {}
    for path, item in document()["paths"].items():
        for method, node in item.items():
            if method != "parameters":
                parameters = [resolve(part) for part in (*item.get("parameters", ()), *node.get("parameters", ()))]
                found[node["operationId"]] = Operation(node["operationId"], method.upper(), path, node, parameters)
    return found


def schemas() -> Dict[str, Any]:
    """Return all schemas by name."""
    named: Dict[str, Any] = document()["components"]["schemas"]
    return named


@functools.lru_cache(maxsize=None)
def _closed_components() -> Any:
    return closed(document()["components"])


def closed(schema: Any) -> Any:
    """Return a schema under which objects have no other keys than those that are listed."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: part if key in ("example", "examples") else closed(part) for key, part in schema.items()}
    if isinstance(schema.get("properties"), dict) and "type" in schema:
        changed.setdefault("additionalProperties", False)
    return changed


def errors(value: Any, schema: Any) -> List[str]:
    """Return what is wrong with a value under a schema of the specification; unlisted keys are."""
    whole = {**closed(schema), "components": _closed_components()}
    validator = jsonschema.Draft202012Validator(whole, format_checker=FORMATS)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def examples(media: Dict[str, Any]) -> List[Tuple[str, Any]]:
    """Return the examples of a media type or a parameter, by their names."""
    given = [("example", media["example"])] if "example" in media else []
    return given + [(name, resolve(example)["value"]) for name, example in media.get("examples", {}).items()]


def all_examples(operation: Operation) -> Iterator[Tuple[str, Any, Any]]:
    """Return every example of an operation: where it stands, its value, its schema."""
    for parameter in operation.parameters:
        for name, value in examples(parameter):
            yield f"{parameter['name']} {name}", value, parameter["schema"]
    contents = {"request": operation.body.get("content", {})}
    contents.update({code: resolve(part).get("content", {}) for code, part in operation.node["responses"].items()})
    for where, content in contents.items():
        for media_type, media in content.items():
            for name, value in examples(media):
                yield f"{where} {media_type} {name}", value, media["schema"]
