from __future__ import annotations

from typing import Any, Dict

import pytest

from codegen import types

REFERENCE = {"$ref": "#/components/schemas/ModelList"}


@pytest.mark.parametrize(
    ("schema", "name", "annotation"),
    [
        ({"type": "string"}, "str", "str"),
        ({"type": "integer"}, "int", "int"),
        ({"type": "number"}, "float", "float"),
        ({"type": "boolean"}, "bool", "bool"),
        ({"type": "string", "format": "date-time"}, "datetime", "datetime.datetime"),
        ({"type": "string", "format": "date"}, "date", "datetime.date"),
        ({"type": "string", "format": "uuid"}, "str", "str"),
        ({"type": ["string", "null"]}, "str", "str"),
        ({"type": ["string", "integer"]}, "object", "Any"),
        ({}, "object", "Any"),
        (REFERENCE, "ModelList", "ModelList"),
        ({"anyOf": [REFERENCE, {"type": "null"}]}, "ModelList", "ModelList"),
        ({"oneOf": [REFERENCE, {"type": "string"}]}, "object", "Any"),
        ({"type": "array", "items": REFERENCE}, "list[ModelList]", "List[ModelList]"),
        ({"type": "array"}, "list[object]", "List[Any]"),
        (
            {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "integer"}}},
            "list[dict(str, int)]",
            "List[Dict[str, int]]",
        ),
        ({"type": "object"}, "object", "Any"),
        ({"type": "object", "additionalProperties": True}, "dict(str, object)", "Dict[str, Any]"),
        ({"type": "object", "properties": {}}, "dict(str, object)", "Dict[str, Any]"),
    ],
)
def test_a_schema_becomes_a_type(schema: Dict[str, Any], name: str, annotation: str) -> None:
    assert types.type_name(schema) == name
    assert types.annotation(schema) == annotation


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        (REFERENCE, "Union[ModelList, Mapping[str, Any]]"),
        ({"anyOf": [REFERENCE, {"type": "string"}]}, "Union[ModelList, Mapping[str, Any], str]"),
        ({"anyOf": [REFERENCE, {"type": "object"}]}, "Union[ModelList, Mapping[str, Any]]"),
        ({"type": "array", "items": {"type": "string"}}, "Sequence[str]"),
        ({"type": "array", "items": REFERENCE}, "Sequence[Union[ModelList, Mapping[str, Any]]]"),
        ({"type": "object"}, "Mapping[str, Any]"),
        ({"type": "integer"}, "int"),
    ],
)
def test_a_body_may_be_made_of_models_or_dicts(schema: Dict[str, Any], annotation: str) -> None:
    assert types.body_annotation(schema) == annotation
