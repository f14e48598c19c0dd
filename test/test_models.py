# What programs written for 2.1.0 do with models.
from __future__ import annotations

import copy
import datetime
import pickle
import pprint
import pydoc
import types
from typing import Any, Callable, Dict, Optional

import pytest

import ubiops
from test.conftest import TOKEN
from test.support.models import MODELS, NAMES, row
from test.support.names import documented
from ubiops.models._model import Model, field

UNTYPED: Any = ubiops  # for calls that type checkers refuse
EVERY_MODEL = pytest.mark.parametrize("model", MODELS, ids=NAMES)


def lenient() -> ubiops.Configuration:
    configuration = ubiops.Configuration()
    configuration.client_side_validation = False
    return configuration


@EVERY_MODEL
def test_every_model_is_built_by_position_and_by_keyword(model: Any) -> None:
    values = {name: object() for name in model.openapi_types}
    by_position = model(*values.values(), lenient())
    by_keyword = model(**values, local_vars_configuration=lenient())
    for instance in (by_position, by_keyword):
        assert {name: getattr(instance, name) for name in values} == values


@EVERY_MODEL
def test_fields_live_in_the_dict_of_the_instance_under_an_underscore(model: Any) -> None:
    values = {name: object() for name in model.openapi_types}
    instance = model(**values, local_vars_configuration=lenient())
    decoded = model.from_dict(row(model))
    assert {"_" + name: value for name, value in values.items()}.items() <= instance.__dict__.items()
    assert list(decoded.__dict__) == ["_" + name for name in model.openapi_types]


@EVERY_MODEL
def test_every_field_can_be_set(model: Any) -> None:
    instance = model.from_dict(row(model))
    instance.local_vars_configuration = lenient()
    for name in model.openapi_types:
        setattr(instance, name, "other")
        assert getattr(instance, name) == instance.__dict__["_" + name] == "other"


@EVERY_MODEL
@documented
def test_every_field_is_described(model: Any) -> None:
    for name in model.openapi_types:
        assert getattr(model, name).__doc__.endswith((".", ")"))


@documented
def test_a_field_tells_the_limits_of_the_api_not_those_that_are_checked() -> None:
    version = ubiops.ModelVersionCreate("v", memory_allocation=65536)
    assert version.memory_allocation == 65536
    assert "(256 to 32768; default `2048`)" in (ubiops.ModelVersionCreate.memory_allocation.__doc__ or "")
    assert "(256 to 32768; default `2048`)" in pydoc.plain(pydoc.render_doc(ubiops.ModelVersionCreate))


def test_further_attributes_can_be_set_and_are_not_sent() -> None:
    blob: Any = ubiops.ModelUpdate(name="m")
    blob.note = "mine"
    assert blob.note == "mine"
    assert blob.to_dict() == {"name": "m", "description": None}
    assert blob.to_json() == '{"name": "m"}'


def test_class_attributes_describe_the_schema() -> None:
    assert ubiops.BlobUpload.openapi_types == {"file": "str"}
    assert ubiops.BlobUpload.attribute_map == {"file": "file"}
    assert ubiops.BlobUpload.discriminator is None
    assert ubiops.BlobUpload(file="f").discriminator is None


def test_defaults_of_the_published_client_are_kept() -> None:
    assert ubiops.ModelVersionCreate(version="v1").language == "python3.7"
    assert ubiops.OrganizationUserCreate(email="a@example.com").admin is False
    assert ubiops.OrganizationUserUpdate().admin is False


