"""codegen/openapi.yaml: valid, complete, and true to itself."""

from __future__ import annotations

import json
import re
from typing import Any, Iterator, Tuple

import pytest
from openapi_spec_validator import validate

from test.support import openapi

OPERATIONS = list(openapi.operations().values())

CHECKED = ("enum", "maximum", "maxLength", "minimum", "minLength")

each = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)


def nodes(value: Any, where: str = "") -> Iterator[Tuple[str, Any]]:
    """Return everything in a JSON value, with the path to it."""
    yield where, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from nodes(item, f"{where}/{key}")


def test_it_is_valid_openapi() -> None:
    validate(openapi.document())


def test_it_has_the_operations_and_the_models_of_the_published_client() -> None:
    published = json.loads((openapi.ROOT / "test" / "data" / "published_surface.json").read_text(encoding="utf-8"))
    assert openapi.operations().keys() == published["operations"].keys()
    assert openapi.schemas().keys() == published["models"].keys()


@each
def test_the_examples_of_an_operation_fit_their_schemas(operation: openapi.Operation) -> None:
    faults = {where: openapi.errors(value, schema) for where, value, schema in openapi.all_examples(operation)}
    assert {where: found for where, found in faults.items() if found} == {}


def test_examples_are_checked_for_keys_that_the_schema_lacks() -> None:
    (project,) = [schema for name, schema in openapi.schemas().items() if name == "ProjectUpdate"]
    assert openapi.errors({"name": "demo"}, project) == []
    assert openapi.errors({"nmae": "demo"}, project) != []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date-time", "2020-13-01T00:00:00Z"),
        ("date-time", "2020-02-30 10:00:00.1+00:00"),
        ("date-time", "2020-01-01"),
        ("date-time", "soon"),
        ("date", "2020-063-28"),
        ("date", "2020-02-30"),
        ("uuid", "9c1e5a3e-0d4f-4a86-b3c7"),
    ],
)
def test_examples_are_checked_for_impossible(kind: str, value: str) -> None:
    assert openapi.errors(value, {"type": "string", "format": kind}) != []


@each
def test_what_looks_like_a_date_in_an_example_is_one(operation: openapi.Operation) -> None:
    # Some fields hold dates as plain strings, without a format to check.
    for _, value, _ in openapi.all_examples(operation):
        for where, text in nodes(value):
            if isinstance(text, str) and re.match(r"\d{4}-\d+-\d+", text):
                kind = "date-time" if ":" in text else "date"
                assert openapi.errors(text, {"type": "string", "format": kind}) == [], where


@each
def test_an_operation_has_examples(operation: openapi.Operation) -> None:
    for parameter in operation.parameters:
        assert openapi.examples(parameter), parameter["name"]
    contents = [operation.body.get("content", {}), operation.success[1]]
    for content in contents:
        for media_type, media in content.items():
            assert openapi.examples(media) or media_type in ("multipart/form-data", "application/octet-stream")


@each
def test_an_operation_documents_its_errors(operation: openapi.Operation) -> None:
    documented = {int(code) for code in operation.node["responses"] if code >= "400"}
    expected = {429, 500}
    if operation.authenticated:
        expected |= {400, 401, 403}
    if operation.parameters_in("path"):
        expected |= {404}
    if operation.body.get("required"):
        expected |= {413}
    assert documented >= expected
    assert documented <= {400, 401, 403, 404, 413, 429, 500}
    for code in documented:
        media = openapi.resolve(operation.node["responses"][str(code)])["content"]["application/json"]
        assert media["schema"]["required"] == ["error"]
        for _, example in openapi.examples(media):
            assert isinstance(example["error"], str)


@each
def test_an_operation_is_described(operation: openapi.Operation) -> None:
    node = operation.node
    assert re.fullmatch(r"[A-Z].*[^.]", node["summary"])
    assert re.fullmatch(r"[A-Z`].*[.}`]", node["description"].strip(), re.DOTALL)
    texts = [response["description"] for response in map(openapi.resolve, node["responses"].values())]
    texts += [parameter["description"] for parameter in operation.parameters]
    texts += [operation.body["description"]] if operation.body else []
    for text in texts:
        assert re.fullmatch(r"[A-Z`].*\.", text.strip(), re.DOTALL), text


@pytest.mark.parametrize("name", sorted(openapi.schemas()))
def test_a_schema_and_its_fields_are_described(name: str) -> None:
    schema = openapi.schemas()[name]
    described = [schema, *schema["properties"].values()]
    for node in described:
        text = openapi.resolve(node)["description"].strip()
        assert re.fullmatch(r"[A-Z`].*\.", text, re.DOTALL), text


def test_every_schema_is_used() -> None:
    used = {
        value.rpartition("/")[2]
        for where, value in nodes(openapi.document())
        if where.endswith("/$ref") and "/schemas/" in value
    }
    assert used == set(openapi.schemas())


def test_every_component_is_used() -> None:
    used = {value for where, value in nodes(openapi.document()) if where.endswith("/$ref")}
    for kind in ("links", "parameters", "responses"):
        for name in openapi.document()["components"][kind]:
            assert f"#/components/{kind}/{name}" in used


