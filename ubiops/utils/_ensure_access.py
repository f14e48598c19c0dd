"""Roles and service users made as they are declared."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from ubiops import (
    ApiValueError,
    BadRequestException,
    ConflictException,
    CoreApi,
    RoleAssignmentCreate,
    RoleAssignmentList,
    RoleCreate,
    RoleDetailList,
    ServiceUserCreate,
    ServiceUserDetail,
    ServiceUserList,
)
from ubiops.utils._upserts import Change, EnsureResult, additions, declared, differences, found, refuse, upsert

ServiceUser = Union[ServiceUserDetail, ServiceUserList]
Assignment = Tuple[str, str, str]
"""A role, and the type and name of what it is assigned on."""


def ensure_role(
    api: CoreApi, project_name: str, data: Union[RoleCreate, Mapping[str, Any]], *, dry_run: bool = False
) -> EnsureResult[RoleDetailList]:
    """Make a custom role as it is declared: create it, change its permissions, or leave it.

    The order of permissions does not count; those that are not declared are taken away. Uses `roles_get`,
    `roles_create` and `roles_update`. If somebody else creates the role meanwhile, it is read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The role: its name and its permissions.
        dry_run: Whether to say what would be done, and do nothing.

    Returns:
        What was done; the resource is a `RoleDetailList`.

    Raises:
        UnchangeableException: It is a default role, with other permissions.
        ApiValueError, ApiTypeError: `data` is no role; nothing was sent.
        ApiException: A call failed.
    """
    wanted = declared(RoleCreate, data)
    place = (project_name, wanted["name"])

    def compare(present: RoleDetailList) -> List[Change]:
        changes = differences(present, wanted)
        refuse(f"the default role {wanted['name']}", changes if present.default else [], "give the role another name")
        return changes

    return upsert(
        lambda: found(lambda: api.roles_get(*place)),
        wanted,
        create=lambda: api.roles_create(project_name, wanted),
        compare=compare,
        update=lambda _, changes: api.roles_update(*place, {"permissions": wanted["permissions"]}),
        dry_run=dry_run,
    )


def ensure_service_user(
    api: CoreApi,
    project_name: str,
    data: Union[ServiceUserCreate, Mapping[str, Any]],
    roles: Iterable[Union[RoleAssignmentCreate, Mapping[str, Any]]] = (),
    *,
    prune: bool = False,
    dry_run: bool = False,
) -> EnsureResult[ServiceUser]:
    """Make a service user as it is declared, with its roles: create it, and give it the roles that it lacks.

    The API knows service users by an id, and lets several have the same name; here the name tells which one is meant.
    Of two that were created at the same moment, the younger is deleted by whoever created it.

    Uses `service_users_list`, `service_users_create`, `service_users_delete`, and the operations of
    `role_assignments_...`.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The service user: its name.
        roles: Its roles, as mappings with `role`, and with `object_type` and `object_name` where it does not hold on
            the whole project; `user_id` is left out. The roles and objects have to be there, except in a dry run.
        prune: Whether to take away roles that are not declared.
        dry_run: Whether to say what would be done, and do nothing.

    Returns:
        What was done. The resource of one that was created is a `ServiceUserDetail`: its `token` is shown this once.
        Changes of roles are named like `roles.model-viewer` and `roles.model-viewer on model churn`.

    Raises:
        ApiValueError, ApiTypeError: `data` or a role cannot be what is declared, and nothing was sent; or there are
            several service users of this name, and nothing was changed.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(ServiceUserCreate, data)
    if not wanted.get("name"):
        raise ApiValueError("A service user that is declared needs a name, by which it is found again")
    user = _ServiceUser(api, project_name, wanted["name"])
    assignments = [_assignment(each, project_name) for each in roles]
    present = user.find()
    if present is None:
        changes: List[Change] = [*additions(wanted), *(_added(each) for each in dict.fromkeys(assignments))]
        if dry_run:
            return EnsureResult("created", changes, None)
        made = api.service_users_create(project_name, wanted)
        first = user.first()
        if first is None or first.id == made.id:
            for each in dict.fromkeys(assignments):
                user.assign(str(made.id), each)
            return EnsureResult("created", changes, made)
        found(lambda: api.service_users_delete(project_name, str(made.id)))
        present = first
    held = user.assignments(str(present.id))
    missing = [each for each in dict.fromkeys(assignments) if each not in held]
    extra = [each for each in held if prune and each not in assignments]
    changes = [*map(_added, missing), *(Change(_label(each), each[0], None) for each in extra)]
    if not dry_run:
        for each in missing:
            user.assign(str(present.id), each)
        for each in extra:
            user.withdraw(held[each])
    return EnsureResult("updated" if changes else "unchanged", changes, present)


class _ServiceUser:
    """The calls that concern the service user of a name."""

    def __init__(self, api: CoreApi, project_name: str, name: str) -> None:
        self._api = api
        self._project = project_name
        self._name = name

    def named(self) -> List[ServiceUserList]:
        listed = found(lambda: self._api.service_users_list(self._project)) or []
        return [each for each in listed if each.name == self._name]

    def first(self) -> Optional[ServiceUserList]:
        return min(self.named(), key=lambda each: (str(each.creation_date), str(each.id)), default=None)

    def find(self) -> Optional[ServiceUserList]:
        named = self.named()
        if len(named) > 1:
            ids = ", ".join(str(each.id) for each in named)
            raise ApiValueError(
                f"There are {len(named)} service users called {self._name}, so that the name does not tell which is "
                f"meant; rename or delete all but one: {ids}"
            )
        return next(iter(named), None)

    def assignments(self, user_id: str) -> Dict[Assignment, RoleAssignmentList]:
        listed = self._api.role_assignments_per_user_list(self._project, user_id)
        return {(each.role, str(each.object_type), str(each.object_name)): each for each in listed}

    def assign(self, user_id: str, wanted: Assignment) -> None:
        role, kind, name = wanted
        body = {"user_id": user_id, "role": role, "object_type": kind, "object_name": name}
        try:
            self._api.role_assignments_create(self._project, body)
        except (BadRequestException, ConflictException):  # somebody else may have
            if wanted not in self.assignments(user_id):
                raise

    def withdraw(self, assignment: RoleAssignmentList) -> None:
        found(lambda: self._api.role_assignments_delete(self._project, str(assignment.id)))


def _assignment(data: Any, project_name: str) -> Assignment:
    wanted = declared(RoleAssignmentCreate, {"user_id": "", **data} if isinstance(data, Mapping) else data)
    if ("object_type" in wanted) != ("object_name" in wanted):
        raise ApiValueError(f"roles: the role {wanted['role']} needs object_type and object_name, or neither")
    return wanted["role"], wanted.get("object_type", "project"), wanted.get("object_name", project_name)


def _label(assignment: Assignment) -> str:
    role, kind, name = assignment
    return f"roles.{role}" if kind == "project" else f"roles.{role} on {kind} {name}"


def _added(assignment: Assignment) -> Change:
    return Change(_label(assignment), None, assignment[0])
