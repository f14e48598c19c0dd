"""Progress bars: those of tqdm, where there is somebody to see them."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Dict, Optional, Type

from ubiops._loading import load
from ubiops._printable import printable
from ubiops.utils._extras import require


class Progress:
    """A bar, or nothing; a context manager whose end leaves the bar as it is.

    Args:
        description: What is under way, such as `Uploading churn/v1`.
        total: How much there is to do, in units; None if nobody knows.
        unit: `B` (bytes, shown as kB, MB, ...), `rows`, `requests`; None where nothing is counted, and there is
            only the state and the time.
        shown: True for a bar, False for none; None for one where tqdm is installed and a terminal or a notebook looks.

    Raises:
        MissingExtraException: If `shown` is True and tqdm is not installed.
    """

    def __init__(
        self, description: str, total: Optional[int] = None, unit: Optional[str] = None, shown: Optional[bool] = None
    ) -> None:
        self._bar: Optional[Any] = None
        if shown or (shown is None and _is_watched() and find_spec("tqdm") is not None):
            kind: Dict[str, Any] = {"unit": unit} if unit else {"bar_format": "{desc} [{elapsed}{postfix}]"}
            if unit == "B":
                kind.update(unit_scale=True, unit_divisor=1000)
            self._bar = bars().tqdm(desc=printable(description), total=total, **kind)

    def advance(self, amount: int = 1) -> None:
        """Note that so much more is done."""
        if self._bar is not None:
            self._bar.update(amount)

    def state(self, text: str) -> None:
        """Show how it stands, such as `building`."""
        if self._bar is not None:
            self._bar.set_postfix_str(printable(text))

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


def bars() -> Any:
    """Return the module of tqdm whose bars fit in where this runs.

    Raises:
        MissingExtraException: If tqdm is not installed.
    """
    tqdm = require("tqdm", "utils")
    return load("tqdm.notebook") if _in_notebook() and find_spec("ipywidgets") is not None else tqdm


def _in_notebook() -> bool:
    """Tell whether a kernel of Jupyter runs this; a shell of IPython in a terminal does not count."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    # Others derive theirs from Jupyter's, such as Colab.
    return "ZMQInteractiveShell" in [kind.__name__ for kind in type(shell).__mro__]


def _is_watched() -> bool:
    # Programs without a console have no standard error, and others have closed it.
    return _in_notebook() or (sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty())
