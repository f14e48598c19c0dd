-- operator: may manage subscriptions. project_id: of service users the project that they belong to, null for people.
ALTER TABLE users ADD COLUMN operator INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN project_id TEXT REFERENCES projects (id) ON DELETE CASCADE;
CREATE INDEX users_project ON users (project_id);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE INDEX access_tokens_user ON access_tokens (user_id);

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

-- A date without time; null for a subscription that goes on.
ALTER TABLE organizations ADD COLUMN subscription_end_date TEXT;

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
