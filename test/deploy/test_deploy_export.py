"""The file of what is there: what it says, and that a plan of it finds nothing to do."""

from __future__ import annotations

import json
import sys
import zipfile
from typing import Any, Dict, Iterator, List, Mapping

import pytest

from test.support.deploy import EVERYTHING, MODEL, Folder, with_version
from ubiops import ApiClient, Configuration, CoreApi, NotFoundException
from ubiops.deploy import DeclarationException, Export, apply, export, load, plan
from ubiops.deploy.__main__ import main
from ubiops.emulator import Emulator
from ubiops.utils import MissingExtraException, package_digest

ODD = 'it\'s ${HOME}, $${HOME} and ${}\n  two: lines # of "YAML"\n\tand a tab \N{SNOWMAN} \x85\n\n'


def todo(api: CoreApi, exported: Export) -> List[str]:
    """Return what a plan of an exported file would do; its secrets are whatever they are."""
    planned = plan(api, load(exported.path, dict.fromkeys(exported.variables, "whatever")))
    return [str(step) for step in planned.steps if step.action != "unchanged"] + planned.left


def content(exported: Export) -> Dict[str, Any]:
    """Return the project of an exported file of JSON."""
    [project] = json.loads(exported.path.read_text(encoding="utf-8"))["projects"]
    return dict(project)


@pytest.fixture
def everything(folder: Folder, api: CoreApi) -> Iterator[Dict[str, Any]]:
    """A project with one of everything."""
    model = EVERYTHING["models"][0]
    version = {**model["versions"][0], "package": folder.package()}
    whole = {**EVERYTHING, "models": [{**model, "versions": [version, {"version": "empty"}]}]}
    folder.apply(whole)
    yield whole


@pytest.mark.parametrize("packages", [False, True])
@pytest.mark.parametrize("name", ["out.yaml", "out.yml", "out.json"])
@pytest.mark.usefixtures("everything")
def test_a_plan_of_what_was_exported_finds_nothing_to_do(
    api: CoreApi, folder: Folder, name: str, packages: bool
) -> None:
    exported = export(api, folder.path / name, project_names=[folder.project], packages=packages)
    assert exported.path == folder.path / name
    assert exported.projects == [folder.project]
    assert exported.notes == []
    assert todo(api, exported) == []


@pytest.mark.usefixtures("everything")
def test_what_was_exported_makes_the_same_elsewhere(api: CoreApi, folder: Folder) -> None:
    first = export(api, folder.path / "first.json", project_names=[folder.project], packages=True)
    with Emulator(deliver=False) as other:
        elsewhere = other.core_api()
        with elsewhere.api_client:
            declaration = load(first.path, dict.fromkeys(first.variables, "whatever"))
            apply(elsewhere, plan(elsewhere, declaration))
            again = export(elsewhere, folder.path / "again.json", project_names=[folder.project])
    there = content(first)
    package = there["models"][0]["versions"][0].pop("package")
    assert package == f"packages/{folder.project}/churn/v1.zip"
    assert package_digest(folder.path / package) == package_digest(folder.path / "package")
    assert content(again) == there


def test_what_is_declared_is_exported(api: CoreApi, folder: Folder, everything: Mapping[str, Any]) -> None:
    exported = content(export(api, folder.path / "out.json", project_names=[folder.project]))
    assert list(exported) == ["name", "organization_name", *EVERYTHING]
    assert exported["environment_variables"] == [
        {"name": "REGION", "value": "north"},
        {"name": "KEY", "value": "${KEY}", "secret": True},
    ]
    assert exported["roles"] == everything["roles"]
    [credentials] = exported["credentials"]
    assert credentials["configuration"]["host"] == "localhost"
    assert credentials["configuration"]["password"] == "${LOGIN_PASSWORD}"
    [connector] = exported["connectors"]
    assert connector["input_fields"] == everything["connectors"][0]["input_fields"]
    [model] = exported["models"]
    assert {key: model[key] for key in MODEL} == MODEL
    assert [version["version"] for version in model["versions"]] == ["v1", "empty"]
    assert model["versions"][0]["description"] == "the first"
    assert exported["service_users"] == everything["service_users"]
    assert exported["schedules"][0]["request_data"] == {"months": 3}


def test_secrets_of_the_same_name_get_a_variable_each(api: CoreApi, folder: Folder) -> None:
    def secret(name: str) -> List[Dict[str, Any]]:
        return [{"name": name, "value": "s3cret-value", "secret": True}]

    models = [{**MODEL, "name": name, "environment_variables": secret("KEY")} for name in ("a", "a-b", "a_b")]
    folder.apply({"environment_variables": [*secret("KEY"), *secret("ALONE")], "models": models})
    exported = export(api, folder.path / "out.yaml", project_names=[folder.project])
    project = folder.project.upper().replace("-", "_")
    assert sorted(exported.variables) == sorted(
        ["ALONE", f"{project}_KEY", f"{project}_A_KEY", f"{project}_A_B_KEY", f"{project}_A_B_KEY_2"]
    )
    assert "s3cret" not in exported.path.read_text(encoding="utf-8")
    assert todo(api, exported) == []


