"""What is fuzzed: each module has a `check` of bytes, which fails if what it promises does not hold.

`RUNS` is how often it runs in full, `LONGEST` how many bytes it gets at most, and `OTHERS` are packages besides ours in
which atheris watches which way is taken.
"""

from __future__ import annotations

from typing import List


def texts(data: bytes, count: int) -> List[str]:
    """Return so many texts, one per line of the data; the last one has the rest of it."""
    parts = data.decode("utf-8", "surrogateescape").split("\n", count - 1)
    return parts + [""] * (count - len(parts))


def pieces(data: bytes, count: int) -> List[bytes]:
    """Return so many parts, one per line of the data; the last one has the rest of it."""
    parts = data.split(b"\n", count - 1)
    return parts + [b""] * (count - len(parts))
