"""The soak (`python -m test.hardening --only soak`) tells memory that is lost from what malloc keeps."""

from __future__ import annotations

from typing import List

import pytest

from test.hardening.soak import memory
from test.support.process import run

# Threads that give a few of their blocks back in disorder, so that the heap of each has gaps; and a leak, or none.
PROGRAM = """
import ctypes, json, random, sys, threading
from test.hardening.soak import memory

leak = {"nothing": lambda: None, "objects": lambda: lost.append([bytearray(99) for _ in range(5_000)]),
        "bytes of C": lambda: ctypes.memset(allocate(1_000_000), 1, 1_000_000)}[sys.argv[1]]
allocate, lost = ctypes.CDLL(None).malloc, []
allocate.restype, allocate.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
ctypes.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]

def work(number, chance=random.Random(20)):
    held = [bytearray(0)] * 50
    for _ in range(500):
        held[chance.randrange(50)] = bytearray(chance.randrange(1_000, 30_000))

looks = []
for _ in range(20):
    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    leak()
    looks.append(memory.look())
memory.give_back()
figures = list(memory.figures([*looks, memory.look()], whole=True))
print(json.dumps([figure.held for figure in figures if figure.asked]))
"""


@pytest.mark.skipif(memory.look().kept is None, reason="only the C library of GNU tells what it keeps")
@pytest.mark.parametrize(
    ("leak", "held"),
    [("nothing", [True, True, True]), ("objects", [False, False, False]), ("bytes of C", [True, False, False])],
)
def test_a_leak_is_told_from_what_malloc_keeps(leak: str, held: List[bool]) -> None:
    assert run(PROGRAM, leak) == held


def test_what_malloc_keeps_counts_where_it_does_not_tell() -> None:
    looks = [memory.Look(100, 20 + number // 5, None) for number in range(50)]
    *_, resident = memory.figures(looks, whole=True)
    assert (resident.what, resident.held) == ("resident memory of client by tenths, in MB", False)
