"""Rehearsals: a file deployed in an emulator of its own, its examples sent, their answers compared."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence

import pytest

from test.support.deploy import BROKEN_CODE, EVERYTHING, MODEL, VERSION
from ubiops.deploy import ApplyException, DeclarationException, Outcome, Rehearsal, rehearse
from ubiops.deploy.__main__ import main
from ubiops.deploy._examples import differences
from ubiops.deploy._rehearsing import _Environment
from ubiops.utils import MissingExtraException

CHURN = """
import os


class Model:
    def __init__(self, base_directory, context):
        self.key = os.environ["KEY"]

    def request(self, data):
        print("asked about", data["months"], self.key)
        if data["months"] < 0:
            raise ValueError(f"{self.key} does not go back in time")
        return {"probability": data["months"] / 3}
"""
COPY = """
import shutil


class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        shutil.copy(data["photo"], "copy.bin")
        return {"photo": "copy.bin", "size": len(open("copy.bin", "rb").read())}
"""
PLAIN = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return data.upper()
"""
PIPELINE = EVERYTHING["pipelines"][0]


def field(name: str, data_type: str) -> Dict[str, str]:
    return {"name": name, "data_type": data_type}


def example(data: Any, name: str = "", **result: Any) -> Dict[str, Any]:
    """Return an example."""
    return {"data": data, **({"name": name} if name else {}), **({"result": result} if result else {})}


def version(package: str, examples: Sequence[Any] = ()) -> Dict[str, Any]:
    return {**VERSION, "package": package, "examples": [*examples]}


def write(folder: Path, project: Mapping[str, Any], **packages: str) -> Path:
    """Write a file that describes a project, and its packages."""
    for name, code in packages.items():
        (folder / name).mkdir()
        (folder / name / "model.py").write_text(code, encoding="utf-8")
    file = folder / "deployment.json"
    file.write_text(json.dumps({"projects": [{"name": "acme", "organization_name": "acme", **project}]}), "utf-8")
    return file


COPIES = {
    "name": "copies",
    "input_type": "structured",
    "input_fields": [field("photo", "blob"), field("note", "string")],
    "output_type": "structured",
    "output_fields": [field("photo", "blob"), field("size", "int")],
}


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """A rehearsal of all kinds of examples."""
    folder = tmp_path_factory.mktemp("rehearsal")
    (folder / "cat.jpg").write_bytes(b"\xff\xd8 cat")
    (folder / "dog.jpg").write_bytes(b"\xff\xd8 a dog")
    churn = [
        example({"months": 1}, "near enough", probability=0.3333333),
        example({"months": 1}, "too far", probability=0.3334),
        example({"months": -1}, "fails"),
        example({"months": "-1"}, "refused"),
        example({"months": 3}, "any answer"),
    ]
    copies = [
        example({"photo": "cat.jpg", "note": "a"}, photo="cat.jpg", size=6),
        example({"photo": "cat.jpg", "note": "a"}, photo="dog.jpg"),
        example({"photo": "cat.jpg", "note": "a"}, size=7),
        example({"photo": "bird.jpg", "note": "a"}),
        example({"note": "a"}),
    ]
    mapping = [{"source_field_name": name, "destination_field_name": name} for name in ("photo", "note")]
    photos = {
        "name": "photos",
        "input_type": "structured",
        "input_fields": COPIES["input_fields"],
        "objects": [{"name": "copy", "reference_name": "copies", "version": "v1"}],
        "attachments": [{"source_name": "pipeline_start", "destination_name": "copy", "mapping": mapping}],
        "examples": [
            example({"photo": "dog.jpg", "note": ""}, copy={"photo": "dog.jpg"}),
            example({"photo": "dog.jpg", "note": ""}, other={}),
            example({"photo": "dog.jpg", "note": ""}, copy=5),
        ],
    }
    scoring = {
        **PIPELINE,
        "examples": [
            example({"months": 3}, "delivered", score={"probability": 1}),
            example({"months": -3}, "fails within", score={"probability": 1}),
        ],
    }
    plain = {"name": "shout", "input_type": "plain", "output_type": "plain", "versions": [version("plain")]}
    shouts = [{"data": "hear", "result": "HEAR"}, {"data": "hear", "result": "hear"}]
    content = {
        **EVERYTHING,
        "environment_variables": [{"name": "KEY", "value": "${THE_KEY}", "secret": True}],
        "models": [
            {**MODEL, "versions": [version("churn", churn), {"version": "unused"}]},
            {**COPIES, "versions": [version("copy", copies)]},
            {**plain, "examples": shouts},
        ],
        "pipelines": [scoring, photos],
    }
    file = write(folder, content, churn=CHURN, copy=COPY, plain=PLAIN)
    return rehearse(file, environ={"THE_KEY": "k3y-value"})


