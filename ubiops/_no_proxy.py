"""Whether a server is to be reached without the proxy: all forms of ``NO_PROXY`` that curl, requests and Go know."""

from __future__ import annotations

import ipaddress
import re
from typing import Optional, Union

from ubiops._origin import Origin

Address = Union[ipaddress.IPv4Address, ipaddress.IPv6Address]

# A port follows a name, an IPv4 address, or an IPv6 address in brackets; an IPv6 address without them has none.
_ENTRY = r"\[(?P<bracketed>[^]]*)\](?P<prefix>/\d+)?(:(?P<port6>\d*))?|(?P<name>[^:]*)(:(?P<port>\d*))?"


def bypasses(no_proxy: str, origin: Origin) -> bool:
    """Tell whether an origin is listed.

    Args:
        no_proxy: Entries with commas or white space between them: ``*`` for all; a name, which holds for its
            subdomains, too; ``*.name`` for its subdomains alone; an address; a network such as ``10.0.0.0/8``. A
            port may follow all but a network. Case, and a dot at either end of a name, mean nothing.
        origin: The server.
    """
    return any(_fits(entry, origin) for entry in re.split(r"[\s,]+", no_proxy.lower()) if entry)


def _fits(entry: str, origin: Origin) -> bool:
    match = re.fullmatch(_ENTRY, entry)
    if match is None:  # an IPv6 address or network without brackets
        name, port = entry, None
    elif match.group("bracketed") is not None:
        name, port = match.group("bracketed") + (match.group("prefix") or ""), match.group("port6")
    else:
        name, port = match.group("name"), match.group("port")
    if port and int(port) != origin.port:
        return False
    address = _address(origin.host)
    return _is_below(origin.host, name) if address is None else _is_in(address, name)


def _is_below(host: str, name: str) -> bool:
    domain = name.strip(".")
    host = host.rstrip(".")
    if domain == "*":
        return True
    if domain.startswith("*."):
        return host.endswith(domain[1:])
    return bool(domain) and (host == domain or host.endswith("." + domain))


def _is_in(address: Address, name: str) -> bool:
    if name == "*":
        return True
    try:
        network = ipaddress.ip_network(name.partition("%")[0], strict=False)
    except ValueError:  # a name
        return False
    return address in network


def _address(host: str) -> Optional[Address]:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
