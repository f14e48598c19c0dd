"""Libraries that only some functions need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ubiops.utils._exceptions import MissingExtraException


def require(module: str, extra: str) -> Any:
    """Import a library that an extra brings.

    Raises:
        MissingExtraException: If it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] != module.partition(".")[0]:
            raise  # it is there, and lacks something itself
        library = module.partition(".")[0]
        raise MissingExtraException(
            f'This needs {library}: pip install "ubiops[{extra}]" or pip install {library}'
        ) from error
