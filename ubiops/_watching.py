"""Whether anybody watches the requests, and where they are logged."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from ubiops._printable import printable

logger = logging.getLogger("ubiops.rest")


def masked_url(url: str) -> str:
    """Return a URL without user name, password and fragment, and with the values in its query masked."""
    try:
        parts = urlsplit(url)
    except ValueError:  # whoever opens the connection says what is wrong with it
        return "a URL that cannot be read"
    query = "&".join(f"{pair.partition('=')[0]}=***" for pair in parts.query.split("&") if pair)
    return printable(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=query, fragment="").geturl())


class ObserverError(Exception):
    """Carries what a hook or a log handler raised past those who would take it for an error of the connection.

    Attributes:
        error: What was raised.
    """

    def __init__(self, error: Exception) -> None:
        self.error = error


def observed(configuration: Any) -> bool:
    """Tell whether anybody watches."""
    return (
        configuration.on_request is not None
        or configuration.on_response is not None
        or logger.isEnabledFor(logging.DEBUG)
    )
