"""What can be waited for: one thing, or several requests that share calls."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Optional

import urllib3

from ubiops import ApiTypeError, CoreApi
from ubiops.utils._waiters import Waiter


class Target:
    """What is waited for.

    Args:
        api: The API.
        waiter: How to wait for this kind of thing.
        name: What it is called in messages.
        path: The names in its path.
        filters: What finds its log; None if it has none.

    Attributes:
        total: How many things it is.
    """

    total = 1

    def __init__(
        self,
        api: CoreApi,
        waiter: Waiter,
        name: str,
        path: Mapping[str, str],
        filters: Optional[Mapping[str, str]] = None,
    ) -> None:
        self.api = api
        self.waiter = waiter
        self.name = name
        self.path = path
        self._filters = filters
        self._found: List[Any] = []

    def look(self, limits: urllib3.Timeout) -> None:
        """Ask how it stands."""
        self._found = [self._ask(limits)]

    def known(self) -> List[Any]:
        """Return all that is known, in order."""
        return self._found

    def last(self) -> Any:
        """Return what an exception shows of what is known."""
        return next(iter(self.known()), None)

    def pending(self) -> List[Any]:
        """Return what is known of what is not over."""
        return [found for found in self.known() if self.waiter.outcome(found.status) is None]

    def filters(self, subject: Any) -> Optional[Mapping[str, str]]:
        """Return what finds the log of one of the things; None if it has none."""
        return self._filters

    def _ask(self, limits: urllib3.Timeout, **body: Any) -> Any:
        return getattr(self.api, self.waiter.operation)(**self.path, **body, _request_timeout=limits)


class Requests(Target):
    """Batch requests that are waited for together.

    Args:
        ids: Their ids.
        id_name: The filter of the log that takes an id.
    """

    def __init__(
        self,
        api: CoreApi,
        waiter: Waiter,
        name: str,
        path: Mapping[str, str],
        ids: Iterable[str],
        id_name: str,
    ) -> None:
        super().__init__(api, waiter, name, path)
        self._ids = _checked_ids(ids, f"{id_name}s")
        self._id_name = id_name
        self._by_id: Dict[str, Any] = {}
        self._left = list(dict.fromkeys(self._ids))
        self.total = len(self._ids)

    def look(self, limits: urllib3.Timeout) -> None:
        """Ask about those that come first, and about the next as long as all of them are over."""
        while self._left:
            asked = self._left[: self.waiter.most]
            self._by_id.update((found.id, found) for found in self._ask(limits, data=asked))
            left = [each for each in asked if not self._is_over(each)]
            self._left[: len(asked)] = left
            if left:
                return

    def known(self) -> List[Any]:
        """Return those that have been asked about, in the order of their ids."""
        return [self._by_id[each] for each in self._ids if each in self._by_id]

    def last(self) -> Any:
        """Return all of them."""
        return self.known()

    def filters(self, subject: Any) -> Optional[Mapping[str, str]]:
        """Return what finds the log of one of them."""
        return {self._id_name: subject.id}

    def _is_over(self, request_id: str) -> bool:
        found = self._by_id.get(request_id)
        return found is not None and self.waiter.outcome(found.status) is not None


def _checked_ids(ids: Iterable[str], name: str) -> List[str]:
    wanted = [] if isinstance(ids, (str, bytes)) else list(ids)
    if isinstance(ids, (str, bytes)) or not all(isinstance(each, str) and each for each in wanted):
        raise ApiTypeError(f"{name}: must be a list of ids, which are text, such as [found.id for found in created]")
    return wanted
