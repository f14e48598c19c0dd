"""The examples of a file, sent, and their answers compared."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence

from ubiops import ApiException, CoreApi, OpenApiException
from ubiops.utils import download_blob, upload_blob

Entry = Mapping[str, Any]
Ask = Callable[[CoreApi, Any], "List[Answer]"]

_LOG = 10  # lines


class Outcome(NamedTuple):
    """What became of one example.

    Attributes:
        address: What was asked, such as `demo/models/churn/versions/v1`.
        name: The name of the example; its number if it has none.
        problems: What went wrong, or differs; empty if it passed.
        log: The last lines that the models logged meanwhile, oldest first, if it did not pass.
    """

    address: str
    name: str
    problems: Sequence[str] = ()
    log: Sequence[str] = ()

    @property
    def passed(self) -> bool:
        """Whether the answer was as it shall be."""
        return not self.problems


class Answer(NamedTuple):
    """What a model answered: by itself, or as an object of a pipeline.

    Attributes:
        object_name: Name of the object; empty for a model by itself.
        request_id: Id of its request, by which its log is found.
        success: Whether it succeeded.
        result: What it returned.
        error_message: Why it failed.
    """

    object_name: str
    request_id: Optional[str]
    success: bool
    result: Any
    error_message: Optional[str]


class Subject:
    """What examples are sent to.

    Args:
        project: Name of the project.
        address: Its address.
        entry: Its entry in the file.
        examples: Its examples.
        outputs: The output fields of its models, by the names of their objects.
        ask: Sends a request.
    """

    def __init__(
        self,
        project: str,
        address: str,
        entry: Entry,
        examples: Sequence[Entry],
        outputs: Mapping[str, Sequence[Entry]],
        ask: Ask,
    ) -> None:
        self._project = project
        self._address = address
        self._inputs = _blobs(entry.get("input_fields", ()))
        self._outputs = {name: _blobs(fields) for name, fields in outputs.items()}
        self._examples = examples
        self._ask = ask

    def try_out(self, api: CoreApi, folder: Path, tolerance: float) -> Iterator[Outcome]:
        """Send each example.

        Args:
            api: The API.
            folder: Where the files of blobs are.
            tolerance: By how much numbers may differ, for one of them and for 1.
        """
        for number, example in enumerate(self._examples, 1):
            name = example.get("name", f"#{number}")
            try:
                answers = self._ask(api, self._with_blobs(api, folder, example["data"]))
                problems = [*self._problems(api, folder, example, answers, tolerance)]
            except ApiException as error:
                yield Outcome(self._address, name, [error.message or str(error)])
            except (OpenApiException, OSError) as error:
                yield Outcome(self._address, name, [str(error)])
            else:
                yield Outcome(self._address, name, problems, self._log(api, answers) if problems else ())

    def _with_blobs(self, api: CoreApi, folder: Path, data: Any) -> Any:
        """Return data with blobs in the place of the paths of files."""
        if not isinstance(data, dict):
            return data
        files = {key: folder / data[key] for key in self._inputs if isinstance(data.get(key), str)}
        return {
            **data,
            **{key: upload_blob(api, self._project, path, progress=False).id for key, path in files.items()},
        }

    def _problems(
        self, api: CoreApi, folder: Path, example: Entry, answers: Sequence[Answer], tolerance: float
    ) -> Iterator[str]:
        failed = [each for each in answers if not each.success]
        for each in failed:
            yield f"{each.object_name}: {each.error_message}".lstrip(": ")
        if failed or "result" not in example:
            return
        results = {each.object_name: self._read(api, folder, each, example["result"]) for each in answers}
        yield from differences(example["result"], results.get("", results), tolerance)

    def _read(self, api: CoreApi, folder: Path, answer: Answer, expected: Any) -> Any:
        """Return a result with the expected file in the place of a blob that has its content."""
        if not isinstance(answer.result, dict):
            return answer.result
        wanted = expected.get(answer.object_name) if answer.object_name and isinstance(expected, dict) else expected
        result = dict(answer.result)
        for key in self._outputs.get(answer.object_name, ()):
            if isinstance(wanted, dict) and isinstance(wanted.get(key), str):
                content = download_blob(api, self._project, result[key], progress=False)
                same = content == (folder / wanted[key]).read_bytes()
                result[key] = wanted[key] if same else f"another file, of {len(content)} bytes"
        return result

    def _log(self, api: CoreApi, answers: Sequence[Answer]) -> List[str]:
        lines: List[str] = []
        for each in answers:
            found = api.projects_log_list(self._project, {"filters": {"request_id": each.request_id}, "limit": _LOG})
            lines += [line.log or "" for line in reversed(found)]
        return lines


def subjects(project: Entry) -> Iterator[Subject]:
    """Give all that has examples in a project."""
    name: str = project["name"]
    fields: Dict[str, Sequence[Entry]] = {}
    for model in project.get("models", ()):
        fields[model["name"]] = outputs = model.get("output_fields", ())
        for version in model.get("versions", ()):
            examples = [*version.get("examples", ()), *model.get("examples", ())]
            address = f"{name}/models/{model['name']}/versions/{version['version']}"
            ask = partial(_ask_model, name, model["name"], version["version"])
            yield Subject(name, address, model, examples, {"": outputs}, ask)
    for pipeline in project.get("pipelines", ()):
        by_object = {each["name"]: fields.get(each["reference_name"], ()) for each in pipeline.get("objects", ())}
        address = f"{name}/pipelines/{pipeline['name']}"
        ask = partial(_ask_pipeline, name, pipeline["name"])
        yield Subject(name, address, pipeline, pipeline.get("examples", ()), by_object, ask)


def _ask_model(project: str, model: str, version: str, api: CoreApi, data: Any) -> List[Answer]:
    answer = api.model_requests_create(project, model, version, data)
    return [Answer("", answer.request_id, answer.success, answer.result, answer.error_message)]


def _ask_pipeline(project: str, pipeline: str, api: CoreApi, data: Any) -> List[Answer]:
    return [
        Answer(each.pipeline_object, each.request_id, each.success, each.result, each.error_message)
        for each in api.pipelines_request(project, pipeline, data).model_requests
    ]


def _blobs(fields: Sequence[Entry]) -> List[str]:
    return [field["name"] for field in fields if field["data_type"] == "blob"]


def differences(expected: Any, found: Any, tolerance: float, place: str = "") -> Iterator[str]:
    """Give what differs in an answer; fields that are not expected may be there.

    Args:
        expected: What shall be.
        found: What is.
        tolerance: By how much numbers may differ, for one of them and for 1.
        place: Where the two stand.
    """
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            here = f"{place}.{key}".lstrip(".")
            if key in found:
                yield from differences(value, found[key], tolerance, here)
            else:
                yield f"{here}: is missing"
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (value, other) in enumerate(zip(expected, found)):
            yield from differences(value, other, tolerance, f"{place}[{index}]")
    elif not _same(expected, found, tolerance):
        yield f"{place}: {found!r} instead of {expected!r}".lstrip(": ")


def _same(expected: Any, found: Any, tolerance: float) -> bool:
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return expected == found or math.isclose(expected, found, rel_tol=tolerance, abs_tol=tolerance)
    return bool(expected == found)
