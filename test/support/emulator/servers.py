"""Servers that connectors deliver to: a PostgreSQL cluster and moto's S3, each a process with its own directory."""

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
from typing import Any, Callable, Dict, Iterator, List, Optional

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
    # Not below the directory of pytest, which an account without privileges cannot enter.
    directory = Path(tempfile.mkdtemp(prefix="ubiops-postgres-"))
    try:
        secret = directory / "password"
        secret.write_text(PASSWORD)
        options: Dict[str, Any] = {"cwd": directory, "stdin": subprocess.DEVNULL}
        if os.geteuid() == 0:  # it refuses to run as root
            nobody = pwd.getpwnam("nobody")
            for path in (directory, secret):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
            options["preexec_fn"] = partial(_become, nobody)
        made = [str(programs[0] / "initdb"), "-D", "data", "-U", OWNER, "-A", "scram-sha-256", f"--pwfile={secret}"]
        made += ["-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, **options)
        server = Postgres(free_port())
        settings = {"listen_addresses": "127.0.0.1", "port": server.port, "unix_socket_directories": "", "fsync": "off"}
        command = [
            str(programs[0] / "postgres"),
            "-D",
            "data",
            *(f"--{key}={value}" for key, value in settings.items()),
        ]
        log = directory / "log"
        with log.open("w") as stream, subprocess.Popen(command, stdout=stream, stderr=stream, **options) as process:
            try:
                wait_until(lambda: process.poll() is not None or _listens(server.port))
                assert process.poll() is None, log.read_text()
                wait_until(lambda: "ready to accept connections" in log.read_text())
                yield server
            finally:
                process.terminate()
                if process.wait(10) is None:
                    process.kill()
    finally:
        shutil.rmtree(directory)


def _become(account: pwd.struct_passwd) -> None:
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)


class S3:
    """A server that speaks the protocol of S3, and checks keys only if told to."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    @contextmanager
    def client(self) -> Iterator[Any]:
        import boto3

        client = boto3.session.Session().client(
            "s3",
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
def s3() -> Iterator[S3]:
    """Run moto's server for a while."""
    need_modules("boto3", "moto", "flask")
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: process.poll() is not None or _listens(port))
            assert process.poll() is None, process.returncode
            yield S3(port)
        finally:
            process.kill()


def _listens(port: int) -> bool:
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
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.word: Optional[bytes] = None
        self.silent = False
        self.connections = 0
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
