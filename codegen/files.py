"""The generated files: rendered, formatted, compared with what is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict, Iterable, List, Mapping, Set

import jinja2

import ubiops.exceptions
from codegen import deployment, examples, spec, text
from codegen.overloads import overloads

TEMPLATES = Path(__file__).with_name("templates")

Files = Dict[str, str]

EXCEPTIONS = sorted(name for name in ubiops.exceptions.__all__ if name != "render_path")


def generate(root: Path) -> Files:
    """Return the content of every generated file by its path below the root."""
    api = spec.load()
    environment = _environment(api)
    snippets = formatted({f"{name}.py": code for name, code in examples.snippets(api).items()}, root)
    python: Files = {}
    pages: Files = {}

    def render(template: str, **names: object) -> str:
        return environment.get_template(template).render(api=api, **names)

    python["ubiops/__init__.py"] = render("package_init.py.j2")
    python["ubiops/api/__init__.py"] = render("api_init.py.j2")
    python["ubiops/api/core_api.py"] = render("core_api.py.j2")
    python["ubiops/api/core_api.pyi"] = render("core_api.pyi.j2")
    python["ubiops/models/__init__.py"] = render("models_init.py.j2")
    pages["docs/CoreApi.md"] = render("core_api.md.j2", snippets=snippets)
    for schema in api.schemas:
        python[f"ubiops/models/{schema.module}.py"] = render("model.py.j2", schema=schema)
        pages[f"docs/{schema.name}.md"] = render("model.md.j2", schema=schema, users=_users(api, schema.name))
    pages["ubiops/emulator/web/openapi.json"] = (
        json.dumps(api.document, separators=(",", ":"), ensure_ascii=False) + "\n"
    )
    pages["ubiops/deploy/schema.json"] = json.dumps(deployment.schema(api.document), indent=2) + "\n"
    pages["README.md"] = text.replace_block(_read(root / "README.md"), render("readme.md.j2"))
    return {**formatted(python, root), **pages}


def outdated(root: Path, files: Files) -> List[str]:
    """Return the paths of the files that are missing, differ, or are left over."""
    changed = [path for path, content in files.items() if _read(root / path) != content]
    left_over = [str(path.relative_to(root)) for path in _generated(root) if str(path.relative_to(root)) not in files]
    return sorted([*changed, *left_over])


def write(root: Path, files: Files, paths: Iterable[str]) -> None:
    """Write the files at these paths, and delete those that are no longer generated."""
    for path in paths:
        target = root / path
        if path in files:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files[path].encode())
        else:
            target.unlink()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _generated(root: Path) -> List[Path]:
    candidates = [*(root / "ubiops" / "models").glob("[a-z]*.py"), *(root / "docs").glob("*.md")]
    return [path for path in candidates if text.GENERATED in _read(path)[:200]]


def _users(api: spec.Api, model: str) -> List[str]:
    """Return the names of the operations that take or return a model."""
    return [operation.name for operation in api.operations if model in _types(operation)]


def _types(operation: spec.Endpoint) -> Set[str]:
    body = operation.body.annotation if operation.body else ""
    return set(re.findall(r"\w+", f"{operation.return_annotation} {body}"))


def _environment(api: spec.Api) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(TEMPLATES)),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(generated=text.GENERATED, exceptions=EXCEPTIONS, overloads=overloads)
    names = re.compile(rf"\b({'|'.join(schema.name for schema in api.schemas)})\b")
    environment.filters.update(
        arguments=text.field_arguments,
        cell=text.cell,
        docstring=text.docstring,
        in_words=text.in_words,
        literal=text.literal,
        located=lambda annotation: names.sub(r"ubiops.\1", annotation),
        packed=text.packed,
        wrap=text.wrap,
    )
    return environment


def formatted(files: Mapping[str, str], root: Path) -> Files:
    """Return Python files as ruff formats them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
        config = ["--config", str(root / "pyproject.toml"), "--no-cache", "--quiet"]
        for command in (["check", "--fix", "--select", "I,F401,RUF022", *config], ["format", *config]):
            subprocess.run([sys.executable, "-m", "ruff", *command, str(folder)], check=True)
        return {path: (folder / path).read_text(encoding="utf-8") for path in files}
