-- The register: one office, one file or one schema. docs/data-model.md draws it.
-- Times: `at` is seconds since 1970 in UTC; a due time is civil minutes at UTC+7 since
-- 1970 (src/model/civil.h); a day is days since 1970. `pub` is the id that leaves the
-- register: in addresses, exports, the API.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) {keyed};
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) {keyed};

-- The log: audit, undo and cache stamp at once. Each row holds the hash of the one before.
CREATE TABLE event (
    seq {id}, at {i64} NOT NULL, account_id {i64} NOT NULL, verb TEXT NOT NULL,
    noun TEXT NOT NULL, noun_id {i64} NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL
) {strict};
CREATE INDEX event_noun ON event (noun, noun_id, seq);

-- ---- bodies and people ----
CREATE TABLE agency (
    id {id}, pub TEXT NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    folded TEXT NOT NULL, class TEXT NOT NULL, kind TEXT NOT NULL, parent_id {i64} REFERENCES agency,
    district TEXT, border {i64} NOT NULL, position {i64} NOT NULL,
    from_day {i64}, to_day {i64}, email TEXT, phone TEXT
) {strict};
CREATE INDEX agency_listed ON agency (position, id, class, code, name) WHERE class IN ('agency', 'commune');
CREATE TABLE body_group (
    id {id}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
    all_communes {i64} NOT NULL
) {strict};
CREATE TABLE group_member (
    group_id {i64} NOT NULL REFERENCES body_group, agency_id {i64} NOT NULL REFERENCES agency,
    from_day {i64} NOT NULL, to_day {i64} NOT NULL, PRIMARY KEY (group_id, agency_id, from_day)
) {keyed};
CREATE TABLE person (
    id {id}, pub TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
    email TEXT, phone TEXT
) {strict};
CREATE TABLE post (
    id {id}, person_id {i64} NOT NULL REFERENCES person, agency_id {i64} REFERENCES agency,
    title TEXT NOT NULL, field TEXT, from_day {i64}, to_day {i64}
) {strict};
CREATE INDEX post_person ON post (person_id);
CREATE TABLE account (
    id {id}, pub TEXT NOT NULL UNIQUE, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    role TEXT NOT NULL, agency_id {i64} REFERENCES agency, person_id {i64} REFERENCES person,
    active {i64} NOT NULL, secret TEXT NOT NULL, failures {i64} NOT NULL, failed_at {i64} NOT NULL,
    signed_in_at {i64}, fresh {i64} NOT NULL DEFAULT 0
) {strict};
-- fresh: its password was given by somebody else and is to be changed first.
-- Who is signed in. token: SHA-256 of what the cookie holds.
CREATE TABLE session (
    token TEXT PRIMARY KEY, account_id {i64} NOT NULL REFERENCES account, began_at {i64} NOT NULL,
    ends_at {i64} NOT NULL, device TEXT NOT NULL, half {i64} NOT NULL DEFAULT 0
) {strict};
-- half: the password was right, the code of the second step is still asked for.
CREATE TABLE second_step (
    account_id {i64} PRIMARY KEY REFERENCES account, secret TEXT NOT NULL, active {i64} NOT NULL,
    last_step {i64} NOT NULL
) {strict};
CREATE TABLE recovery_code (
    account_id {i64} NOT NULL REFERENCES account, hash TEXT NOT NULL, PRIMARY KEY (account_id, hash)
) {keyed};
CREATE INDEX session_account ON session (account_id);
-- What programs and calendars ask with. hash: SHA-256 of the token; scopes: words with a
-- blank between (register/tokens.h). ends_at null: until it is revoked.
CREATE TABLE token (
    id {id}, pub TEXT NOT NULL UNIQUE, account_id {i64} NOT NULL REFERENCES account,
    name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, made_at {i64} NOT NULL,
    ends_at {i64}, used_at {i64}, revoked_at {i64}
) {strict};
CREATE INDEX token_account ON token (account_id);
CREATE TABLE calendar_day (
    day {i64} PRIMARY KEY, kind TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL,
    confirmed {i64} NOT NULL
) {strict};

