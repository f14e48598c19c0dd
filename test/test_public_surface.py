# The names, signatures and defaults of 2.1.0, which programs rely on; `data/published_surface.json` states them.
from __future__ import annotations

import importlib
import inspect
import json
from pathlib import Path
from typing import Any, Dict

import pytest

import ubiops

PUBLISHED = json.loads((Path(__file__).parent / "data" / "published_surface.json").read_text(encoding="utf-8"))

OPTIONS = {
    "async_req": False,
    "_preload_content": True,
    "_request_timeout": None,
    "_return_http_data_only": True,
}

# Where 2.1.0 flattens what the reference documents; each has its line in codegen/DECISIONS.md.
TYPES_CHANGED = {
    "BatchPipelineRequestResultList.request_data": "object",
    "ConfigurationList.connector_configuration": "list[dict(str, object)]",
    "ConfigurationList.credentials_configuration": "list[dict(str, object)]",
    "ConnectorList.configuration": "dict(str, str)",
    "CredentialsList.reference_count": "int",
    "CredentialsListWithConfig.configuration": "dict(str, str)",
    "CredentialsListWithConfig.reference_count": "int",
    "LogsCreate.filters": "dict(str, object)",
    "ModelList.number_of_versions": "int",
    "ModelRequestCreate.model_input_field_1": "object",
    "ModelRequestCreate.model_input_field_2": "object",
    "PipelineRequestCreate.pipeline_input_field_1": "object",
    "PipelineRequestCreate.pipeline_input_field_2": "object",
    "ProjectResourceUsage.connectors": "int",
    "ProjectResourceUsage.models": "int",
    "ProjectResourceUsage.pipelines": "int",
    "ProjectResourceUsage.versions": "int",
    "ResourceUsage.connectors": "int",
    "ResourceUsage.models": "int",
    "ResourceUsage.pipelines": "int",
    "ResourceUsage.projects": "int",
    "ResourceUsage.users": "int",
    "ResourceUsage.versions": "int",
    "RoleDetailList.default": "bool",
    "RoleDetailList.permissions": "list[str]",
    "RoleList.default": "bool",
    "Success.success": "bool",
}

# Documented keys that 2.1.0 drops. They come after the published ones, so positions stay.
FIELDS_ADDED = {
    "CredentialsList": ["configuration"],
    "Logs": ["pipeline_trace_id"],
    "ModelRequestList": ["request_id"],
    "UserDetail": ["type"],
}


def plain(signature: inspect.Signature) -> str:
    """Return a signature without its annotations, as the facts state it."""
    parameters = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in signature.parameters.values()]
    return str(inspect.Signature(parameters))


CLASSES = {
    f"{module_name}.{name}": facts
    for module_name, content in PUBLISHED["modules"].items()
    for name, facts in content.items()
    if isinstance(facts, dict)
}
FUNCTIONS = {
    f"{module_name}.{name}": facts
    for module_name, content in PUBLISHED["modules"].items()
    for name, facts in content.items()
    if isinstance(facts, str)
}
MEMBERS = {f"{owner}.{name}": kind for owner, facts in CLASSES.items() for name, kind in facts["members"].items()}


def find(dotted: str) -> Any:
    """Return what a name such as ``ubiops.rest.RESTResponse.getheader`` stands for."""
    module_name, _, name = dotted.partition(".")[2].partition(".")
    found = importlib.import_module(f"ubiops.{module_name}")
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    return found


@pytest.mark.parametrize("name", PUBLISHED["exports"])
def test_every_published_name_is_exported(name: str) -> None:
    assert name in ubiops.__all__
    assert name in dir(ubiops)
    assert inspect.isclass(getattr(ubiops, name))


@pytest.mark.parametrize("name, facts", CLASSES.items())
def test_every_published_class_keeps_its_bases(name: str, facts: Dict[str, Any]) -> None:
    lineage = {base.__name__ for base in find(name).__mro__[1:]}
    assert lineage >= set(facts["bases"])


@pytest.mark.parametrize("name, kind", MEMBERS.items())
def test_every_published_member_keeps_its_signature(name: str, kind: str) -> None:
    found = find(name)
    if kind.startswith("("):
        assert plain(inspect.signature(found)) == kind
    elif kind.startswith("property"):
        assert isinstance(found, property)
        assert (found.fset is not None) >= ("settable" in kind)
    else:
        assert kind == "class attribute"


