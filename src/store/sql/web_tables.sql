-- What pages list: a page of rows each, for the viewer.

-- name: document_list :many scope: own_document
-- in: purpose text?, waiting i64?, reviewed i64?, agency i64?, since i64?, until i64?, only i64?, most i64, skip i64
-- out: id i64, pub text, number text?, number_state text?, kind text?, purpose text?, title text, name text, issued text?, issued_day i64?, issuer text?, through text, part i64, parts i64, unread i64?, proposed i64, doubtful i64, meetings i64, tracked i64, open i64
SELECT d.id, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.number_state, d.kind, d.purpose, d.title, d.name, d.issued, d.issued_day,
    COALESCE((SELECT g.name FROM agency g WHERE g.id = d.issuer_id), d.issuer), d.through, d.part, d.parts, d.unread,
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed'),
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed' AND a.doubt <> ''),
    (SELECT COUNT(*) FROM meeting m WHERE m.document_id = d.id AND m.state = 'proposed'),
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'accepted' AND a.disposal = 'track'),
    (SELECT COUNT(*) FROM assignment a JOIN obligation o ON o.assignment_id = a.id
        WHERE a.document_id = d.id AND +o.open = 1)
FROM document d WHERE :viewer(d)
-- use: document_which
-- opt only
  AND d.id = :only
ORDER BY d.entered_at DESC, d.id DESC LIMIT :most OFFSET :skip;

-- How many there are, up to a bound. mine: the body of a viewer who does not see all: one walk
-- through who sees what costs a third of a look for each document.
-- name: document_count :one scope: own_document
-- in: purpose text?, waiting i64?, reviewed i64?, agency i64?, since i64?, until i64?, mine i64?, most i64
-- out: total i64
SELECT COUNT(*) FROM (SELECT 1 FROM document d WHERE :viewer(d)
-- use: document_which
-- opt mine
  AND d.id IN (SELECT m.document_id FROM audience m WHERE m.agency_id = :mine)
LIMIT :most) x;

-- Those that fit, in the order of a heading; what says nothing last. A number stands by its sign, then by its
-- figures without noughts before them, so that 9 is before 15 and all of TB-UBND together. Days have an index.
-- name: document_order :many scope: own_document
-- in: purpose text?, waiting i64?, reviewed i64?, agency i64?, since i64?, until i64?, mine i64?, most i64, skip i64
-- out: id i64
SELECT d.id FROM document d LEFT JOIN agency g ON g.id = d.issuer_id WHERE :viewer(d)
-- use: document_which
-- opt mine
  AND d.id IN (SELECT m.document_id FROM audience m WHERE m.agency_id = :mine)
-- sort: number: d.number_key IS NULL, ltrim(d.number_key, '0123456789'), length(ltrim(d.number_key, '0')), ltrim(d.number_key, '0'), d.id DESC
-- sort: number_down: d.number_key IS NULL, ltrim(d.number_key, '0123456789') DESC, length(ltrim(d.number_key, '0')) DESC, ltrim(d.number_key, '0') DESC, d.id DESC
-- sort: day: d.issued_day NULLS LAST, d.id
-- sort: day_down: d.issued_day DESC NULLS LAST, d.id DESC
-- sort: issuer: g.position IS NULL, g.position, g.id, d.issuer, d.id DESC
-- sort: issuer_down: g.position IS NULL, g.position DESC, g.id DESC, d.issuer DESC, d.id DESC
LIMIT :most OFFSET :skip;

-- Bodies that issued something: one look at the index for each body.
-- name: document_issuers :many scope: open
-- out: code text, name text
SELECT g.code, g.name FROM agency g WHERE EXISTS (SELECT 1 FROM document d WHERE d.issuer_id = g.id)
ORDER BY g.position, g.id;

-- name: document_one :one scope: own_document
-- in: pub text
-- out: id i64, pub text, number text?, number_state text?, kind text?, purpose text?, title text, name text, media text?, bytes i64, issued text?, issued_day i64?, place text?, issuer text?, signer text?, signer_post text?, urgency text?, through text, all_past bool, entered_at i64, entered_by i64, sha256 text?, part i64, parts i64, unread i64?
SELECT d.id, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.number_state, d.kind, d.purpose, d.title, d.name, d.media, d.bytes, d.issued,
    d.issued_day, d.place,
    COALESCE((SELECT g.name FROM agency g WHERE g.id = d.issuer_id), d.issuer), d.signer, d.signer_post, d.urgency, d.through, d.all_past, d.entered_at,
    d.entered_by, substr(d.sha256, 1, 64), d.part, d.parts, d.unread
