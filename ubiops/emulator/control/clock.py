"""The clock by which the emulator lives."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone
from typing import Optional, Tuple, Union

from ..common.dates import parse, utc_now
from ..common.errors import ApiError

Moment = Union[datetime, str]
"""A date and time, or the text of one such as `2020-05-13 14:39:50`; without a zone it is UTC."""

_GOING = None, timedelta(0)
"""That the clock is not frozen, and by how much it differs from the machine's."""

_FIRST = datetime(1970, 1, 1, tzinfo=timezone.utc)
_LAST = datetime(9000, 1, 1, tzinfo=timezone.utc)  # what is planned ahead still has a date then


class Clock:
    """Tells the time when it is called: that of the machine until it is set, moved or frozen."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # held to change the state, which is one value so that nobody reads half of it
        self._state: Tuple[Optional[datetime], timedelta] = _GOING

    def __call__(self) -> datetime:
        """Return the present time, in UTC."""
        frozen, offset = self._state
        return datetime.now(timezone.utc) + offset if frozen is None else frozen

    @property
    def frozen(self) -> bool:
        """Whether it stands still."""
        return self._state[0] is not None

    def freeze(self, at: Optional[Moment] = None) -> datetime:
        """Stand still, now or at another time; return that time.

        Raises:
            ValueError: the text is no date, or the date is not between 1970 and 9000.
        """
        with self._lock:
            moment = self() if at is None else _moment(at)
            self._state = moment, timedelta(0)
            return moment

    def set(self, to: Moment) -> datetime:
        """Show another time, and go on from there unless it is frozen; return that time.

        Raises:
            ValueError: as `freeze`.
        """
        with self._lock:
            return self._set(_moment(to))

    def advance(self, by: Union[timedelta, float]) -> datetime:
        """Move by a duration or a number of seconds, back if it is negative; return the new time.

        Raises:
            ValueError: the result is not between 1970 and 9000.
        """
        with self._lock:
            try:
                moment = self() + (by if isinstance(by, timedelta) else timedelta(seconds=by))
            except OverflowError:
                raise ValueError("the time must be between the years 1970 and 9000") from None
            return self._set(_moment(moment))

    def unfreeze(self) -> datetime:
        """Go on from the time at which it was frozen; return that time."""
        with self._lock:
            return self._go_on(self())

    def reset(self) -> None:
        """Show the time of the machine again."""
        with self._lock:
            self._state = _GOING

    def _set(self, moment: datetime) -> datetime:
        if not self.frozen:
            return self._go_on(moment)
        self._state = moment, timedelta(0)
        return moment

    def _go_on(self, moment: datetime) -> datetime:
        self._state = None, moment - utc_now()
        return moment


def _moment(value: Moment) -> datetime:
    if isinstance(value, str):
        try:
            value = parse(value, "the time")
        except ApiError as error:
            raise ValueError(error.message) from None
    value = value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)
    if not _FIRST <= value < _LAST:
        raise ValueError("the time must be between the years 1970 and 9000")
    return value
