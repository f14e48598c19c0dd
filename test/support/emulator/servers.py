"""Servers that connectors deliver to: PostgreSQL, MariaDB and moto's, each a process with its own directory."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import urllib3

from test.support.emulator.client import wait_until
from test.support.emulator.needs import absent, need_modules

OWNER, PASSWORD = "owner", "Correct-Horse-7"
ACCESS_KEY, SECRET_KEY = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
REGION = "eu-central-1"


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Postgres:
    """A private cluster; its superuser is `OWNER`."""

    def __init__(self, port: int) -> None:
        self.port = port

    def connect(self, database: str = "postgres") -> Any:
        import psycopg

        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=OWNER, password=PASSWORD, dbname=database, autocommit=True
        )

    def run(self, *statements: str) -> List[Any]:
        """Run statements; return the rows of the last one."""
        with closing(self.connect()) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run PostgreSQL for a while."""
    need_modules("psycopg")
    programs = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    programs += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not programs:
        absent("PostgreSQL", "apt-get install postgresql")
    with _private("ubiops-postgres-") as (directory, options):
        secret = directory / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)  # the directory is closed
        made = [str(programs[0] / "initdb"), "-D", "data", "-U", OWNER, "-A", "scram-sha-256", f"--pwfile={secret}"]
        made += ["-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)
        server = Postgres(free_port())
        settings = {"listen_addresses": "127.0.0.1", "port": server.port, "unix_socket_directories": "", "fsync": "off"}
        command = [
            str(programs[0] / "postgres"),
            "-D",
            "data",
            *(f"--{key}={value}" for key, value in settings.items()),
        ]
        with _running(command, server.port, directory, options, "ready to accept connections"):
            yield server


@contextmanager
def _private(prefix: str) -> Iterator[Tuple[Path, Dict[str, Any]]]:
    """Give a directory for a while, and how to start programs there that refuse to run as root."""
    # Not below the directory of pytest, which an account without privileges cannot enter.
    directory = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        options: Dict[str, Any] = {"cwd": directory}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(directory, nobody.pw_uid, nobody.pw_gid)
            options["preexec_fn"] = partial(_become, nobody)
        yield directory, options
    finally:
        shutil.rmtree(directory)


@contextmanager
def _running(
    command: Sequence[str], port: int, directory: Path, options: Mapping[str, Any], ready: str
) -> Iterator[None]:
    """Run a server for a while, from the moment on when its log says that it is ready."""
    log = directory / "log"
    with log.open("w") as stream, subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, **options
    ) as process:
        try:
            wait_until(lambda: process.poll() is not None or listens(port))
            assert process.poll() is None, log.read_text()
            wait_until(lambda: ready in log.read_text())
            yield
        finally:
            process.terminate()
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def _become(account: pwd.struct_passwd) -> None:
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)


class MariaDB:
    """A private server; its administrator is `OWNER`, its database `store`."""

    def __init__(self, port: int) -> None:
        self.port = port

    def run(self, *statements: str) -> List[Any]:
        """Run statements; return the rows of the last one."""
        import pymysql

        with closing(
            pymysql.connect(
                host="127.0.0.1",
                port=self.port,
                user=OWNER,
                password=PASSWORD,
                database="store",
                charset="utf8mb4",
                autocommit=True,
                ssl_disabled=True,  # its context takes longer than the rest
            )
        ) as connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())


