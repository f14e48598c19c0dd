from __future__ import annotations

import pytest

import ubiops
from test.support.server import Reply


def test_lists_models(serve, connect):
    server = serve(Reply(body=[{"name": "churn"}]))
    (model,) = connect(server).models_list("demo")
    assert model.name == "churn"
    assert server.requests[0].target == "/v2.1/projects/demo/models"


def test_refusal(serve, connect):
    server = serve(Reply(404, {"error": "No such project"}))
    with pytest.raises(ubiops.NotFoundException, match="^No such project"):
        connect(server).models_list("demo")
