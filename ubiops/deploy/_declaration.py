"""A file with projects: read, its `${NAME}`s filled in, and checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Union


class Declaration:
    """What a file says, ready to be planned.

    Attributes:
        path: The file.
        projects: Its projects, as plain data: lists, dicts, texts with `${NAME}` filled in. Packages are absolute
            paths; `examples` stand beside models, versions and pipelines as they were written.
    """

    def __init__(self, path: Path, projects: List[Dict[str, Any]]) -> None:
        self.path = path
        self.projects = projects


def load(file: Union[str, os.PathLike[str]], environ: Optional[Mapping[str, str]] = None) -> Declaration:
    """Read a file that says how projects shall be.

    Args:
        file: A file of YAML (`.yaml`, `.yml`) or JSON (`.json`). Packages are looked for relative to its folder.
        environ: Where `${NAME}` finds its value; the environment of this process if None.

    Returns:
        The declaration.

    Raises:
        DeclarationException: It cannot be what is to be deployed; the text names the place.
        MissingExtraException: It is YAML, and PyYAML is not installed.
        OSError: It cannot be read.
    """
    raise NotImplementedError
