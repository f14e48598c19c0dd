# A part of the fault matrix (`python -m test.hardening --only faults`), and that the matrix notices what does not hold.
from __future__ import annotations

import socket
from pathlib import Path

import pytest

from test.hardening.faults import UNTRIED, cells, trials, try_all
from test.hardening.faults.catalogue import GROUPS
from test.hardening.faults.catalogue.breaks import FAULTS as BREAKS
from test.hardening.faults.effects import BROKEN, FINE, NO_NAME
from test.hardening.faults.exchange import Exchange
from test.hardening.faults.fault import ALWAYS, ONCE, PLAIN, Fault
from test.hardening.faults.kinds import KINDS
from test.hardening.faults.leaks import Watch
from test.hardening.faults.trial import Trial, run
from test.support.certificates import Certificates

CUT = next(fault for fault in BREAKS if fault.name == "closes inside the body")
POST = next(kind for kind in KINDS if kind.name == "POST")


def test_each_group_holds_for_each_kind_of_call(certificates: Certificates, tmp_path: Path) -> None:
    soon = {name: [fault for fault in faults if _ends_soon(fault)] for name, faults in GROUPS.items()}
    chosen = [
        Trial(fault, kind, fault.scenes[0], fault.transports[-1])
        for row, faults in enumerate(soon.values())
        for column, kind in enumerate(KINDS)
        for fault in [faults[(row + column) % len(faults)]]
    ]
    watch = Watch(tmp_path)
    found = try_all(chosen, certificates, watch)
    assert len(found) == len(GROUPS) * len(KINDS)
    assert {trial: problems for trial, problems in found.items() if problems} == {}
    assert watch.problems == []


def _ends_soon(fault: Fault) -> bool:
    """Tell whether neither a time limit nor a wait nor a name server has to end a call."""
    return fault.limits == (10, 10) and fault.effect is not NO_NAME and (fault.effect.asks or 0) < 1


def test_the_quick_run_meets_each_fault_and_each_kind() -> None:
    quick = [cell for group in GROUPS for cell in cells(group, whole=False)]
    assert {kind.name for _, kind in quick} == {kind.name for kind in KINDS}
    assert {fault.name for fault, _ in quick} == {fault.name for faults in GROUPS.values() for fault in faults}
    assert len({str(trial) for cell in quick for trial in trials(cell)}) == sum(len(trials(cell)) for cell in quick)
    whole = sum(len(cells(group, whole=True)) for group in GROUPS)
    assert whole == sum(map(len, GROUPS.values())) * len(KINDS) - len(UNTRIED)


def _answer_well(exchange: Exchange) -> bool:
    exchange.send(exchange.full.encode())
    return True


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (CUT._replace(effect=FINE), "raised BrokenConnectionException"),
        (Fault("nothing", BROKEN, _answer_well), "did not raise BrokenConnectionException"),
        (CUT._replace(effect=BROKEN._replace(sent=False)), "1 requests arrived, and not 2"),
    ],
    ids=["an error", "a success", "a count"],
)
def test_the_matrix_notices_what_was_not_expected(
    certificates: Certificates, tmp_path: Path, fault: Fault, complaint: str
) -> None:
    problems = run(Trial(fault, POST, ONCE, PLAIN), certificates, tmp_path)
    assert complaint in "; ".join(problems)


def test_the_matrix_notices_what_is_left_behind(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    with watch.watching(debug=False):
        left = socket.socket()
        (tmp_path / "half").touch()
    left.close()
    assert sorted(problem.split(":")[0] for problem in watch.problems) == [
        "a descriptor is left",
        "a temporary file is left",
    ]


def test_a_server_that_goes_on_so_is_tried_as_well() -> None:
    assert {trial.scene for trial in trials((CUT, POST))} == {ONCE, ALWAYS}
