"""Pipelines to test with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple

from test.support.emulator.client import PROJECT, wait_until

if TYPE_CHECKING:
    from test.support.emulator.client import Answer, Client

CALCULATE = """
import os, time

def wait_for(path):
    while not os.path.exists(path):
        time.sleep(0.005)
    return 0

def touch(path):
    open(path, "w").close()
    return 0

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        x = data["x"]
        print("calculating", data["code"])
        return {"out": eval(data["code"])}
"""
ADD = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"sum": data["a"] + data["b"]}
"""
SHOUT = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return data.upper()
"""
COPY = """
import os

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        with open(data["file"]) as file:
            text = file.read()
        name = os.path.basename(data["file"]) + "+"
        with open(name, "w") as file:
            file.write(text + "+")
        return {"file": name}
"""
CALCULATE_INPUTS = [("code", "string"), ("x", "int")]


def fields(pairs: Sequence[Tuple[str, str]]) -> List[Dict[str, str]]:
    return [{"name": name, "data_type": kind} for name, kind in pairs]


def make_pipeline(client: Client, inputs: Optional[Sequence[Tuple[str, str]]], name: str = "p") -> str:
    """Make a pipeline; None for plain input. Return its path."""
    body: Dict[str, Any] = {"name": name, "input_type": "plain"}
    if inputs is not None:
        body.update(input_type="structured", input_fields=fields(inputs))
    answer = client("POST", f"{PROJECT}/pipelines", body)
    assert answer.status == 201, answer
    return f"{PROJECT}/pipelines/{name}"


def add_model(client: Client, pipeline: str, name: str, model: str, version: str = "v") -> Answer:
    """Add an object that refers to a version of a model."""
    body = {"name": name, "reference_type": "model", "reference_name": model, "version": version}
    return client("POST", f"{pipeline}/objects", body)


def make_connector(client: Client, name: str, inputs: Sequence[Tuple[str, str]]) -> None:
    """Make a connector to a database that is not there."""
    place = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    body: Dict[str, Any] = {"name": name, "type": "postgresql", "configuration": place}
    answer = client("POST", f"{PROJECT}/credentials", body)
    assert answer.status == 201, answer
    body.update(credentials=name, configuration={"database": "d", "table": "t"}, input_fields=fields(inputs))
    answer = client("POST", f"{PROJECT}/connectors", body)
    assert answer.status == 201, answer


def add_connector(client: Client, pipeline: str, name: str, connector: str) -> Answer:
    """Add an object that refers to a connector."""
    body = {"name": name, "reference_type": "connector", "reference_name": connector}
    return client("POST", f"{pipeline}/objects", body)


def attach(client: Client, pipeline: str, source: str, destination: str, *pairs: str) -> Answer:
    """Attach an object; pairs are written `source_field>destination_field`."""
    mapping = [
        {"source_field_name": left, "destination_field_name": right}
        for left, _, right in (pair.partition(">") for pair in pairs)
    ]
    body = {"source_name": source, "destination_name": destination, "mapping": mapping}
    return client("POST", f"{pipeline}/attachments", body)


def build(client: Client, pipeline: str, objects: Dict[str, str], *attachments: str) -> None:
    """Add objects, given as name and model, and attachments, written `source destination field>field field>field`."""
    for name, model in objects.items():
        answer = add_model(client, pipeline, name, model)
        assert answer.status == 201, answer
    for text in attachments:
        answer = attach(client, pipeline, *text.split())
        assert answer.status == 201, answer


def finished(client: Client, pipeline: str, ids: List[str]) -> List[Dict[str, Any]]:
    """Wait for batch requests, and return them in their order."""

    def done() -> Any:
        found = client("POST", f"{pipeline}/request-batch-collect", ids).body
        return found if all(each["status"] in ("completed", "failed") for each in found) else None

    by_id = {each["id"]: each for each in wait_until(done)}
    return [by_id[each] for each in ids]
