"""Files, read and compared with the schema."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from test.support.deploy import EVERYTHING, MODEL
from test.support.openapi import ROOT
from ubiops import deploy
from ubiops.deploy import _schema

DOCUMENT: Dict[str, Any] = {
    "users": [{"email": "maria@example.com", "password": "Blue-Kettle-42", "name": "Maria"}],
    "organizations": [{"name": "acme", "users": [{"email": "maria@example.com"}]}],
    "projects": [{"name": "demo", "organization_name": "acme", **EVERYTHING}],
}


def load(folder: Path, document: Any, **environ: str) -> deploy.Declaration:
    file = folder / "deployment.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return deploy.load(file, environ)


def test_a_file_is_read(tmp_path: Path) -> None:
    declaration = load(tmp_path, DOCUMENT)
    assert declaration.path == tmp_path / "deployment.json"
    assert declaration.projects == DOCUMENT["projects"]


def test_yaml_is_read_and_packages_are_looked_for_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text(
        "projects:\n- name: ${P}\n  models:\n  - {name: m, input_type: plain, output_type: plain, description: ,\n"
        "     versions: [{version: v1, package: a/b}, {version: v2, package: /c}, {version: v3}]}\n"
        "  schedules:\n"
    )
    (project,) = deploy.load(str(file), {"P": "demo"}).projects
    assert project["name"] == "demo"
    assert "schedules" not in project
    (model,) = project["models"]
    assert "description" not in model
    assert [version.get("package") for version in model["versions"]] == [str(tmp_path / "a" / "b"), "/c", None]


def test_aliases_of_yaml_are_written_out(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    model = "{input_type: plain, output_type: plain, versions: &versions [{version: v1}]"
    file.write_text(
        f"projects:\n- name: p\n  models:\n  - {model}, name: a}}\n  - &b {{name: b, input_type: plain, "
        "output_type: plain, versions: *versions}\n"
    )
    first, second = deploy.load(file, {}).projects[0]["models"]
    assert first["versions"] == second["versions"] == [{"version": "v1"}]


def test_the_environment_of_the_process_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("P", "from-process")
    file = tmp_path / "d.json"
    file.write_text('{"projects": [{"name": "${P}"}]}')
    assert deploy.load(file).projects == [{"name": "from-process"}]


def test_null_counts_as_left_out_but_in_data(tmp_path: Path) -> None:
    schedule = {**EVERYTHING["schedules"][0], "timeout": None, "request_data": {"a": None}}
    model = {**MODEL, "examples": [{"name": None, "data": {"a": None}, "result": None}], "versions": None}
    (project,) = load(tmp_path, {"projects": [{"name": "p", "models": [model], "schedules": [schedule]}]}).projects
    assert project["schedules"] == [{**EVERYTHING["schedules"][0], "request_data": {"a": None}}]
    assert project["models"] == [{**MODEL, "examples": [{"data": {"a": None}}]}]
    assert load(tmp_path, {"projects": None}).projects == []


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        ("", [], "the file: must be an object with named fields"),
        ("more", 1, "more: is unknown; possible: users, organizations, projects"),
        ("projects", {}, "projects: must be a list"),
        ("projects.0", "demo", "projects[0]: must be an object with named fields"),
        ("projects.0.name", "Demo", "projects[0].name: must match ^[a-z][a-z0-9-]*$"),
        ("projects.0.name", "a" * 65, "projects[0].name: must have at most 64 characters, and has 65"),
        ("projects.0.name", "", "projects[0].name: must not be empty"),
        ("projects.0.models.0.input_type", "text", "projects[0].models[0].input_type: must be structured or plain or"),
        ("projects.0.models.0.versions.0.memory_allocation", 1, "memory_allocation: must be 256 to 32768"),
        ("projects.0.models.0.versions.0.minimum_instances", -1, "minimum_instances: must be at least 0"),
        ("projects.0.models.0.versions.0.memory_allocation", "512", "memory_allocation: must be an integer"),
        ("projects.0.models.0.versions.0.memory_allocation", True, "memory_allocation: must be an integer"),
        ("projects.0.models.0.versions.0.version", 1, "version: must be text (in quotes, if it looks like something"),
        ("projects.0.environment_variables.1.secret", "yes", "environment_variables[1].secret: must be true or false"),
        ("projects.0.credentials.0.configuration.port", 5432, "credentials[0].configuration.port: must be text"),
        ("projects.0.credentials.0.type", None, "projects[0].credentials[0]: type is missing"),
        ("projects.0.service_users.0.roles.1.object_name", None, "roles[1]: object_name is missing, which object_type"),
        ("projects.0.models.0.examples.0.datum", 1, "models[0].examples[0].datum: is unknown; possible: name, data,"),
        ("projects.1", {"name": "demo"}, "projects[1]: demo occurs more than once"),
        ("projects.0.models.1", MODEL, "projects[0].models[1]: churn occurs more than once"),
        (
            "projects.0.models.0.versions.1",
            {"version": "v1"},
            "projects[0].models[0].versions[1]: v1 occurs more than once",
        ),
        (
            "projects.0.pipelines.0.attachments.1",
            EVERYTHING["pipelines"][0]["attachments"][0],
            "pipelines[0].attachments[1]: pipeline_start -> score occurs more than once",
        ),
        ("projects.0.service_users.0.roles.2", {"role": "scorer"}, "roles[2]: scorer occurs more than once"),
        ("projects.0.name", "${MISSING}", "projects[0].name: the environment has no variable MISSING"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path: Path, place: str, value: Any, problem: str) -> None:
    with pytest.raises(deploy.DeclarationException) as refused:
        load(tmp_path, changed(DOCUMENT, place.split("."), value))
    first = str(refused.value).splitlines()[0]
    assert first.startswith("deployment.json: ")
    assert problem in first


def changed(document: Any, place: List[str], value: Any) -> Any:
    """Return a document with another value in a place."""
    if place == [""]:
        return value
    document = copy.deepcopy(document)
    inner = document
    for step in place[:-1]:
        inner = inner[int(step) if isinstance(inner, list) else step]
    last: Any = place[-1]
    if isinstance(inner, list):
        inner[int(last) : int(last) + 1] = [value]
    else:
        inner[last] = value
    return document


def test_all_problems_are_told(tmp_path: Path) -> None:
    with pytest.raises(deploy.DeclarationException) as refused:
        load(tmp_path, {"projects": [{"name": "A"}, {"nom": "b"}]})
    assert str(refused.value).splitlines() == [
        "deployment.json: projects[0].name: must match ^[a-z][a-z0-9-]*$",
        "deployment.json: projects[1].nom: is unknown; possible: "
        + ", ".join(_schema.load()["$defs"]["ProjectCreate"]["properties"]),
        "deployment.json: projects[1]: name is missing",
    ]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("d.json", "{", "d.json: is not JSON: "),
        ("d.yaml", "a: [", "d.yaml: is not YAML: "),
        ("d.toml", "", "d.toml: must be called .json, .yaml or .yml"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, text: str, problem: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(deploy.DeclarationException) as refused:
        deploy.load(tmp_path / name)
    assert str(refused.value).startswith(problem)


# The schema


VALIDATOR = Draft202012Validator(_schema.load())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(_schema.load())
    assert list(VALIDATOR.iter_errors(DOCUMENT)) == []


def test_editors_take_what_is_not_filled_in_yet() -> None:
    for place in ("projects.0.name", "projects.0.models.0.input_type", "projects.0.models.0.description"):
        assert list(VALIDATOR.iter_errors(changed(DOCUMENT, place.split("."), "${NAME}"))) == []
    assert list(VALIDATOR.iter_errors(changed(DOCUMENT, ["projects", "0", "name"], "NAME"))) != []


def test_the_seed_file_of_the_guide_fits() -> None:
    import yaml

    text = (ROOT / "docs" / "emulator.md").read_text(encoding="utf-8")
    seed = text.partition("# seed.yaml\n")[2].partition("```")[0]
    assert list(_schema.problems(yaml.safe_load(seed))) == []
    assert list(VALIDATOR.iter_errors(yaml.safe_load(seed))) == []


def places(value: Any, path: Tuple[str, ...] = ()) -> Iterator[Tuple[str, ...]]:
    """Give the way to everything in a document."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from places(each, (*path, str(key)))


VALUES = st.sampled_from(
    ["", "x", "Demo", "a" * 300, "structured", "model", "${NAME} or not", 0, -1, 256, 70000, 1.5, True, [], [1], {}]
)


@given(place=st.sampled_from([path for path in places(DOCUMENT) if path]), value=VALUES, extra=st.booleans())
def test_our_check_agrees_with_that_of_others(place: Tuple[str, ...], value: Any, extra: bool) -> None:
    document = changed(DOCUMENT, [*place[:-1], "extra"] if extra and not place[-1].isdigit() else [*place], value)
    # `${NAME}` is what editors see before it is filled in, and we after.
    expected = list(VALIDATOR.iter_errors(document)) != []
    assert (list(_schema.problems(document)) != []) is expected or (value == "${NAME} or not" and not expected)
