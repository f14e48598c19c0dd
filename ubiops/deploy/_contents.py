"""The resources of a project, in the order in which they need each other."""

from __future__ import annotations

from functools import partial
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple, Type

from ubiops import CoreApi, ForbiddenException, NotFoundException
from ubiops.deploy._plan import Resource, Step
from ubiops.deploy._resources import Ensured, Entry, Project, found
from ubiops.deploy._versions import Package, Version
from ubiops.utils import (
    EnsureResult,
    ensure_connector,
    ensure_credentials,
    ensure_environment_variables,
    ensure_model,
    ensure_pipeline,
    ensure_role,
    ensure_schedule,
    ensure_service_user,
)

_LATE = 2  # after the builds


def resources(entry: Entry, update_secrets: bool) -> Iterator[Resource]:
    """Give what a project and all that stands in it are to be."""
    project: str = entry["name"]
    yield Project(entry)
    yield from _variables(entry, project, update_secrets)
    for role in entry.get("roles", ()):
        yield _named(project, "roles", role, partial(ensure_role, project_name=project, data=role))
    for each in entry.get("credentials", ()):
        login = partial(ensure_credentials, project_name=project, data=each, update_secrets=update_secrets)
        yield _named(project, "credentials", each, login)
    for each in entry.get("connectors", ()):
        target = partial(ensure_connector, project_name=project, data=each, update_secrets=update_secrets)
        yield _named(project, "connectors", each, target, kind_of=Connector)
    for model in entry.get("models", ()):
        yield from _model(project, model, update_secrets)
    for pipeline in entry.get("pipelines", ()):
        yield _pipeline(project, pipeline)
    for each in entry.get("schedules", ()):
        yield _named(project, "schedules", each, partial(ensure_schedule, project_name=project, data=each), _LATE)
    for each in entry.get("service_users", ()):
        yield _service_user(project, each)


_OPERATIONS = {
    "roles": ("roles", "role_name"),
    "credentials": ("credentials", "credentials_name"),
    "connectors": ("connectors", "connector_name"),
    "models": ("models", "model_name"),
    "pipelines": ("pipelines", "pipeline_name"),
    "schedules": ("scheduled_requests", "schedule_name"),
}
"""The operations on each kind, and the parameter that names one."""


def _named(
    project: str, kind: str, entry: Entry, make: Any, stage: int = 0, kind_of: Type[Ensured] = Ensured
) -> Ensured:
    """Return what is found and deleted by its name."""
    operations, parameter = _OPERATIONS[kind]
    where = {"project_name": project, parameter: entry["name"]}
    return kind_of(
        f"{project}/{kind}/{entry['name']}",
        make,
        stage,
        lambda api: getattr(api, f"{operations}_get")(**where),
        lambda api: getattr(api, f"{operations}_delete")(**where),
    )


class Connector(Ensured):
    """A connector, whose fields cannot change while a pipeline delivers to them."""

    def plan(self, api: CoreApi) -> Step:
        """Compare it."""
        step = super().plan(api)
        if step.action == "updated" and any(change.field == "input_fields" for change in step.changes):
            for _, user in uses(api, self.address.partition("/")[0], [self.address]):
                reason = f"its input_fields differ, and {user} delivers to it; give the new one another name"
                return Step(self.address, "impossible", step.changes, reason)
        return step


def _model(project: str, entry: Entry, update_secrets: bool) -> Iterator[Resource]:
    data = _without(entry, "environment_variables", "versions", "examples")
    yield _named(project, "models", entry, partial(ensure_model, project_name=project, data=data))
    model: str = entry["name"]
    yield from _variables(entry, project, update_secrets, model)
    for version in entry.get("versions", ()):
        settings = _without(version, "environment_variables", "package", "examples")
        yield Version(project, model, settings)
        yield from _variables(version, project, update_secrets, model, version["version"])
        if "package" in version:
            yield Package(project, model, version)


def _pipeline(project: str, entry: Entry) -> Ensured:
    data = _without(entry, "objects", "attachments", "examples")
    objects = [{"reference_type": "model", **each} for each in entry.get("objects", ())]
    # What stands in a pipeline is a part of it: what the file does not name there goes, if it names anything.
    prune = "objects" in entry or "attachments" in entry
    make = partial(
        ensure_pipeline,
        project_name=project,
        data=data,
        objects=objects,
        attachments=entry.get("attachments", ()),
        prune=prune,
    )
    return _named(project, "pipelines", entry, make, _LATE)


def _variables(
    entry: Entry, project: str, update_secrets: bool, model: Optional[str] = None, version: Optional[str] = None
) -> Iterator[Resource]:
    if "environment_variables" in entry:
        yield Variables(project, entry["environment_variables"], update_secrets, model, version)


