"""The source of what a notebook or a script defines, found again."""

from __future__ import annotations
import __future__

import ast
import contextlib
import inspect
import linecache
import sys
import textwrap
import warnings
from types import CodeType, FunctionType
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

Parsed = Tuple[str, ast.Module]
_MISSING = object()


class Definition(NamedTuple):
    """The statement that defines something, as text, and whether `from __future__ import annotations` held for it."""

    text: str
    lazy_annotations: bool


class Namespace:
    """The names of a notebook or a module, with the statements that gave them.

    Args:
        owner: A function or class of it.
    """

    def __init__(self, owner: Any) -> None:
        self.module: str = owner.__module__
        function = inspect.unwrap(owner)
        self.values: Dict[str, Any] = (
            function.__globals__
            if isinstance(function, FunctionType)
            else getattr(sys.modules.get(self.module), "__dict__", {})
        )
        self._texts = list(self._parsed())

    def definition(self, name: str, value: Any) -> Optional[Definition]:
        """Return the statement that defines a function or class; None if it cannot be found.

        Its own code tells where it stands, so that it is what runs here, not what a cell says by now.
        """
        kind = ast.ClassDef if inspect.isclass(value) else ast.stmt
        for code in _codes(value):
            with contextlib.suppress(SyntaxError):
                text = "".join(linecache.getlines(code.co_filename, self.values))
                for node in _statements(_parse(text)):
                    here = _first_line(node) <= code.co_firstlineno <= (node.end_lineno or 0)
                    if here and isinstance(node, kind) and getattr(node, "name", name) == name:
                        return Definition(_cut(text, node), bool(code.co_flags & _LAZY))
        for text, tree in reversed(self._texts):  # a class without methods
            for node in _statements(tree):
                if isinstance(node, ast.ClassDef) and node.name == name and inspect.isclass(value):
                    return Definition(_cut(text, node), False)
        return None

    def imports(self, name: str, value: Any) -> List[str]:
        """Return the import statements that gave a name, those that still mean its value."""
        found: Dict[str, None] = {}
        for _, tree in self._texts:
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    found.update(dict.fromkeys(_plain_imports(node, name, value)))
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.update(dict.fromkeys(_imports_from(node, name, value)))
        return list(found)

    def _parsed(self) -> Iterator[Parsed]:
        cells = self.values.get("In")  # IPython's history, in which magics have become Python
        if "get_ipython" in self.values and isinstance(cells, list):
            texts = [cell for cell in cells if isinstance(cell, str)]
        else:
            texts = ["".join(linecache.getlines(str(self.values.get("__file__", "")), self.values))]
        for text in texts:
            with contextlib.suppress(SyntaxError, ValueError):  # a cell that failed
                yield text, _parse(text)


_LAZY = __future__.annotations.compiler_flag


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were shown when it ran
        return ast.parse(text)


def _codes(value: Any) -> Iterator[CodeType]:
    """Give the code of a function, or of the methods that a class defines itself."""
    for member in vars(value).values() if inspect.isclass(value) else [value]:
        member = getattr(member, "__func__", getattr(member, "fget", member))
        with contextlib.suppress(ValueError):
            member = inspect.unwrap(member)
        code = getattr(member, "__code__", None)
        if isinstance(code, CodeType) and code.co_filename != "<string>":  # such as what a dataclass makes
            yield code


def _statements(node: ast.AST) -> Iterator[Any]:
    """Give the statements that run at the top, also those under an `if` or in a `try`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.If, ast.Try, ast.With, ast.ExceptHandler)):
            yield from _statements(child)
        elif isinstance(child, ast.stmt):
            yield child


def _first_line(node: Any) -> int:
    first: int = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])
    return first


def _cut(text: str, node: Any) -> str:
    lines = text.splitlines()[_first_line(node) - 1 : node.end_lineno]
    return textwrap.dedent("\n".join(lines))


def _plain_imports(node: ast.Import, name: str, value: Any) -> Iterator[str]:
    for alias in node.names:
        if alias.asname == name and sys.modules.get(alias.name) is value:
            yield f"import {alias.name} as {name}"
        elif not alias.asname and alias.name.partition(".")[0] == name and sys.modules.get(name) is value:
            yield f"import {alias.name}"


def _imports_from(node: ast.ImportFrom, name: str, value: Any) -> Iterator[str]:
    module = node.module or ""
    for alias in node.names:
        if alias.name == "*" and getattr(sys.modules.get(module), name, _MISSING) is value:
            yield f"from {module} import {name}"
        elif (alias.asname or alias.name) == name and _held(module, alias.name) is value:
            yield f"from {module} import {alias.name}" + (f" as {name}" if name != alias.name else "")


def _held(module: str, name: str) -> Any:
    return getattr(sys.modules.get(module), name, sys.modules.get(f"{module}.{name}", _MISSING))
