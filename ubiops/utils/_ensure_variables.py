"""Environment variables made as they are declared."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Optional, Union

from ubiops import (
    ApiTypeError,
    ApiValueError,
    CoreApi,
    EnvironmentVariableCreate,
    EnvironmentVariableList,
    InheritedEnvironmentVariableList,
)
from ubiops.utils._upserts import SECRET, Change, EnsureResult, by_name, declared, found, refuse, upsert

Variable = Union[EnvironmentVariableList, InheritedEnvironmentVariableList]


def ensure_environment_variables(
    api: CoreApi,
    project_name: str,
    variables: Iterable[Union[EnvironmentVariableCreate, Mapping[str, Any]]],
    *,
    model_name: Optional[str] = None,
    version: Optional[str] = None,
    prune: bool = False,
    update_secrets: bool = False,
    dry_run: bool = False,
) -> EnsureResult[List[Variable]]:
    """Make environment variables as they are declared, on a project, a model or a version.

    Variables that are inherited from above do not count: one that is declared here is made here. Nobody can read the
    value of a secret, so a secret that is declared and there counts as equal; `update_secrets=True` sends the values of
    all secrets, and reports each of them as changed. A variable can become secret, and never readable again.

    Uses `project_environment_variables_...`, `model_environment_variables_...` or
    `model_version_environment_variables_...`. A variable that somebody else makes meanwhile is read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        variables: The variables; `secret` may be left out of a mapping, and is false then.
        model_name: Name of the model that has the variables; None for the project.
        version: Name of the version that has the variables, together with `model_name`.
        prune: Whether to remove variables of this level that are not declared.
        update_secrets: Whether to send the values of secrets that are there already.
        dry_run: Whether to say what would be done, and do nothing. Project, model and version need not be there then.

    Returns:
        What was done: `updated` or `unchanged`, with a change for each variable, named by it (`NAME.secret` where one
        becomes secret). The resource lists the variables of this level.

    Raises:
        UnchangeableException: A secret is declared as readable; nothing was changed.
        ApiValueError, ApiTypeError: A variable cannot be what is declared; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = by_name([_checked(each) for each in variables], "variables")
    level = _Level(api, project_name, model_name, version)
    present = found(level.own) if dry_run else level.own()
    before = present or {}
    for name, variable in wanted.items():
        if name in before:
            _compare(before[name], variable, update_secrets)
    changes: List[Change] = []
    after = dict(before)
    for name, variable in wanted.items():
        result = level.ensure(before.get(name), variable, update_secrets, dry_run)
        if result.action == "created":
            changes.append(Change(name, None, _shown(variable)))
        else:
            changes.extend(result.changes)
        if result.resource is not None:
            after[name] = result.resource
    for name in before if prune else ():
        if name not in wanted:
            changes.append(Change(name, SECRET if before[name].secret else before[name].value or "", None))
            if not dry_run:
                level.delete(after.pop(name).id)
    resource = None if present is None else list(after.values())
    return EnsureResult("updated" if changes else "unchanged", changes, resource)


class _Level:
    """The variables of a project, a model or a version."""

    def __init__(self, api: CoreApi, project_name: str, model_name: Optional[str], version: Optional[str]) -> None:
        self._api = api
        self._path = {"project_name": project_name}
        self._kind = "project"
        if model_name is not None:
            self._path["model_name"] = model_name
            self._kind = "model"
        if version is not None:
            if model_name is None:
                raise ApiValueError("`version` needs `model_name`, the model that it is a version of")
            self._path["version"] = version
            self._kind = "model_version"

    def own(self) -> Dict[str, Variable]:
        """Return the variables of this level, without those that it inherits."""
        listed: List[Variable] = self._call("list")
        return {each.name: each for each in listed if not getattr(each, "inheritance_type", None)}

    def ensure(
        self, present: Optional[Variable], wanted: Mapping[str, Any], update_secrets: bool, dry_run: bool
    ) -> EnsureResult[Variable]:
        """Make one variable; `present` is what is there by the last list."""
        seen = [present]

        def read() -> Optional[Variable]:
            return seen.pop() if seen else self.own().get(wanted["name"])

        return upsert(
            read,
            wanted,
            create=lambda: self._call("create", data=wanted),
            compare=lambda variable: _compare(variable, wanted, update_secrets),
            update=lambda variable, _: self._call("update", id=variable.id, data=wanted),
            dry_run=dry_run,
        )

    def delete(self, variable_id: str) -> None:
        """Remove a variable that may be gone already."""
        found(lambda: self._call("delete", id=variable_id))

    def _call(self, verb: str, **arguments: Any) -> Any:
        return getattr(self._api, f"{self._kind}_environment_variables_{verb}")(**self._path, **arguments)


def _checked(variable: Any) -> Dict[str, Any]:
    given = {"secret": False, **variable} if isinstance(variable, Mapping) else variable
    wanted = declared(EnvironmentVariableCreate, given)
    if not isinstance(wanted.get("value"), str):
        raise ApiTypeError(
            f"The value of the variable {wanted['name']} must be a text, not {type(wanted.get('value')).__name__}"
        )
    return wanted


def _shown(variable: Mapping[str, Any]) -> str:
    value: str = SECRET if variable["secret"] else variable["value"]
    return value


def _compare(present: Variable, wanted: Mapping[str, Any], update_secrets: bool) -> List[Change]:
    name, value = wanted["name"], wanted["value"]
    if present.secret:
        fixed = [] if wanted["secret"] else [Change(f"{name}.secret", True, False)]
        refuse(f"the environment variable {name}", fixed, "delete the variable first")
        return [Change(name, SECRET, SECRET)] if update_secrets else []
    changes = [Change(f"{name}.secret", False, True)] if wanted["secret"] else []
    if (present.value or "") != value:  # lists show an empty value as null
        old = SECRET if wanted["secret"] else present.value or ""
        changes.append(Change(name, old, _shown(wanted)))
    return changes
