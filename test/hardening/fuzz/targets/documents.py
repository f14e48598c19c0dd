"""Seed files and deploy files, of JSON and YAML: any bytes are a declaration, or are refused with the place."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from ubiops.deploy import _declaration
from ubiops.deploy._exceptions import DeclarationException
from ubiops.emulator.control.seed_file import SeedError, SeedFile

RUNS = 100_000
LONGEST = 4096

SECRET = "5ecre7-of-the-environment"
ENVIRON = {"A": SECRET, "LONG_NAME": SECRET * 2}


def check(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"file{'.json' if data.startswith((b'{', b'[')) else '.yaml'}"
        path.write_bytes(data)
        _read(path)


def _read(path: Path) -> None:
    content = None
    try:
        content = SeedFile(path, None, {})._content  # type: ignore[arg-type] # the others are needed to apply it
        json.dumps(content).encode()
    except SeedError as error:
        assert str(error).startswith(f"{path.name}: ")
    try:
        declaration = _declaration.load(path, ENVIRON)
    except DeclarationException as error:
        assert all(line.startswith(f"{path.name}: ") for line in str(error).split("\n")), error
        assert SECRET not in str(error)
        return
    for project in declaration.projects:
        assert isinstance(project["name"], str)
