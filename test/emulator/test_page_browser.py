"""The page in Chromium: by mouse, by keyboard, without scripts, on a phone, in the dark."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Iterator, List, Set, Tuple

import pytest

from test.support.browser import Browser
from test.support.emulator.client import PROJECT, Client, connected
from test.support.emulator.page import HOSTILE, fail, fill, more
from ubiops.emulator import Emulator

VERSION = f"{PROJECT}/models/m/versions/v"
SCREENSHOTS = os.environ.get("UBIOPS_TEST_SCREENSHOTS")  # a directory for the pictures
PAGES = {
    "overview": "",
    "requests": "page/requests",
    "request": "page/requests?text=timeout%3D20",
    "logs": "page/logs",
    "batches": "page/batches",
    "project": "page/projects/demo",
    "version": "page/projects/demo/models/m/versions/v",
    "pipeline": "page/projects/demo/pipelines/line",
}


@pytest.fixture(scope="module")
def filled() -> Iterator[Client]:
    """A client of an emulator with something of each kind."""
    with Emulator() as emulator:
        for client in connected(emulator):
            more(client, fill(client))
            fail(client)
            client("POST", f"{VERSION}/request?timeout=20", {"in": 21})
            yield client


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for all tests: it takes a second to start."""
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser, with a wide window; what its pages complain of fails the test."""
    chromium.look(1280, dark=False)
    yield chromium
    chromium.scripts(allowed=True)
    chromium.open("about:blank")  # or it goes on asking an emulator that is reset
    complaints, chromium.complaints = chromium.complaints, []
    assert complaints == []


def test_a_request_by_click(filled: Client, browser: Browser) -> None:
    browser.open(filled.emulator.page)
    browser.click("#requests a", "versions/v/request")
    for expected in (
        "model_requests_create",
        "timeout=20",
        '"in": 21',
        '"out": 42',
        "Token \u2022\u2022",
        "Accept-Encoding",
    ):
        assert expected in browser.text
    assert filled.emulator.token.split()[-1] not in browser("document.documentElement.outerHTML")
    browser.click("#call a", "its lines")
    assert "asked" in browser.text
    browser.click(".crumbs a, header a", "Requests")
    assert browser("location.pathname") == "/page/requests"


def test_a_version_by_click(filled: Client, browser: Browser) -> None:
    browser.open(filled.emulator.page)
    browser.click("#projects td a", "v")
    for expected in ("available", "LEVEL", "value-of-LEVEL", "KEY", "\u2022\u2022", "runs", "asked", "Outcomes"):
        assert expected in browser.text
    assert "value-of-KEY" not in browser.text
    browser.click(".crumbs a", "demo")
    assert "nightly" in browser.text and "report.csv" in browser.text


def test_a_run_of_a_pipeline_by_click(filled: Client, browser: Browser) -> None:
    browser.open(filled.emulator.page)
    browser.click("#projects h3 a", "line")
    colours = (
        "[...document.querySelectorAll('.node')].map((each) => getComputedStyle(each.querySelector('rect')).stroke)"
    )
    latest = browser(colours)
    assert "too cold" in browser.text
    browser.click("#runs tr:nth-child(2) a")
    earlier = browser(colours)
    names = ["input", "first", "second", "freeze", "last"]
    assert dict(zip(names, latest)) == dict(zip(names, [*earlier[:3], latest[3], earlier[4]]))
    assert len({*latest}) == 4  # input, completed, failed, not run
    assert latest[3] != earlier[3] == earlier[4]  # what was not there in that request was not run in it


def test_filters_by_click_and_typing(filled: Client, browser: Browser) -> None:
    filled("GET", "/nothing")
    browser.open(f"{filled.emulator.page}page/requests")
    browser.click(".choice", "refused")
    assert browser.text.count("/v2.1/") == 1
    browser.click(".choice", "demo")
    assert "No requests here" in browser.text
    browser.click("#filters > :nth-child(2) .choice", "all")
    browser.click(".choice", "all")
    browser.click("#text")
    browser.write("Timeout=20")
    browser.wait_for("document.querySelectorAll('#requests tbody tr').length === 1")
    assert browser("location.search") == "?text=Timeout%3D20"
    assert browser("document.activeElement.id") == "text"
    browser.click(".choice", "succeeded")
    assert browser("location.search") == "?text=Timeout%3D20&status=good"
    assert browser("document.getElementById('text').value") == "Timeout=20"


def test_it_follows_what_happens(filled: Client, browser: Browser) -> None:
    browser.open(filled.emulator.page)
    browser("document.querySelector('#projects h3 a').focus()")
    browser("window.same = true")
    filled("POST", f"{PROJECT}/models", {"name": "made-meanwhile", "input_type": "plain", "output_type": "plain"})
    browser.wait_for("document.body.innerText.includes('made-meanwhile')")
    assert browser("window.same") is True
    assert browser("document.activeElement.textContent") == "line"  # although it was replaced
    assert browser("document.querySelector('.tag').textContent") == "live"
    filled("DELETE", f"{PROJECT}/models/made-meanwhile")


def test_what_is_gone_stays_to_be_read(controlled: Client, browser: Browser) -> None:
    controlled("GET", "/status")
    browser.open(f"{controlled.emulator.page}page/requests/{_latest(controlled)}")
    assert "service_status" in browser.text
    controlled.emulator.clear_requests()
    browser.wait_for("document.querySelector('.tag').textContent === 'gone'")
    assert "service_status" in browser.text
    browser.complaints.clear()  # of the answer 404


def _latest(client: Client) -> str:
    return str(re.findall(r"/page/requests/(\d+)", client.raw("GET", "page/requests").body.decode())[0])


def test_names_that_are_markup(controlled: Client, browser: Browser) -> None:
    fill(controlled)
    platform = controlled.emulator._platform
    assert platform is not None
    with platform.storage.transaction() as db:
        db.execute("UPDATE pipelines SET name = ?", (HOSTILE,))
    browser.open(controlled.emulator.page)
    browser.click("#projects h3 a", "<script>")
    assert HOSTILE in browser.text
    assert browser("document.scripts.length") == 1
    assert browser("document.querySelectorAll('svg').length") == 1


def test_by_keyboard(filled: Client, browser: Browser) -> None:
    browser.open(filled.emulator.page)
    reached: List[str] = []
    while "/page/projects/demo" not in reached:
        browser.press("Tab", 9)
        reached.append(browser("document.activeElement.getAttribute('href')"))
        assert len(reached) < 10
    assert reached[0] == "#main"
    assert browser("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser("window.left = true")
    browser.press("Enter", 13)
    browser.wait_for("!window.left && document.title.startsWith('demo')")


def test_without_scripts(filled: Client, browser: Browser) -> None:
    browser.scripts(allowed=False)
    browser.open(filled.emulator.page)
    for selector, text, expected in (
        ("header nav a", "Requests", "Status"),
        (".choice", "failed", "200 failed"),
        (".choice", "all", "pipelines/line/request"),
        ("#requests a", "versions/v/request", '"out": 42'),
        ("header nav a", "Batches", "m : v"),
        ("#batches td a", "-", "Result"),
    ):
        browser.click(selector, text)
        assert expected in browser.text
    browser.click("header nav a", "Logs")
    assert browser("document.getElementById('text').offsetParent") is None  # what does nothing is not shown


def test_how_it_looks(filled: Client, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pictures of each screen are left where UBIOPS_TEST_SCREENSHOTS says, or in the directory of the test."""
    folder = Path(SCREENSHOTS) if SCREENSHOTS else tmp_path_factory.mktemp("page")
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in PAGES.items():
        backgrounds: Set[str] = set()
        browser.open(f"{filled.emulator.page}{path}")
        if name == "request":
            browser.click("#requests td a")
        for width, dark in ((1280, False), (1280, True), (400, True), (400, False)):
            browser.look(width, dark=dark)
            browser.screenshot(folder / f"{name}-{width}-{'dark' if dark else 'light'}.png")
            backgrounds.add(browser("getComputedStyle(document.body).backgroundColor"))
            assert browser("document.scrollingElement.scrollWidth") <= width, (name, width)
            assert _squeezed(browser) == [], (name, width)
        assert len(backgrounds) == 2
        browser.look(1280, dark=False)


def _squeezed(browser: Browser) -> List[Tuple[str, int]]:
    """Return the cells whose text is broken into more lines than half the window would need."""
    found: List[Tuple[str, int]] = browser(
        """[...document.querySelectorAll("td")].filter((each) => each.innerText.trim().length > 3).map((each) => {
          const line = parseFloat(getComputedStyle(each).lineHeight);
          const box = each.getBoundingClientRect();
          const words = document.createRange();
          words.selectNodeContents(each);
          const lines = Math.round(words.getBoundingClientRect().height / line);
          const breaks = each.innerText.split("\\n").length;
          const needed = each.innerText.length * 9 / (innerWidth / 2);
          return [each.innerText, lines - breaks - Math.ceil(needed)];
        }).filter((each) => each[1] > 0)"""
    )
    return found
