"""An emulator that the tests of a module share, and clients of it."""

from __future__ import annotations

from typing import Iterator

import pytest

from test.support.emulator.bulk import deploy, forget
from test.support.terminal import Terminal
from ubiops import ApiClient, CoreApi
from ubiops.emulator import Emulator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """An emulator; what tests leave in it must not be in the way of others."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(scope="module")
def api(emulator: Emulator) -> Iterator[CoreApi]:
    """A client of the emulator."""
    api = emulator.core_api()
    yield api
    api.api_client.close()


@pytest.fixture(scope="module")
def api_once(emulator: Emulator) -> Iterator[CoreApi]:
    """A client of the emulator that sends nothing twice by itself."""
    configuration = emulator.configuration()
    configuration.retries = False
    with ApiClient(configuration) as client:
        yield CoreApi(client)


@pytest.fixture(scope="module")
def served(api: CoreApi) -> CoreApi:
    """A client of the emulator, which serves the model of bulk runs."""
    deploy(api)
    return api


@pytest.fixture
def many(served: CoreApi, emulator: Emulator) -> Iterator[CoreApi]:
    """A client of that model, without requests and faults of other tests."""
    yield served
    emulator.clear_faults()
    forget(served)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 24 lines with 100 columns."""
    terminal = Terminal()
    yield terminal
    terminal.close()
