"""`python -m ubiops.emulator`: a local UbiOps until Ctrl-C."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import signal
import socket
import sqlite3
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, List, Optional

from ubiops._printable import printable
from ubiops._version import __version__

from . import Emulator

TOKEN_VARIABLE = "UBIOPS_EMULATOR_TOKEN"  # noqa: S105 - a name. Not UBIOPS_API_TOKEN, which may hold a real one


def main(arguments: Optional[List[str]] = None) -> int:
    """Run the emulator until it is interrupted or terminated.

    Args:
        arguments: those of the command line by default.

    Returns:
        The exit status: 0, or 1 when it could not start.
    """
    parser = argparse.ArgumentParser(
        prog="ubiops-emulator" if Path(sys.argv[0]).stem == "ubiops-emulator" else "python -m ubiops.emulator",
        description="A local UbiOps. Prints its address and token as two lines of environment variables, and to the"
        " standard error the address of the page that shows what it does.",
    )
    parser.add_argument("--version", action="version", version=f"ubiops {__version__}")
    parser.add_argument("--host", default="127.0.0.1", help="name or address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="TCP port, 0 for any free one (default: %(default)s)")
    token = parser.add_mutually_exclusive_group()
    token.add_argument(
        "--token",
        default=os.environ.get(TOKEN_VARIABLE),
        help=f"token of the user, which other users of this machine can see here (default: {TOKEN_VARIABLE},"
        " the one in the data file, or a new one)",
    )
    token.add_argument("--token-file", type=Path, metavar="FILE", help="read the token from this file")
    parser.add_argument("--data", metavar="FILE", help="keep the state in this file and in the directory FILE.d")
    parser.add_argument("--seed", metavar="FILE", help="fill a new state from this file of JSON or YAML")
    parser.add_argument("--no-auth", action="store_true", help="let every call be the seeded user's, without a token")
    parser.add_argument(
        "--random-seed", type=int, metavar="N", help="make ids, tokens and the chance of faults the same in every run"
    )
    options = parser.parse_args(arguments)
    settings = vars(options)
    token_file: Optional[Path] = settings.pop("token_file")

    logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stderr)
    logging.getLogger("ubiops.emulator").setLevel(logging.INFO)
    try:
        if token_file is not None:
            settings["token"] = token_file.read_text(encoding="utf-8").strip()
        with _end_signals() as wait, Emulator(**settings) as emulator:
            print(f'UBIOPS_API_HOST={emulator.host}\nUBIOPS_API_TOKEN="{emulator.token}"', flush=True)
            print(f"See what it does at {emulator.page}", file=sys.stderr, flush=True)
            wait()
    except (OSError, OverflowError, ValueError, ImportError, sqlite3.Error) as error:
        print(printable(f"{parser.prog}: {_reason(error, options)}"), file=sys.stderr)
        return 1
    return 0


@contextmanager
def _end_signals() -> Iterator[Callable[[], object]]:
    """Give a function that waits for Ctrl-C, SIGTERM or the end of the terminal, also if it came before the call."""
    # Not an Event: the signal may reach another thread, and then nothing would wake the main thread.
    receiver, sender = socket.socketpair()
    sender.setblocking(False)
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # it is of nohup
        numbers.append(signal.SIGHUP)
    handlers = [signal.signal(number, lambda *_: None) for number in numbers]
    wakeup = signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
    try:
        yield lambda: receiver.recv(1)
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in zip(numbers, handlers):
            signal.signal(number, handler)
        receiver.close()
        sender.close()


def _reason(error: Exception, options: argparse.Namespace) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"port {options.port} is in use already; choose another with --port, or 0 for any free one"
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return f"{options.data} is in use by another emulator"
    if isinstance(error, sqlite3.Error):
        return f"{options.data} cannot be used: {error}"
    return " ".join(str(error).split())


if __name__ == "__main__":
    sys.exit(main())
