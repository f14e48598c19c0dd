"""What tests need that pip or apt-get may not have installed."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import NoReturn

import pytest


def absent(what: str, how: str) -> NoReturn:
    """Skip a test for want of something; fail it where everything is supposed to be there."""
    message = f"needs {what}: {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def need_modules(*names: str, how: str = "pip install -r test-requirements.txt") -> None:
    """Make sure that modules are installed."""
    for name in names:
        if find_spec(name) is None:
            absent(name, how)
