"""Doing what a plan says."""

from __future__ import annotations

from typing import Any, Callable, Optional

from ubiops import CoreApi
from ubiops.deploy._plan import Plan, Step


def apply(
    api: CoreApi,
    plan: Plan,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
    on_step: Callable[[Step], Any] = lambda step: None,
) -> None:
    """Do what a plan says, in the order of what needs what, and wait for the builds.

    Args:
        api: The API.
        plan: The plan.
        timeout: Seconds to wait for each build; 1800 if None.
        progress: Whether to show bars; by default where a terminal or a notebook shows them.
        on_step: Called with each step once it is done.

    Raises:
        ApplyException: The plan has steps that are impossible (nothing was done then), or a step failed.
    """
    raise NotImplementedError
