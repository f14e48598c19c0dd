"""A server that negotiates TLS 1.2 anew while a request arrives, as IIS does to ask for a client's certificate."""

from __future__ import annotations

import contextlib
import socket
import threading
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # cryptography warns on each Python that it will give up
    from OpenSSL import SSL


class RenegotiatingServer:
    """Reads one request, and answers with 413 once it is whole; use it as a context manager.

    Args:
        cert_file: Its certificate and key.
        after: Bytes after which it asks for another handshake.
        size: Bytes of the body.

    Attributes:
        renegotiations: Handshakes after the first.
        read: Bytes that it has read, the headers included.
    """

    def __init__(self, cert_file: str, after: int, size: int) -> None:
        self._context = SSL.Context(SSL.TLS_METHOD)
        self._context.set_max_proto_version(SSL.TLS1_2_VERSION)
        self._context.use_certificate_chain_file(cert_file)
        self._context.use_privatekey_file(cert_file)
        self._after, self._size = after, size
        self.renegotiations = 0
        self.read = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> RenegotiatingServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        accepted = self._listener.accept()[0]
        with accepted, contextlib.suppress(SSL.Error):  # the client hung up
            connection = SSL.Connection(self._context, accepted)
            connection.set_accept_state()
            while self.read < self._size:
                self.read += len(connection.recv(1 << 14))
                if self.read >= self._after and not connection.total_renegotiations():
                    connection.renegotiate()
                    connection.do_handshake()
            self.renegotiations = connection.total_renegotiations()
            connection.sendall(b"HTTP/1.1 413 Refused\r\nContent-Length: 0\r\n\r\n")