def evaluated(value: Any, operation: openapi.Operation, answer: Any) -> Any:
    """Return a value of a link with its expressions replaced by what they stand for."""
    if isinstance(value, dict):
        return {key: evaluated(item, operation, answer) for key, item in value.items()}
    if isinstance(value, list):
        return [evaluated(item, operation, answer) for item in value]
    if not isinstance(value, str) or not value.startswith("$"):
        return value
    if value.startswith("$request.path."):
        return operation.parameters_in("path")[value[len("$request.path.") :]]["example"]
    assert value.startswith("$response.body#/"), value
    for key in value[len("$response.body#/") :].split("/"):
        answer = answer[int(key) if isinstance(answer, list) else key]
    return answer


@each
def test_a_link_tells_all_that_its_operation_needs(operation: openapi.Operation) -> None:
    response = operation.node["responses"][str(operation.success[0])]
    for name, reference in response.get("links", {}).items():
        link = openapi.resolve(reference)
        target = openapi.operations()[link["operationId"]]
        for _, answer in openapi.examples(operation.success[1]["application/json"]):
            parameters = evaluated(link.get("parameters", {}), operation, answer)
            assert set(parameters) == set(target.parameters_in("path")), name
            assert all(isinstance(value, str) and value for value in parameters.values()), name
            if "requestBody" in link:
                body = evaluated(link["requestBody"], operation, answer)
                assert openapi.errors(body, target.body["content"]["application/json"]["schema"]) == [], name


def test_what_is_created_can_be_fetched_changed_and_deleted_by_links() -> None:
    linked = {link["operationId"] for link in openapi.document()["components"]["links"].values()}
    without = {"organization", "projects_log", "user"}
    kinds = {re.sub("_create$", "", name) for name in openapi.operations() if name.endswith("_create")} - without
    for name in openapi.operations():
        kind, _, verb = name.rpartition("_")
        if kind in kinds and verb in ("get", "update", "delete"):
            assert name in linked


@each
def test_the_parameters_of_a_path_are_those_in_its_braces(operation: openapi.Operation) -> None:
    names = re.findall(r"{(\w+)}", operation.path)
    assert sorted(names) == sorted(operation.parameters_in("path"))
    assert all(parameter["required"] for parameter in operation.parameters_in("path").values())


def test_every_tag_is_declared_and_used() -> None:
    declared = [tag["name"] for tag in openapi.document()["tags"]]
    assert all(len(operation.node["tags"]) == 1 for operation in OPERATIONS)
    assert set(declared) == {operation.node["tags"][0] for operation in OPERATIONS}


@pytest.mark.parametrize("name", sorted(openapi.schemas()))
def test_what_the_client_checks_is_written_down_only_where_it_differs(name: str) -> None:
    schema = openapi.schemas()[name]
    for field, definition in schema["properties"].items():
        documented = {keyword: definition[keyword] for keyword in (*CHECKED, "pattern") if keyword in definition}
        if field in schema.get("required", ()):
            documented["required"] = True
        assert definition.get("x-client-checks") != documented, field
        assert set(definition.get("x-client-checks", ())) <= {"required", *CHECKED}, field
        assert "pattern" not in definition or "x-client-checks" in definition, f"{field}: the client checks no patterns"


@each
def test_the_client_checks_no_limits_of_parameters(operation: openapi.Operation) -> None:
    assert all("x-client-checks" not in parameter["schema"] for parameter in operation.parameters)


def test_no_text_holds_what_only_python_writes() -> None:
    strings = [(where, value) for where, value in nodes(openapi.document()) if isinstance(value, str)]
    values = [(where, value) for where, value in strings if re.search(r"/examples?(/|$)", where)]
    assert [pair for pair in values if pair[1] in ("None", "True", "False")] == []
    prose = [(where, value) for where, value in strings if where.endswith(("/description", "/summary"))]
    assert [pair for pair in prose if re.search(r"\bNone\b|`True`|`False`", pair[1])] == []


def test_the_texts_name_operations_and_models_that_exist() -> None:
    operation = re.compile(r"`([a-z_]+_(?:create|delete|get|list|update|upload|download|collect|request|token|usage))`")
    model = re.compile(r"`((?:[A-Z][a-z]+){2,})`")
    named = set()
    for where, value in nodes(openapi.document()):
        if where.endswith("/description") and isinstance(value, str):
            named |= {*operation.findall(value), *model.findall(value)}
    assert len(named) > 50
    assert named <= {*openapi.operations(), *openapi.schemas()}


@each
def test_a_default_fits_its_limits(operation: openapi.Operation) -> None:
    for parameter in operation.parameters:
        schema = parameter["schema"]
        if "default" in schema:
            assert openapi.errors(schema["default"], schema) == []


@pytest.mark.parametrize("name", sorted(openapi.schemas()))
def test_defaults_of_fields_fit_their_limits(name: str) -> None:
    for field in openapi.schemas()[name]["properties"].values():
        for key in ("default", "x-client-default"):
            if key in field:
                assert openapi.errors(field[key], field) == []
