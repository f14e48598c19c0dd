"""Which redirects are followed, and what travels along: a decision without a socket."""

from __future__ import annotations

from typing import Dict, Mapping, NamedTuple, Optional
from urllib.parse import urljoin

from ubiops._request import split_url
from ubiops.exceptions import ApiException

REDIRECTS = frozenset((301, 302, 303, 307, 308))
MOST_REDIRECTS = 5

CREDENTIALS = frozenset(("authorization", "cookie", "proxy-authorization"))


class Hop(NamedTuple):
    """The request that follows a redirect."""

    method: str
    url: str
    headers: Dict[str, str]
    with_body: bool


def follow(method: str, url: str, status: int, location: Optional[str], headers: Mapping[str, str]) -> Optional[Hop]:
    """Return the request that a redirect leads to, or None if the answer is no redirect.

    Reads are followed everywhere, without credentials beyond the origin. Writes are followed
    only within the origin.

    Raises:
        ApiException: A write was redirected to another origin.
    """
    if status not in REDIRECTS or not location:
        return None
    target = urljoin(url, location)
    same_origin = split_url(target)[0].lower() == split_url(url)[0].lower()
    if method not in ("GET", "HEAD") and not same_origin:
        error = ApiException(
            status=status,
            reason=f"The server redirects to another origin, {split_url(target)[0]}, where a {method} is not sent; "
            "if that is where the API is, set configuration.host to it",
        )
        error.method, error.url = method, url.split("?")[0]
        raise error
    if status == 303 and method != "HEAD":
        method = "GET"
    kept = {name: value for name, value in headers.items() if same_origin or name.lower() not in CREDENTIALS}
    return Hop(method, target, kept, with_body=method not in ("GET", "HEAD"))
