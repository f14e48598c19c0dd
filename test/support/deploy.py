"""Folders with what is to be deployed."""

from __future__ import annotations

import copy
import itertools
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

from ubiops import CoreApi, NotFoundException
from ubiops.deploy import Declaration, Plan, apply, load, plan
from ubiops.deploy._marks import without

MODEL_CODE = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"probability": data["months"] / 100}
"""
BROKEN_CODE = """
print("about to fail")
raise RuntimeError("this package is broken")


class Model:
    def request(self, data):
        return data
"""
MODEL: Dict[str, Any] = {
    "name": "churn",
    "description": "who leaves",
    "input_type": "structured",
    "input_fields": [{"name": "months", "data_type": "int"}],
    "output_type": "structured",
    "output_fields": [{"name": "probability", "data_type": "double"}],
}
VERSION: Dict[str, Any] = {"version": "v1", "description": "the first", "memory_allocation": 256}
PIPELINE: Dict[str, Any] = {
    "name": "scoring",
    "input_type": "structured",
    "input_fields": [{"name": "months", "data_type": "int"}],
    "objects": [
        {"name": "score", "reference_name": "churn", "version": "v1"},
        {"name": "store", "reference_type": "connector", "reference_name": "table"},
    ],
    "attachments": [
        {
            "source_name": "pipeline_start",
            "destination_name": "score",
            "mapping": [{"source_field_name": "months", "destination_field_name": "months"}],
        },
        {
            "source_name": "score",
            "destination_name": "store",
            "mapping": [{"source_field_name": "probability", "destination_field_name": "p"}],
        },
    ],
}
EVERYTHING: Dict[str, Any] = {
    "environment_variables": [
        {"name": "REGION", "value": "north"},
        {"name": "KEY", "value": "project-secret", "secret": True},
    ],
    "roles": [{"name": "scorer", "permissions": ["models.get", "models.list"]}],
    "credentials": [
        {
            "name": "login",
            "type": "postgresql",
            "configuration": {"username": "u", "password": "login-secret", "host": "localhost", "port": "1"},
        }
    ],
    "connectors": [
        {
            "name": "table",
            "type": "postgresql",
            "credentials": "login",
            "configuration": {"database": "d", "table": "t"},
            "input_fields": [{"name": "p", "data_type": "double"}],
        }
    ],
    "models": [
        {
            **MODEL,
            "environment_variables": [{"name": "LEVEL", "value": "model"}],
            "versions": [{**VERSION, "environment_variables": [{"name": "LEVEL", "value": "version"}]}],
            "examples": [{"data": {"months": 3}, "result": {"probability": 0.03}}],
        }
    ],
    "pipelines": [PIPELINE],
    "schedules": [
        {
            "name": "nightly",
            "object_type": "model",
            "object_name": "churn",
            "version": "v1",
            "schedule": "0 1 * * *",
            "request_data": {"months": 3},
        }
    ],
    "service_users": [
        {
            "name": "bot",
            "roles": [
                {"role": "scorer"},
                {"role": "model-viewer", "object_type": "model", "object_name": "churn"},
            ],
        }
    ],
}
"""One of each, without a package."""

_numbers = itertools.count(1)


class Folder:
    """A folder with a file that describes a project.

    Attributes:
        path: The folder.
        api: The client.
        project: Name of a project that nobody else uses, and that is there.
    """

    def __init__(self, path: Path, api: CoreApi) -> None:
        self.path = path
        self.project = f"deploy-{os.getpid()}-{next(_numbers)}"
        self.api = api
        api.projects_create({"name": self.project, "organization_name": "emulator"})

    def write(self, content: Mapping[str, Any], name: str = "deployment.json") -> Path:
        """Write a file that describes the project."""
        file = self.path / name
        file.write_text(json.dumps({"projects": [{"name": self.project, **content}]}), encoding="utf-8")
        return file

    def package(self, code: str = MODEL_CODE, name: str = "package") -> str:
        """Write a package, and return its name."""
        (self.path / name).mkdir(exist_ok=True)
        (self.path / name / "model.py").write_text(code, encoding="utf-8")
        return name

    def load(self, content: Mapping[str, Any], **environ: str) -> Declaration:
        """Write and read a file."""
        return load(self.write(content), environ)

    def plan(self, content: Mapping[str, Any], **options: Any) -> Plan:
        """Plan what a file says."""
        return plan(self.api, self.load(content), **options)

    def apply(self, content: Mapping[str, Any], **options: Any) -> List[str]:
        """Plan and apply what a file says; return what was done: `models/churn created`."""
        done: List[str] = []
        apply(self.api, self.plan(content, **options), on_step=lambda step: done.append(self.brief(step)))
        return done

    def todo(self, content: Mapping[str, Any], **options: Any) -> List[str]:
        """Return what a plan would do."""
        return [self.brief(step) for step in self.plan(content, **options).steps if step.action != "unchanged"]

    def changed(self, content: Mapping[str, Any], **options: Any) -> List[Tuple[str, Any, Any]]:
        """Return the changes of a plan."""
        return [tuple(change) for step in self.plan(content, **options).steps for change in step.changes]

    def brief(self, step: Any) -> str:
        """Return a step in two words."""
        return f"{step.address[len(self.project) :].lstrip('/') or 'project'} {step.action}"

    def remove(self) -> None:
        """Remove the project."""
        with suppress(NotFoundException):
            self.api.projects_delete(self.project)


def with_package(folder: Folder) -> Dict[str, Any]:
    """Return a project with one of each, and a package."""
    content = copy.deepcopy(EVERYTHING)
    content["models"][0]["versions"][0]["package"] = folder.package()
    return content


def with_version(package: str, **settings: Any) -> Dict[str, Any]:
    """Return a project with a model, whose version has a package."""
    return {"models": [{**MODEL, "versions": [{**VERSION, "package": package, **settings}]}]}


_OWN = ("id", "project", "creation_date", "last_updated", "file_last_updated", "status", "error_message", "email")


def state(api: CoreApi, project: str) -> Dict[str, Any]:
    """Return all that a project holds, as far as it is the same wherever a file was applied."""

    def plain(found: Any) -> Any:
        if isinstance(found, list):
            return sorted((plain(each) for each in found), key=str)
        fields = {name: value for name, value in found.to_dict().items() if name not in _OWN}
        return {
            name: without(value) if name == "description" else "the project" if value == project else value
            for name, value in fields.items()
        }

    held: Dict[str, Any] = {
        "variables": plain(api.project_environment_variables_list(project)),
        "roles": [plain(api.roles_get(project, each.name)) for each in api.roles_list(project) if not each.default],
        "credentials": plain(api.credentials_list(project)),
        "connectors": plain(api.connectors_list(project)),
        "models": plain(api.models_list(project)),
        "schedules": plain(api.scheduled_requests_list(project)),
        "service users": [
            (each.name, plain([_assignment(role) for role in api.role_assignments_per_user_list(project, each.id)]))
            for each in api.service_users_list(project)
        ],
    }
    for model in api.models_list(project):
        held[f"variables of {model.name}"] = plain(api.model_environment_variables_list(project, model.name))
        for version in api.model_versions_list(project, model.name):
            place = (project, model.name, version.version)
            held[f"{model.name}/{version.version}"] = (version.status, plain(version))
            held[f"variables of {place[1:]}"] = plain(api.model_version_environment_variables_list(*place))
    for pipeline in api.pipelines_list(project):
        held[pipeline.name] = plain(pipeline)
        held[f"objects of {pipeline.name}"] = plain(api.pipeline_objects_list(project, pipeline.name))
        links = api.pipeline_object_attachments_list(project, pipeline.name)
        held[f"attachments of {pipeline.name}"] = plain(links)
    return held


def _assignment(role: Any) -> Any:
    role.user_id = "the user"
    return role
