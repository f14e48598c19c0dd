"""Databases that connectors add rows to, as tests need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from test.support.emulator.connectors import CONNECTORS, CREDENTIALS, make_branch, make_connector, make_credentials
from test.support.emulator.operations import platform, texts
from test.support.emulator.servers import OWNER, PASSWORD, MariaDB, Postgres, Wire

if TYPE_CHECKING:
    from test.support.emulator.client import Client

Columns = Sequence[Tuple[str, str]]


def login(to: int, **values: str) -> Dict[str, str]:
    """Return the configuration of credentials."""
    return {"username": OWNER, "password": PASSWORD, "host": "127.0.0.1", "port": str(to), **values}


class Target:
    """Connectors to a server, and pipelines that deliver to them.

    Args:
        client: a client of an emulator with credentials `c` for the server.
        server: the server.
        kind: the type of the connectors.
        place: their configuration, unless a test wants another.
    """

    def __init__(self, client: Client, server: Union[Postgres, MariaDB], kind: str, place: Mapping[str, str]) -> None:
        self.client = client
        self.server = server
        self._kind = kind
        self._place = place

    def table(self, columns: str, name: str = "t") -> None:
        self.server.run(f"DROP TABLE IF EXISTS {name}", f"CREATE TABLE {name} ({columns})")

    def connector(self, inputs: Columns, credentials: str = "c", **values: str) -> Dict[str, Any]:
        return make_connector(self.client, self._kind, {**self._place, **values}, inputs, credentials=credentials)

    def through(self, wire: Wire) -> str:
        """Make credentials that lead over a wire; return their name."""
        make_credentials(self.client, self._kind, login(wire.port), "wire")
        return "wire"

    def request(self, inputs: Columns, *data: Dict[str, Any]) -> List[str]:
        """Send data to the connector; return the log lines."""
        path = make_branch(self.client, inputs)
        for each in data:
            assert self.client("POST", f"{path}/request", each).status == 200
        return self.lines()

    def lines(self) -> List[str]:
        return texts(self.client, {"connector_name": "k"}, date_range=-86400, limit=500)[::-1]

    def rows(self, name: str = "t") -> List[Tuple[Any, ...]]:
        return self.server.run(f"SELECT * FROM {name}")

    def forget(self) -> None:
        """Remove what tests make."""
        self.client("DELETE", "/projects/demo/pipelines/p")
        self.client("DELETE", f"{CONNECTORS}/k")
        self.client("DELETE", f"{CREDENTIALS}/wire")
        with platform(self.client).storage.transaction() as db:
            db.execute("DELETE FROM logs")


def ended(client: Client, path: str) -> Optional[Dict[str, Any]]:
    """Return a batch request, or None while it goes on."""
    found: Dict[str, Any] = client("GET", path).body
    return found if found["status"] in ("completed", "failed") else None
