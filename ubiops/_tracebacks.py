"""Tracebacks of errors that are the caller's concern: they show the caller's lines, not the package's."""

from __future__ import annotations

from types import FrameType, TracebackType
from typing import Optional, Type

from ubiops.exceptions import OpenApiException


class OwnFramesHidden:
    """Lets IPython, Jupyter and pytest leave out the frames of this package, for the errors that it raises on purpose.

    Both skip frames with a local variable ``__tracebackhide__``. It is set when an error passes, so the functions
    need not know about it.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        if not isinstance(error, OpenApiException):
            return
        caller = traceback.tb_frame.f_back if traceback else None
        while caller is not None and _is_ours(caller):
            caller.f_locals["__tracebackhide__"] = True
            caller = caller.f_back
        while traceback is not None:
            if _is_ours(traceback.tb_frame):
                traceback.tb_frame.f_locals["__tracebackhide__"] = True
            traceback = traceback.tb_next


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] == "ubiops"
