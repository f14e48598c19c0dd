# P3: the import costs next to nothing, and every name is there when it is asked for.
from __future__ import annotations

import importlib
import pickle
import sys
from typing import Any, Dict, List

import pytest

import ubiops
import ubiops.models
from test.support.fixtures import Serve
from test.support.models import row
from test.support.process import run
from test.support.server import Reply

LOADED = """
    import json, sys
    before = set(sys.modules)
    {statement}
    print(json.dumps(sorted(set(sys.modules) - before)))
"""

HEAVY = ("certifi", "dateutil", "http.client", "logging", "multiprocessing", "six", "ssl", "typing", "urllib3")


def loaded_by(statement: str) -> List[str]:
    return list(run(LOADED.format(statement=statement)))


def test_the_import_loads_neither_models_nor_urllib3() -> None:
    loaded = loaded_by("import ubiops")
    assert [name for name in loaded if name.startswith("ubiops")] == ["ubiops", "ubiops._version"]
    assert [name for name in loaded if name in HEAVY] == []


@pytest.mark.parametrize("statement", ["import ubiops; dir(ubiops)", "import ubiops; ubiops.__version__"])
def test_looking_at_the_names_loads_nothing_more(statement: str) -> None:
    assert [name for name in loaded_by(statement) if name.startswith("ubiops.")] == ["ubiops._version"]


def test_a_model_loads_no_other_model_and_no_transport() -> None:
    loaded = loaded_by("import ubiops; ubiops.BlobList")
    assert [name for name in loaded if name.startswith("ubiops.models.")] == [
        "ubiops.models._model",
        "ubiops.models.blob_list",
    ]
    assert "ubiops.rest" not in loaded
    assert "ubiops.configuration" not in loaded


def test_the_api_loads_no_models_before_one_is_needed() -> None:
    assert [name for name in loaded_by("import ubiops; ubiops.CoreApi") if name.startswith("ubiops.models")] == []


# What a call needs only now and then, and takes long to load.
SPARED = (
    *("certifi", "dataclasses", "dateutil", "decimal", "inspect", "multiprocessing", "pickle", "platform", "pprint"),
    *("secrets", "six", "subprocess", "urllib.request", "uuid", "ubiops._observe", "ubiops._retries"),
    *("ubiops._tables", "ubiops._threads", "ubiops._transport_errors"),
)


def test_a_simple_call_loads_only_what_it_needs(serve: Serve) -> None:
    server = serve(Reply(body=row(ubiops.ModelList)))
    program = """
        import json, sys
        import urllib3
        before = set(sys.modules)  # urllib3 loads more with one release than with another
        import ubiops
        configuration = ubiops.Configuration(sys.argv[1], api_key={"Authorization": "Token t"})
        name = ubiops.CoreApi(ubiops.ApiClient(configuration)).models_get("demo", "m").name
        print(json.dumps([name, *sorted(set(sys.modules) - before)]))
    """
    name, *loaded = run(program, server.url)
    assert name == "text"
    for_dates = ("dateutil", "decimal", "six") if sys.version_info < (3, 11) else ()
    assert [module for module in loaded if module in SPARED and module not in for_dates] == []


def test_the_emulator_is_never_loaded() -> None:
    loaded = loaded_by("from ubiops import *; CoreApi(); from ubiops.models import *")
    assert [name for name in loaded if name.startswith(("ubiops.emulator", "werkzeug", "waitress"))] == []


def test_a_star_import_brings_every_name() -> None:
    names: Dict[str, Any] = {}
    exec("from ubiops import *", names)
    assert set(ubiops.__all__) <= names.keys()
    assert {name: getattr(ubiops, name) for name in ubiops.__all__}.items() <= names.items()
    models: Dict[str, Any] = {}
    exec("from ubiops.models import *", models)
    assert set(ubiops.models.__all__) <= models.keys()


@pytest.mark.parametrize("module", [ubiops, ubiops.models])
def test_dir_and_all_name_everything_once_and_in_order(module: Any) -> None:
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))
    assert dir(module) == sorted(dir(module))


@pytest.mark.parametrize("name", ubiops.__all__)
def test_every_name_leads_to_what_it_names(name: str) -> None:
    value = getattr(ubiops, name)
    assert value is getattr(ubiops, name)
    if isinstance(value, type):
        assert value.__name__ == name
        assert getattr(sys.modules[value.__module__], name) is value
        assert pickle.loads(pickle.dumps(value)) is value


@pytest.mark.parametrize("name", ["NULL", "RetryPolicy"])
def test_names_beyond_the_published_ones_are_lazy_as_well(name: str) -> None:
    assert loaded_by(f"import ubiops; ubiops.{name}")


@pytest.mark.parametrize("module", ["api", "api_client", "configuration", "exceptions", "models", "rest"])
def test_submodules_are_attributes_without_being_imported(module: str) -> None:
    assert run(f"import json, ubiops; print(json.dumps(ubiops.{module}.__name__))") == f"ubiops.{module}"
    assert getattr(ubiops, module) is ubiops.__getattr__(module) is importlib.import_module(f"ubiops.{module}")


def test_modules_of_models_are_attributes_without_being_imported() -> None:
    assert run("import json, ubiops; print(json.dumps(ubiops.models.blob_list.BlobList.__name__))") == "BlobList"
    assert ubiops.models.__getattr__("blob_list") is importlib.import_module("ubiops.models.blob_list")
    assert "blob_list" in dir(ubiops.models)


@pytest.mark.parametrize("module", [ubiops, ubiops.models])
@pytest.mark.parametrize("name", ["ModelLst", "_hidden", "emulator_of_tomorrow"])
def test_an_unknown_name_is_an_attribute_error(module: Any, name: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{module.__name__}' has no attribute '{name}'"):
        getattr(module, name)
    with pytest.raises(ImportError):
        exec(f"from {module.__name__} import {name}", {})


def test_null_is_one_object_also_after_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(ubiops.NULL)) is ubiops.NULL
    assert not ubiops.NULL
    assert repr(ubiops.NULL) == "ubiops.NULL"
