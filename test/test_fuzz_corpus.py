"""What fuzzing found, and what it began with, keeps its promises; see `test/hardening/fuzz`."""

from __future__ import annotations

import pytest

from test.hardening.fuzz import campaign


@pytest.mark.parametrize("name", campaign.NAMES)
def test_findings_stay_mended(name: str) -> None:
    assert campaign.replay(name) > 0


def test_every_target_has_a_corpus_and_every_corpus_a_target() -> None:
    assert [path.name for path in sorted(campaign.CORPUS.iterdir())] == campaign.NAMES
