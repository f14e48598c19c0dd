"""Building a request: functions of their arguments, without socket, clock or environment."""

from __future__ import annotations

import collections.abc
import functools
import re
import string
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple, Union
from urllib.parse import quote, urlencode

from ubiops._encoding import (
    blame,
    collection,
    describe,
    json_text,
    parameter_text,
    to_json_value,
    to_parameter_text,
)
from ubiops._heads import is_field_name
from ubiops._multipart import MultipartBody
from ubiops.exceptions import ApiException, ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import urllib3

Body = Union[None, str, bytes, MultipartBody]
Parameters = Union[Mapping[str, Any], Iterable[Tuple[str, Any]]]

METHODS = frozenset(("GET", "HEAD", "DELETE", "POST", "PUT", "PATCH", "OPTIONS"))
BODY_METHODS = METHODS - {"GET", "HEAD"}

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

BODY = "the body, `data`"
"""How errors call it: all operations take it by this name."""


class Request(NamedTuple):
    """What is sent, and how the answer is awaited.

    Attributes:
        method: HTTP method.
        url: Absolute URL, with its query.
        headers: Headers.
        content: Body.
        timeout: Time limits; the one for all ends the call with its redirects and repetitions.
        preload: Whether the answer is read.
    """

    method: str
    url: str
    headers: Dict[str, str]
    content: Body
    timeout: urllib3.Timeout
    preload: bool


_PLACEHOLDER = re.compile(r"{(\w+)}")
_UNRESERVED = frozenset(f"{string.ascii_letters}{string.digits}-._~")
_FIELD_VALUE = r"[\t\x20-\x7e\x80-\xff]*"


@functools.lru_cache(maxsize=None)
def _path_parts(template: str) -> Tuple[str, ...]:
    """Return literal text and parameter names of a path, alternating."""
    return tuple(_PLACEHOLDER.split(template))


def path_names(template: str) -> Tuple[str, ...]:
    """Return the names of the parameters of a path, in their order."""
    return _path_parts(template)[1::2]


def render_path(template: str, parameters: Mapping[str, Any], safe: str = "") -> str:
    """Return a path with its parameters filled in and percent-encoded.

    Args:
        template: For instance ``/projects/{project_name}``.
        parameters: A value for each name in the template; others are ignored.
        safe: Characters that are not percent-encoded.

    Raises:
        ApiValueError: A value is missing, empty, or ``.`` or ``..``, which would name another resource.
    """
    parts = _path_parts(template)
    if len(parts) == 1:
        return template
    rendered = list(parts)
    for index in range(1, len(parts), 2):
        name = parts[index]
        if name not in parameters:
            raise ApiValueError(f"Missing the path parameter `{name}` of {template}")
        rendered[index] = _path_segment(name, parameters[name], safe)
    return "".join(rendered)


def _path_segment(name: str, value: Any, safe: str) -> str:
    if type(value) is str and value and value[0] != "." and _UNRESERVED.issuperset(value):
        return value
    if value is None:
        raise ApiValueError(f"Invalid value for `{name}`: it is part of the path and must not be None")
    try:
        converted = to_json_value(value)
    except (ApiTypeError, ApiValueError) as error:
        raise blame(f"`{name}`", error) from error.__cause__
    if isinstance(converted, (dict, list)):
        raise ApiTypeError(
            f"Invalid type for `{name}`: it is part of the path and must be text, not {type(value).__name__}"
        )
    text = parameter_text(f"`{name}`", converted)
    segments = text.split("/") if "/" in safe else [text]
    if any(segment in ("", ".", "..") for segment in segments):
        raise ApiValueError(f"Invalid value for `{name}`: {describe(text)} in a path would name another resource")
    return quote(text, safe=safe)


def to_pairs(parameters: Parameters, collection_formats: Optional[Mapping[str, str]] = None) -> List[Tuple[str, Any]]:
    """Return parameters as pairs of name and value; collections become one text or, with ``multi``, several pairs."""
    given: Any = parameters.items() if isinstance(parameters, collections.abc.Mapping) else parameters
    if not collection_formats:
        return list(given)
    pairs: List[Tuple[str, Any]] = []
    for name, value in given:
        if collection_formats.get(name) == "multi":
            pairs.extend((name, item) for item in value)
        elif name in collection_formats:
            pairs.append((name, collection(value, collection_formats[name])))
        else:
            pairs.append((name, value))
    return pairs


