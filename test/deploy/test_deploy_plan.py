"""What a file says, planned and applied."""

from __future__ import annotations

import copy
from typing import Any, Callable, Dict, List, Tuple

import pytest

import ubiops
from test.support.deploy import EVERYTHING, MODEL, VERSION, Folder
from ubiops import deploy
from ubiops.emulator import Emulator

Content = Dict[str, Any]


def edited(edit: Callable[[Content], Any]) -> Content:
    """Return a project with one of each, changed in one place."""
    content = copy.deepcopy(EVERYTHING)
    edit(content)
    return content


@pytest.fixture
def everything(folder: Folder) -> Folder:
    """A folder whose project holds one of each."""
    folder.apply(EVERYTHING)
    return folder


def test_all_that_is_missing_is_made_in_the_order_of_what_needs_what(folder: Folder, api: ubiops.CoreApi) -> None:
    done = folder.apply(EVERYTHING)
    assert done == [
        "environment_variables updated",
        "roles/scorer created",
        "credentials/login created",
        "connectors/table created",
        "models/churn created",
        "models/churn/environment_variables updated",
        "models/churn/versions/v1 created",
        "models/churn/versions/v1/environment_variables updated",
        "pipelines/scoring created",
        "schedules/nightly created",
        "service_users/bot created",
    ]
    project = folder.project
    variables = api.model_version_environment_variables_list(project, "churn", "v1")
    assert {(each.name, each.value) for each in variables} == {
        ("LEVEL", "version"),
        ("REGION", "north"),
        ("KEY", None),
    }
    assert api.roles_get(project, "scorer").permissions == ["models.get", "models.list"]
    assert api.connectors_get(project, "table").credentials == "login"
    assert api.model_versions_get(project, "churn", "v1").memory_allocation == 256
    assert [each.name for each in api.pipeline_objects_list(project, "scoring")] == ["score", "store"]
    assert len(api.pipeline_object_attachments_list(project, "scoring")) == 2
    assert api.scheduled_requests_get(project, "nightly").request_data == {"months": 3}
    (bot,) = api.service_users_list(project)
    roles = api.role_assignments_per_user_list(project, bot.id)
    assert {(each.role, each.object_type) for each in roles} == {("scorer", "project"), ("model-viewer", "model")}


def test_the_second_time_nothing_is_to_be_done(everything: Folder, sent: List[str]) -> None:
    plan = everything.plan(EVERYTHING)
    assert (plan.changes, plan.problems, plan.left) == (False, [], [])
    assert str(plan) == "12 unchanged"
    assert everything.apply(EVERYTHING) == []
    assert set(sent) == {"GET"}


