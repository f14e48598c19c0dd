"""Many connections at once, made by wrk, which has a thread and no interpreter of its own to wait for."""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Dict, List, NamedTuple

from ubiops.emulator import Emulator

from .clock import Figure, summarize

ROUNDS = 3
SECONDS = 2
CONNECTIONS = (1, 8, 32)
PATHS = {
    "status": "/status",
    "get": "/projects/demo/models/double",
    "direct": "/projects/demo/models/double/versions/v1/request",
}
BODIES = {"direct": {"in": 21}}


class Load(NamedTuple):
    """What a server did under load."""

    rate: float  # answers a second
    p99: float  # milliseconds in which 99 of 100 answers came


def available() -> bool:
    """Tell whether wrk is installed."""
    return shutil.which("wrk") is not None


def served(emulator: Emulator, kind: str, connections: int) -> Load:
    """Let so many connections make requests of a kind as fast as they are answered."""
    lines = [f"wrk.headers[{json.dumps('Authorization')}] = {json.dumps(emulator.token)}"]
    lines.append('wrk.headers["Content-Type"] = "application/json"')
    if kind in BODIES:
        lines += ['wrk.method = "POST"', f"wrk.body = {json.dumps(json.dumps(BODIES[kind]))}"]
    with tempfile.TemporaryDirectory() as directory:
        script = Path(directory, "requests.lua")
        script.write_text("\n".join(lines))
        command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", "-s", str(script)]
        command.append(emulator.host + PATHS[kind])
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Non-2xx" not in text, text
    assert "Socket errors" not in text, text
    rate, late = re.search(r"Requests/sec: +([\d.]+)", text), re.search(r"99% +([\d.]+)(us|ms|s)\b", text)
    assert rate is not None
    assert late is not None
    return Load(float(rate.group(1)), float(late.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[late.group(2)])


def measure(emulator: Emulator) -> Dict[str, Figure]:
    """Return how requests fare as connections become more, each figure a ratio of what one round measured."""
    rounds: List[Dict[Any, Load]] = [
        {(kind, number): served(emulator, kind, number) for number in CONNECTIONS for kind in PATHS}
        for _ in range(ROUNDS)
    ]

    def ratio(slow: Any, fast: Any) -> Figure:
        return summarize([each[fast].rate / each[slow].rate for each in rounds])

    return {
        "rates": summarize([each["direct", 32].rate for each in rounds]),
        "more": ratio(("direct", 32), ("direct", 1)),
        "some": ratio(("direct", 8), ("direct", 1)),
        "late": summarize([each["direct", 32].p99 for each in rounds]),
        "status": ratio(("direct", 32), ("status", 32)),
        "get": ratio(("get", 32), ("get", 1)),
    }
