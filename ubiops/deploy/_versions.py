"""Versions of models, and their packages."""

from __future__ import annotations

import tempfile
from contextlib import suppress
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
            present = found(lambda: api.model_versions_get(*self._place))
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
        self._mark = ""

    def plan(self, api: CoreApi) -> Step:
        """Compare what it holds with what was uploaded."""
        try:
            digest = package_digest(self._path)
        except (OpenApiException, OSError) as error:
            return Step(self.address, "impossible", [], str(error))
        present = found(lambda: api.model_versions_get(*self._place))
        if present is None or present.status == "initialised":
            return Step(self.address, "created")
        if "failed" in present.status:
            return Step(self.address, "rebuilt", [], f"its last build ended as {present.status}")
        if not self._is_same(api, present, digest):
            return Step(self.address, "rebuilt", [], "its content differs")
        if self._language not in (None, present.language):
            return Step(self.address, "awaited", [], "another language builds it again")
        if present.status in BUILDING:
            return Step(self.address, "awaited", [], f"it is {present.status}")
        return Step(self.address, "unchanged")

    def _is_same(self, api: CoreApi, present: ModelVersionList, digest: str) -> bool:
        if _marks.holds(present.description, _marks.mark(digest, present.file_last_updated)):
            return True
        # Uploaded by something else, or its mark is lost.
        with tempfile.TemporaryDirectory(prefix="ubiops-") as folder:
            path = Path(folder, "package.zip")
            found_path = found(lambda: download_model_file(api, *self._place, path, progress=False))
            with suppress(OpenApiException):  # what cannot be read as a package is another one
                return found_path is not None and package_digest(path) == digest
        return False

    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Upload it, and note that in the description."""
        if step.action == "awaited":
            return
        digest = package_digest(self._path)
        uploaded = upload_model(api, *self._place, self._path, progress=options.progress)
        self._note(api, uploaded, digest)

    def _note(self, api: CoreApi, present: ModelVersionList, digest: str) -> None:
        noted = _marks.mark(digest, present.file_last_updated)
        description = _marks.marked(present.description, noted)
        self._mark = noted if _marks.holds(description, noted) else ""
        api.model_versions_update(*self._place, {"description": description})

    def finish(self, api: CoreApi, step: Step, options: Options) -> None:
        """Wait for the build."""
        present = wait_for_model_version(api, *self._place, timeout=options.timeout, progress=options.progress)
        if self._mark and not _marks.holds(present.description, self._mark):
            raise ApplyException("somebody else changed this version meanwhile; look at the plan, and apply it again")