def by_name(parameters: Parameters, collection_formats: Optional[Mapping[str, str]] = None) -> Mapping[str, Any]:
    """Return parameters by their names; collections become one text."""
    if isinstance(parameters, dict) and not collection_formats:
        return parameters
    return dict(to_pairs(parameters, collection_formats))


def add_query(url: str, parameters: Parameters) -> str:
    """Return a URL with query parameters; booleans are written ``true`` and ``false``."""
    pairs = [(name, parameter_text(f"`{name}`", value)) for name, value in to_pairs(parameters)]
    return f"{url}{'&' if '?' in url else '?'}{urlencode(pairs)}" if pairs else url


def check_headers(headers: Mapping[str, Any]) -> Dict[str, str]:
    """Return headers as text, ready to be sent.

    Raises:
        ApiValueError: A name or value could be read as something else than one header. The
            message names the header and never its value, which may be a secret.
    """
    checked = {}
    for name, value in headers.items():
        if value is None:
            continue
        text = value if type(value) is str else parameter_text(f"the header {name}", value)
        if not is_field_name(name):
            raise ApiValueError(f"Invalid header name {name!r}: letters, digits and dashes only")
        if not (text.isascii() and text.isprintable()) and not re.fullmatch(_FIELD_VALUE, text):
            raise ApiValueError(
                f"Invalid value for the header {name}: line breaks, control characters and characters outside "
                "latin-1 are not allowed"
            )
        checked[name] = text
    return checked


def encode_body(headers: Dict[str, str], body: Any, post_params: Optional[Parameters]) -> Body:
    """Return the bytes to send for a JSON value, or for a form.

    Sets the header ``Content-Type``: JSON unless it says otherwise.

    Args:
        headers: The headers of the request.
        body: JSON value, or text or bytes of another content type.
        post_params: Fields of a form; a file is a tuple of file name, content and content type.

    Raises:
        ApiException: The content type fits neither.
    """
    content_type = headers.setdefault("Content-Type", JSON)
    if "json" in content_type.lower():
        try:
            return None if body is None else json_text(body)
        except ApiValueError as error:
            raise blame(BODY, error) from None
    if content_type == FORM:
        return urlencode([(name, parameter_text(f"`{name}`", value)) for name, value in to_pairs(post_params or ())])
    if content_type == MULTIPART:
        form = MultipartBody(to_pairs(post_params or ()))
        headers["Content-Type"] = form.content_type
        return form
    if isinstance(body, str):
        return to_parameter_text(body).encode("utf-8")
    if isinstance(body, bytes):
        return body
    raise ApiException(status=0, reason=f"A body of {type(body).__name__} cannot be sent as {content_type}")


def join_url(host: str, path: str) -> str:
    """Return the URL of a path below a host.

    Raises:
        ApiTypeError: The host is not text.
        ApiValueError: The path would change the host: only a slash ends the name of a server for certain.
            Or the host has a query or a fragment, which would swallow the path.
    """
    if not isinstance(host, str):
        raise ApiTypeError(f"configuration.host is the URL of the API as text, not {type(host).__name__}")
    base = to_parameter_text(host).strip()
    if "?" in base or "#" in base:
        raise ApiValueError("configuration.host must not have a query or a fragment: no ? and no #")
    path = to_parameter_text(path)
    if path and not path.startswith("/") and not base.endswith("/"):
        raise ApiValueError(f"A resource path begins with a slash, not as {describe(path)} does")
    return base.rstrip("/") + (path if path.startswith("/") or not path else f"/{path}")


def split_url(url: str) -> Tuple[str, str]:
    """Return origin and target of a URL: ``https://api.ubiops.com`` and ``/v2.1/status``."""
    end = url.find("/", url.find("://") + 3)
    origin, target = (url, "/") if end < 0 else (url[:end], url[end:])
    if "?" in origin or "#" in origin:
        raise ApiValueError("A host is not followed by a query or a fragment, but by a path, if by anything")
    return origin, target
