"""Requests checked against what Google publishes about its services: the discovery documents."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Pattern, Tuple
from urllib.parse import unquote

from jsonschema import Draft7Validator

_PRIMITIVE = ("string", "integer", "number", "boolean", "array", "object", "null")


class Discovery:
    """A document, as it comes with google-api-python-client.

    Args:
        name: its name, such as `bigquery.v2`.
    """

    def __init__(self, name: str) -> None:
        spec = find_spec("googleapiclient")
        assert spec is not None
        assert spec.origin is not None
        path = Path(spec.origin).parent / "discovery_cache/documents" / f"{name}.json"
        self._document = json.loads(path.read_text(encoding="utf-8"))
        self._schemas = {key: _strict(each) for key, each in self._document["schemas"].items()}
        self._methods = [
            (_pattern(path, method.get("parameters", {})), method)
            for method in _methods(self._document)
            for path in self._paths(method)
        ]

    def _paths(self, method: Mapping[str, Any]) -> Iterator[str]:
        yield self._document["basePath"] + method["path"]
        for protocol in method.get("mediaUpload", {}).get("protocols", {}).values():
            yield protocol["path"]

    def find(self, verb: str, path: str) -> Tuple[Optional[Mapping[str, Any]], Dict[str, str]]:
        """Return the method that a request calls, and the parameters in its path."""
        for pattern, method in self._methods:
            match = pattern.fullmatch(path)
            if match and method["httpMethod"] == verb:
                return method, {name: unquote(value) for name, value in match.groupdict().items()}
        return None, {}

    def complaints(self, method: Mapping[str, Any], query: Mapping[str, List[str]], body: Any) -> List[str]:
        """Return what is wrong with the parameters and the body of a request."""
        known = {**self._document["parameters"], **method.get("parameters", {})}
        found = [f"unknown parameter {name}" for name in query if name not in known]
        for name, parameter in known.items():
            values = query.get(name, [])
            if parameter["location"] == "query" and parameter.get("required") and not values:
                found.append(f"missing parameter {name}")
            if len(values) > 1 and not parameter.get("repeated"):
                found.append(f"repeated parameter {name}")
            found += [f"{name} is {each}" for each in values if each not in parameter.get("enum", [each])]
        if "request" in method:
            schema = {"$ref": f"#/definitions/{method['request']['$ref']}", "definitions": self._schemas}
            found += [error.message for error in Draft7Validator(schema).iter_errors(body)]
        elif body is not None:
            found.append("a body")
        return found


def _methods(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from node.get("methods", {}).values()
    for resource in node.get("resources", {}).values():
        yield from _methods(resource)


def _pattern(template: str, parameters: Mapping[str, Any]) -> Pattern[str]:
    """Return what matches the paths of a template, in which names of parameters stand in braces."""
    made = ""
    for text, name in re.findall(r"([^{]*)(?:\{\+?(\w+)\})?", template):
        made += re.escape(text)
        if name:
            made += f"(?P<{name}>{parameters[name].get('pattern', '[^/]+').strip('^$')})"
    return re.compile(made)


def _strict(schema: Any) -> Any:
    """Return a schema of JSON Schema, by which no property may be there that is not described."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _strict(value) for key, value in schema.items() if key in ("items", "additionalProperties", "enum")}
    if "$ref" in schema:
        return {"$ref": f"#/definitions/{schema['$ref']}"}
    if "properties" in schema:
        made["properties"] = {key: _strict(value) for key, value in schema["properties"].items()}
        made.setdefault("additionalProperties", False)
    if schema.get("type") in _PRIMITIVE:
        made["type"] = schema["type"]
    return made
