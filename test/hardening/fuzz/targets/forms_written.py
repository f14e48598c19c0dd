"""Forms that the client writes: any name and content arrives as it was, in a part of its own."""

from __future__ import annotations

import io
from typing import List, Tuple

from werkzeug.datastructures import FileStorage
from werkzeug.formparser import MultiPartParser

from test.hardening.fuzz.targets import pieces
from ubiops import ApiTypeError, ApiValueError
from ubiops._multipart import MultipartBody

RUNS = 150_000
LONGEST = 2048


def check(data: bytes) -> None:
    sizes, field, name, media_type, content = pieces(data, 5)
    field_name, file_name = field.decode("utf-8", "surrogateescape"), name.decode("utf-8", "surrogateescape")
    content_type = media_type.decode("utf-8", "surrogateescape")
    stream = io.BytesIO(content)
    stream.seek(len(sizes))
    try:
        form = MultipartBody([(field_name, (file_name, stream, content_type)), ("plain", 7)])
    except (ApiTypeError, ApiValueError):
        return
    body = read(form, sizes)
    assert form.length == len(body)
    assert form.rewind()
    assert read(form, b"\x05") == body
    content = content[len(sizes) :]
    boundary = form.boundary.encode()
    if boundary in content:
        return
    assert body.count(b"--" + boundary) == 3  # each name and value stays in its part
    head = body.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert len(head) == 3, head
    assert content == body.partition(b"\r\n\r\n")[2].partition(b"\r\n--" + boundary)[0]
    if "\\" in field_name + file_name:
        return  # the HTML standard does not escape it, and not everybody reads it so
    if field_name.isascii() and file_name.isascii() and field_name.isprintable() and file_name.isprintable():
        fields, files = werkzeug(body, boundary)
        assert fields == [("plain", "7")], fields
        ((found, file),) = files
        if file_name:
            # A quote is written as %22, which some versions of Werkzeug, and of some names, turn back.
            seen = [text.replace("%22", '"') for text in (found, file.filename or "", field_name, file_name)]
            assert seen[:2] == seen[2:]
        assert file.read() == content
        file.close()


def werkzeug(body: bytes, boundary: bytes) -> Tuple[List[Tuple[str, str]], List[Tuple[str, FileStorage]]]:
    """Return the fields and files that Werkzeug finds."""
    fields, files = MultiPartParser().parse(io.BytesIO(body), boundary, len(body))
    return list(fields.items(multi=True)), list(files.items(multi=True))


def read(form: MultipartBody, sizes: bytes) -> bytes:
    """Read a form in steps of these sizes, then in large ones."""
    body = b"".join([form.read(size or 1) for size in [*sizes, *[1 << 16] * 20]])
    assert form.read(1) == b""
    return body
