"""An HTTP proxy in a process of its own, which tells what it was asked for."""

from __future__ import annotations

import argparse
import base64
import contextlib
import http.client
import http.server
import json
import os
import select
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, Dict, List, Optional, Type, Union
from urllib.parse import urlsplit


class Proxy:
    """Starts the proxy; use it as a context manager.

    Args:
        credentials: ``user:password`` that it demands.
        cert_file: Certificate and key, which make it an HTTPS proxy.
    """

    def __init__(self, credentials: str = "", cert_file: str = "") -> None:
        options: List[Union[str, bytes]] = ["--credentials", credentials.encode(), "--cert-file", cert_file]
        self._process = subprocess.Popen(
            [sys.executable, "-I", __file__, *options], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        self.address = f"127.0.0.1:{int(self._process.stdout.readline())}"
        self.url = f"{'https' if cert_file else 'http'}://{self.address}"

    def requests(self) -> List[Dict[str, Any]]:
        """Return what arrived since the last question: ``method``, ``target`` and ``headers`` of each request."""
        pipe = self._process.stdout
        assert pipe is not None
        found = []
        # A line is written before its request is passed on, so it is here before the answer is.
        while select.select([pipe], [], [], 0)[0]:
            found.append(json.loads(pipe.readline()))
        return found

    def __enter__(self) -> Proxy:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._process.communicate()  # it ends with its standard input
        assert self._process.returncode == 0


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a reset overtakes an answer
    credentials = b""

    def handle_one_request(self) -> None:
        self.raw_requestline = self.rfile.readline()
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        line = json.dumps({"method": self.command, "target": self.path, "headers": dict(self.headers)})
        # Unbuffered, so that select() in the other process sees every line.
        os.write(sys.stdout.fileno(), line.encode() + b"\n")
        expected = "Basic " + base64.b64encode(self.credentials).decode()
        self.close_connection = True
        if self.credentials and self.headers["Proxy-Authorization"] != expected:
            self._answer(407, {"Proxy-Authenticate": 'Basic realm="test"'}, b"")
        elif self.command == "CONNECT":
            self._tunnel()
        else:
            self._forward()

    def _answer(self, status: int, headers: Dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _forward(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if not name.lower().startswith("proxy-")}
        connection = http.client.HTTPConnection(parts.netloc)
        try:
            connection.request(self.command, parts._replace(scheme="", netloc="").geturl(), body, headers)
            response = connection.getresponse()
            content = response.read()
        except OSError:
            self._answer(502, {}, b"upstream failed")
        else:
            left_out = ("content-length", "connection", "transfer-encoding")
            kept = {name: value for name, value in response.headers.items() if name.lower() not in left_out}
            self._answer(response.status, kept, content)
        finally:
            connection.close()

    def _tunnel(self) -> None:
        host, _, port = self.path.rpartition(":")
        try:
            upstream = socket.create_connection((host.strip("[]"), int(port)))
        except OSError:
            self._answer(502, {}, b"")
            return
        with upstream:
            self.send_response(200, "Connection established")
            self.end_headers()
            back = threading.Thread(target=self._carry_back, args=(upstream,), daemon=True)
            back.start()
            _pump(self.connection, upstream)
            _shut(upstream, socket.SHUT_WR)  # what the server has said still goes back
            back.join()

    def _carry_back(self, upstream: socket.socket) -> None:
        _pump(upstream, self.connection)
        for end in (upstream, self.connection):
            _shut(end, socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        for data in iter(lambda: source.recv(1 << 16), b""):
            sink.sendall(data)
    except OSError:
        pass  # one side hung up


def _shut(end: socket.socket, how: int) -> None:
    with contextlib.suppress(OSError):  # it is closed already
        end.shutdown(how)


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    context: Optional[ssl.SSLContext] = None

    def finish_request(self, request: Any, client_address: Any) -> None:
        connection = self.context.wrap_socket(request, server_side=True) if self.context else request
        with connection:
            super().finish_request(connection, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # the client hung up


def main() -> None:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--credentials", default="")
    parser.add_argument("--cert-file", default="")
    options = parser.parse_args()
    _Handler.credentials = os.fsencode(options.credentials)
    if options.cert_file:
        _Listener.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        _Listener.context.load_cert_chain(options.cert_file)
    with _Listener(("127.0.0.1", 0), _Handler) as listener:
        os.write(sys.stdout.fileno(), b"%d\n" % listener.server_address[1])
        threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        sys.stdin.read()
        listener.shutdown()


if __name__ == "__main__":
    main()
