# N3: the policy as a function: attempt, method, failure, clock and chance go in, a wait comes out.
from __future__ import annotations

import dataclasses
import email.utils
import sys
import time
from typing import Optional, Set

import pytest

import ubiops
from ubiops import RetryPolicy
from ubiops._policy import Failure, RetryQuota, retry_after_seconds

NOW = 1_700_000_000.0
READS = ("GET", "HEAD", "OPTIONS")
REPEATABLE = (*READS, "PUT", "DELETE")
ALL = (*REPEATABLE, "POST", "PATCH")
DEFAULT = RetryPolicy()
UNAVAILABLE = Failure("", 503)


def wait(
    policy: RetryPolicy = DEFAULT,
    attempt: int = 1,
    method: str = "GET",
    failure: Failure = UNAVAILABLE,
    waited: float = 0.0,
    random: float = 1.0,
) -> Optional[float]:
    return policy.wait_before_retry(attempt, method, failure, waited=waited, now=NOW, random=random)


def methods_repeated_after(failure: Failure) -> Set[str]:
    return {method for method in ALL if wait(method=method, failure=failure) is not None}


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_passing_failure_is_repeated_where_that_does_no_harm(status: int) -> None:
    assert methods_repeated_after(Failure("", status)) == set(REPEATABLE)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 500, 501, 505])
def test_a_lasting_failure_is_not_repeated(status: int) -> None:
    assert methods_repeated_after(Failure("", status, retry_after="1")) == set()


@pytest.mark.parametrize("status", [429, 503])
def test_post_and_patch_are_repeated_where_the_server_says_that_it_did_nothing(status: int) -> None:
    assert methods_repeated_after(Failure("", status, retry_after="1")) == set(ALL)


@pytest.mark.parametrize("status", [502, 504])
def test_a_gateway_does_not_know_whether_the_server_did_something(status: int) -> None:
    assert methods_repeated_after(Failure("", status, retry_after="1")) == set(REPEATABLE)


def test_a_broken_connection_is_repeated_where_that_does_no_harm() -> None:
    assert methods_repeated_after(Failure("broken")) == set(REPEATABLE)


def test_a_connection_that_was_never_made_is_repeated_for_any_method() -> None:
    assert methods_repeated_after(Failure("refused", sent=False)) == set(ALL)


def test_waits_double_up_to_the_cap() -> None:
    policy = RetryPolicy(max_retries=99, backoff=0.5, max_wait=3.0)
    assert [wait(policy, attempt) for attempt in range(1, 6)] == [0.5, 1.0, 2.0, 3.0, 3.0]


def test_a_wait_is_a_random_part_of_what_it_may_be() -> None:
    assert [wait(attempt=3, random=random) for random in (0.0, 0.25, 1.0)] == [0.0, 0.5, 2.0]


def test_the_number_of_repetitions_is_limited() -> None:
    policy = RetryPolicy(max_retries=2)
    assert [wait(policy, attempt) is None for attempt in (1, 2, 3, 4)] == [False, False, True, True]


def test_a_huge_number_of_repetitions_can_be_counted() -> None:
    assert wait(RetryPolicy(max_retries=sys.maxsize), attempt=1_000_000) == 30.0


def test_the_sum_of_waits_is_limited() -> None:
    assert wait(waited=119.4) == 0.5
    assert wait(waited=119.6) is None


def test_retry_after_is_obeyed_instead_of_the_backoff() -> None:
    assert wait(failure=Failure("", 503, retry_after="7"), random=0.0) == 7.0


def test_retry_after_beyond_the_cap_ends_the_retrying() -> None:
    assert wait(failure=Failure("", 503, retry_after="30")) == 30.0
    assert wait(failure=Failure("", 503, retry_after="31")) is None
    assert wait(RetryPolicy(max_total_wait=5.0), failure=Failure("", 503, retry_after="6")) is None


def test_a_retry_after_that_cannot_be_read_leaves_the_backoff() -> None:
    assert wait(failure=Failure("", 503, retry_after="soon")) == 0.5


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        (" 12 ", 12.0),
        (email.utils.formatdate(NOW + 5, usegmt=True), 5.0),
        (email.utils.formatdate(NOW - 5, usegmt=True), 0.0),
        ("Tue, 14 Nov 2023 23:13:25 +0100", 5.0),
        ("9" * 400, float("inf")),
        ("", None),
        ("-3", None),
        ("1.5", None),
        ("soon", None),
        ("Tue, 99 Nov 2023 22:13:25 GMT", None),
        ("Tue, 14 Nov 2023 22:13:25 +99999999999999", None),
        ("3\x1e", None),
        ("Mon, 01 Jan 0001 00:00:00 -0000", 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: Optional[str], seconds: Optional[float]) -> None:
    assert retry_after_seconds(value, NOW) == seconds


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
def test_a_date_without_a_zone_is_the_same_everywhere(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        assert retry_after_seconds("Tue Nov 14 22:13:25 2023", NOW) == 5.0  # the oldest form of HTTP
        assert retry_after_seconds("Tue, 14 Nov 2023 22:13:25 -0000", NOW) == 5.0
        assert retry_after_seconds("Fri, 31 Dec 9999 23:59:59 -0000", NOW) == 251702300799.0
    time.tzset()


def test_a_policy_is_data() -> None:
    policy = RetryPolicy(max_retries=5)
    assert policy == RetryPolicy(max_retries=5) != RetryPolicy()
    assert "max_retries=5" in repr(policy)
    assert dataclasses.replace(policy, backoff=2.0).max_retries == 5
    with pytest.raises(dataclasses.FrozenInstanceError):
        policy.backoff = 1.0  # type: ignore[misc] # which is wrong
    assert ubiops.RetryPolicy is RetryPolicy


def test_statuses_and_methods_can_be_chosen() -> None:
    policy = RetryPolicy(statuses=frozenset((500,)), methods=frozenset(("POST",)))
    assert wait(policy, method="POST", failure=Failure("", 500)) is not None
    assert wait(policy, method="GET", failure=Failure("", 500)) is None
    assert wait(policy, method="POST", failure=Failure("", 503)) is None


def test_the_quota_empties_with_repetitions_and_fills_with_successes() -> None:
    quota = RetryQuota(size=2, refund=0.5)
    assert [quota.take() for _ in range(3)] == [True, True, False]
    quota.refund()
    assert not quota.take()
    quota.refund()
    assert quota.take()


def test_the_quota_does_not_overflow() -> None:
    quota = RetryQuota(size=1, refund=0.7)
    assert quota.take()
    for _ in range(5):
        quota.refund()
    assert [quota.take(), quota.take()] == [True, False]
