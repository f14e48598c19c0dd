"""What the emulator does, a room per kind of resource.

Every room has a mapping HANDLERS from operationId to handler. An operation of the specification that none of
them names answers 501: it is not emulated yet.
"""

from __future__ import annotations

from typing import AbstractSet, Mapping

from ..call import Handler
from . import (
    accounts,
    attachments,
    batch_requests,
    blobs,
    connectors,
    credentials,
    environment_variables,
    logs,
    metrics,
    models,
    organization_users,
    organizations,
    pipeline_objects,
    pipeline_requests,
    pipelines,
    projects,
    requests,
    role_assignments,
    roles,
    schedules,
    service_users,
    subscriptions,
    usage,
    users,
    versions,
)

HANDLERS: Mapping[str, Handler] = {
    **accounts.HANDLERS,
    **users.HANDLERS,
    **organizations.HANDLERS,
    **organization_users.HANDLERS,
    **subscriptions.HANDLERS,
    **roles.HANDLERS,
    **role_assignments.HANDLERS,
    **service_users.HANDLERS,
    **projects.HANDLERS,
    **models.HANDLERS,
    **versions.HANDLERS,
    **requests.HANDLERS,
    **batch_requests.HANDLERS,
    **blobs.HANDLERS,
    **pipelines.HANDLERS,
    **pipeline_objects.HANDLERS,
    **attachments.HANDLERS,
    **pipeline_requests.HANDLERS,
    **credentials.HANDLERS,
    **connectors.HANDLERS,
    **environment_variables.HANDLERS,
    **logs.HANDLERS,
    **metrics.HANDLERS,
    **schedules.HANDLERS,
    **usage.HANDLERS,
}

_LONG = {"metrics_get", "organization_usage_get", "organization_usage_details_get", "project_usage_get"}
BRIEF: AbstractSet[str] = {
    *(name for name in HANDLERS if name.endswith(("_get", "_list")) and name not in _LONG),
    *("service_status", "model_requests_create"),
    *("batch_model_requests_create", "batch_model_requests_batch_collect"),
}
"""The operations whose handlers are one short transaction and wait for nothing.

They are carried out in the loop, which answers nobody else meanwhile, and as a whole in the transaction in which the
caller is let in. What waits for a model does that in a coroutine afterwards.
"""
