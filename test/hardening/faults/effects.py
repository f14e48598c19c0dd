"""What a fault does to a call, in the words of the documentation."""

from __future__ import annotations

from typing import NamedTuple, Optional, Type

import ubiops


class Effect(NamedTuple):
    """What a fault does to one request.

    Attributes:
        raises: What it is to the caller; None if the answer is as good as any.
        status: HTTP status of the error; 0 without an answer, None for that of the right answer.
        sent: Whether the server may have seen the request.
        final: Whether a repetition would fail in the same way.
        asks: Seconds to wait by the ``Retry-After`` of the answer; None if it has none that can be read.
        says_so: Whether the answer has a ``Retry-After``, readable or not.
        in_body: Whether it comes after the headers.
        spoils: Whether what arrives is no JSON, which is of no concern to who takes bytes.
        unread: Whether it is of no concern to who does not hold the body in memory.
        unnoticed: Whether who reads a stream does not notice, as docs/errors.md says.
        moves_reads: Whether only methods that change something suffer from it.
        requests: How many requests one attempt takes.
    """

    raises: Optional[Type[ubiops.ApiException]] = None
    status: Optional[int] = 0
    sent: bool = True
    final: bool = False
    asks: Optional[float] = None
    says_so: bool = False
    in_body: bool = False
    spoils: bool = False
    unread: bool = False
    unnoticed: bool = False
    moves_reads: bool = False
    requests: int = 1


FINE = Effect()
REFUSED = Effect(ubiops.ConnectionException, sent=False)
NO_NAME = Effect(ubiops.NameResolutionException, sent=False)
NOT_IN_TIME = Effect(ubiops.ConnectTimeoutException, sent=False)
BROKEN = Effect(ubiops.BrokenConnectionException)
BROKEN_BODY = BROKEN._replace(in_body=True)
LATE = Effect(ubiops.ReadTimeoutException, final=True)
LATE_BODY = LATE._replace(in_body=True)
UNTRUSTED = Effect(ubiops.TLSException, final=True)
NO_JSON = Effect(ubiops.ApiException, status=None, final=True, spoils=True)
TOO_MUCH = Effect(ubiops.ApiException, status=None, final=True, unread=True)

_CLASSES = {
    400: ubiops.BadRequestException,
    401: ubiops.UnauthorizedException,
    403: ubiops.ForbiddenException,
    404: ubiops.NotFoundException,
    409: ubiops.ConflictException,
    413: ubiops.ContentTooLargeException,
    429: ubiops.TooManyRequestsException,
}


def status(code: int, asks: Optional[float] = None, says_so: bool = False) -> Effect:
    """Return the effect of an answer with a status, as the tree of exceptions has it."""
    raises = _CLASSES.get(code) or (ubiops.ServiceException if 500 <= code <= 599 else ubiops.ApiException)
    return Effect(raises, code, asks=asks, says_so=says_so or asks is not None)
