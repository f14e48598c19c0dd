"""What the API returns, as tables of pandas."""

from __future__ import annotations

from typing import Any, Dict, List

import pandas
import pytest

import ubiops
from test.support.process import run
from ubiops.utils import to_dataframe

VERSIONS: List[Dict[str, Any]] = [
    {"version": "v1", "status": "available", "creation_date": "2020-05-13T14:39:50Z", "maximum_instances": 5},
    {"version": "v2", "status": "building", "creation_date": "2020-06-13T14:39:50Z", "maximum_instances": None},
]


def test_a_row_for_each_model_and_a_column_for_each_field() -> None:
    frame = to_dataframe(ubiops.ModelVersionList.from_dict(row) for row in VERSIONS)
    assert list(frame.columns) == list(ubiops.ModelVersionList.openapi_types)
    assert list(frame["version"]) == ["v1", "v2"]
    assert (frame["creation_date"].diff()[1]) == pandas.Timedelta(days=31)
    assert frame["maximum_instances"].isna().tolist() == [False, True]


def test_results_of_requests_stay_what_they_are() -> None:
    rows = [{"success": True, "result": {"at_risk": True}}, {"success": False, "error_message": "no"}]
    frame = to_dataframe([ubiops.ModelRequestList.from_dict(row) for row in rows])
    assert frame["result"][0] == {"at_risk": True}
    assert frame["error_message"].tolist()[1] == "no"


def test_what_a_newer_server_sends_besides_is_a_column() -> None:
    frame = to_dataframe([ubiops.Status.from_dict({"status": "ok", "region": "west"})])
    assert frame.to_dict("records") == [{"status": "ok", "region": "west"}]


def test_no_models() -> None:
    assert to_dataframe([]).empty


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(ubiops.ApiTypeError, match="takes models, as operations return them, not dict"):
        to_dataframe([{"name": "churn"}])
    single: Any = ubiops.Status("ok")
    with pytest.raises(ubiops.ApiTypeError, match="put this Status into brackets"):
        to_dataframe(single)


WITHOUT = """
    import json, sys
    sys.modules["pandas"] = None
    from ubiops import utils
    try:
        utils.to_dataframe([])
    except utils.MissingExtraException as error:
        print(json.dumps(str(error)))
"""


def test_without_pandas() -> None:
    assert run(WITHOUT) == 'This needs pandas: pip install "ubiops[notebooks]" or pip install pandas'