FROM document d WHERE d.pub = :pub AND :viewer(d);

-- name: document_pub :one scope: own_document
-- in: id i64
-- out: pub text, sha256 text?, parts i64, proposed i64, doubtful i64, meetings i64
SELECT d.pub, substr(d.sha256, 1, 64), d.parts,
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed'),
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed' AND a.doubt <> ''),
    (SELECT COUNT(*) FROM meeting m WHERE m.document_id = d.id AND m.state = 'proposed')
FROM document d WHERE d.id = :id AND :viewer(d);

-- Another document of the same file, by what it is known by; one that the viewer may see.
-- name: document_beside :one scope: own_document
-- in: sha256 text
-- out: pub text, number text?, title text, name text, waiting i64
SELECT d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, d.name,
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed')
        + (SELECT COUNT(*) FROM meeting m WHERE m.document_id = d.id AND m.state = 'proposed')
FROM document d WHERE d.sha256 = :sha256 AND :viewer(d);

-- name: document_findings :many scope: document
-- in: document i64
-- out: rule text, severity text, message text, law text?, proposal text?, quote text, at i64?, len i64?
SELECT f.rule, f.severity, f.message, f.law, f.proposal, f.quote, f.at, f.len
FROM finding f WHERE f.document_id = :document AND :viewer(f) ORDER BY f.at, f.id;

-- name: document_words :one scope: document
-- in: document i64
-- out: words text, leaves text?
SELECT r.text, r.leaves FROM reading r JOIN document d ON d.reading_id = r.id WHERE d.id = :document AND :viewer(r);

-- name: document_citations :many scope: document
-- in: document i64
-- out: quote text, at i64, len i64, target text?
SELECT c.quote, c.at, c.len, (SELECT t.pub FROM document t WHERE t.number_key = c.number_key LIMIT 1)
FROM citation c WHERE c.document_id = :document AND :viewer(c) ORDER BY c.id;

-- What is proposed or dropped has no parts: they are not looked for.
-- name: document_duties :many scope: assignment
-- in: document i64
-- out: id i64, pub text, local text?, state text, disposal text, proposed text, origin text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, deliverable text?, receiver text?, doubt text, flags text, confidence i64, total i64, closed i64
SELECT a.id, a.pub, a.local, a.state, a.disposal, a.proposed, a.origin, a.nature, a.action, a.quote, a.at, a.len,
    a.lead_source, a.due, a.due_text, a.vague, a.deliverable, a.receiver, a.doubt, a.flags, a.confidence,
    CASE WHEN a.state = 'accepted' THEN (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id) ELSE 0 END,
    CASE WHEN a.state = 'accepted'
        THEN (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 0) ELSE 0 END
FROM assignment a WHERE a.document_id = :document AND :viewer(a) ORDER BY a.position, a.id;

-- name: document_parties :many scope: document
-- in: document i64
-- out: assignment i64, role text, words text, at i64?, len i64?, code text?, name text?, group_name text?
SELECT p.assignment_id, p.role, p.words, p.at, p.len, g.code, g.name, b.name
FROM party p JOIN assignment a ON a.id = p.assignment_id LEFT JOIN agency g ON g.id = p.agency_id
    LEFT JOIN body_group b ON b.id = p.group_id
WHERE a.document_id = :document AND :viewer(a) ORDER BY a.position, a.id, p.position;

-- name: document_limits :many scope: document
-- in: document i64
-- out: assignment i64, words text, last i64?, at i64?, len i64?
SELECT t.assignment_id, t.words, t.last, t.at, t.len
FROM deadline t JOIN assignment a ON a.id = t.assignment_id
WHERE a.document_id = :document AND :viewer(a) ORDER BY a.position, t.position;