@pytest.mark.parametrize(
    "make, message",
    [
        (lambda: UNTYPED.ModelVersionCreate(), "`ModelVersionCreate.version`: it is required"),
        (lambda: ubiops.ModelVersionCreate(version=""), "`ModelVersionCreate.version`: it has 0 characters"),
        (lambda: ubiops.ModelVersionCreate("v", "python2.7"), "`ModelVersionCreate.language`: 'python2.7', must be"),
        (lambda: ubiops.ModelVersionCreate("v", memory_allocation=1), "`ModelVersionCreate.memory_allocation`: 1, m"),
        (lambda: setattr(ubiops.ModelVersionCreate("v"), "version", None), "version`: it is required"),
        (lambda: setattr(ubiops.ModelVersionCreate("v"), "maximum_idle_time", 1e10), "maximum_idle_time`: 10000000000"),
    ],
)
def test_constructors_and_setters_validate(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(ubiops.ApiValueError, match=f"Invalid value for .*{message}"):
        make()


def test_a_refused_value_leaves_the_field_as_it_was() -> None:
    version = ubiops.ModelVersionCreate("v", maximum_idle_time=10)
    with pytest.raises(ubiops.ApiValueError):
        version.maximum_idle_time = 2**31
    assert version.maximum_idle_time == 10


def test_optional_fields_can_be_unset() -> None:
    version = ubiops.ModelVersionCreate("v", maximum_idle_time=10)
    version.maximum_idle_time = None
    assert version.to_json() == '{"version": "v", "language": "python3.7"}'


def test_without_client_side_validation_anything_goes() -> None:
    version = UNTYPED.ModelVersionCreate(memory_allocation=1, local_vars_configuration=lenient())
    version.language = "python2.7"
    version.version = None
    assert (version.memory_allocation, version.language, version.version) == (1, "python2.7", None)


def test_null_passes_every_check() -> None:
    update = ubiops.OrganizationUpdate(subscription_end_date=ubiops.NULL)
    version = ubiops.ModelVersionCreate("v", ubiops.NULL, memory_allocation=ubiops.NULL, description=ubiops.NULL)
    assert update.to_json() == '{"subscription_end_date": null}'
    assert update.to_dict()["subscription_end_date"] is None
    assert version.to_json().count("null") == 3


def test_the_configuration_of_an_instance_is_the_given_one_or_a_default_one() -> None:
    configuration = lenient()
    assert ubiops.ModelUpdate(local_vars_configuration=configuration).local_vars_configuration is configuration
    assert isinstance(ubiops.ModelUpdate().local_vars_configuration, ubiops.Configuration)
    assert isinstance(ubiops.ModelList.from_dict({}).local_vars_configuration, ubiops.Configuration)


def test_validation_can_be_turned_off_through_the_instance() -> None:
    version = ubiops.ModelVersionCreate("v")
    version.local_vars_configuration.client_side_validation = False
    version.language = "python2.7"
    assert version.language == "python2.7"


def test_an_unknown_keyword_is_refused() -> None:
    with pytest.raises(TypeError, match="nam"):
        UNTYPED.ModelUpdate(nam="m")


def test_instances_are_equal_if_their_values_are() -> None:
    assert ubiops.ModelUpdate("m") == ubiops.ModelUpdate(name="m")
    assert ubiops.ModelUpdate("m") != ubiops.ModelUpdate("n")
    assert ubiops.ModelUpdate("m") != ubiops.ProjectUpdate("m")
    assert ubiops.ModelUpdate("m") != {"name": "m", "description": None}


def test_instances_have_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(ubiops.ModelUpdate("m"))


def test_the_text_of_an_instance_is_its_dict() -> None:
    create = UNTYPED.ModelCreate("m", "d", "plain", "plain", [ubiops.ModelInputFieldCreate("x", "int")])
    assert create.to_str() == str(create) == f"{create}" == pprint.pformat(create.to_dict())


@pytest.mark.parametrize("field", ["password", "previous_password"])
def test_passwords_are_not_shown(field: str) -> None:
    # S3
    user = UNTYPED.UserUpdate(**{field: "corr3ct-horse"})
    for text in (repr(user), str(user)):
        assert "corr3ct-horse" not in text
        assert "***" in text
    assert user.to_dict()[field] == "corr3ct-horse"


def test_secret_fields_are_masked_at_any_depth() -> None:
    # S3
    class Login(Model):
        name = field("str")
        phrase = field("str", secret=True)

        def __init__(self, name: str, phrase: Optional[str] = None) -> None:
            self._assign((name, phrase), None)

    class Desk(Model):
        login = field("Login")

        def __init__(self, login: Any) -> None:
            self._assign((login,), None)

    assert str(Login("n", "corr3ct-horse")) == "{'name': 'n', 'phrase': '***'}"
    assert repr(Login("n", "corr3ct-horse")) == "Login(name='n', phrase='***')"
    assert str(Login("n")) == "{'name': 'n', 'phrase': None}"
    desk = Desk(Login("n", "corr3ct-horse"))
    assert "corr3ct-horse" not in repr(desk) + str(desk) + desk._repr_html_()


def test_an_unset_password_is_shown_as_unset() -> None:
    assert "'password': None" in str(ubiops.UserUpdate(name="n"))


def test_to_dict_goes_to_any_depth() -> None:
    inner = ubiops.ModelInputFieldCreate("x", "int")
    plain = {"name": "x", "data_type": "int"}
    create = ubiops.ModelCreate("m", input_fields=[inner], input_type="structured", output_type="plain")
    create.additional_properties = {"more": {"deep": [[inner], (inner, ubiops.NULL)]}}
    assert create.to_dict()["input_fields"] == [plain]
    assert create.to_dict()["more"] == {"deep": [[plain], [plain, None]]}


def test_from_dict_takes_any_mapping_and_nothing_else() -> None:
    class Other(Dict[str, Any]):
        pass

    assert ubiops.ModelList.from_dict(Other(name="m")).name == "m"
    assert ubiops.ModelList.from_dict(types.MappingProxyType({"name": "m"})).name == "m"
    with pytest.raises(ubiops.ApiTypeError, match=r"ModelList.from_dict takes a JSON object, not list"):
        UNTYPED.ModelList.from_dict([{"name": "m"}])


def test_from_json_refuses_what_is_no_object() -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"ModelList.from_json takes JSON text"):
        ubiops.ModelList.from_json("<html>")
    with pytest.raises(ubiops.ApiValueError, match=r"ModelList.from_json takes JSON text"):
        ubiops.ModelList.from_json("[" * 100_000)
    with pytest.raises(ubiops.ApiTypeError, match=r"takes a JSON object, not list"):
        ubiops.ModelList.from_json("[]")


