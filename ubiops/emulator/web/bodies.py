"""Request bodies: JSON, text, and forms with a file."""

from __future__ import annotations

import json
import math
import uuid
from codecs import BOM_UTF8
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Dict, Iterator, List, Mapping, NoReturn, Tuple

from ..call import Upload
from ..common import private
from ..common.errors import ApiError, bad_request, too_large
from ..common.filenames import base_name
from ..common.importing import IMPORTING

SMALL_BODY = 64 * 1024  # bytes that are taken in from anybody, and read without further ado
JSON_LIMIT = 32 * 1024**2  # bytes
FILE_LIMIT = 2 * 1024**3  # bytes
FORM_OVERHEAD = 1024**2  # bytes of a form that are not the file; Werkzeug needs room for its buffer in it
_DEPTH = 200

Environ = Mapping[str, Any]


def content_type(environ: Environ) -> str:
    """Return the media type of a request, in lower case and without its options; empty if none was sent."""
    return str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()


def read_json(environ: Environ) -> Any:
    """Read a body of JSON in UTF-8.

    Raises:
        ApiError: 400 for what is not JSON, or nested more than 200 deep; 413 past 32 MB.
    """
    text = read_text(environ)
    try:
        value = _DECODER.decode(text)
        if "\\u" in text:  # half a surrogate pair is valid JSON but no text
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise bad_request(f"The body is nested more than {_DEPTH} deep") from None
    except UnicodeEncodeError:
        raise bad_request("The body holds an incomplete surrogate pair") from None
    except ValueError as error:
        raise bad_request(f"The body is not valid JSON: {str(error)[:200]}") from None
    if text.count("[") + text.count("{") > _DEPTH:
        _check_depth(value)
    return value


def read_text(environ: Environ) -> str:
    """Read a body of text in UTF-8.

    Raises:
        ApiError: 400 for bytes that are not UTF-8; 413 past 32 MB.
    """
    if int(environ.get("CONTENT_LENGTH") or 0) > JSON_LIMIT:
        raise too_large("The body", "32 MB")
    body: bytes = environ["wsgi.input"].read(JSON_LIMIT + 1)
    if len(body) > JSON_LIMIT:
        raise too_large("The body", "32 MB")
    try:
        return body[len(BOM_UTF8) :].decode() if body.startswith(BOM_UTF8) else body.decode()
    except UnicodeDecodeError:
        raise bad_request("The body is not encoded as UTF-8") from None


@contextmanager
def receive_file(environ: Environ, directory: Path) -> Iterator[Upload]:
    """Stream the part `file` of a form to disk, for as long as the context lasts.

    Args:
        environ: the WSGI environment.
        directory: where to put the file.

    Raises:
        ApiError: 400 for a broken form or one without the file, 413 past 2 GB.
    """
    # Imported on first use: it would double the time that the emulator takes to start.
    with IMPORTING:
        from werkzeug.exceptions import RequestEntityTooLarge
        from werkzeug.formparser import FormDataParser
        from werkzeug.http import parse_options_header

    length = int(environ.get("CONTENT_LENGTH") or 0)
    if length > FILE_LIMIT + FORM_OVERHEAD:
        raise too_large("The file", "2 GB")
    media_type, options = parse_options_header(environ.get("CONTENT_TYPE", ""))
    files: Dict[IO[bytes], Path] = {}

    def open_file(*_: object, **__: object) -> IO[bytes]:
        path = directory / str(uuid.uuid4())
        stream = private.create(path)
        files[stream] = path
        return stream

    parser = FormDataParser(open_file, max_form_memory_size=FORM_OVERHEAD, max_form_parts=10, silent=False)
    try:
        try:
            parts = parser.parse(environ["wsgi.input"], media_type.lower(), length, options)[2]
        except RequestEntityTooLarge:
            raise too_large("The form, without the file,", "1 MB and 10 parts") from None
        except (ValueError, LookupError) as error:
            raise bad_request(f"The form cannot be read: {str(error)[:200]}") from None
        part = parts.get("file")
        if part is None:
            raise bad_request("file: is required, a part of the form with a file name")
        for stream in files:
            stream.close()
        path = files[part.stream]
        yield Upload(path, base_name(part.filename or ""), path.stat().st_size)
    finally:
        for stream, path in files.items():
            with suppress(OSError):  # on a full disk, what is left to be written
                stream.close()
            path.unlink(missing_ok=True)  # unless the handler has moved it away


def read(environ: Environ, accepted: Mapping[str, object]) -> Tuple[str, Any]:
    """Read the body of an operation that takes JSON, or also plain text.

    Args:
        environ: the WSGI environment.
        accepted: the media types that the operation takes.

    Returns:
        The media type, and the value.
    """
    media_type = content_type(environ) or "application/json"
    if media_type not in accepted:
        raise bad_request(f"Content-Type: must be {' or '.join(accepted)}, not {media_type[:80]}")
    return media_type, read_text(environ) if media_type == "text/plain" else read_json(environ)


def _no_constant(name: str) -> NoReturn:
    raise ApiError(400, f"The body is not valid JSON: {name} is no number there")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):  # json would write it as Infinity, which is no JSON
        raise ValueError(f"{text[:20]} is too large for a number")
    return number


def _check_depth(value: Any) -> None:
    level: List[Any] = [value] if isinstance(value, (dict, list)) else []
    for _ in range(_DEPTH):
        children = (each.values() if isinstance(each, dict) else each for each in level)
        level = [child for each in children for child in each if isinstance(child, (dict, list))]
        if not level:
            return
    raise bad_request(f"The body is nested more than {_DEPTH} deep")


_DECODER = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite)
