from __future__ import annotations

from typing import Dict, Iterator

import pytest

from test.support.certificates import Certificates
from test.support.proxy import Proxy
from ubiops import RetryPolicy


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def proxies(certificates: Certificates) -> Iterator[Dict[str, Proxy]]:
    with Proxy() as free, Proxy(credentials="us er:pä%ss") as locked, Proxy(cert_file=certificates.server) as tls:
        yield {"open": free, "locked": locked, "tls": tls}


@pytest.fixture
def open_proxy(proxies: Dict[str, Proxy]) -> Proxy:
    proxies["open"].requests()  # of tests before
    return proxies["open"]


@pytest.fixture
def locked_proxy(proxies: Dict[str, Proxy]) -> Proxy:
    proxies["locked"].requests()
    return proxies["locked"]


@pytest.fixture
def tls_proxy(proxies: Dict[str, Proxy]) -> Proxy:
    proxies["tls"].requests()
    return proxies["tls"]


@pytest.fixture
def fast() -> RetryPolicy:
    """A policy that repeats twice, at once."""
    return RetryPolicy(max_retries=2, backoff=0.001)
