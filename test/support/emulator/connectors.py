"""Connectors to test with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Sequence, Tuple

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.pipelines import add_connector, attach, fields, make_pipeline

if TYPE_CHECKING:
    from test.support.emulator.client import Client

CONNECTORS, CREDENTIALS = f"{PROJECT}/connectors", f"{PROJECT}/credentials"


def make_credentials(client: Client, kind: str, values: Mapping[str, str], name: str = "c") -> Dict[str, Any]:
    """Make credentials."""
    answer = client("POST", CREDENTIALS, {"name": name, "type": kind, "configuration": values})
    assert answer.status == 201, answer
    body: Dict[str, Any] = answer.body
    return body


def make_connector(
    client: Client,
    kind: str,
    values: Mapping[str, str],
    inputs: Optional[Sequence[Tuple[str, str]]] = None,
    name: str = "k",
    credentials: str = "c",
) -> Dict[str, Any]:
    """Make a connector; None for one that takes blobs."""
    body: Dict[str, Any] = {"name": name, "type": kind, "credentials": credentials, "configuration": values}
    if inputs is not None:
        body["input_fields"] = fields(inputs)
    answer = client("POST", CONNECTORS, body)
    assert answer.status == 201, answer
    made: Dict[str, Any] = answer.body
    return made


def verified(client: Client, path: str) -> Tuple[str, str]:
    """Wait for the end of a verification; return the status and the message."""

    def ended() -> Any:
        found = client("GET", path).body
        return None if found["status"] == "pending_verification" else (found["status"], found["error_message"])

    status, message = wait_until(ended)
    return status, message


def make_branch(client: Client, inputs: Sequence[Tuple[str, str]], name: str = "p", connector: str = "k") -> str:
    """Make a pipeline that gives its input to a connector; return its path."""
    path = make_pipeline(client, inputs, name)
    assert add_connector(client, path, "o", connector).status == 201
    taken = client("GET", f"{CONNECTORS}/{connector}").body["input_fields"]
    pairs = [f"{source}>{field['name']}" for (source, _), field in zip(inputs, taken)]
    answer = attach(client, path, "pipeline_start", "o", *pairs)
    assert answer.status == 201, answer
    return path