-- ---- documents ----
-- addressees: codes of those that a draft by hand is for; they see it once it is issued.
-- number_key: the number folded, without spaces: what a search by number looks up.
-- short_key: number and kind alone ("57nq"), by which "Nghị quyết 57" is found.
CREATE TABLE document (
    id {id}, pub TEXT NOT NULL UNIQUE, sha256 TEXT UNIQUE, name TEXT NOT NULL, media TEXT,
    bytes {i64} NOT NULL, through TEXT NOT NULL, direction TEXT NOT NULL, status TEXT NOT NULL,
    kind TEXT, purpose TEXT, series TEXT, number TEXT, number_key TEXT, short_key TEXT, number_state TEXT,
    issued TEXT, issued_day {i64}, place TEXT, issuer_id {i64} REFERENCES agency, issuer TEXT,
    title TEXT NOT NULL, urgency TEXT, signer TEXT, signer_post TEXT, reading_id {i64},
    all_past {i64} NOT NULL, keep TEXT NOT NULL, replaces_id {i64} REFERENCES document,
    entered_at {i64} NOT NULL, entered_by {i64} NOT NULL, version {i64} NOT NULL, addressees TEXT
) {strict};
CREATE INDEX document_number ON document (number_key);
CREATE INDEX document_short ON document (short_key);
CREATE INDEX document_issuer ON document (issuer_id, id);
CREATE INDEX document_day ON document (issued_day, id);
CREATE INDEX document_entered ON document (entered_at, id);
CREATE INDEX document_hand ON document (entered_at, id) WHERE through = 'hand';
CREATE TABLE reading (
    id {id}, document_id {i64} NOT NULL REFERENCES document, reader TEXT NOT NULL,
    data TEXT NOT NULL, text TEXT NOT NULL, json TEXT NOT NULL, made_at {i64} NOT NULL, leaves TEXT
) {strict};
CREATE INDEX reading_document ON reading (document_id);
-- What a checker says of a document (CONTRACTS 3), beside its words.
CREATE TABLE finding (
    id {id}, document_id {i64} NOT NULL REFERENCES document, rule TEXT NOT NULL, severity TEXT NOT NULL,
    message TEXT NOT NULL, law TEXT, proposal TEXT, quote TEXT NOT NULL, at {i64}, len {i64}
) {strict};
CREATE INDEX finding_document ON finding (document_id, at);
-- Who may see a document, and why: addressee, recipient, lead, with, watcher, issuer, participant.
CREATE TABLE audience (
    document_id {i64} NOT NULL REFERENCES document, agency_id {i64} NOT NULL REFERENCES agency,
    why TEXT NOT NULL, PRIMARY KEY (document_id, agency_id)
) {keyed};
CREATE INDEX audience_agency ON audience (agency_id, document_id);
CREATE TABLE citation (
    id {id}, document_id {i64} NOT NULL REFERENCES document, local TEXT NOT NULL,
    quote TEXT NOT NULL, kind TEXT, number TEXT, number_key TEXT, short_key TEXT, day TEXT, issuer TEXT,
    at {i64} NOT NULL, len {i64} NOT NULL
) {strict};
CREATE INDEX citation_document ON citation (document_id);
CREATE INDEX citation_number ON citation (number_key);
CREATE INDEX citation_short ON citation (short_key);
-- What the program thinks belongs together; a person confirms.
CREATE TABLE link (
    id {id}, kind TEXT NOT NULL, from_noun TEXT NOT NULL, from_id {i64} NOT NULL,
    to_noun TEXT NOT NULL, to_id {i64} NOT NULL, confidence {i64} NOT NULL, why TEXT NOT NULL,
    state TEXT NOT NULL, at {i64} NOT NULL, by_id {i64} NOT NULL,
    UNIQUE (kind, from_noun, from_id, to_noun, to_id)
) {strict};
CREATE INDEX link_to ON link (to_noun, to_id);
CREATE TABLE series (
    id {id}, code TEXT NOT NULL, year {i64} NOT NULL, last {i64} NOT NULL, UNIQUE (code, year)
) {strict};
-- Each number that was given out. One of 1 .. last that is not here is a gap.
CREATE TABLE series_number (
    series_id {i64} NOT NULL REFERENCES series, n {i64} NOT NULL, document_id {i64} REFERENCES document,
    note TEXT, at {i64} NOT NULL, by_id {i64} NOT NULL, PRIMARY KEY (series_id, n)
) {keyed};