class Variables(Ensured):
    """The environment variables of a project, a model or a version that a file names.

    Args:
        project: Name of the project.
        variables: The variables.
        update_secrets: Whether to send secrets that are there.
        model: Name of the model.
        version: Name of the version.
    """

    def __init__(
        self,
        project: str,
        variables: Sequence[Entry],
        update_secrets: bool,
        model: Optional[str],
        version: Optional[str],
    ) -> None:
        parents = [project, *(("models", model) if model else ()), *(("versions", version) if version else ())]
        self._project = project
        self._names = [each["name"] for each in variables]
        self._make = partial(
            ensure_environment_variables,
            project_name=project,
            variables=variables,
            model_name=model,
            version=version,
            update_secrets=update_secrets,
        )
        address = "/".join([*parents, "environment_variables"])
        super().__init__(address, self._ensure_all, read=None if model else self._mine, delete=self._delete)

    def _ensure_all(self, api: CoreApi, *, dry_run: bool) -> EnsureResult[Any]:
        result = self._make(api, dry_run=dry_run)
        others = [each.name for each in result.resource or () if each.name not in self._names]
        self.left = [f"{self.address}/{name}" for name in others]
        return result

    def _mine(self, api: CoreApi) -> List[Any]:
        listed = api.project_environment_variables_list(self._project)
        return [each for each in listed if each.name in self._names]

    def _delete(self, api: CoreApi) -> None:
        for each in self._mine(api):
            found(partial(api.project_environment_variables_delete, self._project, each.id))


def _service_user(project: str, entry: Entry) -> Ensured:
    name: str = entry["name"]

    def mine(api: CoreApi) -> List[Any]:
        return [each for each in api.service_users_list(project) if each.name == name]

    def delete(api: CoreApi) -> None:
        for each in mine(api):
            api.service_users_delete(project, each.id)

    make = partial(
        ensure_service_user,
        project_name=project,
        data=_without(entry, "roles"),
        roles=entry.get("roles", ()),
        prune="roles" in entry,
    )
    return Ensured(f"{project}/service_users/{name}", make, _LATE, mine, delete)


def _without(entry: Entry, *keys: str) -> Dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


def left(api: CoreApi, entry: Entry) -> Iterator[str]:
    """Give the addresses of what a project holds, and the file does not name, of the kinds that it does name."""
    project = entry["name"]
    for kind in (*_OPERATIONS, "service_users"):
        if kind in entry:
            operations = _OPERATIONS[kind][0] if kind in _OPERATIONS else kind
            named = [each["name"] for each in entry[kind]]
            for name in _listed(api, f"{operations}_list", project):
                if name not in named:
                    yield f"{project}/{kind}/{name}"
    for model in entry.get("models", ()):
        named = [each["version"] for each in model.get("versions", ())]
        for name in _listed(api, "model_versions_list", project, model["name"]) if "versions" in model else ():
            if name not in named:
                yield f"{project}/models/{model['name']}/versions/{name}"


def _listed(api: CoreApi, operation: str, *path: str) -> List[str]:
    """Return the names of what is there, as far as it is made by somebody and may be seen."""
    try:
        present = getattr(api, operation)(*path)
    except (ForbiddenException, NotFoundException):
        return []
    # Default roles are there without anybody having made them.
    made = [each for each in present if not getattr(each, "default", False)]
    return [each.version if operation == "model_versions_list" else each.name or each.id for each in made]


def uses(api: CoreApi, project: str, going: Sequence[str]) -> Iterator[Tuple[str, str]]:
    """Give what is used by a pipeline that stays: the address, and that of the object which refers to it."""
    for pipeline in _listed(api, "pipelines_list", project):
        place = f"{project}/pipelines/{pipeline}"
        if place in going:
            continue
        for each in found(partial(api.pipeline_objects_list, project, pipeline)) or ():
            address = f"{project}/{each.reference_type}s/{each.reference_name}"
            for used in (address, f"{address}/versions/{each.version}"):
                if used in going:
                    yield used, f"{place}/objects/{each.name}"


def others(api: CoreApi, entry: Entry, going: Sequence[str]) -> Iterator[Tuple[str, List[str]]]:
    """Give the models that go, with versions that the file does not name and that go with them."""
    for model in entry.get("models", ()):
        address = f"{entry['name']}/models/{model['name']}"
        named = [each["version"] for each in model.get("versions", ())]
        if address in going:
            there = _listed(api, "model_versions_list", entry["name"], model["name"])
            unnamed = [f"{address}/versions/{name}" for name in there if name not in named]
            if unnamed:
                yield address, unnamed
