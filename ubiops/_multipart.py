"""Forms with files, streamed: a file is read while it is sent, never kept in memory."""

from __future__ import annotations

import io
import mimetypes
import os
import stat
from operator import index
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Callable, Iterable, List, Optional, Protocol, Tuple, Union

from ubiops._encoding import to_parameter_text
from ubiops._loading import LOADING
from ubiops._printable import printable, quoted_path
from ubiops.exceptions import ApiTypeError, ApiValueError, OpenApiException

if TYPE_CHECKING:
    TextPath = os.PathLike[str]
else:  # a name that can be evaluated before Python 3.9, too
    TextPath = os.PathLike


class Readable(Protocol):
    """The least that a file opened in binary mode can do."""

    def read(self, size: int, /) -> Union[bytes, bytearray, memoryview]: ...


File = Union[str, TextPath, bytes, bytearray, memoryview, Readable]

DEFAULT_TYPE = "application/octet-stream"

MOST_SHOWN = 250
"""A longer path is a content that was given as a path, maybe a secret one, and so is one of several lines."""

_SYSTEM_FILES = (io.FileIO, io.BufferedReader, io.BufferedRandom)


class FilePart:
    """A file in a form.

    Args:
        source: A path, bytes, or a file opened in binary mode, which is sent from where it stands. What is no
            regular file, such as a pipe, is opened once and read to its end.
        name: File name to send; that of the source if None.
        content_type: Media type to send; guessed from the name if None.

    Attributes:
        name: File name that is sent, without folders.
        content_type: Media type that is sent.
        size: Bytes to send; None for a stream that cannot tell.

    Raises:
        ApiTypeError: The source is no file, or one that is opened as text.
        ApiValueError: The source is a directory or no path, or the media type has line breaks.
        OSError: There is no such file, or it is a regular one and cannot be read.
    """

    name: str
    size: Optional[int]

    def __init__(self, source: File, name: Optional[str] = None, content_type: Optional[str] = None) -> None:
        try:
            self._use(source)
        except (OpenApiException, OSError):
            raise
        except Exception as error:
            kind, raised = type(source).__name__, type(error).__name__
            raise ApiValueError(f"This file, of type {kind}, cannot be used: {raised}: {error}") from error
        self.name = self.name if name is None else name
        self.content_type = content_type or mimetypes.guess_type(self.name)[0] or DEFAULT_TYPE
        if not self.content_type.isprintable():
            raise ApiValueError(f"The content type of {self.label} has control characters")

    def _use(self, source: File) -> None:
        if isinstance(source, (bytes, bytearray, memoryview)):
            self._use_stream(io.BytesIO(source if isinstance(source, bytes) else bytes(source)), "file")
        elif isinstance(source, (str, os.PathLike)):
            self._use_path(Path(source))
        elif hasattr(source, "read"):
            self._use_stream(source, _stream_name(source))
        else:
            raise ApiTypeError(
                f"A file is given as a path, bytes, or a file opened in binary mode, not as {type(source).__name__}"
            )

    def _use_path(self, path: Path) -> None:
        kind = _mode(path)
        if stat.S_ISDIR(kind):
            raise ApiValueError(f"{quoted_path(path)} is a directory; zip it first, then send the zip file")
        # Another kind of file is opened once, when it is sent: what is read from a pipe is gone.
        self.size = _readable_size(path) if stat.S_ISREG(kind) else None
        self.name = os.fsencode(path.name).decode("utf-8", "replace")  # whatever the locale
        self._open: Callable[[], IO[bytes]] = lambda: path.open("rb")
        self._owned = True

    def _use_stream(self, stream: Any, name: str) -> None:
        self.name = name
        if isinstance(stream, io.TextIOBase):
            raise ApiTypeError(
                f"The file {printable(name[:MOST_SHOWN])} is opened as text; open it in binary mode: open(path, 'rb')"
            )
        self._owned = False
        try:
            start = stream.tell()
            self.size = _size(stream, start)
            stream.seek(start)
        except (AttributeError, OSError):
            self.size = None
            self._open = lambda: stream
            return

        def rewound() -> Any:
            stream.seek(start)
            return stream

        self._open = rewound

    @property
    def label(self) -> str:
        """The name for an error message."""
        return printable(self.name[:MOST_SHOWN])

    def open(self) -> IO[bytes]:
        """Return the content from its beginning."""
        return self._open()

    def close(self, stream: IO[bytes]) -> None:
        """Close what `open` opened; a stream of the user's stays open."""
        if self._owned:
            stream.close()


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError as error:
        if len(str(path)) <= MOST_SHOWN and str(path).isprintable():
            raise
        raise type(error)(error.errno, error.strerror, quoted_path(path)) from None
    except ValueError:
        raise ApiValueError(f"{quoted_path(path)} cannot be the path of a file") from None


