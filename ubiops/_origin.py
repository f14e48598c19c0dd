"""Where a URL leads: which server, and over which protocol."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}

# urlsplit drops white space, and what follows a bracket, without a word, which makes another host of it; to browsers
# and urllib3 a backslash ends the host.
_MISREAD = re.compile(r"[^/?#]*(/|//[^/?#]*)?([\x00-\x20\x7f\\]|\][^/?#:])").match


class Origin(NamedTuple):
    """A server that is spoken to over HTTP.

    Attributes:
        scheme: ``http`` or ``https``.
        host: Name or address, in lower case and without brackets.
        port: Port.
    """

    scheme: str
    host: str
    port: int

    @property
    def netloc(self) -> str:
        """Host and port as they stand in a URL; the port only if it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}"


def origin_of(url: str) -> Origin:
    """Return the origin of a URL.

    Raises:
        ValueError: The URL is not one of HTTP, has no host, no possible port, white space in them, or text after
            an address in brackets.
    """
    parts = urlsplit(url)
    if _MISREAD(url) or parts.scheme not in _PORTS or not parts.hostname or parts.port == 0:
        raise ValueError
    return Origin(parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme])
