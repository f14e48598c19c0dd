"""All faults, by groups."""

from __future__ import annotations

from typing import Dict, Sequence

from ..fault import Fault
from . import answers, bodies, breaks, compression, early, headers, idle, reach, redirects, retry_after, tls

GROUPS: Dict[str, Sequence[Fault]] = {
    "connecting": reach.FAULTS,
    "resets, ends and stalls": breaks.FAULTS,
    "lengths and chunks": bodies.FAULTS,
    "compression": compression.FAULTS,
    "headers and interim answers": headers.FAULTS,
    "redirects": redirects.FAULTS,
    "statuses": answers.FAULTS,
    "`Retry-After`": retry_after.FAULTS,
    "early answers": early.FAULTS,
    "idle connections": idle.FAULTS,
    "TLS": tls.FAULTS,
}
