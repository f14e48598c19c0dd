"""What waiters know is what the specification says."""

from __future__ import annotations

import re
from itertools import islice
from typing import Set

import pytest

from test.support import openapi
from ubiops.utils import _waiters
from ubiops.utils._waiters import Waiter

WAITERS = {name: value for name, value in vars(_waiters).items() if isinstance(value, Waiter)}
each_waiter = pytest.mark.parametrize("waiter", WAITERS.values(), ids=WAITERS)


def documented(operation: str) -> Set[str]:
    """Return each status that the answer of an operation may have."""
    schema = openapi.operations()[operation].returns
    status = openapi.resolve(schema.get("items", schema))["properties"]["status"]
    return set(status.get("enum") or re.findall("`(\\w+)`", status["description"]))


def test_all_waiters_are_looked_at() -> None:
    assert len(WAITERS) == 7


@each_waiter
def test_every_status_is_one_thing(waiter: Waiter) -> None:
    known = [*waiter.success, *waiter.failures, *waiter.going_on]
    assert sorted(known) == sorted(documented(waiter.operation))
    assert all(waiter.knows(status) for status in known)


@each_waiter
def test_what_a_status_means(waiter: Waiter) -> None:
    assert {waiter.outcome(status) for status in waiter.success} == {True}
    assert {waiter.outcome(status) for status in waiter.failures} == {False}
    assert {waiter.outcome(status) for status in waiter.going_on} == {None}


@each_waiter
def test_a_new_status(waiter: Waiter) -> None:
    assert waiter.outcome("validating") is None
    assert waiter.outcome("validating_failed") is False
    assert waiter.meaning("validating_failed") == "it failed"
    assert not waiter.knows("validating")


@each_waiter
def test_one_call_asks_about_as_many_as_the_api_allows(waiter: Waiter) -> None:
    body = openapi.operations()[waiter.operation].body
    allowed = body["content"]["application/json"]["schema"]["maxItems"] if body else 1
    assert waiter.most == allowed


@each_waiter
def test_calls_are_rare_after_the_first_few(waiter: Waiter) -> None:
    delays = list(islice(waiter.delays(), 60))
    assert min(delays[2:]) >= 1
    assert max(delays) <= waiter.longest_delay * (1 + _waiters.JITTER)
    assert delays != list(islice(waiter.delays(), 60))
