# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""The models: what is exchanged with the API. Each is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from ubiops._loading import load as load_module

if TYPE_CHECKING:  # relative, so that type checkers see the modules as attributes, too
    from .attachment_fields_create import AttachmentFieldsCreate
    from .attachment_fields_list import AttachmentFieldsList
    from .attachments import Attachments
    from .attachments_create import AttachmentsCreate
    from .attachments_list import AttachmentsList
    from .batch_model_request_create_response import BatchModelRequestCreateResponse
    from .batch_model_request_list_response import BatchModelRequestListResponse
    from .batch_model_request_result_list import BatchModelRequestResultList
    from .batch_pipeline_request_create_response import BatchPipelineRequestCreateResponse
    from .batch_pipeline_request_list_response import BatchPipelineRequestListResponse
    from .batch_pipeline_request_model_request import BatchPipelineRequestModelRequest
    from .batch_pipeline_request_result_list import BatchPipelineRequestResultList
    from .blob_list import BlobList
    from .blob_upload import BlobUpload
    from .configuration_list import ConfigurationList
    from .connector_create import ConnectorCreate
    from .connector_field_create import ConnectorFieldCreate
    from .connector_field_list import ConnectorFieldList
    from .connector_list import ConnectorList
    from .connector_update import ConnectorUpdate
    from .credentials_create import CredentialsCreate
    from .credentials_list import CredentialsList
    from .credentials_list_with_config import CredentialsListWithConfig
    from .credentials_update import CredentialsUpdate
    from .environment_variable_create import EnvironmentVariableCreate
    from .environment_variable_list import EnvironmentVariableList
    from .inherited_environment_variable_list import InheritedEnvironmentVariableList
    from .logs import Logs
    from .logs_create import LogsCreate
    from .metrics import Metrics
    from .model_create import ModelCreate
    from .model_input_field_create import ModelInputFieldCreate
    from .model_input_field_list import ModelInputFieldList
    from .model_list import ModelList
    from .model_output_field_create import ModelOutputFieldCreate
    from .model_output_field_list import ModelOutputFieldList
    from .model_request_create import ModelRequestCreate
    from .model_request_list import ModelRequestList
    from .model_update import ModelUpdate
    from .model_version_create import ModelVersionCreate
    from .model_version_file_upload import ModelVersionFileUpload
    from .model_version_list import ModelVersionList
    from .organization_create import OrganizationCreate
    from .organization_detail import OrganizationDetail
    from .organization_list import OrganizationList
    from .organization_subscription_list import OrganizationSubscriptionList
    from .organization_update import OrganizationUpdate
    from .organization_user_create import OrganizationUserCreate
    from .organization_user_detail import OrganizationUserDetail
    from .organization_user_update import OrganizationUserUpdate
    from .permission_list import PermissionList
    from .pipeline_create import PipelineCreate
    from .pipeline_input_field_create import PipelineInputFieldCreate
    from .pipeline_input_field_list import PipelineInputFieldList
    from .pipeline_list import PipelineList
    from .pipeline_object_create import PipelineObjectCreate
    from .pipeline_object_list import PipelineObjectList
    from .pipeline_object_update import PipelineObjectUpdate
    from .pipeline_request_create import PipelineRequestCreate
    from .pipeline_request_list import PipelineRequestList
    from .pipeline_request_model_request import PipelineRequestModelRequest
    from .project_create import ProjectCreate
    from .project_list import ProjectList
    from .project_resource_usage import ProjectResourceUsage
    from .project_update import ProjectUpdate
    from .resource_usage import ResourceUsage
    from .role_assignment_create import RoleAssignmentCreate
    from .role_assignment_list import RoleAssignmentList
    from .role_create import RoleCreate
    from .role_detail_list import RoleDetailList
    from .role_list import RoleList
    from .role_update import RoleUpdate
    from .schedule_create import ScheduleCreate
    from .schedule_list import ScheduleList
    from .schedule_update import ScheduleUpdate
    from .service_user_create import ServiceUserCreate
    from .service_user_detail import ServiceUserDetail
    from .service_user_list import ServiceUserList
    from .service_user_token_list import ServiceUserTokenList
    from .status import Status
    from .subscription_create import SubscriptionCreate
    from .subscription_detail import SubscriptionDetail
    from .subscription_list import SubscriptionList
    from .subscription_update import SubscriptionUpdate
    from .success import Success
    from .usage_per_day import UsagePerDay
    from .usage_per_day_metric import UsagePerDayMetric
    from .usage_per_month import UsagePerMonth
    from .usage_per_month_metric import UsagePerMonthMetric
    from .user_detail import UserDetail
    from .user_pending_create import UserPendingCreate
    from .user_pending_detail import UserPendingDetail
    from .user_update import UserUpdate

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


def _load(name: str) -> Any:
    if name in _MODULES.values():
        return load_module(f"{__name__}.{name}")
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(load_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


globals()["__getattr__"] = _load  # by a plain def, type checkers would take any name, also a misspelt one


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__, *_MODULES.values()})
