-- What the API shows. A column is a member of the JSON: web/api/fields.def says how, and the
-- schemas of OpenAPI are made from the same columns.

-- name: api_documents :many scope: own_document
-- in: purpose text?, waiting i64?, most i64, skip i64
-- out: pub text, name text, kind text?, purpose text?, direction text, status text, number text?, number_state text?, issued text?, issuer text?, title text, urgency text?, signer text?, signer_post text?, all_past bool, through text, sha256 text?, part i64, parts i64, unread i64?, entered_at i64, version i64
SELECT d.pub, d.name, d.kind, d.purpose, d.direction, d.status, d.number, d.number_state, d.issued, d.issuer,
    d.title, d.urgency, d.signer, d.signer_post, d.all_past, d.through, substr(d.sha256, 1, 64), d.part,
    d.parts, d.unread, d.entered_at, d.version
FROM document d WHERE :viewer(d)
-- opt purpose
  AND d.purpose = :purpose
-- opt waiting
  AND d.id IN (SELECT w.document_id FROM assignment w WHERE w.state = 'proposed' UNION ALL SELECT w.document_id FROM meeting w WHERE w.state = 'proposed') AND :waiting = 1
ORDER BY d.entered_at DESC, d.id DESC LIMIT :most OFFSET :skip;

-- name: api_document :one scope: own_document
-- in: pub text
-- out: id i64, pub text, name text, media text?, bytes i64, kind text?, purpose text?, direction text, status text, number text?, number_state text?, issued text?, place text?, issuer text?, title text, urgency text?, signer text?, signer_post text?, all_past bool, through text, sha256 text?, part i64, parts i64, unread i64?, entered_at i64, version i64
SELECT d.id, d.pub, d.name, d.media, d.bytes, d.kind, d.purpose, d.direction, d.status, d.number, d.number_state,
    d.issued, d.place, d.issuer, d.title, d.urgency, d.signer, d.signer_post, d.all_past, d.through,
    substr(d.sha256, 1, 64), d.part, d.parts, d.unread, d.entered_at, d.version
FROM document d WHERE d.pub = :pub AND :viewer(d);

-- The reading as the reader gave it: dondoc.document/1, its text apart.
-- name: api_reading :one scope: document
-- in: pub text
-- out: json text, packed blob?, words text
SELECT r.json, r.packed, r.text FROM document d JOIN reading r ON r.id = d.reading_id WHERE d.pub = :pub AND :viewer(r);

-- name: api_document_duties :many scope: assignment
-- in: document i64
-- out: pub text, state text, disposal text, proposed text, nature text, action text, quote text, at i64?, len i64?, due i64?, due_text text?, vague text?, doubt text, version i64
SELECT a.pub, a.state, a.disposal, a.proposed, a.nature, a.action, a.quote, a.at, a.len, a.due, a.due_text, a.vague,
    a.doubt, a.version
FROM assignment a WHERE a.document_id = :document AND :viewer(a) ORDER BY a.position, a.id;

-- name: api_document_meetings :many scope: document
-- in: document i64
-- out: pub text, state text, status text?, title text, starts text?, ends text?, mode text?, place text?, chair text?, quote text?, at i64?, len i64?, version i64
SELECT m.pub, m.state, m.status, m.title, m.starts, m.ends, m.mode, m.place, m.chair, m.quote, m.at, m.len, m.version
FROM meeting m WHERE m.document_id = :document AND :viewer(m) ORDER BY m.position;

-- name: api_assignments :many scope: assignment
-- in: document text?, state text?, most i64, skip i64
-- out: pub text, document text?, number text?, state text, disposal text, proposed text, origin text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, deliverable text?, receiver text?, doubt text, version i64
SELECT a.pub, d.pub, d.number, a.state, a.disposal, a.proposed, a.origin, a.nature, a.action, a.quote, a.at, a.len,
    a.lead_source, a.due, a.due_text, a.vague, a.deliverable, a.receiver, a.doubt, a.version
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE :viewer(a)
-- opt document
  AND a.document_id = (SELECT w.id FROM document w WHERE w.pub = :document)
-- opt state
  AND a.state = :state
ORDER BY a.id DESC LIMIT :most OFFSET :skip;

-- name: api_assignment :one scope: assignment
-- in: pub text
-- out: id i64, pub text, document text?, number text?, state text, disposal text, proposed text, origin text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, measure text?, deliverable text?, receiver text?, basis text?, basis_kind text, doubt text, flags text, expands i64, monitor text?, assigner text?, field text?, decided_at i64?, version i64
SELECT a.id, a.pub, d.pub, d.number, a.state, a.disposal, a.proposed, a.origin, a.nature, a.action, a.quote, a.at,
    a.len, a.lead_source, a.due, a.due_text, a.vague, a.measure, a.deliverable, a.receiver, a.basis, a.basis_kind,
    a.doubt, a.flags, a.expands, a.monitor, a.assigner, a.field, a.decided_at, a.version
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.pub = :pub AND :viewer(a);

