"""Which requests go through a proxy."""

from __future__ import annotations

import base64
import os
from typing import Dict, Mapping, Optional, Union
from urllib.parse import unquote, urlsplit

from ubiops._loading import LOADING
from ubiops._origin import Origin, origin_of
from ubiops.exceptions import ApiValueError


class ProxyRules:
    """The proxies of a client.

    Args:
        proxy: URL of the proxy for all requests; False for none at all; None or empty for the
            environment's ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.
        headers: Headers for the proxy.
        environment: What the environment says, as `urllib.request.getproxies_environment` reads it; read if None.
    """

    def __init__(
        self,
        proxy: Union[bool, str, None],
        headers: Optional[Mapping[str, str]] = None,
        environment: Optional[Mapping[str, str]] = None,
    ) -> None:
        self._proxy = proxy
        self._headers = headers or {}
        self._environment = _environment() if environment is None else environment

    def proxy_for(self, origin: Origin) -> Optional[str]:
        """Return the URL of the proxy that leads to an origin, or None for a direct connection.

        Raises:
            ApiValueError: The URL of the proxy cannot be used.
        """
        if self._proxy is False:
            return None
        proxy = self._proxy or self._from_environment(origin)
        if not proxy:
            return None
        return _checked(proxy)

    def _from_environment(self, origin: Origin) -> Optional[str]:
        if not self._environment:
            return None
        with LOADING:
            from ubiops._no_proxy import bypasses  # most programs know no proxy

        if bypasses(self._environment.get("no", ""), origin):
            return None
        return self._environment.get(origin.scheme) or self._environment.get("all")

    def headers_for(self, proxy_url: str) -> Dict[str, str]:
        """Return the headers that the proxy gets, with the credentials in its URL if there are any."""
        headers = dict(self._headers)
        parts = urlsplit(proxy_url)
        if parts.username is not None:
            credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            headers["Proxy-Authorization"] = f"Basic {base64.b64encode(credentials.encode()).decode()}"
        return headers


def _environment() -> Mapping[str, str]:
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return {}
    with LOADING:
        from urllib.request import getproxies_environment  # few need it, and it takes long to load

    return getproxies_environment()


def _checked(proxy: object) -> str:
    """Return the URL of a proxy with its scheme. It may hold a password, so errors do not show it."""
    if not isinstance(proxy, str):
        raise _unusable(f"it is {type(proxy).__name__}")
    url = proxy if "://" in proxy else f"http://{proxy}"
    scheme = url.partition("://")[0].lower()
    if scheme.startswith("socks"):
        raise _unusable("SOCKS is not spoken")
    if scheme not in ("http", "https"):
        raise _unusable("its scheme is another one")
    try:
        origin_of(url)
    except ValueError:
        raise _unusable("its host or port cannot be one") from None
    return url


def _unusable(reason: str) -> ApiValueError:
    return ApiValueError(f"A proxy is given as http://host:port or https://host:port; {reason}")
