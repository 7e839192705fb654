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

-- sqlite: PRAGMA user_version = 3;
UPDATE meta SET value = '3' WHERE key = 'schema';
