"""Connectors that add rows to tables of MySQL and MariaDB. Imported when the first one is used."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import ssl
from contextlib import closing, suppress
from datetime import timezone
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, Sequence

import pymysql
from dateutil.parser import isoparse
from pymysql.connections import Connection
from pymysql.constants import CR, ER

from ..serving.fields import DataField
from . import bounded
from .backend import Backend, ConnectorError, Timestamp, Values

Work = Callable[["Connection[Any]"], None]

_TIMEOUT = 10.0  # seconds to log in when only the credentials are checked
_LOST = (CR.CR_SERVER_GONE_ERROR, CR.CR_SERVER_LOST)
_PASSING = (
    *_LOST,
    CR.CR_CONN_HOST_ERROR,
    ER.CON_COUNT_ERROR,
    ER.LOCK_DEADLOCK,
    ER.LOCK_WAIT_TIMEOUT,
    ER.SERVER_SHUTDOWN,
    ER.TOO_MANY_USER_CONNECTIONS,
    ER.USER_LIMIT_REACHED,
)


class MySQL(Backend):
    """Connectors of the type `mysql`."""

    def check_credentials(self, credentials: Values) -> None:
        """Log in."""
        self._run(credentials, None, _TIMEOUT, lambda _: None)

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Insert no row, which fails if the table, columns of it, or permissions are missing."""
        columns = [field["name"] for field in fields]
        statement = _insert(configuration, columns, "SELECT {} FROM DUAL WHERE FALSE", "NULL")

        def insert_nothing(connection: Connection[Any]) -> None:
            with connection.cursor() as cursor:
                cursor.execute(statement, ())

        self._run(credentials, configuration["database"], float(configuration["timeout"]), insert_nothing)

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Insert a row."""
        statement = _insert(configuration, data, "VALUES ({})", "%s")
        try:
            values = [_column(value) for value in data.values()]
        except OverflowError as error:
            raise ConnectorError(str(error)) from None

        def insert(connection: Connection[Any]) -> None:
            with connection.cursor() as cursor:
                cursor.execute("SET time_zone = '+00:00'")  # columns of the type TIMESTAMP are read in it
                cursor.execute(statement, values)
            _commit(connection)

        self._run(credentials, configuration["database"], min(timeout, float(configuration["timeout"])), insert)

    def _run(self, credentials: Values, database: Optional[str], timeout: float, work: Work) -> None:
        connected = False

        def talk(way: socket.socket) -> None:
            nonlocal connected
            connection = Connection(
                host=credentials["host"],
                port=int(credentials["port"]),
                user=credentials["username"],
                password=credentials["password"].encode(),
                database=database,
                charset="utf8mb4",
                program_name="ubiops-emulator",
                defer_connect=True,
                **_encryption(),
            )
            with closing(connection):
                _log_in(connection, way)
                connected = True
                work(connection)

        async def session() -> None:
            with closing(await _reach(credentials["host"], credentials["port"])) as way:
                await _cuttable(way, talk)

        recoverable = False
        try:
            bounded.run(session(), timeout, self._stop)
            return
        except asyncio.TimeoutError:
            text, recoverable = f"timed out after {timeout:.3g} s", True
        except pymysql.MySQLError as error:
            text, recoverable = str(error.args[-1]), error.args[0] in _PASSING
        except OSError as error:
            text, recoverable = f"{credentials['host']}:{credentials['port']}: {_reason(error)}", True
        except (RuntimeError, UnicodeError) as error:  # a missing package; a host that cannot be the name of one
            text = str(error)
        raise ConnectorError(text if connected else f"Could not connect to database: {text}", recoverable=recoverable)


def _encryption() -> Dict[str, Any]:
    """Encrypt if the server can, as the clients of MySQL do. Before version 1.2 PyMySQL has to be told to."""
    if pymysql.VERSION >= (1, 2):
        return {}
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return {"ssl": context}


def _log_in(connection: Connection[Any], way: socket.socket) -> None:
    try:
        connection.connect(way)
    except (pymysql.OperationalError, OSError, RuntimeError, UnicodeEncodeError):
        raise
    except Exception as error:  # of all kinds: PyMySQL trusts what servers say
        text = f"{connection.host}:{connection.port} does not answer as MySQL does: {error}"
        raise ConnectorError(f"Could not connect to database: {text}") from None


async def _reach(host: str, port: str) -> socket.socket:
    """Connect to the first address of a host that answers."""
    loop = asyncio.get_running_loop()
    refusal = OSError()
    for family, kind, protocol, _, address in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        way = socket.socket(family, kind, protocol)
        way.setblocking(False)
        try:
            await loop.sock_connect(way, address)
        except BaseException as error:
            way.close()
            if not isinstance(error, OSError):
                raise
            refusal = error
        else:
            way.setblocking(True)
            return way
    raise refusal


def _reason(error: OSError) -> str:
    """Return what the system says, without the address, which asyncio repeats in a form of its own."""
    if error.errno is None or isinstance(error, socket.gaierror):
        return error.strerror or str(error)
    return os.strerror(error.errno)


async def _cuttable(way: socket.socket, talk: Callable[[socket.socket], None]) -> None:
    """Talk over a socket in a thread; when that is cancelled, nothing comes over the socket any more."""
    with closing(way.dup()) as end:  # encryption takes the socket itself away
        talking = asyncio.get_running_loop().run_in_executor(None, talk, way)
        try:
            await asyncio.shield(talking)
        except asyncio.CancelledError:
            with suppress(OSError):  # the server has closed it
                end.shutdown(socket.SHUT_RDWR)
            while not talking.done():
                with suppress(asyncio.CancelledError):  # once is enough
                    await asyncio.wait([talking])
            if isinstance(talking.exception(), pymysql.MySQLError):
                raise
            talking.result()  # it was over already, or says what may have happened


def _commit(connection: Connection[Any]) -> None:
    """Commit; an end that leaves in doubt whether the row is there is not recoverable, or there might be two."""
    try:
        connection.commit()
    except pymysql.MySQLError as error:
        if error.args[0] not in _LOST:
            raise
        text = f"Lost the database while the row was stored; it may be there or not: {error.args[-1]}"
        raise ConnectorError(text) from None


def _column(value: Any) -> Any:
    """Return a value as a column takes it: there are no arrays, so they become JSON, and moments have no time zone."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Timestamp):
        moment = isoparse(value)
        if moment.tzinfo is not None:
            moment = moment.astimezone(timezone.utc).replace(tzinfo=None)
        return moment.isoformat(" ")
    return value


def _insert(configuration: Values, columns: Iterable[str], source: str, value: str) -> str:
    """Return the statement that inserts rows.

    Args:
        configuration: values of the connector.
        columns: names of the columns.
        source: where the rows come from, with `{}` for the values of all columns.
        value: the value of each column in it.
    """

    def identifier(name: str) -> str:
        return "`" + name.replace("`", "``").replace("%", "%%") + "`"  # a single % would begin a placeholder

    names = [identifier(column) for column in columns]
    values = source.format(", ".join([value] * len(names)))
    return f"INSERT INTO {identifier(configuration['table'])} ({', '.join(names)}) {values}"
