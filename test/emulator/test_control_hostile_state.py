"""State files that somebody made to do harm, or that a disk has changed: refused before anything happens."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Iterator, List, NamedTuple, Tuple

import pytest

from test.support.emulator.client import PROJECT, connected, wait_until, zipped
from test.support.emulator.pipelines import add_connector, add_model, attach, make_connector, make_pipeline
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

REFUSED = "file: is not the exported state of an emulator: .*{}.*. Nothing has changed"


class Exported(NamedTuple):
    """A state with everything in it: an emulator that holds it, and the parts of its file."""

    client: Client
    entries: List[Tuple[str, bytes]]


def fill(client: Client) -> None:
    """Make some of everything."""
    version = client.model()
    client.upload("PUT", f"{version}/upload", "p.zip", zipped("raise Exception"))
    client.blob("b", b"contents")
    make_connector(client, "c", [("in", "int")])
    pipeline = make_pipeline(client, [("in", "int")])
    assert add_model(client, pipeline, "o", "m").status == add_connector(client, pipeline, "k", "c").status == 201
    for ends in (("pipeline_start", "o", "in>in"), ("o", "k", "out>in")):
        assert attach(client, pipeline, *ends).status == 201
    schedule = {"name": "s", "object_type": "pipeline", "object_name": "p", "schedule": "0 0 1 1 *"}
    calls = [
        ("schedules", {**schedule, "request_data": {"in": 1}}),
        ("environment-variables", {"name": "V_W", "value": "", "secret": False}),
        ("service-users", {"name": "robot"}),
        ("roles", {"name": "r", "permissions": ["models.list"]}),
    ]
    for path, body in calls:
        answer = client("POST", f"{PROJECT}/{path}", body)
        assert answer.status == 201, (path, answer)
    client("PATCH", "/user", {"name": "Ada", "surname": "L"})
    assert client("POST", "/projects", {"name": "second", "organization_name": "emulator"}).status == 201
    client.built(version, "deploying_failed")
    platform = client.emulator._platform
    assert platform is not None
    with platform.storage.transaction() as db:  # what comes of requests, without the time that they take
        for table, owner, of in (
            ("batch_requests", "version_id", "versions"),
            ("batch_pipeline_requests", "pipeline_id", "pipelines"),
        ):
            db.execute(
                f"INSERT INTO {table} (id, {owner}, status, success, data, time_created, time_last_updated)"
                " SELECT '11111111-1111-4111-8111-111111111111', id, 'completed', 1, '1', creation_date, creation_date"
                f" FROM {of}"
            )
        project = db.execute("SELECT id FROM projects WHERE name = 'demo'").fetchone()["id"]
        platform.measurements.record(db, project, "connector", project, success=True, seconds=0.5)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    with Emulator() as emulator:
        for client in connected(emulator):
            fill(client)
            path = tmp_path_factory.mktemp("state") / "state.zip"
            emulator.export_state(path)
            with zipfile.ZipFile(path) as archive:
                yield Exported(client, [(name, archive.read(name)) for name in archive.namelist()])


def changed(rich: Exported, directory: Path, script: str) -> Path:
    """Write the state with a change of its database, made without the checks of SQLite; return the file."""
    database, path = directory / "changed.db", directory / "changed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in rich.entries:
            if name == "state.db":
                database.write_bytes(content)
                with closing(sqlite3.connect(str(database))) as db:
                    db.executescript(f"PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {script}")
                content = database.read_bytes()
            archive.writestr(name, content)
    return path


def test_what_an_emulator_writes_is_taken(rich: Exported, tmp_path: Path) -> None:
    with Emulator() as emulator:
        emulator.import_state(changed(rich, tmp_path, ""))
        for client in connected(emulator):
            assert [each["name"] for each in client("GET", "/projects").body] == ["demo", "second"]
            assert len(client("GET", f"{PROJECT}/schedules").body) == 1


WRONG_VALUES = [
    ("users", "id", "'../../x'"),
    ("users", "operator", "2"),
    ("users", "password", "'x'"),
    ("users", "password", "'pbkdf2_sha256$9999999$aa$bb'"),  # would be worked at for minutes
    ("users", "token", "'two words'"),
    ("users", "name", "x'ff'"),
    ("users", "surname", "cast(x'ff' AS TEXT)"),  # no UTF-8
    ("users", "registration_date", "'yesterday'"),
    ("projects", "name", "'a/b'"),
    ("projects", "name", "'..'"),
    ("projects", "creation_date", "'2020-13-01T00:00:00.000000Z'"),
    ("models", "name", "'a' || char(10)"),
    ("models", "description", "x'00'"),
    ("models", "input_type", "'other'"),
    ("models", "input_fields", "'{'"),
    ("models", "input_fields", '\'[{"name": "in"}]\''),
    ("models", "input_fields", '\'[{"name": "in", "data_type": "tuple"}]\''),
    ("models", "output_fields", f"'{'[' * 100_000}'"),
    ("versions", "status", "'lost'"),
    ("versions", "memory_allocation", "'much'"),
    ("versions", "memory_allocation", "0"),
    ("versions", "maximum_instances", "-1"),
    ("versions", "language", "'python' || char(10)"),
    ("versions", "build_id", "'11111111-1111-4111-8111-111111111111'"),
    ("builds", "package", "'../x'"),
    ("builds", "filename", "'../x'"),
    ("blobs", "id", "'../../x'"),
    ("blobs", "size", "-1"),
    ("blobs", "filename", "char(10)"),
    ("blobs", "expires", "x'00'"),
    ("batch_requests", "data", "'{'"),
    ("batch_requests", "status", "'paused'"),
    ("batch_requests", "success", "7"),
    ("batch_pipeline_requests", "result", "'nan('"),
    ("environment_variables", "name", "'A=B'"),
    ("environment_variables", "value", "x'00'"),
    ("schedules", "schedule", "'often'"),
    ("schedules", "schedule", "'0 0 30 2 *'"),
    ("schedules", "timeout", "0"),
    ("schedules", "next_run", "'9'"),
    ("connectors", "type", "'fax'"),
    ("connectors", "configuration", "'[]'"),
    ("credentials", "configuration", "'{\"a\": 1}'"),
    ("pipeline_objects", "name", "'pipeline_start'"),
    ("attachments", "mapping", "'[1]'"),
    ("role_permissions", "permission", "'everything'"),
    ("measurements", "seconds", "9e999"),
    ("measurements", "minute", "'now'"),
    ("measurements", "object_type", "'user'"),
    ("logs", "log", "x'00'"),
    ("logs", "seq", str(2**63 - 1)),  # no line could be added any more
    ("access_tokens", "user_id", "'x'"),
]


@pytest.mark.parametrize(("table", "column", "value"), WRONG_VALUES)
def test_wrong_values(rich: Exported, tmp_path: Path, table: str, column: str, value: str) -> None:
    script = f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT max(rowid) FROM {table})"
    if table == "measurements":
        script = f"UPDATE {table} SET {column} = {value}"
    if table == "access_tokens":
        script = f"INSERT INTO {table} SELECT 'x', {value}, registration_date FROM users LIMIT 1"
    with pytest.raises(ValueError, match=REFUSED.format(".")):
        rich.client.emulator.import_state(changed(rich, tmp_path, script))


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("DELETE FROM users", "refers to one of users that is missing"),
        ("DROP INDEX users_operator; UPDATE users SET operator = 1", "its tables are not those of the emulator"),
        ("UPDATE users SET operator = 0; UPDATE users SET operator = 1 WHERE project_id > ''", "a service user"),
        ("UPDATE organizations SET subscription = 'none'", "an unknown subscription"),
        ("UPDATE versions SET live_build_id = build_id; DELETE FROM builds", "a build of another one"),
        ("UPDATE versions SET status = 'building', build_id = NULL", "being built without a build"),
        ("UPDATE models SET project_id = (SELECT max(id) FROM projects WHERE name = 'second')", "another project"),
        (
            "UPDATE credentials SET project_id = (SELECT id FROM projects WHERE name = 'second')",
            "credentials of another",
        ),
        ("UPDATE schedules SET project_id = (SELECT id FROM projects WHERE name = 'second')", "a schedule for another"),
        ("UPDATE attachments SET destination_id = source_id WHERE source_id > ''", "attachments in a circle"),
        ("UPDATE attachments SET pipeline_id = 'x'", "column pipeline_id|refers to one"),
        ("UPDATE role_assignments SET object_id = role_id", "a role on nothing"),
        ("UPDATE role_assignments SET object_type = 'model'", "a role on nothing"),
        ("UPDATE names SET name = 'x' WHERE kind = 'version'", "a name that is not that of its thing"),
        ("DELETE FROM projects WHERE name = 'demo'", "refers to one of projects that is missing"),
        ("UPDATE sqlite_sequence SET seq = 9223372036854775807", "log lines without end"),
    ],
)
def test_rows_that_do_not_go_together(rich: Exported, tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(ValueError, match=REFUSED.format(f"({message})")):
        rich.client.emulator.import_state(changed(rich, tmp_path, script))


def test_nothing_has_changed(rich: Exported, tmp_path: Path) -> None:
    """Not even what runs was stopped; and no file was written anywhere."""
    client = rich.client
    platform = client.emulator._platform
    assert platform is not None
    before = sorted(str(path) for path in platform.storage.files.rglob("*"))
    runtime = platform.builds
    with pytest.raises(ValueError, match="the column id of blobs"):
        client.emulator.import_state(changed(rich, tmp_path, "UPDATE blobs SET id = '../../../../' || id"))
    assert platform.builds is runtime
    assert sorted(str(path) for path in platform.storage.files.rglob("*")) == before
    assert client("GET", "/user").body["name"] == "Ada"
    client("POST", f"{PROJECT}/models", {"name": "after", "input_type": "plain", "output_type": "plain"})
    wait_until(lambda: client("GET", f"{PROJECT}/models/after").status == 200)