-- name: api_assignment_obligations :many scope: duty
-- in: assignment i64
-- out: pub text, agency text?, agency_name text?, work text, open bool, due i64?, last i64?, given i64?, in_time bool, reported_at i64?, version i64
SELECT o.pub, g.code, g.name, o.work, o.open, o.due, o.last, o.given, o.in_time, o.reported_at, o.version
FROM obligation o LEFT JOIN agency g ON g.id = o.agency_id
WHERE o.assignment_id = :assignment AND :viewer(o) ORDER BY o.due, o.id;

-- name: api_obligation :one scope: duty
-- in: pub text
-- out: id i64, pub text, duty text, agency text?, agency_name text?, action text, quote text, nature text, work text, open bool, due i64?, last i64?, given i64?, safe i64?, in_time bool, reported_at i64?, done_at i64?, reason text?, words text?, vague text?, deliverable text?, receiver text?, document text?, number text?, title text?, version i64
SELECT o.id, o.pub, a.pub, g.code, g.name, a.action, a.quote, a.nature, o.work, o.open, o.due, o.last, o.given,
    o.safe, o.in_time, o.reported_at, o.done_at, o.reason, COALESCE(t.words, a.due_text), a.vague, a.deliverable,
    a.receiver, d.pub, d.number, d.title, o.version
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN deadline t ON t.id = o.deadline_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE o.pub = :pub AND :viewer(o);

-- name: api_meetings :many scope: meeting
-- in: since i64?, until i64?, most i64, skip i64
-- out: pub text, document text?, number text?, state text, status text?, title text, starts text?, ends text?, duration text?, mode text?, place text?, chair text?, answers i64, version i64
SELECT m.pub, d.pub, d.number, m.state, m.status, m.title, m.starts, m.ends, m.duration, m.mode, m.place, m.chair,
    (SELECT COUNT(*) FROM reply y WHERE y.meeting_id = m.id), m.version
FROM meeting m LEFT JOIN document d ON d.id = m.document_id WHERE m.state <> 'dropped' AND :viewer(m)
-- opt since
  AND m.start_minute >= :since
-- opt until
  AND m.start_minute <= :until
ORDER BY m.start_minute, m.id LIMIT :most OFFSET :skip;

-- name: api_meeting :one scope: meeting
-- in: pub text
-- out: id i64, pub text, document text?, number text?, state text, status text?, title text, starts text?, ends text?, duration text?, mode text?, place text?, chair text?, quote text?, at i64?, len i64?, conclusion text?, version i64
SELECT m.id, m.pub, d.pub, d.number, m.state, m.status, m.title, m.starts, m.ends, m.duration, m.mode, m.place,
    m.chair, m.quote, m.at, m.len, k.pub, m.version
FROM meeting m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN document k ON k.id = m.conclusion_id
WHERE m.pub = :pub AND :viewer(m);

-- name: api_guests :many scope: meeting
-- in: meeting i64
-- out: words text, agency text?, agency_name text?, group_code text?, post text?, person text?, rank text?, presence text?, site text?, note text?, invited_by text?
SELECT p.words, a.code, a.name, g.code, p.post, p.person, p.rank, p.presence, p.site, p.note, p.invited_by
FROM participant p JOIN meeting m ON m.id = p.meeting_id LEFT JOIN agency a ON a.id = p.agency_id
    LEFT JOIN body_group g ON g.id = p.group_id
WHERE p.meeting_id = :meeting AND :viewer(m) ORDER BY p.position;

-- name: api_replies :many scope: own
-- in: meeting i64
-- out: agency text, agency_name text, answer text, person text?, reason text?, at i64
SELECT g.code, g.name, y.answer, y.person, y.reason, y.at FROM reply y JOIN agency g ON g.id = y.agency_id
WHERE y.meeting_id = :meeting AND :viewer(y) ORDER BY g.position, g.id;

-- name: api_petitions :many scope: petition
-- in: state text?, most i64, skip i64
-- out: pub text, words text, petitioner text?, petitioner_name text?, owner text?, owner_name text?, state text, due i64?, reply text?, reply_document text?, document text?, entered_at i64, version i64
SELECT p.pub, p.words, x.code, x.name, o.code, o.name, p.state, p.due, p.reply, r.pub, d.pub, p.entered_at, p.version
FROM petition p LEFT JOIN agency x ON x.id = p.petitioner_id LEFT JOIN agency o ON o.id = p.owner_id
    LEFT JOIN document r ON r.id = p.reply_id LEFT JOIN document d ON d.id = p.document_id