@pytest.mark.parametrize(
    ("edit", "todo", "changes"),
    [
        (
            lambda p: p["environment_variables"][0].update(value="south"),
            "environment_variables updated",
            [("REGION", "north", "south")],
        ),
        (
            lambda p: p["roles"][0].update(permissions=["models.get"]),
            "roles/scorer updated",
            [("permissions", ["models.get", "models.list"], ["models.get"])],
        ),
        (
            lambda p: p["credentials"][0]["configuration"].update(host="db"),
            "credentials/login updated",
            [("configuration.host", "localhost", "db")],
        ),
        (
            lambda p: p["connectors"][0]["configuration"].update(table="t2", schema="s"),
            "connectors/table updated",
            [("configuration.table", "t", "t2"), ("configuration.schema", None, "***")],
        ),
        (
            lambda p: p["models"][0].update(description="who stays"),
            "models/churn updated",
            [("description", "who leaves", "who stays")],
        ),
        (
            lambda p: p["models"][0]["environment_variables"].append({"name": "MORE", "value": "1"}),
            "models/churn/environment_variables updated",
            [("MORE", None, "1")],
        ),
        (
            lambda p: p["models"][0]["versions"][0].update(memory_allocation=512, description="other"),
            "models/churn/versions/v1 updated",
            [("description", "the first", "other"), ("memory_allocation", 256, 512)],
        ),
        (
            lambda p: p["models"][0]["versions"][0]["environment_variables"][0].update(secret=True),
            "models/churn/versions/v1/environment_variables updated",
            [("LEVEL.secret", False, True)],
        ),
        (
            lambda p: p["pipelines"][0].update(description="new"),
            "pipelines/scoring updated",
            [("description", "", "new")],
        ),
        (
            lambda p: (p["pipelines"][0]["objects"].pop(), p["pipelines"][0]["attachments"].pop()),
            "pipelines/scoring updated",
            [
                ("objects.store", {"reference_type": "connector", "reference_name": "table", "version": None}, None),
                (
                    "attachments.score -> store",
                    [{"source_field_name": "probability", "destination_field_name": "p"}],
                    None,
                ),
            ],
        ),
        (
            lambda p: p["schedules"][0].update(enabled=False, request_data={"months": 4}),
            "schedules/nightly updated",
            [("enabled", True, False), ("request_data", {"months": 3}, {"months": 4})],
        ),
        (
            lambda p: p["service_users"][0]["roles"].pop(0),
            "service_users/bot updated",
            [("roles.scorer", "scorer", None)],
        ),
    ],
    ids=lambda value: value.partition(" ")[0] if isinstance(value, str) else None,
)
def test_what_differs_is_changed(
    everything: Folder, edit: Callable[[Content], Any], todo: str, changes: List[Tuple[str, Any, Any]]
) -> None:
    content = edited(edit)
    assert everything.todo(content) == [todo]
    assert everything.changed(content) == changes
    assert everything.apply(content) == [todo]
    assert everything.todo(content) == []


def test_drift_is_undone(everything: Folder, api: ubiops.CoreApi) -> None:
    project = everything.project
    api.models_update(project, "churn", {"description": "by hand"})
    api.model_versions_update(project, "churn", "v1", {"maximum_instances": 3, "memory_allocation": 1024})
    api.pipeline_object_attachments_delete(
        project_name=project, pipeline_name="scoring", source_name="score", destination_name="store"
    )
    api.scheduled_requests_delete(project, "nightly")
    done = [
        "models/churn updated",
        "models/churn/versions/v1 updated",
        "pipelines/scoring updated",
        "schedules/nightly created",
    ]
    assert everything.apply(EVERYTHING) == done
    assert everything.todo(EVERYTHING) == []
    version = api.model_versions_get(project, "churn", "v1")
    assert (version.memory_allocation, version.maximum_instances) == (256, 3)  # nobody declared the second


def test_what_is_renamed_is_made_and_what_is_no_longer_named_stays(everything: Folder, api: ubiops.CoreApi) -> None:
    def rename(content: Content) -> None:
        content["models"][0].update(name="churn-2")
        content["models"][0]["versions"][0].update(version="v2")
        content["environment_variables"].pop(0)
        content["schedules"][0].update(object_name="churn-2", version="v2")
        del content["pipelines"], content["service_users"]

    content = edited(rename)
    plan = everything.plan(content)
    assert plan.left == [
        f"{everything.project}/models/churn",
        f"{everything.project}/environment_variables/REGION",
    ]
    assert f"Not in the file, and left alone: {everything.project}/models/churn, " in str(plan)
    assert everything.apply(content) == [
        "models/churn-2 created",
        "models/churn-2/environment_variables updated",
        "models/churn-2/versions/v2 created",
        "models/churn-2/versions/v2/environment_variables updated",
        "schedules/nightly updated",
    ]
    schedule = api.scheduled_requests_get(everything.project, "nightly")
    assert (schedule.object_name, schedule.version, schedule.request_data) == ("churn-2", "v2", {"months": 3})
    assert api.models_get(everything.project, "churn").name == "churn"
    assert everything.todo(content) == []


