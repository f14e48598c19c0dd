# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""The models: what is exchanged with the API. Each is loaded when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from ubiops.models.attachment_fields_create import AttachmentFieldsCreate
    from ubiops.models.attachment_fields_list import AttachmentFieldsList
    from ubiops.models.attachments import Attachments
    from ubiops.models.attachments_create import AttachmentsCreate
    from ubiops.models.attachments_list import AttachmentsList
    from ubiops.models.batch_model_request_create_response import BatchModelRequestCreateResponse
    from ubiops.models.batch_model_request_list_response import BatchModelRequestListResponse
    from ubiops.models.batch_model_request_result_list import BatchModelRequestResultList
    from ubiops.models.batch_pipeline_request_create_response import BatchPipelineRequestCreateResponse
    from ubiops.models.batch_pipeline_request_list_response import BatchPipelineRequestListResponse
    from ubiops.models.batch_pipeline_request_model_request import BatchPipelineRequestModelRequest
    from ubiops.models.batch_pipeline_request_result_list import BatchPipelineRequestResultList
    from ubiops.models.blob_list import BlobList
    from ubiops.models.blob_upload import BlobUpload
    from ubiops.models.configuration_list import ConfigurationList
    from ubiops.models.connector_create import ConnectorCreate
    from ubiops.models.connector_field_create import ConnectorFieldCreate
    from ubiops.models.connector_field_list import ConnectorFieldList
    from ubiops.models.connector_list import ConnectorList
    from ubiops.models.connector_update import ConnectorUpdate
    from ubiops.models.credentials_create import CredentialsCreate
    from ubiops.models.credentials_list import CredentialsList
    from ubiops.models.credentials_list_with_config import CredentialsListWithConfig
    from ubiops.models.credentials_update import CredentialsUpdate
    from ubiops.models.environment_variable_create import EnvironmentVariableCreate
    from ubiops.models.environment_variable_list import EnvironmentVariableList
    from ubiops.models.inherited_environment_variable_list import InheritedEnvironmentVariableList
    from ubiops.models.logs import Logs
    from ubiops.models.logs_create import LogsCreate
    from ubiops.models.metrics import Metrics
    from ubiops.models.model_create import ModelCreate
    from ubiops.models.model_input_field_create import ModelInputFieldCreate
    from ubiops.models.model_input_field_list import ModelInputFieldList
    from ubiops.models.model_list import ModelList
    from ubiops.models.model_output_field_create import ModelOutputFieldCreate
    from ubiops.models.model_output_field_list import ModelOutputFieldList
    from ubiops.models.model_request_create import ModelRequestCreate
    from ubiops.models.model_request_list import ModelRequestList
    from ubiops.models.model_update import ModelUpdate
    from ubiops.models.model_version_create import ModelVersionCreate
    from ubiops.models.model_version_file_upload import ModelVersionFileUpload
    from ubiops.models.model_version_list import ModelVersionList
    from ubiops.models.organization_create import OrganizationCreate
    from ubiops.models.organization_detail import OrganizationDetail
    from ubiops.models.organization_list import OrganizationList
    from ubiops.models.organization_subscription_list import OrganizationSubscriptionList
    from ubiops.models.organization_update import OrganizationUpdate
    from ubiops.models.organization_user_create import OrganizationUserCreate
    from ubiops.models.organization_user_detail import OrganizationUserDetail
    from ubiops.models.organization_user_update import OrganizationUserUpdate
    from ubiops.models.permission_list import PermissionList
    from ubiops.models.pipeline_create import PipelineCreate
    from ubiops.models.pipeline_input_field_create import PipelineInputFieldCreate
    from ubiops.models.pipeline_input_field_list import PipelineInputFieldList
    from ubiops.models.pipeline_list import PipelineList
    from ubiops.models.pipeline_object_create import PipelineObjectCreate
    from ubiops.models.pipeline_object_list import PipelineObjectList
    from ubiops.models.pipeline_object_update import PipelineObjectUpdate
    from ubiops.models.pipeline_request_create import PipelineRequestCreate
    from ubiops.models.pipeline_request_list import PipelineRequestList
    from ubiops.models.pipeline_request_model_request import PipelineRequestModelRequest
    from ubiops.models.project_create import ProjectCreate
    from ubiops.models.project_list import ProjectList
    from ubiops.models.project_resource_usage import ProjectResourceUsage
    from ubiops.models.project_update import ProjectUpdate
    from ubiops.models.resource_usage import ResourceUsage
    from ubiops.models.role_assignment_create import RoleAssignmentCreate
    from ubiops.models.role_assignment_list import RoleAssignmentList
    from ubiops.models.role_create import RoleCreate
    from ubiops.models.role_detail_list import RoleDetailList
    from ubiops.models.role_list import RoleList
    from ubiops.models.role_update import RoleUpdate
    from ubiops.models.schedule_create import ScheduleCreate
    from ubiops.models.schedule_list import ScheduleList
    from ubiops.models.schedule_update import ScheduleUpdate
    from ubiops.models.service_user_create import ServiceUserCreate
    from ubiops.models.service_user_detail import ServiceUserDetail
    from ubiops.models.service_user_list import ServiceUserList
    from ubiops.models.service_user_token_list import ServiceUserTokenList
    from ubiops.models.status import Status
    from ubiops.models.subscription_create import SubscriptionCreate
    from ubiops.models.subscription_detail import SubscriptionDetail
    from ubiops.models.subscription_list import SubscriptionList
    from ubiops.models.subscription_update import SubscriptionUpdate
    from ubiops.models.success import Success
    from ubiops.models.usage_per_day import UsagePerDay
    from ubiops.models.usage_per_day_metric import UsagePerDayMetric
    from ubiops.models.usage_per_month import UsagePerMonth
    from ubiops.models.usage_per_month_metric import UsagePerMonthMetric
    from ubiops.models.user_detail import UserDetail
    from ubiops.models.user_pending_create import UserPendingCreate
    from ubiops.models.user_pending_detail import UserPendingDetail
    from ubiops.models.user_update import UserUpdate

