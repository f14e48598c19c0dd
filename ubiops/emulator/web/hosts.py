"""Who may talk to the emulator by way of a browser: only pages that it serves itself."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from typing import Any, Collection, Mapping, Optional

from ..common.errors import ApiError
from .peers import user_of

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""The names under which the machine itself is addressed."""

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d+)?", re.ASCII | re.IGNORECASE)


def check_origin(environ: Mapping[str, Any], hosts: Optional[Collection[str]], *, link: bool = False) -> None:
    """Refuse what a page of another web site makes a browser send, also under a name that resolves to here.

    Args:
        environ: the WSGI environment.
        hosts: the names under which clients may address the server, in lower case, without port; None for any.
        link: whether other web sites may lead people here, by a link that opens it as a page of its own.

    Raises:
        ApiError: 403.
    """
    host = environ.get("HTTP_HOST", "")
    if hosts is not None and host and _name(host) not in hosts:
        raise ApiError(403, "Host: the emulator answers only under its own address")
    # Browsers say so also where they send no Origin: for pictures, scripts, links and forms that only read.
    if environ.get("HTTP_SEC_FETCH_SITE", "none") not in ("none", "same-origin") and not (link and _follows(environ)):
        raise ApiError(403, "Sec-Fetch-Site: requests from pages of other origins are refused")
    origin = environ.get("HTTP_ORIGIN")
    if origin is not None and origin.lower() != f"http://{host}".lower():
        raise ApiError(403, "Origin: requests from pages of other origins are refused")


def _follows(environ: Mapping[str, Any]) -> bool:
    fields = ("HTTP_SEC_FETCH_MODE", "HTTP_SEC_FETCH_DEST", "REQUEST_METHOD")
    return [environ.get(field) for field in fields] == ["navigate", "document", "GET"]


def check_local(environ: Mapping[str, Any]) -> None:
    """Refuse who is not on this machine, or does not address it as such.

    Raises:
        ApiError: 403.
    """
    # The name too: to a browser on this machine, a page of a site whose name leads here is on this machine.
    if not is_loopback(environ.get("REMOTE_ADDR", "")) or _name(environ.get("HTTP_HOST", "")) not in LOOPBACK:
        raise ApiError(403, "This page is shown only on the machine of the emulator, as http://localhost")


def check_user(environ: Mapping[str, Any]) -> None:
    """Refuse other users of this machine, but for the administrator, where the system tells who asks.

    It reads a table of the kernel, so it is not for the loop.

    Raises:
        ApiError: 403.
    """
    user = user_of(environ["REMOTE_ADDR"], int(environ["REMOTE_PORT"]), int(environ["SERVER_PORT"]))
    if user not in (None, 0, os.geteuid()):
        raise ApiError(403, "This page is shown only to the user who runs the emulator")


def is_loopback(address: str) -> bool:
    """Tell whether an IP address is one of the machine itself."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def _name(host: str) -> str:
    found = _HOST.fullmatch(host)
    return found.group(1).strip("[]").lower() if found else ""
