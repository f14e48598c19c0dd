"""Ids and tokens of what is made: different in every run, or the same ones in each."""

from __future__ import annotations

import random
import secrets
import threading
from typing import Optional


class Ids:
    """Makes ids and tokens.

    Args:
        seed: with a number, the same ids and tokens come in the same order in every run, which makes tokens
            predictable; None makes them random.
    """

    def __init__(self, seed: Optional[int] = None) -> None:
        self._seed = seed
        self._lock = threading.Lock()
        self._random: Optional[random.Random] = None
        self.restart()

    def restart(self) -> None:
        """Begin the order of a fixed seed anew."""
        with self._lock:
            self._random = random.Random(self._seed) if self._seed is not None else None  # noqa: S311 - see the class

    def new(self) -> str:
        """Return an id: a UUID of version 4."""
        digits = self.token(16)
        variant = "89ab"[int(digits[16], 16) % 4]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"

    def token(self, size: int) -> str:
        """Return a token of so many bytes, written as hexadecimal digits."""
        if self._random is None:
            return secrets.token_hex(size)
        with self._lock:
            return f"{self._random.getrandbits(8 * size):0{2 * size}x}"
