"""An emulator that the tests of a module share; each test has a project of its own in it."""

from __future__ import annotations

from typing import Any, Iterator, List

import pytest

from test.support.deploy import Folder
from ubiops import CoreApi
from ubiops.emulator import Emulator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """An emulator."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(scope="module")
def api(emulator: Emulator) -> Iterator[CoreApi]:
    """A client of it."""
    api = emulator.core_api()
    with api.api_client:
        yield api


@pytest.fixture
def folder(emulator: Emulator, api: CoreApi, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    """A folder to write a file in that describes a project of its own, whose processes see the emulator."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UBIOPS_API_HOST", emulator.host)
    monkeypatch.setenv("UBIOPS_API_TOKEN", emulator.token)
    folder = Folder(tmp_path, api)
    yield folder
    folder.remove()


@pytest.fixture
def sent(api: CoreApi, request: pytest.FixtureRequest) -> Iterator[List[str]]:
    """The methods of the requests that the client has sent since the other fixtures of the test were ready."""
    if "everything" in request.fixturenames:
        request.getfixturevalue("everything")
    methods: List[str] = []
    configuration = api.api_client.configuration
    configuration.on_request = lambda info: methods.append(info.method)
    yield methods
    configuration.on_request = None
