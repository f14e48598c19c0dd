"""Who is calling, and what they may do: the one place that knows permissions and roles."""

from __future__ import annotations

import sqlite3
from enum import Enum
from typing import Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from ..common.database import Row, one
from ..common.errors import ApiError, not_found


class Level(Enum):
    """What an operation outside projects asks of its caller."""

    ANYONE = "a valid token"
    PERSON = "a user who is no service user"
    OPERATOR = "the operator of the service"
    MEMBER = "a member of the organization, or the operator"
    ADMIN = "an admin of the organization, or the operator"


Need = Union[Level, str, Tuple[str, ...]]
"""A level, or the permission that the caller needs: on the project, or on the object that the path names.

Of permissions in a tuple the caller needs one, on the project or on anything in it. The handler does the rest: it calls
`check` where body or query name the object, and leaves out what `covered` does not tell where it lists objects.
"""


def _each(operations: str, permissions: str, verbs: str) -> Dict[str, Need]:
    """Return the needs of operations that are named like their permissions."""
    return {f"{operations}_{verb}": f"{permissions}.{verb}" for verb in verbs.split()}


def _objects(kind: str) -> Dict[str, Need]:
    """Return the needs of operations on objects of a kind; who may list some of them lists those."""
    return {**_each(kind, kind, "get create update delete"), f"{kind}_list": (f"{kind}.list",)}


def _schedules(operation: str, verb: str) -> Dict[str, Need]:
    return {f"scheduled_requests_{operation}": (f"models.versions.requests.{verb}", f"pipelines.requests.{verb}")}


_ALL = "list get create update delete"

NEEDS: Mapping[str, Need] = {
    "user_get": Level.ANYONE,
    "user_create": Level.PERSON,
    "user_update": Level.PERSON,
    "user_delete": Level.PERSON,
    "permissions_list": Level.ANYONE,
    "configurations_list": Level.ANYONE,
    "subscriptions_list": Level.ANYONE,
    "subscriptions_get": Level.ANYONE,
    "subscriptions_create": Level.OPERATOR,
    "subscriptions_update": Level.OPERATOR,
    "subscriptions_delete": Level.OPERATOR,
    "organizations_list": Level.PERSON,
    "organizations_create": Level.PERSON,
    "organizations_get": Level.MEMBER,
    "organizations_update": Level.ADMIN,
    "organizations_resource_usage": Level.MEMBER,
    "organization_subscriptions_list": Level.ADMIN,
    "organization_usage_get": Level.MEMBER,
    "organization_usage_details_get": Level.MEMBER,
    "organization_users_list": Level.MEMBER,
    "organization_users_get": Level.ADMIN,
    "organization_users_create": Level.ADMIN,
    "organization_users_update": Level.ADMIN,
    "organization_users_delete": Level.ADMIN,
    "projects_list": Level.ANYONE,
    "projects_create": Level.PERSON,
    **_each("projects", "projects", "get update delete"),
    "projects_resource_usage": "projects.get",
    "project_usage_get": "metrics.get",
    "metrics_get": ("metrics.get", "connectors.metrics.get"),
    "projects_log_list": "logs.list",
    **_each("project_environment_variables", "environment_variables", _ALL),
    **_objects("models"),
    **_each("model_environment_variables", "models.environment_variables", _ALL),
    **_each("model_versions", "models.versions", _ALL),
    **_each("model_version_environment_variables", "models.versions.environment_variables", _ALL),
    "model_versions_file_upload": "models.versions.files.create",
    "model_versions_file_download": "models.versions.files.get",
    "model_requests_create": "models.versions.requests.create",
    **_each("batch_model_requests", "models.versions.requests", "list get create delete"),
    "batch_model_requests_batch_collect": "models.versions.requests.get",
    "batch_model_requests_batch_delete": "models.versions.requests.delete",
    **_objects("pipelines"),
    **_each("pipeline_objects", "pipelines.objects", _ALL),
    "pipeline_object_environment_variables_list": "pipelines.objects.environment_variables.list",
    **_each("pipeline_object_attachments", "pipelines.attachments", "list get create delete"),
    "pipeline_object_attachments_source_get": "pipelines.attachments.list",
    "pipelines_request": "pipelines.requests.create",
    **_each("batch_pipeline_requests", "pipelines.requests", "list create"),
    **_each("batch_pipeline_request", "pipelines.requests", "get delete"),
    "batch_pipeline_requests_batch_collect": "pipelines.requests.get",
    "batch_pipeline_requests_batch_delete": "pipelines.requests.delete",
    # Schedules make requests: who may do that to the model or pipeline may schedule it.
    **_schedules("list", "list"),
    **_schedules("get", "get"),
    **_schedules("create", "create"),
    **_schedules("update", "create"),
    **_schedules("delete", "delete"),
    **_objects("connectors"),
    **_objects("credentials"),
    **_each("blobs", "blobs", "list get create delete"),
    **_each("service_users", "service_users", _ALL),
    "service_users_token": "service_users.update",
    **_each("roles", "roles", _ALL),
    **_each("role_assignments", "roles.assignments", "get create delete"),
    "role_assignments_per_user_list": "roles.assignments.list",
}


