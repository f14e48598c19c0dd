"""Forms that the emulator reads: any bytes are a file or a refusal, and nothing is left on the disk."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from test.hardening.fuzz.targets import pieces
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.web.bodies import receive_file

RUNS = 250_000
LONGEST = 4096


def check(data: bytes) -> None:
    content_type, body = pieces(data, 2)
    body = body.replace(b"\n", b"\r\n").replace(b"\r\r\n", b"\r\n")
    environ = {
        "CONTENT_TYPE": content_type.decode("latin-1"),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        try:
            with receive_file(environ, directory) as upload:
                assert upload.path.stat().st_size == upload.size <= len(body)
                assert upload.path.read_bytes() in body
                assert upload.path.parent == directory
                assert "/" not in upload.filename
        except ApiError as error:
            assert error.status in (400, 413), error
            assert len(str(error)) < 1000
        assert list(directory.iterdir()) == []