def test_versions_that_are_no_longer_named_stay(everything: Folder) -> None:
    content = edited(lambda p: p["models"][0]["versions"][0].update(version="v2"))
    del content["pipelines"], content["schedules"], content["service_users"]
    assert everything.plan(content).left == [f"{everything.project}/models/churn/versions/v1"]


@pytest.mark.parametrize(
    ("edit", "address", "text"),
    [
        (lambda p: p["models"][0].update(output_type="plain", output_fields=[]), "models/churn", "output_type"),
        (lambda p: p["environment_variables"][1].update(secret=False), "environment_variables", "KEY.secret: True"),
        (lambda p: p["credentials"][0].update(type="mysql"), "credentials/login", "type: 'postgresql' -> 'mysql'"),
        (
            lambda p: p["connectors"][0]["input_fields"].append({"name": "q", "data_type": "int"}),
            "connectors/table",
            "pipelines/scoring/objects/store delivers to it",
        ),
        (
            lambda p: p["pipelines"][0]["objects"][0].update(reference_name="other"),
            "pipelines/scoring",
            "the object score",
        ),
        (
            lambda p: p["pipelines"][0]["attachments"][0].update(destination_name="nowhere"),
            "pipelines/scoring",
            "'nowhere' is no object",
        ),
        (lambda p: p["roles"][0].update(name="model-viewer"), "roles/model-viewer", "default role model-viewer"),
        (lambda p: p.update(organization_name="acme"), "", "belongs to the organization emulator, not to acme"),
    ],
    ids=["model", "variable", "credentials", "connector", "object", "attachment", "role", "project"],
)
def test_what_is_impossible_is_said_before_anything_is_done(
    everything: Folder, sent: List[str], edit: Callable[[Content], Any], address: str, text: str
) -> None:
    content = edited(edit)
    content["environment_variables"].append({"name": "NEW", "value": "1"})
    plan = everything.plan(content)
    (problem,) = plan.problems
    assert problem.address == f"{everything.project}/{address}".rstrip("/")
    assert text in problem.reason
    assert f"! {problem.address}: impossible ({problem.reason})" in str(plan)
    with pytest.raises(deploy.ApplyException, match="Nothing was done") as refused:
        everything.apply(content)
    assert refused.value.log == [f"{problem.address}: {problem.reason}"]
    assert set(sent) == {"GET"}


def test_fields_of_a_connector_change_while_no_pipeline_uses_it(folder: Folder) -> None:
    content = edited(lambda p: p.pop("pipelines"))
    folder.apply(content)
    content["connectors"][0]["input_fields"].append({"name": "q", "data_type": "int"})
    assert folder.apply(content) == ["connectors/table updated"]


