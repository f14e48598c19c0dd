"""What can be done to an emulator beside the API: its state as a whole, its clock, its faults, what it has received."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Callable, Iterator, Optional, TypeVar, Union

from ..platform import Platform
from ..state.seed import seed
from ..state.storage import Storage
from . import state
from .clock import Clock, Moment
from .faults import Fault, Faults
from .gate import Gate
from .recorder import ReceivedRequest, Recorder
from .seed_file import SeedError, SeedFile

__all__ = ["Clock", "Control", "Fault", "Faults", "Moment", "ReceivedRequest", "SeedError", "SeedFile"]

T = TypeVar("T")

_log = logging.getLogger("ubiops.emulator")


class Control:
    """The controls of a running emulator.

    Args:
        platform: what is controlled.
        clock: its clock.
        faults: its faults.
        seed_file: what it holds in the beginning, beside the seed that each emulator has.

    Attributes:
        gate: where calls of the API go in.
        recorder: keeps the calls of the API.
    """

    def __init__(self, platform: Platform, clock: Clock, faults: Faults, seed_file: Optional[SeedFile]) -> None:
        self.platform = platform
        self.clock = clock
        self.faults = faults
        self.gate = Gate()
        self.recorder = Recorder()
        self._seed_file = seed_file
        self._exchange = threading.Lock()  # one export, import or reset at a time

    def apply_seed(self) -> None:
        """Make what the seed file lists, before calls come in. Builds go on in the background.

        Raises:
            SeedError: something in it is refused.
        """
        if self._seed_file is not None:
            self._seed_file.apply(self.platform)

    def wait_for_builds(self) -> None:
        """Wait for the builds of the seed file; those that failed are told to the log."""
        if self._seed_file is None:
            return
        self.platform.builds.wait_for_builds()
        query = (
            "SELECT models.name, version, error_message FROM versions JOIN models ON models.id = model_id"
            " WHERE status LIKE '%failed'"
        )
        with self.platform.storage.transaction() as db:
            for row in db.execute(query):
                _log.warning("Version %s of %s of the seed failed: %s", row["version"], row["name"], row[2])

    def reset(self) -> None:
        """Stop everything that runs, and go back to the seed: state, clock, faults and list of calls.

        The seeded user keeps the token. Calls that run fail; those that come meanwhile wait.

        Raises:
            SeedError: something in the seed file is refused; there is only what comes before it then.
        """
        with self._exchange, self._stopped():
            self.faults.clear()
            self.clock.reset()
            self.platform.storage.ids.restart()
            empty = Storage()
            self.platform.storage.begin_filling()
            try:
                self._seed(empty)
                self.platform.restart(lambda: self.platform.storage.replace(empty))
                self.recorder.clear()
                self.apply_seed()
            finally:
                empty.close()
                self.platform.storage.end_filling()
        self.wait_for_builds()

    def export_state(self, path: Path) -> None:
        """Write the whole state into a file.

        Raises:
            OSError, sqlite3.Error: the file cannot be written.
        """
        with self._exchange:
            state.export(self.platform.storage, path)

    def import_state(self, source: Union[Path, IO[bytes]]) -> None:
        """Replace the whole state by what `export_state` wrote. The seeded user keeps the present token.

        Raises:
            ApiError: 400 for a file that holds no state.
            OSError, sqlite3.Error: the file cannot be read, or the disk is full.
        """
        with self._exchange, state.opened(source) as found:
            self._seed(found.database)
            with self._stopped():
                self.platform.restart(lambda: found.take_over(self.platform.storage))

    def move_clock(self, move: Callable[[Clock], T]) -> T:
        """Change the clock, and let everything that goes by it follow; return what changing it returned.

        Raises:
            ValueError: the time is not possible.
        """
        moved = move(self.clock)
        self.platform.clock_moved()
        return moved

    def stop(self) -> None:
        """Let no fault keep calls and builds waiting any more."""
        self.faults.cancel_waits(True)

    def _seed(self, storage: Storage) -> None:
        with storage.transaction() as db:
            seed(db, self.platform.storage.ids, self.platform.token, self.platform.now())

    @contextmanager
    def _stopped(self) -> Iterator[None]:
        """Keep calls out, and end what runs; the context starts it again."""
        with self.gate.alone(self._stop):
            yield

    def _stop(self) -> None:
        self.faults.cancel_waits(True)
        try:
            self.platform.stop()
        finally:
            self.faults.cancel_waits(False)
