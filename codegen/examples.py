"""The examples of the documentation: one runnable program for each operation."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict, List, Mapping

import yaml

from codegen.spec import Api, Argument, Endpoint, Schema

NEEDS = Path(__file__).with_name("examples.yaml")
TYPING = frozenset(("Any", "Mapping", "Optional", "Sequence", "Union"))
MODEL = re.compile(r"\b([A-Z]\w+)\b")


def snippets(api: Api) -> Dict[str, str]:
    """Return the program of each operation by its name."""
    schemas = {schema.name: schema for schema in api.schemas}
    special = needs()
    return {it.name: _program(it, schemas, special.get(it.name, {})) for it in api.operations}


def needs() -> Dict[str, Dict[str, str]]:
    """Return what ``examples.yaml`` holds, by operation."""
    found: Dict[str, Dict[str, str]] = yaml.safe_load(NEEDS.read_text(encoding="utf-8"))
    return found


def _program(operation: Endpoint, schemas: Mapping[str, Schema], special: Mapping[str, str]) -> str:
    fields = [field for field in (*operation.required, *operation.optional) if field.annotation != "Optional[Any]"]
    given = {field.name: special.get(field.name) or _argument(field, operation, schemas) for field in fields}
    call = f"api.{operation.name}({', '.join(f'{name}={value}' for name, value in given.items())})"
    lines = ["import ubiops", "", "with ubiops.ApiClient() as client:", "    api = ubiops.CoreApi(client)"]
    lines += [f"    {line}" for line in special.get("before", "").splitlines()]
    if operation.raw:
        lines += [f"    response = {call}", '    with open("download", "wb") as file:']
        lines += ["        for block in response.stream():", "            file.write(block)"]
    elif operation.returns is None:
        lines.append(f"    {call}")
    else:
        lines += [f"    result = {call}", "    print(result)"]
    return "\n".join(lines) + "\n"


def _argument(field: Argument, operation: Endpoint, schemas: Mapping[str, Schema]) -> str:
    if field is operation.body:
        return _value(operation.request_example, _body_type(field), schemas)
    return repr("package.zip") if field is operation.file else repr(field.example)


def _body_type(body: Argument) -> str:
    names = (name for name in MODEL.findall(body.annotation) if name not in TYPING)
    return next(names, "")


def _value(value: Any, model: str, schemas: Mapping[str, Schema]) -> str:
    """Return a JSON value as Python source, with objects as models where a model would send the same."""
    if isinstance(value, list):
        return f"[{', '.join(_value(item, model, schemas) for item in value)}]"
    schema = schemas.get(model)
    if not isinstance(value, dict) or schema is None or schema.open:
        return repr(value)
    fields = {field.wire_name: field for field in schema.fields}
    always_sent = {name for name, field in fields.items() if field.required or field.client_default is not None}
    if not always_sent <= value.keys() <= fields.keys():
        return repr(value)
    arguments: List[str] = []
    for key, item in value.items():
        field = fields[key]
        inner = MODEL.search(field.type)
        source = "ubiops.NULL" if item is None else _value(item, inner.group(1) if inner else "", schemas)
        arguments.append(f"{field.name}={source}")
    return f"ubiops.{model}({', '.join(arguments)})"
