"""Requests to versions: taken on, and carried out."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any, Callable

from ..accounts.limits import check_gb_seconds
from ..common.database import Row
from ..common.errors import ApiError, bad_request
from ..runtime import Outcome
from .builds import load_version, unavailable
from .fields import DataError, blob_fields, check_data
from .run import Means, Order, Run


class Execution:
    """Takes on requests to versions.

    Args:
        means: what they work with.
        clock: tells the time, by which the GB seconds of a month are counted.
    """

    def __init__(self, means: Means, clock: Callable[[], datetime]) -> None:
        self._means = means
        self._clock = clock

    def check_ready(self, db: sqlite3.Connection, version: Row) -> None:
        """Refuse requests that could not be carried out now.

        Args:
            db: the database, in a transaction.
            version: the version.

        Raises:
            ApiError: 400 when the version is not available, or its organization has used its GB seconds.
        """
        if version["live_build_id"] is None:
            raise bad_request(unavailable(version))
        check_gb_seconds(db, version["project_id"], self._clock())

    def check(self, db: sqlite3.Connection, version: Row, data: Any) -> None:
        """Check the input of a request before it is accepted.

        Args:
            db: the database, in a transaction.
            version: the version, with its model's fields.
            data: the input.

        Raises:
            DataError: it does not fit the model, or names a blob that is not there.
        """
        fields = version["input_fields"]
        check_data(data, version["input_type"], fields)
        name = ""
        try:
            for name, blob_id in blob_fields(data, fields).items():  # noqa: B007 - the message needs it
                self._means.blobs.get(db, version["project_id"], blob_id)
        except ApiError as error:
            raise DataError(f"Data validation error for field {name}: {error.message}") from None

    def begin(self, version: Row, order: Order) -> Run:
        """Take on a request to a version that `check_ready` has let pass in the same transaction."""
        self._means.builds.hold(version["live_build_id"])
        return Run(self._means, order, version)

    def begin_if_ready(self, db: sqlite3.Connection, version_id: str, order: Order) -> Run:
        """Take on a request that was accepted before, which fails if it cannot be carried out any more.

        Args:
            db: the database, in a transaction.
            version_id: the version.
            order: what is asked for.
        """
        version = load_version(db, version_id)
        if version is not None:
            try:
                self.check_ready(db, version)
            except ApiError as error:
                return Run(self._means, order, version, Outcome.failure(error.message))
            return self.begin(version, order)
        return Run(self._means, order, None)

    def run(self, version_id: str, order: Order) -> Outcome:
        """Carry out a request, and wait for its end: in any thread but that of the loop.

        Returns:
            What became of it; the result holds ids of blobs. Whatever the model does, nothing is raised.
        """
        with self._means.storage.transaction() as db:
            run = self.begin_if_ready(db, version_id, order)
        outcome = self._means.loop.start(run.carry_out()).result()
        self.record(run)
        return outcome

    def record(self, run: Run) -> None:
        """Count a request that has ended, in a transaction of its own."""
        with self._means.storage.unless_full("the measurement of a request") as db:
            run.record(db)

    def cancel_unwanted(self) -> None:
        """Cancel the requests that wait for an instance and are not wanted any more."""
        self._means.builds.cancel_unwanted()