def outcomes(rehearsal: Rehearsal, address: str) -> List[Outcome]:
    return [each for each in rehearsal.outcomes if each.address == f"acme/{address}"]


def test_examples_of_a_version(rehearsal: Rehearsal) -> None:
    near, far, fails, refused, any_answer = outcomes(rehearsal, "models/churn/versions/v1")
    assert (near.passed, near.name, near.problems, near.log) == (True, "near enough", [], [])
    assert (far.passed, far.problems) == (False, ["probability: 0.3333333333333333 instead of 0.3334"])
    assert far.log[-1] == "asked about 1 ***"
    assert not fails.passed
    assert "*** does not go back in time" in fails.problems[0]
    assert "asked about -1 ***" in fails.log
    assert (refused.passed, refused.log) == (False, [])
    assert "months" in refused.problems[0]
    assert any_answer.passed


def test_examples_with_files(rehearsal: Rehearsal) -> None:
    same, other, size, missing, without = outcomes(rehearsal, "models/copies/versions/v1")
    assert same.passed
    assert other.problems == ["photo: 'another file, of 6 bytes' instead of 'dog.jpg'"]
    assert size.problems == ["size: 6 instead of 7"]
    assert "bird.jpg" in missing.problems[0]
    assert "photo" in without.problems[0]


def test_examples_of_plain_models(rehearsal: Rehearsal) -> None:
    right, wrong = outcomes(rehearsal, "models/shout/versions/v1")
    assert (right.passed, right.name) == (True, "#1")
    assert (wrong.name, wrong.problems) == ("#2", ["'HEAR' instead of 'hear'"])


def test_examples_of_pipelines(rehearsal: Rehearsal) -> None:
    delivered, fails = outcomes(rehearsal, "pipelines/scoring")
    assert delivered.passed
    assert fails.problems[0].startswith("score: ")
    same, nowhere, other_kind = outcomes(rehearsal, "pipelines/photos")
    assert same.passed
    assert nowhere.problems == ["other: is missing"]
    assert other_kind.problems[0].endswith("instead of 5")


def test_a_table_and_plain_data(rehearsal: Rehearsal) -> None:
    assert not rehearsal.passed
    assert rehearsal.stand_ins == []
    lines = str(rehearsal).splitlines()
    assert lines[0] == "passed  acme/models/churn/versions/v1   near enough"
    assert lines[1] == "FAILED  acme/models/churn/versions/v1   too far"
    assert lines[2] == "        probability: 0.3333333333333333 instead of 0.3334"
    assert "        | asked about 1 ***" in lines
    assert lines[-1] == "17 examples: 6 passed, 11 failed"
    data = rehearsal.to_dict()
    assert (data["passed"], len(data["examples"]), data["stand_ins"]) == (False, 17, [])
    assert data["examples"][0] == {
        "address": "acme/models/churn/versions/v1",
        "name": "near enough",
        "passed": True,
        "problems": [],
        "log": [],
    }
    assert "k3y-value" not in json.dumps(data)


@pytest.mark.parametrize(
    ("expected", "found", "problems"),
    [
        (1, 1.0, []),
        (1.0, 1.0000001, []),
        (1e9, 1e9 + 100, []),
        (1, 1.1, ["1.1 instead of 1"]),
        (0.0, 1e-9, []),
        (True, 1, ["1 instead of True"]),
        (0, False, ["False instead of 0"]),
        (True, True, []),
        ("1", 1, ["1 instead of '1'"]),
        (None, None, []),
        (None, 0, ["0 instead of None"]),
        (10**400, 10**400, []),
        ([1, 2], [1, 2], []),
        ([1, 2], [1], ["[1] instead of [1, 2]"]),
        ([1, {"a": [2]}], [1, {"a": [3], "b": 1}], ["[1].a[0]: 3 instead of 2"]),
        ({"a": {"b": 1}}, {"a": {}}, ["a.b: is missing"]),
        ({"a": 1}, {"a": 2, "c": 3}, ["a: 2 instead of 1"]),
        ({}, {"a": 2}, []),
        ({}, [], ["[] instead of {}"]),
    ],
)
def test_what_differs(expected: Any, found: Any, problems: List[str]) -> None:
    assert list(differences(expected, found, 1e-6)) == problems


