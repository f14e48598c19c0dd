"""Progress bars: those of tqdm, where there is somebody to see them."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Optional, Type

from ubiops.utils._extras import require


class Progress:
    """A bar, or nothing; a context manager whose end leaves the bar as it is.

    Args:
        description: What is under way, such as `Uploading churn/v1`.
        total: How much there is to do, in units; None if nobody knows.
        unit: `B` (bytes, shown as kB, MB, ...), `rows`, `requests`.
        shown: True for a bar, False for none; None for one where tqdm is installed and a terminal or a notebook looks.

    Raises:
        MissingExtraException: If `shown` is True and tqdm is not installed.
    """

    def __init__(
        self, description: str, total: Optional[int] = None, unit: str = "it", shown: Optional[bool] = None
    ) -> None:
        self._bar: Optional[Any] = None
        if shown or (shown is None and _is_watched() and find_spec("tqdm") is not None):
            tqdm = require("tqdm", "utils")
            if _in_notebook() and find_spec("ipywidgets") is not None:
                tqdm = import_module("tqdm.notebook")
            scale = {"unit_scale": True, "unit_divisor": 1000} if unit == "B" else {}
            self._bar = tqdm.tqdm(desc=description, total=total, unit=unit, **scale)

    def advance(self, amount: int = 1) -> None:
        """Note that so much more is done."""
        if self._bar is not None:
            self._bar.update(amount)

    def state(self, text: str) -> None:
        """Show how it stands, such as `building`."""
        if self._bar is not None:
            self._bar.set_postfix_str(text)

    def close(self) -> None:
        """Leave the bar as it is. Nothing moves it any more."""
        if self._bar is not None:
            self._bar.close()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()


def _in_notebook() -> bool:
    """Tell whether a kernel of Jupyter runs this; a shell of IPython in a terminal does not count."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return type(shell).__name__ == "ZMQInteractiveShell"


def _is_watched() -> bool:
    return _in_notebook() or (sys.stderr is not None and sys.stderr.isatty())
