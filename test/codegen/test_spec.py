from __future__ import annotations

import re
from typing import List, Optional

import pytest

import ubiops
from codegen import spec
from test.support.names import documented


def schema(api: spec.Api, name: str) -> spec.Schema:
    (found,) = [schema for schema in api.schemas if schema.name == name]
    return found


def hint(api: spec.Api, schema_name: str, field_name: str) -> str:
    (found,) = [field for field in schema(api, schema_name).fields if field.name == field_name]
    return found.optional_hint


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("object_type", 'Optional[Union[Literal["model", "pipeline"], str]]'),
        ("request_data", "Any"),
        ("timeout", "Optional[int]"),
    ],
)
def test_a_hint_shows_the_documented_choices_and_takes_any_text(api: spec.Api, field: str, expected: str) -> None:
    assert hint(api, "ScheduleCreate", field) == expected


@pytest.mark.parametrize(
    ("name", "demanded", "by_keyword"),
    [
        ("ModelVersionCreate", ["version"], None),
        ("ModelCreate", ["name", "input_type", "output_type"], "input_type"),  # behind description
        ("OrganizationUserCreate", ["email"], None),  # the client has a default for admin
        ("ModelUpdate", [], None),
    ],
)
def test_a_constructor_demands_what_has_no_default(
    api: spec.Api, name: str, demanded: List[str], by_keyword: Optional[str]
) -> None:
    assert list(schema(api, name).demanded) == demanded
    assert schema(api, name).first_by_keyword == by_keyword


def test_what_is_given_out_has_its_id_and_what_is_sent_may_have_one(api: spec.Api) -> None:
    assert [field.name for field in schema(api, "ModelList").fields if field.identifies] == ["id"]
    assert [field.name for field in schema(api, "LogsCreate").fields if field.identifies] == []


@documented
def test_fourteen_operations_take_names_in_another_order_than_their_path(api: spec.Api) -> None:
    swapped = [operation for operation in api.operations if operation.swapped]
    assert len(swapped) == 14
    for operation in swapped:
        assert re.search("give them by keyword", getattr(ubiops.CoreApi, operation.name).__doc__), operation.name
