"""Versions of models, and the packages that hold their code."""

from __future__ import annotations

import sqlite3
import uuid
from typing import Any, Dict, List, Mapping

from ..accounts.limits import check_resources
from ..call import Call, Download, Handler, Upload
from ..common.database import Row, must, one
from ..common.errors import ApiError, bad_request
from ..pipelines import references
from ..runtime import BuildError, check_package
from . import lookup

_DEFAULTS = {
    "description": "",
    "language": "python3.7",
    "memory_allocation": 2048,
    "maximum_instances": 5,
    "minimum_instances": 0,
    "maximum_idle_time": 300,
}
_MOST = 20  # instances
_COLUMNS = ("id", "model", "version", *_DEFAULTS, "status", "error_message")
_DATES = ("creation_date", "last_updated", "file_last_updated")
_VERSIONS = "SELECT versions.*, models.name AS model FROM versions JOIN models ON models.id = model_id"


def _to_json(row: Row) -> Dict[str, Any]:
    return {name: row[name] for name in (*_COLUMNS, *_DATES)}


def _load(db: sqlite3.Connection, version_id: str) -> Dict[str, Any]:
    return _to_json(must(db, f"{_VERSIONS} WHERE versions.id = ?", (version_id,)))


def _check_settings(settings: Mapping[str, Any]) -> None:
    if settings["minimum_instances"] > settings["maximum_instances"]:
        raise bad_request(
            f"minimum_instances: must be at most maximum_instances, which is {settings['maximum_instances']}"
        )


def _create(call: Call) -> Dict[str, Any]:
    settings = {**_DEFAULTS, **call.body}
    if "maximum_instances" not in call.body:  # the default gives way to what was asked for
        settings["maximum_instances"] = max(settings["maximum_instances"], min(settings["minimum_instances"], _MOST))
    lookup.check_name(settings["version"], "version")
    _check_settings(settings)
    version_id, now = call.new_id(), call.now
    with call.transaction() as db:
        model = lookup.model(db, call)
        lookup.check_free(db, "version", settings["version"], model["id"])
        check_resources(db, lookup.project(call)["organization_id"], now)
        db.execute(
            "INSERT INTO versions (id, model_id, version, description, language, memory_allocation, maximum_instances,"
            " minimum_instances, maximum_idle_time, status, error_message, creation_date, last_updated)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'initialised', '', ?, ?)",
            (version_id, model["id"], settings["version"], *(settings[name] for name in _DEFAULTS), now, now),
        )
        return _load(db, version_id)


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        model = lookup.model(db, call)
        rows = db.execute(f"{_VERSIONS} WHERE model_id = ? ORDER BY versions.seq", (model["id"],))
        return [_to_json(row) for row in rows]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _load(db, lookup.version(db, call)["id"])


def _update(call: Call) -> Dict[str, Any]:
    platform, build_id = call.platform, None
    with call.transaction() as db:
        version = lookup.version(db, call)
        settings = {name: call.body.get(name, version[name]) for name in ("version", *_DEFAULTS)}
        _check_settings(settings)
        if settings["version"] != version["version"]:
            lookup.check_name(settings["version"], "version")
            lookup.check_free(db, "version", settings["version"], version["model_id"])
        db.execute(
            "UPDATE versions SET version = ?, description = ?, language = ?, memory_allocation = ?,"
            " maximum_instances = ?, minimum_instances = ?, maximum_idle_time = ?, last_updated = ? WHERE id = ?",
            (*settings.values(), call.now, version["id"]),
        )
        build = one(db, "SELECT * FROM builds WHERE id = ?", (version["build_id"],))
        if build is not None and "language" in call.body:
            build_id = platform.builds.register(db, version, build["package"], build["filename"], settings["language"])
        answer = _load(db, version["id"])
    if build_id is not None:
        platform.builds.start(build_id)
    platform.builds.refresh(version["id"])
    return answer


def _delete(call: Call) -> None:
    with call.transaction() as db:
        version = lookup.version(db, call)
        references.check_unused(db, "version", version["id"])
        db.execute("DELETE FROM versions WHERE id = ?", (version["id"],))
    call.platform.builds.drop({version["build_id"], version["live_build_id"]})


def _upload(call: Call) -> Dict[str, bool]:
    upload: Upload = call.body
    try:
        check_package(upload.path)
    except BuildError as error:
        raise bad_request(f"file: {error}") from None
    platform = call.platform
    package = platform.storage.packages / str(uuid.uuid4())
    try:
        with call.transaction() as db:
            version = lookup.version(db, call)
            # Moved in the transaction: what removes unused packages runs in one too.
            upload.path.replace(package)
            build_id = platform.builds.register(db, version, package.name, upload.filename, version["language"])
            now = call.now
            db.execute(
                "UPDATE versions SET file_last_updated = ?, last_updated = ? WHERE id = ?", (now, now, version["id"])
            )
    except BaseException:  # such as a full disk
        package.unlink(missing_ok=True)
        raise
    platform.builds.start(build_id)
    return {"success": True}


def _download(call: Call) -> Download:
    with call.transaction() as db:
        version = lookup.version(db, call)
        build = one(db, "SELECT * FROM builds WHERE id = ?", (version["build_id"],))
    if build is None:
        raise ApiError(404, f"No package was uploaded for version {version['version']!r}")
    return Download(call.platform.storage.packages / build["package"], build["filename"])


HANDLERS: Mapping[str, Handler] = {
    "model_versions_create": _create,
    "model_versions_list": _list,
    "model_versions_get": _get,
    "model_versions_update": _update,
    "model_versions_delete": _delete,
    "model_versions_file_upload": _upload,
    "model_versions_file_download": _download,
}
