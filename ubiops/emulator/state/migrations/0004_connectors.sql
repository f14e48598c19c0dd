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
