"""Pickles go both ways between this version and 2.1.0; `data/published_pickles.json.xz` holds some of its own."""

from __future__ import annotations

import copy
import json
import logging
import lzma
import pickle
import pickletools
from pathlib import Path
from typing import Any, Dict, Set

import pytest

import ubiops
from test.support.models import MODELS, NAMES, row

PUBLISHED = json.loads(lzma.decompress((Path(__file__).parent / "data" / "published_pickles.json.xz").read_bytes()))


def published(name: str) -> Any:
    return pickle.loads(PUBLISHED[name]["pickle"].encode("latin-1"))


def globals_of(data: bytes) -> Set[str]:
    """Return what a pickle imports when it is loaded; GLOBAL is the only way in this protocol."""
    return {str(argument) for code, argument, _ in pickletools.genops(data) if code.name == "GLOBAL"}


def plain(value: Dict[str, Any]) -> Any:
    return json.loads(json.dumps(value, default=lambda moment: moment.isoformat()))


@pytest.mark.parametrize("name", NAMES)
def test_a_model_that_2_1_0_pickled_can_be_loaded(name: str) -> None:
    model = published(name)
    assert type(model) is getattr(ubiops, name)
    assert PUBLISHED[name]["values"].items() <= plain(model.to_dict()).items()
    added = model.to_dict().keys() - PUBLISHED[name]["values"].keys()
    assert {model.to_dict()[field] for field in added} <= {None}
    assert type(model).from_json(model.to_json()).to_json() == model.to_json()
    assert repr(model)
    for field in added:
        setattr(model, field, "new")
    assert isinstance(model.local_vars_configuration, ubiops.Configuration)
    assert pickle.loads(pickle.dumps(model)) == copy.deepcopy(model) == model


def test_a_configuration_that_2_1_0_pickled_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_READ_TIMEOUT", "7")
    monkeypatch.setenv("UBIOPS_API_TOKEN", "not this one")
    configuration = published("Configuration")
    values = {name: value for name, value in PUBLISHED["Configuration"]["values"].items() if "__" not in name}
    assert {name: getattr(configuration, name) for name in values} == values
    assert (configuration.logger_format, configuration.debug, configuration.logger_file) == ("%(message)s", False, None)
    assert configuration.timeout == (10.0, 7.0)
    assert configuration.exit_timeout == 3.0
    assert configuration.logger["package_logger"] is logging.getLogger("ubiops")
    assert vars(configuration).keys() >= vars(ubiops.Configuration()).keys()
    configuration.debug = True
    configuration.debug = False
    with pytest.warns(UserWarning, match="is read when a client is made"), ubiops.ApiClient(configuration):
        configuration.verify_ssl = True


@pytest.mark.parametrize("name", ["ApiException", "ApiTypeError", "ApiValueError", "ApiKeyError"])
def test_an_error_that_2_1_0_pickled_can_be_loaded(name: str) -> None:
    error = published(name)
    assert type(error) is getattr(ubiops, name)
    assert PUBLISHED[name]["values"].items() <= vars(error).items()
    assert str(error) == ("No model churn (status 404 Not Found)" if name == "ApiException" else "bad at ['data'][3]")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_a_model_of_ours_loads_in_2_1_0(model: Any) -> None:
    # What 2.1.0 has: the class in its module, and the fields in attributes with an underscore in front.
    data = pickle.dumps(model.from_dict(row(model)), 2)
    ours = {tuple(name.split()) for name in globals_of(data) if name.startswith("ubiops")}
    assert {module for module, _ in ours} <= {each.__module__ for each in MODELS}
    assert {name for _, name in ours} <= PUBLISHED.keys()
    assert {f"_{name}" for name in PUBLISHED[model.__name__]["values"]} <= model.from_dict({}).__getstate__().keys()


def test_a_configuration_of_ours_loads_in_2_1_0() -> None:
    configuration = ubiops.Configuration(api_key={"Authorization": "abc"})
    assert PUBLISHED["Configuration"]["values"].keys() <= configuration.__getstate__().keys()
    assert {name for name in globals_of(pickle.dumps(configuration, 2)) if name.startswith("ubiops")} == {
        "ubiops.configuration Configuration"
    }


def test_a_pickle_of_another_version_may_lack_fields_and_have_others() -> None:
    model = ubiops.Status.__new__(ubiops.Status)
    model.__setstate__({"_colour": "red"})
    assert model.to_dict() == {"status": None}
    configuration: Any = ubiops.Configuration.__new__(ubiops.Configuration)
    configuration.__setstate__({"host": "http://mine", "colour": "red"})
    assert (configuration.host, configuration.colour, configuration.verify_ssl) == ("http://mine", "red", True)
