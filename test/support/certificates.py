"""Certificates of all sorts, from an authority that nobody knows."""

from __future__ import annotations

import datetime
import hashlib
import ssl
import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # cryptography warns on each Python that it will give up
    import trustme
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization


class Certificates:
    """An authority and what it has signed.

    Attributes:
        authority: File with the authority's certificate.
        authority_folder: Folder with that file, under the name by which OpenSSL looks for it.
        server: File with certificate and key for 127.0.0.1 and localhost.
        elsewhere: The same for another host name.
        expired: The same as `server`, out of date.
        client: File with certificate and key of a client; `client_key` and `client_certificate` are its parts;
            `encrypted_key` is the same key with the password ``5ecret``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ca = trustme.CA()
        self.authority = self._write("authority", self._ca.cert_pem.bytes())
        self.authority_folder = folder / "authorities"
        self.authority_folder.mkdir()
        (self.authority_folder / f"{_subject_hash(self._ca)}.0").write_bytes(self._ca.cert_pem.bytes())
        self.server = self._issue("server", "127.0.0.1", "localhost")
        self.elsewhere = self._issue("elsewhere", "elsewhere.test")
        past = datetime.datetime(2001, 1, 1)
        self.expired = self._issue("expired", "127.0.0.1", not_after=past)
        self.client = self._issue("client", "client@example.test")
        both = Path(self.client).read_bytes()
        split = both.index(b"-----BEGIN CERTIFICATE")
        self.client_key = self._write("client-key", both[:split])
        key = serialization.load_pem_private_key(both[:split], None).private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"5ecret"),
        )
        self.encrypted_key = self._write("encrypted-key", key)
        self.client_certificate = self._write("client-certificate", both[split:])

    def _issue(self, name: str, *identities: str, **options: Any) -> str:
        return self._write(name, self._ca.issue_cert(*identities, **options).private_key_and_cert_chain_pem.bytes())

    def _write(self, name: str, content: bytes) -> str:
        path = self._folder / f"{name}.pem"
        path.write_bytes(content)
        return str(path)

    def context(self, cert_file: str = "", ask_client: bool = False) -> ssl.SSLContext:
        """Return the context of a server with such a certificate, which may ask the client for its own."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert_file or self.server)
        if ask_client:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.authority)
        return context


def _subject_hash(authority: trustme.CA) -> str:
    """Return what ``openssl x509 -hash`` prints: a hash of the name in a canonical form."""
    name = x509.load_pem_x509_certificate(authority.cert_pem.bytes()).subject
    canonical = b""
    for attribute in name:  # organization and unit: short texts, and object identifiers 2.5.4.x
        text = " ".join(str(attribute.value).lower().split()).encode()
        identifier = bytes((0x55, 0x04, int(attribute.oid.dotted_string.split(".")[3])))
        canonical += _der(0x31, _der(0x30, _der(0x06, identifier) + _der(0x0C, text)))
    return hashlib.sha1(canonical).digest()[3::-1].hex()


def _der(tag: int, content: bytes) -> bytes:
    return bytes((tag, len(content))) + content
