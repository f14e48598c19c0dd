from __future__ import annotations

import pytest

from codegen import spec


@pytest.fixture(scope="session")
def api() -> spec.Api:
    """The specification as the generator reads it."""
    return spec.load()
