"""What continuous integration asks about vulnerabilities, and what it makes of the answers."""

from __future__ import annotations

import http.server
import json
import socket
import subprocess
import sys
import threading
from typing import Any, Dict, Iterator, List, Set, Tuple

import pytest

from test.support.openapi import ROOT

pytestmark = pytest.mark.skipif(sys.version_info < (3, 10), reason="older ones of pip-audit ask no service but OSV's")

Service = Tuple[str, Dict[str, Any], Set[str]]


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that speaks as OSV: its address, its answers by package, and the packages that it was asked about."""
    answers: Dict[str, Any] = {}
    asked: Set[str] = set()

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.add(question["package"]["name"])
            body = json.dumps(answers.get(question["package"]["name"], {})).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", answers, asked
        server.shutdown()
        thread.join()


def audit(url: str) -> Tuple[int, List[str]]:
    command = [sys.executable, str(ROOT / ".ci" / "audit.py"), "--osv-url", url]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_a_vulnerability_of_a_dependency_fails(service: Service) -> None:
    url, answers, asked = service
    events = [{"introduced": "0"}, {"fixed": "99.1"}]
    affected = [
        {"package": {"name": "urllib3", "ecosystem": "PyPI"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    ]
    answers["urllib3"] = {"vulns": [{"id": "PYSEC-0000-1", "summary": "Leaks", "affected": affected}]}
    status, lines = audit(url)
    assert status == 1
    (told,) = [line for line in lines if line.startswith("VULNERABLE")]
    assert told.startswith("VULNERABLE: urllib3 ") and told.endswith(": PYSEC-0000-1, fixed in 99.1: Leaks")
    assert {"certifi", "python-dateutil", "six", "urllib3"} <= asked  # what the client needs
    assert {"boto3", "botocore", "werkzeug", "pyyaml", "orjson", "pandas", "numpy", "tqdm"} <= asked  # the extras
    assert not {"pytest", "mypy", "sphinx", "ubiops"} & asked


def test_no_vulnerability_is_well(service: Service) -> None:
    status, lines = audit(service[0])
    assert status == 0
    assert lines[-1] == f"osv: 0 of {len(service[2])} packages have known vulnerabilities"


def test_a_service_that_cannot_be_reached_is_no_vulnerability_and_no_good_news() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # and does not listen
        status, lines = audit(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert status == 0
    assert lines[-2].startswith("osv could not be asked: ") and "refused" in lines[-2]
    assert lines[-1].startswith("NOT AUDITED")
