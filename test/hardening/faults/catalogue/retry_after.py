"""``Retry-After`` in every form."""

from __future__ import annotations

import email.utils
import time
from typing import Callable, Dict, List, Optional, Tuple

from ..effects import status
from ..exchange import Exchange
from ..fault import Fault
from .answers import BODIES, answer

DAY = 86400.0

# What is sent, and the seconds that it asks for; None for what cannot be read.
FORMS: Dict[str, Tuple[str, Optional[float]]] = {
    "0": ("0", 0.0),
    "1": ("1", 1.0),
    "1 with blanks": (" 1 ", 1.0),
    "0001": ("0001", 1.0),
    "a minute": ("60", 60.0),
    "a year": (str(365 * 86400), 365 * DAY),
    "400 digits": ("9" * 400, float("inf")),
    "negative": ("-1", None),
    "a fraction": ("0.5", None),
    "an exponent": ("1e3", None),
    "hexadecimal": ("0x10", None),
    "nothing": ("", None),
    "words": ("soon", None),
    "two numbers": ("0, 60", None),
    "not ASCII": ("\xb2", None),
    "a date in the past": ("Sun, 06 Nov 1994 08:49:37 GMT", 0.0),
    "a date of RFC 850 in the past": ("Sunday, 06-Nov-94 08:49:37 GMT", 0.0),
    "a date of asctime in the past": ("Sun Nov  6 08:49:37 1994", 0.0),
    "a date in 2099": ("Wed, 01 Jul 2099 12:00:00 GMT", 70 * 365 * DAY),
    "the first day of the calendar": ("Mon, 01 Jan 0001 00:00:00 GMT", 0.0),
    "the first day of the calendar, in no zone": ("Mon, 01 Jan 0001 00:00:00 -0000", 0.0),
    "the last day of the calendar, in no zone": ("Fri, 31 Dec 9999 23:59:59 -0000", 7000 * 365 * DAY),
    "a day that is none": ("Mon, 99 Feb 2026 00:00:00 GMT", None),
    "a zone beyond the day": ("Mon, 02 Feb 2026 00:00:00 +9999", 0.0),
}


def _play(code: int, value: str) -> Callable[[Exchange], bool]:
    def play(exchange: Exchange) -> bool:
        exchange.send(answer(code, *BODIES["JSON"], f"Retry-After: {value}"))
        return True

    return play


def _in_a_second(exchange: Exchange) -> bool:
    moment = email.utils.formatdate(time.time() + 1, usegmt=True)
    return _play(503, moment)(exchange)


def _faults() -> List[Fault]:
    found = []
    for name, (value, seconds) in FORMS.items():
        for code in (429, 503):
            effect = status(code, seconds, says_so=True)
            found.append(Fault(f"{code}, Retry-After: {name}", effect, _play(code, value)))
    return found


FAULTS = (
    *_faults(),
    Fault("503, Retry-After: a date in a second", status(503, 1.0), _in_a_second),
    Fault("500, Retry-After: 0", status(500, 0.0), _play(500, "0")),
    Fault("502, Retry-After: 0", status(502, 0.0), _play(502, "0")),
    Fault("404, Retry-After: 0", status(404, 0.0), _play(404, "0")),
)
