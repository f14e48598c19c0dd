"""Running emulators, and clients of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator, List, Tuple

import pytest

from test.support.emulator.client import DOUBLE, Client, connected
from test.support.emulator.running import Running, starting
from test.support.emulator.servers import Moto, moto
from ubiops import CoreApi
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.google import Google


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A new emulator."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def client(emulator: Emulator) -> Iterator[Client]:
    """A client of a new emulator."""
    yield from connected(emulator)


@pytest.fixture
def core_api(emulator: Emulator) -> Iterator[CoreApi]:
    """The project's client of a new emulator."""
    api = emulator.core_api()
    yield api
    api.api_client.close()


@pytest.fixture(scope="module")
def shared() -> Iterator[Client]:
    """A client of an emulator that the tests of a module share: for calls that are refused."""
    with Emulator() as emulator:
        yield from connected(emulator)


@pytest.fixture(scope="module")
def doubling() -> Iterator[Tuple[Client, str]]:
    """A client, and the path of a version that doubles a number, shared by the tests of a module."""
    with Emulator() as emulator:
        for client in connected(emulator):
            version = client.model()
            client.deploy(version, DOUBLE)
            yield client, version


@pytest.fixture(scope="session")
def amazon() -> Iterator[Moto]:
    """A server in the place of Amazon's, which takes seconds to start."""
    with moto() as server:
        yield server


@pytest.fixture
def connect() -> Iterator[Callable[[Emulator], Client]]:
    """Makes clients of emulators that a test starts itself."""
    clients: List[Client] = []

    def make(emulator: Emulator) -> Client:
        clients.append(Client(emulator))
        return clients[-1]

    yield make
    for client in clients:
        client.http.clear()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Starts emulators in processes of their own."""
    yield from starting(tmp_path)


@pytest.fixture(scope="module")
def _kept() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def controlled(_kept: Emulator) -> Iterator[Client]:
    """A client of an emulator that is reset after the test: for tests of its controls."""
    try:
        yield from connected(_kept)
    finally:
        _kept.reset()


@pytest.fixture(scope="session")
def google(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Google]:
    """Google, as far as connectors need it."""
    from test.support.certificates import Certificates
    from test.support.emulator.google import google

    certificates = Certificates(tmp_path_factory.mktemp("certificates"))
    with google(certificates) as running:
        yield running
