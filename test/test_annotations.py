# Annotations resolve at run time, as frameworks that read them need it, while the import stays lazy.
from __future__ import annotations

import importlib
import inspect
import sys
import types
import typing
from typing import Any, Callable, Dict, List

import pytest

import ubiops
from test.support.process import run

MODULES = ["api.core_api", "api_client", "configuration", "exceptions", "models", "rest"]
OPERATIONS = [name for name in vars(ubiops.CoreApi) if not name.startswith("_")]
EXPORTED = {name: getattr(ubiops, name) for name in ubiops.__all__}
CLASSES = {name: value for name, value in EXPORTED.items() if inspect.isclass(value)}
MODELS = {name: CLASSES[name] for name in ubiops.models.__all__}


def functions(owner: Any) -> Dict[str, Callable[..., Any]]:
    """Return the public functions of a class or a module that are its own, and its constructor."""
    home = owner.__module__ if inspect.isclass(owner) else owner.__name__
    found: Dict[str, Callable[..., Any]] = {}
    for name, member in vars(owner).items():
        function = member.__func__ if isinstance(member, (classmethod, staticmethod)) else member
        function = function.fget if isinstance(function, property) else function
        public = not name.startswith("_") or name == "__init__"
        if public and isinstance(function, types.FunctionType) and function.__module__ == home:
            found[name] = function
    return found


def evaluated(function: Callable[..., Any]) -> List[Any]:
    """Return the annotations of a signature, evaluated."""
    signature = inspect.signature(function, eval_str=True)
    return [parameter.annotation for parameter in signature.parameters.values()] + [signature.return_annotation]


def is_resolved(function: Callable[..., Any]) -> bool:
    hints = typing.get_type_hints(function)
    written = set(inspect.signature(function).parameters) - {"self", "cls", "instance"}
    if sys.version_info >= (3, 10):
        assert not [annotation for annotation in evaluated(function) if isinstance(annotation, str)]
    return hints.keys() >= written and "return" in hints


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_resolves(name: str) -> None:
    assert is_resolved(getattr(ubiops.CoreApi, name))


def test_an_operation_says_what_it_takes_and_returns() -> None:
    hints = typing.get_type_hints(ubiops.CoreApi.models_create)
    assert hints["return"] is ubiops.ModelList
    assert hints["project_name"] is str
    assert ubiops.ModelCreate in hints["data"].__args__
    answer = typing.get_type_hints(ubiops.CoreApi.models_create_with_http_info)["return"]
    assert answer == typing.Tuple[ubiops.ModelList, int, typing.Mapping[str, str]]


@pytest.mark.skipif(sys.version_info < (3, 10), reason="eval_str came with Python 3.10")
def test_a_signature_can_be_evaluated() -> None:
    signature = inspect.signature(ubiops.CoreApi.models_list_with_http_info, eval_str=True)
    rows = typing.List[ubiops.ModelList]
    assert signature.return_annotation == typing.Tuple[rows, int, typing.Mapping[str, str]]
    assert inspect.signature(ubiops.CoreApi.models_list, eval_str=True).return_annotation == rows


@pytest.mark.parametrize("name, model", MODELS.items())
def test_every_model_resolves(name: str, model: Any) -> None:
    fields = typing.get_type_hints(model)
    assert fields.keys() >= model.openapi_types.keys()
    assert is_resolved(model.__init__)
    if sys.version_info >= (3, 10):
        assert inspect.get_annotations(model, eval_str=True).keys() == model.openapi_types.keys()


@pytest.mark.parametrize("name, cls", CLASSES.items())
def test_every_exported_class_resolves(name: str, cls: type) -> None:
    typing.get_type_hints(cls)
    for method in functions(cls).values():
        assert is_resolved(method), method


@pytest.mark.parametrize("name", MODULES)
def test_every_public_module_resolves(name: str) -> None:
    module = importlib.import_module(f"ubiops.{name}")
    typing.get_type_hints(module)
    classes = [value for value in vars(module).values() if inspect.isclass(value)]
    owners = [module, *(cls for cls in classes if cls.__module__ == module.__name__)]
    for owner in owners:
        for function in functions(owner).values():
            assert is_resolved(function), function


def test_looking_at_one_operation_loads_the_models_that_it_names() -> None:
    loaded = run(
        """
        import json, sys, typing, ubiops
        typing.get_type_hints(ubiops.CoreApi.projects_get)
        print(json.dumps([name for name in sys.modules if name.startswith("ubiops.models.")]))
        """
    )
    assert loaded == ["ubiops.models._model", "ubiops.models.project_list"]