-- name: document_meetings :many scope: document
-- in: document i64
-- out: pub text, title text, start_minute i64?, starts text?, place text?, status text?, state text, at i64?, len i64?
SELECT m.pub, m.title, m.start_minute, m.starts, m.place, m.status, m.state, m.at, m.len
FROM meeting m WHERE m.document_id = :document AND :viewer(m) ORDER BY m.position;

-- name: assignment_one :one scope: assignment
-- in: pub text
-- out: id i64, pub text, state text, disposal text, nature text, action text, quote text, lead_source text?, due i64?, due_text text?, vague text?, deliverable text?, receiver text?, basis text?, document text?, number text?, title text?, issued_day i64?, monitor text?, assigner text?, field text?
SELECT a.id, a.pub, a.state, a.disposal, a.nature, a.action, a.quote, a.lead_source, a.due, a.due_text, a.vague,
    a.deliverable, a.receiver, a.basis, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, d.issued_day, a.monitor, a.assigner, a.field
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.pub = :pub AND :viewer(a);

-- name: assignment_row :one scope: system
-- in: pub text
-- out: id i64, document text?
SELECT a.id, d.pub FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.pub = :pub;

-- The matrix of an assignment: each body that has a part, with what it may show.
-- name: assignment_matrix :many scope: duty
-- in: assignment i64
-- out: pub text, code text?, name text?, class text?, district text?, due i64?, last i64?, work text, in_time bool, reported_at i64?, asked text?
SELECT o.pub, g.code, g.name, g.class, g.district, o.due, o.last, o.work, o.in_time, o.reported_at,
    (SELECT MIN(q.kind) FROM request q WHERE q.obligation_id = o.id AND q.state = 'asked')
FROM obligation o LEFT JOIN agency g ON g.id = o.agency_id
WHERE o.assignment_id = :assignment AND :viewer(o) ORDER BY o.due, g.position, o.id;

-- One page of the table of duties. What something is asked for is found from the requests: SQLite
-- keeps to the order of a CROSS JOIN.
-- name: duty_table :many scope: duty
-- in: agency i64?, nobody i64?, dated i64?, undated i64?, open i64, work text?, work_of text?, done i64?, done_of i64?, active i64?, since i64?, until i64?, asked i64?, document text?, class text?, only i64?, most i64, skip i64
-- out: pub text, duty text, agency text?, agency_name text?, action text, work text, open bool, due i64?, last i64?, in_time bool, words text?, vague text?, document text?, number text?, title text?, asked text?, reported_at i64?, monitor text?, assigner text?, field text?, handler text?, decided_by i64?
SELECT o.pub, a.pub, g.code, g.name, a.action, o.work, o.open, o.due, o.last, o.in_time,
    COALESCE(t.words, a.due_text), a.vague, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title,
    (SELECT MIN(q.kind) FROM request q WHERE q.obligation_id = o.id AND q.state = 'asked'), o.reported_at,
    a.monitor, a.assigner, a.field, CASE WHEN o.agency_id = :v_agency THEN o.handler END, a.decided_by
FROM
-- opt asked
    (SELECT DISTINCT w.obligation_id AS of_id FROM request w WHERE w.state = 'asked') q CROSS JOIN
    obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN deadline t ON t.id = o.deadline_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE o.open = :open AND :viewer(o)
-- use: duty_which
-- use: duty_asked_for
-- opt document
  AND a.document_id = (SELECT w.id FROM document w WHERE w.pub = :document)
-- opt class
  AND g.class = :class
-- opt only
  AND o.id = :only
ORDER BY o.due, o.id LIMIT :most OFFSET :skip;

-- The same rows, some thousand at a time, with what is needed to look for words: of most rows the
-- index tells it. after, after_due: where the last one ended; after_id: of those without a limit.
-- name: duty_walk :many scope: duty
-- in: agency i64?, nobody i64?, dated i64?, undated i64?, open i64, work text?, work_of text?, done i64?, done_of i64?, active i64?, since i64?, until i64?, asked i64?, document text?, class text?, worked i64, handled i64, after_due i64?, after i64, after_id i64?, most i64
-- out: id i64, due i64?, assignment i64, agency i64?, work text?, handler text?
SELECT o.id, o.due, o.assignment_id, o.agency_id, CASE WHEN :worked = 1 THEN o.work END,
    CASE WHEN :handled = 1 AND o.agency_id = :v_agency THEN o.handler END
