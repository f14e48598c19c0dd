"""`Content-Disposition`: any header gives a base name that can be a file, or none; what we write, we read."""

from __future__ import annotations

import re

from test.hardening.fuzz.targets import texts
from ubiops._response import MOST_BYTES, file_name
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.common.filenames import base_name, content_disposition

RUNS = 1_500_000
LONGEST = 1024


def check(data: bytes) -> None:
    header = data.decode("latin-1")
    usable(file_name(header))
    (name,) = texts(data, 1)
    usable(file_name(f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"))
    plain = name.isascii() and name.isprintable() and not set(name) & set('\\"/:;')
    if plain and name.strip() and not name.strip().startswith("."):
        expected = name.strip()[-MOST_BYTES:]
        assert file_name(f'attachment; filename="{name}"') == expected
    offered(name)


def offered(name: str) -> None:
    """Hold that a name with which the emulator offers a file is the one with which the client saves it."""
    try:
        name = base_name(name)
        header = content_disposition(name)
    except (ApiError, UnicodeEncodeError):  # half a character is in no name of a file in UTF-8
        return
    assert header.isascii()
    assert re.search("[\r\n]", header) is None
    saved = file_name(header)
    if len(name.encode()) <= MOST_BYTES and name == name.strip() and name[0] != "." and ":" not in name:
        assert saved == name, (header, saved)


def usable(name: object) -> None:
    """Hold that a name is a part of a path, and nothing but that."""
    if name is not None:
        assert isinstance(name, str)
        assert name not in ("", ".", "..")
        assert not re.search(r"[/\\:\x00-\x1f]", name), name
        assert name.isprintable()
        assert len(name.encode()) <= MOST_BYTES
