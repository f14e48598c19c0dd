"""Which requests are looked at, and when."""

from __future__ import annotations

from typing import Dict, List

from ubiops.utils._polling import Look, Polling


def requests(first: int, count: int) -> Dict[str, int]:
    return {f"id{index}": index for index in range(first, first + count)}


def ids(first: int, count: int) -> List[str]:
    return list(requests(first, count))


def taken(polling: Polling, now: float) -> Look:
    look = polling.take(now)
    assert look is not None
    return look


def test_nothing_is_due_where_nothing_waits() -> None:
    polling = Polling(250)
    assert polling.next_look() is None
    assert polling.take(1e9) is None
    assert len(polling) == 0


def test_the_first_look_comes_when_a_thousand_in_a_second_would_be_finished() -> None:
    polling = Polling(250)
    polling.add(requests(0, 250), 10.0)
    assert polling.next_look() == 10.25
    assert polling.take(10.2) is None
    assert taken(polling, 10.25) == Look(ids(0, 250), oldest=True)
    assert polling.next_look() is None  # all are being looked at


def test_a_look_is_shared_by_chunks_the_oldest_first() -> None:
    polling = Polling(5)
    polling.add(requests(0, 3), 0.0)
    polling.add(requests(3, 3), 0.0)
    assert taken(polling, 1.0).ids == ids(0, 5)
    assert polling.next_look() == 1.02  # the sixth, which the same call had no room for
    assert taken(polling, 1.02).ids == ["id5"]


def test_what_has_finished_is_told_by_its_row_and_not_looked_at_again() -> None:
    polling = Polling(5)
    polling.add(requests(0, 4), 0.0)
    assert polling.seen(taken(polling, 1.0), {"id1", "id3"}, 1.0) == {"id1": 1, "id3": 3}
    assert len(polling) == 2
    assert taken(polling, 9.0).ids == ["id0", "id2"]


def test_a_look_that_finds_all_finished_is_followed_at_once_and_others_as_fast_as_was_seen() -> None:
    polling = Polling(100)
    polling.add(requests(0, 1000), 0.0)
    polling.seen(taken(polling, 1.0), ids(0, 100), 1.0)
    assert polling.next_look() == 1.0
    taken(polling, 1.1)
    assert polling.next_look() == 1.1 + 100 / 1250

    slow = Polling(100)
    slow.add(requests(0, 100), 0.0)
    slow.seen(taken(slow, 1.0), ids(0, 50), 1.0)
    assert slow.next_look() == 1.0 + 50 / ((1000 + 50) / 2)


def test_while_nothing_finishes_looks_become_rare_but_never_cease() -> None:
    polling = Polling(250)
    polling.add(requests(0, 10), 0.0)
    looks = [0.0]
    while looks[-1] < 60.0:
        due = polling.next_look()
        assert due is not None
        look = polling.take(due)
        if look is not None:
            looks.append(due)
            polling.seen(look, (), due)
    waits = [later - earlier for earlier, later in zip(looks, looks[1:])]
    assert waits[0] < 0.03
    assert len(waits) < 25
    assert max(waits) < 5.01


def test_those_that_stand_behind_a_request_that_hangs_are_looked_at_after_five_seconds() -> None:
    polling = Polling(2)
    polling.add(requests(0, 6), 0.0)
    seen: List[str] = []
    now = 0.0
    while now < 20.0:
        due = polling.next_look()
        assert due is not None
        now = max(now, due)
        look = taken(polling, now)
        seen += look.ids
        polling.seen(look, {"id4"} & set(look.ids), now)
    assert set(ids(0, 6)) == set(seen)
    assert len(polling) == 5


def test_what_a_lost_call_looked_at_is_due_at_once() -> None:
    polling = Polling(2)
    polling.add(requests(0, 6), 0.0)
    look = taken(polling, 1.0)
    polling.unseen(look, 1.0)
    assert polling.next_look() == 1.0
    assert taken(polling, 1.0) == look
    apart = next(each for each in iter(lambda: taken(polling, 6.0), None) if not each.oldest)
    polling.unseen(apart, 6.0)
    assert polling.next_look() == float("-inf")
    assert taken(polling, 6.0) == apart


def test_what_may_be_finished_already_is_due_at_once() -> None:
    polling = Polling(250)
    polling.add(requests(0, 250), 3.0, at_once=True)
    assert polling.next_look() == 3.0


def test_one_that_is_missing_is_found_among_the_others() -> None:
    polling = Polling(250)
    polling.add(requests(0, 250), 0.0)
    look, looks = taken(polling, 1.0), 0
    found = None
    while found is None:
        looks += 1
        if "id77" in look.ids:
            found = polling.missing(look)
        else:
            polling.seen(look, look.ids, 1.0)
        look = polling.take(1.0) or look
    assert found == 77
    assert looks < 20
    while look is not None:
        polling.seen(look, look.ids, 1.0)
        look = polling.take(9.0)  # type: ignore[assignment] # the loop ends with None
    assert len(polling) == 0