def test_additional_properties_belong_to_one_instance() -> None:
    given = {"colour": "red"}
    one, other = ubiops.ModelUpdate("m"), ubiops.ModelUpdate("m")
    one.additional_properties = given
    given["colour"] = "blue"
    other.additional_properties["size"] = 1
    assert (one.additional_properties, other.additional_properties) == ({"colour": "red"}, {"size": 1})
    assert one.to_json() == '{"name": "m", "colour": "red"}'


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_instances_can_be_copied_and_pickled_without_the_token(duplicate: Callable[[Any], Any]) -> None:
    # S3: a pickle goes to other machines, and the configuration may hold the token.
    configuration = ubiops.Configuration(api_key={"Authorization": TOKEN})
    moment = datetime.datetime(2020, 5, 4, tzinfo=datetime.timezone.utc)
    model = UNTYPED.ModelList("id", "m", "p", creation_date=moment, local_vars_configuration=lenient())
    model.local_vars_configuration = configuration
    model.note = "mine"
    twin = duplicate(model)
    assert (twin, twin.note, twin.creation_date) == (model, "mine", moment)
    assert TOKEN.encode() not in pickle.dumps(model)


@EVERY_MODEL
def test_every_model_can_be_pickled(model: Any) -> None:
    instance = model.from_dict({**row(model), "extra": 1})
    assert pickle.loads(pickle.dumps(instance)) == instance


def test_models_can_be_subclassed() -> None:
    class Mine(ubiops.BlobList):
        @property
        def kilobytes(self) -> float:
            return self.size / 1000

    mine = Mine.from_dict({"size": 5000})
    assert (type(mine), mine.kilobytes, mine.additional_properties) == (Mine, 5.0, {})
    assert mine.to_dict() == ubiops.BlobList.from_dict({"size": 5000}).to_dict()
    with pytest.raises(ubiops.ApiValueError, match=r"`BlobList.id`: it is required"):
        Mine(size=5)  # type: ignore[call-arg] # which is wrong


def test_every_field_may_be_given_by_position() -> None:
    # Type checkers want some by keyword: those that are required, but stand behind an optional one.
    model = UNTYPED.ModelCreate("m", None, "plain", "structured", [], None)
    assert (model.name, model.description, model.input_type, model.output_type) == ("m", None, "plain", "structured")
    assert model.input_fields == []


def test_a_required_field_that_is_missing_is_named() -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"`ModelCreate\.input_type`"):
        UNTYPED.ModelCreate(name="m")
