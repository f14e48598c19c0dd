"""Connectors that add rows to tables of PostgreSQL. Imported when the first one is used."""

from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Mapping, Sequence

import psycopg
from psycopg import AsyncConnection
from psycopg.sql import SQL, Composed, Identifier, Placeholder

from ..serving.fields import DataField
from . import bounded
from .backend import Backend, ConnectorError, Values

Work = Callable[["AsyncConnection[Any]"], Awaitable[None]]

_MAINTENANCE = "postgres"  # a database that servers have; credentials name none
_TIMEOUT = 10.0  # seconds to log in when only the credentials are checked
_SAMPLES: Mapping[str, Any] = {
    "int": 0,
    "double": 0.5,
    "bool": False,
    "array_int": [0],
    "array_double": [0.5],
    "array_string": [],
}
"""Values of fields by type. Texts may fit a column of any type, so none is tried."""


class PostgreSQL(Backend):
    """Connectors of the type `postgresql`."""

    def check_credentials(self, credentials: Values) -> None:
        """Log in."""

        async def nothing(_: AsyncConnection[Any]) -> None:
            pass

        try:
            self._run(credentials, _MAINTENANCE, _TIMEOUT, nothing)
        except ConnectorError as error:
            # Servers look for the database, and who may use it, once they know that the password is right.
            text = str(error)
            if f'"{_MAINTENANCE}" does not exist' not in text and "permission denied for database" not in text:
                raise

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Have the server plan to insert a row, which fails if table, columns, types or permissions do."""
        samples = {field["name"]: _SAMPLES.get(field["data_type"]) for field in fields}

        async def explain(connection: AsyncConnection[Any]) -> None:
            await connection.execute(SQL("EXPLAIN ") + _insert(configuration, samples), list(samples.values()))

        self._run(credentials, configuration["database"], float(configuration["timeout"]), explain)

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Insert a row."""
        try:
            values = [_same_type(value) for value in data.values()]
        except OverflowError as error:
            raise ConnectorError(str(error)) from None

        async def insert(connection: AsyncConnection[Any]) -> None:
            await connection.execute(_insert(configuration, data), values)
            await _commit(connection)

        self._run(credentials, configuration["database"], min(timeout, float(configuration["timeout"])), insert)

    def _run(self, credentials: Values, database: str, timeout: float, work: Work) -> None:
        connected = False

        async def session() -> None:
            nonlocal connected
            connection = await AsyncConnection.connect(
                host=credentials["host"],
                port=credentials["port"],
                user=credentials["username"],
                password=credentials["password"],
                dbname=database,
                application_name="ubiops-emulator",
            )
            connected = True
            async with connection:
                await work(connection)

        recoverable = False
        try:
            bounded.run(session(), timeout, self._stop)
            return
        except asyncio.TimeoutError:
            text, recoverable = f"timed out after {timeout:.3g} s", True
        except psycopg.Error as error:
            text = error.diag.message_primary or str(error)
            recoverable = isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))
        except UnicodeError as error:  # a host that cannot be the name of one
            text = str(error)
        raise ConnectorError(text if connected else f"Could not connect to database: {text}", recoverable=recoverable)


def _same_type(value: Any) -> Any:
    """Return a value, of a list with integers among its doubles a list of doubles: arrays have items of one type."""
    if isinstance(value, list) and any(isinstance(item, float) for item in value):
        return [float(item) for item in value]
    return value


async def _commit(connection: AsyncConnection[Any]) -> None:
    """Commit; an end that leaves in doubt whether the row is there is not recoverable, or there might be two."""
    try:
        await connection.commit()
    except (psycopg.OperationalError, asyncio.CancelledError) as error:
        if isinstance(error, psycopg.OperationalError) and error.sqlstate is not None:
            raise
        raise ConnectorError(f"Lost the database while the row was stored; it may be there or not: {error}") from None


def _insert(configuration: Values, row: Mapping[str, Any]) -> Composed:
    def identifier(*names: str) -> Identifier:
        return Identifier(*(name.replace("%", "%%") for name in names))  # a single % would begin a placeholder

    comma = SQL(", ")
    return SQL("INSERT INTO {} ({}) VALUES ({})").format(
        identifier(configuration["schema"], configuration["table"]),
        comma.join(map(identifier, row)),
        comma.join([Placeholder()] * len(row)),
    )
