"""What the client's process has of memory, as it sees it itself: what it uses, and what it has freed."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
import threading
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional

from ..figures import Figure
from .samples import GROWTH, WARM, flat, sample, tenths

PAUSE = 0.5  # seconds between two looks
_C: ctypes.CDLL = ctypes.CDLL(None)


class Look(NamedTuple):
    """What there is at a moment.

    Attributes:
        blocks: Blocks of memory that Python uses: those of all objects, and no free ones.
        resident: Megabytes that the system has given.
        kept: Megabytes that the program has freed, and that malloc keeps for later; None if the C library does not
            tell: only GNU's does.
    """

    blocks: int
    resident: float
    kept: Optional[float]


class _Information(ctypes.Structure):
    """What `mallinfo2` returns, of the heaps of all threads."""

    _fields_ = [("others", ctypes.c_size_t * 8), ("fordblks", ctypes.c_size_t), ("keepcost", ctypes.c_size_t)]


def look() -> Look:
    """Look at this process."""
    kept = None
    if hasattr(_C, "mallinfo2"):
        _C.mallinfo2.restype = _Information
        kept = _C.mallinfo2().fordblks / 2**20
    return Look(sys.getallocatedblocks(), sample(os.getpid()).megabytes, kept)


def give_back() -> None:
    """Free what nobody refers to, and let malloc give back to the system what it keeps."""
    gc.collect()
    if hasattr(_C, "malloc_trim"):
        _C.malloc_trim(0)


def watch(path: Path, ended: threading.Event) -> None:
    """Write down looks until the end, and one after everything that is free was given back."""
    with path.open("w", encoding="utf-8") as file:
        while not ended.wait(PAUSE):
            file.write(f"{json.dumps(look())}\n")
        give_back()
        file.write(f"{json.dumps(look())}\n")


def read(path: Path) -> List[Look]:
    """Return what was written down."""
    return [Look(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def figures(looks: List[Look], whole: bool) -> Iterator[Figure]:
    """Tell what a process used and kept, and whether it grew but for what it would give back."""
    *during, end = looks
    blocks = tenths([float(each.blocks) for each in during])
    yield flat("blocks of memory that Python uses in the client, by tenths", blocks, ",.0f", 1, blocks[0] * GROWTH)
    resident = tenths([each.resident for each in during])
    most = resident[:WARM][-1] * GROWTH
    what = "resident memory of client by tenths, in MB"
    if end.kept is None:
        yield flat(what, resident, ".1f", WARM if whole else len(resident), most)
        return
    yield Figure(what, " ".join(f"{part:.1f}" for part in resident))
    kept = tenths([each.kept or 0 for each in during])
    yield Figure("of it freed, and kept by malloc for later", " ".join(f"{part:.1f}" for part in kept))
    used = tenths([each.resident - (each.kept or 0) for each in during])
    yield flat("of it in use", used, ".1f", WARM if whole else len(used), used[:WARM][-1] * GROWTH)
    yield Figure(
        "resident memory of client in the end, after malloc was told to give back what is free, in MB",
        f"{end.resident:.1f}",
        f"{most:.1f} at most" if whole else "",
        not whole or end.resident <= most,
    )
