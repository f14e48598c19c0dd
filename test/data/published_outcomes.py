"""What a client makes of single values: each field of each model, each parameter of each operation.

`published_outcomes.json` says what the published client does. To make it again:

    python -m venv throwaway && throwaway/bin/pip install ubiops==2.1.0
    throwaway/bin/python test/data/published_outcomes.py

The tests do the same with this client, and compare.
"""

from __future__ import annotations

import datetime
import http.server
import json
import pathlib
import threading
from typing import Any, Callable, Dict, List, Tuple

import ubiops

HERE = pathlib.Path(__file__).parent
PATH = str(HERE.parent / "__init__.py")
FILE = HERE / "published_outcomes.json"

LENGTHS = (23, 24, 25, 64, 65, 128, 129, 200, 201, 254, 255, 256, 257, 500, 501, 1024, 1025, 65536, 65537)
CHOICES = (
    *("pending", "processing", "completed", "failed", "structured", "plain", "blob"),
    *("int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string"),
    *("python3.5", "python3.6", "python3.7", "python3.8", "python3.9"),
)
FEW = (
    *("''", "'a'", "'5'", "'Has_1'", "'-a'", "'2020-13'", "'True'"),
    *("'a/b c+d'", "'\\xe9\\u20ac'", "'.'", "'..'", "'a\\n'"),
    *("0", "1", "-1", "5", "256", "0.5", "1e+20", "float('nan')", "float('inf')", "True", "False", "None"),
    *("datetime.date(2020, 5, 4)", "datetime.datetime(2020, 5, 4, 3, 2, 1)", "b'a'", "object()"),
    *("[]", "['a']", "{}", "{'a': 1}", "('a', 1)"),
)
"""What parameters are tried with, as Python expressions."""

MANY = (
    *FEW,
    *(f"'a' * {length}" for length in LENGTHS),
    *map(repr, CHOICES),
    *("255", "32769", "1048576", "1048577", "2147483647", "2147483648", "-2147483648", "-2147483649", "256.5"),
    *("['a', None, 0.5]", "[{}]", "{'a': {'b': [True]}}"),
    *("ubiops.OrganizationUpdate('a')", "[ubiops.OrganizationUpdate('a')]"),
)
"""What fields are tried with: all limits and choices of 2.1.0, and what is just beyond."""

FILES = ("PATH", "pathlib.Path(PATH)", "[PATH, PATH]", "[]", "''", "'/nowhere'", "'/'", "0.5", "None")

REFUSALS = {"V": ValueError, "T": TypeError, "A": AttributeError}
OTHER_REFUSAL = "E"
SENT = "."
MARK = "MARK"

Outcomes = Dict[str, Dict[str, str]]
"""What each field or parameter does with each value: the text that is sent, or ``refused: V``."""


def surface() -> Dict[str, Any]:
    """Return what the published client consists of."""
    stated: Dict[str, Any] = json.loads((HERE / "published_surface.json").read_text(encoding="utf-8"))
    return stated


def value(expression: str) -> Any:
    """Return the value that an expression stands for."""
    return eval(expression, {"PATH": PATH, "datetime": datetime, "pathlib": pathlib, "ubiops": ubiops})


def outcome(action: Callable[..., str], *arguments: Any) -> str:
    """Return the text that an action sends, shortened, or how it is refused."""
    try:
        text = action(*arguments)
    except Exception as error:
        return "refused: " + next(
            (letter for letter, kind in REFUSALS.items() if isinstance(error, kind)), OTHER_REFUSAL
        )
    return text if len(text) < 60 else f"{text[:20]}... ({len(text)} characters)"


def of_fields() -> Outcomes:
    """Return what models do with values for their fields: in the constructor, and when assigned."""
    found: Outcomes = {}
    for name in dir(ubiops.models):
        model = getattr(ubiops.models, name)
        if getattr(model, "openapi_types", None):
            found.update(of_model(name, model))
    return found


def of_model(name: str, model: Any) -> Outcomes:
    """Return what one model does with values for its fields."""
    client, configuration = ubiops.ApiClient(), ubiops.Configuration()
    good = {field: good_value(model, field) for field in model.openapi_types}

    def sent(model: Any, field: str) -> str:
        json_object = client.sanitize_for_serialization(model)
        return json.dumps(json_object[field]) if field in json_object else "left out"

    def made(field: str, values: Dict[str, Any]) -> str:
        return sent(model(**values, local_vars_configuration=configuration), field)

    def assigned(field: str, each: Any) -> str:
        instance = model(**good, local_vars_configuration=configuration)
        setattr(instance, field, each)
        return sent(instance, field)

    found: Outcomes = {}
    for field in good:
        found[f"{name}.{field}"] = outcomes = {"missing": outcome(made, field, without(good, field))}
        for expression in MANY:
            each = value(expression)
            both = outcome(made, field, {**good, field: each}), outcome(assigned, field, each)
            outcomes[expression] = both[0] if both[0] == both[1] else f"{both[0]}, assigned {both[1]}"
    return found


