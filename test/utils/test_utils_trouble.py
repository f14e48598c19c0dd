"""How long the service wants to be left alone."""

from __future__ import annotations

import time
from email.utils import formatdate
from typing import Optional

import pytest

from ubiops import TooManyRequestsException
from ubiops.utils._trouble import asked_to_wait


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("120", 120, 120),
        (" 0 ", 0, 0),
        (formatdate(0, usegmt=True), 0, 0),
        ("soon", 0, 0),
        ("-5", 0, 0),
        ("", 0, 0),
        (None, 0, 0),
    ],
)
def test_retry_after(value: Optional[str], least: float, most: float) -> None:
    error = TooManyRequestsException()
    if value is not None:
        error.headers = {"Retry-After": value}
    assert least <= asked_to_wait(error) <= most


def test_retry_after_a_moment() -> None:
    error = TooManyRequestsException()
    error.headers = {"Retry-After": formatdate(time.time() + 3600, usegmt=True)}
    assert 3000 < asked_to_wait(error) <= 3600
