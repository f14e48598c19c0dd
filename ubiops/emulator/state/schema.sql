-- The text of a statement is compared with what a data file holds: once released, it stays as it is.
-- Rows are listed in the order of seq, which is the order of creation. Dates are text, 2020-06-18T08:32:14.876451Z.

-- subscription_end_date is a date without time; null for a subscription that goes on.
CREATE TABLE organizations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    subscription TEXT NOT NULL,
    subscription_end_date TEXT,
    status TEXT NOT NULL,
    creation_date TEXT NOT NULL
);

-- A user without a password signs in with the token in its place. operator: may manage subscriptions; there is one.
-- project_id: of service users the project that they belong to, null for people.
CREATE TABLE users (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE,
    password TEXT,
    name TEXT,
    surname TEXT,
    token TEXT UNIQUE,
    registration_date TEXT NOT NULL,
    operator INTEGER NOT NULL DEFAULT 0,
    project_id TEXT REFERENCES projects (id) ON DELETE CASCADE
);
CREATE INDEX users_project ON users (project_id);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE UNIQUE INDEX users_operator ON users (operator) WHERE operator;

CREATE TABLE organization_users (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    admin INTEGER NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);
CREATE INDEX organization_users_user ON organization_users (user_id);

CREATE TABLE access_tokens (
    token TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires TEXT NOT NULL
);
CREATE INDEX access_tokens_user ON access_tokens (user_id);
CREATE INDEX access_tokens_expiry ON access_tokens (expires);

CREATE TABLE projects (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE,
    creation_date TEXT NOT NULL
);
CREATE INDEX projects_organization ON projects (organization_id);

-- input_fields, output_fields: JSON, [{"name": ..., "data_type": ...}, ...].
CREATE TABLE models (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    input_type TEXT NOT NULL,
    output_type TEXT NOT NULL,
    input_fields TEXT NOT NULL,
    output_fields TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    UNIQUE (project_id, name)
);
CREATE INDEX models_project ON models (project_id);

-- build_id is the build asked for last, live_build_id the one that serves requests; they differ while a new package
-- is being built, and after it failed.
CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    model_id TEXT NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    memory_allocation INTEGER NOT NULL,
    maximum_instances INTEGER NOT NULL,
    minimum_instances INTEGER NOT NULL,
    maximum_idle_time INTEGER NOT NULL,
    status TEXT NOT NULL,
    error_message TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    file_last_updated TEXT,
    build_id TEXT,
    live_build_id TEXT,
    UNIQUE (model_id, version)
);
CREATE INDEX versions_model ON versions (model_id);

-- package is the name of a file in packages/; two builds share it when only the language changed.
CREATE TABLE builds (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    package TEXT NOT NULL,
    filename TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX builds_version ON builds (version_id);

-- data, result: JSON. success is 1 where the status is completed, and only there.
CREATE TABLE batch_requests (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    success INTEGER NOT NULL,
    data TEXT NOT NULL,
    result TEXT,
    error_message TEXT,
    time_created TEXT NOT NULL,
    time_last_updated TEXT NOT NULL
);
CREATE INDEX batch_requests_queue ON batch_requests (version_id, status, seq);
CREATE INDEX batch_requests_owner ON batch_requests (version_id);
CREATE INDEX batch_requests_unsuccessful ON batch_requests (version_id) WHERE NOT success;
CREATE INDEX batch_requests_ended ON batch_requests (time_last_updated) WHERE status IN ('completed', 'failed');

-- The contents are the file blobs/<id>. size is in bytes, ttl in seconds.
CREATE TABLE blobs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    filename TEXT NOT NULL,
    size INTEGER NOT NULL,
    ttl INTEGER NOT NULL,
    creation_date TEXT NOT NULL,
    expires TEXT NOT NULL
);
CREATE INDEX blobs_dates ON blobs (project_id, creation_date, seq);
CREATE INDEX blobs_expiry ON blobs (expires);

