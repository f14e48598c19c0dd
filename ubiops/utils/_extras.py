"""Libraries that only some functions need."""

from __future__ import annotations

from typing import Any, Optional

from ubiops._loading import load
from ubiops.utils._exceptions import MissingExtraException


def require(module: str, extra: Optional[str] = None) -> Any:
    """Import a library that is not installed with the client.

    Args:
        module: Name of the module.
        extra: The extra of this package that brings it, if one does.

    Raises:
        MissingExtraException: If it is not installed.
    """
    library = module.partition(".")[0]
    try:
        return load(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise  # it is there, and lacks something itself
        ways = [f'pip install "ubiops[{extra}]"', f"pip install {library}"] if extra else [f"pip install {library}"]
        raise MissingExtraException(f"This needs {library}: {' or '.join(ways)}", name=library) from error
