"""Permissions, roles, assignments, service users."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, Iterator, List

import pytest

from test.support import openapi
from test.support.emulator.accounts import PROJECT, Caller, assign, person, service_user
from ubiops.emulator.accounts.permissions import KINDS, NEEDS, PERMISSIONS, Level
from ubiops.emulator.accounts.roles import DEFAULT_ROLES
from ubiops.emulator.web.spec import load

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MODELS, ROLES, ASSIGNMENTS = f"{PROJECT}/models", f"{PROJECT}/roles", f"{PROJECT}/role-assignments"
SOMEBODY = "00000000-0000-4000-8000-000000000000"
FREE = {
    "user_get",
    "permissions_list",
    "configurations_list",
    "subscriptions_list",
    "subscriptions_get",
    "projects_list",
}


def test_every_operation_says_what_it_needs() -> None:
    operations = {operation.id: operation for operation in load().operations.values()}
    assert set(NEEDS) == {name for name, operation in operations.items() if operation.authenticated}
    assert {name for name, need in NEEDS.items() if need is Level.ANYONE} == FREE
    for name, need in NEEDS.items():
        parameters = operations[name].path_parameters
        # Every operation in a project needs a permission, every one on an organization membership.
        assert isinstance(need, Level) != ("project_name" in parameters), name
        assert (need in (Level.MEMBER, Level.ADMIN)) == ("organization_name" in parameters), name


def test_every_operation_needs_a_token(shared: Client) -> None:
    statuses = {}
    for operation in openapi.operations().values():
        path = re.sub(r"{\w+}", SOMEBODY, operation.path)
        statuses[operation.id] = shared.raw(operation.method.upper(), f"v2.1{path}", {"Authorization": ""}).status
    assert {name for name, status in statuses.items() if status != 401} == {"service_status"}


def test_names_of_permissions(shared: Client) -> None:
    for name in PERMISSIONS:
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)*\.(list|get|create|update|delete)", name)
    expected = {
        "models.list", "models.get", "models.delete", "models.versions.requests.list", "pipelines.requests.list",
        "roles.assignments.create", "models.versions.files.create", "connectors.metrics.get", "logs.list",
    }  # fmt: skip
    assert expected <= set(PERMISSIONS)
    assert shared("GET", "/permissions").body == [{"name": name} for name in PERMISSIONS]


def test_default_roles(shared: Client) -> None:
    names = {f"{kind}-{level}" for kind in ("project", *KINDS, "blob") for level in ("admin", "editor", "viewer")}
    listed = [role for role in shared("GET", ROLES).body if role["default"]]
    assert {role["name"] for role in listed} == names | {"service-user-project-admin"}
    assert [role["name"] for role in listed][:3] == ["project-admin", "project-editor", "project-viewer"]
    held: Dict[str, List[str]] = {}
    for role in listed:
        detail = shared("GET", f"{ROLES}/{role['name']}").body
        held[role["name"]] = detail.pop("permissions")
        assert detail == role
    assert held["blob-viewer"] == ["blobs.get", "blobs.list"]
    assert held["blob-admin"] == ["blobs.create", "blobs.delete", "blobs.get", "blobs.list"]
    assert held["connector-viewer"] == ["connectors.get", "connectors.list", "connectors.metrics.get"]
    assert set(held["model-editor"]) == {
        name for name in PERMISSIONS if name.startswith("models.") and not name.endswith("delete")
    }
    assert held["project-admin"] == list(PERMISSIONS)
    assert {name.split(".")[0] for name in set(PERMISSIONS) - set(held["service-user-project-admin"])} == {
        "roles",
        "service_users",
    }
    changes = [name for name in held["project-editor"] if name.startswith(("roles.", "service_users."))]
    assert all(name.endswith((".list", ".get")) for name in changes)


def test_a_new_member_may_do_nothing_in_a_project(client: Client) -> None:
    member, stranger = person(client, "maria", admin=False), person(client, "tom")
    for caller in (member, stranger):
        for path, permission in (
            ("", "projects.get"),
            ("/models", "models.list"),
            ("/blobs", "blobs.list"),
            ("/schedules", "models.versions.requests.list or pipelines.requests.list"),
        ):
            refused = caller("GET", PROJECT + path)
            assert (refused.status, refused.error) == (403, f"Permission {permission} is missing")
        assert caller("GET", "/projects/nothing/models").status == 404
    assert [each["name"] for each in member("GET", "/projects").body] == ["demo"]
    assert stranger("GET", "/projects").body == []


def test_every_operation_in_a_project_asks_for_its_permission(client: Client) -> None:
    nobody, viewer = person(client, "nobody", admin=False), person(client, "viewer", admin=False)
    assign(client, viewer, "project-viewer")
    for path, item in load()._document["paths"].items():
        if "{project_name}" in path:
            place = re.sub(r"\{\w+\}", "x", path.replace("{project_name}", "demo"))
            for verb in set(item) - {"parameters"}:
                need = NEEDS[item[verb]["operationId"]]
                permission = str(need[0] if isinstance(need, tuple) else need)
                assert nobody(verb.upper(), place).status == 403, item[verb]
                allowed = viewer(verb.upper(), place).status != 403
                assert allowed == permission.endswith((".list", ".get")), item[verb]


@pytest.fixture(scope="module")
def levels(shared: Client) -> Iterator[Dict[str, Caller]]:
    """A user for each model role and each project role, and a model `m` with a version `v`."""
    shared.model("m")
    users = {}
    for role in ("model-viewer", "model-editor", "model-admin", "project-viewer", "project-editor"):
        users[role] = person(shared, role, admin=False)
        assign(shared, users[role], role)
    yield users


def test_viewers_editors_admins(levels: Dict[str, Caller]) -> None:
    body = {"input_type": "plain", "output_type": "plain"}
    request: Dict[str, Any] = {"in": 1}
    for role, creates, deletes in (
        ("model-viewer", 403, 403),
        ("project-viewer", 403, 403),
        ("model-editor", 201, 403),
        ("project-editor", 201, 403),
        ("model-admin", 201, 204),
    ):
        user = levels[role]
        assert user("GET", MODELS).status == 200
        assert user("GET", f"{MODELS}/m/versions/v").status == 200
        assert user("GET", f"{MODELS}/m/versions/v/request-batch").status == 200
        assert user("POST", MODELS, {"name": role, **body}).status == creates
        assert user("POST", f"{MODELS}/m/versions", {"version": role}).status == creates
        assert user("POST", f"{MODELS}/m/versions/v/request", request).status == (400 if creates == 201 else 403)
        assert user("PATCH", f"{MODELS}/m", {"description": role}).status == (200 if creates == 201 else 403)
        assert user("GET", f"{MODELS}/nothing").status == 404
        if creates == 201:
            assert user("DELETE", f"{MODELS}/m/versions/{role}").status == deletes
            assert user("DELETE", f"{MODELS}/{role}").status == deletes
        assert user("GET", f"{PROJECT}/blobs").status == (200 if role.startswith("project") else 403)
        assert user("POST", ROLES, {"name": "x", "permissions": []}).status == 403
        assert user("POST", ASSIGNMENTS, {"user_id": SOMEBODY, "role": "project-admin"}).status == 403


def test_role_on_one_object(client: Client) -> None:
    mine, other = client.model("mine"), client.model("other")
    maria = person(client, "maria", admin=False)
    assignment = assign(client, maria, "model-editor", "model", "mine")
    assert client("GET", f"{ASSIGNMENTS}/{assignment}").body == {
        "id": assignment,
        "user_id": maria.id,
        "role": "model-editor",
        "object_name": "mine",
        "object_type": "model",
    }
    assert maria("GET", mine).status == 200
    assert maria("GET", f"{mine}/request-batch").status == 200
    assert maria("PATCH", f"{MODELS}/mine", {"description": "x"}).status == 200
    assert maria("DELETE", mine).status == 403
    assert maria("GET", other).status == 403
    assert maria("GET", f"{MODELS}/nothing").status == 403
    assert [each["name"] for each in maria("GET", MODELS).body] == ["mine"]
    assert maria("GET", f"{PROJECT}/schedules").status == 200
    assert maria("GET", other).error == "Permission models.versions.get is missing on this model"
    body = {"name": "new", "input_type": "plain", "output_type": "plain"}
    assert maria("POST", MODELS, body).error == "Permission models.create is missing on the project"
    assert maria("DELETE", mine).error == "Permission models.versions.delete is missing"
    # The role stays with the object, not with its name.
    assert client("PATCH", f"{MODELS}/mine", {"name": "renamed"}).status == 200
    assert client("PATCH", f"{MODELS}/other", {"name": "mine"}).status == 200
    assert maria("GET", f"{MODELS}/renamed").status == 200
    assert maria("GET", f"{MODELS}/mine").status == 403
    assert client("GET", f"{ASSIGNMENTS}/{assignment}").body["object_name"] == "renamed"
    assert client("DELETE", f"{MODELS}/renamed").status == 204
    assert client("GET", f"{ASSIGNMENTS}/{assignment}").status == 404


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_list_one_object_lists_it_alone(client: Client, kind: str) -> None:
    place = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    for name in ("mine", "other"):
        client.model(name, None, None)
        client("POST", f"{PROJECT}/pipelines", {"name": name, "input_type": "plain"})
        body: Dict[str, Any] = {"name": name, "type": "postgresql", "configuration": place}
        client("POST", f"{PROJECT}/credentials", body)
        body["credentials"], body["configuration"] = name, {"database": "d", "table": "t"}
        client("POST", f"{PROJECT}/connectors", {**body, "input_fields": [{"name": "x", "data_type": "int"}]})
    maria = person(client, "maria", admin=False)
    path = f"{PROJECT}/{KINDS[kind]}"
    assert maria("GET", path).error == f"Permission {KINDS[kind]}.list is missing"
    assign(client, maria, f"{kind}-viewer", kind, "mine")
    assert [each["name"] for each in maria("GET", path).body] == ["mine"]
    for other in set(KINDS.values()) - {KINDS[kind]}:
        assert maria("GET", f"{PROJECT}/{other}").status == 403
    assign(client, maria, f"{kind}-viewer")
    assert [each["name"] for each in maria("GET", path).body] == ["mine", "other"]


def test_role_on_one_pipeline(client: Client) -> None:
    body = {"input_type": "plain"}
    for name in ("mine", "other"):
        assert client("POST", f"{PROJECT}/pipelines", {"name": name, **body}).status == 201
    maria = person(client, "maria", admin=False)
    assignment = assign(client, maria, "pipeline-viewer", "pipeline", "mine")
    for path in ("", "/objects", "/attachments", "/request-batch"):
        assert maria("GET", f"{PROJECT}/pipelines/mine{path}").status == 200
        assert maria("GET", f"{PROJECT}/pipelines/other{path}").status == 403
    assert maria("POST", f"{PROJECT}/pipelines/mine/request", "x").status == 403
    assert maria("GET", f"{PROJECT}/schedules").status == 200
    assert client("DELETE", f"{PROJECT}/pipelines/mine").status == 204
    assert client("GET", f"{ASSIGNMENTS}/{assignment}").status == 404


def test_a_role_on_one_pipeline_opens_no_model(client: Client) -> None:
    for name in ("mine", "other"):
        client.model(name, None, None)
        path = f"{MODELS}/{name}/versions"
        assert client("POST", path, {"version": "w"}).status == 201
    assert client("POST", f"{PROJECT}/pipelines", {"name": "p", "input_type": "plain"}).status == 201
    place = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    body: Dict[str, Any] = {"name": "c", "type": "postgresql", "configuration": place}
    client("POST", f"{PROJECT}/credentials", body)
    body.update(credentials="c", configuration={"database": "d", "table": "t"})
    client("POST", f"{PROJECT}/connectors", {**body, "input_fields": [{"name": "x", "data_type": "int"}]})
    maria = person(client, "maria", admin=False)
    assign(client, maria, "pipeline-editor", "pipeline", "p")
    assign(client, maria, "model-editor", "model", "mine")

    def add(reference: str, kind: str = "model") -> Any:
        body = {"name": f"of-{reference}", "reference_type": kind, "reference_name": reference}
        version = {"version": "v"} if kind == "model" else {}
        return maria("POST", f"{PROJECT}/pipelines/p/objects", {**body, **version})

    assert add("mine").status == 201
    refused = add("other")
    assert (refused.status, refused.error) == (
        403,
        "Permission models.versions.requests.create is missing on this object",
    )
    assert add("c", "connector").error == "Permission connectors.get is missing"
    assign(client, maria, "connector-viewer", "connector", "c")
    assert add("c", "connector").status == 201
    # One that somebody else has put there can be renamed, but not led to another version.
    body = {"name": "theirs", "reference_type": "model", "reference_name": "other", "version": "v"}
    assert client("POST", f"{PROJECT}/pipelines/p/objects", body).status == 201
    assert maria("PATCH", f"{PROJECT}/pipelines/p/objects/theirs", {"name": "ours", "version": "v"}).status == 200
    assert maria("PATCH", f"{PROJECT}/pipelines/p/objects/ours", {"version": "w"}).status == 403
    assert maria("PATCH", f"{PROJECT}/pipelines/p/objects/of-mine", {"version": "w"}).status == 200
    # Who makes pipelines in all of the project makes them of its models.
    tom = person(client, "tom", admin=False)
    assign(client, tom, "pipeline-editor")
    body = {"name": "another", "reference_type": "model", "reference_name": "other", "version": "v"}
    assert tom("POST", f"{PROJECT}/pipelines/p/objects", body).status == 201


def test_a_role_on_one_connector_opens_no_credentials(client: Client) -> None:
    place = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    for name in ("mine", "other"):
        body = {"name": name, "type": "postgresql", "configuration": place}
        assert client("POST", f"{PROJECT}/credentials", body).status == 201
    table = {"type": "postgresql", "credentials": "mine", "configuration": {"database": "d", "table": "t"}}
    connector = {"name": "k", **table, "input_fields": [{"name": "x", "data_type": "int"}]}
    assert client("POST", f"{PROJECT}/connectors", connector).status == 201
    maria, path = person(client, "maria", admin=False), f"{PROJECT}/connectors/k"
    assign(client, maria, "connector-editor", "connector", "k")
    assert maria("PATCH", path, {"credentials": "mine", "configuration": {"table": "u"}}).status == 200
    refused = maria("PATCH", path, {"credentials": "other"})
    assert (refused.status, refused.error) == (403, "Permission credentials.get is missing")
    assign(client, maria, "credentials-viewer", "credentials", "other")
    assert maria("PATCH", path, {"credentials": "other"}).status == 200
    assert maria("PATCH", path, {"credentials": "mine"}).status == 403
    assign(client, maria, "connector-editor")
    assert maria("PATCH", path, {"credentials": "mine"}).status == 200


def test_nobody_gives_what_they_do_not_hold(client: Client) -> None:
    client.model("m")
    maria, tom = person(client, "maria", admin=False), person(client, "tom", admin=False)
    names = ["roles.create", "roles.update", "roles.assignments.create", "models.get", "models.list"]
    assert client("POST", ROLES, {"name": "giver", "permissions": names}).status == 201
    assert client("POST", ROLES, {"name": "looker", "permissions": ["models.get"]}).status == 201
    assign(client, maria, "giver")

    def give(user: Caller, role: str, **where: str) -> Any:
        return maria("POST", ASSIGNMENTS, {"user_id": user.id, "role": role, **where})

    assert give(tom, "looker").status == 201
    for role in ("project-admin", "project-viewer", "model-editor"):
        for user in (maria, tom):
            refused = give(user, role)
            assert refused.status == 403
            assert refused.error.endswith("is missing: nobody can give others what they do not hold")
    # Nor by way of a role of their own, or of one that somebody holds already.
    assert maria("POST", ROLES, {"name": "strong", "permissions": ["models.delete"]}).status == 201
    assert give(maria, "strong").status == 403
    more = [*names, "models.delete"]
    assert "Permission models.delete is missing" in maria("PATCH", f"{ROLES}/giver", {"permissions": more}).error
    assert maria("PATCH", f"{ROLES}/giver", {"permissions": names[1:], "name": "less"}).status == 200
    # What is held on one object can be given there.
    where = {"object_type": "model", "object_name": "m"}
    assert give(tom, "model-viewer", **where).status == 403
    assign(client, maria, "model-viewer", "model", "m")
    assert give(tom, "model-viewer", **where).status == 201
    assert give(tom, "model-viewer").status == 403


def test_schedules_need_the_permission_on_what_they_request(client: Client) -> None:
    for name in ("mine", "other"):
        client.model(name, inputs=None, outputs=None)
    maria = person(client, "maria", admin=False)
    assign(client, maria, "model-editor", "model", "mine")
    body = {"object_type": "model", "version": "v", "schedule": "* * * * *", "request_data": "x"}
    for name, status in (("mine", 201), ("other", 403)):
        schedule = {"name": name, "object_name": name, **body}
        assert maria("POST", f"{PROJECT}/schedules", schedule).status == status
        client("POST", f"{PROJECT}/schedules", schedule)
    for name, statuses in (("mine", [200, 200, 403]), ("other", [403, 403, 403])):
        path = f"{PROJECT}/schedules/{name}"
        assert [maria(verb, path, {}).status for verb in ("GET", "PATCH", "DELETE")] == statuses
    client("POST", f"{PROJECT}/pipelines", {"name": "p", "input_type": "plain"})
    body = {"name": "p", "object_type": "pipeline", "object_name": "p", "schedule": "* * * * *", "request_data": "x"}
    assert client("POST", f"{PROJECT}/schedules", body).status == 201

    def listed() -> List[str]:
        return [each["name"] for each in maria("GET", f"{PROJECT}/schedules").body]

    assert listed() == ["mine"]
    assign(client, maria, "pipeline-viewer")
    assert listed() == ["mine", "p"]
    assign(client, maria, "model-viewer")
    assert listed() == ["mine", "other", "p"]


def test_roles_reach_one_project(client: Client) -> None:
    maria = person(client, "maria", admin=False)
    assign(client, maria, "project-admin")
    assert client("POST", "/projects", {"name": "second", "organization_name": "emulator"}).status == 201
    assert client("GET", "/projects/second/models").status == 200
    assert maria("GET", "/projects/second/models").status == 403
    assert maria("POST", "/projects", {"name": "third", "organization_name": "emulator"}).status == 403
    seeded = client("GET", "/user").body["id"]
    (admin,) = client("GET", f"/projects/second/users/{seeded}/role-assignments").body
    assert (admin["role"], admin["object_type"], admin["object_name"]) == ("project-admin", "project", "second")


def test_life_of_a_role(client: Client) -> None:
    maria = person(client, "maria", admin=False)
    body: Dict[str, Any] = {"name": "custom", "permissions": ["models.list", "models.get", "models.list", "blobs.get"]}
    created = client("POST", ROLES, body).body
    role = {"id": created["id"], "name": "custom", "default": False}
    assert created == {**role, "permissions": ["models.list", "models.get", "blobs.get"]}
    assert client("GET", f"{ROLES}/custom").body == created
    assert client("GET", ROLES).body[-1] == role
    assignment = assign(client, maria, "custom")
    assert maria("GET", MODELS).status == 200
    renamed = client("PATCH", f"{ROLES}/custom", {"name": "renamed"}).body
    assert renamed == {**created, "name": "renamed"}
    assert client("GET", f"{ASSIGNMENTS}/{assignment}").body["role"] == "renamed"
    assert client("PATCH", f"{ROLES}/renamed", {"permissions": ["blobs.list"]}).body["permissions"] == ["blobs.list"]
    assert maria("GET", MODELS).status == 403
    assert maria("GET", f"{PROJECT}/blobs").status == 200
    assert client("DELETE", f"{ROLES}/renamed").status == 204
    assert maria("GET", f"{PROJECT}/blobs").status == 403
    assert client("GET", f"{PROJECT}/users/{maria.id}/role-assignments").body == []
    assert [client(verb, f"{ROLES}/renamed", {}).status for verb in ("GET", "PATCH", "DELETE")] == [404] * 3


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"name": "model-admin"}, "name: a role called 'model-admin' exists already"),
        ({"name": "taken"}, "name: a role called 'taken' exists already"),
        ({"name": "Custom"}, "name: must match"),
        ({"permissions": ["models.fly"]}, "permissions: there is no permission 'models.fly'"),
        ({"permissions": "models.get"}, "permissions: must be a list"),
        ({"default": True}, "default: is unknown"),
    ],
)
def test_wrong_roles(shared: Client, wrong: Dict[str, Any], complaint: str) -> None:
    for name in ("taken", "present"):
        shared("POST", ROLES, {"name": name, "permissions": []})
    for answer in (
        shared("POST", ROLES, {"name": "other", "permissions": [], **wrong}),
        shared("PATCH", f"{ROLES}/present", wrong),
    ):
        assert answer.status == 400
        assert complaint in answer.error


def test_default_roles_cannot_change(shared: Client) -> None:
    for verb, body in (("PATCH", {"permissions": []}), ("PATCH", {"name": "x"}), ("DELETE", ...)):
        refused = shared(verb, f"{ROLES}/project-viewer", body)
        assert refused.status == 400 and "default role" in refused.error
    assert shared("GET", f"{ROLES}/project-viewer").body["permissions"] == list(DEFAULT_ROLES["project-viewer"])


def test_life_of_an_assignment(client: Client) -> None:
    client.model("m")
    maria = person(client, "maria", admin=False)
    path = f"{PROJECT}/users/{maria.id}/role-assignments"
    assert client("GET", path).body == []
    first = assign(client, maria, "model-viewer")
    second = assign(client, maria, "model-viewer", "model", "m")
    third = assign(client, maria, "blob-admin", "project", "demo")
    listed = client("GET", path).body
    assert [each["id"] for each in listed] == [first, second, third]
    assert [(each["object_type"], each["object_name"]) for each in listed] == [
        ("project", "demo"),
        ("model", "m"),
        ("project", "demo"),
    ]
    assert maria("DELETE", f"{ASSIGNMENTS}/{first}").status == 403
    assert client("DELETE", f"{ASSIGNMENTS}/{first}").status == 204
    assert [client(verb, f"{ASSIGNMENTS}/{first}").status for verb in ("GET", "DELETE")] == [404, 404]
    client.model("n")
    assert [each["name"] for each in maria("GET", MODELS).body] == ["m"]
    assert maria("GET", f"{MODELS}/m").status == 200
    # Who may delete assignments may delete their own.
    own = assign(client, maria, "project-admin")
    assert maria("DELETE", f"{ASSIGNMENTS}/{own}").status == 204
    assert maria("GET", path).status == 403
    assert client("GET", f"{PROJECT}/users/{SOMEBODY}/role-assignments").status == 404


def test_wrong_assignments(shared: Client) -> None:
    shared.model("assigned")
    user = shared("GET", "/user").body["id"]
    outsider = person(shared, "outsider").id
    shared("POST", ROLES, {"name": "empty", "permissions": []})
    for wrong, complaint in (
        ({"user_id": SOMEBODY}, f"user_id: '{SOMEBODY}' is no user of the organization"),
        ({"user_id": "x"}, "user_id: 'x' is no user"),
        ({"user_id": outsider}, "is no user of the organization"),
        ({"role": "nothing"}, "role: No role 'nothing'; roles_list"),
        ({"role": "project-admin"}, "role: the user has the role project-admin there already"),
        ({"object_type": "model"}, "object_name: is required together with object_type"),
        ({"object_name": "m"}, "object_type: is required together with object_name"),
        ({"object_type": "blob", "object_name": "x"}, "object_type: must be one of project, model"),
        ({"object_type": "model", "object_name": "nothing"}, "object_name: there is no model 'nothing'"),
        ({"object_type": "project", "object_name": "other"}, "object_name: must be demo"),
        (
            {"role": "blob-admin", "object_type": "model", "object_name": "assigned"},
            "no permission on objects of the type",
        ),
        ({"role": "empty", "object_type": "model", "object_name": "assigned"}, "no permission on objects of the type"),
        ({"role": "pipeline-admin", "object_type": "model", "object_name": "assigned"}, "no permission on objects"),
    ):
        answer = shared("POST", ASSIGNMENTS, {"user_id": user, "role": "model-viewer", **wrong})
        assert answer.status == 400, wrong
        assert complaint in answer.error


def test_life_of_a_service_user(client: Client) -> None:
    created = client("POST", f"{PROJECT}/service-users", {"name": "robot"}).body
    token = created.pop("token")
    assert re.fullmatch("[0-9a-f]{40}", token)
    assert created["email"] == f"{created['id']}.demo@serviceuser.ubiops.com"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", created["creation_date"])
    path = f"{PROJECT}/service-users/{created['id']}"
    assert client("GET", path).body == created
    assert client("PATCH", path, {}).body == created
    renamed = client("PATCH", path, {"name": "android"}).body
    assert renamed == {**created, "name": "android"}
    unnamed = client("POST", f"{PROJECT}/service-users", {}).body
    assert unnamed["name"] is None
    assert [each["id"] for each in client("GET", f"{PROJECT}/service-users").body] == [created["id"], unnamed["id"]]
    robot = Caller(client, f"Token {token}")
    assert robot("GET", "/user").body["id"] == created["id"]
    assert robot("GET", MODELS).status == 403
    assign(client, robot, "model-admin")
    assert robot("GET", MODELS).status == 200
    for headers, body in (({}, None), ({"Content-Type": "application/json"}, b""), ({}, b"{}"), ({}, b"[not read")):
        fresh = client.raw("PUT", f"{path}/token", headers, body=body).body["token"]
        assert fresh != token
        assert robot("GET", MODELS).status == 401
        robot = Caller(client, f"Token {fresh}")
        assert robot("GET", MODELS).status == 200
        token = fresh
    assert client("DELETE", path).status == 204
    assert robot("GET", "/user").status == 401
    for verb, place in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("PUT", "/token")):
        assert client(verb, path + place, {}).status == 404
    # People are no service users, also not under their ids.
    assert client("DELETE", f"{PROJECT}/service-users/{client('GET', '/user').body['id']}").status == 404


def test_wrong_service_users(shared: Client) -> None:
    for body, complaint in (
        ({"name": ""}, "name: may not be empty"),
        ({"name": "x" * 257}, "name: must have at most 256"),
        ({"token": "x"}, "token: is unknown"),
    ):
        answer = shared("POST", f"{PROJECT}/service-users", body)
        assert answer.status == 400 and complaint in answer.error


def test_roles_that_service_users_cannot_have(client: Client) -> None:
    robot = service_user(client)
    user_id = robot.id
    client("POST", ROLES, {"name": "custom", "permissions": ["models.get"]})
    client("POST", ROLES, {"name": "ruler", "permissions": ["models.get", "roles.get"]})
    for role in ("project-admin", "project-editor", "project-viewer", "ruler"):
        refused = client("POST", ASSIGNMENTS, {"user_id": user_id, "role": role})
        assert refused.status == 400 and "which a service user cannot have" in refused.error
    for role in ("service-user-project-admin", "model-admin", "custom"):
        assign(client, robot, role)
    refused = client("PATCH", f"{ROLES}/custom", {"permissions": ["service_users.get"]})
    assert refused.status == 400 and "a service user has this role" in refused.error
    assert client("PATCH", f"{ROLES}/custom", {"permissions": ["blobs.get"]}).status == 200


def test_default_roles_survive_a_restart(tmp_path: Any, connect: Any) -> None:
    from ubiops.emulator import Emulator

    ids = []
    for _ in range(2):
        with Emulator(data=tmp_path / "state.db") as emulator:
            client = connect(emulator)
            roles = client("GET", ROLES).body
            ids.append({role["name"]: role["id"] for role in roles})
            assert client("GET", MODELS).status == 200
    assert ids[0] == ids[1]
