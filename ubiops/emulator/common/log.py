"""The emulator's own log, whose lines may quote what models and clients wrote."""

from __future__ import annotations

import logging
from traceback import format_exception

from ubiops._printable import printable


def escape(record: logging.LogRecord) -> bool:
    """Filter of a logger: write what terminals would obey as escapes, whatever handles the record."""
    record.msg, record.args = printable(record.getMessage()), ()
    if record.exc_info and not record.exc_text:
        lines = "".join(format_exception(*record.exc_info)).rstrip("\n").split("\n")
        record.exc_text = "\n".join(map(printable, lines))
    return True