CREATE TABLE subscriptions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    max_projects INTEGER NOT NULL,
    max_users INTEGER NOT NULL,
    logs_retention_days INTEGER NOT NULL,
    gb_seconds INTEGER NOT NULL,
    resources INTEGER NOT NULL,
    agreement TEXT NOT NULL,
    terms_conditions TEXT NOT NULL,
    hidden INTEGER NOT NULL
);

-- The history; the row with the highest seq of an organization is its present subscription. The addresses are those
-- of the day, and stay when the users go.
CREATE TABLE organization_subscriptions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    subscription TEXT NOT NULL,
    start_date TEXT NOT NULL,
    subscription_agreement_user TEXT NOT NULL,
    subscription_update_user TEXT NOT NULL
);
CREATE INDEX organization_subscriptions_organization ON organization_subscriptions (organization_id);

-- Default roles have no project.
CREATE TABLE roles (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (project_id, name)
);

CREATE TABLE role_permissions (
    seq INTEGER PRIMARY KEY,
    role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    UNIQUE (role_id, permission)
);

-- object_id is null for a role on the whole project, which has the object_type project.
CREATE TABLE role_assignments (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role_id TEXT NOT NULL REFERENCES roles (id) ON DELETE CASCADE,
    object_type TEXT NOT NULL,
    object_id TEXT
);
CREATE INDEX role_assignments_user ON role_assignments (user_id, project_id);
CREATE INDEX role_assignments_project ON role_assignments (project_id);
CREATE INDEX role_assignments_role ON role_assignments (role_id);
CREATE INDEX role_assignments_object ON role_assignments (object_id);

CREATE TRIGGER models_role_assignments AFTER DELETE ON models BEGIN
    DELETE FROM role_assignments WHERE object_id = old.id;
END;

-- input_fields: JSON, as for models; empty for plain pipelines.
CREATE TABLE pipelines (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    input_type TEXT NOT NULL,
    input_fields TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    UNIQUE (project_id, name)
);

