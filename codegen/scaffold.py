"""Beginnings of what the emulator needs for an operation that it does not know yet: handler, permission, test."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import Dict, Iterator, List
from urllib.parse import urlencode

from codegen.spec import Api, Endpoint

ROOMS = "ubiops/emulator/resources"
NEEDS = "ubiops/emulator/accounts/permissions.py"
VERBS = {"GET": "get", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
OWN = {"project_name": "demo", "organization_name": "demo"}  # what every emulator begins with

ROOM = '''"""{title}."""

from __future__ import annotations

from typing import Mapping

from ..call import Call, Handler

HANDLERS: Mapping[str, Handler] = {{{entry}}}
'''
HANDLER = """def {function}(call: Call) -> object:
    # {method} {path}
    raise NotImplementedError("{name} is not written yet")


"""
TEST = '''"""{summary}."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from test.support.emulator.client import Client


def test_{name}(client: Client) -> None:
    answer = client{request}
    assert answer.status == {success_status}, answer
'''


def scaffold(api: Api, name: str, root: Path) -> Dict[str, str]:
    """Return the files to write, by their path below the root, for an operation of the specification.

    Raises:
        ValueError: The specification does not know the operation, or the emulator has a handler for it.
    """
    operation = next((operation for operation in api.operations if operation.name == name), None)
    if operation is None:
        raise ValueError(f"codegen/openapi.yaml has no operation {name}")
    rooms = {path: path.read_text(encoding="utf-8") for path in sorted((root / ROOMS).glob("*.py"))}
    subject, _, verb = name.rpartition("_")
    home = root / ROOMS / f"{subject}.py"
    for path, code in rooms.items():
        handled = _handled(code)
        if any(re.fullmatch(pattern, name) for pattern in handled):
            raise ValueError(f"{path.relative_to(root)} handles {name} already")
        if any(pattern.rpartition("_")[0] == subject for pattern in handled):
            home = path
    files = {f"test/emulator/test_{name}.py": TEST.format(request=_request(operation), **vars(operation))}
    if home not in rooms:
        index = rooms[root / ROOMS / "__init__.py"]
        index = index.replace("from . import (\n", f"from . import (\n    {subject},\n")
        files[f"{ROOMS}/__init__.py"] = _into(index, "HANDLERS", f"**{subject}.HANDLERS")
    code = rooms.get(home, "")
    function = f"_{verb}" if f"def _{verb}(" not in code else f"_{name}"
    entry = f'"{name}": {function}'
    code = _into(code, "HANDLERS", entry) if code else ROOM.format(title=operation.tag, entry=entry)
    handler = HANDLER.format(function=function, **vars(operation))
    files[home.relative_to(root).as_posix()] = code.replace("HANDLERS:", f"{handler}HANDLERS:")
    if operation.authenticated:
        needs = (root / NEEDS).read_text(encoding="utf-8")
        files[NEEDS] = _into(needs, "NEEDS", f'"{name}": {_need(operation)}')
    return files


@lru_cache(maxsize=None)
def _handled(code: str) -> List[str]:
    """Return patterns for the names of the operations that a room handles."""
    return list(_patterns(ast.parse(code)))


def _patterns(room: ast.Module) -> Iterator[str]:
    for statement in room.body:
        if isinstance(statement, ast.AnnAssign) and getattr(statement.target, "id", "") == "HANDLERS":
            for node in ast.walk(statement):
                if isinstance(node, ast.JoinedStr):
                    yield "".join(str(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in node.values)
                elif isinstance(node, ast.Constant):
                    yield str(node.value)


def _into(code: str, mapping: str, entry: str) -> str:
    """Return code with an entry more at the end of a mapping that it defines."""
    return re.sub(rf"^({mapping}: .*? = \{{.*?),?\s*\}}$", rf"\1,\n    {entry},\n}}", code, count=1, flags=re.M | re.S)


def _need(operation: Endpoint) -> str:
    """Return a guess at what the caller needs."""
    subject, _, verb = operation.name.rpartition("_")
    if "{project_name}" in operation.path:
        return f'"{subject}.{verb if verb in {*VERBS.values(), "list"} else VERBS[operation.method]}"'
    return "Level.ADMIN" if "{organization_name}" in operation.path else "Level.OPERATOR"


def _request(operation: Endpoint) -> str:
    """Return the arguments of a test's client for an example of the operation."""
    names = {field.wire_name: OWN.get(field.name, field.example) for field in operation.path_parameters}
    query = urlencode({field.wire_name: field.example for field in operation.required_query})
    path = operation.path.format(**names) + (f"?{query}" if query else "")
    if operation.file:
        return f'.upload("{operation.method}", "{path}", "file.zip", b"content")'
    body = f", {operation.request_example!r}" if operation.body else ""
    return f'("{operation.method}", "{path}"{body})'
