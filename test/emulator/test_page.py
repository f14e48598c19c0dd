"""The page: what it shows, to whom, and that a browser makes sense of it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple

import pytest
import urllib3

from test.support.emulator.client import DOUBLE, PROJECT, wait_until
from test.support.emulator.needs import absent
from ubiops.emulator import Emulator
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.control import page
from ubiops.emulator.web.hosts import check_local, is_loopback

if TYPE_CHECKING:
    from test.support.emulator.client import Client

HOSTILE = "<script>alert('1')</script>\"'&amp;<svg onload=alert(2)>"
FIELD = [{"source_field_name": "out", "destination_field_name": "in"}]


def quoted(client: Client, path: str = "") -> str:
    answer = client.raw("GET", path, {"Authorization": ""})
    assert answer.status == 200
    return str(answer.body.decode())


def fill(client: Client) -> str:
    """Make a model with a version that works, and a pipeline that uses it twice; return the path of the version."""
    version = client.model()
    client.deploy(version, DOUBLE.replace("return", "print('asked'); return"))
    pipeline = f"{PROJECT}/pipelines"
    fields = [{"name": "out", "data_type": "int"}]
    client("POST", pipeline, {"name": "line", "input_type": "structured", "input_fields": fields})
    for name in ("first", "second"):
        node = {"name": name, "reference_type": "model", "reference_name": "m", "version": "v"}
        assert client("POST", f"{pipeline}/line/objects", node).status == 201
    for source, destination in (("pipeline_start", "first"), ("first", "second")):
        link = {"source_name": source, "destination_name": destination, "mapping": FIELD}
        assert client("POST", f"{pipeline}/line/attachments", link).status == 201
    assert client("POST", f"{pipeline}/line/request", {"out": 1}).status == 200
    return version


class Text(HTMLParser):
    """Collects the text of a page, and the names of its elements and attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text: List[str] = []
        self.elements: List[str] = []
        self.attributes: List[str] = []
        self._open: List[str] = []
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in ("meta", "link"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("script", "style"):
            self.text.append(data)


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
    fill(controlled)
    emulator = controlled.emulator
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
        ):
            for column in columns.split():
                db.execute(f"UPDATE {table} SET {column} = ? || rowid", (HOSTILE,))
    with socket.create_connection(("127.0.0.1", int(emulator.page.rsplit(":")[-1].strip("/")))) as raw:
        raw.sendall(f"GET /v2.1/{HOSTILE.replace(' ', '')} HTTP/1.0\r\n\r\n".encode())
        assert raw.recv(20)
        while raw.recv(10_000):
            pass
    wait_until(lambda: emulator.requests[-1].operation is None)
    markup = quoted(controlled)
    parsed = Text(markup)
    assert parsed.elements.count("script") == 1
    assert not [name for name in parsed.attributes if name.startswith("on") or name == "style"]
    assert "<svg onload" not in markup and "alert(2)>" not in markup
    assert sum("<script>alert" in each for each in parsed.text) > 15


def test_its_policy(controlled: Client) -> None:
    nonces = set()
    for path in ("", "live", ""):
        answer = controlled.raw("GET", path, {"Authorization": ""})
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = dict(each.strip().split(" ", 1) for each in answer.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["form-action"] == "'none'"
        assert policy["script-src"] == policy["style-src"]
        nonce = re.fullmatch(r"'nonce-([\w-]{20,})'", policy["script-src"])
        assert nonce
        nonces.add(nonce.group(1))
        tags = re.findall(r"<(?:script|style)[^>]*>", answer.body.decode())
        assert tags == ([f'<style nonce="{nonce.group(1)}">', f'<script nonce="{nonce.group(1)}">'] if not path else [])
        assert not re.search(r"(?:src|href)=\"(?!data:,)", answer.body.decode())
    assert len(nonces) == 3


def test_it_can_only_be_looked_at(controlled: Client) -> None:
    for path in ("", "live"):
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


def test_only_under_its_own_name_also_where_others_may_connect(connect: Callable[..., Client]) -> None:
    with Emulator(host="0.0.0.0") as emulator:
        client = connect(emulator)
        assert "UbiOps emulator" in quoted(client)
        assert client("GET", "/status", Host="emulator.example").status == 200
        # A page of this name, which its owner lets lead to 127.0.0.1, would otherwise read it.
        for path in ("", "live"):
            assert client.raw("GET", path, {"Host": "emulator.example"}).status == 403
        address = _own_address()
        if address is not None:
            url = f"http://{address}:{emulator.page.rsplit(':')[-1]}"
            assert client.http.request("GET", url, headers={"Host": "localhost"}).status == 403
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


@pytest.fixture
def browse(tmp_path: Path) -> Callable[[str], str]:
    """Loads a page in Chromium; returns what it has become some seconds later. Complaints of the page fail the test."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        absent("chromium", "apt-get install chromium")

    def load(url: str) -> str:
        arguments = (
            "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        )
        arguments += " --disable-component-update --disable-sync --disable-dev-shm-usage --enable-logging=stderr"
        run = subprocess.run(
            [
                str(program),
                *arguments.split(),
                f"--user-data-dir={tmp_path}",
                "--virtual-time-budget=5000",
                "--dump-dom",
                url,
            ],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert run.returncode == 0, run.stderr
        assert [line for line in run.stderr.splitlines() if "CONSOLE" in line] == []
        return run.stdout

    return load


def test_in_a_browser(controlled: Client, browse: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    fill(controlled)
    original = page._projects
    loads: List[Any] = []

    def projects(db: Any) -> Any:
        loads.append(None)
        if len(loads) == 2:  # between the first look and the second
            db.execute("UPDATE models SET name = 'renamed-meanwhile'")
            db.execute("UPDATE pipelines SET name = ?", (HOSTILE,))
        return original(db)

    monkeypatch.setattr(page, "_projects", projects)
    document = browse(controlled.emulator.page)
    assert len(loads) >= 2
    parsed = Text(re.sub(r"<!--.*?-->", "", document))
    assert "renamed-meanwhile" in parsed.text
    assert HOSTILE in parsed.text
    assert parsed.elements.count("script") == 1
    assert parsed.elements.count("svg") == 1
    assert '<body class="lost">' not in document


def test_urls(controlled: Client) -> None:
    assert controlled.emulator.page == controlled.emulator.host[: -len("v2.1")]
    assert urllib3.util.parse_url(controlled.emulator.page).path == "/"
