"""Writing the file of living projects."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any, Callable, List, NamedTuple, Optional, Sequence, Union
from urllib.parse import quote

from ubiops import CoreApi
from ubiops._loading import LOADING
from ubiops.deploy._exceptions import DeclarationException
from ubiops.deploy._living import LivingProject
from ubiops.deploy._placeholders import named, written
from ubiops.utils import MissingExtraException, download_model_file


class Export(NamedTuple):
    """What was written.

    Attributes:
        path: The file.
        projects: Names of the projects in it.
        variables: Names of the variables that `${NAME}` in it asks for, one for each secret.
        notes: What it does not tell, and why.
    """

    path: Path
    projects: List[str]
    variables: List[str]
    notes: List[str]


def export(
    api: CoreApi,
    path: Union[str, os.PathLike[str]],
    *,
    project_names: Sequence[str] = (),
    packages: bool = False,
    replace: bool = False,
    progress: Optional[bool] = None,
) -> Export:
    """Write the file of living projects, so that a plan of it finds nothing to do.

    It holds everything that a file can say, but secrets, in whose place `${NAME}` stands: variables that are secret,
    and the protected parameters of credentials and connectors. What the token may not see is left out, and noted.

    Args:
        api: The API.
        path: The file to write, of YAML (`.yaml`, `.yml`) or JSON (`.json`).
        project_names: Names of the projects; all that the token sees if empty.
        packages: Whether to download the packages, to `packages/PROJECT/MODEL/VERSION.zip` beside the file. Without
            them the file leaves packages as they are.
        replace: Whether to replace a file that is there. Packages that are there are replaced in any case.
        progress: Whether to show bars of the downloads; by default where a terminal or a notebook shows them.

    Returns:
        What was written.

    Raises:
        DeclarationException: The name of the file does not end with one of these.
        MissingExtraException: It is to be YAML, and PyYAML is not installed.
        FileExistsError: It is there already.
        NotFoundException: There is no such project.
        ApiException: A call failed; no file was written.
        OSError: Writing failed.
    """
    file = Path(path)
    to_text = _format(file)
    if not replace and file.exists():
        raise FileExistsError(errno.EEXIST, "It is there already", str(file))
    folder = file.absolute().parent

    def fetch(project: str, model: str, version: str) -> Optional[str]:
        name = f"packages/{_as_name(project)}/{_as_name(model)}/{_as_name(version)}.zip"
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        download_model_file(api, project, model, version, target, progress=progress)
        return name

    names = list(project_names) or [project.name for project in api.projects_list()]
    living = [LivingProject(api, name, fetch if packages else _nothing) for name in names]
    content = {"projects": [each.read() for each in living]}
    variables = named(content)
    file.write_text(to_text(written(content, variables)), encoding="utf-8")
    return Export(file, names, list(variables.values()), [note for each in living for note in each.notes])


def _nothing(project: str, model: str, version: str) -> None:
    """Fetch no package."""


def _as_name(text: str) -> str:
    """Return a name of the API as one that every file system takes, and that leads nowhere else."""
    name = quote(text, safe=" ")
    return f"%2E{name[1:]}" if name.startswith(".") else name


def _format(path: Path) -> Callable[[Any], str]:
    if path.suffix == ".json":
        return lambda content: f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"
    if path.suffix not in (".yaml", ".yml"):
        raise DeclarationException(f"{path.name}: must be called .json, .yaml or .yml")
    return _yaml()


def _yaml() -> Callable[[Any], str]:
    try:
        with LOADING:
            import yaml
    except ImportError:
        raise MissingExtraException(
            'YAML needs PyYAML: pip install "ubiops[deploy]" or pip install pyyaml, or name a file .json', name="yaml"
        ) from None

    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines as they are, and everything as often as it occurs."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    Dumper.add_representer(str, text)
    return lambda content: str(yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110))
