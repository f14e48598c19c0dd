"""Comparing a document with `schema.json`, which is generated from the specification of the API."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping

Schema = Dict[str, Any]

_TYPES: Mapping[str, Any] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "object": dict,
    "string": str,
}
_IN_WORDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "an integer",
    "object": "an object with named fields",
    "string": "text (in quotes, if it looks like something else)",
}


@lru_cache(maxsize=1)
def load() -> Schema:
    """Return the schema that comes with the package."""
    schema: Schema = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return schema


def problems(document: Any) -> Iterator[str]:
    """Give what is wrong in a document whose `${NAME}`s are filled in: the place, and what would be right.

    No value is ever part of the text.
    """
    for place, problem in _problems(document, load(), ""):
        yield f"{place.lstrip('.') or 'the file'}: {problem}"


Problems = Iterator["tuple[str, str]"]


def _problems(value: Any, schema: Schema, place: str) -> Problems:
    if "$ref" in schema:
        schema = load()["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:  # the other one is a `${NAME}` that is not filled in, for editors
        schema = schema["anyOf"][0]
    kind = schema.get("type")
    if kind is None:
        return
    if not isinstance(value, _TYPES[kind]) or (kind == "integer" and isinstance(value, bool)):
        yield place, f"must be {_IN_WORDS[kind]}"
    elif kind == "object":
        yield from _object(value, schema, place)
    elif kind == "array":
        for index, each in enumerate(value):
            yield from _problems(each, schema["items"], f"{place}[{index}]")
    elif kind == "string":
        yield from _text(value, schema, place)
    elif kind == "integer" and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        least, most = schema["minimum"], schema.get("maximum")
        yield place, f"must be at least {least}" if most is None else f"must be {least} to {most}"


def _object(value: Mapping[str, Any], schema: Schema, place: str) -> Problems:
    fields: Mapping[str, Schema] = schema.get("properties", {})
    others = schema["additionalProperties"]
    for key, each in value.items():
        if key in fields:
            yield from _problems(each, fields[key], f"{place}.{key}")
        elif others is False:
            yield f"{place}.{key}", f"is unknown; possible: {', '.join(fields)}"
        else:
            yield from _problems(each, others, f"{place}.{key}")
    for key in schema.get("required", ()):
        if key not in value:
            yield place, f"{key} is missing"
    for key, needed in schema.get("dependentRequired", {}).items():
        for other in needed:
            if key in value and other not in value:
                yield place, f"{other} is missing, which {key} needs"


def _text(value: str, schema: Schema, place: str) -> Problems:
    if "enum" in schema and value not in schema["enum"]:
        yield place, f"must be {' or '.join(schema['enum'])}"
    if len(value) < schema.get("minLength", 0):
        yield place, "must not be empty"
    if len(value) > schema.get("maxLength", len(value)):
        yield place, f"must have at most {schema['maxLength']} characters, and has {len(value)}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield place, f"must match {schema['pattern']}"
