"""What a file names, removed."""

from __future__ import annotations

import copy
from typing import List

import pytest

import ubiops
from test.support.deploy import EVERYTHING, MODEL, Folder
from ubiops import deploy


def destroyed(folder: Folder, plan: deploy.Plan) -> List[str]:
    """Carry out a plan; return what was done."""
    done: List[str] = []
    deploy.apply(folder.api, plan, on_step=lambda step: done.append(folder.brief(step)))
    return done


@pytest.fixture
def everything(folder: Folder) -> Folder:
    """A folder whose project holds one of each."""
    folder.apply(EVERYTHING)
    return folder


def test_all_that_is_named_goes_and_the_rest_stays(everything: Folder, api: ubiops.CoreApi) -> None:
    project = everything.project
    api.roles_create(project, {"name": "other", "permissions": []})
    api.project_environment_variables_create(project, {"name": "OTHER", "value": "1", "secret": False})
    plan = deploy.plan_destroy(api, everything.load(EVERYTHING))
    assert destroyed(everything, plan) == [
        "service_users/bot deleted",
        "schedules/nightly deleted",
        "pipelines/scoring deleted",
        "models/churn/versions/v1 deleted",
        "models/churn deleted",
        "connectors/table deleted",
        "credentials/login deleted",
        "roles/scorer deleted",
        "environment_variables deleted",
    ]
    for left in ("models", "pipelines", "connectors", "credentials", "scheduled_requests", "service_users"):
        assert getattr(api, f"{left}_list")(project) == []
    assert [each.name for each in api.roles_list(project) if not each.default] == ["other"]
    assert [each.name for each in api.project_environment_variables_list(project)] == ["OTHER"]
    assert not deploy.plan_destroy(api, everything.load(EVERYTHING)).changes


def test_what_goes_with_a_model_is_named(everything: Folder, api: ubiops.CoreApi) -> None:
    api.model_versions_create(everything.project, "churn", {"version": "v0"})
    plan = deploy.plan_destroy(api, everything.load(EVERYTHING))
    reason = f"with {everything.project}/models/churn/versions/v0, which the file does not name"
    assert f"- {everything.project}/models/churn: deleted ({reason})" in str(plan)


def test_what_is_used_by_what_stays_cannot_go(everything: Folder, api: ubiops.CoreApi) -> None:
    content = copy.deepcopy(EVERYTHING)
    del content["pipelines"]
    plan = deploy.plan_destroy(api, everything.load(content))
    problems = {step.address.partition("/")[2]: step.reason for step in plan.problems}
    assert list(problems) == ["models/churn/versions/v1", "models/churn", "connectors/table"]
    assert f"{everything.project}/pipelines/scoring/objects/score uses it, and stays" in problems["models/churn"]
    with pytest.raises(deploy.ApplyException, match="Nothing was done"):
        deploy.apply(api, plan)


def test_a_target_goes_without_what_it_stands_in(everything: Folder, api: ubiops.CoreApi) -> None:
    content = copy.deepcopy(EVERYTHING)
    content["models"].append({**MODEL, "name": "other", "versions": [{"version": "v1"}, {"version": "v2"}]})
    everything.apply(content)
    targets = [f"{everything.project}/models/other/versions/v2"]
    plan = deploy.plan_destroy(api, everything.load(content), targets=targets)
    assert destroyed(everything, plan) == ["models/other/versions/v2 deleted"]
    assert [each.version for each in api.model_versions_list(everything.project, "other")] == ["v1"]


def test_what_somebody_else_removes_meanwhile_is_gone(everything: Folder, api: ubiops.CoreApi) -> None:
    plan = deploy.plan_destroy(api, everything.load(EVERYTHING))
    other = deploy.plan_destroy(api, everything.load(EVERYTHING))
    assert len(destroyed(everything, plan)) == len(destroyed(everything, other)) == 9


def test_a_project_that_is_gone_has_nothing_to_remove(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.remove()
    plan = deploy.plan_destroy(api, folder.load(EVERYTHING))
    assert (plan.changes, plan.steps) == (False, [])
