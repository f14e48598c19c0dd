"""From what is declared and what is there to what is to be done."""

from __future__ import annotations

from typing import Sequence

from ubiops import CoreApi
from ubiops.deploy._declaration import Declaration
from ubiops.deploy._plan import Plan


def plan(api: CoreApi, declaration: Declaration, *, targets: Sequence[str] = (), update_secrets: bool = False) -> Plan:
    """Find out what `apply` would do. Changes nothing.

    Args:
        api: The API.
        declaration: What shall be.
        targets: Addresses, such as `demo/models/churn`, to which to keep: what is below them, and what they stand
            in. Everything if empty.
        update_secrets: Whether to send the values of secrets that are there already; nobody can compare them.

    Returns:
        The plan: `plan.steps` in the order in which they would be done.

    Raises:
        DeclarationException: A target is not in the file; a package cannot be read.
        ApiException: A call failed.
    """
    raise NotImplementedError
