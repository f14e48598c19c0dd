"""Packages: rebuilt when their content differs, and what is in the way of that."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any, Callable, List

import pytest

import ubiops
from test.support.deploy import BROKEN_CODE, MODEL, MODEL_CODE, Folder, with_version
from test.support.emulator.client import wait_until
from test.support.utils import before
from ubiops import deploy, utils
from ubiops.deploy import _marks

PACKAGE = "models/churn/versions/v1/package"


@pytest.fixture
def deployed(folder: Folder) -> Folder:
    """A folder whose package is in service."""
    folder.apply(with_version(folder.package()))
    return folder


def answer(api: ubiops.CoreApi, folder: Folder) -> Any:
    """Return what the version answers."""
    return api.model_requests_create(folder.project, "churn", "v1", {"months": 3}).result


def test_a_package_is_uploaded_and_built(folder: Folder, api: ubiops.CoreApi) -> None:
    content = with_version(folder.package())
    assert folder.apply(content) == ["models/churn created", "models/churn/versions/v1 created", f"{PACKAGE} created"]
    assert answer(api, folder) == {"probability": 0.03}
    description = api.model_versions_get(folder.project, "churn", "v1").description
    assert description is not None
    assert (_marks.without(description), len(description)) == ("the first", 36)
    assert folder.todo(content) == []


def test_content_that_differs_is_built_again(deployed: Folder, api: ubiops.CoreApi) -> None:
    content = with_version(deployed.package(MODEL_CODE.replace("100", "10")))
    assert deployed.todo(content) == [f"{PACKAGE} rebuilt"]
    assert "(its content differs)" in str(deployed.plan(content))
    assert deployed.apply(content) == [f"{PACKAGE} rebuilt"]
    assert answer(api, deployed) == {"probability": 0.3}
    assert deployed.todo(content) == []


def test_a_zip_of_the_same_files_is_the_same(deployed: Folder) -> None:
    utils.zip_dir(deployed.path / "package", deployed.path / "other.zip", compress=True)
    os.utime(deployed.path / "package" / "model.py", (0, 0))
    assert deployed.todo(with_version("other.zip")) == []
    assert deployed.todo(with_version("package")) == []


def test_settings_change_without_a_build_and_keep_the_digest(deployed: Folder) -> None:
    content = with_version("package", description="other", maximum_instances=2)
    assert deployed.apply(content) == ["models/churn/versions/v1 updated"]
    assert deployed.todo(content) == []
    del content["models"][0]["versions"][0]["description"]
    assert deployed.todo(content) == []


def test_another_language_builds_again(deployed: Folder, api: ubiops.CoreApi) -> None:
    content = with_version("package", language="python3.8")
    assert deployed.todo(content) == ["models/churn/versions/v1 updated", f"{PACKAGE} awaited"]
    deployed.apply(content)
    assert api.model_versions_get(deployed.project, "churn", "v1").status == "available"
    assert deployed.todo(content) == []


def test_what_something_else_uploaded_is_compared(
    deployed: Folder, api: ubiops.CoreApi, folder: Folder, sent: List[str]
) -> None:
    other = folder.package(MODEL_CODE + "# other\n", "other")
    utils.upload_model(api, folder.project, "churn", "v1", folder.path / other, wait=True)
    assert folder.todo(with_version("package")) == [f"{PACKAGE} rebuilt"]
    same = with_version("other")
    assert folder.todo(same) == []
    del sent[:]
    assert folder.apply(same) == []
    assert sent.count("PATCH") == 1  # its digest is noted, so that it need not be downloaded again
    del sent[:]
    assert folder.apply(same) == []
    assert set(sent) == {"GET"}


def test_what_cannot_be_read_as_a_package_differs(deployed: Folder, api: ubiops.CoreApi) -> None:
    api.model_versions_update(deployed.project, "churn", "v1", {"description": "the first"})
    damaged = bytearray(utils.zip_dir(deployed.path / "package", deployed.path / "damaged.zip").read_bytes())
    damaged[damaged.index(b"class Model")] ^= 1
    (deployed.path / "damaged.zip").write_bytes(damaged)
    file = str(deployed.path / "damaged.zip")
    upload = partial(api.model_versions_file_upload, deployed.project, "churn", "v1", file=file)
    before(api, "GET", "/download", upload)
    assert deployed.todo(with_version("package")) == [f"{PACKAGE} rebuilt"]


def test_a_description_without_room_keeps_its_text(folder: Folder, api: ubiops.CoreApi, sent: List[str]) -> None:
    content = with_version(folder.package(), description="d" * 190)
    folder.apply(content)
    assert api.model_versions_get(folder.project, "churn", "v1").description == "d" * 190
    del sent[:]
    assert folder.apply(content) == []
    assert set(sent) == {"GET"}
    assert folder.apply(with_version("package", description="short")) == ["models/churn/versions/v1 updated"]
    assert folder.todo(with_version("package", description="short")) == []


def test_a_build_that_fails_is_told_with_its_log_and_tried_again(folder: Folder, api: ubiops.CoreApi) -> None:
    content = {**with_version(folder.package(BROKEN_CODE)), "schedules": [], "pipelines": []}
    content["service_users"] = [{"name": "bot"}]
    with pytest.raises(deploy.ApplyException) as failed:
        folder.apply(content)
    assert f"{folder.project}/{PACKAGE}: Model version churn/v1: " in failed.value.message
    assert any("this package is broken" in line for line in failed.value.log)
    assert "\n    " in str(failed.value)
    assert api.service_users_list(folder.project) == []
    plan = folder.plan(content)
    assert [folder.brief(step) for step in plan.steps if step.action != "unchanged"] == [
        f"{PACKAGE} rebuilt",
        "service_users/bot created",
    ]
    assert "its last build ended as " in str(plan)
    folder.package()
    assert folder.apply(content) == [f"{PACKAGE} rebuilt", "service_users/bot created"]
    assert folder.todo(content) == []


def test_several_failures_are_told_together(folder: Folder) -> None:
    folder.package(BROKEN_CODE)
    versions = [{"version": name, "package": "package"} for name in ("v1", "v2")]
    with pytest.raises(deploy.ApplyException) as failed:
        folder.apply({"models": [{**MODEL, "versions": versions}]})
    assert "versions/v1/package: " in failed.value.message
    assert any("versions/v2/package: " in line for line in failed.value.log)


def test_a_build_under_way_is_waited_for(folder: Folder, api: ubiops.CoreApi) -> None:
    slow = "import time\ntime.sleep(1)\n" + MODEL_CODE
    content = with_version(folder.package(slow))
    utils.ensure_model(api, folder.project, MODEL)
    utils.ensure_model_version(api, folder.project, "churn", {"version": "v1", "description": "the first"})
    utils.ensure_model_version(api, folder.project, "churn", {"version": "v1", "memory_allocation": 256})
    utils.upload_model(api, folder.project, "churn", "v1", folder.path / "package")
    plan = folder.plan(content)
    assert [folder.brief(step) for step in plan.steps if step.action != "unchanged"] == [f"{PACKAGE} awaited"]
    assert "(it is building)" in str(plan) or "(it is deploying)" in str(plan)
    deploy.apply(api, plan)
    assert folder.todo(content) == []
    assert _marks.without(api.model_versions_get(folder.project, "churn", "v1").description) == "the first"


def test_a_build_that_takes_too_long_is_no_success(folder: Folder, api: ubiops.CoreApi) -> None:
    content = with_version(folder.package("import time\ntime.sleep(1)\n" + MODEL_CODE))
    with pytest.raises(deploy.ApplyException, match="not over within 0 s"):
        deploy.apply(api, folder.plan(content), timeout=0)
    wait_until(lambda: api.model_versions_get(folder.project, "churn", "v1").status == "available")
    assert folder.todo(content) == []


def meanwhile(folder: Folder, package: str) -> Callable[[ubiops.RequestInfo], None]:
    """Return what uploads a package once the description is about to be written."""
    configuration = folder.api.api_client.configuration

    def look(request: ubiops.RequestInfo) -> None:
        if request.method == "PATCH":
            configuration.on_request = None
            utils.upload_model(folder.api, folder.project, "churn", "v1", folder.path / package)

    return look


def test_somebody_elses_package_meanwhile_is_told(folder: Folder, api: ubiops.CoreApi) -> None:
    content = with_version(folder.package())
    folder.package(MODEL_CODE.replace("100", "10"), "other")
    plan = folder.plan(content)
    api.api_client.configuration.on_request = meanwhile(folder, "other")
    with pytest.raises(deploy.ApplyException, match="somebody else uploaded another package meanwhile"):
        deploy.apply(api, plan)
    assert folder.apply(content) == [f"{PACKAGE} rebuilt"]


def test_the_same_package_by_somebody_else_meanwhile_is_fine(folder: Folder, api: ubiops.CoreApi) -> None:
    content = with_version(folder.package())
    plan = folder.plan(content)
    api.api_client.configuration.on_request = meanwhile(folder, "package")
    deploy.apply(api, plan)
    plan = folder.plan(content)
    assert not plan.changes
    assert not any(resource.silent for _, resource in plan.work)


@pytest.mark.parametrize(
    ("spoil", "text"),
    [
        (lambda path: None, "No such file or directory"),
        (lambda path: (path / "package").mkdir(), "holds no files to pack"),
        (lambda path: (path / "package").write_text("x"), "is no zip"),
    ],
    ids=["missing", "empty", "no zip"],
)
def test_what_cannot_be_packed_is_said_in_the_plan(folder: Folder, spoil: Callable[[Path], Any], text: str) -> None:
    spoil(folder.path)
    (problem,) = folder.plan(with_version("package")).problems
    assert problem.address.endswith("/package")
    assert text in problem.reason


def test_a_version_without_a_package_is_never_built(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.apply({"models": [{**MODEL, "versions": [{"version": "v1"}]}]})
    assert api.model_versions_get(folder.project, "churn", "v1").status == "initialised"
    assert folder.apply({"models": [{**MODEL, "versions": [{"version": "v1", "package": folder.package()}]}]}) == [
        f"{PACKAGE} created"
    ]


def test_marks() -> None:
    noted = _marks.mark("digest", None)
    assert (noted, len(noted)) == (_marks.mark("digest", None), 26)
    assert _marks.marked("text", noted) == f"text {noted}"
    assert _marks.marked("", noted) == _marks.marked(None, noted) == noted
    assert _marks.marked(f"text {noted}", "[package 0123456789abcdef]") == "text [package 0123456789abcdef]"
    assert _marks.moved("new", f"old {noted}") == f"new {noted}"
    assert _marks.moved("new", None) == "new"
    assert _marks.without(noted) == ""
