"""What may not be shown is not shown."""

from __future__ import annotations

import copy
import json
from typing import Any, Callable, Dict, List

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ubiops
from test.support.deploy import BROKEN_CODE, EVERYTHING, Folder, with_version
from ubiops import deploy
from ubiops.deploy._interpolation import Interpolated
from ubiops.deploy._secrets import Redactor, secrets

# Printable and not, quotes and lines: what other texts write in other ways. Not what any plan holds by itself.
SECRETS = st.text(st.sampled_from("äß§'\"\\\n\t€☃7Q"), min_size=8, max_size=30)
Edit = Callable[[Dict[str, Any], str], Any]
PLACES: List[Edit] = [
    lambda p, s: p["environment_variables"].append({"name": "PLAIN", "value": f"a{s}b"}),
    lambda p, s: p["environment_variables"][1].update(value=s),
    lambda p, s: p["models"][0]["environment_variables"].append({"name": "SECRET", "value": s, "secret": True}),
    lambda p, s: p["models"][0].update(description=s),
    lambda p, s: p["models"][0]["versions"][0].update(description=s),
    lambda p, s: p["credentials"][0]["configuration"].update(password=s),
    lambda p, s: p["credentials"][0]["configuration"].update(username=s),
    lambda p, s: p["connectors"][0]["configuration"].update(schema=s),
    lambda p, s: p["schedules"][0].update(request_data={"months": 3, "note": [s]}),
    lambda p, s: p["schedules"][0].update(request_data=s),
    lambda p, s: p["pipelines"][0].update(description=s),
    lambda p, s: p["models"][0]["examples"][0].update(data=s),
]
# Where a secret may stand as it is: these places are known to hold such.
LITERAL = (1, 2, 5)


def forms(secret: str) -> List[str]:
    """Return how a secret can stand in a text."""
    return [secret, repr(secret)[1:-1], json.dumps(secret)[1:-1], secret.encode("unicode_escape").decode()]


@given(secret=SECRETS, old=SECRETS, chosen=st.sets(st.integers(0, len(PLACES) - 1), min_size=1), literal=st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_plan_never_shows_a_secret(furnished: Folder, secret: str, old: str, chosen: Any, literal: bool) -> None:
    content = copy.deepcopy(EVERYTHING)
    for index in sorted(chosen):
        PLACES[index](content, secret if literal and index in LITERAL else "${SECRET}")
    declaration = furnished.load(content, SECRET=secret)
    for update_secrets in (False, True):
        plan = deploy.plan(furnished.api, declaration, update_secrets=update_secrets)
        shown = f"{plan}\n{json.dumps(plan.to_dict())}\n{json.dumps(plan.to_dict(), ensure_ascii=False)}\n{plan.steps}"
        assert [form for form in forms(secret) if form in shown] == []


@pytest.fixture(scope="module", params=["empty", "made"])
def furnished(request: pytest.FixtureRequest, api: ubiops.CoreApi, tmp_path_factory: Any) -> Any:
    """A project that holds nothing, and one that holds one of each."""
    folder = Folder(tmp_path_factory.mktemp("secrets"), api)
    if request.param == "made":
        folder.apply(EVERYTHING)
    yield folder
    folder.remove()


def test_what_replaces_a_value_is_not_shown_either(folder: Folder, api: ubiops.CoreApi) -> None:
    content = {"environment_variables": [{"name": "URL", "value": "${URL}"}]}
    deploy.apply(api, deploy.plan(api, folder.load(content, URL="postgres://first-secret")))
    plan = deploy.plan(api, folder.load(content, URL="postgres://second-secret"))
    assert "URL: '***' -> '${URL}'" in str(plan)
    assert "secret" not in str(plan) + json.dumps(plan.to_dict())
    deploy.apply(api, plan)
    (variable,) = api.project_environment_variables_list(folder.project)
    assert variable.value == "postgres://second-secret"


def test_names_of_the_environment_are_shown(folder: Folder, api: ubiops.CoreApi) -> None:
    content = {"roles": [{"name": "role-${SHA}", "permissions": []}]}
    plan = deploy.plan(api, folder.load(content, SHA="0f3a9c"))
    assert f"+ {folder.project}/roles/role-0f3a9c: created" in str(plan)


def test_logs_and_errors_are_without_secrets(folder: Folder, api: ubiops.CoreApi) -> None:
    code = f"import os\nprint('the key is', os.environ['KEY'])\n{BROKEN_CODE}"
    variables = [{"name": "KEY", "value": "${KEY}"}]
    content = with_version(folder.package(code), environment_variables=variables)
    with pytest.raises(deploy.ApplyException) as failed:
        deploy.apply(api, deploy.plan(api, folder.load(content, KEY="it-is-a-secret")))
    assert any("the key is ***" in line for line in failed.value.log)
    assert "it-is-a-secret" not in str(failed.value)


def test_reasons_are_without_secrets(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.apply(EVERYTHING)
    content = copy.deepcopy(EVERYTHING)
    content["environment_variables"][0]["value"] = "${URL}"
    content["pipelines"][0]["attachments"][0]["destination_name"] = "postgres://secret"
    (problem,) = deploy.plan(api, folder.load(content, URL="postgres://secret")).problems
    assert "destination_name '***' is no object" in problem.reason


def test_what_is_secret_of_a_file() -> None:
    document = {
        "a": [{"value": "v", "secret": True}, {"value": "w", "secret": False}, {"secret": True}],
        "b": {"configuration": {"p": "c", "q": 1}},
        "d": Interpolated("all of it", "${X}", ["it"]),
        "e": 1,
    }
    assert list(secrets(document)) == ["v", "c", "all of it", "it"]


def test_short_secrets_stay_in_texts_of_others() -> None:
    redact = Redactor(["short", "longer-secret", "longer-secret-still", "two\nlines here", 'a "quoted" ä'])
    assert redact("a short longer-secret-still, longer-secret") == "a short ***, ***"
    assert redact("two\\nlines here / lines here") == "*** / ***"
    assert redact('["a \\"quoted\\" \\u00e4", "a \\"quoted\\" ä"]') == '["***", "***"]'
