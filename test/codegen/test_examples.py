from __future__ import annotations

import ast
from typing import Dict

import pytest

import ubiops
from codegen import examples, spec


@pytest.fixture(scope="module")
def snippets(api: spec.Api) -> Dict[str, str]:
    return examples.snippets(api)


def test_there_is_one_program_for_each_operation_that_compiles(snippets: Dict[str, str]):
    assert len(snippets) == 125
    for program in snippets.values():
        ast.parse(program)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("projects_create", "data=ubiops.ProjectCreate("),
        ("models_create", "ubiops.ModelInputFieldCreate("),  # models inside of models
        ("pipelines_update", "data={'name':"),  # the model would ask for what an update may leave out
        ("model_versions_update", "data={'version':"),  # the model would add a language, and with it a new build
        ("model_requests_create", "data={'"),  # the keys are the user's
        ("blobs_create", "file='photo.jpg'"),
        ("model_versions_file_upload", "file='package.zip'"),
        ("blobs_get", "response.stream()"),
        ("projects_delete", "\n    api.projects_delete(project_name='demo')\n"),
        ("service_users_token", "service_user_id='4b7f0c96-2d5e-4a18-8e3f-91a6c0d27b54')"),  # a body is of no use
    ],
)
def test_a_program_shows_what_a_user_would_write(snippets: Dict[str, str], name: str, part: str):
    assert part in snippets[name]


def test_arguments_come_in_the_order_of_the_signature(snippets: Dict[str, str]):
    for name, program in snippets.items():
        (call,) = [
            node
            for node in ast.walk(ast.parse(program))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
        ]
        given = [keyword.arg for keyword in call.keywords]
        signature = getattr(ubiops.CoreApi, name).__wrapped__.__code__.co_varnames
        assert given == [parameter for parameter in signature if parameter in given]
