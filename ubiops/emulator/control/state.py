"""The whole state as one file: a zip of the database, the packages and the blobs."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import tempfile
import uuid
import zipfile
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Dict, Iterator, Union

from ..common.errors import ApiError, bad_request
from ..state.storage import Storage

_MANIFEST = "ubiops-emulator.json"
_DATABASE = "state.db"
_FORMAT = 1
_FILE_NAME = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CHUNK = 1024**2

_PACKAGES = "SELECT DISTINCT package AS name FROM builds"
_BLOBS = "SELECT id AS name FROM blobs"


def export(storage: Storage, path: Path) -> None:
    """Write the state into a file, which only its owner can read: it holds tokens and secrets.

    Other calls go on meanwhile; what they change after the start is not in the file.

    Args:
        storage: the state.
        path: the file; one that is there is replaced at the end.

    Raises:
        OSError, sqlite3.Error: the disk is full, or the file cannot be written.
    """
    copies: Dict[str, Path] = {}

    def place(name: str) -> Path:
        copies[name] = storage.uploads / str(uuid.uuid4())
        return copies[name]

    descriptor, partial = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with storage.held():
            storage.copy(place(_DATABASE))
            with storage.transaction() as db:
                files = _files(db, storage)
            for name, source in files.items():
                _link(source, place(name))
        with os.fdopen(descriptor, "wb") as stream, zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(_MANIFEST, json.dumps({"format": _FORMAT}))
            for name, copy in copies.items():
                archive.write(copy, name, zipfile.ZIP_DEFLATED if name == _DATABASE else zipfile.ZIP_STORED)
        Path(partial).replace(path)
    finally:
        for left in (Path(partial), *copies.values()):
            with suppress(FileNotFoundError):
                left.unlink()


class Import:
    """A state read from a file that `export` wrote, checked, and ready to be taken over.

    Attributes:
        database: its database, brought to the present schema.
    """

    def __init__(self, archive: zipfile.ZipFile, database: Storage) -> None:
        self.database = database
        self._archive = archive
        with database.transaction() as db:
            self._files = _files(db, database)
        for name in self._files:
            if name not in archive.NameToInfo:
                raise _broken(f"it lacks {name}")

    def take_over(self, storage: Storage) -> None:
        """Put it into another storage, in place of everything there; what is not used any more stays as files.

        Raises:
            OSError, sqlite3.Error: the disk is full, or fails. The state is as before then.
            ApiError: 400 for a damaged file; the state is as before then.
        """
        for name in self._files:
            copy = storage.uploads / str(uuid.uuid4())
            with _reading(self._archive, name) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target, _CHUNK)
            copy.replace(storage.files / name)
        storage.replace(self.database)


@contextmanager
def opened(source: Union[Path, IO[bytes]]) -> Iterator[Import]:
    """Give the state that a file holds.

    Args:
        source: the file.

    Raises:
        ApiError: 400 for a file that holds no state, or one of a newer emulator.
        OSError: the file cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="ubiops-import-") as name:
        path = Path(name, _DATABASE)
        try:
            archive = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, ValueError):
            raise _broken("it is no zip file") from None
        with archive:
            if _manifest(archive) != {"format": _FORMAT}:
                raise _broken("it is of another format, perhaps of a newer emulator")
            if sum(entry.file_size for entry in archive.infolist()) > shutil.disk_usage(name).free:
                raise _broken("unpacked it does not fit on the disk")
            with _reading(archive, _DATABASE) as packed, path.open("wb") as target:
                shutil.copyfileobj(packed, target, _CHUNK)
            try:
                database = Storage(path)
            except sqlite3.Error as error:
                raise _broken(f"its database cannot be read: {error}") from None
            try:
                _check_schema(database)
                yield Import(archive, database)
            finally:
                database.close()


def _files(db: sqlite3.Connection, storage: Storage) -> Dict[str, Path]:
    """Return the files that the rows of a database refer to: name in the archive, and path."""
    found = {}
    for query, directory in ((_PACKAGES, storage.packages), (_BLOBS, storage.blobs)):
        for row in db.execute(query):
            if not _FILE_NAME.fullmatch(row["name"]):
                raise _broken("a file name in its database is not one that an emulator makes")
            found[f"{directory.name}/{row['name']}"] = directory / row["name"]
    return found


def _check_schema(database: Storage) -> None:
    """Refuse a database that is not just what the migrations make: it might hold triggers of somebody's own."""
    empty = Storage()
    try:
        with database.transaction() as db, empty.transaction() as model:
            same = _schema(db) == _schema(model)
            sound = same and db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            if not (sound and db.execute("PRAGMA foreign_key_check").fetchone() is None):
                raise _broken("its database is damaged, or of a newer emulator")
            if db.execute("SELECT 1 FROM users WHERE operator").fetchone() is None:
                raise _broken("its database has no seeded user")
    except sqlite3.Error as error:
        raise _broken(f"its database cannot be read: {error}") from None
    finally:
        empty.close()


def _schema(db: sqlite3.Connection) -> object:
    objects = {tuple(row) for row in db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")}
    return db.execute("PRAGMA user_version").fetchone()[0], objects


def _manifest(archive: zipfile.ZipFile) -> object:
    try:
        with _reading(archive, _MANIFEST) as stream:
            return json.loads(stream.read(_CHUNK))
    except ValueError:
        return None


@contextmanager
def _reading(archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    try:
        with archive.open(name) as stream:
            yield stream
    except KeyError:
        raise _broken(f"it lacks {name}") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise _broken(f"{name} is damaged") from None


def _broken(why: str) -> ApiError:
    return bad_request(f"file: is not the exported state of an emulator: {why}")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)
