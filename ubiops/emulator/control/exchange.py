"""Noting what a call sends and what it is answered, while it passes."""

from __future__ import annotations

from typing import Iterable, List, Tuple, TypeVar

from ..web.app import Environ
from ..web.bodies import content_type
from .recorder import BODY, Exchange

_QUERY = 2000  # characters that are kept
_TEXTS = ("", "application/json", "text/plain")

Body = TypeVar("Body", bound=Iterable[bytes])


def sent(environ: Environ) -> Exchange:
    """Note a request. Its body can be read afterwards as before."""
    body = b""
    if content_type(environ) in _TEXTS:
        stream = environ["wsgi.input"]
        at = stream.tell()
        body = stream.read(BODY)
        stream.seek(at)
    fields = [item for item in environ.items() if item[0].startswith("HTTP_")]
    fields += [(name, environ[name]) for name in ("CONTENT_TYPE", "CONTENT_LENGTH") if environ.get(name)]
    return Exchange(environ.get("QUERY_STRING", "")[:_QUERY], fields, body)


def header_fields(exchange: Exchange) -> List[Tuple[str, str]]:
    """Return the header of a request under the names of HTTP, which WSGI has changed."""
    names = [(name[5:] if name.startswith("HTTP_") else name, value) for name, value in exchange.headers]
    return [(name.replace("_", "-").title(), value) for name, value in names]


def answered(exchange: Exchange, headers: List[Tuple[str, str]], body: Body) -> Body:
    """Note the answer, and return its body. Files are not read."""
    exchange.answer_headers = headers
    if isinstance(body, list):
        exchange.answer = b"".join(body)[:BODY]
        exchange.answer_size = sum(map(len, body))
    return body
