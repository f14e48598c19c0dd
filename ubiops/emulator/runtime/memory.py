"""How much memory the processes of a model use."""

from __future__ import annotations

import os
from typing import List, Tuple


def memory_in_use(pid: int, limit: int) -> int:
    """Return the bytes of memory that the descendants of a process have for themselves; 0 where that is not told.

    Only Linux tells. Files mapped into memory, such as libraries, do not count: the kernel can drop them.

    Args:
        pid: The keeper of the model's process, which does not count.
        limit: Up to this many bytes the answer may be too high, by what processes share.
    """
    family = _descendants(pid)
    size = sum(_size(f"/proc/{member}/status", (b"RssAnon:", b"RssShmem:")) for member in family)
    if size <= limit or len(family) < 2:
        return size
    # What forked processes share is counted once; finding that out takes the kernel some milliseconds.
    exact = sum(_size(f"/proc/{member}/smaps_rollup", (b"Pss_Anon:", b"Pss_Shmem:")) for member in family)
    return exact or size  # old kernels do not tell


def _descendants(pid: int) -> List[int]:
    family = [pid]
    for member in family:  # which grows meanwhile
        family += _children(member)
    return family[1:]


def _children(pid: int) -> List[int]:
    """Return the processes that any thread of a process has started."""
    found: List[int] = []
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208 - like the above
            found += map(int, _read(f"/proc/{pid}/task/{thread}/children").split())
    except OSError:  # it has ended
        return found
    return found


def _size(path: str, names: Tuple[bytes, ...]) -> int:
    try:
        lines = _read(path).splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith(names))


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - twice as fast, done many times a second
        return file.read()
