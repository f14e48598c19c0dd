"""What is known of a field of a model, and the checks that follow from it."""

from __future__ import annotations

import enum
from typing import Any, Callable, Optional, Tuple, Union

from ubiops._encoding import NULL, blame, describe, to_json_value
from ubiops.exceptions import ApiTypeError, ApiValueError

Check = Callable[[Any], None]


class Field:
    """What the client knows and checks of a field of a model; the API may demand more.

    Attributes:
        type: Type of the value, in the notation of `openapi_types`.
        required: Whether None is refused.
        min_length, max_length: Limits of the number of characters.
        minimum, maximum: Limits of a number, inclusive.
        enum: The values that are accepted.
        secret: Whether the value is masked when the model is shown; the name of the field that says so.
    """

    name: str

    def __init__(
        self,
        type: str,  # noqa: A002 - the word of OpenAPI
        *,
        required: bool = False,
        min_length: int = 0,
        max_length: Optional[int] = None,
        minimum: Optional[float] = None,
        maximum: Optional[float] = None,
        enum: Optional[Tuple[Any, ...]] = None,
        secret: Union[bool, str] = False,
    ) -> None:
        self.type = type
        self.required = required
        self.min_length = min_length
        self.max_length = max_length
        self.minimum = minimum
        self.maximum = maximum
        self.enum = enum
        self.secret = secret

    def check(self, label: str) -> Optional[Check]:
        """Return the function that refuses a bad value other than None, or None if any value is good.

        Args:
            label: How error messages call the value.
        """
        if self.enum is not None:
            return _enum_check(label, self.enum)
        if self.minimum is not None or self.maximum is not None:
            return _range_check(label, self.minimum, self.maximum)
        if self.min_length or self.max_length is not None:
            return _length_check(label, self.min_length, self.max_length)
        return None


def _enum_check(label: str, allowed: Tuple[Any, ...]) -> Check:
    def check(value: Any) -> None:
        try:
            if value in allowed:
                return
            member = value.value if isinstance(value, enum.Enum) else value
            wrong = value is not NULL and member not in allowed
        except Exception:  # what cannot be compared, such as an array, is none of them
            wrong = True
        if wrong:
            raise ApiValueError(f"Invalid value for {label}: {describe(value)}, must be one of {list(allowed)}")

    return check


def _range_check(label: str, minimum: Optional[float], maximum: Optional[float]) -> Check:
    low = float("-inf") if minimum is None else minimum
    high = float("inf") if maximum is None else maximum
    if minimum is None:
        right = f"at most {maximum}"
    elif maximum is None:
        right = f"at least {minimum}"
    else:
        right = f"from {minimum} to {maximum}"

    def check(value: Any) -> None:
        try:
            if low <= value <= high:
                return
        except Exception:
            if value is NULL:
                return
            raise ApiTypeError(f"Invalid type for {label}: {describe(value)}, must be a number {right}") from None
        raise ApiValueError(f"Invalid value for {label}: {describe(value)}, must be {right}")

    return check


def _length(value: Any) -> int:
    """Return the length of whatever has one, be it text or not, as 2.1.0 does, or of the text that it becomes."""
    if hasattr(value, "__len__"):
        return len(value)
    text = to_json_value(value)
    if not isinstance(text, str):
        raise TypeError
    return len(text)


def _length_check(label: str, minimum: int, maximum: Optional[int]) -> Check:
    high = float("inf") if maximum is None else maximum
    right = f"at least {minimum}" if maximum is None else f"{minimum} to {maximum}"

    def check(value: Any) -> None:
        if value is NULL or (type(value) is str and minimum <= len(value) <= high):
            return
        try:
            length = _length(value)
        except (ApiTypeError, ApiValueError) as error:
            raise blame(label, error) from error.__cause__
        except Exception:
            raise ApiTypeError(f"Invalid type for {label}: must be text, not {type(value).__name__}") from None
        if not minimum <= length <= high:
            raise ApiValueError(f"Invalid value for {label}: it has {length} characters, must have {right}")

    return check
