"""Credentials and connectors made as they are declared."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Union

from ubiops import (
    ConnectorCreate,
    ConnectorList,
    CoreApi,
    CredentialsCreate,
    CredentialsListWithConfig,
)
from ubiops.utils._upserts import SECRET, Change, EnsureResult, declared, differences, found, refuse, upsert

_NAME = "configuration."


def ensure_credentials(
    api: CoreApi,
    project_name: str,
    data: Union[CredentialsCreate, Mapping[str, Any]],
    *,
    update_secrets: bool = False,
    dry_run: bool = False,
) -> EnsureResult[CredentialsListWithConfig]:
    """Make credentials as they are declared: create them, change what differs, or leave them.

    Only the parameters that `data` holds are compared. Nobody can read a protected one, so one that is declared and
    there counts as equal; `update_secrets=True` sends all that are declared, and reports them as changed. Whatever
    changes is verified again, see `wait_for_credentials`.

    Uses `credentials_get`, `credentials_create` and `credentials_update`. If somebody else creates the credentials
    meanwhile, they are read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The credentials: name, type and configuration.
        update_secrets: Whether to send the values of protected parameters that are there already.
        dry_run: Whether to say what would be done, and do nothing.

    Returns:
        What was done. Changes of parameters are named like `configuration.region`; values that are protected, or of
        which that is not known yet, are `***`.

    Raises:
        UnchangeableException: The type differs; nothing was changed.
        ApiValueError, ApiTypeError: `data` are no credentials; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(CredentialsCreate, data)
    place = (project_name, wanted["name"])

    def compare(present: CredentialsListWithConfig) -> List[Change]:
        _check_type(present, wanted, "the credentials", "delete these first")
        return _compare_configuration(present.configuration, wanted["configuration"], update_secrets)

    def create() -> CredentialsListWithConfig:
        api.credentials_create(project_name, wanted)
        return api.credentials_get(*place)

    return _hidden(
        upsert(
            lambda: found(lambda: api.credentials_get(*place)),
            wanted,
            create=create,
            compare=compare,
            update=lambda _, changes: api.credentials_update(*place, _update(wanted, changes)),
            dry_run=dry_run,
        )
    )


def ensure_connector(
    api: CoreApi,
    project_name: str,
    data: Union[ConnectorCreate, Mapping[str, Any]],
    *,
    update_secrets: bool = False,
    dry_run: bool = False,
) -> EnsureResult[ConnectorList]:
    """Make a connector as it is declared: create it, change what differs, or leave it.

    Only what `data` holds is compared, also of the configuration; see `ensure_credentials` for protected parameters.
    An empty list of fields counts as left out, since a connector of blobs has one by itself. Whatever changes is
    verified again, see `wait_for_connector`.

    Uses `connectors_get`, `connectors_create` and `connectors_update`. If somebody else creates the connector
    meanwhile, it is read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The connector: name, type, credentials, configuration, and input fields if it is structured.
        update_secrets: Whether to send the values of protected parameters that are there already.
        dry_run: Whether to say what would be done, and do nothing. The credentials need not be there then.

    Returns:
        What was done, as by `ensure_credentials`; the resource is a `ConnectorList`.

    Raises:
        UnchangeableException: The type differs; nothing was changed.
        ApiValueError, ApiTypeError: `data` is no connector; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(ConnectorCreate, data)
    if not wanted.get("input_fields"):
        wanted.pop("input_fields", None)
    place = (project_name, wanted["name"])

    def compare(present: ConnectorList) -> List[Change]:
        _check_type(present, wanted, "the connector", "create one of another name")
        others: Dict[str, Any] = {field: wanted[field] for field in ("credentials", "input_fields") if field in wanted}
        changes = _compare_configuration(present.configuration, wanted["configuration"], update_secrets)
        return [*differences(present, others), *changes]

    return _hidden(
        upsert(
            lambda: found(lambda: api.connectors_get(*place)),
            wanted,
            create=lambda: api.connectors_create(project_name, wanted),
            compare=compare,
            update=lambda _, changes: api.connectors_update(*place, _update(wanted, changes)),
            dry_run=dry_run,
        )
    )


def _check_type(present: Any, wanted: Mapping[str, Any], what: str, remedy: str) -> None:
    fixed = [Change("type", present.type, wanted["type"])] if present.type != wanted["type"] else []
    refuse(f"{what} {wanted['name']}", fixed, remedy)


def _compare_configuration(
    present: Optional[Mapping[str, Any]], wanted: Mapping[str, Any], update_secrets: bool
) -> List[Change]:
    before = present or {}
    changes = []
    for parameter, value in wanted.items():
        if parameter in before and before[parameter] is None:  # protected
            changes.extend([Change(f"{_NAME}{parameter}", SECRET, SECRET)] if update_secrets else [])
        elif before.get(parameter) != value:
            new = value if parameter in before else SECRET
            changes.append(Change(f"{_NAME}{parameter}", before.get(parameter), new))
    return changes


def _update(wanted: Mapping[str, Any], changes: Any) -> Dict[str, Any]:
    """Return the body of an update: of the configuration, the parameters that change."""
    fields = [change.field for change in changes]
    body = {field: wanted[field] for field in fields if not field.startswith(_NAME)}
    parameters = [field[len(_NAME) :] for field in fields if field.startswith(_NAME)]
    if parameters:
        body["configuration"] = {parameter: wanted["configuration"][parameter] for parameter in parameters}
    return body


def _hidden(result: EnsureResult[Any]) -> EnsureResult[Any]:
    """Hide the configuration of what is created, of which nobody knows yet what is protected."""
    if result.action == "created":
        changes: List[Change] = []
        for change in result.changes:
            if change.field == "configuration":
                changes.extend(Change(f"{_NAME}{parameter}", None, SECRET) for parameter in change.new)
            else:
                changes.append(change)
        result.changes = changes
    return result
