"""The heads of messages: names of headers, and the heads of answers, read at one go."""

from __future__ import annotations

import functools
import re
from http.client import HTTPMessage
from typing import Optional, Tuple

is_field_name = functools.lru_cache(re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch)
"""Tells whether a text can be the name of a header."""

# What else there may be is left to `http.client`: other versions, folded lines, more than 99 headers.
_PLAIN = re.compile(rb"HTTP/1\.1 ([2-9]\d\d) ([ -~]*)\r\n((?:[!-9;-~]+:[\t -~\x80-\xff]*\r\n){0,99})\r\n").match


def read_head(data: bytes) -> Optional[Tuple[int, int, str, HTTPMessage]]:
    """Return the size of a head, its status, reason and headers; None if it is not complete, or not plain.

    `http.client` reads it line by line, and then with the parser for e-mails, which takes as long as everything else
    that urllib3 does with a short answer.
    """
    plain = _PLAIN(data)
    if plain is None:
        return None
    status, reason, fields = plain.groups()
    headers = HTTPMessage()
    for field in fields.decode("latin-1").split("\r\n")[:-1]:
        name, _, value = field.partition(":")
        headers.set_raw(name, value.lstrip(" \t"))
    return plain.end(), int(status), reason.decode().strip(), headers
