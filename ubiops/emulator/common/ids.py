"""Ids and tokens of what is made: different in every run, or the same ones in each."""

from __future__ import annotations

import random
import secrets
from typing import Optional


class Ids:
    """Makes ids and tokens.

    Args:
        seed: with a number, the same ids and tokens come in the same order in every run, which makes tokens
            predictable; None makes them random.
    """

    def __init__(self, seed: Optional[int] = None) -> None:
        self._seed = seed
        self.restart()

    def restart(self) -> None:
        """Begin the order of a fixed seed anew."""
        self._random = random.Random(self._seed)  # noqa: S311 - an id is no secret; for tokens see the class

    def new(self) -> str:
        """Return an id: a UUID of version 4."""
        digits = f"{self._random.getrandbits(128):032x}"
        variant = "89ab"[int(digits[16], 16) % 4]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"

    def token(self, size: int) -> str:
        """Return a token of so many bytes, written as hexadecimal digits."""
        if self._seed is None:
            return secrets.token_hex(size)
        return f"{self._random.getrandbits(8 * size):0{2 * size}x}"
