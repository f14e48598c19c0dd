"""The specification, read into what the templates need."""

from __future__ import annotations

import dataclasses
import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

import yaml

from codegen.types import annotation, body_annotation, type_name

SPEC = Path(__file__).with_name("openapi.yaml")

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is eight times as fast

LIMITS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minimum": "minimum",
    "maximum": "maximum",
    "enum": "enum",
    "pattern": "pattern",
}
"""Keywords of JSON Schema, and what they are called here."""

Json = Dict[str, Any]


@dataclass(frozen=True)
class Argument:
    """A field of a schema, or a parameter: it becomes an argument.

    `required` and `limits` are what the API documents, `checks` what the client refuses to send. `identifies` tells
    the id of the object itself, which everything that the API gives out has.
    """

    name: str
    wire_name: str
    type: str
    annotation: str
    description: str
    required: bool
    limits: Dict[str, Any]
    checks: Dict[str, Any]
    default: Any
    client_default: Any
    secret: Union[bool, str]
    example: Any
    identifies: bool = False

    @property
    def hint(self) -> str:
        """The annotation, with the documented choices of a text; any other text is for the service to judge."""
        choices = self.limits.get("enum")
        if choices is None:
            return self.annotation
        words = ", ".join(f'"{choice}"' for choice in choices)
        return f"Union[Literal[{words}], {self.annotation}]"

    @property
    def optional_hint(self) -> str:
        """The annotation where the value may be None."""
        return self.hint if self.hint == "Any" else f"Optional[{self.hint}]"

    @property
    def notes(self) -> str:
        """What the API demands, in words."""
        return "; ".join(self._notes())

    @property
    def text(self) -> str:
        """The description, with what the API demands."""
        return f"{self.description} ({self.notes})" if self.notes else self.description

    def _notes(self) -> List[str]:
        limits = self.limits
        notes = ["required"] if self.required else []
        if "enum" in limits:
            notes.append("one of " + ", ".join(f"`{value}`" for value in limits["enum"]))
        else:
            notes += _range("", limits.get("minimum"), limits.get("maximum"))
            notes += _range(" characters", limits.get("min_length"), limits.get("max_length"))
        if self.default is not None:
            notes.append(f"default `{_json_word(self.default)}`")
        return notes


def _range(unit: str, low: Optional[int], high: Optional[int]) -> List[str]:
    if low is not None and low == high:
        return [f"{low}{unit}"]
    if low is not None and high is not None:
        return [f"{low} to {high}{unit}"]
    if low is not None:
        return ["not empty"] if unit and low == 1 else [f"at least {low}{unit}"]
    return [] if high is None else [f"at most {high}{unit}"]


def _json_word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Schema:
    """A schema, which becomes a model."""

    name: str
    module: str
    description: str
    fields: Tuple[Argument, ...]
    open: bool

    @property
    def demanded(self) -> Tuple[str, ...]:
        """The fields that have to be given."""
        return tuple(field.name for field in self.fields if field.required and field.client_default is None)

    @property
    def first_by_keyword(self) -> Optional[str]:
        """The first field that has to be given after one that may be left out, which it can only be by keyword."""
        leading = itertools.takewhile(lambda field: field.name in self.demanded, self.fields)
        return next((name for name in self.demanded[len(tuple(leading)) :]), None)


@dataclass(frozen=True)
class Endpoint:
    """An operation, which becomes a method."""

    name: str
    tag: str
    method: str
    path: str
    summary: str
    description: str
    path_parameters: Tuple[Argument, ...]
    query: Tuple[Argument, ...]
    header: Tuple[Argument, ...]
    body: Optional[Argument]
    file: Optional[Argument]
    returns: Optional[str]
    return_annotation: str
    return_description: str
    raw: bool
    authenticated: bool
    waits: Optional[Tuple[str, int]]
    request_example: Any
    success_status: int

    @property
    def required(self) -> Tuple[Argument, ...]:
        """Positional parameters, in order."""
        content = [parameter for parameter in (self.body, self.file) if parameter]
        return (*self.path_parameters, *self.required_query, *content)

    @property
    def required_query(self) -> Tuple[Argument, ...]:
        """Query parameters that must be there, in order."""
        return tuple(parameter for parameter in self.query if parameter.required)

    @property
    def optional(self) -> Tuple[Argument, ...]:
        """Keyword-only parameters, in order."""
        return tuple(parameter for parameter in (*self.query, *self.header) if not parameter.required)

    @property
    def swapped(self) -> bool:
        """Whether positions are in another order than the path, as in 2.1.0."""
        return re.findall(r"{(\w+)}", self.path) != [field.name for field in self.path_parameters]


@dataclass(frozen=True)
class Api:
    """The whole specification."""

    document: Json
    schemas: Tuple[Schema, ...]
    operations: Tuple[Endpoint, ...]
    tags: Tuple[Tuple[str, str], ...]


