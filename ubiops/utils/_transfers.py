"""What uploads and downloads have in common: counting bytes, breaking off, several at a time."""

from __future__ import annotations

import threading
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Sized, TypeVar

from ubiops.utils._checks import checked_count
from ubiops.utils._exceptions import TransferException
from ubiops.utils._progress import Progress

T = TypeVar("T")
S = TypeVar("S")


class Stopped(BaseException):
    """A transfer was broken off because another one has failed.

    Nothing on its way takes it for an error, as with Ctrl-C.
    """


class Meter:
    """Counts the bytes of a transfer, which may begin anew.

    Args:
        bar: Shows them; what was shown before a new beginning is not shown again.
        stop: Breaks the transfer off when it is set; None for one that nothing breaks off.

    Attributes:
        position: Bytes since the last beginning.
    """

    def __init__(self, bar: Progress, stop: Optional[threading.Event] = None) -> None:
        self.position = 0
        self._shown = 0
        self._bar = bar
        self._stop = stop

    def begin(self) -> None:
        """Begin anew."""
        self.position = 0

    def count(self, amount: int) -> None:
        """Note that so many bytes more have gone over.

        Raises:
            Stopped: The transfer is to be broken off.
        """
        if self._stop is not None and self._stop.is_set():
            raise Stopped
        self.position += amount
        if self.position > self._shown:
            self._bar.advance(self.position - self._shown)
            self._shown = self.position


class WatchedFile:
    """A file that is being uploaded.

    Args:
        stream: The file, opened in binary mode.
        name: The file name that the service is to know.
        meter: Counts what is read.
        sized: Whether it knows its end; if not, it is sent until it ends.
    """

    def __init__(self, stream: Any, name: str, meter: Meter, *, sized: bool) -> None:
        self._stream = stream
        self.name = name
        self._meter = meter
        self._sized = sized

    def tell(self) -> int:
        """Return where the file stands.

        Raises:
            OSError: It does not know its end.
        """
        if not self._sized:
            raise OSError(f"{self.name} does not know its end")
        position: int = self._stream.tell()
        return position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go elsewhere; what is read is counted from there."""
        self._meter.begin()
        position: int = self._stream.seek(offset, whence)
        return position

    def read(self, size: int = -1) -> Any:
        """Return the next bytes."""
        data = self._stream.read(size)
        self._meter.count(len(data))
        return data


class WatchedAnswer:
    """An answer that is being downloaded.

    Args:
        response: The urllib3 response, unread.
        meter: Counts what comes in.
    """

    def __init__(self, response: Any, meter: Meter) -> None:
        self._response = response
        self._meter = meter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._response, name)

    def stream(self, *arguments: Any, **options: Any) -> Iterator[bytes]:
        """Return the body block by block."""
        self._meter.begin()
        for block in self._response.stream(*arguments, **options):
            self._meter.count(len(block))
            yield block


def in_parallel(
    work: Callable[[S, threading.Event], T],
    items: Iterable[S],
    max_workers: int,
    description: str,
    progress: Optional[bool],
) -> List[T]:
    """Do the same with each item, several at a time, and return the results in the order of the items.

    Args:
        work: Does it; breaks off with `Stopped` when the event is set.
        items: Asked for the next one when a thread is free.
        max_workers: How many at a time.
        description: What the bar says.
        progress: Whether there is a bar.

    Raises:
        TransferException: At least one failed. What runs then is broken off, what has not begun does not.
        ApiValueError, ApiTypeError: `max_workers` is no number from 1.
    """
    checked_count(max_workers, "max_workers")
    stop = threading.Event()
    results: Dict[int, T] = {}
    failures: Dict[int, Exception] = {}
    running: Dict[Future[T], int] = {}
    total = len(items) if isinstance(items, Sized) else None
    begun = 0

    def settle() -> None:
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            index = running.pop(future)
            try:
                results[index] = future.result()
                bar.advance()
            except Stopped:
                pass
            except Exception as error:
                failures[index] = error
                stop.set()

    with Progress(description, total, "files", progress) as bar, ThreadPoolExecutor(max_workers) as pool:
        try:
            for item in items:
                running[pool.submit(work, item, stop)] = begun
                begun += 1
                if len(running) == max_workers:
                    settle()
                if failures:
                    break
            while running:
                settle()
        finally:
            stop.set()  # what still runs when somebody presses Ctrl-C
    if failures:
        done = (
            f"{description}: of {begun} files that were begun, {len(failures)} failed and {len(results)} are complete"
        )
        raise TransferException(done, [results.get(index) for index in range(begun)], failures)
    return [results[index] for index in range(begun)]