FROM
-- opt asked
    (SELECT DISTINCT w.obligation_id AS of_id FROM request w WHERE w.state = 'asked') q CROSS JOIN
    obligation o WHERE o.open = :open AND :viewer(o)
-- use: duty_which
-- use: duty_asked_for
-- opt document
  AND o.assignment_id IN (SELECT w.id FROM assignment w JOIN document y ON y.id = w.document_id WHERE y.pub = :document)
-- opt class
  AND EXISTS (SELECT 1 FROM agency w WHERE w.id = o.agency_id AND w.class = :class)
-- opt after_due
  AND o.due >= :after_due AND (o.due > :after_due OR o.id > :after)
-- opt after_id
  AND o.id > :after_id
ORDER BY o.due, o.id LIMIT :most;

-- The words of a duty; whoever may see one of its rows may see them.
-- name: duty_words :one scope: system
-- in: assignment i64
-- out: action text, due_text text?, field text?, assigner text?, monitor text?, decided_by i64?, number text?, title text?
SELECT a.action, a.due_text, a.field, a.assigner, a.monitor, a.decided_by, d.number, d.title
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.id = :assignment;

-- How many there are, up to `most`.
-- name: duty_table_count :one scope: duty
-- in: agency i64?, nobody i64?, dated i64?, undated i64?, open i64, work text?, work_of text?, done i64?, done_of i64?, active i64?, since i64?, until i64?, asked i64?, document text?, class text?, most i64
-- out: n i64
SELECT COUNT(*) FROM (SELECT 1 AS one FROM
-- opt asked
    (SELECT DISTINCT w.obligation_id AS of_id FROM request w WHERE w.state = 'asked') q CROSS JOIN
    obligation o WHERE o.open = :open AND :viewer(o)
-- use: duty_which
-- use: duty_asked_for
-- opt document
  AND EXISTS (SELECT 1 FROM assignment w JOIN document y ON y.id = w.document_id WHERE w.id = o.assignment_id AND y.pub = :document)
-- opt class
  AND EXISTS (SELECT 1 FROM agency w WHERE w.id = o.agency_id AND w.class = :class)
LIMIT :most) counted;

-- Duties as they were given, each once: with how many bodies have it and how far they are.
-- Who is late is not told to others, not by a count either: they see of it what is their own.
-- name: duty_groups :many scope: assignment
-- in: disposal text, now i64, document text?, agency i64?, only i64?, most i64, skip i64
-- out: id i64, pub text, action text, due i64?, due_text text?, vague text?, document text?, number text?, title text?, monitor text?, assigner text?, field text?, total i64, open i64, late i64, reported i64
SELECT a.id, a.pub, a.action, a.due, a.due_text, a.vague, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, a.monitor,
    a.assigner, a.field, (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id),
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 1),
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 1 AND o.due < :now
        AND (:v_all = 1 OR o.agency_id = :v_agency)),
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND o.work = 'reported_done'
        AND (:v_all = 1 OR o.agency_id = :v_agency))
FROM assignment a LEFT JOIN document d ON d.id = a.document_id
WHERE a.state = 'accepted' AND a.disposal = :disposal AND :viewer(a)
-- opt document
  AND a.document_id = (SELECT w.id FROM document w WHERE w.pub = :document)
-- opt agency
  AND (EXISTS (SELECT 1 FROM obligation w WHERE w.assignment_id = a.id AND w.agency_id = :agency) OR EXISTS (SELECT 1 FROM party w WHERE w.assignment_id = a.id AND w.agency_id = :agency AND w.role = 'lead'))
-- opt only
  AND a.id = :only
ORDER BY a.id DESC LIMIT :most OFFSET :skip;

-- The same duties, some thousand at a time, newest first.
-- name: duty_groups_walk :many scope: assignment
-- in: disposal text, document text?, agency i64?, before i64?, most i64
-- out: id i64
SELECT a.id FROM assignment a WHERE a.state = 'accepted' AND a.disposal = :disposal AND :viewer(a)
-- opt document
  AND a.document_id = (SELECT w.id FROM document w WHERE w.pub = :document)
