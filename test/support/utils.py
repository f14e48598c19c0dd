"""What tests of `ubiops.utils` share."""

from __future__ import annotations

from typing import Any, Callable, List

import ubiops
from ubiops.emulator import Emulator


def called(emulator: Emulator) -> List[str]:
    """Return the operations that an emulator was asked for, in their order."""
    return [str(request.operation) for request in emulator.requests]


def before(api: ubiops.CoreApi, method: str, end: str, act: Callable[[], Any]) -> None:
    """Let something happen just before a client sends its next request of this kind."""
    configuration = api.api_client.configuration

    def look(request: ubiops.RequestInfo) -> None:
        if request.method == method and request.url.endswith(end):
            configuration.on_request = None
            act()

    configuration.on_request = look
