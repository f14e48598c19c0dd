"""Seed files: what an emulator shall hold when it starts, in a form that people write."""

from __future__ import annotations

import os
import uuid
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping

from ubiops.deploy._documents import read
from ubiops.deploy._interpolation import interpolate

from ..accounts.permissions import authorize, operator
from ..call import Call, Handler, Upload
from ..common import private
from ..common.database import Row, one
from ..common.errors import ApiError
from ..common.filenames import in_utf8, on_disk
from ..platform import Platform
from ..state.seed import ORGANIZATION
from ..web.spec import Specification

Entry = Dict[str, Any]

_KINDS = ("users", "organizations", "projects")
_IN_PROJECTS = (
    *("environment_variables", "roles", "credentials", "connectors", "models", "pipelines", "schedules"),
    "service_users",
)
_EXAMPLES = "examples"  # for rehearsals of deployments, which have the same format
_ORGANIZATION = {"subscription": "professional", "subscription_agreed": True}


class SeedError(ValueError):
    """A seed file that cannot be used; the text tells the place in it."""


class SeedFile:
    """A seed file, read and ready to be applied.

    Args:
        path: a file of JSON (`.json`), or of YAML (`.yaml`, `.yml`) where PyYAML is installed. Packages are looked for
            relative to its directory.
        specification: the operations of the API.
        handlers: what they do, by operationId.

    Raises:
        OSError: the file cannot be read.
        SeedError: it is not JSON or YAML, or holds more than anybody writes, or PyYAML is missing; or the environment
            has no variable that a `${NAME}` in it asks for.
    """

    def __init__(self, path: Path, specification: Specification, handlers: Mapping[str, Handler]) -> None:
        self._path = path
        self._specification = specification
        self._handlers = handlers
        try:
            self._content = interpolate(read(path), os.environ)
        except ValueError as error:
            raise SeedError("\n".join(f"{path.name}: {line}" for line in str(error).splitlines())) from None

    def apply(self, platform: Platform) -> None:
        """Make what the file lists, by the rules of the API, as the seeded user. Builds go on in the background.

        Args:
            platform: an emulator with the seed that each has; a project or organization that exists is extended.

        Raises:
            SeedError: something in it is refused; what comes before it is made.
        """
        loader = _Loader(platform, self._specification, self._handlers, self._path.absolute().parent)
        try:
            loader.all(self._content)
        except (ApiError, OSError) as error:
            raise SeedError(f"{self._path.name}: {loader.place}: {error}") from None


