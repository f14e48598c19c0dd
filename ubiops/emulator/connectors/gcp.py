"""What connectors to services of Google have in common: keys of service accounts, tokens, errors."""

from __future__ import annotations

import json
import os
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Callable, Dict, Iterator, Tuple

import requests
from google.api_core.exceptions import GoogleAPICallError
from google.auth.credentials import AnonymousCredentials, Credentials
from google.auth.exceptions import GoogleAuthError, RefreshError, TransportError
from google.auth.transport.requests import Request
from google.oauth2 import service_account

from .backend import ConnectorError, Values
from .network import reason

TIMEOUT = 10.0  # seconds that a server may keep silent

_UNIVERSE = "googleapis.com"
# Narrow, so that no other reader finds another host in a URL than the one that is looked at here.
_URL = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?(/[!-~]*)?")
_PASSING_STATUSES = (408, 429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Service:
    """A service of Google's.

    Attributes:
        url: where it is.
        variable: the environment variable that leads to another server, also for Google's own libraries.
        scope: what tokens have to be good for.
    """

    url: str
    variable: str
    scope: str


@dataclass(frozen=True)
class Access:
    """Access to a service.

    Attributes:
        url: where it is.
        project: the project that the key is of.
        credentials: what its client needs.
        timeout: seconds that it may keep silent.
    """

    url: str
    project: str
    credentials: Credentials
    timeout: float

    @property
    def host(self) -> str:
        """The host, perhaps with a port."""
        return _netloc(self.url)


def log_in(service: Service, credentials: Values, timeout: float) -> Access:
    """Get a token for the key of a service account.

    What Google issues goes to Google alone, and Google's services get nothing that was issued elsewhere: a server in
    Google's place is talked to without a token if the key is a real one.

    Args:
        service: what for.
        credentials: values of the credentials.
        timeout: seconds that a server may keep silent, if it is less than usual.

    Raises:
        ConnectorError: there is none.
    """
    url = os.environ.get(service.variable, "") or service.url
    if not _URL.fullmatch(url):
        raise ConnectorError(f"{service.variable} must be a URL, such as http://127.0.0.1:9000, not {url}")
    url = url.rstrip("/")
    key, account = _parsed(credentials["json_key_file"])
    account = account.with_scopes([service.scope])  # a copy
    silence = min(timeout, TIMEOUT)
    issuer = key["token_uri"]
    if _is_google(issuer) and not _is_google(url):
        return Access(url, key["project_id"], AnonymousCredentials(), silence)
    if _is_google(url) and not _is_google(issuer):
        raise ConnectorError(
            f"token_uri of json_key_file is not Google's: {issuer}; a server in Google's place needs {service.variable}"
        )
    with requests.Session() as session:
        try:
            account.refresh(_once(session, silence))
        except TransportError as error:
            text = f"The connection to {_netloc(issuer)} failed: {reason(error)}"
            raise ConnectorError(text, recoverable=True) from None
        except RefreshError as error:
            text = f"The key gives no token: {error.args[0]}"
            raise ConnectorError(text, recoverable=error.retryable) from None
        except (GoogleAuthError, ValueError, OSError) as error:
            raise ConnectorError(str(error)) from None
    return Access(url, key["project_id"], _Token(account.token), silence)


@contextmanager
def explained(stop: threading.Event, host: str, missing: str) -> Iterator[None]:
    """Turn errors of a client into those of connectors.

    Args:
        stop: set when the emulator stops.
        host: what the client talks to.
        missing: what it means if something is not there.
    """
    try:
        yield
    except GoogleAPICallError as error:
        text = missing if error.code == 404 else _told(error)
        raise ConnectorError(text, recoverable=error.code in _PASSING_STATUSES) from None
    except FileNotFoundError:
        raise ConnectorError("The blob is not there any more") from None
    except requests.RequestException as error:
        raise ConnectorError(f"The connection to {host} failed: {reason(error)}", recoverable=True) from None
    except (GoogleAuthError, OSError, ValueError) as error:
        if stop.is_set():
            raise ConnectorError("The emulator is being stopped") from None
        raise ConnectorError(str(error)) from None


def _told(error: GoogleAPICallError) -> str:
    """Return what the server said; the message of the library holds the URL, and sometimes the whole answer."""
    try:
        return f"{error.response.json()['error']['message']} (status {error.code})"
    except (AttributeError, KeyError, TypeError, ValueError):
        return f"status {error.code}"


@lru_cache(maxsize=16)  # OpenSSL takes 50 ms to see that a key is sound
def _parsed(text: str) -> Tuple[Dict[str, str], service_account.Credentials]:
    """Return the contents of a key, and what signs with it.

    Raises:
        ConnectorError: it is none.
    """
    try:
        found: Dict[str, str] = json.loads(text)
    except ValueError as error:
        raise ConnectorError(f"json_key_file is not JSON: {error}") from None
    for name in ("client_email", "private_key", "project_id", "token_uri"):
        if not isinstance(found.get(name), str):
            raise ConnectorError(f"json_key_file is not the key of a service account: it has no {name}")
    if not _URL.fullmatch(found["token_uri"]):
        raise ConnectorError(f"token_uri of json_key_file must be a URL, not {found['token_uri']}")
    if found.get("universe_domain", _UNIVERSE) != _UNIVERSE:
        raise ConnectorError(f"json_key_file is not for {_UNIVERSE}: it has another universe_domain")
    try:
        return found, service_account.Credentials.from_service_account_info(found)
    except ValueError as error:
        raise ConnectorError(f"json_key_file is not the key of a service account: {error}") from None


def _is_google(url: str) -> bool:
    parts = _URL.fullmatch(url)
    host = parts["host"] if parts else ""
    return url.startswith("https:") and (host == "accounts.google.com" or host.endswith(f".{_UNIVERSE}"))


def _netloc(url: str) -> str:
    return url.split("/")[2]


def _once(session: requests.Session, timeout: float) -> Callable[..., Any]:
    """Return what sends requests for tokens, and repeats none: who delivers does."""
    send = Request(session)

    def request(url: str, **options: Any) -> Any:
        response = send(url, **{**options, "timeout": timeout})
        if response.status in _PASSING_STATUSES:  # the library would ask again
            raise RefreshError(f"status {response.status}", retryable=True)
        return response

    return request


class _Token(Credentials):
    """A token that is not renewed: it is used at once, and once."""

    def __init__(self, token: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.token = token

    def refresh(self, request: Any) -> None:
        """Refuse."""
        raise RefreshError("The server does not accept the token of the key")
