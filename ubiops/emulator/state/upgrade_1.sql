-- What leads from version 1 of the schema to version 2, apart from the indexes, which are made as schema.sql says.

CREATE TABLE gb_seconds (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    project_id TEXT NOT NULL,
    day TEXT NOT NULL,
    used REAL NOT NULL,
    PRIMARY KEY (organization_id, day, project_id)
) WITHOUT ROWID;

INSERT INTO gb_seconds
    WITH RECURSIVE parts (organization_id, project_id, memory, start, ended) AS (
        SELECT organization_id, project_id, memory, started, ended FROM instances WHERE ended > started
        UNION ALL
        SELECT organization_id, project_id, memory, date(start, '+1 day'), ended FROM parts
        WHERE date(start, '+1 day') < ended
    )
    SELECT organization_id, project_id, date(start), round(sum(memory / 1024.0 * 86400
        * (julianday(min(ended, date(start, '+1 day'))) - julianday(start))), 3)
    FROM parts GROUP BY organization_id, project_id, date(start);
