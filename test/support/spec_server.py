"""A server that knows the API from its specification alone: it checks each request, and answers with an example."""

from __future__ import annotations

import functools
import io
import json
import re
from typing import Any, Dict, List, Optional, Pattern, Tuple
from urllib.parse import parse_qsl, unquote, urlsplit

from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from test.support import openapi
from test.support.server import Reply, Request, Server

BASE = "/v2.1"
DOWNLOAD = b"PK\xff\x00 not text"

TRANSPORT_HEADERS = frozenset(
    ("host", "accept", "accept-encoding", "authorization", "content-length", "content-type", "user-agent")
)
TOKEN = re.compile(r"Token [0-9a-z]{40}")


class SpecServer(Server):
    """A `Server` of the whole API.

    Attributes:
        calls: The ids of the operations that were called, in order.
        violations: What was wrong with the requests; such a request gets status 400.
        example: Name of the example to answer with, where an operation has it; else the first one.
    """

    def __init__(self) -> None:
        super().__init__(self._reply)
        self.calls: List[str] = []
        self.violations: List[str] = []
        self.example: Optional[str] = None

    def _reply(self, request: Request) -> Reply:
        found = find(request.method, urlsplit(request.target).path)
        if found is None:
            faults = ["the specification has no such operation"]
        else:
            operation, values = found
            self.calls.append(operation.id)
            faults = check(operation, values, request)
        if faults or found is None:
            self.violations += [f"{request.method} {request.target}: {fault}" for fault in faults]
            return Reply(400, {"error": "; ".join(faults)})
        return answer(operation, self.example)


def find(method: str, path: str) -> Optional[Tuple[openapi.Operation, Dict[str, str]]]:
    """Return the operation of a path, and the values of its path parameters."""
    for operation, pattern in _patterns():
        match = pattern.fullmatch(path)
        if match and operation.method == method:
            return operation, {name: unquote(value) for name, value in match.groupdict().items()}
    return None


@functools.lru_cache(maxsize=None)
def _patterns() -> List[Tuple[openapi.Operation, Pattern[str]]]:
    return [
        (operation, re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", BASE + operation.path)))
        for operation in openapi.operations().values()
    ]


def answer(operation: openapi.Operation, example: Optional[str] = None) -> Reply:
    """Return an example of success."""
    status, content = operation.success
    if "application/json" in content:
        examples = openapi.examples(content["application/json"])
        return Reply(status, next((value for name, value in examples if name == example), examples[0][1]))
    if not content:
        return Reply(status)
    disposition = 'attachment; filename="content.zip"'
    return Reply(status, DOWNLOAD, {"Content-Type": "application/octet-stream", "Content-Disposition": disposition})


def check(operation: openapi.Operation, path_values: Dict[str, str], request: Request) -> List[str]:
    """Return what is wrong with a request to an operation."""
    query = parse_qsl(urlsplit(request.target).query, keep_blank_values=True, strict_parsing=False)
    headers = [
        (name.lower(), value) for name, value in request.headers.items() if name.lower() not in TRANSPORT_HEADERS
    ]
    return [
        *_check_parameters("path", operation, list(path_values.items())),
        *_check_parameters("query", operation, query),
        *_check_parameters("header", operation, headers),
        *_check_token(operation, request.header("Authorization")),
        *_check_accept(operation, request.header("Accept")),
        *_check_body(operation, request),
    ]


def _check_parameters(place: str, operation: openapi.Operation, given: List[Tuple[str, str]]) -> List[str]:
    known = operation.parameters_in(place)
    names = [name for name, _ in given]
    faults = [f"{place} parameter {name} is given {names.count(name)} times" for name in known if names.count(name) > 1]
    faults += [
        f"{place} parameter {name} is missing"
        for name, parameter in known.items()
        if parameter.get("required") and name not in names
    ]
    for name, text in given:
        if name not in known:
            faults.append(f"{place} parameter {name} is not known")
            continue
        schema = known[name]["schema"]
        faults += [f"{place} parameter {name}: {fault}" for fault in openapi.errors(_parse(text, schema), schema)]
    return faults


def _parse(text: str, schema: Dict[str, Any]) -> Any:
    """Return the JSON value that a parameter stands for; text that does not fit the type stays text."""
    if schema["type"] == "integer" and re.fullmatch("-?[0-9]+", text):
        return int(text)
    if schema["type"] == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return text


def _check_token(operation: openapi.Operation, token: Optional[str]) -> List[str]:
    if not operation.authenticated and not token:
        return []
    return [] if token and TOKEN.fullmatch(token) else ["no token in the form `Token ...`"]


def _check_accept(operation: openapi.Operation, accept: Optional[str]) -> List[str]:
    wanted = "application/json" if operation.returns else None
    return [] if wanted is None or accept == wanted else [f"Accept is {accept}, not {wanted}"]


def _check_body(operation: openapi.Operation, request: Request) -> List[str]:
    if not operation.body:
        return ["there is a body"] if request.body else []
    if not request.body:
        return ["the body is missing"] if operation.body["required"] else []
    media_type, options = parse_options_header(request.header("Content-Type"))
    media = operation.body["content"].get(media_type)
    if media is None:
        return [f"a body of {media_type}"]
    if media_type == "application/json":
        try:
            value = json.loads(request.body, parse_constant=_refuse_constant)
        except ValueError as error:
            return [f"the body is not JSON: {error}"]
        return [f"body {fault}" for fault in openapi.errors(value, media["schema"])]
    return _check_form(request.body, options["boundary"], openapi.resolve(media["schema"]))


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _check_form(body: bytes, boundary: str, schema: Dict[str, Any]) -> List[str]:
    form, files = MultiPartParser().parse(io.BytesIO(body), boundary.encode(), len(body))
    value = {**form.to_dict(), **{name: file.filename for name, file in files.items()}}
    faults = [f"form {fault}" for fault in openapi.errors(value, schema)]
    faults += [f"form: {name} is not a file" for name in form]
    for name, file in files.items():
        file.close()
        if not file.filename:
            faults.append(f"form: {name} has no file name")
    return faults