-- ---- meetings ----
CREATE TABLE meeting (
    id {id}, pub TEXT NOT NULL UNIQUE, document_id {i64} REFERENCES document,
    position {i64} NOT NULL, state TEXT NOT NULL, status TEXT, title TEXT NOT NULL,
    starts TEXT, ends TEXT, start_minute {i64}, duration TEXT, mode TEXT, place TEXT,
    chair TEXT, chair_agency_id {i64} REFERENCES agency, quote TEXT, at {i64}, len {i64},
    conclusion_id {i64} REFERENCES document, version {i64} NOT NULL
) {strict};
CREATE INDEX meeting_document ON meeting (document_id);
CREATE INDEX meeting_start ON meeting (start_minute);
CREATE INDEX meeting_open ON meeting (conclusion_id, start_minute);
CREATE INDEX meeting_day ON meeting (status, start_minute);
CREATE TABLE participant (
    id {id}, meeting_id {i64} NOT NULL REFERENCES meeting, position {i64} NOT NULL,
    words TEXT NOT NULL, agency_id {i64} REFERENCES agency, group_id {i64} REFERENCES body_group,
    post TEXT, person TEXT, rank TEXT, presence TEXT, site TEXT, note TEXT, invited_by TEXT
) {strict};
CREATE INDEX participant_meeting ON participant (meeting_id, position);
CREATE INDEX participant_agency ON participant (agency_id);
CREATE INDEX group_member_agency ON group_member (agency_id, group_id);
CREATE TABLE reply (
    meeting_id {i64} NOT NULL REFERENCES meeting, agency_id {i64} NOT NULL REFERENCES agency,
    answer TEXT NOT NULL, person TEXT, reason TEXT, at {i64} NOT NULL, by_id {i64} NOT NULL,
    PRIMARY KEY (meeting_id, agency_id)
) {keyed};
CREATE TABLE programme (
    id {id}, pub TEXT NOT NULL UNIQUE, month TEXT NOT NULL UNIQUE, document_id {i64} REFERENCES document
) {strict};
CREATE TABLE programme_item (
    id {id}, programme_id {i64} NOT NULL REFERENCES programme, position {i64} NOT NULL,
    words TEXT NOT NULL, chair TEXT, agency_id {i64} REFERENCES agency, day {i64},
    meeting_id {i64} REFERENCES meeting
) {strict};
CREATE INDEX programme_item_of ON programme_item (programme_id, position);

