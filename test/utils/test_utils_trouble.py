"""How long the service wants to be left alone."""

from __future__ import annotations

import time
from email.utils import formatdate
from typing import Any, Optional

import pytest

from ubiops import TooManyRequestsException
from ubiops.utils._trouble import asked_to_wait


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 0 ", 0), (formatdate(0, usegmt=True), 0), ("soon", None), ("\xb2", None), ("", None)],
)
def test_retry_after(value: str, seconds: Optional[float]) -> None:
    error = TooManyRequestsException()
    error.headers = {"Retry-After": value}
    assert asked_to_wait(error) == seconds


@pytest.mark.parametrize("error", [TooManyRequestsException(), RuntimeError()])
def test_nothing_is_asked(error: Exception) -> None:
    assert asked_to_wait(error) is None


def test_retry_after_a_moment() -> None:
    error = TooManyRequestsException()
    error.headers = {"Retry-After": formatdate(time.time() + 3600, usegmt=True)}
    asked: Any = asked_to_wait(error)
    assert 3000 < asked <= 3600
