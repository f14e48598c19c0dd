"""JSON schemas turned into checks with plain messages. Imported when the first body is checked."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from ..common.errors import quoted

_MOST = 100  # errors to choose from
_FORMATS = FormatChecker(formats=("date",))
_NOUNS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    # In the regular expressions of JSON Schema, unlike in Python's, $ does not match before a newline at the end.
    strict = pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(value, str) and not re.search(strict, value):
        yield ValidationError(f"must match {pattern}")


def _items(validator: Any, items: Any, value: Any, schema: Mapping[str, Any]) -> Iterator[ValidationError]:
    # Only one error is told: a list of millions of wrong items shall not make as many.
    if not isinstance(value, list) or len(value) > schema.get("maxItems", len(value)):
        return
    for index, item in enumerate(value):
        errors = list(validator.descend(item, items, path=index))
        if errors:
            yield from errors
            return


_PLAIN: Mapping[str, type] = {"object": dict, "string": str}

_Validator = extend(Draft202012Validator, {"pattern": _pattern, "items": _items})  # type: ignore[no-untyped-call]


def compile_schema(schema: Mapping[str, Any]) -> Callable[[Any], Optional[str]]:
    """Return a function that says what is wrong with a value, or None.

    Args:
        schema: a schema of JSON Schema 2020-12 without references.
    """
    validator = _Validator(schema, format_checker=_FORMATS)
    welcome = _welcome(schema)

    def check(value: Any) -> Optional[str]:
        if isinstance(value, welcome):
            return None
        errors = list(islice(validator.iter_errors(value), _MOST))
        return _message(_worst(errors)) if errors else None

    return check


def _welcome(schema: Mapping[str, Any]) -> Tuple[type, ...]:
    """Return types all of whose values pass, to spare the inputs of models, which may be large, a closer look."""
    branches = schema.get("anyOf", [schema])
    return tuple(
        kind for each in branches for name, kind in _PLAIN.items() if each.get("type") == name and _is_free(each)
    )


def _is_free(schema: Mapping[str, Any]) -> bool:
    """Tell whether a schema asks for nothing but perhaps a type."""
    properties = schema.get("properties", {}).values()
    return (
        schema.keys() <= {"type", "description", "properties", "additionalProperties"}
        and schema.get("additionalProperties", True) in (True, {})
        and all("type" not in each and _is_free(each) for each in properties)
    )


def _worst(errors: Sequence[ValidationError]) -> ValidationError:
    """Return the error to report: the outermost, and of alternatives that of the nearest miss."""
    error = min(errors, key=lambda each: len(each.absolute_path))
    if not error.context or error.validator not in ("anyOf", "oneOf"):
        return error
    branches: Dict[Any, List[ValidationError]] = {}
    for each in error.context:
        branches.setdefault(each.schema_path[0], []).append(each)
    # An alternative of another type altogether is not the one that was meant.
    meant = [branch for branch in branches.values() if not any(_wrong_type(each) for each in branch)]
    return _worst(min(meant, key=len)) if meant else error


def _wrong_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.path


def _message(error: ValidationError) -> str:
    place = ""
    for step in error.absolute_path:
        place += f"[{step}]" if isinstance(step, int) else f".{step[:80]}" if place else str(step)[:80]
    text = _complaint(error, f"{place}." if place else "")
    if error.validator in ("required", "additionalProperties", "dependentRequired"):
        return text
    return f"{place or 'the body'}: {text}"


def _complaint(error: ValidationError, prefix: str) -> str:
    kind = error.validator
    wanted: Any = error.validator_value
    value: Any = error.instance
    schema: Any = error.schema
    if kind == "required":
        return f"{prefix}{next(name for name in wanted if name not in value)}: is required"
    if kind == "additionalProperties" and wanted is False:
        known = ", ".join(sorted(schema.get("properties", {})))
        unknown = next(name for name in value if name not in schema.get("properties", {}))
        return f"{prefix}{str(unknown)[:80]}: is unknown; possible: {known or 'nothing'}"
    if kind == "dependentRequired":
        name, needed = next((n, m) for n, each in wanted.items() if n in value for m in each if m not in value)
        return f"{prefix}{needed}: is required together with {name}"
    if kind == "type":
        names = wanted if isinstance(wanted, list) else [wanted]
        return f"must be {' or '.join(_NOUNS[name] for name in names)}, not {quoted(value)}"
    if kind in ("anyOf", "oneOf"):
        types: List[str] = []
        for each in wanted:
            names = each.get("type", [])
            types += [name for name in (names if isinstance(names, list) else [names]) if name not in types]
        return (
            f"must be {' or '.join(_NOUNS[name] for name in types)}, not {quoted(value)}" if types else "is not valid"
        )
    if kind == "enum":
        return f"must be one of {', '.join(map(str, wanted))}, not {quoted(value)}"
    words = {
        "minimum": f"must be at least {wanted}, not {quoted(value)}",
        "maximum": f"must be at most {wanted}, not {quoted(value)}",
        "minLength": "may not be empty" if wanted == 1 else f"must have at least {wanted} characters",
        "maxLength": f"must have at most {wanted} characters",
        "minItems": "may not be empty" if wanted == 1 else f"must have at least {wanted} items",
        "maxItems": f"must have at most {wanted} items, not {len(value) if isinstance(value, list) else '?'};"
        " split it over several calls",
        "pattern": f"must match {wanted}, unlike {quoted(value)}",
        "format": f"must be a {wanted}, unlike {quoted(value)}",
    }
    return words.get(str(kind), error.message[:200])
