"""Why a server could not be talked to."""

from __future__ import annotations

from typing import Optional


def reason(error: BaseException) -> str:
    """Return what the operating system said of a failed call, beneath all that libraries have put around it.

    What they say themselves names their own objects, and whole URLs, of which a part may be secret.
    """
    while True:
        beneath: Optional[BaseException] = getattr(error, "inner_exception", None) or error.__cause__
        beneath = beneath or error.__context__
        if beneath is None:
            return str(error) or type(error).__name__
        error = beneath
