"""Disks that are full for a while."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Iterator, List

from test.support.emulator.client import zipped

from ..figures import Figure
from .emulators import Running, plain, until
from .kills import Trial
from .load import Ledger, Load, prepare
from .things import PROJECT, STEADY, named

_SIZE = "24m"
_FULL = 0.8  # seconds for which a disk is full


def run(whole: bool) -> Iterator[Figure]:
    """Fill small file systems under load, and make room again."""
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made, _mounted(Path(made).resolve()) as disk:
        if disk is None:
            yield Figure("full disks", "not tried: only root can mount a small file system here")
            return
        yield from _state(disk, 20 if whole else 2)
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made, _mounted(Path(made).resolve()) as disk:
        if disk is not None:
            yield from _temporary_files(disk, 10 if whole else 1)


def _state(disk: Path, times: int) -> Iterator[Figure]:
    """Fill the disk of the data file and of the emulator's output."""
    elsewhere = disk.with_name("tmp")
    elsewhere.mkdir()
    trial = Trial(disk)
    ledger = trial.ledger
    ledger.notes = elsewhere / "notes.txt"
    running, refusals = Running(disk, TMPDIR=str(elsewhere)).wait(), 0
    try:
        prepare(running.api, ledger)
        for number in range(1, times + 1):
            load = Load(running.api, ledger, number, elsewhere)
            time.sleep(0.3)
            _fill(disk)
            time.sleep(_FULL)
            if number % 2:
                load.ending()
                running.end(signal.SIGKILL)
                load.join()
                running = Running(disk, said=elsewhere, TMPDIR=str(elsewhere))
                try:
                    running.wait()
                except AssertionError:
                    refusals += 1
                    if "disk is full" not in running.said():
                        trial.lost.append(f"a start on the full disk: {running.said()}")
                    _empty(disk)
                    running = Running(disk, said=elsewhere, TMPDIR=str(elsewhere)).wait()
                else:
                    _empty(disk)
                trial.check_things(running.api, number)
            else:
                _empty(disk)
                before = ledger.acknowledged
                until(partial(_more, ledger, before), 30, "an answer once there is room")
                load.ending()
                load.join()
                trial.check_things(running.api, number)
        trial.finish_batches(running.api, times)
        trial.check_all_batches(running.api)
        trial.check_packages(running.api)
    finally:
        running.end()
    changes = f"{times} times, {ledger.acknowledged:,} changes acknowledged, {ledger.refused:,} refused with 507"
    yield plain("full disk under the data file: things lost, or refused and there", trial.lost, changes)
    killed = f"killed {(times + 1) // 2} times while it was full, of which {refusals} starts refused for that"
    yield plain("calls that failed otherwise than with 507", ledger.problems, killed)


def _temporary_files(disk: Path, times: int) -> Iterator[Figure]:
    """Fill the disk of temporary files."""
    data = disk.with_name("data")
    data.mkdir()
    wrong: List[str] = []
    running = Running(data, TMPDIR=str(disk)).wait()
    try:
        api = running.api
        for name in (STEADY[1], "other"):
            api.models_create(PROJECT, {"name": name, "input_type": "plain", "output_type": "plain"})
            api.model_versions_create(PROJECT, name, {"version": STEADY[2], "memory_allocation": 256})
        package = zipped("class Model:\n    def request(self, data):\n        return data\n", padding="x" * 100_000)

        def built(name: str) -> Any:
            api.model_versions_file_upload(PROJECT, name, STEADY[2], file=named("p.zip", package))
            until(
                lambda: not api.model_versions_get(PROJECT, name, STEADY[2]).status.endswith("building"), 60, "a build"
            )
            return api.model_versions_get(PROJECT, name, STEADY[2])

        if built(STEADY[1]).status != "available":
            wrong.append("the first package was not built")
        for _ in range(times):
            _fill(disk)
            version = built("other")
            if "failed" not in version.status or "No space left on device" not in str(version.error_message):
                wrong.append(f"a build: {version.status}, {version.error_message!r}")
            answer = api.model_requests_create(*STEADY, "on")
            if answer.result != "on":
                wrong.append(f"a request to what runs: {answer}")
            _empty(disk)
            if built("other").status != "available":
                wrong.append("a build once there is room")
    finally:
        running.end()
    yield plain(
        "full disk under temporary files: builds without a clear message, or not built later", wrong, f"{times} times"
    )
    yield plain("directories left there", sorted(path.name for path in disk.iterdir()), "at the end")


@contextmanager
def _mounted(directory: Path) -> Iterator[Any]:
    """Give a small file system in a directory, or None."""
    disk = directory / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _more(ledger: Ledger, before: int) -> bool:
    return ledger.acknowledged > before


def _fill(disk: Path) -> None:
    with (disk / "padding").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def _empty(disk: Path) -> None:
    (disk / "padding").unlink()