class _Loader:
    """Makes the entries of one seed file.

    Attributes:
        place: where in the file it is, e.g. `projects[0].models[1]`.
    """

    def __init__(
        self, platform: Platform, specification: Specification, handlers: Mapping[str, Handler], directory: Path
    ) -> None:
        self.place = "the file"
        self._platform = platform
        self._specification = specification
        self._handlers = handlers
        self._directory = directory

    def all(self, content: Any) -> None:
        """Make everything."""
        unknown = self._body("the file", content, *_KINDS)
        if unknown:
            raise ApiError(400, f"{next(iter(unknown))}: is unknown; possible: {', '.join(_KINDS)}")
        for user in self._entries("", content, "users"):
            self._call("user_create", {"terms_conditions": True, **user})
        for organization in self._entries("", content, "organizations"):
            self._organization(organization)
        for project in self._entries("", content, "projects"):
            self._project(project)

    def _organization(self, entry: Entry) -> None:
        place = self.place
        body, path = self._body(place, entry, "users"), {"organization_name": entry.get("name", "")}
        if not self._exists("organizations", body):
            self._call("organizations_create", {**_ORGANIZATION, **body})
        for user in self._entries(place, entry, "users"):
            self._call("organization_users_create", {"admin": False, **user}, path)

    def _project(self, entry: Entry) -> None:
        place = self.place
        body = self._body(place, entry, *_IN_PROJECTS)
        path = {"project_name": entry.get("name", "")}
        if not self._exists("projects", body):
            self._call("projects_create", {"organization_name": ORGANIZATION, **body})
        self._variables(place, "project", entry, path)
        for kind in ("roles", "credentials", "connectors"):
            for each in self._entries(place, entry, kind):
                self._call(f"{kind}_create", each, path)
        for model in self._entries(place, entry, "models"):
            self._model(model, path)
        for pipeline in self._entries(place, entry, "pipelines"):
            self._pipeline(pipeline, path)
        for schedule in self._entries(place, entry, "schedules"):
            self._call("scheduled_requests_create", schedule, path)
        for user in self._entries(place, entry, "service_users"):
            self._service_user(user, path)

    def _model(self, entry: Entry, project: Mapping[str, str]) -> None:
        place = self.place
        body = self._body(place, entry, "environment_variables", "versions", _EXAMPLES)
        self._call("models_create", body, project)
        path = {**project, "model_name": body["name"]}
        self._variables(place, "model", entry, path)
        for version in self._entries(place, entry, "versions"):
            self._version(version, path)

    def _version(self, entry: Entry, model: Mapping[str, str]) -> None:
        place = self.place
        body = self._body(place, entry, "environment_variables", "package", _EXAMPLES)
        self._call("model_versions_create", body, model)
        path = {**model, "version": body["version"]}
        self._variables(place, "model_version", entry, path)
        self.place = f"{place}.package"
        if "package" in entry:
            if not isinstance(entry["package"], str):
                raise ApiError(400, "must be the path of a zip or of a directory")
            self._upload(self._directory / on_disk(entry["package"]), path)

    def _pipeline(self, entry: Entry, project: Mapping[str, str]) -> None:
        place = self.place
        body = self._body(place, entry, "objects", "attachments", _EXAMPLES)
        self._call("pipelines_create", body, project)
        path = {**project, "pipeline_name": body["name"]}
        for each in self._entries(place, entry, "objects"):
            self._call("pipeline_objects_create", {"reference_type": "model", **each}, path)
        for each in self._entries(place, entry, "attachments"):
            self._call("pipeline_object_attachments_create", each, path)

    def _service_user(self, entry: Entry, project: Mapping[str, str]) -> None:
        place = self.place
        user = self._call("service_users_create", self._body(place, entry, "roles"), project)
        for role in self._entries(place, entry, "roles"):
            self._call("role_assignments_create", {**role, "user_id": user["id"]}, project)

    def _variables(self, place: str, owner: str, entry: Entry, path: Mapping[str, str]) -> None:
        for variable in self._entries(place, entry, "environment_variables"):
            self._call(f"{owner}_environment_variables_create", {"secret": False, **variable}, path)

    def _upload(self, source: Path, path: Mapping[str, str]) -> None:
        copy = self._platform.storage.uploads / str(uuid.uuid4())
        try:
            if source.is_dir():
                _zip(source, copy)
            else:
                private.copy(source, copy)
            name = in_utf8(Path(f"{source.name}.zip" if source.is_dir() else source.name))
            self._handle("model_versions_file_upload", Upload(copy, name, copy.stat().st_size), path)
        finally:
            if copy.exists():
                copy.unlink()

    def _entries(self, place: str, entry: Entry, key: str) -> Iterator[Entry]:
        """Give the entries of a list in an entry, and keep the place."""
        found = entry.get(key) or []
        self.place = f"{place}.{key}".lstrip(".")
        if not isinstance(found, list):
            raise ApiError(400, "must be a list")
        for index, each in enumerate(found):
            self.place = f"{place}.{key}[{index}]".lstrip(".")
            if not isinstance(each, dict):
                raise ApiError(400, "must be an object with named fields")
            yield each

    def _body(self, place: str, entry: Any, *others: str) -> Entry:
        """Return an entry without what is made by other calls: the body of the call that makes the entry itself."""
        self.place = place
        if not isinstance(entry, dict):
            raise ApiError(400, "must be an object with named fields")
        return {key: value for key, value in entry.items() if key not in others}

    def _exists(self, table: str, body: Entry) -> bool:
        with self._platform.storage.transaction() as db:
            query = f"SELECT 1 FROM {table} WHERE name = ?"  # noqa: S608 - the names of tables are above
            found = isinstance(body.get("name"), str) and one(db, query, (body["name"],)) is not None
        if found and len(body) > 1:
            raise ApiError(400, f"{next(key for key in body if key != 'name')}: {body['name']} exists already")
        return found

    def _call(self, operation_id: str, body: Entry, path: Mapping[str, str] = {}) -> Any:
        operation = self._specification.operations[operation_id]
        self._specification.check_body(operation, "application/json", body)
        return self._handle(operation_id, body, path)

    def _handle(self, operation_id: str, body: Any, path: Mapping[str, str]) -> Any:
        with self._platform.storage.transaction() as db:
            user: Row = operator(db)
            project = authorize(db, operation_id, user, path)
        return self._handlers[operation_id](Call(self._platform, user, path, {}, {}, body, project))


def _zip(directory: Path, target: Path) -> None:
    """Make a package of a directory: of one that holds `model_package`, or of what shall be in that."""
    root = directory / "model_package" if (directory / "model_package").is_dir() else directory
    files: List[Path] = sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    with private.create(target) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for path in files:
            package.write(path, f"model_package/{in_utf8(path.relative_to(root))}")
