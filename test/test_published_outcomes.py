"""D11: the client refuses nothing that the published client 2.1.0 sends, and sends it as the same text.

The service decides what is right. A client that knows better breaks programs on the day when the service changes.
"""

from __future__ import annotations

import json
from typing import Dict

import pytest

from test.data import published_outcomes as outcomes

PUBLISHED = outcomes.unpacked(json.loads(outcomes.FILE.read_text(encoding="utf-8")))

VALUE_ERROR, TYPE_ERROR = "refused: V", "refused: T"

NOT_FINITE = dict.fromkeys(("float('nan')", "float('inf')"), VALUE_ERROR)  # JSON has no such numbers
FLAGS = {"True": "true", "False": "false"}  # D6
OTHERWISE: Dict[str, Dict[str, str]] = {
    "field": NOT_FINITE,
    "body": NOT_FINITE,
    "query": {**NOT_FINITE, **FLAGS},
    "header": {**NOT_FINITE, **FLAGS},
    "path": {
        **NOT_FINITE,
        **FLAGS,
        **dict.fromkeys(("''", "'.'", "'..'"), VALUE_ERROR),  # S1: they name another resource
        **dict.fromkeys(("[]", "['a']", "{}", "{'a': 1}", "('a', 1)"), TYPE_ERROR),
        "b'a'": "a",  # as everywhere else
    },
    "form": {
        "''": VALUE_ERROR,  # an upload without its file would be taken for a success
        "[]": "--BOUNDARY--\r\n",
        "'/'": VALUE_ERROR,
    },
}
"""Where this client differs on purpose."""

WITH_A_FORM_IN_JSON = {"b'a'", "datetime.date(2020, 5, 4)", "datetime.datetime(2020, 5, 4, 3, 2, 1)"}  # D7

ABSENT = ("missing", "None")
ANYTHING = tuple(set(outcomes.MANY) - {"None", "object()", *NOT_FINITE})
MORE = {
    "ConnectorUpdate.name": ABSENT,
    "CredentialsUpdate.name": ABSENT,
    "ModelUpdate.name": ABSENT,
    "ProjectUpdate.name": ABSENT,
    "UserUpdate.email": ABSENT,
    "UserUpdate.password": ABSENT,
    "service_users_token.data in the body": ABSENT,
    "ModelVersionCreate.language": ("None",),
    "ConnectorFieldCreate.data_type": ("'timestamp'",),
    "ModelInputFieldCreate.data_type": ("'timestamp'",),
    "ModelOutputFieldCreate.data_type": ("'timestamp'",),
    "PipelineInputFieldCreate.data_type": ("'timestamp'",),
    "InheritedEnvironmentVariableList.value": ANYTHING,
    "ModelRequestCreate.model_input_field_1": ANYTHING,
    "PipelineRequestCreate.pipeline_input_field_1": ANYTHING,
    "Success.success": ANYTHING,
    "blobs_create.blob_ttl in the header": ("None", "0.5", "1e+20", "[]", "['a']", "{}", "{'a': 1}", "('a', 1)"),
}
"""What is sent, although 2.1.0 refuses it; mostly because the reference documents it, see codegen/DECISIONS.md."""


@pytest.fixture(scope="module")
def ours() -> outcomes.Outcomes:
    return {**outcomes.of_fields(), **outcomes.of_parameters()}


def refused(outcome: str) -> bool:
    return "refused" in outcome


def expected(name: str, expression: str, published: str) -> str:
    # What has no form in JSON is missing an attribute of models there.
    return OTHERWISE[outcomes.place(name)].get(expression, published.replace("refused: A", TYPE_ERROR))


def differences(ours: outcomes.Outcomes, **options: bool) -> Dict[str, str]:
    """Return where this client does not do what is expected, by field and value."""
    return {
        f"{name}, {expression}": f"{ours[name][expression]} instead of {expected(name, expression, published)}"
        for name, published_outcomes in PUBLISHED.items()
        for expression, published in published_outcomes.items()
        if refused(published) == options["refused"]
        if ours[name][expression] != expected(name, expression, published)
    }


def test_every_field_and_every_parameter_is_tried(ours: outcomes.Outcomes) -> None:
    fields = {f"{name}.{field}" for name, facts in outcomes.surface()["models"].items() for field in facts["fields"]}
    parameters = [
        f"{operation}.{name}"
        for operation, facts in outcomes.surface()["operations"].items()
        for name in (*facts["positional"], *facts["optional"])
    ]
    assert fields <= set(PUBLISHED)
    assert sorted(parameters) == sorted(name.partition(" ")[0] for name in PUBLISHED if outcomes.place(name) != "field")
    assert set(PUBLISHED) <= set(ours)


def test_what_2_1_0_sends_is_sent_as_the_same_text(ours: outcomes.Outcomes) -> None:
    assert differences(ours, refused=False) == {}


def test_what_2_1_0_refuses_is_refused_but_for_what_the_reference_allows(ours: outcomes.Outcomes) -> None:
    unexpected = {
        where: difference
        for where, difference in differences(ours, refused=True).items()
        if not is_more(*where.split(", ", 1))
    }
    assert unexpected == {}


def is_more(name: str, expression: str) -> bool:
    return expression in WITH_A_FORM_IN_JSON or expression in MORE.get(name, ())


def test_more_is_sent_than_2_1_0_sends(ours: outcomes.Outcomes) -> None:
    for name, expressions in MORE.items():
        assert [each for each in expressions if refused(ours[name][each])] == [], name
        assert any(refused(PUBLISHED[name][each]) for each in expressions), name
