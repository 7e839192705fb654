-- Whole numbers and mere figures apart ("57-NQ/TW", "Nghị quyết 57"): who looks for one kind need
-- not walk all citations of the other.
ALTER TABLE citation ADD COLUMN in_full {i64} NOT NULL DEFAULT 0;
UPDATE citation SET in_full = 1 WHERE number_key LIKE '%/%' OR number_key LIKE '%-%';
DROP INDEX citation_short;
CREATE INDEX citation_short ON citation (short_key, in_full, id);

-- A round that changed meanwhile is not closed by one who has not seen it.
ALTER TABLE collection ADD COLUMN version {i64} NOT NULL DEFAULT 1;

-- The meetings of some weeks that call one body: told from the indexes alone.
DROP INDEX meeting_start;
CREATE INDEX meeting_start ON meeting (start_minute, status, state);
DROP INDEX participant_meeting;
CREATE INDEX participant_meeting ON participant (meeting_id, agency_id, group_id);

-- What was done in time, and what late: figures of reports lead to their lists.
CREATE INDEX obligation_done ON obligation (in_time, due, id) WHERE work = 'confirmed';

-- Each time that spreadsheets came in: what came then is taken back together. seq: of the log,
-- when it was done; what has a later line was changed since. import_id null: entered before
-- there were such. before: null: the row made what it names; else what it found there.
CREATE TABLE sheet_import (
    id {id}, pub TEXT NOT NULL UNIQUE, name TEXT NOT NULL, at {i64} NOT NULL, by_id {i64} NOT NULL,
    entered {i64} NOT NULL, again {i64} NOT NULL, kept {i64} NOT NULL, bad {i64} NOT NULL,
    seq {i64} NOT NULL, undone_at {i64}
) {strict};
ALTER TABLE sheet_row ADD COLUMN import_id {i64};
ALTER TABLE sheet_row ADD COLUMN before TEXT;
CREATE INDEX sheet_row_import ON sheet_row (import_id);

-- sqlite: PRAGMA user_version = 3;
UPDATE meta SET value = '3' WHERE key = 'schema';
