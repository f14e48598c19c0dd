"""Timing in turns, and what the timings come to."""

import gc
import sys
from statistics import median
from time import perf_counter
from typing import Callable, List, NamedTuple, Sequence

Contender = Callable[[], object]

_WARM_UP_CALLS = 20  # The interpreter specializes a function after eight.
_MOST_ROUNDS = 16
_LEAST_ROUNDS = 3


class Figure(NamedTuple):
    """What some samples come to, and the middle half of them."""

    value: float
    low: float
    high: float


def summarize(samples: Sequence[float], absolute: bool = False) -> Figure:
    """Reduce one sample per round to the median, or absolute times to the best: no floor cancels a slow moment."""
    ordered = sorted(samples)
    last = len(ordered) - 1
    value = ordered[0] if absolute else median(ordered)
    return Figure(value, ordered[round(last * 0.25)], ordered[round(last * 0.75)])


def _timed(contender: Contender) -> float:
    start = perf_counter()
    contender()
    return perf_counter() - start


def _calls(contender: Contender, seconds: float, limit: int = sys.maxsize) -> List[float]:
    """Call at least once, until the seconds or the limit are reached; return the seconds of each call."""
    times: List[float] = []
    end = perf_counter() + seconds
    while not times or (perf_counter() < end and len(times) < limit):
        times.append(_timed(contender))
    return times


def take_turns(contenders: Sequence[Contender], seconds: float) -> List[List[float]]:
    """Call the contenders in turns for about so many seconds; return each one's median seconds per call, per round.

    Turns make a slow moment of the machine hit all of them alike. A turn is several calls where they are short, so
    that the median is of calls that find the processor's caches as a program that keeps calling would. Every other
    round goes in reverse. The garbage collector stays on, as it is in users' programs.
    """
    cost = sum(_calls(contender, seconds / 8, _WARM_UP_CALLS)[-1] for contender in contenders)
    rounds = max(_LEAST_ROUNDS, min(_MOST_ROUNDS, int(seconds / cost)))
    results: List[List[float]] = [[] for _ in contenders]
    pairs = list(zip(contenders, results))
    for _ in range(rounds):
        gc.collect()
        for contender, result in pairs:
            result.append(median(_calls(contender, seconds / rounds / len(pairs))))
        pairs.reverse()
    return results


def ratios(ours: Sequence[float], floors: Sequence[float]) -> List[float]:
    """Divide round by round: what slowed down a whole round cancels out."""
    return [mine / floor for mine, floor in zip(ours, floors)]
