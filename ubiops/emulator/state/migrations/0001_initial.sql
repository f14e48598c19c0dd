-- Rows are listed in the order of seq, which is the order of creation. Dates are text, 2020-06-18T08:32:14.876451Z.

CREATE TABLE organizations (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    subscription TEXT NOT NULL,
    status TEXT NOT NULL,
    creation_date TEXT NOT NULL
);

-- A user without a password signs in with the token in its place.
CREATE TABLE users (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE,
    password TEXT,
    name TEXT,
    surname TEXT,
    token TEXT UNIQUE,
    registration_date TEXT NOT NULL
);

CREATE TABLE organization_users (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    admin INTEGER NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);

CREATE TABLE access_tokens (
    token TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires TEXT NOT NULL
);

CREATE TABLE projects (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE,
    creation_date TEXT NOT NULL
);

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

-- package is the name of a file in packages/; two builds share it when only the language changed.
CREATE TABLE builds (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    package TEXT NOT NULL,
    filename TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX builds_version ON builds (version_id);

-- data, result: JSON.
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
