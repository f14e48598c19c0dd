"""The JSON Schema of deployments and seed files, made of the specification's bodies."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Sequence

Schema = Dict[str, Any]

_KEPT = (
    *("type", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "format", "default", "description"),
    *("required", "dependentRequired", "items", "properties", "additionalProperties", "$ref"),
)
_VARIABLE = r"\$\{[A-Za-z_][A-Za-z0-9_]*\}"
_PACKAGE = "A folder with `model.py`, or a zip; relative paths begin at this file."
_RESULT = (
    "What shall be answered, as far as it is said; of a pipeline, by the names of its objects; anything if left out."
)
_EXAMPLES = "Requests that `python -m ubiops.deploy rehearse` sends, with the answers that shall come."


def schema(document: Mapping[str, Any]) -> Schema:
    """Return the schema of files that say what an organization's projects, or an emulator, shall hold.

    Args:
        document: The specification.
    """
    bodies = document["components"]["schemas"]
    definitions: Dict[str, Schema] = {}

    def entry(name: str, *, without: Sequence[str] = (), optional: Sequence[str] = (), **more: Schema) -> Schema:
        """Define the entry of a list: the body of the call that makes it, and what other calls make."""
        made = _cleaned(bodies[name])
        made["properties"] = {key: each for key, each in made["properties"].items() if key not in without}
        made["properties"].update(more)
        made["required"] = [key for key in made.get("required", ()) if key not in (*without, *optional)]
        definitions[name] = made
        return _reference(name)

    def plain(name: str) -> None:
        definitions[name] = _cleaned(bodies[name])

    for name in (
        *("ModelInputFieldCreate", "ModelOutputFieldCreate", "PipelineInputFieldCreate", "ConnectorFieldCreate"),
        "AttachmentFieldsCreate",
    ):
        plain(name)
    definitions["Example"] = _object(
        {
            "name": {"type": "string", "description": "What the example is called in messages."},
            "data": {"description": "What is sent: a dictionary for structured input, a text for plain input."},
            "result": {"description": _RESULT},
        },
        ["data"],
        "A request that is sent in a rehearsal.",
    )
    variable = entry("EnvironmentVariableCreate", optional=["secret"])
    definitions["EnvironmentVariableCreate"]["required"] = ["name", "value"]
    variables = _list(variable, "Environment variables of this level.")
    examples = _list(_reference("Example"), _EXAMPLES)
    version = entry(
        "ModelVersionCreate",
        package={"type": "string", "minLength": 1, "description": _PACKAGE},
        environment_variables=variables,
        examples=examples,
    )
    model = entry(
        "ModelCreate",
        environment_variables=variables,
        versions=_list(version, "Versions of the model."),
        examples=examples,
    )
    pipeline = entry(
        "PipelineCreate",
        objects=_list(entry("PipelineObjectCreate", optional=["reference_type"]), "Objects of the pipeline."),
        attachments=_list(entry("AttachmentsCreate"), "What leads where; `pipeline_start` is the input."),
        examples=examples,
    )
    assignment = entry("RoleAssignmentCreate", without=["user_id"])
    service_user = entry("ServiceUserCreate", roles=_list(assignment, "Roles that the service user has."))
    definitions["ServiceUserCreate"]["required"] = ["name"]
    project = entry(
        "ProjectCreate",
        optional=["organization_name"],
        environment_variables=variables,
        roles=_list(entry("RoleCreate"), "Custom roles of the project."),
        credentials=_list(entry("CredentialsCreate"), "Credentials that connectors log in with."),
        connectors=_list(entry("ConnectorCreate"), "Connectors that pipelines deliver to."),
        models=_list(model, "Models of the project."),
        pipelines=_list(pipeline, "Pipelines of the project."),
        schedules=_list(entry("ScheduleCreate"), "Requests that are made by the clock."),
        service_users=_list(service_user, "Accounts for programs."),
    )
    member = entry("OrganizationUserCreate", optional=["admin"])
    organization = entry(
        "OrganizationCreate",
        optional=["subscription", "subscription_agreed"],
        users=_list(member, "Members of the organization."),
    )
    top = _object(
        {
            "users": _list(entry("UserPendingCreate", optional=["terms_conditions"]), "Users of an emulator."),
            "organizations": _list(organization, "Organizations of an emulator."),
            "projects": _list(project, "Projects."),
        },
        [],
        "What projects shall hold: for `python -m ubiops.deploy`, and as a seed file for `python -m ubiops.emulator`.",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.",
        "title": "A deployment of UbiOps",
        **top,
        "$defs": {
            **{name: definitions[name] for name in sorted(definitions)},
            "variable": {"type": "string", "pattern": _VARIABLE},
        },
    }


def _cleaned(part: Any) -> Any:
    """Return a schema with what editors and checks understand, and `${NAME}` where a text is restricted."""
    if not isinstance(part, dict):
        return part
    made = {key: value for key, value in part.items() if key in _KEPT}
    if "$ref" in made:
        return _reference(made["$ref"].rpartition("/")[2])
    if "items" in made:
        made["items"] = _cleaned(made["items"])
    if "properties" in made:
        made["properties"] = {key: _cleaned(value) for key, value in made["properties"].items()}
        made["additionalProperties"] = False
    elif isinstance(made.get("additionalProperties"), dict):
        made["additionalProperties"] = _cleaned(made["additionalProperties"])
    if made.get("type") == "string" and {"enum", "pattern", "maxLength"} & made.keys():
        described = {key: made.pop(key) for key in ("description", "default") if key in made}
        return {**described, "anyOf": [made, _reference("variable")]}
    return made


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _object(properties: Mapping[str, Schema], required: Sequence[str], description: str) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }
