"""Removing what a file names."""

from __future__ import annotations

from typing import Sequence

from ubiops import CoreApi
from ubiops.deploy._declaration import Declaration
from ubiops.deploy._plan import Plan


def plan_destroy(api: CoreApi, declaration: Declaration, *, targets: Sequence[str] = ()) -> Plan:
    """Find out what `apply` of the returned plan would remove: what is there of what the file names; projects stay."""
    raise NotImplementedError
