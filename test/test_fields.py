"""The limits that a schema sets to a value."""

from __future__ import annotations

import enum
import sys
import uuid
from typing import Any, List, Type

import pytest

import ubiops
from ubiops._field import Field


class Kind(enum.Enum):
    MODEL = "model"
    OTHER = "other"


@pytest.mark.parametrize(
    ("field", "good"),
    [
        (Field("str", enum=("model", "pipeline")), ["model", "pipeline", Kind.MODEL, ubiops.NULL]),
        (Field("int", minimum=1, maximum=10), [1, 5.5, 10, True, ubiops.NULL]),
        (Field("int", minimum=0), [0, 10**30, ubiops.NULL]),
        (Field("int", maximum=3), [-(10**30), 3, ubiops.NULL]),
        (Field("str", min_length=1), ["x", "x" * 10_000, b"x", Kind.MODEL, ubiops.NULL]),
        (Field("str", max_length=3), ["", "xyz", ubiops.NULL]),
        (Field("str", min_length=2, max_length=3), ["xy", "xyz"]),
        (Field("str", min_length=1), [[1], {"x": 1}, ("x",), uuid.UUID(int=0)]),  # types are the service's business
    ],
)
def test_values_within_the_limits_pass(field: Field, good: List[Any]) -> None:
    check = field.check("`it`")
    assert check is not None
    for value in good:
        check(value)


@pytest.mark.parametrize(
    ("field", "bad", "error", "message"),
    [
        (Field("str", enum=("a", "b")), "c", ubiops.ApiValueError, r"`it`: 'c', must be one of \['a', 'b'\]"),
        (Field("str", enum=("model",)), Kind.OTHER, ubiops.ApiValueError, "must be one of"),
        (Field("str", enum=("a",)), "c" * 100, ubiops.ApiValueError, r"`it`: 'c{56}\.\.\., must be one of"),
        (Field("int", minimum=1, maximum=10), 0, ubiops.ApiValueError, "`it`: 0, must be from 1 to 10"),
        (Field("int", minimum=1, maximum=10), 11, ubiops.ApiValueError, "`it`: 11, must be from 1 to 10"),
        (Field("int", minimum=1), 0, ubiops.ApiValueError, "must be at least 1"),
        (Field("int", maximum=1), 2, ubiops.ApiValueError, "must be at most 1"),
        (Field("float", minimum=1), float("nan"), ubiops.ApiValueError, "must be at least 1"),
        (Field("int", minimum=1), "5", ubiops.ApiTypeError, "`it`: '5', must be a number at least 1"),
        (Field("str", min_length=1), "", ubiops.ApiValueError, "0 characters, must have at least 1"),
        (Field("str", max_length=3), "abcd", ubiops.ApiValueError, "4 characters, must have 0 to 3"),
        (Field("str", min_length=2, max_length=3), "a", ubiops.ApiValueError, "1 characters, must have 2 to 3"),
        (Field("str", max_length=3), 5, ubiops.ApiTypeError, "`it`: must be text, not int"),
        (Field("str", min_length=1), [], ubiops.ApiValueError, "`it`: it has 0 characters, must have at least 1"),
        (Field("str", min_length=1), ubiops.OrganizationUpdate(), ubiops.ApiTypeError, "must be text, not Organ"),
        (Field("str", enum=("a",)), object(), ubiops.ApiValueError, "must be one of"),
    ],
)
def test_values_beyond_the_limits_are_refused(field: Field, bad: Any, error: Type[Exception], message: str) -> None:
    check = field.check("`it`")
    assert check is not None
    with pytest.raises(error, match=message):
        check(bad)


def test_a_field_without_limits_has_nothing_to_check() -> None:
    assert Field("str", required=True).check("`it`") is None


@pytest.mark.skipif(not hasattr(sys, "set_int_max_str_digits"), reason="before the limit of digits")
def test_a_number_of_too_many_digits_is_refused_in_words() -> None:
    check = Field("int", minimum=0, maximum=5).check("`x`")
    assert check is not None
    with pytest.raises(ubiops.ApiValueError, match="a number of type int with too many digits, must be from 0 to 5"):
        check(10**5000)
