"""The read-only page that shows what the emulator holds and does."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Callable, Iterable, List, Mapping, Optional, Sequence, Tuple
from urllib.parse import parse_qsl

from ubiops._markup import Content, Html, element, joined
from ubiops._version import __version__

from ...common.errors import ApiError
from ...web.app import Environ, StartResponse, segments, send_json
from . import batches, logs, overview, pipelines, projects, requests, versions
from .assets import SCRIPT, STYLE
from .elements import card, count
from .look import Look, MissingError, Screen, address, link

if TYPE_CHECKING:
    from .. import Control

_HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
_POLICY = (
    "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NAVIGATION = (("Overview", "/"), *((name, address(name.lower())) for name in ("Requests", "Logs", "Batches")))

# What there is to see; a star stands for a name, which the screen gets.
_SCREENS: Sequence[Tuple[str, Callable[[Look], Screen]]] = (
    ("", overview.show),
    ("page/requests", requests.show_list),
    ("page/requests/*", requests.show),
    ("page/logs", logs.show_list),
    ("page/batches", batches.show_list),
    ("page/batches/*", batches.show),
    ("page/projects/*", projects.show),
    ("page/projects/*/models/*/versions/*", versions.show),
    ("page/projects/*/pipelines/*", pipelines.show),
)


class Page:
    """Shows an emulator.

    Args:
        control: the emulator.
    """

    def __init__(self, control: Control) -> None:
        self._control = control

    @staticmethod
    def owns(path: str) -> bool:
        """Tell whether a path, without slashes at its ends, leads to the page."""
        return path in ("", "live") or path.startswith(("page/", "live/"))

    def show(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: with a document, or, below `/live`, with that part of it that changes."""
        if environ["REQUEST_METHOD"] != "GET":
            return send_json(start_response, 405, {"error": "This page can only be looked at"}, {"Allow": "GET"})
        nonce, status = secrets.token_urlsafe(16), "200 OK"
        try:
            path, query = _asked(environ)
            live = path[:1] == ["live"]
            screen = self._screen(path[live:], query)
        except MissingError as error:
            live, status = False, "404 Not Found"
            screen = Screen("Not found", [card(element("p", str(error), class_="empty"))], [("Not found", None)])
        main = element("main", screen.content, id="main", tabindex="-1")
        shown = joined(self._facts(), _search(query.get("text", "")) if screen.search and not live else "", main)
        body = (shown if live else _document(screen, shown, nonce)).encode("utf-8", "replace")
        policy = ("Content-Security-Policy", _POLICY.format(nonce))
        start_response(status, [*_HEADERS, policy, ("Content-Length", str(len(body)))])
        return [body]

    def _screen(self, path: Sequence[str], query: Mapping[str, str]) -> Screen:
        for pattern, show in _SCREENS:
            names = _match(pattern.split("/") if pattern else [], path)
            if names is not None:
                return show(Look(self._control, names, query))
        raise MissingError("There is nothing at this address")

    def _facts(self) -> Html:
        clock = self._control.clock
        now = f"clock {'frozen at' if clock.frozen else 'at'} {clock():%Y-%m-%d %H:%M:%S} UTC"
        calls = count(len(self._control.recorder.all()), "request")
        return element("p", f"{__version__} \u00b7 {now} \u00b7 {calls}", class_="facts", id="facts", data_live="")


def _asked(environ: Environ) -> Tuple[List[str], Mapping[str, str]]:
    try:
        return segments(environ["REQUEST_URI"]), dict(parse_qsl(environ.get("QUERY_STRING", ""), max_num_fields=20))
    except (ApiError, ValueError):
        raise MissingError("The address is not encoded as UTF-8, or too long") from None


def _match(pattern: Sequence[str], path: Sequence[str]) -> Optional[List[str]]:
    """Return the names in a path, None if it does not fit."""
    if len(pattern) != len(path) or any(want not in ("*", part) for want, part in zip(pattern, path)):
        return None
    return [part for want, part in zip(pattern, path) if want == "*"]


def _document(screen: Screen, shown: Html, nonce: str) -> Html:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{screen.title} \u00b7 UbiOps emulator"),
        element("link", rel="icon", href="data:,"),
        element("style", Html(STYLE), nonce=nonce),
    )
    body = element(
        "body",
        link("Skip to the content", "#main", class_="skip"),
        _header(screen),
        shown,
        element("script", Html(SCRIPT), nonce=nonce),
    )
    return joined(Html("<!DOCTYPE html>"), element("html", head, body, lang="en"))


def _header(screen: Screen) -> Html:
    tabs = [
        link(name, target, aria_current="page" if name == screen.title and not screen.crumbs else None)
        for name, target in _NAVIGATION
    ]
    return element(
        "header",
        element("h1", link("UbiOps emulator", "/")),
        element("span", "live", class_="tag"),
        element("nav", tabs, aria_label="Page"),
        _crumbs(screen),
    )


def _crumbs(screen: Screen) -> Content:
    if not screen.crumbs:
        return ""
    parts = [link(text, target) if target else element("span", text) for text, target in screen.crumbs]
    return element("nav", link("Overview", "/"), parts, class_="crumbs", aria_label="Where this is")


def _search(text: str) -> Html:
    """Return the field that filters by text. It needs the script: the policy of the page forbids forms."""
    field = element(
        "input", type="search", id="text", value=text[:200], placeholder="Filter by text", aria_label="Filter by text"
    )
    return element("div", field, class_="search", hidden="")
