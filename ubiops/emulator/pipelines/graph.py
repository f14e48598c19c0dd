"""Pipelines as graphs: which objects take data from which, and what may be attached to what."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ..common.database import Row
from ..common.errors import bad_request, quoted
from ..serving.fields import DataField

START = "pipeline_start"
"""The reserved name of the object that stands for the input of a pipeline."""

_OBJECTS = (
    "SELECT pipeline_objects.*, versions.version, versions.status,"
    " coalesce(models.name, connectors.name) AS reference_name,"
    " coalesce(models.input_type, connectors.input_type) AS input_type,"
    " coalesce(models.input_fields, connectors.input_fields) AS input_fields, models.output_type, models.output_fields"
    " FROM pipeline_objects LEFT JOIN versions ON versions.id = version_id LEFT JOIN models ON models.id = model_id"
    " LEFT JOIN connectors ON connectors.id = connector_id WHERE pipeline_id = ? ORDER BY pipeline_objects.seq"
)
_ATTACHMENTS = (
    "SELECT attachments.*, coalesce(sources.name, ?) AS source, destinations.name AS destination FROM attachments"
    " LEFT JOIN pipeline_objects AS sources ON sources.id = source_id"
    " JOIN pipeline_objects AS destinations ON destinations.id = destination_id"
    " WHERE attachments.pipeline_id = ? ORDER BY attachments.seq"
)


@dataclass(frozen=True)
class Node:
    """An object of a pipeline.

    Attributes:
        id: its id; None for `pipeline_start`.
        name: its name.
        version_id, connector_id: what it refers to, if it does.
        reference_name: name of the model or connector.
        version: name of the version, None for connectors.
        input_type: `structured` or `plain`, for connectors also `blob`; None for `pipeline_start`.
        input_fields: the fields that it takes in.
        output_type: None for connectors.
        output_fields: the fields that it puts out.
        status: that of the version, None for connectors.
    """

    id: Optional[str]
    name: str
    version_id: Optional[str]
    connector_id: Optional[str]
    reference_name: str
    version: Optional[str]
    input_type: Optional[str]
    input_fields: Sequence[DataField]
    output_type: Optional[str]
    output_fields: Sequence[DataField]
    status: Optional[str] = None


@dataclass(frozen=True)
class Link:
    """An attachment.

    Attributes:
        id: its id; empty for one that is not made yet.
        source, destination: names of objects.
        mapping: `{"source_field_name": ..., "destination_field_name": ...}` for each field that it carries.
    """

    id: str
    source: str
    destination: str
    mapping: Sequence[Mapping[str, str]]


class Graph:
    """The objects and attachments of a pipeline, in the order of their creation.

    Args:
        db: the database, in a transaction.
        pipeline: its row.
    """

    def __init__(self, db: sqlite3.Connection, pipeline: Row) -> None:
        fields = json.loads(pipeline["input_fields"])
        start = Node(None, START, None, None, pipeline["name"], None, None, [], pipeline["input_type"], fields)
        self.nodes: Dict[str, Node] = {START: start}
        for row in db.execute(_OBJECTS, (pipeline["id"],)):
            self.nodes[row["name"]] = _node(row)
        self.links: List[Link] = [
            Link(row["id"], row["source"], row["destination"], json.loads(row["mapping"]))
            for row in db.execute(_ATTACHMENTS, (START, pipeline["id"]))
        ]

    def into(self, name: str) -> List[Link]:
        """Return the attachments that bring data to an object."""
        return [link for link in self.links if link.destination == name]

    def check(self, link: Link) -> None:
        """Refuse an attachment, new or present, that cannot be.

        Raises:
            ApiError: 400 that names the field and what would be right.
        """
        source, destination = self._ends(link)
        others = [other for other in self.into(link.destination) if other.source != link.source]
        if "plain" in (source.output_type, destination.input_type):
            _check_plain(source, destination, link, others)
        else:
            _check_mapping(source, destination, link, others)

    def check_new(self, link: Link) -> None:
        """Refuse an attachment that cannot be made: one that `check` refuses, exists already, or closes a cycle.

        Raises:
            ApiError: 400 that names the field and what would be right.
        """
        self._ends(link)
        if any((other.source, other.destination) == (link.source, link.destination) for other in self.links):
            raise bad_request(f"destination_name: {link.destination} is attached to {link.source} already")
        way = self._way(link.destination, link.source)
        if way is not None:
            cycle = " -> ".join([link.source, *way])
            raise bad_request(f"destination_name: the attachment would close a cycle: {cycle}")
        self.check(link)

    def incomplete(self) -> Optional[str]:
        """Say why the pipeline cannot take requests yet, or return None."""
        if not any(link.source == START for link in self.links):
            return f"nothing is attached to {START}"
        for node in self.nodes.values():
            links = self.into(node.name)
            if node.name != START and not links and any(link.source == node.name for link in self.links):
                return f"the object {node.name} is a source, but gets no data itself"
            mapped = {pair["destination_field_name"] for link in links for pair in link.mapping}
            missing = [field["name"] for field in node.input_fields if field["name"] not in mapped]
            if links and missing:
                return f"no attachment maps the input fields {', '.join(missing)} of the object {node.name}"
        return None

    def gather(self, node: Node, outputs: Mapping[str, Any]) -> Any:
        """Return the input of an object.

        Args:
            node: the object; attachments bring all that it needs.
            outputs: what the sources put out, by their names.
        """
        links = self.into(node.name)
        if node.input_type == "plain":
            return outputs[links[0].source]
        return {
            pair["destination_field_name"]: outputs[link.source][pair["source_field_name"]]
            for link in links
            for pair in link.mapping
        }

    def _ends(self, link: Link) -> Tuple[Node, Node]:
        for field, name in (("source_name", link.source), ("destination_name", link.destination)):
            if name not in self.nodes:
                raise bad_request(
                    f"{field}: the pipeline has no object {quoted(name)}; its objects are {self._names()}"
                )
        source, destination = self.nodes[link.source], self.nodes[link.destination]
        if source.connector_id is not None:
            raise bad_request(f"source_name: {source.name} is a connector, which can only be a destination")
        if destination.id is None:
            raise bad_request(f"destination_name: {START} can only be a source")
        return source, destination

    def _names(self) -> str:
        return ", ".join(self.nodes)

    def _way(self, first: str, last: str) -> Optional[List[str]]:
        """Return the objects on a way along the attachments, both ends included, or None if there is none."""
        before: Dict[str, Optional[str]] = {first: None}
        reached = [first]
        while reached:
            name = reached.pop()
            for link in self.links:
                if link.source == name and link.destination not in before:
                    before[link.destination] = name
                    reached.append(link.destination)
        if last not in before:
            return None
        way: List[str] = []
        step: Optional[str] = last
        while step is not None:
            way.insert(0, step)
            step = before[step]
        return way


def _node(row: Row) -> Node:
    return Node(
        id=row["id"],
        name=row["name"],
        version_id=row["version_id"],
        connector_id=row["connector_id"],
        reference_name=row["reference_name"],
        version=row["version"],
        input_type=row["input_type"],
        input_fields=json.loads(row["input_fields"]),
        output_type=row["output_type"],
        output_fields=json.loads(row["output_fields"] or "[]"),
        status=row["status"],
    )


def _check_plain(source: Node, destination: Node, link: Link, others: Sequence[Link]) -> None:
    if source.output_type != destination.input_type:
        raise bad_request(
            f"destination_name: {destination.name} takes {destination.input_type} data,"
            f" but {source.name} puts out {source.output_type} data"
        )
    if link.mapping:
        raise bad_request("mapping: must be empty or left out for plain data")
    if others:
        raise bad_request(
            f"destination_name: {destination.name} takes plain data, and gets it from {others[0].source} already"
        )


def _check_mapping(source: Node, destination: Node, link: Link, others: Sequence[Link]) -> None:
    gives = {field["name"]: field["data_type"] for field in source.output_fields}
    takes = {field["name"]: field["data_type"] for field in destination.input_fields}
    taken = {pair["destination_field_name"]: other.source for other in others for pair in other.mapping}
    if not link.mapping:
        raise bad_request(f"mapping: {destination.name} needs its input fields mapped: {', '.join(takes)}")
    for index, pair in enumerate(link.mapping):
        place = f"mapping[{index}]"
        giver, taker = pair["source_field_name"], pair["destination_field_name"]
        if giver not in gives:
            known = ", ".join(gives)
            raise bad_request(
                f"{place}.source_field_name: {source.name} has no field {quoted(giver)} to give; its fields are {known}"
            )
        if taker not in takes:
            raise bad_request(
                f"{place}.destination_field_name: {destination.name} has no input field {quoted(taker)};"
                f" its fields are {', '.join(takes)}"
            )
        if gives[giver] != takes[taker]:
            raise bad_request(
                f"{place}: the data types differ: {giver} of {source.name} is {gives[giver]},"
                f" {taker} of {destination.name} is {takes[taker]}"
            )
        if taker in taken:
            raise bad_request(
                f"{place}.destination_field_name: {taker} of {destination.name} gets its value"
                f" from {taken[taker]} already"
            )
        taken[taker] = source.name
