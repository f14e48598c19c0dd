"""A file with projects: read, its `${NAME}`s filled in, and checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Union

from ubiops.deploy import _schema
from ubiops.deploy._documents import read
from ubiops.deploy._exceptions import DeclarationException
from ubiops.deploy._interpolation import interpolate

Entry = Dict[str, Any]

_NAMES = {
    "projects": ("name",),
    "environment_variables": ("name",),
    "roles": ("name",),
    "credentials": ("name",),
    "connectors": ("name",),
    "models": ("name",),
    "versions": ("version",),
    "pipelines": ("name",),
    "objects": ("name",),
    "attachments": ("source_name", "destination_name"),
    "schedules": ("name",),
    "service_users": ("name",),
}
"""What names the entries of each list."""
_ASSIGNMENT = ("role", "object_type", "object_name")


class Declaration:
    """What a file says, ready to be planned.

    Attributes:
        path: The file.
        projects: Its projects, as plain data: lists, dicts, texts with `${NAME}` filled in. Packages are absolute
            paths; `examples` stand beside models, versions and pipelines as they were written.
    """

    def __init__(self, path: Path, projects: List[Entry]) -> None:
        self.path = path
        self.projects = projects


def load(file: Union[str, os.PathLike[str]], environ: Optional[Mapping[str, str]] = None) -> Declaration:
    """Read a file that says how projects shall be.

    Users and organizations, which seed files may hold for an emulator, are no part of a deployment.

    Args:
        file: A file of YAML (`.yaml`, `.yml`) or JSON (`.json`). Packages are looked for relative to its folder.
        environ: Where `${NAME}` finds its value; the environment of this process if None.

    Returns:
        The declaration.

    Raises:
        DeclarationException: It cannot be what is to be deployed; the text names the places.
        OSError: It cannot be read.
    """
    path = Path(file)
    try:
        content = _present(interpolate(read(path), os.environ if environ is None else environ))
    except ValueError as error:
        raise DeclarationException(_listed(path, str(error).splitlines())) from None
    problems = [*_schema.problems(content)] or [*_repeated(content, "")]
    if problems:
        raise DeclarationException(_listed(path, problems))
    projects: List[Entry] = content.get("projects", [])
    for project in projects:
        for version in (version for model in project.get("models", ()) for version in model.get("versions", ())):
            if "package" in version:
                version["package"] = str(path.absolute().parent / version["package"])
    return Declaration(path, projects)


def _listed(path: Path, problems: List[str]) -> str:
    return "\n".join(f"{path.name}: {problem}" for problem in problems)


def _repeated(value: Any, place: str) -> Iterator[str]:
    """Give the places of entries that have the name of another one before them."""
    for key, entries in value.items():
        if not isinstance(entries, list) or key not in (*_NAMES, "users", "organizations"):
            continue
        seen = set()
        for index, entry in enumerate(entries):
            here = f"{place}.{key}[{index}]".lstrip(".")
            if "role" in entry:
                name = tuple(entry.get(field) for field in _ASSIGNMENT)
            else:
                name = tuple(entry.get(field) for field in _NAMES.get(key, ("email", "name")))
            if name in seen:
                yield f"{here}: {' -> '.join(filter(None, name))} occurs more than once"
            seen.add(name)
            yield from _repeated(entry, here)


def _present(value: Any) -> Any:
    """Leave out the fields that are null, but those within the data of requests."""
    if isinstance(value, list):
        return [_present(each) for each in value]
    if isinstance(value, dict):
        kept = ("data", "request_data", "result")
        return {key: each if key in kept else _present(each) for key, each in value.items() if each is not None}
    return value
