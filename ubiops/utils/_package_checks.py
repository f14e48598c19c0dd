"""What the service would refuse of a package, or fail to build, told before anything is sent."""

from __future__ import annotations

import ast
import codecs
import re
import symtable
import warnings
from importlib.util import decode_source
from typing import Callable, Collection

from ubiops._printable import printable
from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_tree import ROOT

LIMIT = 2 << 30
"""Bytes of the largest package that the service takes."""

REQUIREMENTS = f"{ROOT}/requirements.txt"

_FROM_DISK = re.compile(r"^[^#\n]*@\s*file:[^\n]*$", re.MULTILINE)
_CODING = re.compile(rb"(?:[^\n]*\n)?\s*#.*?coding[:=]\s*([-\w.]+)")


def check_size(size: int, compress: bool = True) -> None:
    """Refuse a package that is too large.

    Args:
        size: Bytes of the zip.
        compress: Whether it is deflated, or nobody knows.
    """
    if size > LIMIT:
        hint = "" if compress else "; compress=True may make it smaller"
        raise PackageException(f"The package has {size / 1e9:.2f} GB; {LIMIT >> 30} GB is the limit{hint}")


def check_package(names: Collection[str], read: Callable[[str], bytes], model_file: str = "model.py") -> None:
    """Refuse a package without a class `Model`, or with requirements that pip cannot read.

    The code is read, not run, so that what it does first when it is imported can still go wrong.

    Args:
        names: The paths of its files in the zip.
        read: Gives the content of one.
        model_file: Name of the file with the class.

    Raises:
        PackageException: It tells what is wrong.
    """
    name = f"{ROOT}/{model_file}"
    if name not in names:
        raise PackageException(f"The package holds no file {name}{_found_instead(names, model_file)}")
    _check_code(read(name), model_file)
    if REQUIREMENTS in names:
        _check_requirements(read(REQUIREMENTS))


def _found_instead(names: Collection[str], model_file: str) -> str:
    for name in sorted(names):
        if name.rpartition("/")[2].lower() == model_file.lower():
            return f"; it holds {printable(name)}"
    return ""


def _check_code(code: bytes, file: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the code could do better is its author's business
            text = decode_source(code)
            tree = ast.parse(text, file)
            compile(tree, file, "exec", dont_inherit=True)
            names = symtable.symtable(text, file, "exec")
    except SyntaxError as error:
        where = f"line {error.lineno}: " if error.lineno else ""
        raise PackageException(f"{file} is no valid Python: {where}{error.msg}") from error
    except ValueError as error:  # no text in its encoding, or a NUL in Pythons before 3.12
        raise PackageException(f"{file} is no valid Python: {error}") from error
    if not _binds(names, "Model") and not _binds_unseen(tree):
        raise PackageException(f"{file} has no class Model")
    for node, table in ((node, table) for node in tree.body for table in names.get_children()):
        if isinstance(node, ast.ClassDef) and node.name == table.get_name() == "Model":
            _check_class(node, table, file)


def _check_class(node: ast.ClassDef, table: symtable.SymbolTable, file: str) -> None:
    if any(isinstance(child, ast.AsyncFunctionDef) and child.name == "request" for child in node.body):
        raise PackageException(f"{file}: Model.request must be a plain function, without 'async'")
    if not (node.bases or node.keywords or node.decorator_list or _binds(table, "request")):
        raise PackageException(f"{file}: Model has no method request(self, data)")


def _binds(table: symtable.SymbolTable, name: str) -> bool:
    if name not in table.get_identifiers():
        return False
    symbol = table.lookup(name)
    return symbol.is_assigned() or symbol.is_imported()


def _binds_unseen(tree: ast.Module) -> bool:
    """Tell whether code may give names to things that cannot be read in it."""
    return any(
        (isinstance(node, ast.alias) and node.name == "*")
        or (isinstance(node, ast.Name) and node.id in ("exec", "globals", "setattr"))
        or isinstance(node, ast.Global)
        for node in ast.walk(tree)
    )


def _check_requirements(content: bytes) -> None:
    """Refuse requirements that pip cannot read, or cannot find where the package is built."""
    coding = _CODING.match(content)
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        else:
            text = content.decode(coding.group(1).decode("ascii") if coding else "utf-8-sig")
    except (UnicodeDecodeError, LookupError) as error:
        raise PackageException(f"requirements.txt cannot be read: {error}; save it as UTF-8") from None
    if "\0" in text:
        raise PackageException("requirements.txt holds zero bytes, as UTF-16 does; save it as UTF-8")
    found = _FROM_DISK.search(text)
    if found is not None:
        raise PackageException(
            f"requirements.txt asks for a file of this machine, '{printable(found.group().strip())}';"
            " write the version that is meant, such as numpy==1.24.4"
        )
