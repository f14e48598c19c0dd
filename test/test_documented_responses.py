# D3: every key that the reference documents has an attribute, and every key of every example is reachable.
# `data/documented_responses.json` holds the reference's keys, and the shapes of its examples with our own values.
# A list where one object is due is put right, impossible dates are kept.
from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List

import pytest

import ubiops
from test.support import openapi
from test.support.models import models_in
from ubiops.models._model import Model

DOCUMENTED = json.loads((Path(__file__).parent / "data" / "documented_responses.json").read_text(encoding="utf-8"))


def described() -> List[Any]:
    """Return (operation, example) for every good answer that the specification shows."""
    return [
        pytest.param(operation.id, example, id=f"{operation.id}-{title}")
        for operation in openapi.operations().values()
        for title, example in openapi.examples(operation.success[1].get("application/json", {}))
    ]


def referenced() -> List[Any]:
    return [
        pytest.param(name, example, id=f"{name}-{number}")
        for name, facts in DOCUMENTED.items()
        for number, example in enumerate(facts["examples"], 1)
    ]


def returned(name: str) -> Any:
    return getattr(ubiops.CoreApi, "_" + name).returns


def check(decoded: Any, sent: Any) -> None:
    """Assert that everything that was sent can be reached."""
    if isinstance(decoded, Model):
        assert isinstance(sent, dict)
        shown = decoded.to_dict()
        for key, value in sent.items():
            known = key in decoded.openapi_types
            check(getattr(decoded, key) if known else decoded.additional_properties[key], value)
            assert key in shown
    elif isinstance(sent, list):
        assert len(decoded) == len(sent)
        for one, other in zip(decoded, sent):
            check(one, other)
    elif hasattr(decoded, "isoformat"):
        assert re.match(r"\d{4}-\d\d-\d\d", sent)
    else:
        assert decoded == sent


@pytest.mark.parametrize("name, example", described())
def test_every_example_of_the_specification_is_decoded(name: str, example: Any) -> None:
    decode_and_check(name, example)


@pytest.mark.parametrize("name, example", referenced())
def test_every_example_of_the_reference_is_decoded(name: str, example: Any) -> None:
    decode_and_check(name, example)


def decode_and_check(name: str, example: Any) -> None:
    with ubiops.ApiClient() as client:
        decoded = client.deserialize(SimpleNamespace(data=json.dumps(example)), returned(name))
    check(decoded, example)
    for model in models_in(decoded):
        assert model.additional_properties == {}
        assert type(model).from_json(model.to_json()) == model


@pytest.mark.parametrize("name, keys", [(name, facts["keys"]) for name, facts in DOCUMENTED.items()])
def test_every_documented_key_has_an_attribute(name: str, keys: List[str]) -> None:
    model = getattr(ubiops, re.sub(r"list\[(\w+)\]", r"\1", returned(name)))
    assert [key for key in keys if key not in model.openapi_types] == []


def test_the_examples_are_many() -> None:
    assert len(described()) >= 100
    assert len(referenced()) >= 100


def test_undocumented_keys_are_reachable_and_shown() -> None:
    status = ubiops.Status.from_dict({"status": "ok", "region": {"name": "eu"}})
    assert status.additional_properties == {"region": {"name": "eu"}}
    assert status.to_dict() == {"status": "ok", "region": {"name": "eu"}}
    assert "region" in repr(status)
    assert json.loads(status.to_json()) == {"status": "ok", "region": {"name": "eu"}}
