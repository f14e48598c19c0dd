"""A class or function of a notebook or script, and what it uses there, made into a package."""

from __future__ import annotations

import ast
import builtins
import inspect
import math
import symtable
import sys
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Dict, Iterable, List, Optional, Sequence, Set

from ubiops._printable import printable
from ubiops.utils._exceptions import PackageException
from ubiops.utils._notebook_source import Namespace
from ubiops.utils._package_checks import REQUIREMENTS
from ubiops.utils._package_requirements import pinned
from ubiops.utils._package_tree import ROOT, Entry, collect

_SHELL = {"display", "get_ipython"}  # what IPython adds to the builtins
_FUTURE = "from __future__ import annotations"
_CALLING = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {name}(data)
"""


def entries_of(thing: Any, requirements: Optional[Iterable[str]], files: Sequence[Any]) -> List[Entry]:
    """Return the files of the package of a class or function.

    Args:
        thing: The class or function.
        requirements: Lines for pip; None for what the imports need.
        files: Files and folders that go into the package besides.

    Raises:
        PackageException: It cannot become a package, such as for something of the notebook that it uses.
        OSError: One of the files is not there.
    """
    if isinstance(requirements, str):
        raise PackageException("requirements is a list of lines for pip, such as ['numpy==1.24.4']")
    _check(thing)
    found = _given(files)
    code = _Code(thing)
    text = code.text()
    if requirements is None and REQUIREMENTS not in found:
        own = {name[len(ROOT) + 1 :].partition("/")[0].partition(".")[0] for name in found}
        requirements = pinned(_imported(text), own)
    _put(found, f"{ROOT}/model.py", text)
    if requirements is not None:
        _put(found, REQUIREMENTS, "".join(f"{line}\n" for line in requirements))
    return [found[name] for name in sorted(found)]


def _check(thing: Any) -> None:
    if not inspect.isclass(thing) and not isinstance(thing, FunctionType):
        raise PackageException(
            "A package is made of a path, a class or a function that a def statement defines, not of"
            f" {type(thing).__name__}"
        )
    name = printable(thing.__qualname__)
    if thing.__name__ == "<lambda>" or "." in name:
        raise PackageException(f"{name} must be defined by a statement of its own, at the top of a cell or file")
    if inspect.isclass(thing):
        return
    if inspect.iscoroutinefunction(thing) or inspect.isgeneratorfunction(thing) or inspect.isasyncgenfunction(thing):
        raise PackageException(f"{name} must be a plain function that returns the result: neither 'async' nor 'yield'")
    try:
        inspect.signature(thing).bind(None)
    except TypeError as error:
        raise PackageException(f"{name} must take one argument, the data of the request: {error}") from None


def _given(files: Sequence[Any]) -> Dict[str, Entry]:
    if isinstance(files, str):
        raise PackageException(f"files is a list of paths, such as [{files!r}]")
    found: Dict[str, Entry] = {}
    for path in map(Path, files):
        name = f"{ROOT}/{path.resolve().name}"
        if path.is_dir():
            entries = [entry._replace(name=name + entry.name[len(ROOT) :]) for entry in collect(path)]
        else:
            entries = [Entry(name, path, path.stat().st_size)]
        for entry in entries:
            if entry.name in found:
                raise PackageException(f"Two of the files are called {printable(entry.name)}")
            found[entry.name] = entry
    return found


def _put(found: Dict[str, Entry], name: str, text: str) -> None:
    if name in found:
        raise PackageException(f"{name} is made of the class or function; leave it out of files")
    content = text.encode()
    found[name] = Entry(name, content, len(content))


def _imported(text: str) -> List[str]:
    names = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


class _Code:
    """The statements that a class or function needs, itself included, each after those that it needs first."""

    def __init__(self, thing: Any) -> None:
        self._thing = thing
        self._namespace = Namespace(thing)
        self._imports: Dict[str, None] = {}
        self._statements: List[str] = []
        self._seen: Set[str] = set()
        self._refused: List[str] = []
        self._future = False
        self._define(thing.__name__, thing)
        if "Model" in self._seen and thing.__name__ != "Model":
            self._refused.append("Model: the package's own class has this name")
        if self._refused:
            raise PackageException(
                f"{thing.__name__} uses what cannot go into a package with it:"
                + "".join(f"\n    {line}" for line in sorted(self._refused))
            )

    def text(self) -> str:
        """Return `model.py`."""
        name = self._thing.__name__
        if not inspect.isclass(self._thing):
            end = [_CALLING.format(name=name)]
        else:
            end = [] if name == "Model" else [f"Model = {name}\n"]
        parts = ["\n".join([*([_FUTURE] if self._future else []), *self._imports]), *self._statements, *end]
        return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"

    def _define(self, name: str, value: Any) -> None:
        self._seen.add(name)
        found = self._namespace.definition(name, value)
        if found is None:
            self._refused.append(f"{name}: its source cannot be found; define it in a cell or in a file")
            return
        self._future = self._future or found.lazy_annotations
        table = symtable.symtable(f"{_FUTURE}\n{found.text}" if found.lazy_annotations else found.text, "", "exec")
        if name not in table.get_identifiers():
            self._refused.append(f"{name}: it is another name of a lambda; use the name that the lambda was given")
            return
        for used in sorted(_used(table) - self._seen):
            if used not in self._seen:  # nor since
                self._need(used)
        self._statements.append(found.text)

    def _need(self, name: str) -> None:
        self._seen.add(name)
        values = self._namespace.values
        if name.startswith("__") and name.endswith("__"):
            return
        if name in _SHELL:
            self._refused.append(f"{name}: it is there in notebooks only")
        elif name in values:
            self._take(name, values[name])
        elif not hasattr(builtins, name):
            self._refused.append(f"{name}: it is not defined")

    def _take(self, name: str, value: Any) -> None:
        imports = self._namespace.imports(name, value) or _import_of(name, value, self._namespace.module)
        if imports:
            self._imports.update(dict.fromkeys(imports))
        elif getattr(value, "__module__", None) == self._namespace.module and _is_defined(value):
            self._define_as(name, value)
        elif _written(value) is not None:
            self._statements.append(f"{name} = {_written(value)}")
        else:
            kind = f"{type(value).__module__}.{type(value).__qualname__}".replace("builtins.", "")
            self._refused.append(
                f"{name}: it is of the type {kind}; make it a plain value, or write it to a file, give that as one of"
                " files=[...] and load it in __init__ of a class"
            )

    def _define_as(self, name: str, value: Any) -> None:
        own = value.__name__
        if own in (name, "<lambda>"):
            self._define(name, value)
            return
        if own not in self._seen:  # another name of the same
            self._define(own, value)
        self._statements.append(f"{name} = {own}")


def _used(table: symtable.SymbolTable) -> Set[str]:
    """Return the names that a statement takes from around it."""
    top = table.get_type() == "module"
    symbols = [symbol for symbol in table.get_symbols() if symbol.is_referenced() and (top or symbol.is_global())]
    return {symbol.get_name() for symbol in symbols}.union(*map(_used, table.get_children()))


def _import_of(name: str, value: Any, here: str) -> List[str]:
    """Return an import of something that no statement is known to have imported."""
    if isinstance(value, ModuleType):
        return [f"import {value.__name__}" if value.__name__ == name else f"import {value.__name__} as {name}"]
    module, own = getattr(value, "__module__", None), getattr(value, "__name__", None)
    if not isinstance(module, str) or not isinstance(own, str) or module in (here, "__main__"):
        return []
    if getattr(sys.modules.get(module), own, None) is not value:
        return []
    return [f"from {module} import {own}" + (f" as {name}" if name != own else "")]


def _is_defined(value: Any) -> bool:
    """Tell whether a statement at the top defines a class or function; one made by a function can know more."""
    if not inspect.isclass(value):
        value = inspect.unwrap(value) if callable(value) else value
    return (inspect.isclass(value) or isinstance(value, FunctionType)) and "<locals>" not in value.__qualname__


def _written(value: Any) -> Optional[str]:
    """Return a plain value as Python, alike every time; None for other values."""
    kind = type(value)
    if kind in (bool, int, complex, str, bytes, type(None)) or (kind is float and math.isfinite(value)):
        return repr(value)
    if kind not in (list, tuple, set, dict):
        return None
    try:
        pairs = [list(map(_written, pair)) for pair in (value.items() if kind is dict else zip(value))]
    except RecursionError:  # it holds itself
        return None
    if any(part is None for pair in pairs for part in pair):
        return None
    items = [": ".join(map(str, pair)) for pair in pairs]
    if kind is set:
        return f"{{{', '.join(sorted(items))}}}" if items else "set()"
    if kind is tuple:
        return "({})".format("".join(f"{item}, " for item in items).rstrip() if len(items) == 1 else ", ".join(items))
    return ("{{{}}}" if kind is dict else "[{}]").format(", ".join(items))