-- opt agency
  AND (EXISTS (SELECT 1 FROM obligation w WHERE w.assignment_id = a.id AND w.agency_id = :agency) OR EXISTS (SELECT 1 FROM party w WHERE w.assignment_id = a.id AND w.agency_id = :agency AND w.role = 'lead'))
-- opt before
  AND a.id < :before
ORDER BY a.id DESC LIMIT :most;

-- name: duty_groups_count :one scope: assignment
-- in: disposal text, document text?, agency i64?, most i64
-- out: n i64
SELECT COUNT(*) FROM (SELECT 1 AS one FROM assignment a
WHERE a.state = 'accepted' AND a.disposal = :disposal AND :viewer(a)
-- opt document
  AND a.document_id = (SELECT w.id FROM document w WHERE w.pub = :document)
-- opt agency
  AND (EXISTS (SELECT 1 FROM obligation w WHERE w.assignment_id = a.id AND w.agency_id = :agency) OR EXISTS (SELECT 1 FROM party w WHERE w.assignment_id = a.id AND w.agency_id = :agency AND w.role = 'lead'))
LIMIT :most) counted;

-- What happened to duties of late: of the last lines of the log, those that the viewer may see. The
-- noun is hidden from its index, which would lead through all lines of duties since the beginning.
-- name: duty_changes :many scope: duty
-- in: after i64, since i64, most i64
-- out: at i64, verb text, pub text, action text, agency_name text?, who text?
SELECT e.at, e.verb, o.pub, a.action, g.name, c.name
FROM event e JOIN obligation o ON o.id = e.noun_id JOIN assignment a ON a.id = o.assignment_id
    LEFT JOIN agency g ON g.id = o.agency_id LEFT JOIN account c ON c.id = e.account_id
WHERE e.seq > :after AND e.noun || '' = 'obligation' AND e.at >= :since AND :viewer(o)
ORDER BY e.seq DESC LIMIT :most;

-- The same from one line of the log to another, of one kind, body or person, with what was said.
-- name: duty_change_page :many scope: duty
-- in: after i64, before i64, since i64, until i64, verb text?, agency i64?, who text?, most i64
-- out: seq i64, at i64, verb text, detail text, pub text, action text, agency text?, agency_name text?, who text?
SELECT e.seq, e.at, e.verb, e.detail, o.pub, a.action, g.code, g.name, c.name
FROM event e JOIN obligation o ON o.id = e.noun_id JOIN assignment a ON a.id = o.assignment_id
    LEFT JOIN agency g ON g.id = o.agency_id LEFT JOIN account c ON c.id = e.account_id
WHERE e.seq > :after AND e.seq < :before AND e.noun || '' = 'obligation' AND e.at >= :since AND e.at <= :until AND :viewer(o)
-- opt verb
  AND e.verb = :verb
-- opt agency
  AND o.agency_id = :agency
-- opt who
  AND c.name = :who
ORDER BY e.seq DESC LIMIT :most;

-- Who did any of that; without a name: the machine.
-- name: duty_change_people :many scope: duty
-- in: after i64, before i64, since i64, most i64
-- out: name text?, n i64
SELECT c.name, CAST(SUM(x.n) AS {i64}) FROM (SELECT e.account_id AS by_id, COUNT(*) AS n FROM event e
    WHERE e.seq > :after AND e.seq < :before AND e.noun || '' = 'obligation' AND e.at >= :since
        AND (:v_all = 1 OR EXISTS (SELECT 1 FROM obligation o WHERE o.id = e.noun_id AND (:viewer(o))))
    GROUP BY e.account_id) x LEFT JOIN account c ON c.id = x.by_id
GROUP BY c.name ORDER BY c.name LIMIT :most;

-- name: event_at :one scope: system
-- in: seq i64
-- out: at i64
SELECT at FROM event WHERE seq <= :seq ORDER BY seq DESC LIMIT 1;

