"""The site that Sphinx makes of the documentation: built without a warning, whole, and searched in a browser."""

from __future__ import annotations

import fcntl
import functools
import html
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Dict, Iterator, List, Optional, Set, Tuple
from urllib.parse import unquote, urlsplit

import pytest

import ubiops.deploy
import ubiops.exceptions
import ubiops.utils
from test.support import openapi
from test.support.emulator.needs import absent, need_modules
from test.support.guides import anchors
from test.support.names import documented

ROOT = openapi.ROOT
DOCS = ROOT / "docs"
QUESTIONS = re.findall(r"^## (.+)$", (DOCS / "questions.md").read_text(encoding="utf-8"), re.MULTILINE)

# Searches with all questions at a time, in frames, and shows what they found: address and text of each result.
SEARCHES = """<!doctype html><pre></pre><script>
const found = {};
const queries = QUERIES;
for (const query of queries) {
  const frame = document.createElement("iframe");
  frame.src = "search.html?q=" + encodeURIComponent(query);
  document.body.append(frame);
  const look = () => {
    const page = frame.contentDocument;
    if (!/finished/.test(page.querySelector(".search-summary")?.textContent)) return setTimeout(look, 50);
    const links = [...page.querySelectorAll("ul.search > li > a")];
    found[query] = links.map((each) => [each.getAttribute("href"), each.textContent]);
    document.querySelector("pre").textContent = JSON.stringify(found);
  };
  frame.onload = look;
}
</script>"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site. It takes a while to build, so the processes of a parallel run share it."""
    need_modules("sphinx", "myst_nb", "furo", "sphinx_copybutton")
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    with (place / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "site").exists():
            command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", "doctrees", str(DOCS), "new"]
            done = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8", timeout=600)
            assert (done.returncode, done.stderr) == (0, ""), done.stderr
            (place / "new").rename(place / "site")
    return place / "site"


class Markup(HTMLParser):
    """The ids and the links of a page.

    Attributes:
        ids: the places that links can lead to.
        links: where links lead.
        parts: addresses of what is shown with the page: pictures, styles, scripts.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: Set[str] = set()
        self.links: List[str] = []
        self.parts: List[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.add(found["id"])
        if "href" in found:
            (self.links if tag == "a" else self.parts).append(found["href"])
        if "src" in found:
            self.parts.append(found["src"])


@pytest.fixture(scope="module")
def pages(site: Path) -> Dict[Path, Markup]:
    """What the pages of the site hold."""
    return {path: Markup(path) for path in site.rglob("*.html")}


def test_every_link_inside_leads_somewhere(pages: Dict[Path, Markup]) -> None:
    astray = []
    for path, page in pages.items():
        for link in page.links + page.parts:
            url = urlsplit(link)
            if url.scheme or url.netloc:
                continue
            target = (path.parent / unquote(url.path)).resolve() if url.path else path
            if not target.is_file() or (url.fragment and unquote(url.fragment) not in pages[target].ids):
                astray.append(f"{path.name}: {link}")
    assert astray == []


def test_pages_load_nothing_from_elsewhere(pages: Dict[Path, Markup]) -> None:
    parts = {part for page in pages.values() for part in page.parts}
    assert [part for part in parts if urlsplit(part).netloc] == []


def test_pages_keep_their_paths_and_anchors(site: Path, pages: Dict[Path, Markup]) -> None:
    sources = [path for path in DOCS.rglob("*.md") if path.name != "index.md" and path.parent.name != "project"]
    assert len(sources) > 100
    for source in sources:
        page = pages[site / source.relative_to(DOCS).with_suffix(".html")]
        assert set(anchors(source)) <= page.ids, source
    assert "models_create" in pages[site / "CoreApi.html"].ids


def test_pages_from_outside_of_the_folder_are_there(site: Path, pages: Dict[Path, Markup]) -> None:
    for source, page in (
        ("README.md", "index"),
        ("CHANGELOG.md", "project/changelog"),
        ("CONTRIBUTING.md", "project/contributing"),
        ("codegen/DECISIONS.md", "project/decisions"),
    ):
        assert set(anchors(ROOT / source)) <= pages[site / f"{page}.html"].ids


def test_the_guides_come_first(site: Path) -> None:
    (tree,) = re.findall(r'<div class="sidebar-tree">(.*?)</div>', (site / "index.html").read_text("utf-8"), re.DOTALL)
    links = re.findall(r'href="([^"]+)"', tree)
    guides = [f"{path.stem}.html" for path in DOCS.glob("[a-z]*.md") if path.name != "index.md"]
    assert set(links[: len(guides) + 2]) == {*guides, "README.html", "examples/tour.html"}
    assert {f"{name}.html" for name in openapi.schemas()} <= set(links[links.index("CoreApi.html") :])


@documented
@pytest.mark.parametrize("module", [ubiops.deploy, ubiops.utils, ubiops.exceptions], ids=lambda module: module.__name__)
def test_the_reference_has_every_name(module: ModuleType, pages: Dict[Path, Markup]) -> None:
    there = {name for page in pages.values() for name in page.ids}
    assert {f"{module.__name__}.{name}" for name in module.__all__} <= there


@documented
def test_the_reference_leads_to_the_pages_of_operations_and_models(site: Path, pages: Dict[Path, Markup]) -> None:
    links = set(pages[site / "reference" / "utils.html"].links)
    assert {"../CoreApi.html", "../CoreApi.html#model_versions_get", "../ModelVersionList.html"} <= links


def test_the_notebook_is_shown_with_its_output(site: Path) -> None:
    page = (site / "examples" / "tour.html").read_text(encoding="utf-8")
    assert "500 answers" in page
    pictures = re.findall(r'<img alt="[^"]*" src="\.\./_images/[^"]+\.(\w+)"', page)
    assert pictures == ["png", "png", "svg"]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of a server that has the site, and a page that searches."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/searches":
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(SEARCHES.replace("QUERIES", json.dumps(["models_create", *QUESTIONS])).encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_what_a_search_finds(address: str, tmp_path: Path) -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        absent("chromium", "apt-get install chromium")
    options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
    options += f" --disable-component-update --disable-dev-shm-usage --enable-logging=stderr --user-data-dir={tmp_path}"
    command = [program, *options.split(), "--virtual-time-budget=60000", "--dump-dom", f"{address}/searches"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    (shown,) = re.findall("<pre>(.*?)</pre>", done.stdout, re.DOTALL)
    found = json.loads(html.unescape(shown))
    assert ["CoreApi.html#models-create", "Operations > models_create"] in found["models_create"][:1]
    first = {question: found[question][0] for question in QUESTIONS}
    assert first == {
        question: [f"questions.html#{question.lower().replace(' ', '-')}", f"Questions > {question}"]
        for question in QUESTIONS
    }


def test_what_is_asked_first() -> None:
    subjects = "token, proxy, zip layout, build failed, request timed out, batch of more than 250, null, large file, "
    subjects += "tests without account, ci"
    assert [question.lower() for question in QUESTIONS] == subjects.split(", ")
