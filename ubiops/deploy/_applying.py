"""Doing what a plan says."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Callable, List, Optional, Tuple

from ubiops import ApiException, CoreApi, OpenApiException
from ubiops.deploy._exceptions import ApplyException
from ubiops.deploy._plan import Options, Plan, Resource, Step

FAILURES = (OpenApiException, OSError)


def apply(
    api: CoreApi,
    plan: Plan,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
    on_step: Callable[[Step], Any] = lambda step: None,
) -> None:
    """Do what a plan says, in the order of what needs what, and wait for the builds.

    Builds run at the same time. What fails stops what needs it, and the next plan and `apply` go on from there.

    Args:
        api: The API.
        plan: The plan.
        timeout: Seconds to wait for each build; 1800 if None.
        progress: Whether to show bars; by default where a terminal or a notebook shows them.
        on_step: Called with each step once it is done.

    Raises:
        ApplyException: The plan has steps that are impossible, and nothing was done; or a step failed.
    """
    if plan.problems:
        reasons = [f"{step.address}: {step.reason}" for step in plan.problems]
        raise ApplyException("Nothing was done, since not all of it is possible", reasons)
    options = Options(timeout, progress)
    work = [(step, resource) for step, resource in plan.work if step.action != "unchanged" or resource.silent]
    for _, group in groupby(work, key=lambda pair: pair[1].stage):
        stage = list(group)
        for step, resource in stage:
            try:
                resource.begin(api, step, options)
            except FAILURES as error:
                raise _failure(plan, [(step, error)]) from error
        _finish(api, plan, stage, options, on_step)


def _finish(
    api: CoreApi, plan: Plan, stage: List[Tuple[Step, Resource]], options: Options, on_step: Callable[[Step], Any]
) -> None:
    failed: List[Tuple[Step, Exception]] = []
    for step, resource in stage:
        try:
            resource.finish(api, step, options)
        except FAILURES as error:
            failed.append((step, error))  # the others go on in the service
        else:
            if step.action != "unchanged":
                on_step(step)
    if failed:
        raise _failure(plan, failed) from failed[0][1]


def _failure(plan: Plan, failed: List[Tuple[Step, Exception]]) -> ApplyException:
    lines = [line for step, error in failed for line in _lines(step, error)]
    message, *log = [plan.redact(line) for line in lines]
    return ApplyException(message, log)


def _lines(step: Step, error: Exception) -> List[str]:
    text = getattr(error, "message", None) or str(error)
    if isinstance(error, ApiException) and error.status:
        text = f"{text} ({error.status} {error.reason})"
    return [f"{step.address}: {text}", *getattr(error, "log", [])]
