"""The heads of messages: names of headers, and the heads of answers, read at one go."""

from __future__ import annotations

import functools
import string
from http.client import HTTPMessage
from typing import Optional, Tuple

MOST_FIELDS = 99
"""As many as `http.client` reads."""

_IN_NAMES = frozenset(f"{string.ascii_letters}{string.digits}!#$%&'*+-.^_`|~")


@functools.lru_cache(maxsize=128)
def is_field_name(text: str) -> bool:
    """Tell whether a text can be the name of a header."""
    return text != "" and _IN_NAMES.issuperset(text)


def read_head(data: bytes) -> Optional[Tuple[int, int, str, HTTPMessage]]:
    """Return the size of a head, its status, reason and headers; None if it is not complete, or not plain.

    `http.client` reads it line by line, and then with the parser for e-mails, which takes as long as everything else
    that urllib3 does with a short answer. What is not plain is left to it: other versions, answers before the answer,
    folded lines, odd names and values.
    """
    end = data.find(b"\r\n\r\n")
    start, *fields = data[: max(end, 0)].decode("latin-1").split("\r\n")
    version, status, space, reason = start[:9], start[9:12], start[12:13], start[13:]
    if version != "HTTP/1.1 " or not status.isdecimal() or status < "200" or space != " " or not reason.isprintable():
        return None
    if len(fields) > MOST_FIELDS:
        return None
    headers = HTTPMessage()
    for field in fields:
        name, colon, value = field.partition(":")
        if not (colon and is_field_name(name) and value.isprintable()):
            return None
        headers.set_raw(name, value.lstrip(" "))
    return end + 4, int(status), reason.strip(), headers