def load(path: Path = SPEC) -> Api:
    """Read the specification."""
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    schemas = tuple(_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    operations = [
        _operation(document, path_name, method, item)
        for path_name, item in document["paths"].items()
        for method in item
        if method != "parameters"
    ]
    tags = tuple((tag["name"], tag["description"]) for tag in document["tags"])
    return Api(document, schemas, tuple(sorted(operations, key=lambda operation: operation.name)), tags)


def module_name(schema_name: str) -> str:
    """Return the name of the module of a model: ``model_version_list`` for ``ModelVersionList``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", schema_name).lower()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _schema(name: str, schema: Json) -> Schema:
    required = schema.get("required", ())
    fields = tuple(
        _field(field_name, definition, required=field_name in required)
        for field_name, definition in schema["properties"].items()
    )
    if not name.endswith(("Create", "Update")):
        fields = tuple(dataclasses.replace(field, identifies=field.name == "id") for field in fields)
    is_open = bool(schema.get("additionalProperties"))
    return Schema(name, module_name(name), _one_line(schema["description"]), fields, is_open)


def _field(name: str, schema: Json, *, required: bool, description: str = "", example: Any = None) -> Argument:
    checked = schema.get("x-client-checks", {**schema, "required": required})
    return Argument(
        name=name.replace("-", "_"),
        wire_name=name,
        type=type_name(schema),
        annotation=annotation(schema),
        description=_one_line(description or schema.get("description", "")),
        required=required,
        limits=_limits(schema),
        checks={**({"required": True} if checked.get("required") else {}), **_limits(checked)},
        default=schema.get("default"),
        client_default=schema.get("x-client-default"),
        secret=schema.get("x-secret", schema.get("format") == "password"),
        example=example,
    )


def _limits(schema: Json) -> Dict[str, Any]:
    return {
        ours: tuple(schema[theirs]) if theirs == "enum" else schema[theirs]
        for theirs, ours in LIMITS.items()
        if theirs in schema
    }


def _resolve(document: Json, node: Json) -> Json:
    if "$ref" not in node:
        return node
    target: Any = document
    for part in node["$ref"].lstrip("#/").split("/"):
        target = target[part]
    return _resolve(document, target)


def _parameter(document: Json, node: Json) -> Tuple[str, Argument]:
    parameter = _resolve(document, node)
    field = _field(
        parameter["name"],
        parameter["schema"],
        required=parameter.get("required", False),
        description=parameter["description"],
        example=parameter.get("example"),
    )
    return parameter["in"], field


def _operation(document: Json, path: str, method: str, item: Json) -> Endpoint:
    node = item[method]
    parameters = [_parameter(document, part) for part in (*item.get("parameters", ()), *node.get("parameters", ()))]
    by_place = {
        place: tuple(field for where, field in parameters if where == place) for place in ("path", "query", "header")
    }
    body, file = _content(document, node.get("requestBody"))
    status, response = next((code, answer) for code, answer in node["responses"].items() if code < "400")
    content = response.get("content", {})
    raw = "application/octet-stream" in content
    schema = content.get("application/json", {}).get("schema")
    waits = node.get("x-holds-the-line")
    return Endpoint(
        name=node["operationId"],
        tag=node["tags"][0],
        method=method.upper(),
        path=path,
        summary=node["summary"],
        description=node["description"].strip(),
        path_parameters=by_place["path"],
        query=by_place["query"],
        header=by_place["header"],
        body=body,
        file=file,
        returns="file" if raw else type_name(schema) if schema else None,
        return_annotation="urllib3.HTTPResponse" if raw else annotation(schema) if schema else "None",
        return_description=_one_line(response["description"]),
        raw=raw,
        authenticated={} not in node.get("security", ()),
        waits=(waits, next(field.default for field in by_place["query"] if field.name == waits)) if waits else None,
        request_example=_first_example(node.get("requestBody", {}).get("content", {})),
        success_status=int(status),
    )


def _content(document: Json, request_body: Optional[Json]) -> Tuple[Optional[Argument], Optional[Argument]]:
    if request_body is None:
        return None, None
    required = request_body.get("required", False)
    description = _one_line(request_body["description"])
    content = request_body["content"]
    if "multipart/form-data" in content:
        schema = _resolve(document, content["multipart/form-data"]["schema"])
        ((name, part),) = schema["properties"].items()
        description = _one_line(part["description"])
        return None, Argument(name, name, "file", "File", description, required, {}, {}, None, None, False, None)
    schema = content["application/json"]["schema"]
    body_type = body_annotation(schema)
    if not required:
        body_type = f"Optional[{body_type}]"
    return Argument("data", "data", "object", body_type, description, required, {}, {}, None, None, False, None), None


def _first_example(content: Mapping[str, Any]) -> Any:
    examples = content.get("application/json", {}).get("examples", {})
    return next((example["value"] for example in examples.values()), None)
