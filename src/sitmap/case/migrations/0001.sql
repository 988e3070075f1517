-- The truth of a case: reports and reviews. A GeoPackage lists both as attribute tables.

CREATE TABLE sitmap_case (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema_version INTEGER NOT NULL,
    title TEXT NOT NULL,
    created TEXT NOT NULL
);

INSERT INTO sitmap_case (id, schema_version, title, created)
VALUES (1, 1, '', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));

CREATE TABLE reports (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    report_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    url TEXT NOT NULL,
    tz TEXT NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    added TEXT NOT NULL
);

CREATE TABLE reviews (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    entry_id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    action TEXT NOT NULL,
    reason TEXT NOT NULL,
    report_id TEXT REFERENCES reports (report_id),
    claim_id TEXT,
    kind TEXT,
    quote TEXT,
    quote_start INTEGER,
    quote_end INTEGER,
    place_start INTEGER,
    place_end INTEGER,
    name TEXT,
    value TEXT,
    changes TEXT,
    undoes TEXT REFERENCES reviews (entry_id)
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
VALUES
    ('reports', 'attributes', 'Reports', 'The reports of the case'),
    ('reviews', 'attributes', 'Reviews', 'What readers made of the claims: a history, only ever added to');

INSERT INTO gpkg_data_columns (table_name, column_name, description)
VALUES
    ('reports', 'report_id', 'id of the report'),
    ('reports', 'title', 'its heading'),
    ('reports', 'publisher', 'who published it'),
    ('reports', 'published', 'when, YYYY-MM-DD'),
    ('reports', 'url', 'its address'),
    ('reports', 'tz', 'IANA zone of its dateline'),
    ('reports', 'lang', 'BCP 47 language tag'),
    ('reports', 'text', 'the report as it is read and quoted'),
    ('reports', 'added', 'when it came into the case, UTC'),
    ('reviews', 'entry_id', 'id of the entry, its own the world over'),
    ('reviews', 'at', 'when, UTC'),
    ('reviews', 'reviewer', 'who'),
    ('reviews', 'action', 'accept, reject, correct, add, credibility, reliability, alias or undo'),
    ('reviews', 'reason', 'why, in the reviewer''s words'),
    ('reviews', 'report_id', 'the report of the claim'),
    ('reviews', 'claim_id', 'the claim, as it was called then'),
    ('reviews', 'kind', 'its kind'),
    ('reviews', 'quote', 'its passage'),
    ('reviews', 'quote_start', 'first character of the passage in the report''s text'),
    ('reviews', 'quote_end', 'character after the passage'),
    ('reviews', 'place_start', 'first character of the words of its place'),
    ('reviews', 'place_end', 'character after them'),
    ('reviews', 'name', 'the source that is graded, or the words of an alias'),
    ('reviews', 'value', 'the grade'),
    ('reviews', 'changes', 'JSON object: new values by field, and the place'),
    ('reviews', 'undoes', 'the entry that is taken back');
