"""Credentials, connectors, schedules, roles and service users made as they are declared."""

from __future__ import annotations

import itertools
from typing import Any, Callable, Dict, Iterator, List

import pytest

import ubiops
from test.support.utils import before
from ubiops import utils
from ubiops.emulator import Emulator
from ubiops.utils import Change

LOGIN: Dict[str, Any] = {
    "name": "login",
    "type": "postgresql",
    "configuration": {"username": "u", "password": "secret", "host": "localhost", "port": "1"},
}
TABLE: Dict[str, Any] = {
    "name": "table",
    "type": "postgresql",
    "credentials": "login",
    "configuration": {"database": "d", "table": "t"},
    "input_fields": [{"name": "p", "data_type": "double"}, {"name": "q", "data_type": "int"}],
}
BUCKET: Dict[str, Any] = {
    "name": "bucket",
    "type": "aws_s3",
    "credentials": "keys",
    "configuration": {"bucket": "b"},
    "input_fields": [],
}
KEYS: Dict[str, Any] = {
    "name": "keys",
    "type": "aws_s3",
    "configuration": {"access_key": "a", "secret_key": "s", "region": "eu-central-1"},
}
MODEL = {"name": "echo", "input_type": "plain", "output_type": "plain"}
SCHEDULE: Dict[str, Any] = {
    "name": "nightly",
    "object_type": "model",
    "object_name": "echo",
    "version": "v1",
    "schedule": "0 1 * * *",
    "request_data": "a",
}
ROLE = {"name": "reader", "permissions": ["models.list", "models.get"]}
BOT_ROLES = [{"role": "reader"}, {"role": "model-viewer", "object_type": "model", "object_name": "echo"}]
ENSURE: Dict[str, Callable[..., Any]] = {
    "credentials": utils.ensure_credentials,
    "connectors": utils.ensure_connector,
    "schedules": utils.ensure_schedule,
    "roles": utils.ensure_role,
}
DATA = {"credentials": LOGIN, "connectors": TABLE, "schedules": SCHEDULE, "roles": ROLE}
CASES = pytest.mark.parametrize("kind", list(ENSURE))

_numbers = itertools.count(1)


@pytest.fixture
def project(api: ubiops.CoreApi) -> Iterator[str]:
    """A project with a model of two versions and a pipeline, and with credentials."""
    name = f"others-{next(_numbers)}"
    api.projects_create({"name": name, "organization_name": "emulator"})
    api.models_create(name, MODEL)
    for version in ("v1", "v2"):
        api.model_versions_create(name, "echo", {"version": version})
    api.pipelines_create(name, {"name": "flow", "input_type": "plain"})
    yield name
    api.projects_delete(name)


@CASES
def test_what_is_missing_is_created_then_left(api: ubiops.CoreApi, project: str, kind: str) -> None:
    if kind == "connectors":
        api.credentials_create(project, LOGIN)
    data = DATA[kind]
    planned = ENSURE[kind](api, project, data, dry_run=True)
    assert (planned.action, planned.resource) == ("created", None)
    created = ENSURE[kind](api, project, data)
    assert (created.action, created.changes, created.resource.name) == ("created", planned.changes, data["name"])
    again = ENSURE[kind](api, project, data)
    assert (again.action, again.changes, again.resource.id) == ("unchanged", [], created.resource.id)


@CASES
def test_what_somebody_else_creates_meanwhile_is_changed(
    api: ubiops.CoreApi, project: str, kind: str, emulator: Emulator
) -> None:
    if kind == "connectors":
        api.credentials_create(project, LOGIN)
    with emulator.core_api().api_client as client:
        before(ubiops.CoreApi(client), "POST", f"/{kind}", lambda: ENSURE[kind](api, project, DATA[kind]))
        result = ENSURE[kind](ubiops.CoreApi(client), project, DATA[kind])
    assert (result.action, result.changes) == ("unchanged", [])


@CASES
def test_what_the_api_refuses_is_an_error(api: ubiops.CoreApi, project: str, kind: str) -> None:
    refused = {**DATA[kind], "name": "a/b" if kind in ("credentials", "connectors") else "A"}
    with pytest.raises((ubiops.BadRequestException, ubiops.ApiValueError)):
        ENSURE[kind](api, project, refused)


