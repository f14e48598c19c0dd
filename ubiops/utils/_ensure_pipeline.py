"""Pipelines made as they are declared, with their objects and attachments."""

from __future__ import annotations

from functools import partial
from typing import Any, Iterable, Mapping, Optional, Union

from ubiops import (
    AttachmentsCreate,
    AttachmentsList,
    BadRequestException,
    ConflictException,
    CoreApi,
    PipelineCreate,
    PipelineList,
    PipelineObjectCreate,
)
from ubiops.utils._pipeline_plan import Declaration, PipelinePlan, compare_object
from ubiops.utils._upserts import EnsureResult, additions, differences, found, new_values, upsert


def ensure_pipeline(
    api: CoreApi,
    project_name: str,
    data: Union[PipelineCreate, Mapping[str, Any]],
    objects: Iterable[Union[PipelineObjectCreate, Mapping[str, Any]]] = (),
    attachments: Iterable[Union[AttachmentsCreate, Mapping[str, Any]]] = (),
    *,
    prune: bool = False,
    dry_run: bool = False,
) -> EnsureResult[PipelineList]:
    """Make a pipeline as it is declared, with objects and attachments: create what is missing, change what differs.

    Only what is declared is compared; a field that is None or left out may be as it is. The order of fields, objects,
    attachments and mappings does not count. Objects move to another version in place; attachments that differ are
    deleted and created anew, during which requests to the pipeline can fail.

    Every step fits what is there at its time: attachments that have to go are deleted first, then objects; then the
    pipeline itself changes, then objects, and attachments are created last. What somebody else creates meanwhile is
    read again and changed.

    Uses `pipelines_get`, `pipelines_create`, `pipelines_update`, and the operations of `pipeline_objects_...` and
    `pipeline_object_attachments_...`.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The pipeline: its name, its input type, and what else matters.
        objects: Its objects. The models and connectors that they refer to have to be there, except in a dry run.
        attachments: What leads where; the source `pipeline_start` is the input of the pipeline.
        prune: Whether to remove objects and attachments that are not declared.
        dry_run: Whether to say what would be done, and do nothing.

    Returns:
        What was done; the resource is a `PipelineList`. Changes of objects and attachments are named like
        `objects.score`, `objects.score.version` and `attachments.pipeline_start -> score`.

    Raises:
        UnchangeableException: An object refers to another model or connector; nothing was changed.
        ApiValueError, ApiTypeError: What is declared does not fit together, or not with what is there and would stay;
            nothing was changed.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = Declaration(data, objects, attachments)
    pipeline = _Pipeline(api, project_name, wanted.pipeline["name"])
    present = pipeline.get()
    if present is None:
        plan = PipelinePlan(wanted, [], [], prune)
        if not dry_run:
            try:
                present = api.pipelines_create(project_name, wanted.pipeline)
            except (BadRequestException, ConflictException):  # which of the two a taken name is, nobody says
                if pipeline.get() is None:
                    raise
                return ensure_pipeline(
                    api,
                    project_name,
                    wanted.pipeline,
                    wanted.objects.values(),
                    wanted.attachments.values(),
                    prune=prune,
                )
            pipeline.fill(plan)
        return EnsureResult("created", [*additions(wanted.pipeline), *plan.changes], present)
    plan = pipeline.plan(wanted, prune)
    changes = differences(present, wanted.pipeline)
    if not dry_run:
        pipeline.empty(plan)
        if changes:
            present = pipeline.update(new_values(changes))
        pipeline.fill(plan)
    return EnsureResult("updated" if changes or plan.changes else "unchanged", [*changes, *plan.changes], present)


class _Pipeline:
    """The calls that concern one pipeline."""

    def __init__(self, api: CoreApi, project_name: str, pipeline_name: str) -> None:
        self._api = api
        self._project = project_name
        self._name = pipeline_name

    def get(self) -> Optional[PipelineList]:
        return found(lambda: self._api.pipelines_get(self._project, self._name))

    def update(self, data: Mapping[str, Any]) -> PipelineList:
        return self._api.pipelines_update(self._project, self._name, data)

    def plan(self, wanted: Declaration, prune: bool) -> PipelinePlan:
        """Compare objects and attachments with what is declared."""
        objects = self._api.pipeline_objects_list(self._project, self._name)
        attachments = self._api.pipeline_object_attachments_list(self._project, self._name)
        return PipelinePlan(wanted, objects, attachments, prune)

    def empty(self, plan: PipelinePlan) -> None:
        """Remove what has to go; some of it may be gone already."""
        for source, destination in plan.detached:
            found(partial(self._detach, source, destination))
        for name in plan.removed:
            found(partial(self._remove, name))

    def fill(self, plan: PipelinePlan) -> None:
        """Add and change objects, and attach them."""
        for node in plan.objects:
            self._ensure_object(node)
        for link in plan.attached:
            self._attach(link)

    def _detach(self, source: str, destination: str) -> None:
        self._api.pipeline_object_attachments_delete(
            project_name=self._project, pipeline_name=self._name, source_name=source, destination_name=destination
        )

    def _remove(self, name: str) -> None:
        self._api.pipeline_objects_delete(project_name=self._project, pipeline_name=self._name, name=name)

    def _ensure_object(self, wanted: Mapping[str, Any]) -> None:
        name = wanted["name"]
        upsert(
            lambda: found(
                lambda: self._api.pipeline_objects_get(project_name=self._project, pipeline_name=self._name, name=name)
            ),
            wanted,
            create=lambda: self._api.pipeline_objects_create(self._project, self._name, wanted),
            compare=lambda present: compare_object(present, wanted),
            update=lambda _, changes: self._api.pipeline_objects_update(
                project_name=self._project, pipeline_name=self._name, name=name, data=new_values(changes)
            ),
            dry_run=False,
        )

    def _attach(self, wanted: Mapping[str, Any]) -> None:
        try:
            self._api.pipeline_object_attachments_create(self._project, self._name, wanted)
        except (BadRequestException, ConflictException):
            present = found(lambda: self._attachment(wanted["source_name"], wanted["destination_name"]))
            if present is None or differences(present, wanted):
                raise

    def _attachment(self, source: str, destination: str) -> AttachmentsList:
        return self._api.pipeline_object_attachments_get(
            project_name=self._project, pipeline_name=self._name, source_name=source, destination_name=destination
        )
