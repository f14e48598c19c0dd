"""Libraries that may be missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ubiops.utils import MissingExtraException
from ubiops.utils._extras import require


def test_what_is_there() -> None:
    assert require("json", "utils") is json


def test_what_an_extra_brings() -> None:
    with pytest.raises(MissingExtraException) as caught:
        require("no_such_library.part", "utils")
    assert str(caught.value) == 'This needs no_such_library: pip install "ubiops[utils]" or pip install no_such_library'
    assert isinstance(caught.value, ImportError)
    assert caught.value.name == "no_such_library"


def test_what_no_extra_brings() -> None:
    with pytest.raises(MissingExtraException, match=r"^This needs no_such_library: pip install no_such_library$"):
        require("no_such_library")


@pytest.mark.parametrize("line", ["import no_such_library", "raise ImportError('DLL load failed')"])
def test_what_is_there_and_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    name = f"broken_{len(line)}"
    (tmp_path / f"{name}.py").write_text(line, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ImportError, match=r"no_such_library|DLL load failed") as caught:
        require(name, "utils")
    assert not isinstance(caught.value, MissingExtraException)