WHERE :viewer(p)
-- opt state
  AND p.state = :state
ORDER BY p.id DESC LIMIT :most OFFSET :skip;

-- name: api_petition :one scope: petition
-- in: pub text
-- out: id i64, pub text, words text, petitioner text?, petitioner_name text?, owner text?, owner_name text?, state text, due i64?, reply text?, reply_document text?, document text?, entered_at i64, version i64
SELECT p.id, p.pub, p.words, x.code, x.name, o.code, o.name, p.state, p.due, p.reply, r.pub, d.pub, p.entered_at,
    p.version
FROM petition p LEFT JOIN agency x ON x.id = p.petitioner_id LEFT JOIN agency o ON o.id = p.owner_id
    LEFT JOIN document r ON r.id = p.reply_id LEFT JOIN document d ON d.id = p.document_id
WHERE p.pub = :pub AND :viewer(p);

-- name: api_collections :many scope: round
-- in: state text?, most i64, skip i64
-- out: pub text, duty text?, title text, compiler text?, compiler_name text?, due i64?, state text, members i64, arrived i64, late i64
SELECT c.pub, a.pub, c.title, g.code, g.name, c.due, c.state, c.members, c.arrived, c.late
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
WHERE :viewer(c)
-- opt state
  AND c.state = :state
ORDER BY c.id DESC LIMIT :most OFFSET :skip;

-- name: api_collection :one scope: round
-- in: pub text
-- out: id i64, pub text, duty text?, title text, compiler text?, compiler_name text?, due i64?, state text, members i64, arrived i64, late i64, version i64
SELECT c.id, c.pub, a.pub, c.title, g.code, g.name, c.due, c.state, c.members, c.arrived, c.late, c.version
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
WHERE c.pub = :pub AND :viewer(c);

-- name: api_agencies :many scope: open
-- in: class text?, most i64, skip i64
-- out: code text, name text, class text, kind text, district text?, parent text?
SELECT g.code, g.name, g.class, g.kind, g.district, p.code FROM agency g LEFT JOIN agency p ON p.id = g.parent_id
WHERE 1 = 1
-- opt class
  AND g.class = :class
ORDER BY g.position, g.id LIMIT :most OFFSET :skip;

-- name: api_agency :one scope: open
-- in: code text
-- out: id i64, code text, name text, class text, kind text, district text?, parent text?
SELECT g.id, g.code, g.name, g.class, g.kind, g.district, p.code FROM agency g
    LEFT JOIN agency p ON p.id = g.parent_id WHERE g.code = :code;

-- ---- changes: what happened to rows that the viewer may see, one statement a noun.
-- Of some lines of the log, by their numbers: the index of nouns would lead through all there ever were. ----
-- name: feed_document :many scope: own_document
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, d.pub FROM event e JOIN document d ON d.id = e.noun_id
WHERE e.noun || '' = 'document' AND e.seq > :after AND e.seq <= :until AND :viewer(d) ORDER BY e.seq LIMIT :most;

-- name: feed_assignment :many scope: assignment
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, a.pub FROM event e JOIN assignment a ON a.id = e.noun_id
WHERE e.noun || '' = 'assignment' AND e.seq > :after AND e.seq <= :until AND :viewer(a) ORDER BY e.seq LIMIT :most;

-- name: feed_obligation :many scope: duty
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, o.pub FROM event e JOIN obligation o ON o.id = e.noun_id
WHERE e.noun || '' = 'obligation' AND e.seq > :after AND e.seq <= :until AND :viewer(o) ORDER BY e.seq LIMIT :most;

-- name: feed_meeting :many scope: meeting
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, m.pub FROM event e JOIN meeting m ON m.id = e.noun_id
WHERE e.noun || '' = 'meeting' AND e.seq > :after AND e.seq <= :until AND :viewer(m) ORDER BY e.seq LIMIT :most;

-- name: feed_collection :many scope: round
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, c.pub FROM event e JOIN collection c ON c.id = e.noun_id
WHERE e.noun || '' = 'collection' AND e.seq > :after AND e.seq <= :until AND :viewer(c) ORDER BY e.seq LIMIT :most;

-- name: feed_petition :many scope: petition
-- in: after i64, until i64, most i64
-- out: seq i64, at i64, verb text, noun text, pub text
SELECT e.seq, e.at, e.verb, e.noun, p.pub FROM event e JOIN petition p ON p.id = e.noun_id
WHERE e.noun || '' = 'petition' AND e.seq > :after AND e.seq <= :until AND :viewer(p) ORDER BY e.seq LIMIT :most;
