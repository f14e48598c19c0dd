"""What cannot be saved: the same requests with urllib3 and json alone."""

import json
from typing import Any, Dict, NamedTuple, Optional

import urllib3

CHUNK = 1024 * 1024
BLOCK = 128 * 1024
"""Bytes of a body that are sent at a time, as the client does: with urllib3's own 16 KB the floor lies higher."""


class Request(NamedTuple):
    """A request as it was seen on the wire."""

    method: str
    url: str
    headers: Dict[str, str]


def new_pool(connections: int = 1, ca: Optional[str] = None) -> urllib3.PoolManager:
    """Return a pool as a careful user would make it."""
    settings: Dict[str, Any] = {"maxsize": connections, "blocksize": BLOCK}
    return urllib3.PoolManager(**settings, ca_certs=ca) if ca else urllib3.PoolManager(**settings)


def last_request(pool: urllib3.PoolManager, server: str) -> Request:
    """Ask the server what the client just sent, to send the same."""
    line, *fields = pool.request("GET", server + "/last").data.decode("latin-1").split("\r\n")
    method, path, _ = line.split(" ")
    headers = dict(field.split(": ", 1) for field in fields)
    # urllib3 adds these by itself, at no less cost.
    for name in list(headers):
        if name.lower() in ("host", "content-length", "transfer-encoding") or headers[name] == "identity":
            del headers[name]
    return Request(method, server + path, headers)


def simple_program(request: Request) -> str:
    """Return a program that gets one small object."""
    return (
        "import json, urllib3\n"
        f"json.loads(urllib3.PoolManager().request('GET', {request.url!r}, headers={request.headers!r}).data)"
    )


def get_json(pool: urllib3.PoolManager, request: Request) -> Any:
    """Get a small or a large object."""
    return json.loads(pool.request(request.method, request.url, headers=request.headers).data)


def send_file(pool: urllib3.PoolManager, request: Request, path: str, size: int) -> Any:
    """Stream a file as the whole body: no form round it."""
    headers = {**request.headers, "Content-Type": "application/zip", "Content-Length": str(size)}
    with open(path, "rb") as file:  # noqa: PTH123 - as in the client's scenario, a path is a str
        return json.loads(pool.request(request.method, request.url, headers=headers, body=file).data)


def drain(response: Any) -> int:
    """Read a raw response to its end without keeping it."""
    size = sum(len(chunk) for chunk in response.stream(CHUNK))
    response.release_conn()
    return size


def receive_file(pool: urllib3.PoolManager, request: Request) -> int:
    """Download without keeping."""
    return drain(pool.request(request.method, request.url, headers=request.headers, preload_content=False))