-- name: obligation_one :one scope: duty
-- in: pub text
-- out: id i64, pub text, assignment i64, duty text, agency_id i64?, agency text?, agency_name text?, action text, quote text, nature text, work text, open bool, due i64?, last i64?, given i64?, safe i64?, in_time bool, reported_at i64?, done_at i64?, reason text?, words text?, vague text?, deliverable text?, receiver text?, document text?, number text?, title text?, document_issuer text?, basis text?, assigner text?, monitor text?, version i64
SELECT o.id, o.pub, a.id, a.pub, o.agency_id, g.code, g.name, a.action, a.quote, a.nature, o.work, o.open, o.due,
    o.last, o.given, o.safe, o.in_time, o.reported_at, o.done_at, o.reason, COALESCE(t.words, a.due_text), a.vague,
    a.deliverable, a.receiver, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, d.issuer, a.basis, a.assigner, a.monitor, o.version
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN deadline t ON t.id = o.deadline_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE o.pub = :pub AND :viewer(o);

-- The history of one row; whoever may see the row may see it.
-- name: event_history :many scope: system
-- in: noun text, noun_id i64, most i64
-- out: seq i64, at i64, verb text, detail text, account i64, name text?
SELECT e.seq, e.at, e.verb, e.detail, e.account_id, c.name FROM event e LEFT JOIN account c ON c.id = e.account_id
WHERE e.noun = :noun AND e.noun_id = :noun_id ORDER BY e.seq DESC LIMIT :most;

-- name: event_page :many scope: office
-- in: before i64, account i64?, until i64?, most i64
-- out: seq i64, at i64, verb text, noun text, noun_id i64, detail text, account i64, name text?, login text?, agency text?, pub text?, said text?
SELECT e.seq, e.at, e.verb, e.noun, e.noun_id, e.detail, e.account_id, c.name, c.login, og.name,
    COALESCE(d.pub, a.pub, oa.pub, m.pub, p.pub, l.pub),
    COALESCE(d.number, d.title, a.action, ob.action, m.title, p.words, l.title, t.login,
        CASE e.noun
        WHEN 'series' THEN (SELECT s.code || '/' || CAST(s.year AS TEXT) FROM series s WHERE s.id = e.noun_id)
        WHEN 'agency' THEN (SELECT x.name FROM agency x WHERE x.id = e.noun_id)
        WHEN 'body_group' THEN (SELECT x.name FROM body_group x WHERE x.id = e.noun_id)
        WHEN 'person' THEN (SELECT x.name FROM person x WHERE x.id = e.noun_id)
        WHEN 'programme' THEN (SELECT x.month FROM programme x WHERE x.id = e.noun_id)
        WHEN 'periodic' THEN (SELECT x.title FROM periodic_report x WHERE x.id = e.noun_id)
        WHEN 'token' THEN (SELECT x.name FROM token x WHERE x.id = e.noun_id)
        WHEN 'sheet_import' THEN (SELECT x.name FROM sheet_import x WHERE x.id = e.noun_id)
        WHEN 'sheet_held' THEN (SELECT x.name FROM sheet_held x WHERE x.id = e.noun_id)
        WHEN 'link' THEN (SELECT COALESCE(y.number, y.title, z.title) FROM link x
            LEFT JOIN document y ON x.to_noun = 'document' AND y.id = x.to_id
            LEFT JOIN meeting z ON x.to_noun = 'meeting' AND z.id = x.to_id WHERE x.id = e.noun_id) END)
FROM event e LEFT JOIN account c ON c.id = e.account_id
    LEFT JOIN document d ON e.noun = 'document' AND d.id = e.noun_id
    LEFT JOIN assignment a ON e.noun = 'assignment' AND a.id = e.noun_id
    LEFT JOIN obligation oa ON e.noun = 'obligation' AND oa.id = e.noun_id
    LEFT JOIN assignment ob ON ob.id = oa.assignment_id LEFT JOIN agency og ON og.id = oa.agency_id
    LEFT JOIN meeting m ON e.noun = 'meeting' AND m.id = e.noun_id
    LEFT JOIN petition p ON e.noun = 'petition' AND p.id = e.noun_id
    LEFT JOIN collection l ON e.noun = 'collection' AND l.id = e.noun_id
    LEFT JOIN account t ON e.noun = 'account' AND t.id = e.noun_id
WHERE e.seq < :before AND :viewer
-- opt account
  AND e.account_id = :account