def without(values: Dict[str, Any], name: str) -> Dict[str, Any]:
    """Return all values but one."""
    return {other: each for other, each in values.items() if other != name}


def good_value(model: Any, field: str) -> Any:
    """Return a value that a field takes."""
    configuration = ubiops.Configuration()
    configuration.client_side_validation = False
    blank = model(local_vars_configuration=configuration)
    configuration.client_side_validation = True
    for each in ("a", 256, "string", "structured", "pending", "python3.7", "a" * 24):
        try:
            setattr(blank, field, each)
        except (ValueError, TypeError):
            continue
        return each
    raise AssertionError(f"{model.__name__}.{field} takes nothing")


class Recorder(http.server.ThreadingHTTPServer):
    """A server that answers everything with nothing, and keeps the last request."""

    block_on_close = False

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server: Recorder

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self.server.last = {"target": self.path, **self.headers, "body": self.rfile.read(length).decode()}
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - http.server calls them so

        def log_message(self, *_: Any) -> None:
            pass

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.last: Dict[str, str] = {}
        self._thread = threading.Thread(target=self.serve_forever)

    def __enter__(self) -> Recorder:
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


def of_parameters() -> Outcomes:
    """Return what operations do with values for their parameters, other than files."""
    found: Outcomes = {}
    with Recorder() as server:
        configuration = ubiops.Configuration(api_key={"Authorization": "Token abc"})
        configuration.host = f"http://127.0.0.1:{server.server_port}"
        with ubiops.ApiClient(configuration) as client:
            for name, operation in surface()["operations"].items():
                found.update(of_operation(getattr(ubiops.CoreApi(client), name), operation, server))
    return found


def of_operation(method: Callable[..., Any], operation: Dict[str, Any], server: Recorder) -> Outcomes:
    """Return what one operation does with values for its parameters."""
    good = {name: PATH if name == "file" else "a" for name in operation["positional"]}

    def received(arguments: Dict[str, Any]) -> Dict[str, str]:
        server.last = {}
        method(**arguments, _preload_content=False).read()
        return server.last

    found: Outcomes = {}
    for name in without(dict.fromkeys((*operation["positional"], *operation["optional"])), "file"):
        where, (before, after) = position(received({**good, name: MARK}))

        def sent(arguments: Dict[str, Any], where: str = where, before: str = before, after: str = after) -> str:
            text = received(arguments).get(where)
            if text is None or not (text.startswith(before) and text.endswith(after)):
                return "left out"
            return text[len(before) : len(text) - len(after)]

        place = where if where == "body" else "header" if where != "target" else "query" if "?" in before else "path"
        found[f"{method.__name__}.{name} in the {place}"] = outcomes = {"missing": outcome(sent, without(good, name))}
        for expression in FEW:
            outcomes[expression] = outcome(sent, {**good, name: value(expression)})

    def sent_form(arguments: Dict[str, Any]) -> str:
        form = received(arguments)
        boundary = form.get("Content-Type", "").partition("boundary=")[2]
        return form["body"].replace(boundary, "BOUNDARY") if boundary else "no form"

    if "file" in good:
        found[f"{method.__name__}.file in the form"] = {
            "missing": outcome(sent_form, without(good, "file")),
            **{expression: outcome(sent_form, {**good, "file": value(expression)}) for expression in FILES},
        }
    return found


def position(request: Dict[str, str]) -> Tuple[str, List[str]]:
    """Return the part of a request that holds the mark, and what is before and after it."""
    ((where, text),) = [(where, text) for where, text in request.items() if MARK in text]
    return where, text.replace(json.dumps(MARK), MARK).split(MARK)


def packed(found: Outcomes) -> Dict[str, Any]:
    """Return outcomes as the file holds them: one letter for each value, and what is usually sent for it once."""
    usual: Outcomes = {}
    other: Outcomes = {}
    alike: Dict[str, List[str]] = {}
    for name, outcomes in found.items():
        texts = usual.setdefault(place(name), {})
        word = ""
        for expression, text in outcomes.items():
            refused = text.startswith("refused: ")
            if not refused and texts.setdefault(expression, text) != text:
                other.setdefault(name, {})[expression] = text
            word += text[-1] if refused else SENT
        alike.setdefault(word, []).append(name)
    return {"usual": usual, "other": other, "outcomes": alike}


def unpacked(data: Dict[str, Any]) -> Outcomes:
    """Return the outcomes that the file holds."""
    found: Outcomes = {}
    for word, names in data["outcomes"].items():
        for name in names:
            texts = {**data["usual"][place(name)], **data["other"].get(name, {})}
            expressions = ("missing", *{"field": MANY, "form": FILES}.get(place(name), FEW))
            found[name] = {
                expression: texts[expression] if letter == SENT else f"refused: {letter}"
                for expression, letter in zip(expressions, word)
            }
    return found


def place(name: str) -> str:
    """Return where a field or a parameter travels."""
    return name.partition(" in the ")[2] or "field"


if __name__ == "__main__":
    FILE.write_text(json.dumps(packed({**of_fields(), **of_parameters()}), indent=1) + "\n")
