"""Versions of models, and their packages."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from ubiops import CoreApi, ModelVersionList, OpenApiException
from ubiops.deploy import _marks
from ubiops.deploy._exceptions import ApplyException
from ubiops.deploy._plan import Options, Resource, Step
from ubiops.deploy._resources import Ensured, found
from ubiops.utils import (
    Change,
    EnsureResult,
    PackageException,
    download_model_file,
    ensure_model_version,
    package_digest,
    upload_model,
    wait_for_model_version,
)

BUILDING = ("building", "deploying", "available_building")


class Version(Ensured):
    """A version: its settings.

    Args:
        project: Name of the project.
        model: Name of the model.
        settings: The fields of the version.
    """

    def __init__(self, project: str, model: str, settings: Mapping[str, Any]) -> None:
        self._place = (project, model, settings["version"])
        self._settings = settings
        super().__init__(
            f"{project}/models/{model}/versions/{settings['version']}",
            self._ensure_version,
            read=lambda api: api.model_versions_get(*self._place),
            delete=lambda api: api.model_versions_delete(*self._place),
        )

    def _ensure_version(self, api: CoreApi, *, dry_run: bool) -> EnsureResult[ModelVersionList]:
        """Make it, with the mark of the package that its description holds."""
        wanted: Dict[str, Any] = dict(self._settings)
        if "description" in wanted:
            present = found(partial(api.model_versions_get, *self._place))
            wanted["description"] = _marks.moved(wanted["description"], present.description if present else "")
        result = ensure_model_version(api, *self._place[:2], wanted, dry_run=dry_run)
        result.changes = [
            Change("description", _marks.without(change.old), self._settings["description"])
            if change.field == "description" and change.old is not None
            else change
            for change in result.changes
        ]
        return result


class Package(Resource):
    """The package of a version.

    Args:
        project: Name of the project.
        model: Name of the model.
        version: Fields of the version, its package among them.
    """

    stage = 1

    def __init__(self, project: str, model: str, version: Mapping[str, Any]) -> None:
        self.address = f"{project}/models/{model}/versions/{version['version']}/package"
        self._place = (project, model, version["version"])
        self._path: str = version["package"]
        self._language: Optional[str] = version.get("language")
        self._digest = ""

    def plan(self, api: CoreApi) -> Step:
        """Compare what it holds with what was uploaded."""
        try:
            digest = package_digest(self._path)
        except (OpenApiException, OSError) as error:
            return Step(self.address, "impossible", [], str(error))
        present = found(partial(api.model_versions_get, *self._place))
        if present is None or present.status == "initialised":
            return Step(self.address, "created")
        if "failed" in present.status:
            return Step(self.address, "rebuilt", [], f"its last build ended as {present.status}")
        if not _is_noted(present, digest) and not self._was_uploaded(api, digest):
            return Step(self.address, "rebuilt", [], "its content differs")
        if self._language not in (None, present.language):
            return Step(self.address, "awaited", [], "another language builds it again")
        if present.status in BUILDING:
            return Step(self.address, "awaited", [], f"it is {present.status}")
        self.silent = not _is_noted(present, digest)
        return Step(self.address, "unchanged")

    def _was_uploaded(self, api: CoreApi, digest: str) -> bool:
        """Tell whether this is what was uploaded last, by something else or without being noted."""
        with tempfile.TemporaryDirectory(prefix="ubiops-") as folder:
            path = Path(folder, "package.zip")
            there = found(partial(download_model_file, api, *self._place, path, progress=False)) is not None
            try:
                return there and package_digest(path) == digest
            except PackageException:
                return False

    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Upload it, unless it is there, and note that in the description."""
        digest = package_digest(self._path)
        if step.action in ("created", "rebuilt"):
            present = upload_model(api, *self._place, self._path, progress=options.progress)
        else:
            present = api.model_versions_get(*self._place)
        self._digest = digest
        self._note(api, present)

    def _note(self, api: CoreApi, present: ModelVersionList) -> None:
        description = _marks.marked(present.description, _marks.mark(self._digest, present.file_last_updated))
        if description != present.description:
            api.model_versions_update(*self._place, {"description": description})

    def finish(self, api: CoreApi, step: Step, options: Options) -> None:
        """Wait for the build, and see that it is not one of something else."""
        present = wait_for_model_version(api, *self._place, timeout=options.timeout, progress=options.progress)
        if _is_noted(present, self._digest):
            return
        if not self._was_uploaded(api, self._digest):
            raise ApplyException(
                "somebody else uploaded another package meanwhile; look at the plan, and apply it again"
            )
        self._note(api, present)


def _is_noted(present: ModelVersionList, digest: str) -> bool:
    return _marks.mark(digest, present.file_last_updated) in (present.description or "")
