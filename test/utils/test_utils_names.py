# Every name is there when it is asked for, and costs nothing before.
from __future__ import annotations

import inspect
import re
from typing import Any

import pytest

import ubiops.utils
from test.support.names import documented
from test.support.process import run

LOADED = """
    import json, sys
    import ubiops.utils
    dir(ubiops.utils)
    print(json.dumps(sorted(name for name in sys.modules if name.startswith("ubiops"))))
"""


def test_the_import_loads_no_function() -> None:
    assert run(LOADED) == ["ubiops", "ubiops._version", "ubiops.utils"]


@pytest.mark.parametrize("name", ubiops.utils.__all__)
@documented
def test_every_name_leads_to_what_it_names(name: str) -> None:
    value: Any = getattr(ubiops.utils, name)
    assert value is getattr(ubiops.utils, name)
    assert value.__name__ == name
    assert value.__doc__


def test_names_are_told_once_and_in_order() -> None:
    assert ubiops.utils.__all__ == sorted(set(ubiops.utils.__all__) | set(ubiops.utils._MODULES))
    assert set(ubiops.utils.__all__) <= set(dir(ubiops.utils))


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'zipdir'"):
        ubiops.utils.zipdir  # type: ignore[attr-defined] # noqa: B018


FUNCTIONS = [name for name in ubiops.utils.__all__ if name[0].islower()]


@pytest.mark.parametrize("name", FUNCTIONS)
@documented
def test_every_function_is_described_alike(name: str) -> None:
    function: Any = getattr(ubiops.utils, name)
    text = inspect.getdoc(function) or ""
    section = text.partition("\nArgs:\n")[2].partition("\n\n")[0]
    described = dict(re.findall(r"^    (\w+): (.*)", section, re.MULTILINE))
    parameters = inspect.signature(function).parameters
    assert list(described) == list(parameters)
    assert re.search(r"^(Returns|Yields):$", text, re.MULTILINE)
    assert described.get("api", "The API.") == "The API."
    assert ("Uses `" in text) == ("api" in parameters)
    assert described.get("timeout", "Seconds ").startswith("Seconds ")
    look = " None for where tqdm is installed and a terminal or notebook looks."
    assert described.get("progress", look).endswith(look)
    assert [each.default for each in parameters.values() if each.name in ("timeout", "progress")].count(None) == len(
        {"timeout", "progress"} & set(parameters)
    )
