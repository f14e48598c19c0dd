"""Where the measuring happens: the servers, and the file that travels."""

import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Iterator, NamedTuple, Optional

from .contenders import TESTS, BrokenError, plain_environment, run


class Site(NamedTuple):
    """What the workers are told."""

    file: str
    plain: str
    near: str  # A server that stays on one core ...
    cpu: Optional[int]  # ... this one, where its clients are to stay, too.
    tls: Optional[str]
    ca: Optional[str]
    """None without an openssl command to make a certificate with; then there is no TLS either."""


@contextmanager
def _server(megabytes: int, certificate: Optional[Path] = None, cpu: Optional[int] = None) -> Iterator[str]:
    command = [sys.executable, "-m", "benchmark.server", "--megabytes", str(megabytes)]
    if certificate:
        command += ["--certificate", str(certificate)]
    if cpu is not None:
        command += ["--cpu", str(cpu)]
    process = subprocess.Popen(
        command, cwd=TESTS, env=plain_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
    )
    with process:  # Leaving closes the server's standard input, which ends it.
        port = process.stdout.readline().strip() if process.stdout else ""
        if not port:
            raise BrokenError("the benchmark's server did not start")
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{port}"


def _make_certificate(path: Path) -> Path:
    """Write a key and its self-signed certificate for 127.0.0.1 to one PEM file."""
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=benchmark"]
    # Python 3.13 verifies strictly: an authority without a key usage is none.
    for extension in ("subjectAltName=IP:127.0.0.1", "keyUsage=critical,digitalSignature,keyCertSign"):
        command += ["-addext", extension]
    certificate = path.with_suffix(".crt")
    run([*command, "-keyout", str(path), "-out", str(certificate)])
    path.write_text(path.read_text("ascii") + certificate.read_text("ascii"), "ascii")
    return path


def open_site(stack: ExitStack, directory: Path, megabytes: int) -> Site:
    """Start the servers and make the file: a hole, which takes no room on the disk."""
    file = directory / "model.zip"
    with file.open("wb") as hole:
        hole.truncate(megabytes * 1024 * 1024)
    cpu = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    plain, near = stack.enter_context(_server(megabytes)), stack.enter_context(_server(megabytes, cpu=cpu))
    try:
        certificate = _make_certificate(directory / "tls.pem")
    except BrokenError:
        return Site(str(file), plain, near, cpu, tls=None, ca=None)
    tls = stack.enter_context(_server(megabytes, certificate))
    return Site(str(file), plain, near, cpu, tls, str(certificate))
