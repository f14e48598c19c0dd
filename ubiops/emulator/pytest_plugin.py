"""Fixtures for pytest: a local UbiOps, and a client of it.

They are there wherever this package is installed, and cost nothing until a test asks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator

import pytest

if TYPE_CHECKING:
    from ubiops import CoreApi

    from . import Emulator


@pytest.fixture(scope="session")
def ubiops_emulator_settings() -> Dict[str, Any]:
    """Arguments of the `Emulator` of the session; none by default. Override it in a `conftest.py`.

    With `seed` each test begins with what the seed file lists.
    """
    return {}


@pytest.fixture(scope="session")
def _ubiops_emulator(ubiops_emulator_settings: Dict[str, Any]) -> Iterator[Emulator]:
    from . import Emulator

    with Emulator(**ubiops_emulator_settings) as emulator:
        yield emulator


@pytest.fixture
def ubiops_emulator(_ubiops_emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """A running local UbiOps: one for the session, reset after each test that asks for it.

    `UBIOPS_API_HOST` and `UBIOPS_API_TOKEN` lead to it during the test, also for programs that the test starts.
    """
    monkeypatch.setenv("UBIOPS_API_HOST", _ubiops_emulator.host)
    monkeypatch.setenv("UBIOPS_API_TOKEN", _ubiops_emulator.token)
    try:
        yield _ubiops_emulator
    finally:
        _ubiops_emulator.reset()


@pytest.fixture
def ubiops_api(ubiops_emulator: Emulator) -> Iterator[CoreApi]:
    """A client of the local UbiOps, closed after the test."""
    api = ubiops_emulator.core_api()
    try:
        yield api
    finally:
        api.api_client.close()
