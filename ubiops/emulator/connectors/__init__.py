"""Connectors: what they can be, whether they work, and what they do with data."""

from __future__ import annotations

import threading

from ..state.blobs import Blobs
from ..state.measurements import Measurements
from ..state.storage import Storage
from .backends import Backends
from .delivery import Delivery
from .verification import Verification

__all__ = ["Connectors"]


class Connectors:
    """The connectors of all projects, and their credentials, as far as they concern the world outside.

    Args:
        storage: the state.
        blobs: where blobs come from.
        measurements: told about each delivery.
        deliver: whether they work with what is outside.

    Attributes:
        verification: finds out whether they work.
        delivery: gives data to them.
    """

    def __init__(self, storage: Storage, blobs: Blobs, measurements: Measurements, deliver: bool) -> None:
        self._stop = threading.Event()
        backends = Backends(self._stop, deliver)
        self.verification = Verification(storage, backends, self._stop)
        self.delivery = Delivery(storage, blobs, measurements, backends, self._stop)

    def resume(self) -> None:
        """Go on with the verifications that are pending."""
        self.verification.resume()

    def stop(self) -> None:
        """Let what goes on end soon: deliveries fail, verifications stay pending."""
        self._stop.set()

    def join(self) -> None:
        """Wait for the verifications. Call it after `stop`."""
        self.verification.join()
