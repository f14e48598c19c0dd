"""Servers that cannot be reached."""

from __future__ import annotations

import socket

from ..effects import BROKEN, NO_NAME, NOT_IN_TIME, REFUSED
from ..exchange import Exchange
from ..fault import ALWAYS, BOTH, SHORT, Fault
from ..server import Play


def hang_up(exchange: Exchange) -> bool:
    """Close a connection at once."""
    return False


def reset(exchange: Exchange) -> bool:
    """Reset a connection at once."""
    exchange.reset()
    return False


def unread(play: Play) -> Play:
    """Do something when a request is there, and leave that unread."""

    def play_unread(exchange: Exchange) -> bool:
        exchange.sock.recv(1, socket.MSG_PEEK)
        return play(exchange)

    return play_unread


FAULTS = (
    Fault("connection refused", REFUSED, reach="refused", transports=BOTH),
    # A name that is found later would need a name server of our own.
    Fault("host name without address", NO_NAME, reach="no name", scenes=(ALWAYS,), limits=SHORT),
    Fault("connection never taken (full queue)", NOT_IN_TIME, reach="clogged", transports=BOTH, limits=SHORT),
    Fault("connection closed before the request is read", BROKEN, unread(hang_up), "connection"),
    Fault("connection reset before the request is read", BROKEN, unread(reset), "connection"),
)
