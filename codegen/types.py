"""From JSON Schema to the names of Python types."""

from __future__ import annotations

from typing import Any, Dict, List

Json = Dict[str, Any]

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
DATES = {"date-time": "datetime", "date": "date"}


def _kinds(schema: Json) -> List[str]:
    kinds = schema.get("type", [])
    return [kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null"]


def _alternatives(schema: Json) -> List[Json]:
    options: List[Json] = schema.get("anyOf") or schema.get("oneOf") or []
    return [option for option in options if option.get("type") != "null"]


def model_name(schema: Json) -> str:
    """Return the name of the model that a schema refers to, or an empty text."""
    reference: str = schema.get("$ref", "")
    return reference.rpartition("/")[2]


def type_name(schema: Json) -> str:
    """Return a type in the notation of `openapi_types`: ``list[ModelList]``."""
    if "$ref" in schema:
        return model_name(schema)
    options = _alternatives(schema)
    if options:
        return type_name(options[0]) if len(options) == 1 else "object"
    kinds = _kinds(schema)
    if len(kinds) != 1:
        return "object"
    if kinds[0] == "array":
        return f"list[{type_name(schema.get('items', {}))}]"
    if kinds[0] == "object":
        return f"dict(str, {_value_type(schema)})" if _is_dict(schema) else "object"
    return DATES.get(schema.get("format", ""), SCALARS[kinds[0]])


def _is_dict(schema: Json) -> bool:
    return "properties" in schema or "additionalProperties" in schema


def _value_type(schema: Json) -> str:
    values = schema.get("additionalProperties")
    return type_name(values) if isinstance(values, dict) else "object"


def annotation(schema: Json) -> str:
    """Return a type as a Python annotation: ``List[ModelList]``."""
    return _annotate(type_name(schema))


def _annotate(name: str) -> str:
    if name.startswith("list["):
        return f"List[{_annotate(name[5:-1])}]"
    if name.startswith("dict("):
        return f"Dict[str, {_annotate(name[len('dict(str, ') : -1])}]"
    return {"object": "Any", "datetime": "datetime.datetime", "date": "datetime.date"}.get(name, name)


def body_annotation(schema: Json) -> str:
    """Return the annotation of a request body: models or dicts, alone or in sequences."""
    names = dict.fromkeys(name for option in _alternatives(schema) or [schema] for name in _body_names(option))
    return next(iter(names)) if len(names) == 1 else f"Union[{', '.join(names)}]"


def _body_names(schema: Json) -> List[str]:
    if "$ref" in schema:
        return [model_name(schema), "Mapping[str, Any]"]
    if schema.get("type") == "array":
        return [f"Sequence[{body_annotation(schema['items'])}]"]
    if schema.get("type") == "object":
        return ["Mapping[str, Any]"]
    return [_annotate(type_name(schema))]