-- ---- duties ----
-- state: proposed, accepted, dropped. disposal: track, standing, keep (what is done with it).
-- doubt: why a person should look first; empty: sure. origin: read, hand, sheet.
CREATE TABLE assignment (
    id {id}, pub TEXT NOT NULL UNIQUE, document_id {i64} REFERENCES document,
    reading_id {i64} REFERENCES reading, local TEXT, position {i64} NOT NULL,
    state TEXT NOT NULL, disposal TEXT NOT NULL, proposed TEXT NOT NULL, origin TEXT NOT NULL,
    nature TEXT NOT NULL, action TEXT NOT NULL, quote TEXT NOT NULL, at {i64}, len {i64},
    lead_source TEXT, due {i64}, due_text TEXT, vague TEXT, measure TEXT,
    deliverable TEXT, receiver TEXT, basis TEXT, basis_kind TEXT NOT NULL, doubt TEXT NOT NULL,
    flags TEXT NOT NULL, confidence {i64} NOT NULL, expands {i64} NOT NULL, all_communes {i64} NOT NULL,
    monitor TEXT, assigner TEXT, field TEXT,
    split_from {i64} REFERENCES assignment, decided_at {i64}, decided_by {i64}, version {i64} NOT NULL
) {strict};
CREATE INDEX assignment_document ON assignment (document_id, position);
CREATE INDEX assignment_state ON assignment (state, disposal, id);
-- The newest documents with duties that wait for a review.
CREATE INDEX assignment_waiting ON assignment (state, document_id);
-- What else belongs to a meeting. kind: part, site, speaker, paper, prepare, check (of a line).
-- minute: when it begins or is due. form: file, paper, both; file_day, paper_day: received on.
CREATE TABLE meeting_line (
    id {id}, meeting_id {i64} NOT NULL REFERENCES meeting, kind TEXT NOT NULL, position {i64} NOT NULL,
    words TEXT NOT NULL, agency_id {i64} REFERENCES agency, person TEXT, minute {i64}, place TEXT,
    form TEXT, copies {i64}, file_day {i64}, paper_day {i64}, assignment_id {i64} REFERENCES assignment
) {strict};
CREATE INDEX meeting_line_of ON meeting_line (meeting_id, position);
-- A duty may have several limits: each is an obligation of its own. last: the last minute
-- allowed; starts: of "từ 10 giờ …"; implied: due at the meeting, no date was written.
CREATE TABLE deadline (
    id {id}, assignment_id {i64} NOT NULL REFERENCES assignment, position {i64} NOT NULL,
    local TEXT, words TEXT NOT NULL, value TEXT, bound TEXT, inclusive {i64}, last {i64},
    starts {i64}, implied {i64} NOT NULL, flags TEXT NOT NULL, at {i64}, len {i64}
) {strict};
CREATE INDEX deadline_assignment ON deadline (assignment_id, position);
-- role: lead, with, watcher, recipient. live: 1 while the duty is standing, or is tracked and
-- not all of it is done: what lists of an agency walk. 2: a lead of a tracked one that every
-- lead has as an obligation of its own, where it is listed already.
CREATE TABLE party (
    id {id}, assignment_id {i64} NOT NULL REFERENCES assignment, role TEXT NOT NULL,
    position {i64} NOT NULL, agency_id {i64} REFERENCES agency, group_id {i64} REFERENCES body_group,
    words TEXT NOT NULL, post TEXT, person TEXT, at {i64}, len {i64}, live {i64} NOT NULL DEFAULT 0
) {strict};
CREATE INDEX party_assignment ON party (assignment_id, role);
CREATE INDEX party_agency ON party (agency_id, assignment_id, role);
CREATE INDEX party_agency_live ON party (agency_id, role, assignment_id) WHERE live = 1;
CREATE INDEX party_group_live ON party (group_id, role, assignment_id) WHERE live = 1;
CREATE TABLE dependency (
    assignment_id {i64} NOT NULL REFERENCES assignment, needs_id {i64} NOT NULL REFERENCES assignment,
    PRIMARY KEY (assignment_id, needs_id)
) {keyed};
CREATE INDEX dependency_needs ON dependency (needs_id);
-- work: not_started received in_progress reported_done confirmed returned suspended stopped.
-- due: what is counted (`last` or `rolled` by setting); last: the limit with extensions;
-- given: as first set. agency_id null: nobody is named, a person must say who ("các xã có
-- tỷ lệ giải ngân cao"): the Office alone sees it. open: 0 once confirmed or stopped;
-- before: the work state that a suspension ends in again.
CREATE TABLE obligation (
    id {id}, pub TEXT NOT NULL UNIQUE, assignment_id {i64} NOT NULL REFERENCES assignment,
    deadline_id {i64} REFERENCES deadline, agency_id {i64} REFERENCES agency,
    due {i64}, last {i64}, given {i64}, safe {i64}, work TEXT NOT NULL, open {i64} NOT NULL DEFAULT 1,
    before TEXT, in_time {i64} NOT NULL, reported_at {i64}, done_at {i64}, reason TEXT,
    handler TEXT, handler_due {i64}, changed_at {i64} NOT NULL, version {i64} NOT NULL
) {strict};
CREATE INDEX obligation_assignment ON obligation (assignment_id, agency_id, open, due);
CREATE INDEX obligation_agency ON obligation (agency_id, open, due, id, assignment_id);
CREATE INDEX obligation_due ON obligation (open, due, id, assignment_id, agency_id);
CREATE INDEX obligation_last ON obligation (last);
CREATE INDEX obligation_work ON obligation (work, open, due, id);
CREATE TABLE request (
    id {id}, obligation_id {i64} NOT NULL REFERENCES obligation, kind TEXT NOT NULL,
    reason TEXT NOT NULL, new_due {i64}, to_agency_id {i64} REFERENCES agency,
    letter TEXT, state TEXT NOT NULL, asked_at {i64} NOT NULL, asked_by {i64} NOT NULL,
    answer TEXT, decided_at {i64}, decided_by {i64}
) {strict};
CREATE INDEX request_obligation ON request (obligation_id, state);
CREATE INDEX request_state ON request (state, obligation_id);
CREATE TABLE evidence (
    id {id}, obligation_id {i64} NOT NULL REFERENCES obligation,
    document_id {i64} REFERENCES document, note TEXT NOT NULL, at {i64} NOT NULL, by_id {i64} NOT NULL
) {strict};
CREATE INDEX evidence_obligation ON evidence (obligation_id);
-- Kept with every write of an obligation. agency 0: the whole province; agency -1: nobody
-- named. bucket: open (by due), open_all, undated, done_in_time, done_late (their due is 0).
-- What is open in time is open_all without what is open by a due that is past: the boards of
-- all agencies read what is late, not all that is to come.
CREATE TABLE tally (
    agency_id {i64} NOT NULL, bucket TEXT NOT NULL, due {i64} NOT NULL, n {i64} NOT NULL,
    PRIMARY KEY (agency_id, bucket, due)
) {keyed};
CREATE INDEX tally_bucket ON tally (bucket, due);

-- ---- rounds, petitions, reports ----
CREATE TABLE collection (
    id {id}, pub TEXT NOT NULL UNIQUE, assignment_id {i64} UNIQUE REFERENCES assignment,
    title TEXT NOT NULL, compiler_id {i64} REFERENCES agency, due {i64}, state TEXT NOT NULL,
    members {i64} NOT NULL DEFAULT 0, arrived {i64} NOT NULL DEFAULT 0, late {i64} NOT NULL DEFAULT 0
) {strict};
CREATE INDEX collection_compiler ON collection (compiler_id, state, due);
CREATE TABLE collection_item (
    collection_id {i64} NOT NULL REFERENCES collection, agency_id {i64} NOT NULL REFERENCES agency,
    state TEXT NOT NULL, sent_at {i64}, document_id {i64} REFERENCES document, note TEXT,
    PRIMARY KEY (collection_id, agency_id)
) {keyed};
CREATE TABLE petition (
    id {id}, pub TEXT NOT NULL UNIQUE, document_id {i64} REFERENCES document, words TEXT NOT NULL,
    folded TEXT NOT NULL, petitioner_id {i64} REFERENCES agency, owner_id {i64} REFERENCES agency,
    state TEXT NOT NULL, due {i64}, reply_id {i64} REFERENCES document, reply TEXT,
    entered_at {i64} NOT NULL, version {i64} NOT NULL
) {strict};
CREATE INDEX petition_owner ON petition (owner_id, state);
CREATE TABLE petition_watcher (
    petition_id {i64} NOT NULL REFERENCES petition, agency_id {i64} NOT NULL REFERENCES agency,
    PRIMARY KEY (petition_id, agency_id)
) {keyed};
CREATE TABLE periodic_report (
    id {id}, pub TEXT NOT NULL UNIQUE, document_id {i64} REFERENCES document, title TEXT NOT NULL,
    agency_id {i64} REFERENCES agency, rule TEXT NOT NULL, receiver TEXT, active {i64} NOT NULL,
    assignment_id {i64} REFERENCES assignment
) {strict};
CREATE INDEX periodic_report_agency ON periodic_report (agency_id, active);

-- Rows of spreadsheets that were entered, by a hash of their cells: the same sheet again
-- adds nothing.
CREATE TABLE sheet_row (
    key TEXT PRIMARY KEY, noun TEXT NOT NULL, noun_id {i64} NOT NULL, at {i64} NOT NULL
) {keyed};
CREATE INDEX person_folded ON person (folded);
CREATE INDEX post_agency ON post (agency_id);

-- ---- search: what register/search_terms.c makes of a document; newer ones have the
-- greater key: the day, and below it the document's row in SEARCH_ROW_BITS bits ----
-- sqlite: CREATE VIRTUAL TABLE search USING fts5(terms, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_@#'");
-- sqlite: INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
-- sqlite: INSERT INTO search (search, rank) VALUES ('automerge', 16);
-- pgsql: CREATE TABLE search (key BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL);
-- pgsql: ALTER TABLE search ALTER COLUMN terms SET STORAGE EXTERNAL;
-- pgsql: CREATE INDEX search_terms ON search USING gin (terms) WITH (gin_pending_list_limit = 512);

-- marks: a bit for each three words that follow one another (register/search_terms.c).
CREATE TABLE search_mark (key {i64} PRIMARY KEY, marks {blob} NOT NULL) {strict};
-- pgsql: ALTER TABLE search_mark ALTER COLUMN marks SET STORAGE EXTERNAL;

-- sqlite: PRAGMA user_version = 1;
INSERT INTO meta (key, value) VALUES ('schema', '1');
