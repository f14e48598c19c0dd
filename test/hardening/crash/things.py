"""What is made, changed and deleted: for each kind of thing the calls, and how to read what is there."""

from __future__ import annotations

import hashlib
import io
from typing import Any, Callable, Dict, NamedTuple, Optional

import ubiops

PROJECT = "demo"
STEADY = (PROJECT, "steady", "v1")  # a version that takes requests all the time
LINE = "line"  # a pipeline that does
SHELF = "shelf"  # a pipeline whose objects come and go, and a model whose variables do


class Kind(NamedTuple):
    """A kind of thing, of which there may be any number, each with a name and a value."""

    create: Callable[[ubiops.CoreApi, str, str], Any]
    update: Optional[Callable[[ubiops.CoreApi, str, str], Any]]
    delete: Callable[[ubiops.CoreApi, str], Any]
    read: Callable[[ubiops.CoreApi], Dict[str, Any]]


def _variable(api: ubiops.CoreApi, name: str) -> str:
    return next(each.id for each in api.model_environment_variables_list(PROJECT, SHELF) if each.name == name)


def _blob(api: ubiops.CoreApi, name: str) -> str:
    return next(each.id for each in api.blobs_list(PROJECT, range=500) if each.filename == name)


def _content(value: str) -> bytes:
    return value.encode() * 2_000


def named(name: str, content: bytes) -> io.BytesIO:
    """Return a file to send."""
    file = io.BytesIO(content)
    file.name = name
    return file


def _blobs(api: ubiops.CoreApi) -> Dict[str, str]:
    found = {}
    for each in api.blobs_list(PROJECT, range=500):
        content = api.blobs_get(PROJECT, each.id).read()
        value = content[: len(content) // 2_000].decode()
        found[each.filename] = value if content == _content(value) else "spoilt"
    return found


KINDS: Dict[str, Kind] = {
    "models": Kind(
        lambda api, name, value: api.models_create(
            PROJECT, {"name": name, "description": value, "input_type": "plain", "output_type": "plain"}
        ),
        lambda api, name, value: api.models_update(PROJECT, name, {"description": value}),
        lambda api, name: api.models_delete(PROJECT, name),
        lambda api: {each.name: each.description for each in api.models_list(PROJECT)},
    ),
    "variables": Kind(
        lambda api, name, value: api.model_environment_variables_create(
            PROJECT, SHELF, {"name": name, "value": value, "secret": False}
        ),
        lambda api, name, value: api.model_environment_variables_update(
            PROJECT, _variable(api, name), SHELF, {"name": name, "value": value, "secret": False}
        ),
        lambda api, name: api.model_environment_variables_delete(PROJECT, _variable(api, name), SHELF),
        lambda api: {each.name: each.value for each in api.model_environment_variables_list(PROJECT, SHELF)},
    ),
    "blobs": Kind(
        lambda api, name, value: api.blobs_create(PROJECT, file=named(name, _content(value))),
        None,
        lambda api, name: api.blobs_delete(PROJECT, _blob(api, name)),
        _blobs,
    ),
    "schedules": Kind(
        lambda api, name, value: api.scheduled_requests_create(
            PROJECT,
            {
                "name": name,
                "object_type": "model",
                "object_name": STEADY[1],
                "version": STEADY[2],
                "schedule": "0 0 1 1 *",
                "request_data": value,
            },
        ),
        lambda api, name, value: api.scheduled_requests_update(PROJECT, name, {"request_data": value}),
        lambda api, name: api.scheduled_requests_delete(PROJECT, name),
        lambda api: {each.name: each.request_data for each in api.scheduled_requests_list(PROJECT)},
    ),
    "pipelines": Kind(
        lambda api, name, value: api.pipelines_create(
            PROJECT, {"name": name, "description": value, "input_type": "plain"}
        ),
        lambda api, name, value: api.pipelines_update(PROJECT, name, {"description": value}),
        lambda api, name: api.pipelines_delete(PROJECT, name),
        lambda api: {each.name: each.description for each in api.pipelines_list(PROJECT)},
    ),
    "objects": Kind(
        lambda api, name, value: api.pipeline_objects_create(
            PROJECT, SHELF, {"name": name, "reference_name": STEADY[1], "version": STEADY[2], "reference_type": "model"}
        ),
        None,
        lambda api, name: api.pipeline_objects_delete(PROJECT, name, SHELF),
        lambda api: {each.name: "" for each in api.pipeline_objects_list(PROJECT, SHELF)},
    ),
}
"""By name; the value of those that have none is not read."""


def fingerprint(package: bytes) -> str:
    """Return what a package is known by."""
    return hashlib.sha256(package).hexdigest()
