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

-- Names, not ids: a line says what was so when it was written. The id that the API shows is made of date and seq, so
-- a seq is never used again.
CREATE TABLE logs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    log TEXT NOT NULL,
    system INTEGER NOT NULL,
    model_name TEXT,
    model_version TEXT,
    connector_name TEXT,
    pipeline_name TEXT,
    pipeline_object_name TEXT,
    request_id TEXT,
    pipeline_request_id TEXT
);
CREATE INDEX logs_dates ON logs (project_id, date, seq);
CREATE INDEX logs_requests ON logs (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX logs_pipeline_requests ON logs (pipeline_request_id) WHERE pipeline_request_id IS NOT NULL;

-- What requests amounted to, in the minutes (2020-06-18T08:32) in which they ended. seconds is the sum of their
-- durations, volumes are bytes. Kept when the project is deleted: its organization pays for it all the same.
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
CREATE INDEX instances_project ON instances (project_id, version_id);
CREATE INDEX instances_organization ON instances (organization_id);

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
