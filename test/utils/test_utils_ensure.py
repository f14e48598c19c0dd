"""Models, versions and environment variables made as they are declared."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Dict, Iterator, List

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from test.support.utils import before, called
from ubiops import utils
from ubiops.emulator import Emulator
from ubiops.utils import Change

MODEL: Dict[str, Any] = {
    "name": "churn",
    "description": "who leaves",
    "input_type": "structured",
    "input_fields": [{"name": "months", "data_type": "int"}, {"name": "country", "data_type": "string"}],
    "output_type": "plain",
}
VERSION = {"version": "v1", "language": "python3.8", "memory_allocation": 512}
PATHS: List[Dict[str, Any]] = [{}, {"model_name": "churn"}, {"model_name": "churn", "version": "v1"}]
LEVELS = ["project", "model", "model_version"]


@pytest.fixture
def api(emulator: Emulator) -> Iterator[ubiops.CoreApi]:
    """A client of an emulator that holds an empty project."""
    api = emulator.core_api()
    with api.api_client:
        yield api
    emulator.reset()


@pytest.fixture
def furnished(api: ubiops.CoreApi) -> ubiops.CoreApi:
    """The same, with a model and a version."""
    api.models_create("demo", MODEL)
    api.model_versions_create("demo", "churn", VERSION)
    return api


def test_a_model_is_created_then_left_then_changed(emulator: Emulator, api: ubiops.CoreApi) -> None:
    created = utils.ensure_model(api, "demo", MODEL)
    assert (created.action, created.resource) == ("created", api.models_get("demo", "churn"))
    assert created.changes == [Change(name, None, MODEL[name]) for name in MODEL]
    again = utils.ensure_model(api, "demo", MODEL)
    assert (again.action, again.changes, again.resource) == ("unchanged", [], created.resource)
    changed = utils.ensure_model(api, "demo", {**MODEL, "description": "who stays"})
    assert (changed.action, changed.changes) == ("updated", [Change("description", "who leaves", "who stays")])
    assert changed.resource == api.models_get("demo", "churn")
    assert changed.resource is not None
    assert changed.resource.description == "who stays"


def test_an_instance_of_the_client_declares_the_same(api: ubiops.CoreApi) -> None:
    fields = [ubiops.ModelInputFieldCreate(name="months", data_type="int")]
    model = ubiops.ModelCreate(name="churn", input_type="structured", input_fields=fields, output_type="plain")
    created = utils.ensure_model(api, "demo", model)
    assert [change.field for change in created.changes] == ["name", "input_type", "output_type", "input_fields"]
    assert utils.ensure_model(api, "demo", model).action == "unchanged"
    present = api.models_get("demo", "churn")
    assert utils.ensure_model(api, "demo", present).action == "unchanged"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"input_fields": MODEL["input_fields"][::-1]},
        {"output_fields": []},
        {"description": None},
    ],
    ids=["order", "empty", "none"],
)
def test_what_means_the_same_is_equal(furnished: ubiops.CoreApi, change: Dict[str, Any]) -> None:
    assert utils.ensure_model(furnished, "demo", {**MODEL, **change}).action == "unchanged"


def test_what_is_empty_may_be_shown_as_null(api: ubiops.CoreApi) -> None:
    plain = {"name": "m", "input_type": "plain", "output_type": "plain"}
    api.models_create("demo", plain)
    assert utils.ensure_model(api, "demo", {**plain, "description": "", "input_fields": []}).action == "unchanged"


@pytest.mark.parametrize("dry_run", [False, True])
def test_types_and_fields_of_a_model_cannot_be_changed(
    emulator: Emulator, furnished: ubiops.CoreApi, dry_run: bool
) -> None:
    fields = [{"name": "months", "data_type": "double"}]
    other = {
        **MODEL,
        "description": "new",
        "output_type": "structured",
        "input_fields": fields,
        "output_fields": fields,
    }
    with pytest.raises(utils.UnchangeableException) as refused:
        utils.ensure_model(furnished, "demo", other, dry_run=dry_run)
    assert [change.field for change in refused.value.changes] == ["input_fields", "output_type", "output_fields"]
    assert "cannot change the model churn in place: input_fields: [{'name': 'months', 'data_type': 'int'}" in str(
        refused.value
    )
    assert "create a model of another name" in str(refused.value)
    assert furnished.models_get("demo", "churn").description == "who leaves"
    assert called(emulator)[-2:] == ["models_get", "models_get"]


def test_a_dry_run_changes_nothing(emulator: Emulator, api: ubiops.CoreApi) -> None:
    planned = utils.ensure_model(api, "demo", MODEL, dry_run=True)
    assert (planned.action, len(planned.changes), planned.resource) == ("created", 5, None)
    version = utils.ensure_model_version(api, "demo", "churn", VERSION, dry_run=True)
    assert (version.action, len(version.changes), version.resource) == ("created", 3, None)
    assert api.models_list("demo") == []
    utils.ensure_model(api, "demo", MODEL)
    planned = utils.ensure_model(api, "demo", {**MODEL, "description": "new"}, dry_run=True)
    assert (planned.action, planned.resource) == ("updated", api.models_get("demo", "churn"))
    assert called(emulator).count("models_create") == 1
    assert "models_update" not in called(emulator)


def test_a_version_is_created_then_left_then_changed(emulator: Emulator, furnished: ubiops.CoreApi) -> None:
    declared = {"version": "v2", "memory_allocation": 512}
    assert utils.ensure_model_version(furnished, "demo", "churn", declared).action == "created"
    assert utils.ensure_model_version(furnished, "demo", "churn", declared).action == "unchanged"
    more = {**declared, "memory_allocation": 1024, "minimum_instances": 0, "maximum_idle_time": 60}
    changed = utils.ensure_model_version(furnished, "demo", "churn", more)
    assert changed.changes == [Change("memory_allocation", 512, 1024), Change("maximum_idle_time", 300, 60)]
    present = furnished.model_versions_get("demo", "churn", "v2")
    assert (present, present.memory_allocation, present.maximum_idle_time) == (changed.resource, 1024, 60)
    assert called(emulator).count("model_versions_update") == 1


def test_an_instance_declares_its_default_language(furnished: ubiops.CoreApi) -> None:
    result = utils.ensure_model_version(furnished, "demo", "churn", ubiops.ModelVersionCreate(version="v1"))
    assert result.changes == [Change("language", "python3.8", "python3.7")]


@pytest.mark.parametrize(
    ("data", "error", "text"),
    [
        ([], ubiops.ApiTypeError, "takes a `ModelCreate` or a mapping of its fields, not list"),
        ({**MODEL, "fields": []}, ubiops.ApiValueError, "`ModelCreate` has no field fields; its fields are name"),
        ({"name": "m"}, ubiops.ApiValueError, "`ModelCreate.input_type`: it is required"),
        ({**MODEL, "input_fields": "months"}, ubiops.ApiTypeError, "input_fields: takes a list of `ModelInputField"),
        ({**MODEL, "input_fields": [1]}, ubiops.ApiTypeError, "takes a `ModelInputFieldCreate` or a mapping"),
        ({**MODEL, "input_fields": [{"name": "a"}]}, ubiops.ApiValueError, "`ModelInputFieldCreate.data_type`"),
        ({**MODEL, "input_fields": MODEL["input_fields"] * 2}, ubiops.ApiValueError, "name months occurs more than"),
    ],
)
def test_what_is_no_model_is_refused_before_anything_is_sent(
    emulator: Emulator, api: ubiops.CoreApi, data: Any, error: Any, text: str
) -> None:
    with pytest.raises(error, match=text):
        utils.ensure_model(api, "demo", data)
    assert called(emulator) == []


def test_what_somebody_else_creates_meanwhile_is_read_again(emulator: Emulator, api: ubiops.CoreApi) -> None:
    other = emulator.core_api()
    with other.api_client:
        before(api, "POST", "/models", lambda: other.models_create("demo", {**MODEL, "description": "theirs"}))
        result = utils.ensure_model(api, "demo", MODEL)
        assert result.changes == [Change("description", "theirs", "who leaves")]
        before(api, "POST", "/versions", lambda: other.model_versions_create("demo", "churn", VERSION))
        assert utils.ensure_model_version(api, "demo", "churn", VERSION).action == "unchanged"
    assert api.models_get("demo", "churn").description == "who leaves"


def test_a_conflict_means_the_same(serve: Serve, connect: Connect) -> None:
    theirs = {**MODEL, "output_fields": [], "project": "demo", "description": None}
    server = serve(Reply(404), Reply(409), Reply(200, theirs), Reply(200, {**theirs, "description": "who leaves"}))
    result = utils.ensure_model(connect(server), "demo", MODEL)
    assert result.changes == [Change("description", None, "who leaves")]
    assert [request.method for request in server.requests] == ["GET", "POST", "GET", "PATCH"]
    assert server.requests[-1].json == {"description": "who leaves"}


def test_many_at_once_make_one(emulator: Emulator, api: ubiops.CoreApi) -> None:
    emulator.fail("latency", "models_create", seconds=0.1)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: utils.ensure_model(api, "demo", MODEL), range(8)))
    assert sorted(result.action for result in results) == ["created"] + ["unchanged"] * 7


def test_what_the_service_refuses_to_create_is_raised(api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.BadRequestException, match="structured input needs at least one field"):
        utils.ensure_model(api, "demo", {**MODEL, "input_fields": []})
    with pytest.raises(ubiops.NotFoundException, match="No model 'churn'"):
        utils.ensure_model_version(api, "demo", "churn", VERSION)


def test_a_run_that_broke_is_gone_on_with(emulator: Emulator, api: ubiops.CoreApi) -> None:
    emulator.fail("truncate", "models_create", count=1)
    with pytest.raises(ubiops.TransportException):
        utils.ensure_model(api, "demo", MODEL)
    assert utils.ensure_model(api, "demo", MODEL).action == "unchanged"


def test_a_result_shows_what_was_done(api: ubiops.CoreApi) -> None:
    utils.ensure_model(api, "demo", MODEL)
    assert repr(utils.ensure_model(api, "demo", MODEL)) == "<EnsureResult unchanged: no change>"
    changed = utils.ensure_model(api, "demo", {**MODEL, "description": "who\nstays"})
    assert repr(changed) == r"<EnsureResult updated: description: 'who leaves' -> 'who\nstays'>"


VARIABLES: List[Dict[str, Any]] = [
    {"name": "REGION", "value": "north"},
    {"name": "EMPTY", "value": ""},
    {"name": "API_KEY", "value": "0f3a9c", "secret": True},
]


def own(api: ubiops.CoreApi, kind: str, path: Dict[str, Any]) -> Dict[str, Any]:
    """Return name and value of what a level defines itself."""
    listed: Callable[..., Any] = getattr(api, f"{kind}_environment_variables_list")
    rows = [each for each in listed("demo", **path) if getattr(each, "inheritance_type", None) is None]
    return {each.name: "secret" if each.secret else each.value for each in rows}


@pytest.mark.parametrize(("kind", "path"), list(zip(LEVELS, PATHS)), ids=LEVELS)
def test_variables_of_each_level(
    emulator: Emulator, furnished: ubiops.CoreApi, kind: str, path: Dict[str, Any]
) -> None:
    for above in PATHS[: LEVELS.index(kind)]:  # what is inherited does not count
        utils.ensure_environment_variables(furnished, "demo", [{"name": "REGION", "value": "above"}], **above)
    made = utils.ensure_environment_variables(furnished, "demo", VARIABLES, **path)
    assert made.action == "updated"
    assert made.changes == [
        Change("REGION", None, "north"),
        Change("EMPTY", None, ""),
        Change("API_KEY", None, "***"),
    ]
    assert [each.name for each in made.resource or ()] == ["REGION", "EMPTY", "API_KEY"]
    assert own(furnished, kind, path) == {"REGION": "north", "EMPTY": "" if not path else None, "API_KEY": "secret"}
    again = utils.ensure_environment_variables(furnished, "demo", VARIABLES, **path)
    assert (again.action, again.changes) == ("unchanged", [])

    changed = [{"name": "REGION", "value": "south"}, VARIABLES[2]]
    planned = utils.ensure_environment_variables(furnished, "demo", changed, prune=True, dry_run=True, **path)
    assert own(furnished, kind, path)["REGION"] == "north"
    done = utils.ensure_environment_variables(furnished, "demo", changed, prune=True, **path)
    assert done.changes == planned.changes == [Change("REGION", "north", "south"), Change("EMPTY", "", None)]
    assert own(furnished, kind, path) == {"REGION": "south", "API_KEY": "secret"}
    assert sorted(each.name for each in done.resource or ()) == ["API_KEY", "REGION"]


def test_what_is_not_declared_stays(api: ubiops.CoreApi) -> None:
    utils.ensure_environment_variables(api, "demo", VARIABLES)
    result = utils.ensure_environment_variables(api, "demo", [])
    assert (result.action, len(result.resource or ())) == ("unchanged", 3)


def test_a_secret_is_sent_again_only_when_asked_for(emulator: Emulator, api: ubiops.CoreApi) -> None:
    secret = ubiops.EnvironmentVariableCreate(name="API_KEY", value="0f3a9c", secret=True)
    utils.ensure_environment_variables(api, "demo", [secret])
    secret.value = "77bd10"
    assert utils.ensure_environment_variables(api, "demo", [secret]).action == "unchanged"
    assert "project_environment_variables_update" not in called(emulator)
    result = utils.ensure_environment_variables(api, "demo", [secret], update_secrets=True)
    assert result.changes == [Change("API_KEY", "***", "***")]
    assert called(emulator)[-1] == "project_environment_variables_update"
    assert "77bd10" not in repr(result)


def test_a_variable_becomes_secret_and_never_readable(emulator: Emulator, api: ubiops.CoreApi) -> None:
    utils.ensure_environment_variables(api, "demo", [{"name": "KEY", "value": "a"}, {"name": "PIN", "value": "1234"}])
    secrets = [{"name": "KEY", "value": "b", "secret": True}, {"name": "PIN", "value": "1234", "secret": True}]
    result = utils.ensure_environment_variables(api, "demo", secrets)
    assert result.changes == [
        Change("KEY.secret", False, True),
        Change("KEY", "***", "***"),
        Change("PIN.secret", False, True),
    ]
    readable = [{"name": "NEW", "value": "x"}, {"name": "KEY", "value": "b"}]
    with pytest.raises(utils.UnchangeableException, match="environment variable KEY in place"):
        utils.ensure_environment_variables(api, "demo", readable)
    assert own(api, "project", {}) == {"KEY": "secret", "PIN": "secret"}
    gone = utils.ensure_environment_variables(api, "demo", [], prune=True)
    assert gone.changes == [Change("KEY", "***", None), Change("PIN", "***", None)]
    assert gone.resource == []


@pytest.mark.parametrize(
    ("variables", "path", "error", "text"),
    [
        (
            [{"name": "A", "value": 5}],
            {},
            ubiops.ApiTypeError,
            "VariableCreate.value`: must be text, not int",
        ),
        ([{"name": "A"}], {}, ubiops.ApiTypeError, "value of the variable A must be a text, not NoneType"),
        ([VARIABLES[0]] * 2, {}, ubiops.ApiValueError, "variables: the name REGION occurs more than once"),
        (VARIABLES, {"version": "v1"}, ubiops.ApiValueError, "`version` needs `model_name`"),
    ],
)
def test_variables_that_cannot_be_are_refused_before_anything_is_sent(
    emulator: Emulator, api: ubiops.CoreApi, variables: Any, path: Any, error: Any, text: str
) -> None:
    with pytest.raises(error, match=text):
        utils.ensure_environment_variables(api, "demo", variables, **path)
    assert called(emulator) == []


def test_a_dry_run_needs_neither_model_nor_version(api: ubiops.CoreApi) -> None:
    result = utils.ensure_environment_variables(api, "demo", VARIABLES, model_name="m", version="v", dry_run=True)
    assert (result.action, len(result.changes), result.resource) == ("updated", 3, None)
    with pytest.raises(ubiops.NotFoundException):
        utils.ensure_environment_variables(api, "demo", VARIABLES, model_name="m", version="v")


def test_a_variable_that_somebody_else_makes_or_removes_meanwhile(emulator: Emulator, api: ubiops.CoreApi) -> None:
    other = emulator.core_api()
    theirs = {"name": "REGION", "value": "theirs", "secret": False}
    with other.api_client:
        before(
            api, "POST", "/environment-variables", lambda: other.project_environment_variables_create("demo", theirs)
        )
        made = utils.ensure_environment_variables(api, "demo", VARIABLES[:1])
        assert made.changes == [Change("REGION", "theirs", "north")]
        assert own(api, "project", {}) == {"REGION": "north"}
        (variable,) = api.project_environment_variables_list("demo")

        def remove() -> None:
            other.project_environment_variables_delete("demo", id=variable.id)

        before(api, "DELETE", f"/{variable.id}", remove)
        assert utils.ensure_environment_variables(api, "demo", [], prune=True).resource == []
