"""Organizations, projects, roles, users, variables, schedules, connectors, logs, metrics."""

import os

import ubiops

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]
api = ubiops.CoreApi(ubiops.ApiClient(configuration))

api.organizations_create(ubiops.OrganizationCreate(name="acme", subscription="professional", subscription_agreed=True))
print("organizations", sorted(each.name for each in api.organizations_list()))
project = api.projects_create(ubiops.ProjectCreate(name="lab", organization_name="acme"))
print("project", project.name, project.organization_name)
print("projects", sorted(each.name for each in api.projects_list()))
print("by organization", [each.name for each in api.projects_list() if each.organization_name == "acme"])
print("updated", api.projects_update("lab", {"name": "laboratory"}).name)
detail = api.organizations_get("acme")
print("organization", type(detail).__name__, detail.name, detail.subscription)

variable = api.project_environment_variables_create("laboratory", {"name": "KEY", "value": "a", "secret": True})
print("variable", variable.name, variable.value, variable.secret)
api.project_environment_variables_create(
    "laboratory", ubiops.EnvironmentVariableCreate(name="REGION", value="eu", secret=False)
)
for each in sorted(api.project_environment_variables_list("laboratory"), key=lambda each: each.name):
    print("variables", each.name, each.value, each.secret)
api.project_environment_variables_delete("laboratory", variable.id)

role = api.roles_create("laboratory", ubiops.RoleCreate(name="reader", permissions=["models.list", "models.get"]))
print("role", role.name, role.default)
user = api.service_users_create("laboratory", ubiops.ServiceUserCreate(name="robot"))
print("service user", user.name, user.token is not None, "@" in user.email)
assignment = api.role_assignments_create("laboratory", ubiops.RoleAssignmentCreate(user_id=user.id, role="reader"))
print("assignment", assignment.role, assignment.user_id == user.id)
robot = ubiops.Configuration(host=configuration.host, api_key={"Authorization": "Token " + user.token.split()[-1]})
robots_api = ubiops.CoreApi(ubiops.ApiClient(robot))
print("the robot reads", robots_api.models_list("laboratory"))
try:
    robots_api.models_create("laboratory", {"name": "m", "input_type": "plain", "output_type": "plain"})
except ubiops.ApiException as error:
    print("and no more", error.status)
print("permissions", len(api.permissions_list()) > 10)

api.models_create("laboratory", {"name": "m", "input_type": "plain", "output_type": "plain"})
api.model_versions_create("laboratory", "m", {"version": "v1"})
schedule = api.scheduled_requests_create(
    "laboratory",
    ubiops.ScheduleCreate(
        name="daily", object_type="model", object_name="m", version="v1", schedule="0 6 * * *", request_data="go"
    ),
)
print("schedule", schedule.name, schedule.schedule, schedule.request_data, schedule.enabled)
print("paused", api.scheduled_requests_update("laboratory", "daily", {"enabled": False}).enabled)

logs = api.projects_log_list(project_name="laboratory", data={"filters": {"model_name": "m"}, "limit": 5})
print("logs", type(logs).__name__, all(type(each).__name__ == "Logs" for each in logs))
api.scheduled_requests_delete("laboratory", "daily")
api.service_users_delete("laboratory", user.id)
api.model_versions_delete("laboratory", "m", "v1")
api.models_delete("laboratory", "m")
print("deleted", api.projects_delete("laboratory"))
