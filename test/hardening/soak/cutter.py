"""A proxy in a process of its own that cuts connections, and writes down each cut. It ends with its standard input.

The client speaks to it as to the emulator. What it does to a request, by chance:

- ``before``: half of its body is read, nothing is passed on, and the connection is reset.
- ``unanswered``: it is passed on, and the connection is reset once the emulator has answered.
- ``within``: the connection ends in the middle of the answer.
- ``idle``: the connection ends after the answer, without a word.
"""

import asyncio
import random
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, Optional, TextIO, Tuple

SHARES = {"before": 0.003, "unanswered": 0.003, "within": 0.002, "idle": 0.002}
BLOCK = 1 << 16


class Cutter:
    """Passes requests on, most of them whole.

    Args:
        port: Where the emulator is.
        file: Where the cuts are written to: kind, method and path.
        seed: Decides which requests are cut.
    """

    def __init__(self, port: int, file: TextIO, seed: int) -> None:
        self._port = port
        self._file = file
        self._random = random.Random(seed)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection of a client."""
        try:
            above, below = await asyncio.open_connection("127.0.0.1", self._port)
            try:
                with suppress(OSError, asyncio.IncompleteReadError):
                    while await self._pass(reader, writer, above, below):
                        pass
            finally:
                below.close()
        finally:
            writer.close()

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        above: asyncio.StreamReader,
        below: asyncio.StreamWriter,
    ) -> bool:
        """Pass on one request and its answer; return whether the connection goes on."""
        head, size = await _head(reader)
        kind = self._chosen()
        if kind:
            method, target, _ = head.split(b" ", 2)
            self._file.write(f"{kind} {method.decode()} {target.decode().partition('?')[0]}\n")
        if kind == "before":
            await reader.readexactly((size or 0) // 2)
            return _reset(writer)
        below.write(head)
        await _copy(reader, below, size or 0)
        try:
            head, size = await _head(above)
        except (OSError, asyncio.IncompleteReadError):
            return _reset(writer)
        if kind == "unanswered":
            return _reset(writer)
        if head.startswith((b"HTTP/1.1 204", b"HTTP/1.1 304")):
            size = 0
        if kind == "within":
            writer.write(head if size else head[: len(head) // 2])
            await _copy(above, writer, (size or 0) // 2)
            return False
        writer.write(head)
        whole = await _copy(above, writer, size)
        return whole and kind != "idle" and b"\r\nconnection: close\r\n" not in head.lower()

    def _chosen(self) -> Optional[str]:
        number = self._random.random()
        for kind, share in SHARES.items():
            if number < share:
                return kind
            number -= share
        return None


async def _head(reader: asyncio.StreamReader) -> Tuple[bytes, Optional[int]]:
    """Return the header of a request or an answer, and the bytes of its body if it tells them."""
    head = await reader.readuntil(b"\r\n\r\n")
    fields: Dict[bytes, bytes] = {}
    for line in head.lower().split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        fields[name] = value.strip()
    return head, int(fields[b"content-length"]) if b"content-length" in fields else None


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, size: Optional[int]) -> bool:
    """Pass on a body; return whether it came whole and told its size, or else more cannot come."""
    left = size
    while left is None or left > 0:
        block = await reader.read(BLOCK if left is None else min(left, BLOCK))
        if not block:
            return False
        writer.write(block)
        await writer.drain()
        left = None if left is None else left - len(block)
    return True


def _reset(writer: asyncio.StreamWriter) -> bool:
    sock: Any = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    return False


async def _main() -> None:
    port, path, seed = int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with path.open("w", encoding="utf-8") as file:
        server = await asyncio.start_server(Cutter(port, file, seed).serve, "127.0.0.1", 0, limit=BLOCK)
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        server.close()


if __name__ == "__main__":
    asyncio.run(_main())
