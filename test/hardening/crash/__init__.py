"""Processes that are killed, disks that are full, data files that are not whole."""

from __future__ import annotations

from itertools import chain
from typing import Iterator

from ..figures import Figure, Part
from . import disk, files, instances, kills, starts


def run(whole: bool) -> Iterator[Figure]:
    """Try each of them."""
    return chain.from_iterable(each.run(whole) for each in (kills, starts, instances, disk, files))


PART = Part("crash", "kill -9 of the emulator and its processes, full disks, broken data files", run)