def test_a_project_is_made_in_its_organization(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.remove()
    (problem,) = folder.plan({}).problems
    assert "say organization_name beside its name" in problem.reason
    content = {"organization_name": "emulator", "models": [MODEL], "service_users": [{"name": "bot"}]}
    assert folder.apply(content) == ["project created", "models/churn created", "service_users/bot created"]
    assert folder.todo(content) == []


def test_a_project_that_somebody_makes_meanwhile_is_taken(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.remove()
    plan = folder.plan({"organization_name": "emulator"})
    api.projects_create({"name": folder.project, "organization_name": "emulator"})
    deploy.apply(api, plan)


@pytest.mark.parametrize(
    ("target", "todo"),
    [
        ("models/churn/versions/v1", ["models/churn created", "models/churn/versions/v1 created"]),
        ("roles", ["roles/scorer created"]),
        ("environment_variables", ["environment_variables updated"]),
    ],
)
def test_a_target_is_what_is_below_it_and_what_it_stands_in(folder: Folder, target: str, todo: List[str]) -> None:
    content = edited(lambda p: p["models"][0]["versions"][0].pop("environment_variables"))
    assert folder.apply(content, targets=[f"{folder.project}/{target}"]) == todo
    assert folder.plan(content, targets=[f"{folder.project}/{target}"]).left == []


def test_several_targets(folder: Folder) -> None:
    targets = [f"{folder.project}/roles/scorer", f"{folder.project}/credentials"]
    assert folder.todo(EVERYTHING, targets=targets) == ["roles/scorer created", "credentials/login created"]
    with pytest.raises(deploy.DeclarationException, match=r"demo/models is not in the file; in it are deploy-"):
        folder.plan(EVERYTHING, targets=["demo/models"])


def test_secrets_that_are_there_are_sent_on_request(everything: Folder, api: ubiops.CoreApi) -> None:
    assert everything.todo(EVERYTHING, update_secrets=True) == [
        "environment_variables updated",
        "credentials/login updated",
    ]
    assert everything.changed(EVERYTHING, update_secrets=True) == [
        ("KEY", "***", "***"),
        ("configuration.password", "***", "***"),
    ]
    assert len(everything.apply(EVERYTHING, update_secrets=True)) == 2


def test_what_may_not_be_listed_is_not_missed(everything: Folder, emulator: Emulator, api: ubiops.CoreApi) -> None:
    role = {"name": "planner", "permissions": ["models.get", "projects.get"]}
    api.roles_create(everything.project, role)
    user = api.service_users_create(everything.project, {"name": "planner"})
    api.role_assignments_create(everything.project, {"user_id": user.id, "role": "planner"})
    configuration = emulator.configuration()
    configuration.api_key = {"Authorization": f"Token {str(user.token).replace('Token ', '')}"}
    with ubiops.ApiClient(configuration) as client:
        plan = deploy.plan(ubiops.CoreApi(client), everything.load({"models": [MODEL]}))
    assert (plan.changes, plan.left) == (False, [])


def test_several_projects_wait_for_builds_together(folder: Folder, api: ubiops.CoreApi) -> None:
    other = f"{folder.project}-b"
    declaration = folder.load({"models": [{**MODEL, "versions": [VERSION]}], "schedules": []})
    second = {**copy.deepcopy(declaration.projects[0]), "name": other, "organization_name": "emulator"}
    declaration.projects.append(second)
    plan = deploy.plan(api, declaration)
    assert [step.address for step in plan.steps] == [
        *(
            f"{name}{rest}"
            for name in (folder.project, other)
            for rest in ("", "/models/churn", "/models/churn/versions/v1")
        )
    ]
    api.projects_create({"name": other, "organization_name": "emulator"})
    api.projects_delete(other)


def test_a_pipeline_without_contents_keeps_what_it_has(everything: Folder) -> None:
    content = edited(lambda p: (p["pipelines"][0].pop("objects"), p["pipelines"][0].pop("attachments")))
    assert everything.todo(content) == []


def test_long_values_are_cut_in_the_text(folder: Folder) -> None:
    plan = folder.plan({"environment_variables": [{"name": "LONG", "value": "x" * 5000}]})
    assert len(str(plan)) < 500
    assert plan.to_dict()["steps"][1]["changes"] == [{"field": "LONG", "old": None, "new": "x" * 5000}]


def test_what_is_removed_is_shown_as_nothing(everything: Folder) -> None:
    content = edited(lambda p: p["service_users"][0]["roles"].pop(0))
    assert "roles.scorer: 'scorer' -> nothing" in str(everything.plan(content))


def test_an_empty_file_has_nothing_to_do(folder: Folder, api: ubiops.CoreApi) -> None:
    file = folder.path / "empty.json"
    file.write_text("{}")
    plan = deploy.plan(api, deploy.load(file))
    assert (str(plan), plan.steps) == ("nothing to do", [])


def test_what_a_call_refuses_stops_the_rest(folder: Folder) -> None:
    content = edited(lambda p: p["schedules"][0].update(schedule="never"))
    with pytest.raises(deploy.ApplyException, match=r"schedules/nightly: .*schedule.* \(400 Bad Request\)"):
        folder.apply(content)
    assert folder.apply(EVERYTHING) == ["schedules/nightly created", "service_users/bot created"]
