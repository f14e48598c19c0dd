"""Reading how a living project is, in the words of a file."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence

from ubiops import CoreApi, ForbiddenException, ModelList, ModelVersionList
from ubiops.deploy import _marks
from ubiops.deploy._placeholders import Secret

Entry = Dict[str, Any]
Fetch = Callable[[str, str, str], Optional[str]]

_VERSION = ("language", "memory_allocation", "maximum_instances", "minimum_instances", "maximum_idle_time")
_SCHEDULE = ("name", "object_type", "object_name", "version", "schedule")
_REQUEST = ("request_data", "batch", "timeout", "enabled")


class LivingProject:
    """A project, read with as many calls as it takes.

    Args:
        api: The API.
        name: Name of the project.
        fetch: Gets the package of a version, by project, model and version, and returns what the file shall call it;
            None where there is none.

    Attributes:
        notes: What the file does not tell, and why.
    """

    def __init__(self, api: CoreApi, name: str, fetch: Fetch) -> None:
        self.notes: List[str] = []
        self._api = api
        self._name = name
        self._fetch = fetch

    def read(self) -> Entry:
        """Return the project; what no call shows is a `Secret`."""
        api, name = self._api, self._name
        organization = api.projects_get(name).organization_name
        return {
            "name": name,
            **_given(
                organization_name=organization,
                environment_variables=self._variables(api.project_environment_variables_list),
                roles=self._seen("roles", self._roles),
                credentials=self._seen("credentials", self._credentials),
                connectors=self._seen("connectors", self._connectors),
                models=self._seen("models", lambda: map(self._model, api.models_list(name))),
                pipelines=self._seen("pipelines", self._pipelines),
                schedules=self._seen("schedules", self._schedules),
                service_users=self._seen("service_users", self._service_users),
            ),
        }

    def _seen(self, kind: str, read: Callable[[], Any], *place: str) -> List[Any]:
        """Return what is read; nothing, with a note, if the token may not see it."""
        try:
            return list(read())
        except ForbiddenException:
            self.notes.append(f"{'/'.join((self._name, *place, kind))}: left out, since this token may not see them")
            return []

    def _variables(self, read: Callable[..., Sequence[Any]], *place: str) -> List[Entry]:
        """Return the variables of one level, without those that are inherited."""
        kind = "environment_variables"
        listed = self._seen(kind, partial(read, self._name, *place[1::2]), *place)
        mine = [each for each in listed if not getattr(each, "inheritance_type", None)]
        return [
            {"name": each.name, "value": Secret(self._name, *place[1::2], each.name), "secret": True}
            if each.secret
            else {"name": each.name, "value": each.value or ""}
            for each in mine
        ]

    def _roles(self) -> Iterator[Entry]:
        for each in self._api.roles_list(self._name):
            if not each.default:
                yield {"name": each.name, "permissions": self._api.roles_get(self._name, each.name).permissions}

    def _credentials(self) -> Iterator[Entry]:
        for each in self._api.credentials_list(self._name):
            whole = self._api.credentials_get(self._name, each.name)
            configuration = self._configuration(each.name, whole.configuration)
            yield {**_picked(each, "name", "type"), "configuration": configuration}

    def _connectors(self) -> Iterator[Entry]:
        for each in self._api.connectors_list(self._name):
            configuration = self._configuration(each.name, each.configuration)
            # Connectors of blobs have their one field by themselves.
            fields = _fields(each.input_fields) if each.input_type == "structured" else []
            shown = _picked(each, "name", "type", "credentials")
            yield {**shown, "configuration": configuration, **_given(input_fields=fields)}

    def _configuration(self, name: str, values: Optional[Mapping[str, Any]]) -> Entry:
        return {
            key: Secret(self._name, f"{name}_{key}") if value is None else value
            for key, value in (values or {}).items()
        }

    def _model(self, model: ModelList) -> Entry:
        place = ("models", model.name)
        versions = self._seen("versions", lambda: self._api.model_versions_list(self._name, model.name), *place)
        return {
            **_picked(model, "name", "description", "input_type"),
            **_given(input_fields=_fields(model.input_fields)),
            "output_type": model.output_type,
            **_given(
                output_fields=_fields(model.output_fields),
                environment_variables=self._variables(self._api.model_environment_variables_list, *place),
                versions=[self._version(model.name, version) for version in versions],
            ),
        }

    def _version(self, model: str, version: ModelVersionList) -> Entry:
        place = ("models", model, "versions", version.version)
        read = self._api.model_version_environment_variables_list
        return {
            "version": version.version,
            **_given(description=_marks.without(version.description)),
            **_picked(version, *_VERSION),
            **_given(
                package=None if version.status == "initialised" else self._fetch(self._name, model, version.version),
                environment_variables=self._variables(read, *place),
            ),
        }

    def _pipelines(self) -> Iterator[Entry]:
        for each in self._api.pipelines_list(self._name):
            objects = self._api.pipeline_objects_list(self._name, each.name)
            attachments = self._api.pipeline_object_attachments_list(self._name, each.name)
            yield {
                **_picked(each, "name", "description", "input_type"),
                **_given(input_fields=_fields(each.input_fields)),
                "objects": [_picked(node, "name", "reference_type", "reference_name", "version") for node in objects],
                "attachments": [_attachment(attachment) for attachment in attachments],
            }

    def _schedules(self) -> Iterator[Entry]:
        for each in self._api.scheduled_requests_list(self._name):
            yield {**_picked(each, *_SCHEDULE), **{field: getattr(each, field) for field in _REQUEST}}

    def _service_users(self) -> Iterator[Entry]:
        listed = self._api.service_users_list(self._name)
        for each in listed:
            if not each.name or sum(other.name == each.name for other in listed) > 1:
                called = f"called {each.name}, as another is" if each.name else "without a name"
                self.notes.append(f"{self._name}/service_users: left out {each.id}, which is {called}")
                continue
            place = ("service_users", each.name)
            read = partial(self._api.role_assignments_per_user_list, self._name, each.id)
            roles = [_assignment(role) for role in self._seen("roles", read, *place)]
            yield {"name": each.name, **_given(roles=roles)}


def _assignment(role: Any) -> Entry:
    on_project = role.object_type == "project"
    return _picked(role, "role") if on_project else _picked(role, "role", "object_type", "object_name")


def _attachment(attachment: Any) -> Entry:
    pairs = [_picked(each, "source_field_name", "destination_field_name") for each in attachment.mapping or ()]
    return {**_picked(attachment, "source_name", "destination_name"), **_given(mapping=pairs)}


def _fields(fields: Optional[Sequence[Any]]) -> List[Entry]:
    return [_picked(each, "name", "data_type") for each in fields or ()]


def _picked(item: Any, *names: str) -> Entry:
    return _given(**{name: getattr(item, name) for name in names})


def _given(**fields: Any) -> Entry:
    """Return fields without those that say nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
