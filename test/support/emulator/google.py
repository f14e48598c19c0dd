"""Google for tests: tokens for a service account, BigQuery, and the way to an emulator of Cloud Storage."""

from __future__ import annotations

import base64
import http.client
import json
import ssl
import subprocess
import sys
import threading
import time
import warnings
from contextlib import closing, contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Tuple
from urllib.parse import parse_qs, quote, urlsplit

from test.support.emulator.bigquery import Tables
from test.support.emulator.client import wait_until
from test.support.emulator.discovery import Discovery
from test.support.emulator.needs import need_modules
from test.support.emulator.servers import free_port

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # cryptography warns on each Python that it will give up
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

if TYPE_CHECKING:
    from test.support.certificates import Certificates

PROJECT = "a-project"
SAYS = "a failure of Google's"
ACCOUNT = f"robot@{PROJECT}.iam.gserviceaccount.com"
_AUDIENCE = "https://oauth2.googleapis.com/token"  # of what keys sign, wherever it is sent
Answer = Tuple[int, Dict[str, str], bytes]


class Google:
    """Servers, over HTTPS and over HTTP, that check each request as Google describes it.

    Args:
        certificates: of the one over HTTPS.

    Attributes:
        authority: a file with the certificate of who has signed theirs.
        url: where the one over HTTPS is.
        port: where the other one is.
        tables: what BigQuery has.
        wrong: what was wrong with requests.
        seen: the methods that were called, with the values of their `Authorization`.
        tokens: the tokens that were issued.
        denied: whether the account has no rights.
        failures: statuses of the next answers, by the id of a method; `token` is one.
        says: the message of such answers.
    """

    def __init__(self, certificates: Certificates) -> None:
        self.authority = certificates.authority
        self._private_key = self.new_key()
        key = serialization.load_pem_private_key(self._private_key.encode(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        self._public_key = key.public_key()
        self._documents = [Discovery("bigquery.v2"), Discovery("storage.v1")]
        self._storage = free_port()
        self.tables = Tables(PROJECT)
        self.wrong: List[str] = []
        self.seen: List[Tuple[str, str]] = []
        self.tokens: Dict[str, str] = {}
        self.denied = False
        self.failures: Dict[str, List[int]] = {}
        self.says = SAYS
        self._servers = [_Server(self), _Server(self)]
        context = certificates.context()
        self._servers[0].socket = context.wrap_socket(
            self._servers[0].socket, server_side=True, do_handshake_on_connect=False
        )
        self.url = f"https://localhost:{self._servers[0].server_port}"
        self.port = self._servers[1].server_port

    @staticmethod
    def new_key() -> str:
        """Return a private key."""
        made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        return made.private_bytes(*form).decode()

    def key(self, **values: Any) -> Dict[str, str]:
        """Return credentials: the key of the account, with other values in its file."""
        content = {
            "type": "service_account",
            "project_id": PROJECT,
            "private_key_id": "0123456789abcdef0123456789abcdef01234567",
            "private_key": self._private_key,
            "client_email": ACCOUNT,
            "client_id": "1",
            "token_uri": f"{self.url}/token",
            "universe_domain": "googleapis.com",
            **values,
        }
        return {"json_key_file": json.dumps({name: each for name, each in content.items() if each is not None})}

    @contextmanager
    def running(self) -> Iterator[Google]:
        command = [sys.executable, "-m", "gcp_storage_emulator", "start", "--host", "127.0.0.1"]
        command += ["--port", str(self._storage), "--in-memory", "--quiet"]
        threads = [threading.Thread(target=server.serve_forever, args=(0.05,)) for server in self._servers]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                for thread in threads:
                    thread.start()
                wait_until(lambda: process.poll() is not None or self._stores())
                assert process.poll() is None, process.returncode
                yield self
            finally:
                process.kill()
                for server in self._servers:
                    server.shutdown()
                    server.server_close()
                for thread in threads:
                    thread.join()

    def _stores(self) -> bool:
        with suppress(OSError):
            return self.ask_storage("GET", "/")[0] == 200
        return False

    def forget(self) -> None:
        """Forget what was done."""
        self.tables.clear()
        self.denied, self.says = False, SAYS
        for record in (self.seen, self.tokens, self.failures, self.wrong):
            record.clear()

    def make_bucket(self, name: str) -> None:
        status, _, _ = self.ask_storage("POST", f"/storage/v1/b?project={PROJECT}", json.dumps({"name": name}).encode())
        assert status == 200

    def stored(self, bucket: str) -> Dict[str, bytes]:
        """Return what is in a bucket, and empty it."""
        _, _, listed = self.ask_storage("GET", f"/storage/v1/b/{bucket}/o")
        contents = {}
        for each in json.loads(listed).get("items", ()):
            path = f"/storage/v1/b/{bucket}/o/{quote(each['name'], safe='')}"
            contents[each["name"]] = self.ask_storage("GET", f"/download{path}?alt=media")[2]
            self.ask_storage("DELETE", path)
        return contents

    def ask_storage(
        self, verb: str, path: str, body: Optional[bytes] = None, headers: Optional[Mapping[str, str]] = None
    ) -> Answer:
        """Send a request to the emulator of Cloud Storage."""
        with closing(http.client.HTTPConnection("127.0.0.1", self._storage, timeout=60)) as connection:
            connection.request(verb, path, body, dict(headers or {"Content-Type": "application/json"}))
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()

    def answer(self, verb: str, target: str, headers: Message, body: bytes) -> Answer:
        """Answer a request."""
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True)
        if parts.path == "/token":
            return self._issue(parse_qs(body.decode()))
        if "upload_id" in query:  # the rest of an upload, whose address the service has made itself
            return self._pass(verb, target, headers, body)
        for document in self._documents:
            method, place = document.find(verb, parts.path)
            if method is not None:
                break
        else:
            self.wrong.append(f"no method {verb} {target}")
            return _error(404, "Not Found")
        self.seen.append((method["id"], headers.get("Authorization", "")))
        said = _metadata(headers, body)
        complaints = document.complaints(method, query, said)
        self.wrong += [f"{method['id']}: {each}" for each in complaints]
        if complaints:
            return _error(400, "; ".join(complaints))
        refusal = self._refusal(method, headers)
        if refusal is not None:
            return refusal
        if method["id"] == "storage.buckets.testIamPermissions":
            if self.ask_storage("GET", f"/storage/v1/b/{place['bucket']}")[0] != 200:
                return _error(404, "The specified bucket does not exist.")
            return self._permissions(query["permissions"])
        if method["id"] == "bigquery.tables.testIamPermissions":
            return self._permissions(said["permissions"])
        if method["id"].startswith("bigquery."):
            return _json(*self.tables.answer(method["id"], place, said))
        return self._pass(verb, target, headers, body)

    def _refusal(self, method: Mapping[str, Any], headers: Message) -> Optional[Answer]:
        if self.failures.get(method["id"]):
            return _error(self.failures[method["id"]].pop(0), self.says)
        if "Authorization" in headers or self.tokens:
            scope = self.tokens.get(headers.get("Authorization", "").partition("Bearer ")[2])
            if scope is None:
                return _error(401, "Invalid Credentials")
            if scope not in method["scopes"]:
                return _error(403, "Request had insufficient authentication scopes.")
        return None

    def _permissions(self, wanted: List[str]) -> Answer:
        return _json(200, {} if self.denied else {"permissions": wanted})

    def _issue(self, form: Mapping[str, List[str]]) -> Answer:
        """Issue a token for what was signed."""
        self.seen.append(("token", ""))
        if self.failures.get("token"):
            return _json(self.failures["token"].pop(0), {"error": "internal_failure"})
        if form.get("grant_type") != ["urn:ietf:params:oauth:grant-type:jwt-bearer"]:
            return _json(400, {"error": "unsupported_grant_type"})
        signed, _, signature = form["assertion"][0].rpartition(".")
        header, claims = (json.loads(_decoded(each)) for each in signed.split("."))
        try:
            assert header["alg"] == "RS256"
            self._public_key.verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return _json(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
        if claims["iss"] != ACCOUNT:
            text = "Invalid grant: account not found"
            return _json(400, {"error": "invalid_grant", "error_description": text})
        assert claims["aud"] == _AUDIENCE
        assert claims["iat"] - 60 < time.time() < claims["exp"] <= claims["iat"] + 3600
        token = f"ya29.token-{len(self.tokens)}-{base64.b64encode(signature[:12].encode()).decode()}"
        self.tokens[token] = claims["scope"]
        return _json(200, {"access_token": token, "expires_in": 3599, "token_type": "Bearer"})

    def _pass(self, verb: str, target: str, headers: Message, body: bytes) -> Answer:
        kept = {name: value for name, value in headers.items() if name.lower() not in ("authorization", "connection")}
        status, answered, content = self.ask_storage(verb, target, body, kept)
        passed = {name: value for name, value in answered.items() if name in ("Content-type", "Location", "Range")}
        if "Location" in passed:
            secure = headers["Host"] == urlsplit(self.url).netloc
            origin = f"http{'s' if secure else ''}://{headers['Host']}"
            passed["Location"] = origin + urlsplit(passed["Location"])._replace(scheme="", netloc="").geturl()
        return status, passed, content


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, google: Google) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.google = google

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up, as they do who do not trust the certificate."""
        if not isinstance(sys.exc_info()[1], (ssl.SSLError, ConnectionError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 30

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            status, headers, content = self.server.google.answer(self.command, self.path, self.headers, body)
        except Exception as error:
            self.server.google.wrong.append(repr(error))
            status, headers, content = _error(500, repr(error))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - named by the base class

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _metadata(headers: Message, body: bytes) -> Any:
    """Return the JSON of a request, which is a part of it where a file follows."""
    if not body:
        return None
    if headers["Content-Type"].startswith("multipart/related"):
        body = body.split(b"\r\n\r\n", 1)[1].split(b"\r\n--", 1)[0]
    return json.loads(body)


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _json(status: int, content: Any) -> Answer:
    return status, {"Content-Type": "application/json"}, json.dumps(content).encode()


def _error(status: int, message: str) -> Answer:
    return _json(status, {"error": {"code": status, "message": message, "errors": [{"message": message}]}})


@contextmanager
def google(certificates: Certificates) -> Iterator[Google]:
    """Run the servers for a while."""
    need_modules("gcp_storage_emulator", "google.cloud.bigquery", "google.cloud.storage", "googleapiclient")
    with Google(certificates).running() as servers:
        yield servers