def test_numbers_may_differ_as_much_as_is_said() -> None:
    assert list(differences([0.5, 100], [0.6, 110], 0.2)) == []
    assert list(differences([0.5], [0.5000001], 0)) == ["[0]: 0.5000001 instead of 0.5"]


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOME_KEY", raising=False)
    monkeypatch.setenv("UBIOPS_API_HOST", "http://127.0.0.1:9/v2.1")  # not for this
    variables = [{"name": "KEY", "value": "${SOME_KEY}", "secret": True}]
    examples = [example({"months": 3}, "three", probability=1.1)]
    model = {**MODEL, "versions": [version("churn", examples)]}
    write(tmp_path, {"environment_variables": variables, "models": [model]}, churn=CHURN)
    assert main(["rehearse", "--tolerance", "0.2"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "passed  acme/models/churn/versions/v1  three",
        "1 example: 1 passed, 0 failed",
    ]
    assert "+ acme/models/churn/versions/v1/package: created" in said.err
    assert said.err.splitlines()[-1] == "Not set, so that something else stood in: SOME_KEY"
    assert main(["rehearse", "deployment.json", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["passed"], data["stand_ins"]) == (False, ["SOME_KEY"])
    assert data["examples"][0]["problems"] == ["probability: 1.0 instead of 1.1"]
    (tmp_path / "empty.json").write_text("{}", encoding="utf-8")
    assert main(["rehearse", "empty.json"]) == 0
    assert capsys.readouterr().err == ""


def test_a_deployment_that_fails(tmp_path: Path) -> None:
    file = write(tmp_path, {"models": [{**MODEL, "versions": [version("broken")]}]}, broken=BROKEN_CODE)
    with pytest.raises(ApplyException, match="acme/models/churn/versions/v1/package") as caught:
        rehearse(file)
    assert "about to fail" in caught.value.log


def test_a_file_without_examples(tmp_path: Path) -> None:
    rehearsal = rehearse(write(tmp_path, {"models": [MODEL]}))
    assert (rehearsal.passed, str(rehearsal)) == (True, "0 examples: 0 passed, 0 failed")


def test_stand_ins_stand_for_what_is_missing_alone() -> None:
    environment = _Environment({"HERE": "there"})
    assert (environment["HERE"], environment.get("SOME_KEY", ""), environment.get("SOME_KEY", "")) == (
        "there",
        "some-key",
        "some-key",
    )
    assert environment.stand_ins == ["SOME_KEY"]
    assert "WHATEVER" in environment
    assert (list(environment), len(environment)) == (["HERE"], 1)


def test_schedules_do_not_run(tmp_path: Path) -> None:
    schedule = {"name": "often", "schedule": "* * * * *", "object_type": "pipeline", "object_name": "scoring"}
    pipeline = {"name": "scoring", "input_type": "plain"}
    changes: List[Any] = []
    rehearse(
        write(tmp_path, {"pipelines": [pipeline], "schedules": [schedule]}),
        on_step=lambda step: changes.extend((change.field, change.new) for change in step.changes),
    )
    assert ("enabled", False) in changes


def test_what_cannot_be_rehearsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError):
        rehearse(tmp_path / "deployment.json")
    file = write(tmp_path, {"models": [{"name": "churn"}]})
    with pytest.raises(DeclarationException, match="models"):
        rehearse(file)
    file.write_text('{"projects": []}', encoding="utf-8")
    monkeypatch.setitem(sys.modules, "waitress", None)  # not installed
    with pytest.raises(MissingExtraException, match=r'pip install "ubiops\[emulator\]"'):
        rehearse(file)
