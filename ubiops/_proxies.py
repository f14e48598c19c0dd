"""Which requests go through a proxy."""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass, field
from typing import Dict, Mapping, Optional, Union
from urllib.parse import unquote, urlsplit

from urllib3.util import make_headers

from ubiops.exceptions import ApiValueError


@dataclass(frozen=True)
class ProxyRules:
    """The proxies of a client.

    Attributes:
        proxy: URL of the proxy for all requests; False for none at all; None for the
            environment's ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.
        headers: Headers for the proxy.
        environment: What the environment says, as `urllib.request.getproxies_environment` reads it.
    """

    proxy: Union[bool, str, None]
    headers: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=urllib.request.getproxies_environment)

    def proxy_for(self, origin: str) -> Optional[str]:
        """Return the URL of the proxy that leads to an origin, or None for a direct connection.

        Raises:
            ApiValueError: The URL of the proxy cannot be used.
        """
        if self.proxy is False:
            return None
        proxy = self.proxy or self._from_environment(origin)
        if not proxy:
            return None
        url = str(proxy) if "://" in str(proxy) else f"http://{proxy}"
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise ApiValueError("A proxy is given as http://host:port or https://host:port")
        return url

    def _from_environment(self, origin: str) -> Optional[str]:
        parts = urlsplit(origin)
        if urllib.request.proxy_bypass_environment(parts.netloc, dict(self.environment)):  # type: ignore[attr-defined]
            return None
        return self.environment.get(parts.scheme) or self.environment.get("all")

    def headers_for(self, proxy_url: str) -> Dict[str, str]:
        """Return the headers that the proxy gets, with the credentials in its URL if there are any."""
        headers = dict(self.headers)
        parts = urlsplit(proxy_url)
        if parts.username is not None:
            credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            headers.update(make_headers(proxy_basic_auth=credentials))
        return headers


def without_credentials(proxy_url: str) -> str:
    """Return the URL of a proxy without user name and password."""
    parts = urlsplit(proxy_url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