__all__ = [
    "AttachmentFieldsCreate",
    "AttachmentFieldsList",
    "Attachments",
    "AttachmentsCreate",
    "AttachmentsList",
    "BatchModelRequestCreateResponse",
    "BatchModelRequestListResponse",
    "BatchModelRequestResultList",
    "BatchPipelineRequestCreateResponse",
    "BatchPipelineRequestListResponse",
    "BatchPipelineRequestModelRequest",
    "BatchPipelineRequestResultList",
    "BlobList",
    "BlobUpload",
    "ConfigurationList",
    "ConnectorCreate",
    "ConnectorFieldCreate",
    "ConnectorFieldList",
    "ConnectorList",
    "ConnectorUpdate",
    "CredentialsCreate",
    "CredentialsList",
    "CredentialsListWithConfig",
    "CredentialsUpdate",
    "EnvironmentVariableCreate",
    "EnvironmentVariableList",
    "InheritedEnvironmentVariableList",
    "Logs",
    "LogsCreate",
    "Metrics",
    "ModelCreate",
    "ModelInputFieldCreate",
    "ModelInputFieldList",
    "ModelList",
    "ModelOutputFieldCreate",
    "ModelOutputFieldList",
    "ModelRequestCreate",
    "ModelRequestList",
    "ModelUpdate",
    "ModelVersionCreate",
    "ModelVersionFileUpload",
    "ModelVersionList",
    "OrganizationCreate",
    "OrganizationDetail",
    "OrganizationList",
    "OrganizationSubscriptionList",
    "OrganizationUpdate",
    "OrganizationUserCreate",
    "OrganizationUserDetail",
    "OrganizationUserUpdate",
    "PermissionList",
    "PipelineCreate",
    "PipelineInputFieldCreate",
    "PipelineInputFieldList",
    "PipelineList",
    "PipelineObjectCreate",
    "PipelineObjectList",
    "PipelineObjectUpdate",
    "PipelineRequestCreate",
    "PipelineRequestList",
    "PipelineRequestModelRequest",
    "ProjectCreate",
    "ProjectList",
    "ProjectResourceUsage",
    "ProjectUpdate",
    "ResourceUsage",
    "RoleAssignmentCreate",
    "RoleAssignmentList",
    "RoleCreate",
    "RoleDetailList",
    "RoleList",
    "RoleUpdate",
    "ScheduleCreate",
    "ScheduleList",
    "ScheduleUpdate",
    "ServiceUserCreate",
    "ServiceUserDetail",
    "ServiceUserList",
    "ServiceUserTokenList",
    "Status",
    "SubscriptionCreate",
    "SubscriptionDetail",
    "SubscriptionList",
    "SubscriptionUpdate",
    "Success",
    "UsagePerDay",
    "UsagePerDayMetric",
    "UsagePerMonth",
    "UsagePerMonthMetric",
    "UserDetail",
    "UserPendingCreate",
    "UserPendingDetail",
    "UserUpdate",
]

