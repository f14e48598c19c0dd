"""An emulator that holds one of everything, so that every operation finds something to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping, NamedTuple

from test.support.emulator.client import DOUBLE, PROJECT
from test.support.emulator.pipelines import build, make_pipeline

if TYPE_CHECKING:
    from test.support.emulator.client import Client


class Things(NamedTuple):
    """What there is.

    Attributes:
        paths: values of path parameters, by name or, where several kinds of things share a name, by path.
        bodies: what request bodies need so that they refer to it, by operationId.
    """

    paths: Mapping[str, str]
    bodies: Mapping[str, Any]


def furnish(client: Client) -> Things:
    """Make one of everything."""

    def create(path: str, body: Any) -> Any:
        answer = client("POST", path, body)
        assert answer.status in (200, 201), answer
        return answer.body

    def variable(path: str) -> str:
        return str(create(f"{path}/environment-variables", {"name": "LEVEL", "value": "high", "secret": False})["id"])

    emails = ("maria@example.com", "tom@example.com")
    for email in emails:
        create("/user", {"email": email, "password": "Blue-Kettle-42", "terms_conditions": True})
    member = create("/organizations/emulator/users", {"email": emails[0], "admin": False})
    limits = {"max_projects": 9, "max_users": 9, "logs_retention_days": 9, "gb_seconds": 9, "resources": 9}
    create("/subscriptions", {"name": "trial", "agreement": "", "terms_conditions": "", **limits})

    version = client.model("m")
    client.deploy(version, DOUBLE)
    model = version.rpartition("/versions")[0]
    pipeline = make_pipeline(client, [("in", "int")])
    build(client, pipeline, {"first": "m", "second": "m"}, "pipeline_start first in>in")

    login = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    create(f"{PROJECT}/credentials", {"name": "login", "type": "mysql", "configuration": login})
    table = {"type": "mysql", "credentials": "login", "configuration": {"database": "d", "table": "t"}}
    create(f"{PROJECT}/connectors", {"name": "table", **table, "input_fields": [{"name": "out", "data_type": "int"}]})

    service_user = create(f"{PROJECT}/service-users", {"name": "robot"})["id"]
    create(f"{PROJECT}/roles", {"name": "reader", "permissions": ["models.list", "models.get"]})
    role = create(f"{PROJECT}/role-assignments", {"user_id": service_user, "role": "reader"})
    hourly: Dict[str, Any] = {"object_type": "model", "object_name": "m", "version": "v", "schedule": "0 * * * *"}
    hourly["request_data"] = {"in": 1}
    create(f"{PROJECT}/schedules", {"name": "hourly", **hourly})
    requests = [create(f"{version}/request-batch", [{"in": 1}])[0]["id"] for _ in range(2)]
    pipeline_requests = [create(f"{pipeline}/request-batch", [{"in": 1}])[0]["id"] for _ in range(2)]

    root = "/projects/{project_name}"
    paths = {
        "project_name": "demo",
        "organization_name": "emulator",
        "subscription_name": "trial",
        "user_id": member["id"],
        "model_name": "m",
        "version": "v",
        "request_id": requests[0],
        "blob_id": client.blob("photo.jpg", b"x"),
        "pipeline_name": "p",
        "name": "first",
        "source_name": "pipeline_start",
        "destination_name": "first",
        "pipeline_request_id": pipeline_requests[0],
        "connector_name": "table",
        "credentials_name": "login",
        "service_user_id": service_user,
        "role_name": "reader",
        "schedule_name": "hourly",
        "metric": "requests",
        f"{root}/role-assignments/{{id}}": role["id"],
        f"{root}/environment-variables/{{id}}": variable(PROJECT),
        f"{root}/models/{{model_name}}/environment-variables/{{id}}": variable(model),
        f"{root}/models/{{model_name}}/versions/{{version}}/environment-variables/{{id}}": variable(version),
    }
    mapping = [{"source_field_name": "out", "destination_field_name": "in"}]
    bodies = {
        "organizations_create": {"subscription": "trial", "subscription_agreed": True},
        "organization_users_create": {"email": emails[1]},
        "projects_create": {"organization_name": "emulator"},
        "model_requests_create": {"in": 2},
        "batch_model_requests_create": [{"in": 2}],
        "batch_model_requests_batch_collect": requests,
        "batch_model_requests_batch_delete": requests,
        "pipeline_objects_create": {"reference_type": "model", "reference_name": "m", "version": "v"},
        "pipeline_object_attachments_create": {
            "source_name": "first",
            "destination_name": "second",
            "mapping": mapping,
        },
        "pipelines_request": {"in": 2},
        "batch_pipeline_requests_create": [{"in": 2}],
        "batch_pipeline_requests_batch_collect": pipeline_requests,
        "batch_pipeline_requests_batch_delete": pipeline_requests,
        "credentials_create": {"type": "mysql", "configuration": login},
        "connectors_create": table,
        "scheduled_requests_create": hourly,
        "role_assignments_create": {"user_id": member["id"], "role": "reader"},
    }
    return Things(paths, bodies)