def _readable_size(path: Path) -> Optional[int]:
    """Return the size of a regular file; None if it has another one, as the files of the kernel have."""
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size:
            file.seek(size - 1)
        return size if len(file.read(2)) == min(size, 1) else None


def _size(stream: IO[bytes], start: int) -> int:
    """Return how many bytes a stream has from a position.

    Raises:
        OSError: It cannot tell.
    """
    if isinstance(stream, _SYSTEM_FILES) and not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        raise OSError("Only a regular file knows its end")
    stream.seek(0, os.SEEK_END)
    return max(0, index(stream.tell()) - index(start))  # it may stand beyond its end


def _stream_name(stream: Any) -> str:
    name = getattr(stream, "name", None)
    return Path(name).name if isinstance(name, str) and name else "file"


class MultipartBody:
    """A ``multipart/form-data`` body that is read piece by piece, and can be read again.

    Args:
        fields: Pairs of field name and value. A file is a `FilePart`, or a tuple of file name,
            content and, if it is not to be guessed, content type.

    Attributes:
        length: Number of bytes; None if a file cannot tell its size.
    """

    def __init__(self, fields: Iterable[Tuple[str, Any]]) -> None:
        self.boundary = os.urandom(16).hex()
        self.content_type = f"multipart/form-data; boundary={self.boundary}"
        self._pieces: List[Union[bytes, FilePart]] = []
        for name, value in fields:
            self._add(name, value)
        self._pieces.append(f"--{self.boundary}--\r\n".encode())
        sizes = [piece.size if isinstance(piece, FilePart) else len(piece) for piece in self._pieces]
        self.length = None if None in sizes else sum(size for size in sizes if size is not None)
        self._index = 0
        self._current: Optional[Tuple[FilePart, IO[bytes]]] = None
        self._left: float = 0
        with LOADING:
            from ubiops._background import note_progress  # what runs in threads concerns few programs, and who uploads
        self._note_progress = note_progress

    def _add(self, name: str, value: Any) -> None:
        if isinstance(value, tuple):
            filename, data, *content_type = value
            value = FilePart(data.encode() if isinstance(data, str) else data, filename, *content_type)
        disposition = f'Content-Disposition: form-data; name="{_quoted(name)}"'
        if isinstance(value, FilePart):
            head = [f'{disposition}; filename="{_quoted(value.name)}"', f"Content-Type: {value.content_type}"]
            content: Union[bytes, FilePart] = value
        else:
            head, content = [disposition], to_parameter_text(value).encode()
        lines = [f"--{self.boundary}", *head, "", ""]
        self._pieces += ["\r\n".join(lines).encode("utf-8", "replace"), content, b"\r\n"]

    def tell(self) -> int:
        """Return where the body starts, which urllib3 asks before it sends; see `seek`."""
        return 0

    def seek(self, position: int) -> None:
        """Start again, as urllib3 does when a `urllib3.Retry` lets it send a body again.

        Raises:
            OSError: That is not possible.
        """
        if not self.rewind():
            raise OSError("A stream that cannot be rewound was sent in part")

    def rewind(self) -> bool:
        """Start again from the first byte; return whether that is possible."""
        self.close()
        if self._index and self.length is None:
            return False
        self._index = 0
        return True

    def close(self) -> None:
        """Close the file that is being read."""
        if self._current is not None:
            part, stream = self._current
            self._current = None
            part.close(stream)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size`; none at the end.

        Raises:
            ApiValueError: A file became shorter while it was being sent, or cannot be read.
        """
        if size is None or size < 0:
            return b"".join(iter(lambda: self.read(1 << 20), b""))
        while self._index < len(self._pieces):
            piece = self._pieces[self._index]
            if isinstance(piece, FilePart):
                data = self._read_file(piece, size)
                if data:
                    return data
            else:
                self._index += 1
                return piece
        return b""

    def _read_file(self, part: FilePart, size: int) -> bytes:
        try:
            if self._current is None:
                self._current = part, part.open()
                self._left = float("inf") if part.size is None else part.size
            data = self._current[1].read(int(min(size, self._left))) if self._left else b""
        except Exception as error:  # urllib3 would take an OSError for one of the connection
            raise ApiValueError(f"The file {part.label} cannot be read: {error}") from error
        if isinstance(data, (bytearray, memoryview)):
            data = bytes(data)
        elif data is not None and not isinstance(data, bytes):
            raise ApiTypeError(f"The file {part.label} gives {type(data).__name__}; it must give bytes")
        self._note_progress()
        if not data:
            self.close()
            if self._left and part.size is not None:
                raise ApiValueError(
                    f"The file {part.label} became {self._left:.0f} bytes shorter while it was being sent"
                )
            self._index += 1
            return b""
        if len(data) > self._left:  # more would be taken for the next request
            raise ApiValueError(f"The file {part.label} gives more bytes than it was asked for")
        self._left -= len(data)
        return data


def _quoted(text: str) -> str:
    """Return a name as the HTML standard writes it between quotes in a form."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