-- An object refers to a version of a model or to a connector, which cannot be deleted as long as it does.
CREATE TABLE pipeline_objects (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pipeline_id TEXT NOT NULL REFERENCES pipelines (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    version_id TEXT REFERENCES versions (id),
    connector_id TEXT REFERENCES connectors (id),
    UNIQUE (pipeline_id, name),
    CHECK ((version_id IS NULL) <> (connector_id IS NULL))
);
CREATE INDEX pipeline_objects_version ON pipeline_objects (version_id);
CREATE INDEX pipeline_objects_connector ON pipeline_objects (connector_id);

-- The source of what starts at the input of the pipeline is null.
-- mapping: JSON, [{"source_field_name": ..., "destination_field_name": ...}, ...].
CREATE TABLE attachments (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pipeline_id TEXT NOT NULL REFERENCES pipelines (id) ON DELETE CASCADE,
    source_id TEXT REFERENCES pipeline_objects (id) ON DELETE CASCADE,
    destination_id TEXT NOT NULL REFERENCES pipeline_objects (id) ON DELETE CASCADE,
    mapping TEXT NOT NULL
);
CREATE UNIQUE INDEX attachments_ends ON attachments (pipeline_id, coalesce(source_id, ''), destination_id);
CREATE INDEX attachments_source ON attachments (source_id);
CREATE INDEX attachments_destination ON attachments (destination_id);

-- data: JSON. result: the requests to models, JSON, null until all of them have ended.
CREATE TABLE batch_pipeline_requests (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    pipeline_id TEXT NOT NULL REFERENCES pipelines (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    success INTEGER NOT NULL,
    data TEXT NOT NULL,
    result TEXT,
    error_message TEXT,
    time_created TEXT NOT NULL,
    time_last_updated TEXT NOT NULL
);
CREATE INDEX batch_pipeline_requests_queue ON batch_pipeline_requests (pipeline_id, status, seq);
CREATE INDEX batch_pipeline_requests_owner ON batch_pipeline_requests (pipeline_id);
CREATE INDEX batch_pipeline_requests_unsuccessful ON batch_pipeline_requests (pipeline_id) WHERE NOT success;
CREATE INDEX batch_pipeline_requests_ended ON batch_pipeline_requests (time_last_updated) WHERE status IN ('completed', 'failed');

CREATE TRIGGER pipelines_role_assignments AFTER DELETE ON pipelines BEGIN
    DELETE FROM role_assignments WHERE object_id = old.id;
END;

-- configuration: JSON, the values that were given, by parameter; also those that are never shown.
CREATE TABLE credentials (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    configuration TEXT NOT NULL,
    status TEXT NOT NULL,
    error_message TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    UNIQUE (project_id, name)
);

-- input_fields: JSON, as for models; of a blob connector its one field.
CREATE TABLE connectors (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    credentials_id TEXT NOT NULL REFERENCES credentials (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    configuration TEXT NOT NULL,
    input_type TEXT NOT NULL,
    input_fields TEXT NOT NULL,
    status TEXT NOT NULL,
    error_message TEXT NOT NULL,
    creation_date TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    UNIQUE (project_id, name)
);
CREATE INDEX connectors_credentials ON connectors (credentials_id);

CREATE TRIGGER connectors_role_assignments AFTER DELETE ON connectors BEGIN
    DELETE FROM role_assignments WHERE object_id = old.id;
END;
CREATE TRIGGER credentials_role_assignments AFTER DELETE ON credentials BEGIN
    DELETE FROM role_assignments WHERE object_id = old.id;
END;

-- A variable belongs to a project, to a model or to a version: one of the three ids is set.
CREATE TABLE environment_variables (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT REFERENCES projects (id) ON DELETE CASCADE,
    model_id TEXT REFERENCES models (id) ON DELETE CASCADE,
    version_id TEXT REFERENCES versions (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    secret INTEGER NOT NULL,
    CHECK ((project_id IS NOT NULL) + (model_id IS NOT NULL) + (version_id IS NOT NULL) = 1),
    UNIQUE (project_id, name),
    UNIQUE (model_id, name),
    UNIQUE (version_id, name)
);

-- What things are called, kept for the logs when they are gone. parent_id: of a version its model, of an object its
-- pipeline. The triggers below keep it.
CREATE TABLE names (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    parent_id TEXT REFERENCES names (id),
    name TEXT NOT NULL
);
CREATE INDEX names_project ON names (project_id, kind, name);
CREATE INDEX names_parent ON names (parent_id);

CREATE TRIGGER models_named AFTER INSERT ON models BEGIN
    INSERT INTO names VALUES (new.id, new.project_id, 'model', NULL, new.name);
END;
CREATE TRIGGER models_renamed AFTER UPDATE OF name ON models BEGIN
    UPDATE names SET name = new.name WHERE id = new.id;
END;
CREATE TRIGGER versions_named AFTER INSERT ON versions BEGIN
    INSERT INTO names SELECT new.id, project_id, 'version', id, new.version FROM models WHERE id = new.model_id;
END;
CREATE TRIGGER versions_renamed AFTER UPDATE OF version ON versions BEGIN
    UPDATE names SET name = new.version WHERE id = new.id;
END;
CREATE TRIGGER connectors_named AFTER INSERT ON connectors BEGIN
    INSERT INTO names VALUES (new.id, new.project_id, 'connector', NULL, new.name);
END;
CREATE TRIGGER connectors_renamed AFTER UPDATE OF name ON connectors BEGIN
    UPDATE names SET name = new.name WHERE id = new.id;
END;
CREATE TRIGGER pipelines_named AFTER INSERT ON pipelines BEGIN
    INSERT INTO names VALUES (new.id, new.project_id, 'pipeline', NULL, new.name);
END;
CREATE TRIGGER pipelines_renamed AFTER UPDATE OF name ON pipelines BEGIN
    UPDATE names SET name = new.name WHERE id = new.id;
END;
CREATE TRIGGER pipeline_objects_named AFTER INSERT ON pipeline_objects BEGIN
    INSERT INTO names SELECT new.id, project_id, 'pipeline_object', id, new.name FROM pipelines
    WHERE id = new.pipeline_id;
END;
CREATE TRIGGER pipeline_objects_renamed AFTER UPDATE OF name ON pipeline_objects BEGIN
    UPDATE names SET name = new.name WHERE id = new.id;
END;

-- Ids, not names, so that lines follow a rename. The id that the API shows is made of date and seq, so a seq is never
-- used again.
CREATE TABLE logs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    log TEXT NOT NULL,
    system INTEGER NOT NULL,
    version_id TEXT,
    connector_id TEXT,
    pipeline_id TEXT,
    pipeline_object_id TEXT,
    request_id TEXT,
    pipeline_request_id TEXT
);
-- A search reads one of these, of each side of system, from the end where it begins; see logs.py.
CREATE INDEX logs_projects ON logs (project_id, system, date, seq);
CREATE INDEX logs_versions ON logs (version_id, system, date, seq) WHERE version_id IS NOT NULL;
CREATE INDEX logs_connectors ON logs (connector_id, system, date, seq) WHERE connector_id IS NOT NULL;
CREATE INDEX logs_pipelines ON logs (pipeline_id, system, date, seq) WHERE pipeline_id IS NOT NULL;
CREATE INDEX logs_pipeline_objects ON logs (pipeline_object_id, system, date, seq)
    WHERE pipeline_object_id IS NOT NULL;
CREATE INDEX logs_requests ON logs (request_id, system, date, seq) WHERE request_id IS NOT NULL;
CREATE INDEX logs_pipeline_requests ON logs (pipeline_request_id, system, date, seq)
    WHERE pipeline_request_id IS NOT NULL;

-- What requests amounted to, in the minutes (2020-06-18T08:32) in which they ended; what is older stands in the first
-- minute of its hour, or of its day. seconds is the sum of their durations, volumes are bytes. Kept when the project is deleted: its organization pays for it all the same.
CREATE TABLE measurements (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    project_id TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    minute TEXT NOT NULL,
    requests INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    seconds REAL NOT NULL,
    input_volume INTEGER NOT NULL,
    output_volume INTEGER NOT NULL,
    outputs INTEGER NOT NULL,
    object_requests INTEGER NOT NULL,
    PRIMARY KEY (project_id, object_type, object_id, minute)
) WITHOUT ROWID;
CREATE INDEX measurements_organization ON measurements (organization_id, object_type, minute);
CREATE INDEX measurements_project ON measurements (project_id, object_type, minute);
CREATE INDEX measurements_minute ON measurements (minute);

-- The lives of instances; ended is null while one runs. memory is in MB.
CREATE TABLE instances (
    seq INTEGER PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    project_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    memory INTEGER NOT NULL,
    started TEXT NOT NULL,
    ended TEXT
);
CREATE INDEX instances_organization ON instances (organization_id, ended);
CREATE INDEX instances_project ON instances (project_id, ended);
CREATE INDEX instances_version ON instances (version_id, ended);
CREATE INDEX instances_ended ON instances (ended);

-- What the instances that have ended used, in GB seconds, on the days (2020-06-18) on which they ran; kept longer than
-- their lives.
CREATE TABLE gb_seconds (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    project_id TEXT NOT NULL,
    day TEXT NOT NULL,
    used REAL NOT NULL,
    PRIMARY KEY (organization_id, day, project_id)
) WITHOUT ROWID;
CREATE INDEX gb_seconds_project ON gb_seconds (project_id, day);

-- Either version_id or pipeline_id is set. request_data is JSON. next_run is null while the schedule is disabled.
CREATE TABLE schedules (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    version_id TEXT REFERENCES versions (id) ON DELETE CASCADE,
    pipeline_id TEXT REFERENCES pipelines (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    schedule TEXT NOT NULL,
    request_data TEXT NOT NULL,
    batch INTEGER NOT NULL,
    timeout INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    next_run TEXT,
    creation_date TEXT NOT NULL,
    CHECK ((version_id IS NOT NULL) + (pipeline_id IS NOT NULL) = 1),
    UNIQUE (project_id, name)
);
CREATE INDEX schedules_next_run ON schedules (next_run) WHERE next_run IS NOT NULL;
CREATE INDEX schedules_version ON schedules (version_id);
CREATE INDEX schedules_pipeline ON schedules (pipeline_id);
