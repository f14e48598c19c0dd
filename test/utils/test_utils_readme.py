"""The program that README shows."""

from __future__ import annotations

from pathlib import Path

from test.support import guides
from ubiops.emulator import Emulator

MODEL = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"probability": 1 / (1 + data["tenure_months"])}
"""


def test_a_folder_is_deployed_and_predicts_a_data_frame(emulator: Emulator, tmp_path: Path) -> None:
    (tmp_path / "churn_package").mkdir()
    (tmp_path / "churn_package" / "model.py").write_text(MODEL, encoding="utf-8")
    (program,) = guides.programs("../README.md").values()
    printed = guides.run(program, tmp_path, emulator)
    assert "[1000 rows x " in printed
    assert guides.run(program, tmp_path, emulator) == printed
