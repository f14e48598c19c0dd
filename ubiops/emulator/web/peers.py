"""Which user of this machine is at the other end of a connection."""

from __future__ import annotations

import struct
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Optional, Union

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_LOCAL, _REMOTE, _USER = 1, 2, 7  # columns


def user_of(address: str, port: int, server_port: int) -> Optional[int]:
    """Return the id of the user whose socket this is; None where that is not told: only Linux tells.

    Args:
        address: where the connection comes from, on this machine.
        port: the port there.
        server_port: the port that it leads to.
    """
    wanted, local, remote = _plain(ip_address(address)), f":{port:04X}", f":{server_port:04X}"
    for table in _TABLES:
        with suppress(OSError):
            for line in table.read_text(encoding="ascii").splitlines():
                columns = line.split()
                ports_fit = columns[_LOCAL].endswith(local) and columns[_REMOTE].endswith(remote)
                if ports_fit and _decoded(columns[_LOCAL].partition(":")[0]) == wanted:
                    return int(columns[_USER])
    return None


def _decoded(text: str) -> Union[IPv4Address, IPv6Address]:
    """Return an address as the kernel shows it: in words, of which each is in the order of the processor."""
    words = [int(text[index : index + 8], 16) for index in range(0, len(text), 8)]
    return _plain(ip_address(struct.pack(f"={len(words)}I", *words)))


def _plain(address: Union[IPv4Address, IPv6Address]) -> Union[IPv4Address, IPv6Address]:
    return getattr(address, "ipv4_mapped", None) or address
