"""Why a server could not be talked to."""

from __future__ import annotations

from typing import Optional

from requests import RequestException


def reason(error: BaseException) -> str:
    """Return what the operating system said of a failed call, beneath all that libraries have put around it.

    What they say themselves names their own objects, and whole URLs, of which a part may be secret.
    """
    chain = [error]
    while True:
        error = chain[-1]
        beneath: Optional[BaseException] = getattr(error, "inner_exception", None) or error.__cause__
        beneath = beneath or error.__context__
        if beneath is None:
            break
        chain.append(beneath)
    system = [each for each in chain if isinstance(each, OSError) and not isinstance(each, RequestException)]
    last = (system or chain)[-1]
    return str(last) or type(last).__name__
