"""Which servers are trusted, and what the client shows of itself."""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Mapping, Optional, Union

import certifi
from urllib3.util.ssl_ import create_urllib3_context

from ubiops._printable import quoted_path
from ubiops.exceptions import ApiValueError

CA_VARIABLES = ("UBIOPS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")


@dataclass(frozen=True)
class TLSSettings:
    """What a TLS connection is made with.

    Attributes:
        verify: Whether the server's certificate is checked.
        ca_cert: File, or folder, with the certificates of the authorities that are trusted.
        cert_file: Certificate that the client shows.
        key_file: Key of that certificate, if it is in a file of its own.
        key_file_password: What the key is encrypted with.
        assert_hostname: Name that the certificate has to be made out to instead of the host's;
            False accepts any.
    """

    verify: bool
    ca_cert: str
    cert_file: Optional[str]
    key_file: Optional[str]
    assert_hostname: Union[bool, str, None]
    key_file_password: Union[str, bytes, None] = field(default=None, repr=False)

    def context(self) -> ssl.SSLContext:
        """Return an SSL context with these settings; TLS 1.2 is the oldest version that it speaks.

        Raises:
            ApiValueError: A file is missing or is not what it should be.
        """
        context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED if self.verify else ssl.CERT_NONE)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if not self.verify or self.assert_hostname is False:
            context.check_hostname = False
        if self.verify:
            _load("ssl_ca_cert", self.ca_cert, lambda: _load_authorities(context, self.ca_cert))
        if self.cert_file:
            cert_file, key_file = self.cert_file, self.key_file
            _load(
                "cert_file and key_file",
                cert_file,
                lambda: context.load_cert_chain(cert_file, key_file, self._password),
            )
        return context

    def _password(self) -> Union[str, bytes]:
        """Return the password of the key, which OpenSSL would ask for on the terminal."""
        if not self.key_file_password:
            raise ApiValueError(
                "configuration.cert_file and key_file: the key is encrypted; set configuration.key_file_password"
            )
        return self.key_file_password


def _load_authorities(context: ssl.SSLContext, path: str) -> None:
    if Path(path).is_dir():
        context.load_verify_locations(capath=path)
    else:
        context.load_verify_locations(cafile=path)


def _load(setting: str, path: str, load: Callable[[], None]) -> None:
    try:
        load()
    except ApiValueError:
        raise
    except (OSError, TypeError, ValueError) as error:
        # The text of an OSError may hold the path, which may be a key by mistake.
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        raise ApiValueError(
            f"configuration.{setting}: {quoted_path(path)} cannot be used as PEM certificates: {reason}"
        ) from None


def authorities(ssl_ca_cert: Optional[str], environment: Mapping[str, str]) -> str:
    """Return the file with the trusted authorities: the program's, else the environment's, else certifi's."""
    if ssl_ca_cert:
        return os.fspath(ssl_ca_cert)
    return next((environment[name] for name in CA_VARIABLES if environment.get(name)), None) or certifi.where()