-- opt until
  AND e.at <= :until
ORDER BY e.seq DESC LIMIT :most;

-- The buckets of every body that has duties, as of a minute. Of what is open only that which is
-- late is read, one stretch of its key for each body.
-- name: agency_board :many scope: office
-- in: now i64
-- out: code text, name text, class text, district text?, done_in_time i64, done_late i64, open_all i64, open_late i64, undated i64
SELECT a.code, a.name, a.class, a.district,
    COALESCE((SELECT t.n FROM tally t WHERE t.agency_id = a.id AND t.bucket = 'done_in_time' AND t.due = 0), 0),
    COALESCE((SELECT t.n FROM tally t WHERE t.agency_id = a.id AND t.bucket = 'done_late' AND t.due = 0), 0),
    COALESCE((SELECT t.n FROM tally t WHERE t.agency_id = a.id AND t.bucket = 'open_all' AND t.due = 0), 0),
    CAST(COALESCE((SELECT SUM(t.n) FROM tally t WHERE t.agency_id = a.id AND t.bucket = 'open' AND t.due < :now), 0) AS {i64}),
    COALESCE((SELECT t.n FROM tally t WHERE t.agency_id = a.id AND t.bucket = 'undated' AND t.due = 0), 0)
FROM agency a WHERE a.class IN ('agency', 'commune') AND :viewer ORDER BY a.position, a.id;

-- The newest documents that wait for a review: from one to the next by an index of what waits.
-- name: review_waiting :many scope: office
-- in: most i64
-- out: pub text, number text?, title text, name text, purpose text?, entered_at i64, proposed i64, doubtful i64, meetings i64
WITH RECURSIVE waiting (id, at) AS (
    SELECT MAX(x.id), 1 FROM (SELECT MAX(a.document_id) AS id FROM assignment a WHERE a.state = 'proposed'
        UNION ALL SELECT MAX(m.document_id) FROM meeting m WHERE m.state = 'proposed') x
    UNION ALL
    SELECT (SELECT MAX(x.id) FROM (
        SELECT MAX(a.document_id) AS id FROM assignment a WHERE a.state = 'proposed' AND a.document_id < waiting.id
        UNION ALL SELECT MAX(m.document_id) FROM meeting m WHERE m.state = 'proposed' AND m.document_id < waiting.id) x),
        waiting.at + 1
    FROM waiting WHERE waiting.id IS NOT NULL AND waiting.at < :most)
SELECT d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, d.name, d.purpose, d.entered_at,
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed'),
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed' AND a.doubt <> ''),
    (SELECT COUNT(*) FROM meeting m WHERE m.document_id = d.id AND m.state = 'proposed')
FROM waiting JOIN document d ON d.id = waiting.id
WHERE :viewer ORDER BY d.id DESC;

-- Meetings of a stretch of time. One that has its conclusion was held; what that conclusion tells of
-- the meeting is no second one, for who sees the first.
-- name: meeting_list :many scope: meeting
-- in: since i64?, until i64?, agency i64?, day i64, down i64?, most i64, skip i64
-- out: id i64, pub text, title text, start_minute i64?, starts text?, duration text?, mode text?, place text?, chair text?, status text?, state text, document text?, number text?, answers i64
SELECT m.id, m.pub, m.title, m.start_minute, m.starts, m.duration, m.mode, m.place, m.chair,
    CASE WHEN m.status = 'called' AND m.conclusion_id IS NOT NULL THEN 'held' ELSE m.status END, m.state,
    d.pub, d.number, (SELECT COUNT(*) FROM reply y WHERE y.meeting_id = m.id)
FROM meeting m LEFT JOIN document d ON d.id = m.document_id
WHERE m.state <> 'dropped' AND m.start_minute IS NOT NULL AND :viewer(m)
    AND (m.status <> 'held' OR NOT EXISTS (SELECT 1 FROM meeting k WHERE k.conclusion_id = m.document_id AND k.id <> m.id AND (:viewer(k))))
-- opt since
  AND m.start_minute >= :since
-- opt until
  AND m.start_minute <= :until
