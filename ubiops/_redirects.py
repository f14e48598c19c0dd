"""Which redirects are followed, and what travels along: a decision without a socket."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from ubiops._origin import origin_of
from ubiops._request import Request
from ubiops.exceptions import ApiException

REDIRECTS = frozenset((301, 302, 303, 307, 308))
MOST_REDIRECTS = 5

READS = frozenset(("GET", "HEAD"))

SHARED_HEADERS = frozenset(("accept", "accept-encoding", "range", "user-agent"))
"""The headers that another origin gets; all others may carry secrets."""


def follow(request: Request, status: int, location: str) -> Request:
    """Return the request that a redirect leads to.

    Reads are followed everywhere, but beyond the origin only with headers that cannot carry
    secrets. Writes are followed only within the origin, and keep their method and body unless
    the status is 303.

    Raises:
        ApiException: The address is not one of HTTP, or a write was redirected to another origin.
    """
    try:
        target = urlsplit(urljoin(request.url, location))
        origin = origin_of(target.geturl())
    except ValueError:
        raise ApiException(status, "The server redirects to what is not an http or https URL") from None
    method = request.method
    same_origin = origin == origin_of(request.url)
    if method not in READS and not same_origin:
        raise ApiException(
            status,
            f"The server redirects to another origin, {origin}, where a {method} is not sent; "
            "if that is where the API is, set configuration.host to it",
        )
    if status == 303 and method != "HEAD":
        method = "GET"
    with_body = method not in READS
    kept = {
        name: value
        for name, value in request.headers.items()
        if (same_origin or name.lower() in SHARED_HEADERS) and (with_body or not name.lower().startswith("content-"))
    }
    target = target._replace(netloc=origin.netloc, path=target.path or "/", fragment="")
    content = request.content if with_body else None
    return request._replace(method=method, url=target.geturl(), headers=kept, content=content)