def test_protected_parameters_cannot_be_compared(api: ubiops.CoreApi, project: str) -> None:
    created = utils.ensure_credentials(api, project, LOGIN)
    parameters = ("username", "password", "host", "port")
    assert created.changes == [
        Change("name", None, "login"),
        Change("type", None, "postgresql"),
        *(Change(f"configuration.{name}", None, "***") for name in parameters),
    ]
    other = {**LOGIN, "configuration": {"password": "other-secret", "host": "db"}}
    result = utils.ensure_credentials(api, project, other)
    assert (result.action, result.changes) == ("updated", [Change("configuration.host", "localhost", "db")])
    assert result.resource is not None
    assert result.resource.configuration == {"username": "u", "password": None, "host": "db", "port": "1"}
    result = utils.ensure_credentials(api, project, other, update_secrets=True)
    assert result.changes == [Change("configuration.password", "***", "***")]
    with pytest.raises(utils.UnchangeableException, match=r"the credentials login .*type: 'postgresql' -> 'mysql'"):
        utils.ensure_credentials(api, project, {**LOGIN, "type": "mysql"})


def test_connectors_change_their_credentials_fields_and_parameters(api: ubiops.CoreApi, project: str) -> None:
    utils.ensure_credentials(api, project, LOGIN)
    utils.ensure_credentials(api, project, {**LOGIN, "name": "login-2"})
    utils.ensure_connector(api, project, TABLE)
    reordered = {**TABLE, "input_fields": TABLE["input_fields"][::-1]}
    assert utils.ensure_connector(api, project, reordered).action == "unchanged"
    other = {
        **TABLE,
        "credentials": "login-2",
        "configuration": {"table": "t2", "schema": "s"},
        "input_fields": TABLE["input_fields"][:1],
    }
    result = utils.ensure_connector(api, project, other)
    assert [str(change) for change in result.changes] == [
        "credentials: 'login' -> 'login-2'",
        f"input_fields: {TABLE['input_fields']} -> {TABLE['input_fields'][:1]}",
        "configuration.table: 't' -> 't2'",
        "configuration.schema: None -> '***'",
    ]
    present = api.connectors_get(project, "table")
    assert present.credentials == "login-2"
    assert present.configuration == {"database": "d", "table": "t2", "schema": "s"}
    assert utils.ensure_connector(api, project, other).action == "unchanged"
    assert utils.ensure_connector(api, project, {**other, "credentials": "login"}).changes == [
        Change("credentials", "login-2", "login")
    ]
    with pytest.raises(utils.UnchangeableException, match="the connector table in place: type"):
        utils.ensure_connector(api, project, {**TABLE, "type": "mysql"})


def test_a_connector_of_blobs_has_its_field_by_itself(api: ubiops.CoreApi, project: str) -> None:
    utils.ensure_credentials(api, project, KEYS)
    assert utils.ensure_connector(api, project, BUCKET).action == "created"
    assert utils.ensure_connector(api, project, BUCKET).action == "unchanged"


def test_schedules_change_in_place(api: ubiops.CoreApi, project: str) -> None:
    made = utils.ensure_schedule(api, project, SCHEDULE).resource
    assert made is not None
    other = {**SCHEDULE, "schedule": "0 2 * * *", "enabled": False, "request_data": "b"}
    result = utils.ensure_schedule(api, project, other)
    assert [change.field for change in result.changes] == ["schedule", "enabled", "request_data"]
    assert result.resource is not None
    assert result.resource.id == made.id
    left = {field: value for field, value in other.items() if field != "request_data"}
    assert utils.ensure_schedule(api, project, left).action == "unchanged"


def test_schedules_of_something_else_are_made_anew(api: ubiops.CoreApi, project: str) -> None:
    made = utils.ensure_schedule(api, project, {**SCHEDULE, "timeout": 60}).resource
    result = utils.ensure_schedule(api, project, {**SCHEDULE, "version": "v2"})
    assert result.changes == [Change("version", "v1", "v2")]
    assert made is not None
    assert result.resource is not None
    assert (result.resource.version, result.resource.timeout) == ("v2", 60)
    assert result.resource.id != made.id
    flow = {"name": "nightly", "object_type": "pipeline", "object_name": "flow", "schedule": "0 1 * * *"}
    result = utils.ensure_schedule(api, project, flow)
    assert [change.field for change in result.changes] == ["object_type", "object_name", "version"]
    assert result.resource is not None
    assert (result.resource.object_name, result.resource.request_data) == ("flow", "a")
    assert utils.ensure_schedule(api, project, flow).action == "unchanged"


def test_roles_have_the_permissions_that_are_declared(api: ubiops.CoreApi, project: str) -> None:
    utils.ensure_role(api, project, ROLE)
    assert utils.ensure_role(api, project, {**ROLE, "permissions": ROLE["permissions"][::-1]}).action == "unchanged"
    result = utils.ensure_role(api, project, ubiops.RoleCreate(name="reader", permissions=["models.get"]))
    assert result.changes == [Change("permissions", ["models.list", "models.get"], ["models.get"])]
    assert api.roles_get(project, "reader").permissions == ["models.get"]
    with pytest.raises(utils.UnchangeableException, match="the default role model-viewer"):
        utils.ensure_role(api, project, {**ROLE, "name": "model-viewer"})
    same = api.roles_get(project, "model-viewer").permissions
    assert utils.ensure_role(api, project, {"name": "model-viewer", "permissions": same}).action == "unchanged"


