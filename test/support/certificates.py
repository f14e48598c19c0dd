"""Certificates of all sorts, from an authority that nobody knows."""

from __future__ import annotations

import datetime
import hashlib
import ipaddress
import ssl
import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # cryptography warns on each Python that it will give up
    import trustme
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec


class Certificates:
    """An authority and what it has signed.

    Attributes:
        authority: File with the authority's certificate.
        authority_folder: Folder with that file, under the name by which OpenSSL looks for it.
        server: File with certificate and key for 127.0.0.1 and localhost.
        elsewhere: The same for another host name.
        expired: The same as `server`, out of date.
        foreign: The same as `server`, of another authority.
        self_signed: The same as `server`, signed by itself.
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
        self.foreign = self._write("foreign", _issued(trustme.CA(), "127.0.0.1"))
        self.self_signed = self._write("self-signed", _self_signed("127.0.0.1"))
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
        return self._write(name, _issued(self._ca, *identities, **options))

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


def _issued(authority: trustme.CA, *identities: str, **options: Any) -> bytes:
    """Return key and certificate."""
    content: bytes = authority.issue_cert(*identities, **options).private_key_and_cert_chain_pem.bytes()
    return content


def _self_signed(address: str) -> bytes:
    """Return key and certificate for an address, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, address)])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.datetime(2001, 1, 1))
        .not_valid_after(datetime.datetime(2099, 1, 1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private + certificate.public_bytes(pem)


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
