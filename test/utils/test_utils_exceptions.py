"""What can go wrong: texts, and the way to other processes."""

from __future__ import annotations

import pickle
from typing import Type

import pytest

import ubiops.utils
from ubiops import ModelVersionList, OpenApiException
from ubiops.utils import (
    Change,
    MissingExtraException,
    PackageException,
    RunFailedException,
    TransferException,
    UnchangeableException,
    WaitException,
    WaitFailedException,
    WaitTimeoutException,
)

VERSION = ModelVersionList(model="m", version="v", language="python3.8", status="building")


@pytest.mark.parametrize("kind", [WaitException, WaitFailedException, WaitTimeoutException])
def test_exceptions_of_waiting(kind: Type[WaitException]) -> None:
    error = kind("Model version m/v: no", VERSION, ("one", "two\x1b[2J"))
    assert str(error) == "Model version m/v: no\n    one\n    two\\x1b[2J"
    assert repr(error) == f"{kind.__name__}('Model version m/v: no')"
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (copy.message, copy.last, copy.log) == (error.message, VERSION, ["one", "two\x1b[2J"])
    assert str(copy) == str(error)


def test_a_time_limit_is_no_error_of_the_system() -> None:
    error = WaitTimeoutException("no", VERSION, ["one"])
    assert isinstance(error, TimeoutError)
    assert (error.errno, error.strerror, error.filename) == (None, None, None)


def test_what_failed_of_many() -> None:
    error = TransferException("Uploading: no", ["blob", None], {1: ValueError("one\x1b[2J")})
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error) == "Uploading: no\n    file 1: one\\x1b[2J"
    assert (copy.results, list(copy.failures)) == (["blob", None], [1])


def test_what_cannot_be_changed() -> None:
    error = UnchangeableException("the model m", [Change("input_type", "plain", "structured")], "delete it first")
    copy = pickle.loads(pickle.dumps(error))
    text = "This API cannot change the model m in place: input_type: 'plain' -> 'structured'. Instead delete it first"
    assert (str(copy), copy.changes) == (text, error.changes)


@pytest.mark.parametrize(
    "error",
    [
        PackageException("no model.py"),
        MissingExtraException("This needs x", name="x"),
        RunFailedException("It did not start", ["Traceback", "ValueError: no weights\x07"]),
    ],
)
def test_other_exceptions(error: OpenApiException) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (type(error), str(error))


@pytest.mark.parametrize("name", [name for name in ubiops.utils.__all__ if name.endswith("Exception")])
def test_tracebacks_name_exceptions_as_programs_do(name: str) -> None:
    assert getattr(ubiops.utils, name).__module__ == "ubiops.utils"


def test_what_a_service_says_of_a_lost_answer_is_escaped() -> None:
    error = ubiops.utils.UnknownFateException([(0, 249)], "one\x1b[2J")
    assert "rows 0 to 249 was lost (one\\x1b[2J)" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