-- opt agency
  AND EXISTS (SELECT 1 FROM participant p WHERE p.meeting_id = m.id AND (p.agency_id = :agency OR EXISTS (SELECT 1 FROM group_member w WHERE w.group_id = p.group_id AND w.agency_id = :agency AND w.from_day <= :day AND w.to_day >= :day)))
ORDER BY CASE WHEN :down = 1 THEN -m.start_minute ELSE m.start_minute END, m.id LIMIT :most OFFSET :skip;

-- name: meeting_one :one scope: meeting
-- in: pub text
-- out: id i64, pub text, title text, start_minute i64?, starts text?, ends text?, duration text?, mode text?, place text?, chair text?, status text?, state text, quote text?, document text?, number text?, document_title text?, conclusion text?, conclusion_number text?
SELECT m.id, m.pub, m.title, m.start_minute, m.starts, m.ends, m.duration, m.mode, m.place, m.chair,
    CASE WHEN m.status = 'called' AND m.conclusion_id IS NOT NULL THEN 'held' ELSE m.status END, m.state, m.quote, d.pub, COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END), d.title, k.pub,
    COALESCE(k.number, CASE k.number_state WHEN 'blank' THEN '' END)
FROM meeting m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN document k ON k.id = m.conclusion_id
WHERE m.pub = :pub AND :viewer(m);

-- name: meeting_guests :many scope: meeting
-- in: meeting i64
-- out: words text, agency_name text?, group_name text?, post text?, person text?, rank text?, presence text?, site text?, note text?, invited_by text?
SELECT p.words, a.name, g.name, p.post, p.person, p.rank, p.presence, p.site, p.note, p.invited_by
FROM participant p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN agency a ON a.id = p.agency_id
    LEFT JOIN body_group g ON g.id = p.group_id
WHERE p.meeting_id = :meeting AND :viewer(m) ORDER BY p.position;

-- name: reply_put :exec scope: system
-- in: meeting i64, agency i64, answer text, person text?, reason text?, at i64, by_id i64
INSERT INTO reply (meeting_id, agency_id, answer, person, reason, at, by_id)
VALUES (:meeting, :agency, :answer, :person, :reason, :at, :by_id)
ON CONFLICT (meeting_id, agency_id) DO UPDATE SET answer = excluded.answer, person = excluded.person,
    reason = excluded.reason, at = excluded.at, by_id = excluded.by_id;

-- name: reply_list :many scope: own
-- in: meeting i64
-- out: agency i64, answer text, person text?, reason text?, at i64
SELECT y.agency_id, y.answer, y.person, y.reason, y.at FROM reply y WHERE y.meeting_id = :meeting AND :viewer(y);

-- What a form offers to choose from.
-- name: agency_names :many scope: open
-- out: code text, name text
SELECT code, name FROM agency WHERE class IN ('agency', 'commune') ORDER BY position, id;

-- name: agency_bodies :many scope: open
-- out: id i64, code text, name text, class text, district text?, folded text
SELECT id, code, name, class, district, folded FROM agency WHERE class IN ('agency', 'commune')
ORDER BY position, id;

-- name: petition_list :many scope: petition
-- in: state text?, owner i64?, most i64, skip i64
-- out: pub text, words text, petitioner text?, owner text?, state text, due i64?, reply text?, reply_document text?, reply_number text?, entered_at i64
SELECT p.pub, p.words, a.name, b.name, p.state, p.due, p.reply, d.pub, d.number, p.entered_at
FROM petition p LEFT JOIN agency a ON a.id = p.petitioner_id LEFT JOIN agency b ON b.id = p.owner_id
    LEFT JOIN document d ON d.id = p.reply_id
WHERE :viewer(p)
-- opt state
  AND p.state = :state
-- opt owner
  AND p.owner_id = :owner
ORDER BY p.id DESC LIMIT :most OFFSET :skip;

-- How many open obligations fall due at each minute of a stretch.
-- name: calendar_limits :many scope: duty
-- in: since i64, until i64, agency i64?
-- out: due i64, n i64
SELECT o.due, COUNT(*) FROM obligation o
WHERE o.open = 1 AND o.due >= :since AND o.due <= :until AND :viewer(o)
-- opt agency
  AND o.agency_id = :agency
GROUP BY o.due ORDER BY o.due;
