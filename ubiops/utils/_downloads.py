"""Files from the service, complete or not at all."""

from __future__ import annotations

import copy
import io
import os
import random
import re
import shutil
import threading
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Callable, Iterable, List, Optional, Union, overload

from ubiops import ApiClient, ApiTypeError, ApiValueError, CoreApi, TransportException
from ubiops.utils._checks import checked_count, checked_many
from ubiops.utils._progress import Progress
from ubiops.utils._transfers import Meter, WatchedAnswer, in_parallel

if TYPE_CHECKING:
    PathLike = os.PathLike[str]

BLOCK = 1 << 20
BACKOFF = 0.5
"""Seconds; the longest wait before a download is begun for the second time. It doubles from then on."""


@overload
def download_blob(
    api: CoreApi,
    project_name: str,
    blob_id: str,
    output_path: None = ...,
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> bytes: ...
@overload
def download_blob(
    api: CoreApi,
    project_name: str,
    blob_id: str,
    output_path: Union[str, PathLike],
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> Path: ...
@overload
def download_blob(
    api: CoreApi,
    project_name: str,
    blob_id: str,
    output_path: BinaryIO,
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> int: ...
def download_blob(
    api: CoreApi,
    project_name: str,
    blob_id: str,
    output_path: Union[str, PathLike, BinaryIO, None] = None,
    *,
    attempts: int = 4,
    progress: Optional[bool] = None,
) -> Union[bytes, Path, int]:
    """Download a blob into memory, a file, a folder or a stream.

    Its length is checked. It is written to a temporary file first, beside the one that it becomes, so that nobody ever
    sees a part of it; one that breaks off is begun anew. Memory stays the same however long the blob is, unless its
    bytes are asked for.

    Uses `blobs_get`.

    Args:
        api: The API.
        project_name: Name of the project.
        blob_id: Id of the blob.
        output_path: A folder that is there: the file gets the name that the blob has, and a number if that is taken.
            Another path: the file, which replaces one that is there. A file opened in binary mode, or another stream:
            it gets the whole content once that is there. None for the bytes.
        attempts: How often the download is begun, at most.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The bytes, the path of the file, or the number of bytes that the stream got.

    Raises:
        TransportException: The last attempt broke off too.
        ApiException: The API refused.
        ApiValueError, ApiTypeError: The output cannot be written to; nothing was sent.
        OSError: Writing failed.
    """
    call = partial(api.blobs_get, project_name, blob_id, _preload_content=False)
    return _download(_Download(api, call, f"Downloading {blob_id}", attempts, progress), output_path)


@overload
def download_model_file(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    output_path: None = ...,
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> bytes: ...
@overload
def download_model_file(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    output_path: Union[str, PathLike],
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> Path: ...
@overload
def download_model_file(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    output_path: BinaryIO,
    *,
    attempts: int = ...,
    progress: Optional[bool] = ...,
) -> int: ...
def download_model_file(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    output_path: Union[str, PathLike, BinaryIO, None] = None,
    *,
    attempts: int = 4,
    progress: Optional[bool] = None,
) -> Union[bytes, Path, int]:
    """Download the package of a version, byte for byte as it was uploaded last.

    What `download_blob` says of the output, of attempts and of errors holds here too.

    Uses `model_versions_file_download`.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the version.
        output_path: A folder, the path of the file, a stream, or None for the bytes.
        attempts: How often the download is begun, at most.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The bytes, the path of the file, or the number of bytes that the stream got.

    Raises:
        NotFoundException: No package was uploaded yet, or there is no such version.
        TransportException: The last attempt broke off too.
        ApiException: The API refused.
        ApiValueError, ApiTypeError: The output cannot be written to; nothing was sent.
        OSError: Writing failed.
    """
    call = partial(api.model_versions_file_download, project_name, model_name, version, _preload_content=False)
    return _download(_Download(api, call, f"Downloading {model_name}/{version}", attempts, progress), output_path)


def download_blobs(
    api: CoreApi,
    project_name: str,
    blob_ids: Iterable[str],
    output_path: Union[str, PathLike],
    *,
    max_workers: int = 4,
    attempts: int = 4,
    progress: Optional[bool] = None,
) -> List[Path]:
    """Download blobs into a folder, several at a time.

    Each file gets the name that its blob has, and a number if that is taken; see `download_blob`. The first one that
    fails for good breaks off those that run, and the others are not begun; files that were complete stay.

    Uses `blobs_get`.

    Args:
        api: The API.
        project_name: Name of the project.
        blob_ids: Ids of the blobs; they are taken as they are needed.
        output_path: The folder; it is made if it is not there.
        max_workers: How many are downloaded at a time.
        attempts: How often each is begun, at most.
        progress: Whether to show a bar, of files; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The paths, in the order of the ids.

    Raises:
        TransferException: One of them failed; it holds the paths of the complete ones.
        ApiValueError, ApiTypeError: `blob_ids` is a single id, or a number is none from 1; nothing was sent.
        OSError: The folder cannot be made.
    """
    checked_many(blob_ids, "blob_ids")
    checked_count(attempts, "attempts")
    checked_count(max_workers, "max_workers")
    folder = Path(output_path)
    folder.mkdir(parents=True, exist_ok=True)

    def work(blob_id: str, stop: threading.Event) -> Path:
        call = partial(api.blobs_get, project_name, blob_id, _preload_content=False)
        return _Download(api, call, "", attempts, False, stop).into(folder)

    return in_parallel(work, blob_ids, max_workers, "Downloading", progress)


class _Download:
    """A download that is begun anew when it breaks.

    Args:
        api: The API.
        call: Returns the unread answer.
        description: What the bar says.
        attempts: How often to begin, at most.
        progress: Whether there is a bar.
        stop: Breaks it off when it is set.
    """

    def __init__(
        self,
        api: CoreApi,
        call: Callable[[], Any],
        description: str,
        attempts: int,
        progress: Optional[bool],
        stop: Optional[threading.Event] = None,
    ) -> None:
        self._client = api.api_client
        self._call = call
        self._description = description
        self._attempts = checked_count(attempts, "attempts")
        self._progress = progress
        self._stop = stop or threading.Event()

    def into(self, folder: Path) -> Path:
        """Save the file in a folder, under the name that the service gives."""
        # A client that sends nothing: saving is the client's, and the folder a setting of it.
        configuration = copy.copy(self._client.configuration)
        configuration.temp_folder_path = str(folder)
        saving = ApiClient(configuration)
        began = time.monotonic()
        with ExitStack() as stack:
            meter: Optional[Meter] = None
            attempt = 1
            while True:
                response = self._call()
                if meter is None:
                    length = re.fullmatch("[0-9]{1,18}", response.headers.get("Content-Length", ""))
                    bar = Progress(self._description, int(length[0]) if length else None, "B", self._progress)
                    meter = Meter(stack.enter_context(bar), self._stop)
                try:
                    return Path(saving.deserialize(WatchedAnswer(response, meter), "file"))
                except TransportException as error:
                    error.method, error.url = "GET", response.geturl()
                    if attempt == self._attempts:
                        error.attempts, error.elapsed = attempt, time.monotonic() - began
                        raise
                self._stop.wait(random.uniform(0, BACKOFF * 2.0 ** (attempt - 1)))  # noqa: S311 - no secret
                attempt += 1


def _download(download: _Download, output: Union[str, PathLike, BinaryIO, None]) -> Union[bytes, Path, int]:
    if isinstance(output, (str, os.PathLike)):
        return _to_path(download, Path(output))
    if isinstance(output, io.TextIOBase):
        raise ApiTypeError("output_path: is opened as text; open it in binary mode: open(path, 'wb')")
    if output is not None and not hasattr(output, "write"):
        raise ApiTypeError(
            f"output_path: must be a path, a file opened in binary mode, or None, not {type(output).__name__}"
        )
    with TemporaryDirectory(prefix="ubiops-") as folder:
        path = download.into(Path(folder))
        if output is None:
            return path.read_bytes()
        with path.open("rb") as file:
            shutil.copyfileobj(file, output, BLOCK)
        return path.stat().st_size


def _to_path(download: _Download, path: Path) -> Path:
    if path.is_dir():
        return download.into(path)
    if not path.parent.is_dir():
        raise ApiValueError(f"output_path: is in the folder {path.parent}, which is not there; make it first")
    with TemporaryDirectory(prefix=".ubiops-", dir=str(path.parent)) as folder:
        download.into(Path(folder)).replace(path)
    return path
