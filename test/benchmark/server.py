"""Canned answers over kept-alive connections, as cheap as Python can give them: what is left is the client's cost.

Prints its port, and ends when its standard input does, so that it cannot outlive the benchmark.
``GET /last`` tells what the request before it looked like: the floor sends the very headers that the client sent.
"""

import argparse
import os
import re
import socket
import ssl
import sys
import threading
from typing import Dict, Optional

from . import payloads

MEBIBYTE = 1024 * 1024
VERSIONS_PATH = b"/v2.1/projects/demo/models/model-1/versions"

_BODY_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_ZEROS = bytes(MEBIBYTE)
_last_head = b""


def _answer(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


ANSWERS: Dict[bytes, bytes] = {
    b"/v2.1/projects/demo/models/model-1": _answer(payloads.MODEL.encode()),
    VERSIONS_PATH: _answer(payloads.VERSIONS.encode()),
    VERSIONS_PATH + b"/version-1/upload": _answer(payloads.SUCCESS.encode()),
}


def _discard_body(connection: socket.socket, head: bytes, received: bytes, buffer: bytearray) -> None:
    length = _BODY_LENGTH.search(head)
    if length:
        left = int(length.group(1)) - len(received)
        while left > 0:
            left -= connection.recv_into(buffer) or left
        return
    # Chunked. The files sent here are all zeros, so only the last chunk can end like this.
    tail = received[-5:]
    while tail != b"0\r\n\r\n":
        count = connection.recv_into(buffer)
        if not count:
            return
        tail = (tail + bytes(buffer[max(0, count - 5) : count]))[-5:]


def _send_zeros(connection: socket.socket, mebibytes: int) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: {mebibytes * MEBIBYTE}\r\n\r\n"
    connection.sendall(head.encode())
    for _ in range(mebibytes):
        connection.sendall(_ZEROS)


def _serve(connection: socket.socket, mebibytes: int) -> None:
    global _last_head
    buffer = bytearray(MEBIBYTE)
    while True:
        data = b""
        while b"\r\n\r\n" not in data:
            received = connection.recv(65536)
            if not received:
                return
            data += received
        head, _, rest = data.partition(b"\r\n\r\n")
        method, path, _ = head.split(b" ", 2)
        if path == b"/last":
            connection.sendall(_answer(_last_head))
            continue
        _last_head = head
        if method == b"PUT":
            _discard_body(connection, head, rest, buffer)
        if path.endswith(b"/download"):
            _send_zeros(connection, mebibytes)
        else:
            connection.sendall(ANSWERS[path])


def _converse(connection: socket.socket, tls: Optional[ssl.SSLContext], mebibytes: int) -> None:
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with tls.wrap_socket(connection, server_side=True) if tls else connection as stream:
            _serve(stream, mebibytes)
    except OSError:
        connection.close()  # The client went away: a worker that is done does not say goodbye.


def _listen(listener: socket.socket, tls: Optional[ssl.SSLContext], mebibytes: int) -> None:
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_converse, args=(connection, tls, mebibytes), daemon=True).start()


def main() -> None:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificate", help="PEM file with a key and its certificate: serve TLS")
    parser.add_argument("--megabytes", type=int, default=256, help="size of a download")
    parser.add_argument("--cpu", type=int, help="stay on this core")
    arguments = parser.parse_args()
    if arguments.cpu is not None:
        os.sched_setaffinity(0, {arguments.cpu})
    tls = None
    if arguments.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(arguments.certificate)
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    threading.Thread(target=_listen, args=(listener, tls, arguments.megabytes), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)  # The threads are in the middle of their conversations; nobody listens any more.


if __name__ == "__main__":
    main()
