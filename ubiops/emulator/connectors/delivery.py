"""Delivery of data to what connectors stand for."""

from __future__ import annotations

import json
import threading
import time
from typing import Any, Callable, Dict, Mapping, Sequence, Tuple

from ..common.database import Row, must
from ..common.errors import ApiError
from ..pipelines import DeliveryError
from ..serving.fields import blob_fields, fields_of
from ..state.blobs import Blobs
from ..state.measurements import Measurements, volume
from ..state.storage import Storage
from .backend import ConnectorError, File, Timestamp, Values
from .backends import Backends
from .catalogue import BLOB, STRUCTURED, TYPES, complete, scrubbed

WAITS = (2.0, 4.0)
"""Seconds before the second and before the third attempt."""

_SHORTEST = 0.1  # seconds that an attempt gets, however late it is
_NOUNS = {STRUCTURED: "data", BLOB: "blob"}
_SIZE = "SELECT coalesce(sum(size), 0) AS size FROM blobs WHERE id IN (SELECT value FROM json_each(?))"


class Delivery:
    """Delivers the data of requests.

    Args:
        storage: the state.
        blobs: where blobs come from.
        measurements: told about each delivery.
        backends: what delivers, by type.
        stop: set when the emulator stops.

    Attributes:
        waits: how many seconds to wait after each attempt but the last, if it failed for a reason that may pass.
    """

    def __init__(
        self,
        storage: Storage,
        blobs: Blobs,
        measurements: Measurements,
        backends: Backends,
        stop: threading.Event,
    ) -> None:
        self.waits: Sequence[float] = WAITS
        self._storage = storage
        self._blobs = blobs
        self._measurements = measurements
        self._backends = backends
        self._stop = stop

    def deliver(self, connector: Row, data: Mapping[str, Any], log: Callable[[str], None], timeout: float) -> None:
        """Deliver to a connector, whatever its status says: what did not work when it was verified may work now.

        Args:
            connector: the row of the connector.
            data: the values of its fields; blobs are ids.
            log: writes a log line.
            timeout: seconds that it may take, or a little longer.

        Raises:
            DeliveryError: it was not delivered.
        """
        began = time.monotonic()
        noun = _NOUNS[connector["input_type"]]
        try:
            self._deliver(connector, data, lambda text: log(f"Failed to insert {noun}: {text}"), began + timeout)
        except ConnectorError as error:
            self._record(connector, data, time.monotonic() - began, success=False)
            raise DeliveryError(f"Failed to insert {noun}: {error}") from None
        self._record(connector, data, time.monotonic() - began, success=True)
        log(f"{noun.capitalize()} inserted successfully")

    def _deliver(
        self, connector: Row, data: Mapping[str, Any], complain: Callable[[str], None], deadline: float
    ) -> None:
        kind = TYPES[connector["type"]]
        backend = self._backends[kind.name]
        credentials, values = self._load(connector, data)
        configuration = complete(kind.connector, json.loads(connector["configuration"]))
        for wait in (*self.waits, None):
            try:
                if self._stop.is_set():
                    raise ConnectorError("The emulator is being stopped")
                backend.deliver(credentials, configuration, values, max(deadline - time.monotonic(), _SHORTEST))
                return
            except ConnectorError as error:
                text = scrubbed(str(error), kind.credentials, credentials)
                if wait is None or not error.recoverable or time.monotonic() + wait >= deadline:
                    raise ConnectorError(text) from None
            complain(f"{text}; trying again in {wait:g} s")
            self._stop.wait(wait)

    def _load(self, connector: Row, data: Mapping[str, Any]) -> Tuple[Values, Mapping[str, Any]]:
        """Return the credentials, and what to deliver."""
        types = {field["name"]: field["data_type"] for field in fields_of(connector["input_fields"])}
        values: Dict[str, Any] = {
            name: Timestamp(value) if types[name] == "timestamp" else value for name, value in data.items()
        }
        with self._storage.transaction() as db:
            query = "SELECT type, configuration FROM credentials WHERE id = ?"
            deleted = ConnectorError("The connector was deleted")
            credentials = must(db, query, (connector["credentials_id"],), deleted)
            if connector["input_type"] == BLOB:
                try:
                    blob = self._blobs.get(db, connector["project_id"], data["blob"])
                except ApiError as error:
                    raise ConnectorError(error.message) from None
                values["blob"] = File(self._blobs.path(blob["id"]), blob["filename"])
        return complete(TYPES[credentials["type"]].credentials, json.loads(credentials["configuration"])), values

    def _record(self, connector: Row, data: Mapping[str, Any], seconds: float, *, success: bool) -> None:
        blobs = list(blob_fields(data, connector["input_fields"]).values())
        with self._storage.unless_full("the measurement of a delivery") as db:
            blob_volume: int = must(db, _SIZE, (json.dumps(blobs),))["size"]
            self._measurements.record(
                db,
                connector["project_id"],
                "connector",
                connector["id"],
                success=success,
                seconds=seconds,
                input_volume=volume(data) + blob_volume,
            )