def _permissions() -> List[str]:
    needs = [(need,) if isinstance(need, str) else need for need in NEEDS.values() if not isinstance(need, Level)]
    return sorted({name for names in needs for name in names})


PERMISSIONS: Sequence[str] = _permissions()
"""Every permission that a role can hold: those that some operation needs."""

KINDS: Mapping[str, str] = {
    "model": "models",
    "pipeline": "pipelines",
    "connector": "connectors",
    "credentials": "credentials",
}
"""The kinds of objects on which a role can be assigned, with the tables that hold them.

Permissions on objects of a kind begin with the name of its table.
"""


def about_users(permission: str) -> bool:
    """Tell whether a permission is about roles or users: service users cannot hold it."""
    return permission.startswith(("roles.", "service_users."))


_WHERE_HELD = (
    "FROM role_assignments JOIN role_permissions USING (role_id)"
    " WHERE user_id = ? AND project_id = ? AND permission = ?"
)
_HELD = f"SELECT 1 {_WHERE_HELD}"


def authenticate(db: sqlite3.Connection, authorization: Optional[str], now: Callable[[], str]) -> Row:
    """Return the user whose token the header `Authorization` holds.

    Args:
        db: the database, in a transaction.
        authorization: `Token <token>`, or `Bearer <access>` with an access token from `POST /authorize`.
        now: tells the present time, in the shape of storage.

    Raises:
        ApiError: 401 without a valid token.
    """
    scheme, _, token = (authorization or "").strip().partition(" ")
    token = token.strip()
    if scheme.lower() == "token":
        row = one(db, "SELECT * FROM users WHERE token = ?", (token,))
    else:
        query = (
            "SELECT users.* FROM users JOIN access_tokens ON users.id = user_id"
            " WHERE access_tokens.token = ? AND expires > ?"
        )
        row = one(db, query, (token if scheme.lower() == "bearer" else "", now()))
    if row is None:
        raise ApiError(401, "Invalid token", {"WWW-Authenticate": "Token"})
    return row


def lasting(authorization: Optional[str]) -> bool:
    """Tell whether who is known by a header stays so until something is changed: access tokens end by themselves."""
    return (authorization or "").lstrip()[:5].lower() == "token"


def operator(db: sqlite3.Connection) -> Row:
    """Return the operator of the service, who is the seeded user."""
    user: Row = db.execute("SELECT * FROM users WHERE operator").fetchone()
    return user


def require_operator(_db: sqlite3.Connection, _operation: str, user: Row, _path: Mapping[str, str]) -> None:
    """Let the operator of the service pass, and nobody else.

    Raises:
        ApiError: 403.
    """
    if not user["operator"]:
        raise ApiError(403, "Only the operator of the service may do this")


def authorize(db: sqlite3.Connection, operation: str, user: Row, path: Mapping[str, str]) -> Optional[Row]:
    """Let a user pass who may call an operation.

    Args:
        db: the database, in a transaction.
        operation: operationId of the call.
        user: who is calling.
        path: the path parameters of the call.

    Returns:
        The project that the path names, if it names one.

    Raises:
        ApiError: 404 for a project or organization that is not there, 403 without the permission.
    """
    need = NEEDS[operation]
    if isinstance(need, Level):
        if need is not Level.ANYONE:
            _check_level(db, need, user, path)
        return None
    name = path["project_name"]
    project = one(db, "SELECT * FROM projects WHERE name = ?", (name,))
    if project is None:
        raise not_found("project", name)
    _check_permission(db, need, (user["id"], project["id"]), path)
    return project


def _check_permission(
    db: sqlite3.Connection, need: Union[str, Tuple[str, ...]], holder: Tuple[str, str], path: Mapping[str, str]
) -> None:
    if isinstance(need, tuple):
        if not any(db.execute(_HELD, (*holder, each)).fetchone() for each in need):
            raise ApiError(403, f"Permission {' or '.join(need)} is missing")
        return
    what = "the project"
    if one(db, f"{_HELD} AND object_id IS NULL", (*holder, need)) is not None:
        return
    for kind, table in KINDS.items():
        if f"{kind}_name" in path:
            what = f"this {kind}" if kind != "credentials" else "these credentials"
            query = f"{_HELD} AND object_id = (SELECT id FROM {table} WHERE project_id = ? AND name = ?)"  # noqa: S608
            if one(db, query, (*holder, need, holder[1], path[f"{kind}_name"])) is not None:
                return
    raise _missing(db, holder, need, what)


