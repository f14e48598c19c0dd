# N5: proxies, from the environment or the program, with a real proxy in a process of its own.
from __future__ import annotations

import base64
import copy
import gc
import pickle
from typing import Any, Callable, Dict, List, Optional, Tuple

import pytest

import ubiops
from test.support.certificates import Certificates
from test.support.fixtures import Connect, Serve
from test.support.proxy import Proxy
from test.support.server import Reply, Request
from ubiops._origin import origin_of
from ubiops._proxies import ProxyRules

A, B = "http://a.test:1", "http://b.test:2"
API = "https://api.test/v2.1"


@pytest.mark.parametrize(
    ("environment", "proxy", "url", "expected"),
    [
        ({}, None, API, None),
        ({"HTTPS_PROXY": A}, None, API, A),
        ({"https_proxy": A}, None, API, A),
        ({"https_proxy": B, "HTTPS_PROXY": A}, None, API, B),
        ({"https_proxy": "", "HTTPS_PROXY": A}, None, API, None),
        ({"HTTP_PROXY": A}, None, API, None),
        ({"HTTP_PROXY": A}, None, "http://api.test", A),
        ({"HTTPS_PROXY": A}, None, "http://api.test", None),
        ({"HTTPS_PROXY": A, "HTTP_PROXY": B}, None, API, A),
        ({"HTTPS_PROXY": A, "HTTP_PROXY": B}, None, "http://api.test", B),
        ({"HTTP_PROXY": A, "REQUEST_METHOD": "GET"}, None, "http://api.test", None),  # CGI: a client's "Proxy:" header
        ({"ALL_PROXY": A}, None, API, A),
        ({"ALL_PROXY": A, "HTTPS_PROXY": B}, None, API, B),
        ({"HTTPS_PROXY": "a.test:1"}, None, API, A),
        ({"HTTPS_PROXY": "https://a.test"}, None, API, "https://a.test"),
        ({"HTTPS_PROXY": A, "NO_PROXY": "api.test"}, None, API, None),
        ({"HTTPS_PROXY": A, "no_proxy": "API.test"}, None, API, None),
        ({"HTTPS_PROXY": A, "NO_PROXY": "other, .test"}, None, API, None),
        ({"HTTPS_PROXY": A, "NO_PROXY": "test"}, None, API, None),
        ({"HTTPS_PROXY": A, "NO_PROXY": "*"}, None, API, None),
        ({"HTTPS_PROXY": A, "NO_PROXY": "i.test"}, None, API, A),
        ({"HTTPS_PROXY": A, "NO_PROXY": "other"}, None, API, A),
        ({"HTTPS_PROXY": A, "NO_PROXY": "api.test:443"}, None, API, None),
        ({"HTTPS_PROXY": A, "NO_PROXY": "api.test:8443"}, None, API, A),
        ({"HTTPS_PROXY": A, "NO_PROXY": "api.test"}, None, "https://user:pw@API.test:8443/x", None),
        ({"HTTP_PROXY": A, "NO_PROXY": "::1"}, None, "http://[::1]:8080/x", None),
        ({"ALL_PROXY": A, "NO_PROXY": "api.test"}, None, API, None),
        ({"HTTPS_PROXY": A}, B, API, B),
        ({"HTTPS_PROXY": A, "NO_PROXY": "*"}, B, API, B),
        ({}, "b.test:2", API, B),
        ({"HTTPS_PROXY": A}, "", API, A),
        ({"HTTPS_PROXY": A, "ALL_PROXY": A}, False, API, None),
    ],
)
def test_which_proxy_leads_to_a_host(
    monkeypatch: pytest.MonkeyPatch, environment: Dict[str, str], proxy: Any, url: str, expected: Optional[str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ProxyRules(proxy).proxy_for(origin_of(url)) == expected


@pytest.mark.parametrize(
    ("proxy", "reason"),
    [
        (True, "it is bool"),
        (3128, "it is int"),
        ("http://", "its host or port"),
        ("socks5://a.test:1", "SOCKS is not spoken"),
        ("SOCKS4://user:5ecret@a.test", "SOCKS is not spoken"),
        ("ftp://user:5ecret@a.test", "its scheme"),
        ("://5ecret", "its scheme"),
        ("http://user:5ecret@a.test:x", "its host or port"),
        ("http://user:5ecret@a.test:99999", "its host or port"),
        ("http://[a", "its host or port"),
        ("http://a:0", "its host or port"),
        ("http://a b", "its host or port"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_refused_without_showing_its_password(
    serve: Serve, connect: Connect, proxy: Any, reason: str
) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match="A proxy is given as http://host:port") as caught:
        connect(server, proxy=proxy).models_list("demo")
    assert reason in str(caught.value)
    assert "5ecret" not in str(caught.value)
    assert server.requests == []


def test_credentials_are_in_the_headers_and_nowhere_else() -> None:
    url = "http://us%20er:p%C3%A4%25ss@a.test:1"
    rules = ProxyRules(url, {"X-Team": "5ecret"}, {"https": url})
    encoded = base64.b64encode("us er:pä%ss".encode()).decode()
    assert rules.headers_for(url) == {"X-Team": "5ecret", "Proxy-Authorization": f"Basic {encoded}"}
    assert rules.headers_for("http://user@a.test") == {"X-Team": "5ecret", "Proxy-Authorization": "Basic dXNlcjo="}
    assert rules.headers_for(A) == {"X-Team": "5ecret"}
    assert "5ecret" not in repr(rules)


@pytest.fixture
def direct_or_proxied(
    serve: Serve, connect: Connect, certificates: Certificates, open_proxy: Proxy
) -> Callable[..., Tuple[Request, List[Any]]]:
    """Call a server of this scheme; return its request, and the requests that the proxy saw."""

    def call(scheme: str, **settings: Any) -> Tuple[Request, List[Any]]:
        context = certificates.context() if scheme == "https" else None
        server = serve(Reply(body=[]), context=context)
        connect(server, ssl_ca_cert=certificates.authority, retries=False, **settings).models_list("demo")
        (request,) = server.requests
        return request, open_proxy.requests()

    return call


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize(
    ("environment", "settings", "proxied"),
    [
        ({}, {}, False),
        ({"HTTP_PROXY": "{proxy}", "HTTPS_PROXY": "{proxy}"}, {}, True),
        ({"ALL_PROXY": "{proxy}"}, {}, True),
        ({"ALL_PROXY": "{proxy}", "NO_PROXY": "127.0.0.1"}, {}, False),
        ({"ALL_PROXY": "{proxy}", "NO_PROXY": "localhost"}, {}, True),
        ({"ALL_PROXY": "{proxy}"}, {"proxy": False}, False),
        ({}, {"proxy": "{proxy}"}, True),
        ({"ALL_PROXY": "http://a.test", "NO_PROXY": "*"}, {"proxy": "{proxy}"}, True),
        ({"UBIOPS_PROXY": "{proxy}", "HTTPS_PROXY": "http://a.test", "NO_PROXY": "*"}, {}, True),
        ({"UBIOPS_PROXY": "{proxy}"}, {"proxy": False}, False),
    ],
)
def test_requests_go_through_the_proxy_that_was_named(
    monkeypatch: pytest.MonkeyPatch,
    direct_or_proxied: Callable[..., Tuple[Request, List[Any]]],
    open_proxy: Proxy,
    scheme: str,
    environment: Dict[str, str],
    settings: Dict[str, Any],
    proxied: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value.format(proxy=open_proxy.url))
    given = {name: value and value.format(proxy=open_proxy.url) for name, value in settings.items()}
    request, seen = direct_or_proxied(scheme, **given)
    assert request.target == "/v2.1/projects/demo/models"
    assert len(seen) == int(proxied)
    if proxied:
        host = request.header("Host")
        target = host if scheme == "https" else f"http://{host}/v2.1/projects/demo/models"
        assert seen[0]["target"] == target
        assert seen[0]["method"] == ("CONNECT" if scheme == "https" else "GET")
        assert ("Authorization" in seen[0]["headers"]) == (scheme == "http")


def test_the_environment_is_read_when_the_client_is_made(
    monkeypatch: pytest.MonkeyPatch, serve: Serve, connect: Connect, open_proxy: Proxy
) -> None:
    server = serve(Reply(body=[]))
    made_before = connect(server)
    monkeypatch.setenv("HTTP_PROXY", open_proxy.url)
    made_between = connect(server)
    monkeypatch.delenv("HTTP_PROXY")
    made_before.models_list("demo")
    assert open_proxy.requests() == []
    made_between.models_list("demo")
    assert len(open_proxy.requests()) == 1


CREDENTIALS = "us%20er:p%C3%A4%25ss"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_credentials_of_a_proxy_reach_it_and_not_the_server(
    serve: Serve, connect: Connect, certificates: Certificates, locked_proxy: Proxy, scheme: str
) -> None:
    server = serve(Reply(body=[]), context=certificates.context() if scheme == "https" else None)
    proxy = locked_proxy.url.replace("://", f"://{CREDENTIALS}@")
    api = connect(server, ssl_ca_cert=certificates.authority, proxy=proxy, proxy_headers={"X-Team": "ml"})
    assert api.models_list("demo") == []
    (seen,) = locked_proxy.requests()
    assert seen["headers"]["X-Team"] == "ml"
    (request,) = server.requests
    assert request.header("Proxy-Authorization") is None
    assert (request.header("X-Team") is None) == (scheme == "https")


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # Python 3.8 leaves the refused tunnel to its collector
def test_a_proxy_that_wants_credentials_refuses_a_tunnel_once(
    serve: Serve, connect: Connect, certificates: Certificates, locked_proxy: Proxy
) -> None:
    server = serve(context=certificates.context())
    api = connect(server, ssl_ca_cert=certificates.authority, proxy=locked_proxy.url.replace("://", "://u:5ecret@"))
    with pytest.raises(ubiops.ProxyException, match="407") as caught:
        api.models_list("demo")
    assert caught.value.status == 0
    assert caught.value.attempts == len(locked_proxy.requests()) == 1
    assert "5ecret" not in str(caught.value)
    assert server.requests == []
    del caught
    gc.collect()


def test_a_proxy_that_wants_credentials_refuses_a_request(serve: Serve, connect: Connect, locked_proxy: Proxy) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiException) as caught:
        connect(server, proxy=locked_proxy.url).models_list("demo")
    assert caught.value.status == 407
    assert len(locked_proxy.requests()) == 1
    assert server.requests == []


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # as above
def test_a_proxy_that_cannot_reach_the_server_is_asked_again_for_any_method(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, open_proxy: Proxy
) -> None:
    api = connect(serve(), host="https://127.0.0.1:1", proxy=open_proxy.url, retries=fast)
    with pytest.raises(ubiops.ProxyException, match="502"):
        api.models_create("demo", {"name": "churn"})
    assert [seen["target"] for seen in open_proxy.requests()] == ["127.0.0.1:1"] * 3
    gc.collect()


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_speaks_tls(
    serve: Serve, connect: Connect, certificates: Certificates, tls_proxy: Proxy, scheme: str
) -> None:
    server = serve(Reply(body=[]), context=certificates.context() if scheme == "https" else None)
    connect(server, ssl_ca_cert=certificates.authority, proxy=tls_proxy.url.replace("https", "HTTPS")).models_list(
        "demo"
    )
    assert len(tls_proxy.requests()) == 1


def test_a_proxy_with_an_unknown_certificate_is_not_used(serve: Serve, connect: Connect, tls_proxy: Proxy) -> None:
    with pytest.raises(ubiops.TransportException, match="certificate verify failed"):
        connect(serve(), proxy=tls_proxy.url).models_list("demo")
    assert tls_proxy.requests() == []


def test_connections_to_a_proxy_are_kept_open(
    serve: Serve, connect: Connect, certificates: Certificates, open_proxy: Proxy
) -> None:
    server = serve(Reply(body=[]), context=certificates.context())
    api = connect(server, ssl_ca_cert=certificates.authority, proxy=open_proxy.url)
    for _ in range(3):
        api.models_list("demo")
    assert len(open_proxy.requests()) == 1
    assert server.connections == 1


def test_an_upload_goes_through_a_proxy_unchanged(serve: Serve, connect: Connect, open_proxy: Proxy) -> None:
    server = serve(Reply(body={"id": "b1"}))
    content = bytes(range(256)) * 2000
    connect(server, proxy=open_proxy.url).blobs_create("demo", content)
    assert content in server.requests[0].body


def test_the_host_name_is_resolved_by_the_proxy(serve: Serve, connect: Connect) -> None:
    proxy = serve(Reply(body=[]))
    connect(
        proxy, host="http://user:5ecret@api.nowhere.invalid:8080/v2.1", proxy=f"127.0.0.1:{proxy.port}"
    ).models_list("demo")
    (request,) = proxy.requests
    assert request.target == "http://api.nowhere.invalid:8080/v2.1/projects/demo/models"
    assert request.header("Host") == "api.nowhere.invalid:8080"


def test_a_configuration_with_a_proxy_can_be_copied_and_shows_no_password() -> None:
    configuration = ubiops.Configuration()
    configuration.proxy = "http://user:5ecret@a.test"
    for twin in (copy.deepcopy(configuration), pickle.loads(pickle.dumps(configuration))):
        assert twin.proxy == configuration.proxy
    assert "5ecret" not in repr(configuration)
