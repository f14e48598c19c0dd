"""The whole state as one file: a zip of the database, the packages and the blobs."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
import uuid
import zipfile
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Dict, Iterator, Union

from ..common import private
from ..common.errors import ApiError, bad_request
from ..common.temporary import TemporaryDirectory
from ..common.zips import TooManyEntries, check_entries
from ..state.integrity import StateError, files
from ..state.storage import Storage
from .contents import first_problem

_MANIFEST = "ubiops-emulator.json"
_DATABASE = "state.db"
_FORMAT = 1
_CHUNK = 1024**2
_MOST_ENTRIES = 500_000


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

    partial = tempfile.NamedTemporaryFile(prefix=f".{path.name}.", dir=path.parent, delete=False)  # noqa: SIM115
    try:
        with partial:
            with storage.held():
                storage.copy(place(_DATABASE))
                with storage.transaction() as db:
                    names = [f"{directory}/{name}" for directory, name, _ in files(db)]
                for name in names:
                    _link(storage.files / name, place(name))
            with zipfile.ZipFile(partial, "w") as archive:
                archive.writestr(_MANIFEST, json.dumps({"format": _FORMAT}))
                for name, copy in copies.items():
                    archive.write(copy, name, zipfile.ZIP_DEFLATED if name == _DATABASE else zipfile.ZIP_STORED)
        Path(partial.name).replace(path)
    finally:
        for left in (Path(partial.name), *copies.values()):
            with suppress(FileNotFoundError):
                left.unlink()


class Import:
    """A state read from a file that `export` wrote, checked, and ready to be taken over.

    Attributes:
        database: its database.
    """

    def __init__(self, archive: zipfile.ZipFile, database: Storage) -> None:
        self.database = database
        self._archive = archive
        with database.transaction() as db:
            _check_contents(db)
            sizes = {f"{directory}/{name}": size for directory, name, size in files(db)}
        self._files = list(sizes)
        for name, size in sizes.items():
            with _reading(archive, name) as stream:  # to its end, where its checksum is compared
                found = sum(len(chunk) for chunk in iter(lambda: stream.read(_CHUNK), b""))
            if size not in (None, found):
                raise _broken(f"{name} is not as long as its database says")

    def take_over(self, storage: Storage) -> None:
        """Put it into another storage, in place of everything there; what is not used any more stays as files.

        Raises:
            OSError, sqlite3.Error: the disk is full, or fails. The state is as before then.
        """
        for name in self._files:
            copy = storage.uploads / str(uuid.uuid4())
            with _reading(self._archive, name) as source, private.create(copy) as target:
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
    with TemporaryDirectory() as directory:
        path = directory / _DATABASE
        try:
            archive = _archive(source)
        except TooManyEntries as error:
            raise _broken(str(error)) from None
        except (zipfile.BadZipFile, ValueError):
            raise _broken("it is no zip file") from None
        with archive:
            if _manifest(archive) != {"format": _FORMAT}:
                raise _broken("it is of another format, perhaps of a newer emulator")
            if sum(entry.file_size for entry in archive.infolist()) > shutil.disk_usage(directory).free:
                raise _broken("unpacked it does not fit on the disk")
            with _reading(archive, _DATABASE) as packed, private.create(path) as target:
                shutil.copyfileobj(packed, target, _CHUNK)
            try:
                database = Storage(path, own=False)
            except StateError as error:
                raise _broken(f"its database {error.reason}") from None
            except sqlite3.Error as error:
                raise _broken(f"its database cannot be read: {error}") from None
            try:
                yield Import(archive, database)
            finally:
                database.close()


def _archive(source: Union[Path, IO[bytes]]) -> zipfile.ZipFile:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            check_entries(stream, _MOST_ENTRIES)
    else:
        check_entries(source, _MOST_ENTRIES)
    return zipfile.ZipFile(source)


def _check_contents(db: sqlite3.Connection) -> None:
    try:
        problem = first_problem(db)
    except sqlite3.Error as error:
        problem = f"its database cannot be read: {error}"
    if problem is not None:
        raise _broken(problem)


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
    return bad_request(f"file: is not the exported state of an emulator: {why}. Nothing has changed")


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        private.copy(source, target)
