"""The bodies of answers: read, decompressed piece by piece so that little cannot become much, or thrown away."""

from __future__ import annotations

import contextlib
import io
import zlib
from typing import Any, Iterable, Iterator, List, Optional

import urllib3
from urllib3.exceptions import DecodeError
from urllib3.response import GzipDecoder

from ubiops._response import headers_of
from ubiops.exceptions import ApiException

BLOCK = 1 << 14
PIECE = 1 << 16

MOST_ENCODINGS = 5
MOST_TO_DISCARD = 1 << 16

# Before 2.6 urllib3 decodes a block as a whole, whatever becomes of it, with the packages that know other encodings.
_OTHER_BLOCK = None if hasattr(GzipDecoder, "has_unconsumed_tail") else 64

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_KNOWN = frozenset(("gzip", "x-gzip", "deflate"))


def read_body(response: Any, most: Optional[int]) -> Any:
    """Return an answer with its body read: `data` is what was sent before it was compressed.

    Args:
        response: A urllib3 response, of which nothing was read.
        most: Longest body that may be made of a compressed one; None for any.

    Raises:
        ApiException: It becomes longer.
        HTTPError: The body is not complete, or not what it is said to be.
    """
    if "Content-Encoding" not in response.headers or not _encodings(response):
        response.data  # noqa: B018 - it is kept once it was asked for
        return response
    try:
        body = _joined(response, pieces(response, BLOCK), most)
    except BaseException:
        response.close()
        raise
    return _with_body(response, body, response.headers, response.reason)


def without_body(response: Any, error: Exception) -> Any:
    """Return an answer whose body cannot be read, and say why in its reason; what its status says is known."""
    response.close()
    cause = error.reason if isinstance(error, ApiException) else f"{type(error).__name__}: {error}"
    headers = response.headers.copy()
    headers.discard("Content-Encoding")  # urllib3 would still mind it
    return _with_body(response, b"", headers, f"{response.reason}, with a body that cannot be read ({cause})")


def _with_body(response: Any, body: bytes, headers: Any, reason: Optional[str]) -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(
        body=io.BytesIO(body),
        headers=headers,
        status=response.status,
        version=response.version,
        reason=reason,
        decode_content=False,
        enforce_content_length=False,
    )


def pieces(response: Any, size: int) -> Iterator[bytes]:
    """Return the body of an answer piece by piece, decompressed.

    Raises:
        HTTPError: The body is not complete, or not what it is said to be.
    """
    encodings = _encodings(response)
    if len(encodings) > MOST_ENCODINGS:
        raise DecodeError(f"The answer is compressed {len(encodings)} times")
    if not _KNOWN.issuperset(encodings):
        if len(encodings) > 1:
            raise DecodeError(f"The answer is compressed in a way that is not known: {', '.join(encodings)}")
        unpacked: Iterator[bytes] = response.stream(_OTHER_BLOCK or size)  # urllib3 knows more, with other packages
        return unpacked
    blocks: Iterator[bytes] = response.stream(size, decode_content=False)
    for encoding in reversed(encodings):
        blocks = _inflated(blocks, encoding != "deflate")
    return blocks


def _encodings(response: Any) -> List[str]:
    header = headers_of(response).get("Content-Encoding") or ""
    return [name for name in header.lower().replace(" ", "").split(",") if name not in ("", "identity")]


def _joined(response: Any, pieces: Iterable[bytes], most: Optional[int]) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if most is not None and len(body) > most:
            raise ApiException(
                response.status,
                f"The answer is compressed, and becomes longer than the {most} bytes that "
                "configuration.max_decompressed_size allows",
            )
    return bytes(body)


def _inflated(blocks: Iterable[bytes], gzip: bool) -> Iterator[bytes]:
    """Decompress blocks, at most `PIECE` bytes at a time."""
    stream: Any = None
    first = True
    try:
        for block in blocks:
            data = block
            while data:
                if stream is None:
                    if not first and not (gzip and data[0] == 0x1F):
                        break  # what follows the end is of no concern
                    # Some send deflate without the header that the standard wants.
                    stream = zlib.decompressobj(_GZIP if gzip else _ZLIB if data[0] & 15 == 8 else _RAW)
                    first = False
                piece = stream.decompress(data, PIECE)
                while piece:
                    yield piece
                    piece = stream.decompress(stream.unconsumed_tail, PIECE)
                data = b""
                if stream.eof:
                    data, stream = stream.unused_data, None
    except zlib.error as error:
        raise DecodeError(f"The answer is not compressed as it says: {error}") from error
    if stream is not None:
        raise DecodeError("The compressed answer ends too early")


def discard(response: Any) -> None:
    """Give the connection of an answer back, or close it if there is much to read before."""
    with contextlib.suppress(urllib3.exceptions.HTTPError):
        response.read(MOST_TO_DISCARD, decode_content=False)
    if not response.closed:
        response.close()
    response.release_conn()
