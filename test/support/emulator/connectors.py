"""Connectors to test with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from test.support.emulator.client import PROJECT, connected, wait_until
from test.support.emulator.operations import platform, texts
from test.support.emulator.pipelines import add_connector, attach, fields, make_pipeline
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

CONNECTORS, CREDENTIALS = f"{PROJECT}/connectors", f"{PROJECT}/credentials"
AVAILABLE = ("available", "")
FILE = [("file", "blob")]


def eager() -> Iterator[Client]:
    """Give a client of an emulator whose connectors try again soon."""
    with Emulator() as emulator:
        for client in connected(emulator):
            platform(client).connectors.delivery.waits = (0.05, 0.1)
            yield client


def with_credentials(client: Client, kind: str, values: Mapping[str, str]) -> Iterator[Client]:
    """Give a client with credentials `c`; remove them afterwards, with pipeline `p`, connector `k` and all logs."""
    make_credentials(client, kind, values)
    assert verified(client, f"{CREDENTIALS}/c") == AVAILABLE
    yield client
    for path in (f"{PROJECT}/pipelines/p", f"{CONNECTORS}/k", f"{CREDENTIALS}/c"):
        client("DELETE", path)
    with platform(client).storage.transaction() as db:
        db.execute("DELETE FROM logs")


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


def deliver(client: Client, inputs: Sequence[Tuple[str, str]], *data: Dict[str, Any], query: str = "") -> List[str]:
    """Send data to the connector `k` through a pipeline; return its log lines."""
    path = make_branch(client, inputs)
    for each in data:
        assert client("POST", f"{path}/request{query}", each).status == 200
    return lines(client)


def deliver_file(client: Client, name: str, content: bytes) -> List[str]:
    """Send a file to the connector `k` through a pipeline; return its log lines."""
    return deliver(client, FILE, {"file": client.blob(name, content)})


def lines(client: Client) -> List[str]:
    """Return the log lines of the connector `k`, the earliest first."""
    return texts(client, {"connector_name": "k"}, date_range=-86400)[::-1]
