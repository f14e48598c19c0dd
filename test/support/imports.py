"""Which module of the package imports which, read from the source."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path
from typing import Dict, Iterator, List, Set, Tuple

ROOT = Path(__file__).resolve().parent.parent.parent


@lru_cache(maxsize=None)
def modules() -> Dict[str, Path]:
    """Return the file of each module of the package, by its dotted name."""
    found = {}
    for path in sorted((ROOT / "ubiops").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports() -> Dict[str, Set[str]]:
    """Return the modules that each module of the package imports when it runs, also within functions."""
    known = modules()
    return {name: set(_imported(name, path, known)) - {name} for name, path in known.items()}


def names(module: str) -> Set[str]:
    """Return the dotted names of what a module imports and uses: `time`, `urllib3.PoolManager`."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    found: Set[str] = set()
    for source, imported in _statements(tree, module.rpartition(".")[0]):
        found.update([source, *(f"{source}.{name}" for name in imported)])
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{node.value.id}.{node.attr}")
    return found


def calls(module: str) -> Iterator[Tuple[str, Dict[str, ast.expr]]]:
    """Give what a module calls, as it names it, with the arguments that have names: `subprocess.run` with `check`."""
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
            if isinstance(node.func, ast.Name):
                yield node.func.id, given
            elif isinstance(node.func, ast.Attribute):
                owner = node.func.value.id if isinstance(node.func.value, ast.Name) else "?"
                yield f"{owner}.{node.func.attr}", given


def cycles(graph: Dict[str, Set[str]]) -> List[List[str]]:
    """Return the circles in which modules import each other."""
    found: List[List[str]] = []
    done: Set[str] = set()

    def visit(name: str, trail: List[str]) -> None:
        if name in trail:
            found.append([*trail[trail.index(name) :], name])
        elif name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, [*trail, name])
            done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return found


def unguarded(module: str) -> List[int]:
    """Return the lines within functions of a module that import something, and let no fork wait meanwhile."""
    found: List[int] = []

    def visit(node: ast.AST, within: bool) -> None:
        if isinstance(node, (ast.Import, ast.ImportFrom)) and within:
            found.append(node.lineno)
        if not isinstance(node, ast.With) or "LOADING" not in [
            getattr(each.context_expr, "id", "") for each in node.items
        ]:
            for child in ast.iter_child_nodes(node):
                visit(child, within or isinstance(node, ast.FunctionDef))

    visit(ast.parse(modules()[module].read_text(encoding="utf-8")), False)
    return found


def _imported(name: str, path: Path, known: Dict[str, Path]) -> Iterator[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for module, names in _statements(ast.parse(path.read_text(encoding="utf-8")), package):
        if module.partition(".")[0] == "ubiops":
            for each in names:
                yield f"{module}.{each}" if f"{module}.{each}" in known else module


def _statements(node: ast.AST, package: str) -> Iterator[Tuple[str, List[str]]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for other in child.orelse:
                yield from _statements(other, package)
        elif isinstance(child, ast.Import):
            for alias in child.names:
                yield alias.name, [""]
        elif isinstance(child, ast.ImportFrom):
            base = package.split(".")
            prefix = base[: len(base) - child.level + 1] if child.level else []
            yield ".".join([*prefix, *([child.module] if child.module else [])]), [alias.name for alias in child.names]
        elif not isinstance(child, ast.expr):
            yield from _statements(child, package)
