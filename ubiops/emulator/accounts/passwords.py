"""Passwords: only their hashes are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import string
from typing import Optional

from ..common.errors import bad_request

_ROUNDS = 100_000
_SYMBOLS = string.punctuation.replace("\\", "")


def hashed(password: str) -> str:
    """Return what to store of a password: method, rounds, salt, hash. Slow by intent: keep it out of transactions."""
    salt = secrets.token_hex(16)
    return f"pbkdf2_sha256${_ROUNDS}${salt}${_hash(password, _ROUNDS, salt)}"


def matches(password: str, stored: str) -> bool:
    """Compare a password with a stored one; as slow as `hashed`."""
    _, rounds, salt, known = stored.split("$")
    return hmac.compare_digest(_hash(password, int(rounds), salt), known)


def accepted(password: str, stored: Optional[str], token: Optional[str]) -> bool:
    """Tell whether a user may sign in with a password; it takes equally long whether the user exists or not.

    Args:
        password: what was given.
        stored: the stored password of the user; None for a user without one, and for nobody.
        token: what takes the place of a password where there is none.
    """
    if stored is not None:
        return matches(password, stored)
    _hash(password, _ROUNDS, "")
    return token is not None and hmac.compare_digest(password.encode(), token.encode())


def check_strength(password: str) -> None:
    """Check the characters of a new password.

    Raises:
        ApiError: 400 that says what it lacks.
    """
    needs = {
        "a capital": any(character.isupper() for character in password),
        "a lowercase letter": any(character.islower() for character in password),
        "a digit": any(character.isdigit() for character in password),
        f"one of the symbols {_SYMBOLS}": any(character in _SYMBOLS for character in password),
    }
    missing = [need for need, met in needs.items() if not met]
    if missing:
        raise bad_request(f"password: must also have {', '.join(missing)}")


def _hash(password: str, rounds: int, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds).hex()
