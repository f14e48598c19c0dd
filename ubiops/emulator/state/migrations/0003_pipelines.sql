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

CREATE TRIGGER pipelines_role_assignments AFTER DELETE ON pipelines BEGIN
    DELETE FROM role_assignments WHERE object_id = old.id;
END;
