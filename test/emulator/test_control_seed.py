"""Seed files: what they may hold, and what is wrong with others."""

from __future__ import annotations

import json
import logging
import resource
import sqlite3
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator

import pytest

from test.support.emulator.accounts import sign_in
from test.support.emulator.client import DOUBLE, PROJECT
from test.support.patience import SOON
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

FIELD = [{"source_field_name": "in", "destination_field_name": "in"}]
FIELDS: Dict[str, Any] = {
    "input_type": "structured",
    "output_type": "structured",
    "input_fields": [{"name": "in", "data_type": "int"}],
    "output_fields": [{"name": "out", "data_type": "int"}],
}
SEED: Dict[str, Any] = {
    "users": [{"email": "maria@example.com", "password": "Blue-Kettle-42", "name": "Maria"}],
    "organizations": [
        {"name": "acme", "users": [{"email": "maria@example.com", "admin": True}]},
        {"name": "emulator", "users": [{"email": "maria@example.com"}]},
    ],
    "projects": [
        {
            "name": "demo",
            "environment_variables": [{"name": "REGION", "value": "north"}],
            "models": [
                {
                    "name": "double",
                    **FIELDS,
                    "environment_variables": [{"name": "KEY", "value": "s3cret", "secret": True}],
                    "versions": [
                        {
                            "version": "v1",
                            "memory_allocation": 512,
                            "package": "double.zip",
                            "environment_variables": [{"name": "LEVEL", "value": "3"}],
                        },
                        {"version": "v2", "package": "folder"},
                        {"version": "v3", "package": "model_folder"},
                        {"version": "v4"},
                    ],
                }
            ],
            "pipelines": [
                {
                    "name": "line",
                    "input_type": "structured",
                    "input_fields": FIELDS["input_fields"],
                    "objects": [{"name": "first", "reference_name": "double", "version": "v1"}],
                    "attachments": [
                        {"source_name": "pipeline_start", "destination_name": "first", "mapping": FIELD},
                    ],
                }
            ],
        },
        {"name": "second", "organization_name": "acme"},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory with a seed file and its packages."""
    with zipfile.ZipFile(tmp_path / "double.zip", "w") as package:
        package.writestr("model_package/model.py", DOUBLE)
    for name in ("folder", "model_folder/model_package"):
        (tmp_path / name / "__pycache__").mkdir(parents=True)
        (tmp_path / name / "__pycache__" / "model.pyc").write_bytes(b"x")
        (tmp_path / name / "model.py").write_text(DOUBLE)
    (tmp_path / "model_folder" / "README").write_text("not part of the package")
    (tmp_path / "seed.json").write_text(json.dumps(SEED))
    return tmp_path


def test_seed_file(folder: Path, connect: Callable[..., Client]) -> None:
    with Emulator(seed=folder / "seed.json") as emulator:
        client = connect(emulator)
        for _ in range(2):
            assert [each["name"] for each in client("GET", "/projects").body] == ["demo", "second"]
            assert {each["name"] for each in client("GET", "/organizations").body} == {"emulator", "acme"}
            members = client("GET", "/organizations/emulator/users").body
            assert [(each["email"], each["admin"]) for each in members][1:] == [("maria@example.com", False)]
            assert sign_in(client, "maria@example.com", "Blue-Kettle-42") is not None
            versions = client("GET", f"{PROJECT}/models/double/versions").body
            # The start, and a reset, wait for the builds.
            assert [each["status"] for each in versions] == ["available"] * 3 + ["initialised"]
            assert versions[0]["memory_allocation"] == 512
            for name in ("v1", "v2", "v3"):
                answer = client("POST", f"{PROJECT}/models/double/versions/{name}/request", {"in": 4})
                assert answer.body["result"] == {"out": 8}
            variables = client("GET", f"{PROJECT}/models/double/versions/v1/environment-variables").body
            assert {each["name"]: each["value"] for each in variables if each["inheritance_type"] is None} == {
                "LEVEL": "3"
            }
            answer = client("POST", f"{PROJECT}/pipelines/line/request", {"in": 5})
            assert answer.body["model_requests"][0]["result"] == {"out": 10}
            client("DELETE", f"{PROJECT}/pipelines/line")
            emulator.reset()
        packed = client.raw("GET", f"{PROJECT}/models/double/versions/v3/download").body
        (folder / "packed.zip").write_bytes(packed)
        with zipfile.ZipFile(folder / "packed.zip") as package:
            assert package.namelist() == ["model_package/model.py"]


def test_a_stored_state_is_not_seeded_again(folder: Path, connect: Callable[..., Client]) -> None:
    (folder / "seed.json").write_text(json.dumps({"projects": [{"name": "seeded"}]}))
    data = folder / "state.db"
    with Emulator(seed=folder / "seed.json", data=data) as emulator:
        assert connect(emulator)("DELETE", "/projects/seeded").status == 204
    with Emulator(seed=folder / "seed.json", data=data) as emulator:
        assert connect(emulator)("GET", "/projects/seeded").status == 404
        emulator.reset()
        assert connect(emulator)("GET", "/projects/seeded").status == 200


def test_a_build_that_fails_is_told(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "folder" / "model.py").write_text("raise ValueError('no weights')")
    with caplog.at_level(logging.WARNING, "ubiops.emulator"), Emulator(seed=folder / "seed.json"):
        pass
    assert [record.getMessage() for record in caplog.records] == [
        "Version v2 of double of the seed failed: ValueError: no weights"
    ]


def wrong_seeds() -> Iterator[Any]:
    def models(**model: Any) -> Dict[str, Any]:
        return {"projects": [{"name": "demo", "models": [model]}]}

    def versions(**version: Any) -> Dict[str, Any]:
        return models(name="m", **FIELDS, versions=[version])

    yield [], "the file: must be an object with named fields"
    yield {"project": []}, "the file: project: is unknown; possible: users, organizations, projects"
    yield {"users": "x"}, "users: must be a list"
    yield {"users": ["x"]}, r"users\[0\]: must be an object with named fields"
    yield {"users": [{"email": "a@b.c", "password": "weak"}]}, r"users\[0\]: password: must have at least 8"
    yield {"organizations": [{}]}, r"organizations\[0\]: name: is required"
    yield {"organizations": [{"name": 7}]}, r"organizations\[0\]: name: must be a string"
    yield {"projects": [{"name": "demo", "organization_name": "x"}]}, "organization_name: demo exists already"
    yield {"projects": [{"name": "Not Good"}]}, r"projects\[0\]: name: must"
    yield {"projects": [{"name": "new", "size": 3}]}, r"projects\[0\]: size: is unknown"
    yield models(name="m"), r"projects\[0\]\.models\[0\]: (in|out)put_type: is required"
    yield versions(version="v", memory_allocation=1), r"models\[0\]\.versions\[0\]: memory_allocation: must be at least"
    yield versions(version="v", package=7), r"versions\[0\]\.package: must be the path of a zip"
    yield versions(version="v", package="nothing.zip"), r"versions\[0\]\.package: .*No such file"
    yield versions(version="v", package="seed.json"), r"versions\[0\]\.package: file: The package is not a valid zip"
    yield (
        versions(version="v", environment_variables=[{"name": "A", "value": "x"}, {"name": "1", "value": "x"}]),
        r"versions\[0\]\.environment_variables\[1\]: name: ",
    )
    yield (
        {
            "projects": [
                {"name": "demo", "pipelines": [{"name": "p", "input_type": "plain", "objects": [{"name": "a"}]}]}
            ]
        },
        r"projects\[0\]\.pipelines\[0\]\.objects\[0\]: reference_name: is required",
    )


@pytest.mark.parametrize(("content", "message"), list(wrong_seeds()))
def test_wrong_seed_files(tmp_path: Path, content: Any, message: str) -> None:
    (tmp_path / "seed.json").write_text(json.dumps(content))
    with pytest.raises(ValueError, match=f"seed.json: .*{message}"), Emulator(
        seed=tmp_path / "seed.json", data=tmp_path / "state.db"
    ):
        pass
    # It is as if it had never been started, so that the mended file is applied.
    assert [path.name for path in tmp_path.iterdir()] == ["seed.json"]


def test_a_file_that_was_there_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / "seed.json").write_text("[]")
    data = tmp_path / "other.db"
    with closing(sqlite3.connect(data)) as db:
        db.execute("CREATE TABLE theirs (a)")
        db.commit()
    with pytest.raises(ValueError, match=r"other\.db is the database of another program: choose another data file"):
        Emulator(seed=tmp_path / "seed.json", data=data).start()
    with closing(sqlite3.connect(data)) as db:
        assert db.execute("SELECT count(*) FROM theirs").fetchone() == (0,)


def test_a_reset_that_fails_says_so(folder: Path, connect: Callable[..., Client]) -> None:
    (folder / "seed.json").write_text(json.dumps({**SEED, "organizations": []}).replace('"acme"', '"emulator"'))
    with Emulator(seed=folder / "seed.json") as emulator:
        (folder / "double.zip").unlink()
        client = connect(emulator)
        refused = client("POST", "_emulator/reset")
        assert refused.status == 400 and "seed.json: projects[0].models[0].versions[0].package: " in refused.error
        with pytest.raises(ValueError, match="No such file"):
            emulator.reset()
        assert client("GET", "/status").status == 200


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("seed.json", "{", "seed.json: is not JSON: "),
        ("seed.yaml", "a: [", "seed.yaml: is not YAML: "),
        ("seed.yml", "projects: 1", "seed.yml: projects: must be a list"),
        ("seed.txt", "{}", "seed.txt: must be called .json, .yaml or .yml"),
    ],
)
def test_unreadable_seed_files(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match=message):
        Emulator(seed=tmp_path / name).start()
    with pytest.raises(FileNotFoundError):
        Emulator(seed=tmp_path / "nothing.json").start()


def test_yaml(tmp_path: Path, connect: Callable[..., Client]) -> None:
    (tmp_path / "seed.yaml").write_text("projects:\n  - name: from-yaml\n")
    with Emulator(seed=tmp_path / "seed.yaml") as emulator:
        assert connect(emulator)("GET", "/projects/from-yaml").status == 200


LETTERS = "abcdefghijklmnopqrstuvwxyz"
BOMB = "a: &a [x]\n" + "".join(
    f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n" for one, two in zip(LETTERS, LETTERS[1:])
)
MERGED = "a: &a {k: v}\n" + "".join(
    f"{two}: &{two} {{<<: [{', '.join([f'*{one}'] * 9)}]}}\n" for one, two in zip(LETTERS, LETTERS[1:])
)
CHAIN = "a0: &a0 [x]\n" + "".join(f"a{number + 1}: &a{number + 1} [*a{number}]\n" for number in range(200))
HOSTILE_SEEDS = [
    ("seed.yaml", BOMB, "holds more than 1,000,000 values, with its aliases written out"),
    ("seed.yaml", MERGED, "holds more than 1,000,000 values, with its aliases written out"),
    ("seed.yaml", "users: &a [*a]", "has an alias for something that it stands in"),
    ("seed.yaml", CHAIN, "is nested more than 100 levels deep"),
    ("seed.yaml", "[" * 100_000, "is nested more than 100 levels deep"),
    ("seed.yaml", "users: " + "[" * 101 + "]" * 101, "is nested more than 100 levels deep"),
    ("seed.json", "[" * 1_000_000, "is nested more than 100 levels deep"),
    ("seed.json", '{"users": ' + "[" * 101 + "]" * 101 + "}", "is nested more than 100 levels deep"),
    ("seed.json", r'{"projects": [{"name": "\ud800"}]}', r"projects\[0\]\.name: has half of a character"),
    ("seed.json", r'{"projects": [{"\udfff": 1}]}', r"projects\[0\]: has half of a character"),
    ("seed.yaml", r'users: ["\ud800"]', r"users\[0\]: has half of a character"),
    ("seed.yaml", "users: [2020-01-01]", r"users\[0\]: must be in quotes to be text, not a date"),
    ("seed.yaml", "users: [2020-02-30]", "is not YAML: "),
    ("seed.yaml", "users: !!timestamp x", "is not YAML: "),
    ("seed.yaml", "users: !!bool x", "is not YAML: "),
    ("seed.yaml", "users: !!int ''", "is not YAML: "),
    ("seed.yaml", "1: x", "the file: the name 1 must be text"),
    ("seed.yaml", "? [a]\n: x", "is not YAML: "),
    ("seed.yaml", "", "the file: must be an object"),
]


@pytest.mark.parametrize(("name", "text", "message"), HOSTILE_SEEDS)
def test_hostile_seed_files(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ValueError, match=rf"seed\.(json|yaml): {message}"):
        Emulator(seed=tmp_path / name).start()
    assert time.process_time() - began < SOON
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_a_seed_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "seed.json").write_bytes(b'{"users": ["\xfc"]}')
    with pytest.raises(ValueError, match=r"seed\.json: is not encoded as UTF-8: invalid start byte at byte 12"):
        Emulator(seed=tmp_path / "seed.json").start()


def test_aliases_that_people_write(tmp_path: Path, connect: Callable[..., Client]) -> None:
    models = "[{name: a, <<: &plain {input_type: plain, output_type: plain}}, {name: b, <<: *plain}]"
    (tmp_path / "seed.yaml").write_text(f"projects:\n - name: demo\n   models: {models}\n")
    with Emulator(seed=tmp_path / "seed.yaml") as emulator:
        found = connect(emulator)("GET", "/projects/demo/models").body
        assert [each["name"] for each in found] == ["a", "b"]


def test_yaml_without_pyyaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    (tmp_path / "seed.yaml").write_text("{}")
    with pytest.raises(ValueError, match=r"seed\.yaml: YAML needs PyYAML: pip install pyyaml"):
        Emulator(seed=tmp_path / "seed.yaml").start()