@contextmanager
def mariadb(*, encrypted: bool = False) -> Iterator[MariaDB]:
    """Run MariaDB for a while."""
    need_modules("pymysql", "trustme")
    program = shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin")
    scripts = [Path("/usr/share/mysql", f"mysql_system_tables{part}.sql") for part in ("", "_data")]
    if program is None or not all(script.exists() for script in scripts):
        absent("MariaDB", "apt-get install mariadb-server-core")
    with _private("ubiops-mariadb-") as (directory, options):
        # What mariadb-install-db does, which needs the package of the clients.
        script = ["CREATE DATABASE mysql;", "USE mysql;", *(each.read_text(encoding="utf-8") for each in scripts)]
        script += ["FLUSH PRIVILEGES;", f"CREATE USER {OWNER} IDENTIFIED BY '{PASSWORD}';"]
        script += [f"GRANT ALL ON *.* TO {OWNER} WITH GRANT OPTION;", "CREATE DATABASE store CHARACTER SET utf8mb4;"]
        command = [program, "--no-defaults", f"--datadir={directory}", "--innodb-log-file-size=4M"]
        command += ["--innodb-buffer-pool-size=8M", "--innodb-flush-log-at-trx-commit=0"]
        made = subprocess.run(
            [*command, "--bootstrap"], input="\n".join(script).encode(), capture_output=True, check=False, **options
        )
        assert made.returncode == 0, made.stderr
        server = MariaDB(free_port())
        command += ["--bind-address=127.0.0.1", f"--port={server.port}", f"--socket={directory / 'socket'}"]
        command += ["--skip-name-resolve", *(_certificate(directory) if encrypted else ["--skip-ssl"])]
        with _running(command, server.port, directory, options, "ready for connections"):
            yield server


def _certificate(directory: Path) -> List[str]:
    """Make a certificate that nobody trusts; return the options that name it."""
    import trustme

    made = trustme.CA().issue_cert("127.0.0.1")
    for name, content in (("cert", made.cert_chain_pems[0]), ("key", made.private_key_pem)):
        (directory / name).write_bytes(content.bytes())
    return [f"--ssl-cert={directory / 'cert'}", f"--ssl-key={directory / 'key'}"]


class Moto:
    """A server that speaks the protocols of Amazon, and checks keys only if told to."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    @contextmanager
    def client(self, service: Any) -> Iterator[Any]:
        import boto3

        client = boto3.session.Session().client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
        )
        with closing(client):
            yield client

    @contextmanager
    def checking_keys(self) -> Iterator[None]:
        """Accept only known keys for a while; there are none."""
        self._post("reset-auth", b"0")
        try:
            yield
        finally:
            self._post("reset-auth", b"inf")

    def _post(self, path: str, body: bytes) -> None:
        with urllib3.PoolManager() as http:
            assert http.request("POST", f"{self.url}/moto-api/{path}", body=body).status == 200


@contextmanager
def moto() -> Iterator[Moto]:
    """Run moto's server for a while."""
    need_modules("boto3", "moto", "flask")
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: process.poll() is not None or listens(port))
            assert process.poll() is None, process.returncode
            yield Moto(port)
        finally:
            process.kill()


def listens(port: int) -> bool:
    with closing(socket.socket()) as found:
        return found.connect_ex(("127.0.0.1", port)) == 0


class Wire:
    """The way to a server, which can break: where to connect instead is its `port`.

    Args:
        port: port of the server.

    Attributes:
        word: what makes a connection break as soon as a client sends it.
        silent: whether it says nothing more then, rather than that it is cut.
        connections: how many there were.
        passed: how many bytes clients have sent through it.
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.word: Optional[bytes] = None
        self.silent = False
        self.connections = 0
        self.passed = 0
        self._closing = False
        self._sockets: List[socket.socket] = []
        self._threads: List[threading.Thread] = []
        self._start(self._accept)

    def _start(self, work: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            client, _ = self._listener.accept()
            self._sockets.append(client)
            if self._closing:
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self._server))
            self._sockets.append(server)
            self._start(self._pass, client, server, True)
            self._start(self._pass, server, client, False)

    def _pass(self, source: socket.socket, target: socket.socket, watched: bool) -> None:
        broken = False
        with suppress(OSError):
            while not broken or self.silent:
                data = source.recv(65536)
                if not data:
                    break
                broken = broken or (watched and self.word is not None and self.word in data)
                if not broken:
                    target.sendall(data)
                    self.passed += len(data) if watched else 0
        for each in (source, target):
            _cut(each)

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: Any) -> None:
        self._closing = True
        socket.create_connection(("127.0.0.1", self.port)).close()  # wakes the thread that accepts
        self._threads[0].join()
        for each in self._sockets:
            _cut(each)
        for thread in self._threads:
            thread.join()
        for each in (self._listener, *self._sockets):
            each.close()


def _cut(end: socket.socket) -> None:
    with suppress(OSError):  # it was cut already
        end.shutdown(socket.SHUT_RDWR)
