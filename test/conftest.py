"""Fixtures of all tests."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import Any, Iterator, List, Optional

import pytest

pytest.register_assert_rewrite("test.support")  # before it is imported: `python -O` leaves out plain asserts

import ubiops  # noqa: E402
from test.support.fixtures import Connect, Serve  # noqa: E402
from test.support.server import Answer, Server  # noqa: E402

TOKEN = "Token 5ecre7f00d5ecre7f00d5ecre7f00d5ecre7f00d"


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode in pytest's cache where Python is told to write none: hundreds of processes import the package.

    A shell that starts the tests in the background, or `nohup`, has them ignore signals, and all that they start, too.
    """
    for name, handler in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)
    cache = getattr(config, "cache", None)  # absent with `-p no:cacheprovider`
    if sys.dont_write_bytecode and cache is not None:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(cache.mkdir("bytecode"))
        sys.dont_write_bytecode = False


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for garbage neither while tests are collected nor later among them: they stay until the end."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: List[pytest.Item]) -> None:
    """Begin with what takes longest, lest one of several workers be left with it at the end."""
    items.sort(key=lambda item: item.path.name != "test_packaging.py")


def pytest_make_parametrize_id(val: object, argname: str) -> Optional[str]:
    """Name cases alike in every process, so that several can share them: compressed bytes hold the time."""
    return argname if isinstance(val, bytes) and not val.isascii() else None


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the environment of the machine out of the tests."""
    for name in list(os.environ):
        if (
            name.upper().startswith("UBIOPS_")
            or name.upper().endswith("_PROXY")
            or name
            in (
                "PYTHONIOENCODING",  # of tox
                "PYTHONOPTIMIZE",  # programs of tests hold asserts, which act
                "SSL_CERT_FILE",
                "REQUESTS_CA_BUNDLE",
            )
        ):
            monkeypatch.delenv(name)


if sys.version_info < (3, 9):

    @pytest.fixture(autouse=True)
    def _no_callbacks_of_hypothesis() -> None:
        """Keep Hypothesis out of the collector: in what recurses, Python 3.8 may abort where it should raise."""
        gc.callbacks[:] = [each for each in gc.callbacks if not each.__module__.startswith("hypothesis")]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start servers that give these answers; they end with the test."""
    servers: List[Server] = []

    def start(*answers: Answer, **options: Any) -> Server:
        server = Server(*answers, **options).__enter__()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Make clients of a server; settings are attributes of the configuration. They are closed with the test."""
    clients: List[ubiops.ApiClient] = []

    def start(server: Server, **settings: Any) -> ubiops.CoreApi:
        configuration = ubiops.Configuration(host=server.url, api_key={"Authorization": TOKEN})
        for name, value in settings.items():
            setattr(configuration, name, value)
        client = ubiops.ApiClient(configuration)
        clients.append(client)
        return ubiops.CoreApi(client)

    yield start
    for client in clients:
        client.close()
