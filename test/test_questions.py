"""The page with the first questions: its programs run as they stand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from test.support.guides import programs, run
from ubiops.emulator import Emulator

PROGRAMS = programs("questions.md")


def test_the_programs_do_what_the_answers_say(tmp_path: Path) -> None:
    with Emulator() as emulator:

        def answer(name: str) -> str:
            return run(PROGRAMS.pop(f"{name}.py"), tmp_path, emulator)

        assert len(answer("service_user").strip()) == 40
        assert answer("layout_churn").splitlines() == ["model_package/model.py", "{'at_risk': True}"]
        assert answer("deploy_churn") == "available\n"
        assert answer("later") == "{'at_risk': True}\n"
        assert answer("many") == "1000\n"
        assert "No module named 'numpi'" in answer("failed_build")
        assert answer("null").splitlines() == [
            "{'name': 'acme'}",
            "{'name': 'acme', 'subscription_end_date': None}",
            "{'name': 'acme', 'subscription_end_date': None}",
        ]
        blob, copy = answer("large").splitlines()
        assert (blob.split()[1], copy) == ("2000014", "copy.csv")

    (tmp_path / "test_churn.py").write_text(PROGRAMS.pop("test_churn.py"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_churn.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout
    assert PROGRAMS == {}
