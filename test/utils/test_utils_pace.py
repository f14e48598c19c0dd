"""How many calls are under way: more while all goes well, half when the service is busy."""

from __future__ import annotations

import pytest

from ubiops.utils._pace import Pace


def grown(most: int, successes: int) -> Pace:
    pace = Pace(most)
    for _ in range(successes):
        pace.succeeded()
    return pace


def test_it_begins_with_two_and_grows_with_each_call_up_to_the_most() -> None:
    assert [grown(8, successes).limit for successes in (0, 1, 3, 6, 50)] == [2, 3, 5, 8, 8]
    assert grown(1, 0).limit == grown(1, 5).limit == 1


def test_a_busy_service_halves_it_and_then_it_grows_slowly() -> None:
    pace = grown(8, 6)
    pace.busy(began=1.0, now=2.0, retry_after=None, random=0.5)
    assert pace.limit == 4
    for _ in range(3):
        pace.succeeded()
    assert pace.limit == 4
    for _ in range(2):
        pace.succeeded()
    assert pace.limit == 5


def test_calls_that_were_under_way_already_do_not_halve_it_again() -> None:
    pace = grown(8, 6)
    for _ in range(5):
        pace.busy(began=1.0, now=2.0, retry_after=None, random=0.5)
    assert pace.limit == 4
    pace.busy(began=2.5, now=3.0, retry_after=None, random=0.5)
    assert pace.limit == 2


def test_it_never_comes_to_nothing() -> None:
    pace = Pace(4)
    for moment in range(9):
        pace.busy(began=float(moment), now=float(moment), retry_after=None, random=1.0)
    assert pace.limit == 1


def test_it_waits_as_long_as_the_service_asks_and_the_longest_wish_holds() -> None:
    pace = Pace(4)
    assert pace.resumes == float("-inf")
    pace.busy(began=0.0, now=10.0, retry_after=7.0, random=0.0)
    assert pace.resumes == 17.0
    pace.busy(began=0.0, now=11.0, retry_after=2.0, random=0.0)
    assert pace.resumes == 17.0


@pytest.mark.parametrize(("random", "waits"), [(0.0, [0.25, 0.5, 1.0, 2.0]), (1.0, [0.5, 1.0, 2.0, 4.0])])
def test_without_a_wish_the_waits_double_and_are_spread(random: float, waits: object) -> None:
    pace = Pace(8)
    found = []
    for moment in (100.0, 200.0, 300.0, 400.0):
        pace.busy(began=moment, now=moment, retry_after=None, random=random)
        found.append(pace.resumes - moment)
    assert found == waits


def test_the_longest_wait_is_half_a_minute_and_success_ends_the_doubling() -> None:
    pace = Pace(8)
    for moment in range(0, 1000, 50):
        pace.busy(began=moment, now=moment, retry_after=None, random=1.0)
    assert pace.resumes == 950 + 30.0
    pace.succeeded()
    pace.busy(began=2000.0, now=2000.0, retry_after=None, random=1.0)
    assert pace.resumes == 2000.5
