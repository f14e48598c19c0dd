"""Which servers are trusted, and what the client shows of itself."""

from __future__ import annotations

import os
import ssl
from pathlib import Path
from typing import Callable, Mapping, Optional, Union

from urllib3.util.ssl_ import create_urllib3_context

from ubiops._loading import LOADING
from ubiops._printable import quoted_path
from ubiops.exceptions import ApiValueError

CA_VARIABLES = ("UBIOPS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")


class TLSSettings:
    """What a TLS connection is made with.

    Args:
        verify: Whether the server's certificate is checked.
        ca_cert: File, or folder, with the certificates of the authorities that are trusted; certifi's if None.
        cert_file: Certificate that the client shows.
        key_file: Key of that certificate, if it is in a file of its own.
        assert_hostname: Name that the certificate has to be made out to instead of the host's;
            False accepts any.
        key_file_password: What the key is encrypted with.
    """

    def __init__(
        self,
        verify: bool,
        ca_cert: Optional[str],
        cert_file: Optional[str],
        key_file: Optional[str],
        assert_hostname: Union[bool, str, None],
        key_file_password: Union[str, bytes, None] = None,
    ) -> None:
        self.assert_hostname = assert_hostname
        self._verify = verify
        self._ca_cert = ca_cert
        self._cert_file = cert_file
        self._key_file = key_file
        self._key_file_password = key_file_password

    def context(self) -> ssl.SSLContext:
        """Return an SSL context with these settings; TLS 1.2 is the oldest version that it speaks.

        Raises:
            ApiValueError: A file is missing or is not what it should be.
        """
        context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED if self._verify else ssl.CERT_NONE)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if not self._verify or self.assert_hostname is False:
            context.check_hostname = False
        if self._verify:
            ca_cert = self._ca_cert or _usual_authorities()
            _load("ssl_ca_cert", ca_cert, lambda: _load_authorities(context, ca_cert))
        if self._cert_file:
            cert_file, key_file = self._cert_file, self._key_file
            _load(
                "cert_file and key_file",
                cert_file,
                lambda: context.load_cert_chain(cert_file, key_file, self._password),
            )
        return context

    def _password(self) -> Union[str, bytes]:
        """Return the password of the key, which OpenSSL would ask for on the terminal."""
        if not self._key_file_password:
            raise ApiValueError(
                "configuration.cert_file and key_file: the key is encrypted; set configuration.key_file_password"
            )
        return self._key_file_password


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


def authorities(ssl_ca_cert: Optional[str], environment: Mapping[str, str]) -> Optional[str]:
    """Return the file with the trusted authorities: the program's, else the environment's; None for certifi's."""
    if ssl_ca_cert:
        return os.fspath(ssl_ca_cert)
    return next((environment[name] for name in CA_VARIABLES if environment.get(name)), None)


def _usual_authorities() -> str:
    with LOADING:
        import certifi  # who speaks no TLS needs none

    return certifi.where()
