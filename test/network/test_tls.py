# S6: real TLS servers with certificates of an authority that nobody knows.
from __future__ import annotations

import copy
import gc
import ssl
import warnings
from pathlib import Path
from typing import Any, Dict, Optional, Union

import certifi
import pytest
import urllib3

import ubiops
from test.support.certificates import Certificates
from test.support.fixtures import Connect, Serve
from test.support.server import Reply, Server
from ubiops._tls import TLSSettings, authorities

EMPTY = Reply(body=[])
UNTRUSTED = "certificate verify failed"


@pytest.fixture
def tls_server(serve: Serve, certificates: Certificates) -> Server:
    return serve(EMPTY, context=certificates.context())


def test_an_unknown_authority_is_refused(connect: Connect, tls_server: Server) -> None:
    with pytest.raises(ubiops.TLSException, match=UNTRUSTED):
        connect(tls_server).models_list("demo")
    assert tls_server.requests == []


def test_a_private_authority_is_trusted_on_demand(
    connect: Connect, tls_server: Server, certificates: Certificates
) -> None:
    assert connect(tls_server, ssl_ca_cert=certificates.authority).models_list("demo") == []


@pytest.mark.parametrize("name", ["UBIOPS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_a_private_authority_is_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, connect: Connect, tls_server: Server, certificates: Certificates, name: str
) -> None:
    monkeypatch.setenv(name, certificates.authority)
    assert connect(tls_server).models_list("demo") == []


def test_the_program_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, connect: Connect, tls_server: Server, certificates: Certificates
) -> None:
    for name in ("UBIOPS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, certifi.where())
    assert connect(tls_server, ssl_ca_cert=certificates.authority).models_list("demo") == []


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("UBIOPS_CA_BUNDLE", "SSL_CERT_FILE"),
        ("UBIOPS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"),
        ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"),
    ],
)
def test_one_variable_wins_over_another(
    monkeypatch: pytest.MonkeyPatch,
    connect: Connect,
    tls_server: Server,
    certificates: Certificates,
    stronger: str,
    weaker: str,
) -> None:
    monkeypatch.setenv(stronger, certificates.authority)
    monkeypatch.setenv(weaker, certifi.where())
    assert connect(tls_server).models_list("demo") == []
    monkeypatch.setenv(stronger, certifi.where())
    monkeypatch.setenv(weaker, certificates.authority)
    with pytest.raises(ubiops.TLSException, match=UNTRUSTED):
        connect(tls_server).models_list("demo")


def test_certifi_is_trusted_otherwise() -> None:
    assert authorities(None, {}) is authorities("", {"SSL_CERT_FILE": ""}) is None
    context = TLSSettings(True, None, None, None, None).context()
    expected = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    expected.load_verify_locations(certifi.where())
    assert context.get_ca_certs() == expected.get_ca_certs()


def test_a_folder_of_authorities_is_trusted(connect: Connect, tls_server: Server, certificates: Certificates) -> None:
    assert connect(tls_server, ssl_ca_cert=certificates.authority_folder).models_list("demo") == []


@pytest.mark.parametrize("kind", ["elsewhere", "expired"])
def test_a_certificate_that_does_not_fit_is_refused(
    serve: Serve, connect: Connect, certificates: Certificates, kind: str
) -> None:
    server = serve(EMPTY, context=certificates.context(getattr(certificates, kind)))
    with pytest.raises(ubiops.TLSException, match="the host name is the one in the server's certificate") as caught:
        connect(server, ssl_ca_cert=certificates.authority).models_list("demo")
    assert ("expired" if kind == "expired" else "match") in str(caught.value)
    assert (caught.value.status, caught.value.attempts) == (0, 1)
    assert server.requests == []


@pytest.mark.parametrize("name", ["elsewhere.test", False])
def test_another_host_name_can_be_expected(
    serve: Serve, connect: Connect, certificates: Certificates, name: Any
) -> None:
    server = serve(EMPTY, context=certificates.context(certificates.elsewhere))
    api = connect(server, ssl_ca_cert=certificates.authority, assert_hostname=name)
    assert api.models_list("demo") == []


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # urllib3 2.0 leaves the socket to the collector
def test_another_host_name_is_checked(connect: Connect, tls_server: Server, certificates: Certificates) -> None:
    api = connect(tls_server, ssl_ca_cert=certificates.authority, assert_hostname="elsewhere.test", retries=False)
    with pytest.raises(ubiops.TLSException, match=r"elsewhere\.test"):
        api.models_list("demo")
    assert tls_server.requests == []
    gc.collect()


def test_no_host_name_is_no_reason_to_trust_an_unknown_authority(connect: Connect, tls_server: Server) -> None:
    with pytest.raises(ubiops.TLSException, match=UNTRUSTED):
        connect(tls_server, assert_hostname=False).models_list("demo")


def test_verification_can_be_turned_off(serve: Serve, connect: Connect, certificates: Certificates) -> None:
    server = serve(EMPTY, context=certificates.context(certificates.expired))
    with pytest.warns(urllib3.exceptions.InsecureRequestWarning):
        assert connect(server, verify_ssl=False).models_list("demo") == []


