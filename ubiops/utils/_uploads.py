"""Files to the service."""

from __future__ import annotations

import os
import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Iterable, List, Optional, Tuple, Union

from ubiops import ApiTypeError, ApiValueError, BlobList, CoreApi
from ubiops.utils._checks import checked_many
from ubiops.utils._exceptions import TransferException
from ubiops.utils._progress import Progress
from ubiops.utils._transfers import Meter, WatchedFile, in_parallel

if TYPE_CHECKING:
    import pandas

    Content = Union[str, os.PathLike[str], bytes, bytearray, memoryview, BinaryIO, pandas.DataFrame]


def upload_blob(
    api: CoreApi,
    project_name: str,
    file: Content,
    *,
    filename: Optional[str] = None,
    blob_ttl: Optional[int] = None,
    progress: Optional[bool] = None,
) -> BlobList:
    """Upload a file as a blob.

    It is streamed, so memory stays the same however long it is. The size that the service tells is compared with what
    was sent.

    Uses `blobs_create`. An upload is not begun anew by itself, since a second one would make a second blob.

    Args:
        api: The API.
        project_name: Name of the project.
        file: A path, bytes, a file opened in binary mode, which is sent from where it stands, or a DataFrame, which is
            sent as CSV: with its index if that has a name.
        filename: Name of the blob; that of the file if None, and `file` or `data.csv` for what has none.
        blob_ttl: Seconds that the blob is kept, 900 to 259200; 259200 if None.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The blob.

    Raises:
        TransferException: The service has another number of bytes than were sent.
        ApiException: The API refused, or the connection broke; then the blob may be there or not.
        ApiValueError, ApiTypeError: The file or its name cannot be sent; nothing was sent.
        OSError: The file cannot be read.
    """
    return _upload(api, project_name, file, filename, blob_ttl, progress)


def upload_blobs(
    api: CoreApi,
    project_name: str,
    files: Iterable[Union[Content, Tuple[str, Content]]],
    *,
    blob_ttl: Optional[int] = None,
    max_workers: int = 4,
    progress: Optional[bool] = None,
) -> List[BlobList]:
    """Upload files as blobs, several at a time; see `upload_blob`.

    The first one that fails breaks off those that run, and the others are not begun; blobs that were complete stay
    until their time to live is over.

    Uses `blobs_create`.

    Args:
        api: The API.
        project_name: Name of the project.
        files: The files, or pairs of file name and file; they are taken as they are needed.
        blob_ttl: Seconds that the blobs are kept, 900 to 259200; 259200 if None.
        max_workers: How many are uploaded at a time.
        progress: Whether to show a bar, of files; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The blobs, in the order of the files.

    Raises:
        TransferException: One of them failed; it holds the blobs of the complete ones.
        ApiValueError, ApiTypeError: `files` is a single file, or `max_workers` no number from 1; nothing was sent.
    """

    def work(item: Union[Content, Tuple[str, Content]], stop: threading.Event) -> BlobList:
        filename, file = item if isinstance(item, tuple) else (None, item)
        return _upload(api, project_name, file, filename, blob_ttl, False, stop)

    return in_parallel(work, checked_many(files, "files"), max_workers, "Uploading", progress)


def _upload(
    api: CoreApi,
    project_name: str,
    file: Any,
    filename: Optional[str],
    blob_ttl: Optional[int],
    progress: Optional[bool],
    stop: Optional[threading.Event] = None,
) -> BlobList:
    if filename is not None and not isinstance(filename, str):
        raise ApiTypeError(f"filename: must be text, not {type(filename).__name__}")
    if filename is not None and (not filename or not filename.isprintable() or {"/", "\\"} & set(filename)):
        raise ApiValueError(f"filename: must be the name of a file without folders, not {filename!r}")
    with ExitStack() as stack:
        if hasattr(file, "to_csv"):
            file = _csv(file, stack)
        ((_, part),) = api.api_client.files_parameters({"file": [file]})
        stream = part.open()
        stack.callback(part.close, stream)
        name = filename or part.name
        meter = Meter(stack.enter_context(Progress(f"Uploading {name}", part.size, "B", progress)), stop)
        watched = WatchedFile(stream, name, meter, sized=part.size is not None)
        blob = api.blobs_create(project_name, watched, blob_ttl=blob_ttl)
    if blob.size is not None and blob.size != meter.position:
        raise TransferException(f"Uploading {name}: {meter.position} bytes were sent, but the service has {blob.size}")
    return blob


def _csv(frame: Any, stack: ExitStack) -> Path:
    """Write a DataFrame to a temporary file, since in memory its text may be larger than itself."""
    path = Path(stack.enter_context(TemporaryDirectory(prefix="ubiops-")), "data.csv")
    frame.to_csv(path, index=any(level is not None for level in frame.index.names))
    return path
