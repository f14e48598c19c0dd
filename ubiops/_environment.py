"""The settings that can be made from outside, as environment variables."""

from __future__ import annotations

import os
from typing import Any, Callable, Mapping, Tuple

from ubiops._printable import quoted_setting
from ubiops.exceptions import ApiValueError

DEFAULT_CONNECT_TIMEOUT = 10.0
DEFAULT_READ_TIMEOUT = 120.0
DEFAULT_EXIT_TIMEOUT = 3.0


class Variable:
    """An environment variable.

    Attributes:
        name: Its name.
        kind: What it holds, for the documentation.
        default: What holds without it, for the documentation.
        parse: Turns its text into a value; raises ValueError.
        meaning: What it sets, for the documentation.
    """

    def __init__(self, name: str, kind: str, default: str, parse: Callable[[str], Any], meaning: str) -> None:
        self.name = name
        self.kind = kind
        self.default = default
        self.parse = parse
        self.meaning = meaning


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < float("inf"):
        raise ValueError
    return seconds


def _count(text: str) -> int:
    if not text.isdigit():
        raise ValueError
    return int(text)


def _switch(text: str) -> bool:
    values = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.lower() not in values:
        raise ValueError
    return values[text.lower()]


VARIABLES: Tuple[Variable, ...] = (
    Variable("UBIOPS_API_TOKEN", "text", "none", str, "Token, with or without `Token ` or `Bearer ` in front"),
    Variable("UBIOPS_API_HOST", "URL", "https://api.ubiops.com/v2.1", str, "Where the API is"),
    Variable("UBIOPS_CONNECT_TIMEOUT", "seconds", "10", _seconds, "Longest wait for a connection"),
    Variable("UBIOPS_READ_TIMEOUT", "seconds", "120", _seconds, "Longest wait for data of an answer"),
    Variable("UBIOPS_RETRIES", "count", "3", _count, "How often a failed request is sent again, at most"),
    Variable("UBIOPS_CA_BUNDLE", "path", "certifi's", str, "Certificates of the trusted authorities, as PEM"),
    Variable("UBIOPS_CLIENT_CERT", "path", "none", str, "Certificate that the client shows, as PEM"),
    Variable("UBIOPS_CLIENT_KEY", "path", "in the certificate's file", str, "Key of that certificate, as PEM"),
    Variable("UBIOPS_CLIENT_KEY_PASSWORD", "text", "none", str, "Password of that key, if it is encrypted"),
    Variable("UBIOPS_PROXY", "URL", "HTTPS_PROXY, HTTP_PROXY", str, "Proxy for all requests"),
    Variable("UBIOPS_DEBUG", "true or false", "false", _switch, "Log every request and answer"),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}


def read(name: str, default: Any = None, environment: Mapping[str, str] = os.environ) -> Any:
    """Return the value of a variable, or the default if it is not set or empty.

    Raises:
        ApiValueError: Its text is not of its kind.
    """
    text = environment.get(name, "").strip()
    if not text:
        return default
    variable = _BY_NAME[name]
    try:
        return variable.parse(text)
    except ValueError:
        held = quoted_setting(text)
        raise ApiValueError(f"The environment variable {name} must hold {variable.kind}, not {held}") from None