def test_texts_stay_as_they_are(api: CoreApi, folder: Folder) -> None:
    declared = {
        "environment_variables": [{"name": "ODD", "value": ODD.replace("${", "$${")}, {"name": "EMPTY", "value": ""}],
        "models": [{**MODEL, "name": "- $${a}: b #", "description": "null"}],
    }
    folder.apply(declared)
    for name in ("out.yaml", "out.json"):
        exported = export(api, folder.path / name, project_names=[folder.project])
        assert exported.variables == []
        [project] = load(exported.path, {}).projects
        assert project["environment_variables"][0]["value"] == ODD
        assert todo(api, exported) == []


def test_names_of_packages_lead_nowhere_else(api: CoreApi, folder: Folder) -> None:
    folder.apply(
        {
            "models": [
                {**MODEL, "name": "..a:b\N{SNOWMAN}", "versions": [{"version": ".v", "package": folder.package()}]}
            ]
        }
    )
    exported = export(api, folder.path / "out.json", project_names=[folder.project], packages=True)
    [zipped] = folder.path.rglob("*.zip")
    assert zipped.relative_to(folder.path / "packages" / folder.project).as_posix() == "%2E.a%3Ab%E2%98%83/%2Ev.zip"
    assert zipfile.ZipFile(zipped).namelist() == ["model_package/model.py"]
    assert todo(api, exported) == []


def test_projects_that_the_token_sees(api: CoreApi, folder: Folder) -> None:
    exported = export(api, folder.path / "out.json")
    assert {"demo", folder.project} <= set(exported.projects)
    assert exported.projects == [project.name for project in api.projects_list()]


@pytest.mark.usefixtures("everything")
def test_what_the_token_may_not_see_is_noted(api: CoreApi, emulator: Emulator, folder: Folder) -> None:
    made = api.service_users_create(folder.project, {"name": "reader"})
    permissions = ["projects.get", "models.list", "models.get"]
    api.roles_create(folder.project, {"name": "modest", "permissions": permissions})
    api.role_assignments_create(folder.project, {"user_id": made.id, "role": "modest"})
    configuration = Configuration(host=emulator.host, api_key={"Authorization": f"Token {made.token}"})
    with ApiClient(configuration) as client:
        exported = export(CoreApi(client), folder.path / "out.json", project_names=[folder.project])
    assert list(content(exported)) == ["name", "organization_name", "models"]
    ending = "left out, since this token may not see them"
    assert f"{folder.project}/roles: {ending}" in exported.notes
    assert f"{folder.project}/models/churn/versions: {ending}" in exported.notes
    assert todo(api, exported) == []


def test_service_users_that_a_file_cannot_tell_apart_are_noted(api: CoreApi, folder: Folder) -> None:
    users = [api.service_users_create(folder.project, {"name": name} if name else {}) for name in ("bot", "bot", "")]
    api.service_users_create(folder.project, {"name": "alone"})
    exported = export(api, folder.path / "out.json", project_names=[folder.project])
    assert content(exported)["service_users"] == [{"name": "alone"}]
    assert exported.notes == [
        f"{folder.project}/service_users: left out {users[0].id}, which is called bot, as another is",
        f"{folder.project}/service_users: left out {users[1].id}, which is called bot, as another is",
        f"{folder.project}/service_users: left out {users[2].id}, which is without a name",
    ]


def test_a_file_that_is_there_stays(api: CoreApi, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder.path / "deployment.json"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="there already"):
        export(api, file, project_names=[folder.project])
    assert main(["export", "deployment.json", "--project", folder.project]) == 1
    assert "there already" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"
    assert main(["export", "--project", folder.project, "--yes"]) == 0
    assert content(Export(file, [], [], [])) == {"name": folder.project, "organization_name": "emulator"}


def test_what_cannot_be_written(api: CoreApi, folder: Folder) -> None:
    with pytest.raises(DeclarationException, match=r"out\.txt: must be called \.json, \.yaml or \.yml"):
        export(api, folder.path / "out.txt")
    with pytest.raises(NotFoundException):
        export(api, folder.path / "out.json", project_names=["elsewhere"])
    assert list(folder.path.iterdir()) == []


def test_yaml_needs_a_library(api: CoreApi, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)  # not installed
    with pytest.raises(MissingExtraException, match=r'pip install "ubiops\[deploy\]"'):
        export(api, folder.path / "out.yaml")


def test_the_command_tells_what_is_needed(api: CoreApi, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    nameless = api.service_users_create(folder.project, {})
    folder.apply({**with_version(folder.package()), "environment_variables": EVERYTHING["environment_variables"]})
    assert main(["export", "out.yaml", "--project", folder.project, "--packages"]) == 0
    said = capsys.readouterr()
    note = f"{folder.project}/service_users: left out {nameless.id}, which is without a name"
    assert said.err.splitlines() == [note]
    assert said.out.splitlines() == [f"out.yaml: {folder.project}", "Secrets are for the environment to tell: KEY"]
    assert main(["export", "out.json", "--project", folder.project, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "path": "out.json",
        "projects": [folder.project],
        "variables": ["KEY"],
        "notes": [note],
    }
    assert main(["export", "empty.json", "--project", "demo"]) == 0
    assert capsys.readouterr().out.splitlines() == ["empty.json: demo"]
