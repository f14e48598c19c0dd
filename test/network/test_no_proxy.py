# NO_PROXY as curl, requests and Go know it: what is listed gets the request, and the token, without the proxy.
from __future__ import annotations

import pytest

from test.support.fixtures import Connect, Serve
from test.support.proxy import Proxy
from test.support.server import Reply
from ubiops._no_proxy import bypasses
from ubiops._origin import origin_of


@pytest.mark.parametrize(
    ("no_proxy", "url"),
    [
        ("*", "https://api.test"),
        ("foo,*", "https://api.test"),
        ("* , foo", "http://10.1.2.3"),
        ("foo, *", "http://[::1]"),
        ("*:8080", "http://api.test:8080"),
        ("api.test", "https://api.test"),
        ("API.Test", "https://api.TEST"),
        ("api.test.", "https://api.test"),
        ("api.test", "https://api.test."),
        (".api.test.", "https://api.test"),
        ("test", "https://api.test"),
        (".test", "https://api.test"),
        ("*.test", "https://api.test"),
        ("*.test", "https://a.b.test"),
        ("*.test:443", "https://api.test"),
        ("other,api.test", "https://api.test"),
        ("other api.test", "https://api.test"),
        ("other;api.test,\tapi.test\n", "https://api.test"),
        (",,api.test,", "https://api.test"),
        ("api.test:443", "https://api.test"),
        ("api.test:", "https://api.test"),
        ("api.test:8443", "https://api.test:8443"),
        ("localhost", "http://localhost:8080"),
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("127.0.0.1/32", "http://127.0.0.1"),
        ("127.0.0.0/8", "http://127.9.9.9"),
        ("10.0.0.0/8", "https://10.255.0.1"),
        ("10.1.2.3/8", "https://10.255.0.1"),
        ("10.0.0.0/255.0.0.0", "https://10.255.0.1"),
        ("10.0.0.0/8", "http://[::ffff:10.0.0.1]"),
        ("0.0.0.0/0", "http://8.8.8.8"),
        ("::1", "http://[::1]:8080"),
        ("[::1]", "http://[::1]:8080"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("0:0:0:0:0:0:0:1", "http://[::1]"),
        ("[0::0001]", "http://[::1]"),
        ("::1/128", "http://[::1]"),
        ("[::1]/128", "http://[::1]"),
        ("fd00::/8", "https://[fd12:3456::1]"),
        ("[fd00::]/8", "https://[fd12:3456::1]"),
        ("fe80::1%eth0", "http://[fe80::1%25eth0]"),
    ],
)
def test_what_is_listed_goes_without_the_proxy(no_proxy: str, url: str) -> None:
    assert bypasses(no_proxy, origin_of(url))


@pytest.mark.parametrize(
    ("no_proxy", "url"),
    [
        ("", "https://api.test"),
        (" , ", "https://api.test"),
        (".", "https://api.test"),
        ("i.test", "https://api.test"),
        ("api.test", "https://xapi.test"),
        ("api.test", "https://api.test.evil"),
        ("*.api.test", "https://api.test"),
        ("*.test", "https://xtest"),
        ("*pi.test", "https://api.test"),
        ("api.test:8443", "https://api.test"),
        ("api.test:x", "https://api.test"),
        ("*:8080", "http://api.test"),
        ("127.0.0.1", "http://localhost"),
        ("localhost", "http://127.0.0.1"),
        ("1.2.3", "http://127.1.2.3"),
        ("7.0.0.1", "http://127.0.0.1"),
        ("127.0.0.1:8080", "http://127.0.0.1"),
        ("127.0.0.1/32", "http://127.0.0.2"),
        ("10.0.0.0/8", "http://11.0.0.1"),
        ("10.0.0.0/8", "http://10.test"),
        ("10.0.0.0/99", "http://10.0.0.1"),
        ("10.0.0.0/8", "http://[::1]"),
        ("::1", "http://[::2]"),
        ("[::1]:8080", "http://[::1]"),
        ("[::1", "http://[::1]"),
        ("fd00::/8", "https://[fe80::1]"),
        ("fd00::/8", "https://10.0.0.1"),
    ],
)
def test_what_is_not_listed_goes_through_the_proxy(no_proxy: str, url: str) -> None:
    assert not bypasses(no_proxy, origin_of(url))


@pytest.mark.parametrize(
    ("no_proxy", "through"), [("127.0.0.1/32", False), ("foo,*", False), ("10.0.0.0/8", True), ("[::1]", True)]
)
def test_the_request_takes_the_way_that_is_listed(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch, open_proxy: Proxy, no_proxy: str, through: bool
) -> None:
    monkeypatch.setenv("HTTP_PROXY", open_proxy.url)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert connect(serve(Reply(body=[]))).models_list("demo") == []
    assert bool(open_proxy.requests()) is through
