CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, account_id INTEGER NOT NULL, verb TEXT NOT NULL,
    noun TEXT NOT NULL, noun_id INTEGER NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX event_noun ON event (noun, noun_id, seq);
CREATE TABLE agency (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    folded TEXT NOT NULL, class TEXT NOT NULL, kind TEXT NOT NULL, parent_id INTEGER REFERENCES agency,
    district TEXT, border INTEGER NOT NULL, position INTEGER NOT NULL,
    from_day INTEGER, to_day INTEGER, email TEXT, phone TEXT
) STRICT;
CREATE INDEX agency_listed ON agency (position, id, class, code, name) WHERE class IN ('agency', 'commune');
CREATE TABLE body_group (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
    all_communes INTEGER NOT NULL
) STRICT;
CREATE TABLE group_member (
    group_id INTEGER NOT NULL REFERENCES body_group, agency_id INTEGER NOT NULL REFERENCES agency,
    from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, PRIMARY KEY (group_id, agency_id, from_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL,
    email TEXT, phone TEXT
) STRICT;
CREATE TABLE post (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person, agency_id INTEGER REFERENCES agency,
    title TEXT NOT NULL, field TEXT, from_day INTEGER, to_day INTEGER
) STRICT;
CREATE INDEX post_person ON post (person_id);
CREATE TABLE account (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    role TEXT NOT NULL, agency_id INTEGER REFERENCES agency, person_id INTEGER REFERENCES person,
    active INTEGER NOT NULL, secret TEXT NOT NULL, failures INTEGER NOT NULL, failed_at INTEGER NOT NULL,
    signed_in_at INTEGER, fresh INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE session (
    token TEXT PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, began_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL, device TEXT NOT NULL, half INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE second_step (
    account_id INTEGER PRIMARY KEY REFERENCES account, secret TEXT NOT NULL, active INTEGER NOT NULL,
    last_step INTEGER NOT NULL
) STRICT;
CREATE TABLE recovery_code (
    account_id INTEGER NOT NULL REFERENCES account, hash TEXT NOT NULL, PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account_id);
CREATE TABLE token (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, account_id INTEGER NOT NULL REFERENCES account,
    name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, made_at INTEGER NOT NULL,
    ends_at INTEGER, used_at INTEGER, revoked_at INTEGER
) STRICT;
CREATE INDEX token_account ON token (account_id);
CREATE TABLE calendar_day (
    day INTEGER PRIMARY KEY, kind TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL,
    confirmed INTEGER NOT NULL
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, sha256 TEXT UNIQUE, name TEXT NOT NULL, media TEXT,
    bytes INTEGER NOT NULL, through TEXT NOT NULL, direction TEXT NOT NULL, status TEXT NOT NULL,
    kind TEXT, purpose TEXT, series TEXT, number TEXT, number_key TEXT, short_key TEXT, number_state TEXT,
    issued TEXT, issued_day INTEGER, place TEXT, issuer_id INTEGER REFERENCES agency, issuer TEXT,
    title TEXT NOT NULL, urgency TEXT, signer TEXT, signer_post TEXT, reading_id INTEGER,
    all_past INTEGER NOT NULL, keep TEXT NOT NULL, replaces_id INTEGER REFERENCES document,
    entered_at INTEGER NOT NULL, entered_by INTEGER NOT NULL, version INTEGER NOT NULL, addressees TEXT
) STRICT;
CREATE INDEX document_number ON document (number_key);
CREATE INDEX document_short ON document (short_key);
CREATE INDEX document_issuer ON document (issuer_id, id);
CREATE INDEX document_day ON document (issued_day, id);
CREATE INDEX document_entered ON document (entered_at, id);
CREATE INDEX document_hand ON document (entered_at, id) WHERE through = 'hand';
CREATE TABLE reading (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document, reader TEXT NOT NULL,
    data TEXT NOT NULL, text TEXT NOT NULL, json TEXT NOT NULL, made_at INTEGER NOT NULL, leaves TEXT
) STRICT;
CREATE INDEX reading_document ON reading (document_id);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document, rule TEXT NOT NULL, severity TEXT NOT NULL,
    message TEXT NOT NULL, law TEXT, proposal TEXT, quote TEXT NOT NULL, at INTEGER, len INTEGER
) STRICT;
CREATE INDEX finding_document ON finding (document_id, at);
CREATE TABLE audience (
    document_id INTEGER NOT NULL REFERENCES document, agency_id INTEGER NOT NULL REFERENCES agency,
    why TEXT NOT NULL, PRIMARY KEY (document_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_agency ON audience (agency_id, document_id);
CREATE TABLE citation (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document, local TEXT NOT NULL,
    quote TEXT NOT NULL, kind TEXT, number TEXT, number_key TEXT, short_key TEXT, day TEXT, issuer TEXT,
    at INTEGER NOT NULL, len INTEGER NOT NULL
) STRICT;
CREATE INDEX citation_document ON citation (document_id);
CREATE INDEX citation_number ON citation (number_key);
CREATE INDEX citation_short ON citation (short_key);
CREATE TABLE link (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, from_noun TEXT NOT NULL, from_id INTEGER NOT NULL,
    to_noun TEXT NOT NULL, to_id INTEGER NOT NULL, confidence INTEGER NOT NULL, why TEXT NOT NULL,
    state TEXT NOT NULL, at INTEGER NOT NULL, by_id INTEGER NOT NULL,
    UNIQUE (kind, from_noun, from_id, to_noun, to_id)
) STRICT;
CREATE INDEX link_to ON link (to_noun, to_id);
CREATE TABLE series (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, UNIQUE (code, year)
) STRICT;
CREATE TABLE series_number (
    series_id INTEGER NOT NULL REFERENCES series, n INTEGER NOT NULL, document_id INTEGER REFERENCES document,
    note TEXT, at INTEGER NOT NULL, by_id INTEGER NOT NULL, PRIMARY KEY (series_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document,
    position INTEGER NOT NULL, state TEXT NOT NULL, status TEXT, title TEXT NOT NULL,
    starts TEXT, ends TEXT, start_minute INTEGER, duration TEXT, mode TEXT, place TEXT,
    chair TEXT, chair_agency_id INTEGER REFERENCES agency, quote TEXT, at INTEGER, len INTEGER,
    conclusion_id INTEGER REFERENCES document, version INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_document ON meeting (document_id);
CREATE INDEX meeting_start ON meeting (start_minute);
CREATE INDEX meeting_open ON meeting (conclusion_id, start_minute);
CREATE INDEX meeting_day ON meeting (status, start_minute);
CREATE TABLE participant (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting, position INTEGER NOT NULL,
    words TEXT NOT NULL, agency_id INTEGER REFERENCES agency, group_id INTEGER REFERENCES body_group,
    post TEXT, person TEXT, rank TEXT, presence TEXT, site TEXT, note TEXT, invited_by TEXT
) STRICT;
CREATE INDEX participant_meeting ON participant (meeting_id, position);
CREATE INDEX participant_agency ON participant (agency_id);
CREATE INDEX group_member_agency ON group_member (agency_id, group_id);
CREATE TABLE reply (
    meeting_id INTEGER NOT NULL REFERENCES meeting, agency_id INTEGER NOT NULL REFERENCES agency,
    answer TEXT NOT NULL, person TEXT, reason TEXT, at INTEGER NOT NULL, by_id INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE programme (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, month TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document
) STRICT;
CREATE TABLE programme_item (
    id INTEGER PRIMARY KEY, programme_id INTEGER NOT NULL REFERENCES programme, position INTEGER NOT NULL,
    words TEXT NOT NULL, chair TEXT, agency_id INTEGER REFERENCES agency, day INTEGER,
    meeting_id INTEGER REFERENCES meeting
) STRICT;
CREATE INDEX programme_item_of ON programme_item (programme_id, position);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document,
    reading_id INTEGER REFERENCES reading, local TEXT, position INTEGER NOT NULL,
    state TEXT NOT NULL, disposal TEXT NOT NULL, proposed TEXT NOT NULL, origin TEXT NOT NULL,
    nature TEXT NOT NULL, action TEXT NOT NULL, quote TEXT NOT NULL, at INTEGER, len INTEGER,
    lead_source TEXT, due INTEGER, due_text TEXT, vague TEXT, measure TEXT,
    deliverable TEXT, receiver TEXT, basis TEXT, basis_kind TEXT NOT NULL, doubt TEXT NOT NULL,
    flags TEXT NOT NULL, confidence INTEGER NOT NULL, expands INTEGER NOT NULL, all_communes INTEGER NOT NULL,
    monitor TEXT, assigner TEXT, field TEXT,
    split_from INTEGER REFERENCES assignment, decided_at INTEGER, decided_by INTEGER, version INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_document ON assignment (document_id, position);
CREATE INDEX assignment_state ON assignment (state, disposal, id);
CREATE INDEX assignment_waiting ON assignment (state, document_id);
CREATE TABLE meeting_line (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting, kind TEXT NOT NULL, position INTEGER NOT NULL,
    words TEXT NOT NULL, agency_id INTEGER REFERENCES agency, person TEXT, minute INTEGER, place TEXT,
    form TEXT, copies INTEGER, file_day INTEGER, paper_day INTEGER, assignment_id INTEGER REFERENCES assignment
) STRICT;
CREATE INDEX meeting_line_of ON meeting_line (meeting_id, position);
CREATE TABLE deadline (
    id INTEGER PRIMARY KEY, assignment_id INTEGER NOT NULL REFERENCES assignment, position INTEGER NOT NULL,
    local TEXT, words TEXT NOT NULL, value TEXT, bound TEXT, inclusive INTEGER, last INTEGER,
    starts INTEGER, implied INTEGER NOT NULL, flags TEXT NOT NULL, at INTEGER, len INTEGER
) STRICT;
CREATE INDEX deadline_assignment ON deadline (assignment_id, position);
CREATE TABLE party (
    id INTEGER PRIMARY KEY, assignment_id INTEGER NOT NULL REFERENCES assignment, role TEXT NOT NULL,
    position INTEGER NOT NULL, agency_id INTEGER REFERENCES agency, group_id INTEGER REFERENCES body_group,
    words TEXT NOT NULL, post TEXT, person TEXT, at INTEGER, len INTEGER, live INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX party_assignment ON party (assignment_id, role);
CREATE INDEX party_agency ON party (agency_id, assignment_id, role);
CREATE INDEX party_agency_live ON party (agency_id, role, assignment_id) WHERE live = 1;
CREATE INDEX party_group_live ON party (group_id, role, assignment_id) WHERE live = 1;
CREATE TABLE dependency (
    assignment_id INTEGER NOT NULL REFERENCES assignment, needs_id INTEGER NOT NULL REFERENCES assignment,
    PRIMARY KEY (assignment_id, needs_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dependency_needs ON dependency (needs_id);
CREATE TABLE obligation (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, assignment_id INTEGER NOT NULL REFERENCES assignment,
    deadline_id INTEGER REFERENCES deadline, agency_id INTEGER REFERENCES agency,
    due INTEGER, last INTEGER, given INTEGER, safe INTEGER, work TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 1,
    before TEXT, in_time INTEGER NOT NULL, reported_at INTEGER, done_at INTEGER, reason TEXT,
    handler TEXT, handler_due INTEGER, changed_at INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX obligation_assignment ON obligation (assignment_id, agency_id, open, due);
CREATE INDEX obligation_agency ON obligation (agency_id, open, due, id, assignment_id);
CREATE INDEX obligation_due ON obligation (open, due, id, assignment_id, agency_id);
CREATE INDEX obligation_last ON obligation (last);
CREATE INDEX obligation_work ON obligation (work, open, due, id);
CREATE TABLE request (
    id INTEGER PRIMARY KEY, obligation_id INTEGER NOT NULL REFERENCES obligation, kind TEXT NOT NULL,
    reason TEXT NOT NULL, new_due INTEGER, to_agency_id INTEGER REFERENCES agency,
    letter TEXT, state TEXT NOT NULL, asked_at INTEGER NOT NULL, asked_by INTEGER NOT NULL,
    answer TEXT, decided_at INTEGER, decided_by INTEGER
) STRICT;
CREATE INDEX request_obligation ON request (obligation_id, state);
CREATE INDEX request_state ON request (state, obligation_id);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, obligation_id INTEGER NOT NULL REFERENCES obligation,
    document_id INTEGER REFERENCES document, note TEXT NOT NULL, at INTEGER NOT NULL, by_id INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_obligation ON evidence (obligation_id);
CREATE TABLE tally (
    agency_id INTEGER NOT NULL, bucket TEXT NOT NULL, due INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (agency_id, bucket, due)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_bucket ON tally (bucket, due);
CREATE TABLE collection (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, assignment_id INTEGER UNIQUE REFERENCES assignment,
    title TEXT NOT NULL, compiler_id INTEGER REFERENCES agency, due INTEGER, state TEXT NOT NULL,
    members INTEGER NOT NULL DEFAULT 0, arrived INTEGER NOT NULL DEFAULT 0, late INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX collection_compiler ON collection (compiler_id, state, due);
CREATE TABLE collection_item (
    collection_id INTEGER NOT NULL REFERENCES collection, agency_id INTEGER NOT NULL REFERENCES agency,
    state TEXT NOT NULL, sent_at INTEGER, document_id INTEGER REFERENCES document, note TEXT,
    PRIMARY KEY (collection_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE petition (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document, words TEXT NOT NULL,
    folded TEXT NOT NULL, petitioner_id INTEGER REFERENCES agency, owner_id INTEGER REFERENCES agency,
    state TEXT NOT NULL, due INTEGER, reply_id INTEGER REFERENCES document, reply TEXT,
    entered_at INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX petition_owner ON petition (owner_id, state);
CREATE TABLE petition_watcher (
    petition_id INTEGER NOT NULL REFERENCES petition, agency_id INTEGER NOT NULL REFERENCES agency,
    PRIMARY KEY (petition_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE periodic_report (
    id INTEGER PRIMARY KEY, pub TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document, title TEXT NOT NULL,
    agency_id INTEGER REFERENCES agency, rule TEXT NOT NULL, receiver TEXT, active INTEGER NOT NULL,
    assignment_id INTEGER REFERENCES assignment
) STRICT;
CREATE INDEX periodic_report_agency ON periodic_report (agency_id, active);
CREATE TABLE sheet_row (
    key TEXT PRIMARY KEY, noun TEXT NOT NULL, noun_id INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_folded ON person (folded);
CREATE INDEX post_agency ON post (agency_id);
CREATE VIRTUAL TABLE search USING fts5(terms, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '_@#'");
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
INSERT INTO search (search, rank) VALUES ('automerge', 16);
CREATE TABLE search_mark (key INTEGER PRIMARY KEY, marks BLOB NOT NULL) STRICT;
PRAGMA user_version = 1;
INSERT INTO meta (key, value) VALUES ('schema', '1');
CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE vault_piece (
    sha256 TEXT NOT NULL REFERENCES original, position INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, position)
) STRICT;
PRAGMA user_version = 2;
UPDATE meta SET value = '2' WHERE key = 'schema';
