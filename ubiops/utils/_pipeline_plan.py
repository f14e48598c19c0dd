"""What has to be done to the objects and attachments of a pipeline; makes no call."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Sequence, Tuple

from ubiops import (
    ApiValueError,
    AttachmentsCreate,
    AttachmentsList,
    PipelineCreate,
    PipelineObjectCreate,
    PipelineObjectList,
)
from ubiops.utils._upserts import Change, by_name, declared, differences, plain, refuse

START = "pipeline_start"

Ends = Tuple[str, str]
"""The source and the destination of an attachment."""


class Declaration:
    """A pipeline as it is to be.

    Args:
        data: The pipeline.
        objects: Its objects.
        attachments: Its attachments.

    Raises:
        ApiValueError, ApiTypeError: One of them cannot be.
    """

    def __init__(self, data: Any, objects: Iterable[Any], attachments: Iterable[Any]) -> None:
        self.pipeline = declared(PipelineCreate, data)
        self.objects = by_name([declared(PipelineObjectCreate, each) for each in objects], "objects")
        self.attachments: Dict[Ends, Mapping[str, Any]] = {}
        for each in attachments:
            link = declared(AttachmentsCreate, each)
            ends = (link["source_name"], link["destination_name"])
            if ends in self.attachments:
                raise ApiValueError(f"attachments: the one from {ends[0]} to {ends[1]} occurs more than once")
            self.attachments[ends] = link


class PipelinePlan:
    """The steps from what is there to what is declared.

    Args:
        wanted: What is declared.
        objects: The objects that are there.
        attachments: The attachments that are there.
        prune: Whether what is not declared goes.

    Attributes:
        changes: What differs.
        detached: Attachments to delete.
        removed: Names of objects to delete.
        objects: Objects to create or change.
        attached: Attachments to create, some of them in place of deleted ones.

    Raises:
        UnchangeableException: An object refers to something else.
        ApiValueError: What is declared does not fit together, or not with what stays.
    """

    def __init__(
        self,
        wanted: Declaration,
        objects: Sequence[PipelineObjectList],
        attachments: Sequence[AttachmentsList],
        prune: bool,
    ) -> None:
        self.changes: List[Change] = []
        self.detached: List[Ends] = []
        self.removed: List[str] = []
        self.objects: List[Mapping[str, Any]] = []
        self.attached: List[Mapping[str, Any]] = []
        nodes = {each.name: each for each in objects}
        links = {(str(each.source_name), str(each.destination_name)): each for each in attachments}
        self._plan_objects(wanted.objects, nodes, prune)
        self._plan_attachments(wanted.attachments, links, prune)
        stay = [*wanted.objects, *(() if prune else nodes)]
        mappings = {} if prune else {ends: plain(link.mapping) or [] for ends, link in links.items()}
        for ends, link in wanted.attachments.items():
            mappings[ends] = link.get("mapping", mappings.get(ends, []))
        _check_ends(wanted.attachments, stay)
        _check_fields(mappings)

    def _plan_objects(
        self, wanted: Mapping[str, Mapping[str, Any]], present: Mapping[str, PipelineObjectList], prune: bool
    ) -> None:
        for name, node in wanted.items():
            if name not in present:
                self.changes.append(Change(f"objects.{name}", None, node))
                self.objects.append(node)
                continue
            changes = compare_object(present[name], node)
            if changes:
                self.changes.extend(change._replace(field=f"objects.{name}.{change.field}") for change in changes)
                self.objects.append(node)
        self.removed = [name for name in present if prune and name not in wanted]
        for name in self.removed:
            old = {field: getattr(present[name], field) for field in ("reference_type", "reference_name", "version")}
            self.changes.append(Change(f"objects.{name}", old, None))

    def _plan_attachments(
        self, wanted: Mapping[Ends, Mapping[str, Any]], present: Mapping[Ends, AttachmentsList], prune: bool
    ) -> None:
        for ends, link in wanted.items():
            differs = ends not in present or bool(differences(present[ends], link))
            if differs:
                old = plain(present[ends].mapping) if ends in present else None
                self.changes.append(Change(_label(ends), old, link.get("mapping", [])))
                self.attached.append(link)
                self.detached.extend([ends] if ends in present else [])
        for ends in present:
            if prune and ends not in wanted:
                self.changes.append(Change(_label(ends), plain(present[ends].mapping), None))
                self.detached.append(ends)


def compare_object(present: PipelineObjectList, wanted: Mapping[str, Any]) -> List[Change]:
    """Return what differs.

    Raises:
        UnchangeableException: It refers to something else.
    """
    changes = differences(present, wanted)
    fixed = [change for change in changes if change.field != "version"]
    remedy = "give the new object another name, and remove this one, for instance with prune=True"
    refuse(f"the object {wanted['name']}", fixed, remedy)
    return changes


def _label(ends: Ends) -> str:
    return f"attachments.{ends[0]} -> {ends[1]}"


def _check_ends(links: Iterable[Ends], objects: Sequence[str]) -> None:
    for source, destination in links:
        for field, name, known in (
            ("source_name", source, [START, *objects]),
            ("destination_name", destination, objects),
        ):
            if name not in known:
                raise ApiValueError(
                    f"attachments: {field} {name!r} is no object of the pipeline that could be there; "
                    f"possible are {', '.join(dict.fromkeys(known)) or 'none'}"
                )


def _check_fields(mappings: Mapping[Ends, Sequence[Mapping[str, Any]]]) -> None:
    """Refuse that a field of an object, or all of its plain data, comes from two sources."""
    taken: Dict[Tuple[str, str], str] = {}
    for (source, destination), mapping in mappings.items():
        for field in [pair["destination_field_name"] for pair in mapping] or [""]:
            other = taken.setdefault((destination, field), source)
            if other != source:
                what = f"{destination}.{field}" if field else destination
                raise ApiValueError(
                    f"attachments: {what} would get its data from {other} and from {source}; declare one of them, "
                    "and remove the other if it is there already, for instance with prune=True"
                )
