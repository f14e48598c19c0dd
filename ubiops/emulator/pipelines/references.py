"""What pipelines use, and how it may change meanwhile."""

from __future__ import annotations

import sqlite3

from ..common.database import must
from ..common.errors import ApiError, bad_request
from .graph import Graph

_USERS = (
    "SELECT DISTINCT pipelines.id, pipelines.name AS pipeline, pipeline_objects.name AS object FROM pipeline_objects"
    " JOIN pipelines ON pipelines.id = pipeline_id LEFT JOIN versions ON versions.id = version_id"
)
_WHERE = {"model": "model_id", "version": "version_id", "connector": "connector_id"}


def check_unused(db: sqlite3.Connection, kind: str, identifier: str) -> None:
    """Refuse to delete what a pipeline uses.

    Args:
        db: the database, in a transaction.
        kind: `model`, `version` or `connector`.
        identifier: its id.

    Raises:
        ApiError: 400 that names an object which refers to it.
    """
    row = db.execute(f"{_USERS} WHERE {_WHERE[kind]} = ? LIMIT 1", (identifier,)).fetchone()
    if row is not None:
        raise bad_request(
            f"The {kind} is in use: the object {row['object']} of the pipeline {row['pipeline']} refers to it;"
            " delete the object first"
        )


def check_pipeline(db: sqlite3.Connection, pipeline_id: str) -> None:
    """Refuse a change after which attachments of a pipeline would not fit any more. Call it after the change.

    Args:
        db: the database, in the transaction of the change.
        pipeline_id: the pipeline.

    Raises:
        ApiError: 400 that names the attachment.
    """
    pipeline = must(db, "SELECT * FROM pipelines WHERE id = ?", (pipeline_id,))
    graph = Graph(db, pipeline)
    for link in graph.links:
        try:
            graph.check(link)
        except ApiError as error:
            raise bad_request(
                f"input_fields: the attachment from {link.source} to {link.destination} of the pipeline"
                f" {pipeline['name']} would not fit any more; delete it first ({error.message})"
            ) from None


def check_connector(db: sqlite3.Connection, connector_id: str) -> None:
    """Refuse new fields of a connector which the attachments to it do not fit. Call it after the change.

    Args:
        db: the database, in the transaction of the change.
        connector_id: the connector.

    Raises:
        ApiError: 400 that names the attachment.
    """
    for row in db.execute(f"{_USERS} WHERE connector_id = ?", (connector_id,)).fetchall():
        check_pipeline(db, row["id"])
