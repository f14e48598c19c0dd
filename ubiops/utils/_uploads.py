"""Files to the service."""

from __future__ import annotations

import io
import os
import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Iterable, List, Optional, Tuple, Union

from ubiops import ApiTypeError, ApiValueError, BlobList, CoreApi
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
        progress: Whether to show a bar; None for one where somebody looks.

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
        progress: Whether to show a bar that counts files; None for one where somebody looks.

    Returns:
        The blobs, in the order of the files.

    Raises:
        TransferException: One of them failed; it holds the blobs of the complete ones.
        ApiValueError: `max_workers` is below 1.
    """

    def work(item: Union[Content, Tuple[str, Content]], stop: threading.Event) -> BlobList:
        filename, file = item if isinstance(item, tuple) else (None, item)
        return _upload(api, project_name, file, filename, blob_ttl, False, stop)

    return in_parallel(work, files, max_workers, "Uploading", progress)


def _upload(
    api: CoreApi,
    project_name: str,
    file: Any,
    filename: Optional[str],
    blob_ttl: Optional[int],
    progress: Optional[bool],
    stop: Optional[threading.Event] = None,
) -> BlobList:
    if filename is not None and (
        not filename or not filename.isprintable() or Path(filename).name != filename or "\\" in filename
    ):
        raise ApiValueError(f"`filename` must be the name of a file without folders, not {filename!r}")
    with ExitStack() as stack:
        if hasattr(file, "to_csv"):
            file = _csv(file, filename or "data.csv", stack)
        stream = _opened(file, stack)
        name = filename or _name(file)
        size = _size(stream)
        meter = Meter(stack.enter_context(Progress(f"Uploading {name}", size, "B", progress)), stop)
        watched = WatchedFile(stream, name, meter, sized=size is not None)
        blob = api.blobs_create(project_name, watched, blob_ttl=blob_ttl)
    if blob.size is not None and blob.size != meter.position:
        raise TransferException(f"Uploading {name}: {meter.position} bytes were sent, but the service has {blob.size}")
    return blob


def _csv(frame: Any, name: str, stack: ExitStack) -> Path:
    """Write a DataFrame beside memory, where it may be larger than the frame itself."""
    path = Path(stack.enter_context(TemporaryDirectory(prefix="ubiops-")), name)
    frame.to_csv(path, index=any(level is not None for level in frame.index.names))
    return path


def _opened(file: Any, stack: ExitStack) -> Any:
    """Return a stream of the content, which ends with the stack if it was opened here."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return io.BytesIO(file)
    if isinstance(file, (str, os.PathLike)):
        path = Path(file)
        if path.is_dir():
            raise ApiValueError(f"{path} is a folder; upload its files one by one, or as a zip file")
        return stack.enter_context(path.open("rb"))
    if isinstance(file, io.TextIOBase):
        raise ApiTypeError("The file is opened as text; open it in binary mode: open(path, 'rb')")
    if not hasattr(file, "read"):
        raise ApiTypeError(
            "A file is given as a path, bytes, a file opened in binary mode, or a DataFrame, "
            f"not as {type(file).__name__}"
        )
    return file


def _name(file: Any) -> str:
    name = file if isinstance(file, (str, os.PathLike)) else getattr(file, "name", None)
    return Path(name).name if isinstance(name, (str, os.PathLike)) and name else "file"


def _size(stream: Any) -> Optional[int]:
    """Return how much is left; None for what cannot tell, as pipes, or says 0, as the files of the kernel do."""
    try:
        start = stream.tell()
        size: int = stream.seek(0, os.SEEK_END) - start
        stream.seek(start)
    except (AttributeError, OSError):
        return None
    return size or None
