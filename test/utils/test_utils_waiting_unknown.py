"""Waiting: a service that says something new, and arguments that make no sense."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops import (
    ApiTypeError,
    ApiValueError,
)
from ubiops.utils import (
    WaitFailedException,
    WaitTimeoutException,
    wait_for_model_version,
    wait_for_pipeline_requests,
    wait_for_requests,
)

VERSION = {"model": "m", "version": "v", "language": "python3.8"}


def test_a_new_status_is_waited_out(serve: Serve, connect: Connect) -> None:
    answers = [Reply(body={**VERSION, "status": status}) for status in ("validating", "available")]
    assert wait_for_model_version(connect(serve(*answers)), "demo", "m", "v").status == "available"


def test_a_new_status_that_does_not_end_is_named(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body={**VERSION, "status": "validating"}), Reply(201, [])))
    with pytest.raises(WaitTimeoutException, match="still 'validating', which is no status that the API documents"):
        wait_for_model_version(api, "demo", "m", "v", timeout=0)


def test_a_new_failure(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body={**VERSION, "status": "validation_failed"}), Reply(201, [])))
    with pytest.raises(WaitFailedException, match=r"^Model version m/v: it failed \(validation_failed\)$"):
        wait_for_model_version(api, "demo", "m", "v")


def test_a_failure_writes_nothing_into_the_terminal(serve: Serve, connect: Connect) -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07"
    failed = Reply(body={**VERSION, "status": "building_failed", "error_message": hostile})
    api = connect(serve(failed, Reply(201, [{"id": "5f7ed896a4c3d20017e5b801", "log": hostile, "date": "2020-10-08"}])))
    with pytest.raises(WaitFailedException) as caught:
        wait_for_model_version(api, "demo", "m", "v")
    assert caught.value.log == [hostile]
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("timeout", [-1, float("nan"), True, "60"])
def test_time_limits_that_make_no_sense(serve: Serve, connect: Connect, timeout: Any) -> None:
    server = serve()
    api = connect(server)
    with pytest.raises((ApiTypeError, ApiValueError), match=r"^timeout: must be a number of seconds"):
        wait_for_model_version(api, "demo", "m", "v", timeout=timeout)
    with pytest.raises((ApiTypeError, ApiValueError), match=r"^timeout: must be a number of seconds"):
        wait_for_requests(api, "demo", "m", "v", [], timeout=timeout)
    assert server.requests == []


@pytest.mark.parametrize("ids", ["id-1", b"id-1", [1], [""], [None]])
def test_ids_that_are_none(serve: Serve, connect: Connect, ids: Any) -> None:
    server = serve()
    with pytest.raises(ApiTypeError, match=r"^request_ids: must be a list of ids"):
        wait_for_requests(connect(server), "demo", "m", "v", ids)
    with pytest.raises(ApiTypeError, match=r"^pipeline_request_ids: must be a list of ids"):
        wait_for_pipeline_requests(connect(server), "demo", "p", ids)
    assert server.requests == []


def test_for_ever(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={**VERSION, "status": "available"}))
    assert wait_for_model_version(connect(server), "demo", "m", "v", timeout=float("inf")).status == "available"
