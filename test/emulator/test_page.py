"""The page: what it shows, to whom, and that a browser makes sense of it."""

from __future__ import annotations

import os
import re
import socket
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Callable, Iterator, Optional, Tuple

import pytest
import urllib3

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.page import HOSTILE, Text, fill, more, quoted
from ubiops.emulator import Emulator
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.web.hosts import check_local, is_loopback
from ubiops.emulator.web.peers import user_of

if TYPE_CHECKING:
    from test.support.emulator.client import Client


def test_what_it_shows(controlled: Client) -> None:
    assert "No models" in quoted(controlled) and "No requests yet" in quoted(controlled)
    fill(controlled)
    controlled("GET", "/nothing")
    controlled.emulator.fail("status", "blobs_*", count=3)
    controlled.emulator.freeze("2020-05-13 14:39:50")
    text = "\n".join(Text(quoted(controlled)).text)
    for expected in (
        "demo",
        "available",
        "1\xa0of\xa05",
        "2048\xa0MB",
        "line",
        "m : v",
        "first \u2192 second: out \u2192 in",
        "/v2.1/nothing",
        "404",
        "line \u203a first \u203a m \u203a v",
        "blobs_*",
        "0 of 3",
        "frozen at 2020-05-13 14:39:50 UTC",
    ):
        assert expected in text, expected


def test_failed_builds_and_models_without_versions(controlled: Client) -> None:
    controlled.deploy(controlled.model(), "raise ValueError('no <weights>')", "deploying_failed")
    controlled("POST", f"{PROJECT}/models", {"name": "bare", "input_type": "plain", "output_type": "plain"})
    parsed = Text(quoted(controlled))
    assert {"deploying_failed", "ValueError: no <weights>", "bare", "no versions"} <= set(parsed.text)


def test_everything_is_escaped(controlled: Client) -> None:
    version = fill(controlled)
    emulator = controlled.emulator
    more(controlled, version)
    emulator.fail("status", "service_status", message=HOSTILE)
    assert emulator._platform is not None
    with emulator._platform.storage.transaction() as db:
        for table, columns in (
            ("organizations", "name"),
            ("projects", "name"),
            ("models", "name input_type"),
            ("versions", "version status error_message language"),
            ("pipelines", "name"),
            ("pipeline_objects", "name"),
            ("logs", "log"),
            ("names", "name"),
            ("schedules", "name schedule"),
            ("blobs", "filename"),
            ("environment_variables", "name value"),
            ("batch_requests", "error_message"),
        ):
            for column in columns.split():
                db.execute(f"UPDATE {table} SET {column} = ? || rowid", (HOSTILE,))
    with socket.create_connection(("127.0.0.1", int(emulator.page.rsplit(":")[-1].strip("/")))) as raw:
        raw.sendall(f"GET /v2.1/{HOSTILE.replace(' ', '')} HTTP/1.0\r\n\r\n".encode())
        assert raw.recv(20)
        while raw.recv(10_000):
            pass
    wait_until(lambda: emulator.requests[-1].operation is None)
    screens, texts = ["", "page/requests", "page/logs", "page/batches"], []
    for screen in screens:  # each is found by its link, whatever names are in it
        markup = quoted(controlled, screen)
        parsed = Text(markup)
        assert parsed.elements.count("script") == 1
        assert not [name for name in parsed.attributes if name.startswith("on") or name == "style"]
        assert "<svg onload" not in markup and "alert(2)>" not in markup
        texts += [each for each in parsed.text if "<script>alert" in each]
        found = re.findall(r'href="/(page/(?:projects|batches|requests)/[^"?]*)"', markup)
        screens += [each for each in dict.fromkeys(found) if each not in screens][:4]
    kinds = {re.sub(r"(?<=s/)[^/]+", "*", screen) for screen in screens}
    assert {"page/projects/*", "page/projects/*/models/*/versions/*", "page/projects/*/pipelines/*"} <= kinds
    assert {"page/requests/*", "page/batches/*"} <= kinds
    assert len(texts) > 60


