from __future__ import annotations

import ast
from typing import Dict

import pytest

import ubiops
from codegen import examples, spec
from test.support import openapi


@pytest.fixture(scope="module")
def snippets(api: spec.Api) -> Dict[str, str]:
    return examples.snippets(api)


def test_there_is_one_program_for_each_operation_that_compiles(snippets: Dict[str, str]) -> None:
    assert snippets.keys() == openapi.operations().keys()
    for program in snippets.values():
        ast.parse(program)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("projects_create", "data=ubiops.ProjectCreate("),
        ("models_create", "ubiops.ModelInputFieldCreate("),  # models inside of models
        ("organizations_update", "data=ubiops.OrganizationUpdate("),
        ("model_requests_create", "data={'"),  # the keys are the user's
        ("blobs_get", "response.stream()"),
        ("blobs_get", "\n    blob = api.blobs_create("),  # what the call works on is made first
        ("blobs_get", "blob_id=blob.id)"),
        ("projects_delete", '\n    api.projects_delete(project_name="abandoned")\n'),
        ("service_users_token", "service_user_id=service_user.id)"),  # a body is of no use
    ],
)
def test_a_program_shows_what_a_user_would_write(snippets: Dict[str, str], name: str, part: str) -> None:
    assert part in snippets[name]


def test_arguments_come_in_the_order_of_the_signature(snippets: Dict[str, str]) -> None:
    for name, program in snippets.items():
        (call,) = [
            node
            for node in ast.walk(ast.parse(program))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
        ]
        given = [keyword.arg for keyword in call.keywords]
        signature = getattr(ubiops.CoreApi, name).__wrapped__.__code__.co_varnames
        assert given == [parameter for parameter in signature if parameter in given]


def test_what_is_written_for_an_example_belongs_to_one(api: spec.Api) -> None:
    operations = {operation.name: operation for operation in api.operations}
    for name, needs in examples.needs().items():
        fields = {field.name for field in (*operations[name].required, *operations[name].optional)}
        assert needs.keys() <= {"before", *fields}, name
