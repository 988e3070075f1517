-- Copies of a report are known by a key; history cannot be changed; the layers say what they were made from.

ALTER TABLE reports ADD COLUMN text_key TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN url_key TEXT NOT NULL DEFAULT '';
UPDATE reports SET text_key = sitmap_text_key(text), url_key = sitmap_url_key(url);
CREATE INDEX reports_text_key ON reports (text_key);
CREATE INDEX reports_url_key ON reports (url_key);

ALTER TABLE sitmap_case ADD COLUMN layers_reports INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sitmap_case ADD COLUMN layers_reviews INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'reviews are a history: add an entry that undoes this one');
END;

CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'reviews are a history: add an entry that undoes this one');
END;

CREATE TRIGGER reports_keep_their_words BEFORE UPDATE OF report_id, text ON reports
WHEN OLD.text_key <> ''
BEGIN
    SELECT RAISE(ABORT, 'a report keeps its words: reviews refer to them');
END;

CREATE TRIGGER reports_are_not_deleted BEFORE DELETE ON reports
BEGIN
    SELECT RAISE(ABORT, 'a report stays in its case: reviews refer to it');
END;

INSERT INTO gpkg_data_columns (table_name, column_name, description)
VALUES
    ('reports', 'text_key', 'the same for texts that differ in blanks and letter case alone'),
    ('reports', 'url_key', 'the same for addresses of one page');
