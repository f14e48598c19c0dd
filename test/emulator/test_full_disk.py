"""Disks that are really full: small file systems, mounted where only the process sees them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PROGRAM = """
import os, sys, tempfile
from pathlib import Path

import ubiops
from test.support.emulator.client import DOUBLE, zipped
from ubiops.emulator import Emulator
from ubiops.emulator.common.errors import disk_full

NO_ROOM = "The emulator's disk is full; make room on it, and send the request again"
disk, temporary = (Path(sys.argv[1]) / name for name in ("disk", "tmp"))
tempfile.tempdir = str(temporary)


def fill(directory):
    with (directory / "padding").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError as error:
            assert disk_full(error), error


def refused(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except ubiops.ServiceException as error:
        assert error.status == 507 and NO_ROOM in str(error.body), error
    else:
        raise AssertionError("there was room")


with Emulator(data=disk / "f") as emulator:
    configuration = emulator.configuration()
    configuration.retries = False
    api = ubiops.CoreApi(ubiops.ApiClient(configuration))
    api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
    api.model_versions_create("demo", "m", {"version": "v"})
    wide = [{"name": f"{'x' * 50}_{number}", "data_type": "int"} for number in range(4_500)]
    for name in ("w1", "w2", "w3"):
        fields = {"input_type": "structured", "input_fields": wide, "output_type": "plain"}
        api.models_create("demo", {"name": name, **fields})

    fill(disk)
    refused(api.blobs_create, "demo", file=bytes(100_000))
    refused(api.model_versions_file_upload, "demo", "m", "v", file=zipped(DOUBLE, more="x" * 100_000))
    assert api.blobs_list("demo") == []
    open_files = set(os.listdir("/dev/fd"))
    for _ in range(3):
        try:
            emulator.export_state(temporary / "state.zip")
        except Exception as error:
            assert disk_full(error), error
    assert set(os.listdir("/dev/fd")) == open_files
    assert not [path for path in (disk / "f.d").rglob("*") if path.is_file()]
    (disk / "padding").unlink()
    api.blobs_create("demo", file=bytes(100_000))

    fill(temporary)
    refused(api.blobs_create, "demo", file=bytes(2_000_000))
    assert len(api.models_list("demo")) == 4  # in an answer of more than a megabyte
    api.blobs_create("demo", file=bytes(1_000))
    (temporary / "padding").unlink()
    api.blobs_create("demo", file=bytes(2_000_000))
    assert len(api.blobs_list("demo")) == 3
    api.api_client.close()
print("went on")
"""


def test_small_disks(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("this machine has no unshare")
    (tmp_path / "program.py").write_text(textwrap.dedent(PROGRAM), encoding="utf-8")
    script = (
        f'for name in disk tmp; do mkdir "$1/$name"; mount -t tmpfs -o size=8m tmpfs "$1/$name" || exit 77; done;'
        f'exec "{sys.executable}" "$1/program.py" "$1"'
    )
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(tmp_path)]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env={"PYTHONPATH": root})
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("this machine allows no file systems of one's own")
    assert (done.stdout, done.stderr) == ("went on\n", "")