def _missing(db: sqlite3.Connection, holder: Tuple[str, str], permission: str, what: str) -> ApiError:
    elsewhere = db.execute(_HELD, (*holder, permission)).fetchone() is not None
    return ApiError(403, f"Permission {permission} is missing" + (f" on {what}" if elsewhere else ""))


def _check_level(db: sqlite3.Connection, need: Level, user: Row, path: Mapping[str, str]) -> None:
    if user["project_id"] is not None:
        raise ApiError(403, "Service users may not do this; use the token of a user")
    if need is Level.OPERATOR and not user["operator"]:
        raise ApiError(403, "Only the operator of the service may do this")
    if need in (Level.MEMBER, Level.ADMIN):
        name = path["organization_name"]
        organization = db.execute("SELECT id FROM organizations WHERE name = ?", (name,)).fetchone()
        if organization is None:
            raise not_found("organization", name)
        if not user["operator"]:
            check_member(db, user, organization["id"], admin=need is Level.ADMIN)


def check_member(db: sqlite3.Connection, user: Row, organization_id: str, *, admin: bool) -> None:
    """Let a user pass who belongs to an organization.

    Args:
        db: the database, in a transaction.
        user: who is calling.
        organization_id: the organization.
        admin: whether they must be an admin of it.

    Raises:
        ApiError: 403 if they do not, or are not.
    """
    query = "SELECT admin FROM organization_users WHERE organization_id = ? AND user_id = ?"
    member = db.execute(query, (organization_id, user["id"])).fetchone()
    if member is None:
        raise ApiError(403, "You are no member of the organization")
    if admin and not member["admin"]:
        raise ApiError(403, "Only admins of the organization may do this")


def check(
    db: sqlite3.Connection,
    user: Row,
    project_id: str,
    permission: str,
    object_id: Optional[str] = None,
) -> None:
    """Let a user pass who holds a permission, where `authorize` cannot tell because the path does not name the object.

    Args:
        db: the database, in a transaction.
        user: who is calling.
        project_id: the project.
        permission: e.g. `models.versions.requests.create`.
        object_id: id of the model, pipeline, connector or credentials; None for all of the project.

    Raises:
        ApiError: 403 without the permission on the project or on that object.
    """
    query = f"{_HELD} AND (object_id IS NULL OR object_id = ?)"
    if db.execute(query, (user["id"], project_id, permission, object_id)).fetchone() is None:
        what = "the project" if object_id is None else "this object"
        raise _missing(db, (user["id"], project_id), permission, what)


def covered(db: sqlite3.Connection, user: Row, project_id: str, permission: str) -> Callable[[Optional[str]], bool]:
    """Return what tells of the id of an object whether a user holds a permission on it, or on all of the project."""
    rows = db.execute(f"SELECT object_id {_WHERE_HELD}", (user["id"], project_id, permission))
    ids = {row["object_id"] for row in rows}
    return lambda object_id: None in ids or object_id in ids


def check_reference(
    db: sqlite3.Connection, user: Row, project_id: str, changes: str, uses: str, object_id: str
) -> None:
    """Let a user pass who makes one object use another: a role on the first alone does not open the second.

    Args:
        db: the database, in a transaction.
        user: who is calling.
        project_id: the project.
        changes: the permission to change the first, which is enough if it is held on all of the project.
        uses: the permission on the second that is asked for otherwise.
        object_id: id of the second.

    Raises:
        ApiError: 403 without either.
    """
    if not covered(db, user, project_id, changes)(None):
        check(db, user, project_id, uses, object_id)


def check_grant(
    db: sqlite3.Connection, user: Row, project_id: str, names: Iterable[str], object_id: Optional[str] = None
) -> None:
    """Let a user pass who gives others permissions: nobody gives what they do not hold themselves.

    Args:
        db: the database, in a transaction.
        user: who is calling.
        project_id: the project.
        names: the permissions.
        object_id: the object on which they are given; None for all of the project.

    Raises:
        ApiError: 403 that names one which they do not hold there.
    """
    for name in names:
        held = covered(db, user, project_id, name)
        if not held(None) and not (object_id is not None and held(object_id)):
            raise ApiError(403, f"Permission {name} is missing: nobody can give others what they do not hold")
