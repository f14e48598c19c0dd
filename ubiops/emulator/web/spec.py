"""The specification of the API: its operations, its routes, and the checks of what clients send."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ..common.errors import ApiError, bad_request
from ..common.importing import IMPORTING

Schema = Dict[str, Any]
BASE_PATH = "v2.1"

_VERBS = ("get", "post", "put", "patch", "delete")
# What the service offers beyond its published operations: the sign-in with a password.
_AUTHORIZE = {
    "operationId": "authorize",
    "security": [{}],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["email", "password"],
                    "properties": {"email": {"type": "string"}, "password": {"type": "string"}},
                }
            }
        },
    },
    "responses": {"200": {}},
}


@dataclass(frozen=True)
class Route:
    """One operation of the API.

    Attributes:
        id: operationId, e.g. `models_create`.
        path_parameters: names of the path parameters, in the order of the path.
        query, headers: schemas of the parameters there, by name.
        defaults: values of the query parameters that have one where none is sent.
        required: names of the query parameters that must be there.
        content: schemas of the request body by media type; empty for operations that use none.
        status: status of a successful answer.
        authenticated: whether a token is needed.
    """

    id: str
    path_parameters: Tuple[str, ...]
    query: Mapping[str, Schema]
    headers: Mapping[str, Schema]
    defaults: Mapping[str, Any]
    required: Tuple[str, ...]
    content: Mapping[str, Schema]
    status: int
    authenticated: bool


@dataclass
class _Node:
    """The routes below one place in the tree of paths."""

    fixed: Dict[str, _Node] = field(default_factory=dict)
    parameter: Optional[_Node] = None
    operations: Dict[str, Route] = field(default_factory=dict)


def _unknown() -> ApiError:
    return ApiError(404, f"No such path; the API is at /{BASE_PATH}")


def _needs_token(item: Mapping[str, Any]) -> bool:
    # Whoever has an account here can run code, so that strangers cannot sign up.
    return item["operationId"] == "user_create" or {} not in item.get("security", ())


class Specification:
    """The operations of an OpenAPI document, ready for matching and checking.

    Args:
        document: the parsed document. It is not changed.
        base: first segment of all paths.
    """

    def __init__(self, document: Mapping[str, Any], base: str = BASE_PATH) -> None:
        self._document = document
        self._base = base
        self._validators: Dict[Tuple[str, str], Callable[[Any], Optional[str]]] = {}
        self._root = _Node()
        self.operations: Dict[str, Route] = {}
        for path, item in document["paths"].items():
            for verb in _VERBS:
                if verb in item:
                    self._add(verb, path, item[verb], authenticated=_needs_token(item[verb]))

    def _add(self, verb: str, path: str, item: Mapping[str, Any], *, authenticated: bool) -> None:
        node, names = self._root, []
        for segment in filter(None, path.split("/")):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                node.parameter = node.parameter or _Node()
                node = node.parameter
            else:
                node = node.fixed.setdefault(segment, _Node())
        parameters = item.get("parameters", [])
        body = item.get("requestBody", {})
        if not body.get("required"):  # the one that may be left out is not used
            body = {}
        operation = Route(
            id=item["operationId"],
            path_parameters=tuple(names),
            query={p["name"]: p["schema"] for p in parameters if p["in"] == "query"},
            defaults={
                p["name"]: p["schema"]["default"] for p in parameters if p["in"] == "query" and "default" in p["schema"]
            },
            headers={p["name"]: p["schema"] for p in parameters if p["in"] == "header"},
            required=tuple(p["name"] for p in parameters if p["in"] == "query" and p.get("required")),
            content={media: each.get("schema", {}) for media, each in body.get("content", {}).items()},
            status=int(min(code for code in item["responses"] if code.startswith("2"))),
            authenticated=authenticated,
        )
        node.operations[verb.upper()] = self.operations[operation.id] = operation

    def match(self, verb: str, segments: Sequence[str]) -> Tuple[Route, Dict[str, str]]:
        """Find the operation of a call.

        Args:
            verb: `GET`, `POST`, ...
            segments: the decoded segments of the path, the base path included.

        Returns:
            The operation, and the values of its path parameters.

        Raises:
            ApiError: 404 for an unknown path, 405 for a verb that the path does not have.
        """
        if not segments or segments[0] != self._base:
            raise _unknown()
        node, values = self._root, []
        for segment in segments[1:]:
            fixed = node.fixed.get(segment)
            if fixed is not None:
                node = fixed
            elif node.parameter is not None:
                node = node.parameter
                values.append(segment)
            else:
                raise _unknown()
        if not node.operations:
            raise _unknown()
        if verb not in node.operations:
            allowed = ", ".join(sorted(node.operations))
            raise ApiError(405, f"{verb} is not possible here; possible: {allowed}", {"Allow": allowed})
        operation = node.operations[verb]
        return operation, dict(zip(operation.path_parameters, values))

    def check_body(self, operation: Route, media_type: str, body: Any) -> None:
        """Compare a request body with its schema.

        Raises:
            ApiError: 400 that names the field and what would be right.
        """
        key = (operation.id, media_type)
        if key not in self._validators:
            self._validators[key] = self._compile(operation.content[media_type])
        complaint = self._validators[key](body)
        if complaint is not None:
            raise bad_request(complaint)

    def _compile(self, schema: Schema) -> Callable[[Any], Optional[str]]:
        # Imported on first use: it takes longer than all the rest of the start.
        with IMPORTING:
            from .validation import compile_schema
        return compile_schema(self._inlined(schema))

    def _inlined(self, schema: Any) -> Any:
        """Replace references by what they refer to, and refuse properties that an object does not list."""
        if isinstance(schema, list):
            return [self._inlined(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            target: Any = self._document
            for name in schema["$ref"].split("/")[1:]:
                target = target[name]
            return self._inlined({**target, **{key: value for key, value in schema.items() if key != "$ref"}})
        # Examples may hold anything, also things that look like schemas.
        result = {key: self._inlined(value) for key, value in schema.items() if key not in ("example", "examples")}
        if isinstance(result.get("properties"), dict):
            result.setdefault("additionalProperties", False)
        return result


@lru_cache(maxsize=1)
def load() -> Specification:
    """Return the specification that comes with the package, read once."""
    text = (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")
    document = json.loads(text)
    document["paths"]["/authorize"] = {"post": _AUTHORIZE}
    return Specification(document)


def parameter(name: str, text: str, schema: Schema) -> Any:
    """Turn the text of a query or header parameter into its value.

    Booleans may be capitalised, as the published client sends them.

    Raises:
        ApiError: 400 that says what would be right.
    """
    kind = schema.get("type", "string")
    value: Any = text
    if kind == "boolean":
        if text.lower() not in ("true", "false"):
            raise bad_request(f"{name}: must be true or false")
        value = text.lower() == "true"
    elif kind == "integer":
        digits = text[1:] if text[:1] in ("-", "+") else text
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 10 and abs(int(text)) < 2**31):
            raise bad_request(f"{name}: must be an integer of 32 bits")
        value = int(text)
        low, high = schema.get("minimum"), schema.get("maximum")
        if (low is not None and value < low) or (high is not None and value > high):
            limits = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
            raise bad_request(f"{name}: must be {' and '.join(limits)}")
    elif len(text) < schema.get("minLength", 0):
        raise bad_request(f"{name}: may not be empty")
    allowed: List[Any] = schema.get("enum", [])
    if allowed and value not in allowed:
        raise bad_request(f"{name}: must be one of {', '.join(map(str, allowed))}")
    return value
