"""Deciphering an answer: functions of their arguments, without socket or clock."""

from __future__ import annotations

import codecs
import contextlib
import json
import re
from typing import Any, Callable, Dict, Mapping, Optional, Union
from urllib.parse import unquote

from ubiops._decoding import JSONKinds
from ubiops._json import parse_json
from ubiops.exceptions import ApiException, request_id

PREVIEW = 200
MOST_BYTES = 200
"""File systems take 255 bytes; this leaves room for a number that tells two files of a name apart."""

# Patterns are compiled when they are first needed, which is late in most programs.
_CHARSET = r"(?i)charset=[\"']?([\w-]+)"
_TEXT_TYPE = r"(?i)text/|application/(.*\+)?(json|xml)"
# Others take long on purpose (punycode), or mean something else than text.
_KNOWN_CHARSET = (
    r"utf-?(8|16|32)(-?(le|be|sig))?|(us-?)?ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(windows-?|cp)\d{3,4}|koi8-[rtu]"
    r"|(shift-?|s)jis|euc-?(jp|kr|cn)|gb(2312|k|18030)|big5"
)

# Backslashes are kept, except before a quote: servers mean folders by them, not the escapes of the standard.
_PARAMETER = r""";\s*([\w*-]+)\s*=\s*(?:"((?:\\"|[^"])*)"|([^;"]*))"""


def parse_body(
    response: Any, response_type: Any, json_kinds: JSONKinds, is_plain: Optional[Callable[[Any], bool]] = None
) -> Any:
    """Return the body of an answer as a JSON value of the shape that its operation promises.

    Args:
        response: Has `data`, and may have `status`, `reason` and `headers`.
        response_type: What is promised.
        json_kinds: See `ubiops._decoding.Decoder`, as for the types.
        is_plain: See `ubiops._json.parse_json`.

    Raises:
        ApiException: The body is not JSON, or is JSON of another shape.
    """
    try:
        value = _parse(response, is_plain)
    except (ValueError, RecursionError):
        data = response.data
        if response_type in ("str", str):
            return data if isinstance(data, str) else data.decode("utf-8", "replace")
        if not data and response_type in ("object", object):
            return None
        raise _unexpected(response, response_type) from None
    kinds = json_kinds(response_type)
    if value is None or not kinds or type(value) in kinds:
        return value
    raise _unexpected(response, response_type)


def decode_text(data: bytes, content_type: Optional[str]) -> Union[str, bytes]:
    """Return a body as text if its content type is textual or missing, otherwise as it is."""
    charset = "utf-8"
    if content_type is not None and content_type != "application/json":
        if not re.match(_TEXT_TYPE, content_type):
            return data
        match = re.search(_CHARSET, content_type)
        charset = match.group(1) if match else charset
    return data.decode(known_charset(charset), "replace")


def known_charset(name: str) -> str:
    """Return a charset if it is one of those that texts have, otherwise UTF-8."""
    name = name.lower().replace("_", "-")
    if re.fullmatch(_KNOWN_CHARSET, name):
        with contextlib.suppress(LookupError):
            return codecs.lookup(name).name
    return "utf-8"


def headers_of(response: Any) -> Any:
    """Return the headers of an answer, or of what a test puts in its place."""
    headers = getattr(response, "headers", None)
    if isinstance(headers, Mapping):
        return headers
    given = response.getheaders() if hasattr(response, "getheaders") else None
    return given if isinstance(given, Mapping) else {}


def _parse(response: Any, is_plain: Optional[Callable[[Any], bool]]) -> Any:
    """Return the body as a JSON value.

    JSON is UTF-8, so the bytes of our own answers are parsed as they came; only if that fails is
    the charset of the content type asked.
    """
    content = getattr(response, "content", None)
    if isinstance(content, bytes):
        try:
            return parse_json(content, is_plain)
        except ValueError:
            pass
    return json.loads(response.data)


def _unexpected(response: Any, response_type: Any) -> ApiException:
    name = response_type if isinstance(response_type, str) else response_type.__name__
    data = response.data
    start = (data if isinstance(data, str) else data.decode("utf-8", "replace"))[:PREVIEW]
    headers = headers_of(response)
    media_type = headers.get("Content-Type", "no content type")
    error = ApiException(
        status=getattr(response, "status", None),
        reason=f"The answer is not the JSON of {name}; is the host right, and is no proxy or login page in between? "
        f"It is {media_type} and begins with {start!r}",
    )
    error.headers = headers
    error.request_id = request_id(headers)
    return error


def file_name(content_disposition: Optional[str]) -> Optional[str]:
    """Return the base name in a ``Content-Disposition`` header, or None if there is none that can be used.

    Folders are cut off, whichever slash they are written with, and so are characters that no
    file system takes, and dots at the beginning: what shells and tools obey unseen is called so.
    A colon, which makes a drive or a stream on Windows, becomes ``_``. Of a long name the end is
    kept.
    """
    parameters = _parameters(content_disposition or "")
    extended = parameters.get("filename*")
    name = _as_sent(parameters.get("filename", ""))
    if extended and extended.count("'") >= 2:
        charset, _, encoded = extended.split("'", 2)
        name = unquote(encoded, known_charset(charset), "replace")
    base = name.replace("\\", "/").rpartition("/")[2].replace(":", "_")
    base = "".join(character for character in base if character.isprintable()).strip()
    return base.encode()[-MOST_BYTES:].decode("utf-8", "ignore").lstrip(". ") or None


def _as_sent(name: str) -> str:
    """Return a name that was sent as UTF-8; headers are read as latin-1."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return name


def _parameters(header: str) -> Dict[str, str]:
    """Return the parameters of a header by their names in lower case."""
    found: Dict[str, str] = {}
    for name, quoted, bare in re.findall(_PARAMETER, header):
        found.setdefault(name.lower(), quoted.replace('\\"', '"') or bare.strip())
    return found
