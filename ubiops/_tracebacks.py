"""Tracebacks of errors that are the caller's concern: they show the caller's lines, not the package's."""

from __future__ import annotations

from types import FrameType, TracebackType
from typing import Optional, Type

from ubiops.exceptions import OpenApiException

_INTERNAL = frozenset(("ubiops", "urllib3", "http", "socket", "ssl"))


class OwnFramesHidden:
    """Lets IPython, Jupyter and pytest leave out the frames of this package, for the errors that it raises on purpose.

    Frames of what it sends with are left out as well, in the causes of these errors.

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
        if isinstance(error, OpenApiException):
            hide_own_frames(error)


def hide_own_frames(error: OpenApiException) -> None:
    """Do what `OwnFramesHidden` does, for an error that was just caught. A `try` costs nothing where all goes well."""
    caller = error.__traceback__.tb_frame.f_back if error.__traceback__ else None
    while caller is not None and _is_internal(caller):
        caller.f_locals["__tracebackhide__"] = True
        caller = caller.f_back
    link: Optional[BaseException] = error
    while link is not None:
        _hide(link.__traceback__)
        link = link.__context__ if link.__cause__ is None else link.__cause__


def _hide(traceback: Optional[TracebackType]) -> None:
    while traceback is not None:
        if _is_internal(traceback.tb_frame):
            traceback.tb_frame.f_locals["__tracebackhide__"] = True
        traceback = traceback.tb_next


def _is_internal(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] in _INTERNAL
