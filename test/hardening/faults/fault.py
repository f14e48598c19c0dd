"""A fault as it is declared."""

from __future__ import annotations

import ssl
from typing import Any, Callable, NamedTuple, Optional, Tuple

from test.support.certificates import Certificates

from .effects import Effect
from .server import Play

PLAIN, TLS = "plain", "TLS"
ONCE, ALWAYS = "once", "always"


class Fault(NamedTuple):
    """A way to misbehave.

    Attributes:
        name: What it is called in the table.
        effect: What it does to a request.
        play: What the server does; None if it does nothing of the kind.
        stage: When it does that, see `Orders.stage`.
        transports: Over what it is tried.
        scenes: Whether the server does it once, and behaves then, or always.
        limits: Time limits of the client.
        reach: What keeps the client from a connection: `refused`, `clogged` or `no name`.
        warm: Whether the connection has been used before.
        large: Whether uploads are larger than all buffers on the way.
        handshake: Returns the TLS of the server while it misbehaves.
    """

    name: str
    effect: Effect
    play: Optional[Play] = None
    stage: str = "request"
    transports: Tuple[str, ...] = (PLAIN,)
    scenes: Tuple[str, ...] = (ONCE, ALWAYS)
    limits: Any = (10, 10)
    reach: str = ""
    warm: bool = False
    large: bool = False
    handshake: Optional[Callable[[Certificates], ssl.SSLContext]] = None


BOTH = (PLAIN, TLS)
SHORT = (1, 1)
"""Seconds to connect and to wait for data, for faults that only a time limit ends."""