def test_its_policy(controlled: Client) -> None:
    nonces = set()
    for path in ("", "live", "page/requests", "live/page/requests", "page/nothing"):
        answer = controlled.raw("GET", path, {"Authorization": ""})
        assert answer.status == (404 if "nothing" in path else 200)
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = dict(each.strip().split(" ", 1) for each in answer.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["form-action"] == "'none'"
        assert policy["script-src"] == policy["style-src"]
        nonce = re.fullmatch(r"'nonce-([\w-]{20,})'", policy["script-src"])
        assert nonce
        nonces.add(nonce.group(1))
        tags = re.findall(r"<(?:script|style)[^>]*>", answer.body.decode())
        whole = not path.startswith("live")
        assert tags == ([f'<style nonce="{nonce.group(1)}">', f'<script nonce="{nonce.group(1)}">'] if whole else [])
        assert not re.search(r"src=|action=|href=\"(?!data:,|/|#main)|href=\"//", answer.body.decode())
    assert len(nonces) == 5


PATHS = ("", "live", "page/requests", "page/logs", "page/projects/demo", "live/page/batches", "page/nothing")


def test_it_can_only_be_looked_at(controlled: Client) -> None:
    for path in PATHS:
        for verb in ("POST", "PUT", "DELETE", "OPTIONS"):
            answer = controlled.raw(verb, path)
            assert (answer.status, answer.headers["Allow"]) == (405, "GET")
    assert controlled.emulator.requests == []  # looking is no call


def test_only_for_who_is_on_this_machine(controlled: Client) -> None:
    local = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8080"}
    check_local(local)
    check_local({"REMOTE_ADDR": "::1", "HTTP_HOST": "[::1]:8080"})
    for other in (
        {"REMOTE_ADDR": "10.0.0.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "localhost.evil.example"},
        {"HTTP_HOST": ""},
        {"HTTP_HOST": "[::1"},
    ):
        with pytest.raises(ApiError) as caught:
            check_local({**local, **other})
        assert caught.value.status == 403
    assert is_loopback("::ffff:127.0.0.1") and is_loopback("127.9.9.9")
    assert not is_loopback("::ffff:10.0.0.7") and not is_loopback("fe80::1%eth0")
    assert "UbiOps emulator" in controlled.raw("GET", "", {"Host": "localhost"}).body.decode()


@contextmanager
def _connection(host: str, family: socket.AddressFamily = socket.AF_INET) -> Iterator[Tuple[str, int, int]]:
    """Give the address of a connection's end that this process has, and the ports of both ends."""
    with socket.socket(family) as server, socket.socket(family) as end:
        server.bind((host, 0))
        server.listen()
        end.connect(server.getsockname())
        yield (*end.getsockname()[:2], server.getsockname()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a connection is")
def test_whose_a_connection_is() -> None:
    for host, family in (
        ("127.0.0.1", socket.AF_INET),
        ("::1", socket.AF_INET6),
        ("::ffff:127.0.0.1", socket.AF_INET6),
    ):
        with _connection(host, family) as (address, port, to):
            assert user_of(address, port, to) == os.geteuid()
            assert user_of("127.0.0.2", port, to) is None
            assert user_of(address, port, to - 1) is None


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can connect as others, only Linux tells of it"
)
def test_only_for_who_runs_it(controlled: Client) -> None:
    url = urllib3.util.parse_url(controlled.emulator.page)
    answers = {}
    for user in (0, 12345):
        os.seteuid(user)  # whose sockets are made then
        try:
            connection = socket.create_connection((url.host, url.port))
        finally:
            os.seteuid(0)
        with connection:
            connection.sendall(f"GET / HTTP/1.0\r\nHost: {url.netloc}\r\n\r\n".encode())
            answers[user] = b"".join(iter(lambda: connection.recv(1 << 16), b""))  # noqa: B023 - called at once
    assert answers[0].startswith(b"HTTP/1.0 200 ")
    assert answers[12345].startswith(b"HTTP/1.0 403 ")
    assert answers[12345].endswith(b'{"error":"This page is shown only to the user who runs the emulator"}')


def test_links_of_other_sites_lead_to_the_first_screen_only(controlled: Client) -> None:
    """Else such a site could ask for one text after the other, and learn from how the browser takes the answers."""
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    statuses = {path: controlled.raw("GET", path, link).status for path in PATHS}
    assert statuses == {path: 403 if path else 200 for path in PATHS}


def test_only_under_its_own_name_also_where_others_may_connect(connect: Callable[..., Client]) -> None:
    with Emulator(host="0.0.0.0") as emulator:
        client = connect(emulator)
        assert "UbiOps emulator" in quoted(client)
        assert client("GET", "/status", Host="emulator.example").status == 200
        # A page of this name, which its owner lets lead to 127.0.0.1, would otherwise read it.
        for path in PATHS:
            assert client.raw("GET", path, {"Host": "emulator.example"}).status == 403
        address = _own_address()
        if address is not None:
            url = f"http://{address}:{emulator.page.rsplit(':')[-1]}"
            for path in PATHS:
                assert client.http.request("GET", f"{url}{path}", headers={"Host": "localhost"}).status == 403
            assert client.http.request("GET", f"{url}v2.1/status").status == 200


def _own_address() -> Optional[str]:
    """Return an address of this machine that is not the loopback's, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if is_loopback(found) else found


def test_urls(controlled: Client) -> None:
    assert controlled.emulator.page == controlled.emulator.host[: -len("v2.1")]
    assert urllib3.util.parse_url(controlled.emulator.page).path == "/"
