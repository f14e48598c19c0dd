"""Models and their versions made as they are declared."""

from __future__ import annotations

from typing import Any, List, Mapping, Union

from ubiops import CoreApi, ModelCreate, ModelList, ModelVersionCreate, ModelVersionList
from ubiops.utils._upserts import Change, EnsureResult, declared, differences, found, new_values, refuse, upsert


def ensure_model(
    api: CoreApi, project_name: str, data: Union[ModelCreate, Mapping[str, Any]], *, dry_run: bool = False
) -> EnsureResult[ModelList]:
    """Make a model as it is declared: create it, change what differs, or leave it.

    Only what `data` holds is compared; a field that is None or left out may be as it is. The order of fields does not
    count. The API changes the description in place, and neither types nor fields.

    Uses `models_get`, `models_create` and `models_update`. If somebody else creates the model meanwhile, it is read
    again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The model: its name, its types, and what else matters.
        dry_run: Whether to say what would be done, and do nothing.

    Returns:
        What was done; the resource is a `ModelList`.

    Raises:
        UnchangeableException: Types or fields differ; nothing was changed.
        ApiValueError, ApiTypeError: `data` is no model; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(ModelCreate, data)
    name = wanted["name"]

    def compare(present: ModelList) -> List[Change]:
        changes = differences(present, wanted)
        fixed = [change for change in changes if change.field != "description"]
        refuse(f"the model {name}", fixed, "create a model of another name, or delete this one first")
        return changes

    return upsert(
        lambda: found(lambda: api.models_get(project_name, name)),
        wanted,
        create=lambda: api.models_create(project_name, wanted),
        compare=compare,
        update=lambda _, changes: api.models_update(project_name, name, new_values(changes)),
        dry_run=dry_run,
    )


def ensure_model_version(
    api: CoreApi,
    project_name: str,
    model_name: str,
    data: Union[ModelVersionCreate, Mapping[str, Any]],
    *,
    dry_run: bool = False,
) -> EnsureResult[ModelVersionList]:
    """Make a version of a model as it is declared: create it, change what differs, or leave it.

    Only what `data` holds is compared and sent; a field that is None or left out may be as it is. An instance of
    `ModelVersionCreate` always holds a `language`, `python3.7` by default, a mapping only what it names. A change of
    `language` starts a build; the package itself is no part of this.

    Uses `model_versions_get`, `model_versions_create` and `model_versions_update`. If somebody else creates the version
    meanwhile, it is read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        data: The version: its name as `version`, and the settings that matter.
        dry_run: Whether to say what would be done, and do nothing. The model need not be there then.

    Returns:
        What was done; the resource is a `ModelVersionList`.

    Raises:
        ApiValueError, ApiTypeError: `data` is no version; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(ModelVersionCreate, data)
    place = (project_name, model_name, wanted["version"])
    return upsert(
        lambda: found(lambda: api.model_versions_get(*place)),
        wanted,
        create=lambda: api.model_versions_create(project_name, model_name, wanted),
        compare=lambda present: differences(present, wanted),
        update=lambda _, changes: api.model_versions_update(*place, new_values(changes)),
        dry_run=dry_run,
    )