@pytest.mark.parametrize("permissions", ["models.get", [1]])
def test_permissions_are_texts(api: ubiops.CoreApi, project: str, permissions: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match="permissions: takes a list of texts"):
        utils.ensure_role(api, project, {"name": "reader", "permissions": permissions})


def test_service_users_have_the_roles_that_are_declared(api: ubiops.CoreApi, project: str) -> None:
    utils.ensure_role(api, project, ROLE)
    planned = utils.ensure_service_user(api, project, {"name": "bot"}, BOT_ROLES, dry_run=True)
    created = utils.ensure_service_user(api, project, {"name": "bot"}, BOT_ROLES)
    assert planned.changes == created.changes
    assert created.changes == [
        Change("name", None, "bot"),
        Change("roles.reader", None, "reader"),
        Change("roles.model-viewer on model echo", None, "model-viewer"),
    ]
    assert isinstance(created.resource, ubiops.ServiceUserDetail)
    assert created.resource.token
    again = utils.ensure_service_user(api, project, {"name": "bot"}, [*BOT_ROLES, BOT_ROLES[0]], prune=True)
    assert (again.action, again.changes) == ("unchanged", [])
    other = [{"role": "blob-viewer"}]
    kept = utils.ensure_service_user(api, project, {"name": "bot"}, other, dry_run=True)
    assert kept.changes == [Change("roles.blob-viewer", None, "blob-viewer")]
    result = utils.ensure_service_user(api, project, {"name": "bot"}, other, prune=True)
    assert [change.new for change in result.changes] == ["blob-viewer", None, None]
    held = api.role_assignments_per_user_list(project, str(created.resource.id))
    assert [each.role for each in held] == ["blob-viewer"]


@pytest.mark.parametrize(
    ("data", "roles", "text"),
    [
        ({}, [], "needs a name"),
        ({"name": "bot"}, [{"role": "r", "object_type": "model"}], "needs object_type and object_name, or neither"),
        ({"name": "bot"}, [{"user": "x"}], "has no field user"),
    ],
)
def test_service_users_that_cannot_be(
    api: ubiops.CoreApi, project: str, data: Dict[str, Any], roles: List[Any], text: str
) -> None:
    with pytest.raises(ubiops.ApiValueError, match=text):
        utils.ensure_service_user(api, project, data, roles)
    assert api.service_users_list(project) == []


def test_service_users_of_one_name_are_told(api: ubiops.CoreApi, project: str) -> None:
    ids = [str(api.service_users_create(project, {"name": "bot"}).id) for _ in range(2)]
    with pytest.raises(ubiops.ApiValueError, match=f"There are 2 service users called bot.*{', '.join(ids)}"):
        utils.ensure_service_user(api, project, {"name": "bot"})


def test_of_service_users_made_at_the_same_time_one_stays(
    api: ubiops.CoreApi, project: str, emulator: Emulator
) -> None:
    utils.ensure_role(api, project, ROLE)
    with emulator.core_api().api_client as client:
        before(
            ubiops.CoreApi(client),
            "POST",
            "/service-users",
            lambda: utils.ensure_service_user(api, project, {"name": "bot"}),
        )
        result = utils.ensure_service_user(ubiops.CoreApi(client), project, {"name": "bot"}, [{"role": "reader"}])
    (bot,) = api.service_users_list(project)
    assert (result.action, result.changes) == ("updated", [Change("roles.reader", None, "reader")])
    assert result.resource is not None
    assert result.resource.id == bot.id


def test_a_role_that_somebody_else_assigns_meanwhile_is_there(
    api: ubiops.CoreApi, project: str, emulator: Emulator
) -> None:
    bot = api.service_users_create(project, {"name": "bot"})
    role = {"role": "blob-viewer"}
    with emulator.core_api().api_client as client:
        before(
            ubiops.CoreApi(client),
            "POST",
            "/role-assignments",
            lambda: api.role_assignments_create(project, {"user_id": bot.id, **role}),
        )
        assert utils.ensure_service_user(ubiops.CoreApi(client), project, {"name": "bot"}, [role]).action == "updated"
    with pytest.raises(ubiops.BadRequestException, match="nobody"):
        utils.ensure_service_user(api, project, {"name": "bot"}, [{"role": "nobody"}])
