"""What is left of an emulator that was killed: nothing, once the next one has started."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import tempfile
import textwrap
from pathlib import Path
from typing import Any, Callable, Optional

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, Client, wait_until, zipped
from test.support.emulator.running import Running
from test.support.process import PYTHON, ROOT
from ubiops.emulator.common.temporary import TemporaryDirectory, remove_abandoned

PLAIN = {"input_type": "plain", "output_type": "plain"}


def reader(fifo: Path) -> Optional[int]:
    """Open a pipe to write to it, once somebody reads it."""
    try:
        return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        assert error.errno == errno.ENXIO
        return None


def gone(writer: int) -> bool:
    """Tell whether nobody reads any more what is written there."""
    try:
        os.write(writer, b"\n")
    except BrokenPipeError:
        return True
    except BlockingIOError:
        return False
    return False


def test_pip_ends_with_the_emulator(start: Callable[..., Running], tmp_path: Path, connect: Any) -> None:
    os.mkfifo(tmp_path / "never")
    running = start("--port", "0")
    client: Client = connect(running)
    package = zipped(DOUBLE, **{"requirements.txt": f"-r {tmp_path}/never\n"})
    client.upload("PUT", f"{client.model()}/upload", "p.zip", package)
    writer = wait_until(lambda: reader(tmp_path / "never"))
    try:
        assert not gone(writer)
        running.end(signal.SIGKILL)
        wait_until(lambda: gone(writer), 10)
    finally:
        os.close(writer)


def test_temporary_directories_that_were_being_made_or_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with TemporaryDirectory() as used:
        (tmp_path / "ubiops-emulator-run-unlocked").mkdir()
        for name in ("new", "old", "old-with-lock"):
            (tmp_path / f".ubiops-emulator-run-{name}").mkdir()
        (tmp_path / ".ubiops-emulator-run-old-with-lock" / "lock").touch()
        for name in ("old", "old-with-lock"):
            os.utime(tmp_path / f".ubiops-emulator-run-{name}", (0, 0))
        remove_abandoned()
        assert sorted(path.name for path in tmp_path.iterdir()) == [".ubiops-emulator-run-new", used.name]


def test_a_seed_that_was_interrupted_is_made_anew(start: Callable[..., Running], tmp_path: Path, connect: Any) -> None:
    large = tmp_path / "large"
    large.mkdir()
    (large / "model.py").write_text(textwrap.dedent(DOUBLE))
    (large / "weights").write_bytes(os.urandom(24 << 20))  # which takes its time to be packed
    (tmp_path / "small.zip").write_bytes(zipped(DOUBLE))
    models = [
        {**PLAIN, "name": name, "versions": [{"version": "v", "package": package}]}
        for name, package in (("small", "small.zip"), ("large", "large"), ("last", "small.zip"))
    ]
    seed, data = tmp_path / "seed.json", tmp_path / "state.db"
    seed.write_text(json.dumps({"projects": [{"name": "demo", "models": models}]}))
    command = [*PYTHON, "-m", "ubiops.emulator", "--port", "0", "--data", str(data), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        packages, uploads = (tmp_path / "state.db.d" / name for name in ("packages", "uploads"))
        wait_until(lambda: packages.exists() and list(packages.iterdir()) and list(uploads.iterdir()))
        process.kill()
    assert len(list(uploads.iterdir())) == 1, "the large package was not packed yet"
    (large / "weights").unlink()
    client: Client = connect(start("--port", "0", "--data", str(data), "--seed", str(seed)))
    assert [model["name"] for model in client("GET", f"{PROJECT}/models").body] == ["small", "large", "last"]
    assert len(list(packages.iterdir())) == 3
