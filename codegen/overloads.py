"""What a call returns, by its options: the overloads of each operation."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Callable, Iterator, List, Tuple

from codegen.spec import Endpoint

BOTH = (False, True)

Wrap = Callable[[str], str]


@dataclass(frozen=True)
class Overload:
    """One way to call a method."""

    name: str
    parameters: Tuple[str, ...]
    returns: str


def overloads(operation: Endpoint) -> List[Overload]:
    """Return the ways to call an operation and its twin: literal options first, then any."""
    data_only = "_return_http_data_only: bool = True"
    plain = _ways(operation, operation.name, data_only, lambda data: data)
    return [*plain, *_twin(operation)]


def _twin(operation: Endpoint) -> Iterator[Overload]:
    name = f"{operation.name}_with_http_info"
    data_only = _flag("_return_http_data_only", False, default=False)
    *literal, any_other = _ways(operation, name, data_only, lambda data: f"Tuple[{data}, int, Mapping[str, str]]")
    yield from literal
    data_only = _flag("_return_http_data_only", True, default=False)
    yield next(_ways(operation, name, data_only, lambda data: data))
    yield any_other


def _ways(operation: Endpoint, name: str, data_only: str, answer: Wrap) -> Iterator[Overload]:
    own = tuple(_parameters(operation))
    timeout = "_request_timeout: RequestTimeout = None"
    for later, unread in itertools.product(BOTH, (operation.raw, not operation.raw)):
        options = (_flag("async_req", later, default=False), _flag("_preload_content", not unread, not operation.raw))
        data = "HTTPResponse" if unread else "str" if operation.raw else operation.return_annotation
        returns = f"AsyncResult[{answer(data)}]" if later else answer(data)
        yield Overload(name, (*own, *options, timeout, data_only), returns)
    options = ("async_req: bool = ...", "_preload_content: bool = ...")
    yield Overload(name, (*own, *options, timeout, "_return_http_data_only: bool = ..."), "Any")


def _parameters(operation: Endpoint) -> Iterator[str]:
    yield "self"
    for field in operation.required:
        default = " = None" if field is operation.body and field.annotation.startswith("Optional") else ""
        yield f"{field.name}: {field.hint}{default}"
    yield "*"
    for field in operation.optional:
        yield f"{field.name}: {field.optional_hint} = None"


def _flag(name: str, value: bool, default: bool) -> str:
    return f"{name}: Literal[{value}]" + (f" = {value}" if value == default else "")
