"""What the emulator does, a room per kind of resource.

Every room has a mapping HANDLERS from operationId to handler. An operation of the specification that none of
them names answers 501: it is not emulated yet.
"""

from __future__ import annotations

from typing import Mapping

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