@pytest.mark.parametrize("name, signature", FUNCTIONS.items())
def test_every_published_function_keeps_its_signature(name: str, signature: str) -> None:
    assert plain(inspect.signature(find(name))) == signature


@pytest.mark.parametrize("name, default", PUBLISHED["configuration"].items())
def test_every_setting_keeps_its_default(name: str, default: Any) -> None:
    value = getattr(ubiops.Configuration(), name)
    if name in ("logger", "connection_pool_maxsize", "logger_formatter"):
        assert type(value).__name__ == default
    else:
        assert value == default


@pytest.mark.parametrize("ending", ["", "_with_http_info"])
@pytest.mark.parametrize("name, facts", PUBLISHED["operations"].items())
def test_every_operation_keeps_its_parameters(name: str, facts: Dict[str, Any], ending: str) -> None:
    method = getattr(ubiops.CoreApi, name + ending)
    parameters = list(inspect.signature(method).parameters.values())[1:]
    positional = [parameter.name for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    by_keyword = {parameter.name: parameter.default for parameter in parameters[len(positional) :]}
    assert positional == facts["positional"]
    expected = {**dict.fromkeys(facts["optional"]), **OPTIONS, "_preload_content": not facts["raw"]}
    expected["_return_http_data_only"] = not ending
    assert by_keyword == expected


def test_the_operations_are_those_of_the_published_client() -> None:
    public = {name for name in vars(ubiops.CoreApi) if not name.startswith("_")}
    assert public == {name + ending for name in PUBLISHED["operations"] for ending in ("", "_with_http_info")}


@pytest.mark.parametrize("name, facts", PUBLISHED["models"].items())
def test_every_model_keeps_its_constructor(name: str, facts: Dict[str, Any]) -> None:
    parameters = list(inspect.signature(getattr(ubiops, name)).parameters.values())
    published = {field: default for field, (_, default) in facts["fields"].items()}
    added = dict.fromkeys(FIELDS_ADDED.get(name, []))
    assert [parameter.name for parameter in parameters] == [*published, *added, "local_vars_configuration"]
    assert {parameter.name: parameter.default for parameter in parameters} == {
        **published,
        **added,
        "local_vars_configuration": None,
    }
    assert all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in parameters)


@pytest.mark.parametrize("name, facts", PUBLISHED["models"].items())
def test_every_model_keeps_its_types_and_wire_names(name: str, facts: Dict[str, Any]) -> None:
    model = getattr(ubiops, name)
    types = {field: TYPES_CHANGED.get(f"{name}.{field}", kind) for field, (kind, _) in facts["fields"].items()}
    assert {field: model.openapi_types[field] for field in types} == types
    assert list(model.openapi_types) == [*types, *FIELDS_ADDED.get(name, [])]
    assert model.attribute_map == {field: field for field in model.openapi_types}
    assert model.discriminator is None


@pytest.mark.parametrize("name, facts", PUBLISHED["models"].items())
def test_no_model_demands_more_than_before(name: str, facts: Dict[str, Any]) -> None:
    model = getattr(ubiops, name)
    demanded = {field for field, declaration in model._fields.items() if declaration.required}
    assert demanded <= set(facts["required"])


@pytest.mark.parametrize("name, facts", PUBLISHED["models"].items())
def test_every_model_lives_in_its_module(name: str, facts: Dict[str, Any]) -> None:
    module = importlib.import_module(f"ubiops.models.{facts['module']}")
    assert getattr(module, name) is getattr(ubiops, name) is getattr(ubiops.models, name)


def test_every_deliberate_change_is_one() -> None:
    changed = {
        f"{name}.{field}"
        for name, facts in PUBLISHED["models"].items()
        for field, (kind, _) in facts["fields"].items()
        if getattr(ubiops, name).openapi_types[field] != kind
    }
    assert changed == set(TYPES_CHANGED)


def test_rest_and_core_api_can_be_imported_as_before() -> None:
    from ubiops.api.core_api import CoreApi
    from ubiops.models.blob_list import BlobList
    from ubiops.rest import ApiException, RESTClientObject

    assert CoreApi is ubiops.CoreApi
    assert ApiException is ubiops.ApiException
    assert BlobList is ubiops.models.BlobList
    assert RESTClientObject is ubiops.rest.RESTClientObject
