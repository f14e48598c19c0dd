"""URLs and redirects: the server that is meant is the one that urllib3 would connect to, and secrets stay with it."""

from __future__ import annotations

import urllib3.util
from urllib3.exceptions import HTTPError

from ubiops import ApiException, ApiValueError
from ubiops._origin import origin_of
from ubiops._redirects import follow
from ubiops._request import Request, join_url, render_path

RUNS = 400_000
LONGEST = 256

HOME = "https://api.example/v2.1"
SECRET = {"Authorization": "Token 5ecre7", "Accept": "application/json"}


def check(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    _origin(text)
    for method in ("GET", "POST"):
        request = Request(method, f"{HOME}/status", dict(SECRET), None, urllib3.Timeout(), True)
        try:
            followed = follow(request, 307, data.decode("latin-1"))
        except ApiException:
            continue
        origin = origin_of(followed.url)
        away = origin != origin_of(HOME)
        assert away == ("Authorization" not in followed.headers)
        assert not (away and method == "POST")
        _same_server(followed.url)
    try:
        url = join_url(HOME, render_path("/projects/{name}/models", {"name": text}))
    except ApiValueError:
        return
    assert url.startswith(f"{HOME}/projects/")
    assert url.endswith("/models")
    assert url.count("/") == HOME.count("/") + 3, url
    assert url.isascii()
    assert url.isprintable()
    assert urllib3.util.parse_url(url).url == url  # so that it is not written in another way


def _origin(url: str) -> None:
    try:
        origin_of(url)
    except ValueError:
        return
    _same_server(url)


def _same_server(url: str) -> None:
    origin = origin_of(url)
    try:
        parsed = urllib3.util.parse_url(url)
    except (HTTPError, UnicodeError):
        return  # it connects to nothing
    assert (parsed.scheme or "").lower() == origin.scheme
    host = (parsed.host or "").strip("[]").lower()
    if host.isascii() and origin.host.isascii() and "%" not in host:
        assert host == origin.host, (host, origin.host)