_MODULES = {
    "AttachmentFieldsCreate": "attachment_fields_create",
    "AttachmentFieldsList": "attachment_fields_list",
    "Attachments": "attachments",
    "AttachmentsCreate": "attachments_create",
    "AttachmentsList": "attachments_list",
    "BatchModelRequestCreateResponse": "batch_model_request_create_response",
    "BatchModelRequestListResponse": "batch_model_request_list_response",
    "BatchModelRequestResultList": "batch_model_request_result_list",
    "BatchPipelineRequestCreateResponse": "batch_pipeline_request_create_response",
    "BatchPipelineRequestListResponse": "batch_pipeline_request_list_response",
    "BatchPipelineRequestModelRequest": "batch_pipeline_request_model_request",
    "BatchPipelineRequestResultList": "batch_pipeline_request_result_list",
    "BlobList": "blob_list",
    "BlobUpload": "blob_upload",
    "ConfigurationList": "configuration_list",
    "ConnectorCreate": "connector_create",
    "ConnectorFieldCreate": "connector_field_create",
    "ConnectorFieldList": "connector_field_list",
    "ConnectorList": "connector_list",
    "ConnectorUpdate": "connector_update",
    "CredentialsCreate": "credentials_create",
    "CredentialsList": "credentials_list",
    "CredentialsListWithConfig": "credentials_list_with_config",
    "CredentialsUpdate": "credentials_update",
    "EnvironmentVariableCreate": "environment_variable_create",
    "EnvironmentVariableList": "environment_variable_list",
    "InheritedEnvironmentVariableList": "inherited_environment_variable_list",
    "Logs": "logs",
    "LogsCreate": "logs_create",
    "Metrics": "metrics",
    "ModelCreate": "model_create",
    "ModelInputFieldCreate": "model_input_field_create",
    "ModelInputFieldList": "model_input_field_list",
    "ModelList": "model_list",
    "ModelOutputFieldCreate": "model_output_field_create",
    "ModelOutputFieldList": "model_output_field_list",
    "ModelRequestCreate": "model_request_create",
    "ModelRequestList": "model_request_list",
    "ModelUpdate": "model_update",
    "ModelVersionCreate": "model_version_create",
    "ModelVersionFileUpload": "model_version_file_upload",
    "ModelVersionList": "model_version_list",
    "OrganizationCreate": "organization_create",
    "OrganizationDetail": "organization_detail",
    "OrganizationList": "organization_list",
    "OrganizationSubscriptionList": "organization_subscription_list",
    "OrganizationUpdate": "organization_update",
    "OrganizationUserCreate": "organization_user_create",
    "OrganizationUserDetail": "organization_user_detail",
    "OrganizationUserUpdate": "organization_user_update",
    "PermissionList": "permission_list",
    "PipelineCreate": "pipeline_create",
    "PipelineInputFieldCreate": "pipeline_input_field_create",
    "PipelineInputFieldList": "pipeline_input_field_list",
    "PipelineList": "pipeline_list",
    "PipelineObjectCreate": "pipeline_object_create",
    "PipelineObjectList": "pipeline_object_list",
    "PipelineObjectUpdate": "pipeline_object_update",
    "PipelineRequestCreate": "pipeline_request_create",
    "PipelineRequestList": "pipeline_request_list",
    "PipelineRequestModelRequest": "pipeline_request_model_request",
    "ProjectCreate": "project_create",
    "ProjectList": "project_list",
    "ProjectResourceUsage": "project_resource_usage",
    "ProjectUpdate": "project_update",
    "ResourceUsage": "resource_usage",
    "RoleAssignmentCreate": "role_assignment_create",
    "RoleAssignmentList": "role_assignment_list",
    "RoleCreate": "role_create",
    "RoleDetailList": "role_detail_list",
    "RoleList": "role_list",
    "RoleUpdate": "role_update",
    "ScheduleCreate": "schedule_create",
    "ScheduleList": "schedule_list",
    "ScheduleUpdate": "schedule_update",
    "ServiceUserCreate": "service_user_create",
    "ServiceUserDetail": "service_user_detail",
    "ServiceUserList": "service_user_list",
    "ServiceUserTokenList": "service_user_token_list",
    "Status": "status",
    "SubscriptionCreate": "subscription_create",
    "SubscriptionDetail": "subscription_detail",
    "SubscriptionList": "subscription_list",
    "SubscriptionUpdate": "subscription_update",
    "Success": "success",
    "UsagePerDay": "usage_per_day",
    "UsagePerDayMetric": "usage_per_day_metric",
    "UsagePerMonth": "usage_per_month",
    "UsagePerMonthMetric": "usage_per_month_metric",
    "UserDetail": "user_detail",
    "UserPendingCreate": "user_pending_create",
    "UserPendingDetail": "user_pending_detail",
    "UserUpdate": "user_update",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
