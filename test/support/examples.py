"""The examples of the documentation as files for type checkers."""

from __future__ import annotations

import ast
import builtins
import re
import textwrap
from pathlib import Path
from typing import Iterator, Set, Tuple

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# ([\w/]+)\.py\n")

# What the prose around an example has introduced.
CONTEXT = {
    "ubiops": "import ubiops",
    "urllib3": "import urllib3",
    "configuration": "import ubiops; configuration = ubiops.Configuration()",
    "client": "import ubiops; client = ubiops.ApiClient()",
    "api": "import ubiops; api = ubiops.CoreApi()",
    "utils": "from ubiops import utils",
    "vault": "from typing import Any; vault: Any = None",
}
NOTEBOOKS = ("notebooks.md",)  # pages whose examples are the cells of one
# Pages with functions that become packages, which readers write without annotations, and libraries without types.
UNTYPED = ("bulk.md", "notebooks.md", "packages.md")
UNTYPED_RULES = "# mypy: allow-untyped-defs, allow-untyped-calls\n# pyright: standard, reportPrivateImportUsage=false\n"


def free_names(program: str) -> Set[str]:
    """Return the names that a program reads and never sets."""
    names = [node for node in ast.walk(ast.parse(program)) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    bound = {node.id for node in names if isinstance(node.ctx, ast.Store)} | set(dir(builtins)) | {"__name__"}
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return read - bound


def in_context(program: str) -> str:
    """Return a program with what the prose before it has introduced."""
    free = free_names(program)
    assert free <= CONTEXT.keys(), f"{free - CONTEXT.keys()} of:\n{program}"
    lines = dict.fromkeys(line for name in sorted(free) for line in CONTEXT[name].split("; "))
    return "\n".join([*lines, program])


def examples() -> Iterator[Tuple[str, str]]:
    """Return the examples of all pages, with names for their files.

    What runs inside of a model package is left out: it is plain Python of the reader's own, and knows no `ubiops`.
    """
    for page in PAGES:
        blocks = [textwrap.dedent(block) for _, block in BLOCK.findall(page.read_text(encoding="utf-8"))]
        if page.name in NOTEBOOKS:
            blocks = ["\n".join(blocks)]
        for number, program in enumerate(blocks):
            if "class Model:" not in program:
                file = FILE.match(program)
                rules = UNTYPED_RULES if page.name in UNTYPED else ""
                yield (file.group(1) if file else f"{page.stem}_{number}").lower(), rules + in_context(program)
    for path in sorted((ROOT / "docs" / "examples").glob("*.py")):
        yield path.stem, path.read_text(encoding="utf-8")