@pytest.mark.parametrize("source", ["program", "environment"])
@pytest.mark.parametrize("files", [1, 2])
def test_a_client_shows_its_certificate(
    monkeypatch: pytest.MonkeyPatch, serve: Serve, connect: Connect, certificates: Certificates, source: str, files: int
) -> None:
    server = serve(EMPTY, context=certificates.context(ask_client=True))
    names: Dict[str, Any] = {"cert_file": certificates.client, "key_file": None}
    if files == 2:
        names = {"cert_file": certificates.client_certificate, "key_file": certificates.client_key}
    if source == "environment":
        monkeypatch.setenv("UBIOPS_CLIENT_CERT", names["cert_file"])
        monkeypatch.setenv("UBIOPS_CLIENT_KEY", names["key_file"] or "")
        names = {}
    assert connect(server, ssl_ca_cert=certificates.authority, **names).models_list("demo") == []


@pytest.mark.parametrize("password", ["5ecret", b"5ecret"])
@pytest.mark.parametrize("source", ["program", "environment"])
def test_a_key_may_be_encrypted(
    monkeypatch: pytest.MonkeyPatch,
    serve: Serve,
    connect: Connect,
    certificates: Certificates,
    source: str,
    password: Union[bytes, str],
) -> None:
    server = serve(EMPTY, context=certificates.context(ask_client=True))
    names: Dict[str, Any] = {"cert_file": certificates.client_certificate, "key_file": certificates.encrypted_key}
    if source == "environment":
        monkeypatch.setenv("UBIOPS_CLIENT_KEY_PASSWORD", "5ecret")
    else:
        names["key_file_password"] = password
    assert connect(server, ssl_ca_cert=certificates.authority, **names).models_list("demo") == []


@pytest.mark.parametrize("password", [None, "", "wrong", b"wr\xff", "x" * 2000, 5])
def test_the_password_of_a_key_is_never_asked_for(
    connect: Connect, tls_server: Server, certificates: Certificates, password: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    names: Dict[str, Any] = {"cert_file": certificates.client_certificate, "key_file": certificates.encrypted_key}
    api = connect(tls_server, ssl_ca_cert=certificates.authority, key_file_password=password, **names)
    expected = "cert_file and key_file" if password else "the key is encrypted; set configuration.key_file_password"
    with pytest.raises(ubiops.ApiValueError, match=expected) as caught:
        api.models_list("demo")
    assert capfd.readouterr() == ("", "")
    assert "wr" not in str(caught.value)
    assert "5ecret" not in repr(api.api_client.rest_client._routes._tls)


def test_a_client_without_certificate_is_turned_away(
    serve: Serve, connect: Connect, certificates: Certificates
) -> None:
    server = serve(EMPTY, context=certificates.context(ask_client=True))
    with pytest.raises(ubiops.TransportException):
        connect(server, ssl_ca_cert=certificates.authority, retries=False).models_list("demo")
    assert server.requests == []


@pytest.mark.parametrize("setting", ["ssl_ca_cert", "cert_file"])
@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_that_cannot_be_used_is_named(
    connect: Connect,
    tls_server: Server,
    certificates: Certificates,
    tmp_path: Path,
    setting: str,
    content: Optional[str],
) -> None:
    path = tmp_path / "bad.pem"
    if content:
        path.write_text(content)
    api = connect(tls_server, **{"ssl_ca_cert": certificates.authority, setting: str(path)})
    with pytest.raises(ubiops.ApiValueError, match=f"configuration.{setting}.*: .*bad.pem cannot be used"):
        api.models_list("demo")
    assert tls_server.requests == []


def test_tls_1_2_is_the_oldest_version() -> None:
    assert TLSSettings(True, certifi.where(), None, None, None).context().minimum_version == ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize(("version", "accepted"), [("TLSv1_1", False), ("TLSv1_2", True), ("TLSv1_3", True)])
def test_versions_of_tls(
    serve: Serve, connect: Connect, certificates: Certificates, version: str, accepted: bool
) -> None:
    context = certificates.context()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that old versions are old is the point
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
    api = connect(serve(EMPTY, context=context), ssl_ca_cert=certificates.authority, retries=False)
    if accepted:
        assert api.models_list("demo") == []
    else:
        with pytest.raises(ubiops.TLSException, match=r"(?i)version"):
            api.models_list("demo")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("verify_ssl", False),
        ("ssl_ca_cert", "x"),
        ("cert_file", "x"),
        ("key_file", "x"),
        ("key_file_password", "x"),
        ("assert_hostname", False),
        ("proxy", False),
        ("proxy_headers", {}),
        ("timeout", 5),
        ("retries", 1),
        ("connection_pool_maxsize", 1),
    ],
)
def test_a_setting_that_is_changed_too_late_warns(serve: Serve, connect: Connect, setting: str, value: Any) -> None:
    configuration = connect(serve()).api_client.configuration
    with pytest.warns(UserWarning, match=f"configuration.{setting} is read when a client is made") as caught:
        setattr(configuration, setting, value)
    assert caught[0].filename == __file__
    assert getattr(configuration, setting) == value


def test_a_setting_that_is_changed_too_late_changes_nothing(connect: Connect, tls_server: Server) -> None:
    api = connect(tls_server)
    with pytest.warns(UserWarning):
        api.api_client.configuration.verify_ssl = False
    with pytest.raises(ubiops.TLSException):
        api.models_list("demo")


def test_other_settings_may_be_changed_at_any_time(serve: Serve, connect: Connect) -> None:
    first, second = serve(EMPTY), serve(EMPTY)
    api = connect(first)
    api.api_client.configuration.host = second.url
    api.api_client.configuration.temp_folder_path = "x"
    api.models_list("demo")
    assert len(second.requests) == 1


def test_a_copy_of_a_configuration_in_use_may_be_changed(serve: Serve, connect: Connect) -> None:
    configuration = copy.deepcopy(connect(serve()).api_client.configuration)
    configuration.verify_ssl = False
    assert configuration.verify_ssl is False
