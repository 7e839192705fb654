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

-- What was done in time, and what late: figures of reports lead to their lists. Not "work = 'confirmed'":
-- SQLite would compare every work = :work with that, and prepare such a statement again for each value.
CREATE INDEX obligation_done ON obligation (in_time, due, id) WHERE work || '' = 'confirmed';

-- Each time that spreadsheets came in: what came then is taken back together. seq: of the log,
-- when it was done; what has a later line was changed since. import_id null: entered before
-- there were such. before: null: the row made what it names; else what it found there.
CREATE TABLE sheet_import (
    id {id}, pub TEXT NOT NULL UNIQUE, name TEXT NOT NULL, at {i64} NOT NULL, by_id {i64} NOT NULL,
    entered {i64} NOT NULL, again {i64} NOT NULL, kept {i64} NOT NULL, bad {i64} NOT NULL,
    changed {i64} NOT NULL, seq {i64} NOT NULL, undone_at {i64}
) {strict};
ALTER TABLE sheet_row ADD COLUMN import_id {i64};
ALTER TABLE sheet_row ADD COLUMN before TEXT;
CREATE INDEX sheet_row_import ON sheet_row (import_id);

-- alike: a hash of what a row is about, without how far it is. One that differs from a row that
-- came in before in nothing but that is no new thing.
ALTER TABLE sheet_row ADD COLUMN alike TEXT;
CREATE INDEX sheet_row_alike ON sheet_row (alike) WHERE alike IS NOT NULL;

-- A spreadsheet that waits for its sender's word: one that was shown outlives a restart.
CREATE TABLE sheet_held (
    id {id}, token TEXT NOT NULL, account_id {i64} NOT NULL, name TEXT NOT NULL, at {i64} NOT NULL,
    bytes {blob} NOT NULL
) {strict};
CREATE UNIQUE INDEX sheet_held_token ON sheet_held (account_id, token);

-- Texts are fetched by the twenty for a page of what was found: lz4 gives them in a quarter of
-- the time. A server that was built without it goes on as before.
-- pgsql: DO $$ BEGIN ALTER TABLE reading ALTER COLUMN text SET COMPRESSION lz4, ALTER COLUMN json SET COMPRESSION lz4; EXCEPTION WHEN feature_not_supported THEN NULL; END $$;

-- start_minute: of its meeting (who changes that puts its participants in anew). What calls one
-- body in some weeks is read from one end of these, as far as it is shown.
ALTER TABLE participant ADD COLUMN start_minute {i64};
UPDATE participant SET start_minute = (SELECT m.start_minute FROM meeting m WHERE m.id = participant.meeting_id);
DROP INDEX participant_agency;
CREATE INDEX participant_agency ON participant (agency_id, start_minute, meeting_id) WHERE agency_id IS NOT NULL;
CREATE INDEX participant_group ON participant (group_id, start_minute, meeting_id) WHERE group_id IS NOT NULL;

-- live 3: of a standing duty (1 before). Who asks for the few standing ones of a body need not
-- walk over all that it has a part in.
UPDATE party SET live = 3 WHERE live = 1 AND assignment_id IN
    (SELECT a.id FROM assignment a WHERE a.state = 'accepted' AND a.disposal = 'standing');
CREATE INDEX party_agency_standing ON party (agency_id, role, assignment_id) WHERE live = 3;
CREATE INDEX party_group_standing ON party (group_id, role, assignment_id) WHERE live = 3;

-- Who may see a document is asked by the document, what part a body has by the duty. In the order of
-- bodies each row of a document that comes in went to a page of its own: a third of the time.
DROP INDEX audience_agency;
DROP INDEX party_agency;
DROP INDEX party_assignment;
CREATE INDEX party_assignment ON party (assignment_id, role, agency_id);

-- The surest links of a row are read from one end of these (link_from, link_to).
DROP INDEX link_to;
CREATE INDEX link_to ON link (to_noun, to_id, kind, confidence DESC, id);
CREATE INDEX link_from ON link (from_noun, from_id, kind, state, confidence DESC, id);

-- What a document is found by (docs/internals/search.md): parts of an index, each with some documents. A
-- page stands under part << 32 | its first term; PostgreSQL has four in one of its own, none is packed. Who
-- opens the register next makes all of it anew (search_renew).
DROP TABLE search;
DROP TABLE search_mark;
CREATE TABLE search_part (
    id {id}, documents {i64} NOT NULL, postings {i64} NOT NULL, fences {blob} NOT NULL
) {strict};
CREATE TABLE search_page (place {i64} PRIMARY KEY, bytes {blob} NOT NULL) {strict};
-- pgsql: ALTER TABLE search_page ALTER COLUMN bytes SET STORAGE PLAIN;
INSERT INTO meta (key, value) SELECT 'search', 'stale' WHERE EXISTS (SELECT 1 FROM document);

-- What a reading says takes three times the room of its text, and is asked for by programs alone:
-- packed (base/pack.h); json is empty then.
ALTER TABLE reading ADD COLUMN packed {blob};
-- pgsql: ALTER TABLE reading ALTER COLUMN packed SET STORAGE EXTERNAL;

-- sqlite: PRAGMA user_version = 3;
UPDATE meta SET value = '3' WHERE key = 'schema';
