-- Lists of every noun: the same columns for all, so that one piece of C prints them.
-- name: list_documents :many scope: own_document
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT d.pub, d.kind, d.status, CASE WHEN d.issued_day IS NULL THEN NULL ELSE d.issued_day * 1440 + 1439 END,
    d.title, d.issuer, d.number, d.pub, d.name,
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id AND a.state = 'proposed'),
    (SELECT COUNT(*) FROM assignment a WHERE a.document_id = d.id)
FROM document d WHERE :viewer(d)
-- opt agency
  AND EXISTS (SELECT 1 FROM audience u WHERE u.document_id = d.id AND u.agency_id = :agency)
-- opt document
  AND d.id = :document
-- opt state
  AND d.status = :state
ORDER BY d.id DESC LIMIT :most;

-- name: list_assignments :many scope: assignment
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT a.pub, a.nature, CASE WHEN a.state = 'accepted' THEN a.disposal ELSE a.state END, a.due, a.action,
    (SELECT MIN(p.words) FROM party p WHERE p.assignment_id = a.id AND p.role = 'lead'), d.number, d.pub, d.name,
    NULL, a.expands
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE :viewer(a)
-- opt agency
  AND EXISTS (SELECT 1 FROM party p WHERE p.assignment_id = a.id AND p.agency_id = :agency)
-- opt document
  AND a.document_id = :document
-- opt state
  AND (a.state = :state OR (a.state = 'accepted' AND a.disposal = :state))
ORDER BY a.document_id, a.position, a.id LIMIT :most;

-- name: list_obligations :many scope: duty
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT o.pub, a.nature, o.work, o.due, a.action, g.name, d.number, d.pub, d.name, NULL, NULL
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN agency g ON g.id = o.agency_id
WHERE :viewer(o)
-- opt agency
  AND o.agency_id = :agency
-- opt document
  AND a.document_id = :document
-- opt state
  AND o.work = :state
ORDER BY o.due, o.id LIMIT :most;

-- name: list_meetings :many scope: meeting
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT m.pub, m.mode, CASE WHEN m.state = 'accepted' THEN m.status ELSE m.state END, m.start_minute, m.title,
    m.chair, d.number, d.pub, d.name, NULL,
    (SELECT COUNT(*) FROM participant p WHERE p.meeting_id = m.id)
FROM meeting m LEFT JOIN document d ON d.id = m.document_id WHERE :viewer(m)
-- opt agency
  AND EXISTS (SELECT 1 FROM participant p WHERE p.meeting_id = m.id AND p.agency_id = :agency)
-- opt document
  AND m.document_id = :document
-- opt state
  AND (m.status = :state OR m.state = :state)
ORDER BY m.start_minute, m.id LIMIT :most;

-- name: list_collections :many scope: round
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT c.pub, NULL, c.state, c.due, c.title, g.name, d.number, d.pub, d.name, c.arrived, c.members
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
    LEFT JOIN document d ON d.id = a.document_id
WHERE :viewer(c)
-- opt agency
  AND c.compiler_id = :agency
-- opt document
  AND a.document_id = :document
-- opt state
  AND c.state = :state
ORDER BY c.due, c.id LIMIT :most;

-- name: list_petitions :many scope: petition
-- in: agency i64?, document i64?, state text?, most i64
-- out: pub text, kind text?, state text?, at i64?, title text, who text?, number text?, document text?, document_name text?, n i64?, total i64?
SELECT p.pub, x.name, p.state, p.due, p.words, o.name, d.number, d.pub, d.name, NULL, NULL
FROM petition p LEFT JOIN agency x ON x.id = p.petitioner_id LEFT JOIN agency o ON o.id = p.owner_id
    LEFT JOIN document d ON d.id = p.document_id
WHERE :viewer(p)
-- opt agency
  AND (p.owner_id = :agency OR p.petitioner_id = :agency)
-- opt document
  AND p.document_id = :document
-- opt state
  AND p.state = :state
ORDER BY p.id LIMIT :most;

-- ---- one of each ----
-- name: document_view :one scope: own_document
-- in: id i64
-- out: pub text, name text, kind text?, purpose text?, direction text, status text, number text?, number_state text?, issued text?, issuer text?, title text, urgency text?, signer text?, signer_post text?, all_past bool, through text, sha256 text?, part i64, parts i64, unread i64?, entered_at i64
SELECT d.pub, d.name, d.kind, d.purpose, d.direction, d.status, d.number, d.number_state, d.issued, d.issuer, d.title,
    d.urgency, d.signer, d.signer_post, d.all_past, d.through, substr(d.sha256, 1, 64), d.part, d.parts, d.unread, d.entered_at
FROM document d WHERE d.id = :id AND :viewer(d);

-- name: assignment_view :one scope: assignment
-- in: id i64
-- out: pub text, state text, disposal text, proposed text, origin text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, measure text?, deliverable text?, receiver text?, basis text?, basis_kind text, doubt text, flags text, expands i64, monitor text?, assigner text?, field text?, decided_at i64?, document text?, document_name text?, number text?
SELECT a.pub, a.state, a.disposal, a.proposed, a.origin, a.nature, a.action, a.quote, a.at, a.len, a.lead_source,
    a.due, a.due_text, a.vague, a.measure, a.deliverable, a.receiver, a.basis, a.basis_kind, a.doubt, a.flags,
    a.expands, a.monitor, a.assigner, a.field, a.decided_at, d.pub, d.name, d.number
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.id = :id AND :viewer(a);

-- name: assignment_parties :many scope: assignment
-- in: id i64
-- out: role text, words text, code text?, name text?, group_code text?, post text?
SELECT p.role, p.words, g.code, g.name, b.code, p.post
FROM assignment a JOIN party p ON p.assignment_id = a.id LEFT JOIN agency g ON g.id = p.agency_id
    LEFT JOIN body_group b ON b.id = p.group_id
WHERE a.id = :id AND :viewer(a) ORDER BY p.role, p.position;

-- name: assignment_limits :many scope: assignment
-- in: id i64
-- out: words text, value text?, bound text?, inclusive i64?, last i64?, starts i64?, implied bool, flags text
SELECT t.words, t.value, t.bound, t.inclusive, t.last, t.starts, t.implied, t.flags
FROM assignment a JOIN deadline t ON t.assignment_id = a.id WHERE a.id = :id AND :viewer(a) ORDER BY t.position;

-- name: assignment_needs :many scope: assignment
-- in: id i64
-- out: pub text, action text
SELECT n.pub, n.action FROM assignment a JOIN dependency x ON x.assignment_id = a.id
    JOIN assignment n ON n.id = x.needs_id
WHERE a.id = :id AND :viewer(a) ORDER BY n.id;

-- name: meeting_view :one scope: meeting
-- in: id i64
-- out: pub text, state text, status text?, title text, starts text?, ends text?, start_minute i64?, duration text?, mode text?, place text?, chair text?, quote text?, document text?, document_name text?, conclusion text?, conclusion_name text?
SELECT m.pub, m.state, m.status, m.title, m.starts, m.ends, m.start_minute, m.duration, m.mode, m.place, m.chair,
    m.quote, d.pub, d.name, k.pub, k.name
FROM meeting m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN document k ON k.id = m.conclusion_id
WHERE m.id = :id AND :viewer(m);

-- name: meeting_people :many scope: meeting
-- in: id i64
-- out: words text, code text?, name text?, group_code text?, rank text?, presence text?, note text?
SELECT p.words, g.code, g.name, b.code, p.rank, p.presence, p.note
FROM meeting m JOIN participant p ON p.meeting_id = m.id LEFT JOIN agency g ON g.id = p.agency_id
    LEFT JOIN body_group b ON b.id = p.group_id
WHERE m.id = :id AND :viewer(m) ORDER BY p.position;

-- name: obligation_words :one scope: duty
-- in: id i64
-- out: quote text, at i64?, len i64?, assignment i64
SELECT a.quote, a.at, a.len, a.id FROM obligation o JOIN assignment a ON a.id = o.assignment_id
WHERE o.id = :id AND :viewer(o);

-- What was done to one obligation; to anything else, for the Office.
-- name: history_obligation :many scope: duty
-- in: id i64
-- out: seq i64, at i64, verb text, detail text
SELECT v.seq, v.at, v.verb, v.detail FROM obligation o JOIN event v ON v.noun = 'obligation' AND v.noun_id = o.id
WHERE o.id = :id AND :viewer(o) ORDER BY v.seq;

-- name: history_of :many scope: office
-- in: noun text, id i64
-- out: seq i64, at i64, verb text, detail text
SELECT seq, at, verb, detail FROM event WHERE noun = :noun AND noun_id = :id AND :viewer ORDER BY seq;

-- ---- the four buckets ----
-- name: stats_agency :many scope: own
-- in: now i64
-- out: code text?, name text?, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT g.code, g.name,
    CAST(COALESCE(SUM(CASE WHEN t.bucket = 'done_in_time' THEN t.n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN t.bucket = 'done_late' THEN t.n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE t.bucket WHEN 'open_all' THEN t.n WHEN 'open' THEN -t.n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN t.bucket = 'open' THEN t.n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN t.bucket = 'undated' THEN t.n ELSE 0 END), 0) AS {i64})
FROM tally t LEFT JOIN agency g ON g.id = t.agency_id
WHERE t.agency_id <> 0 AND :viewer(t)
    AND (t.bucket IN ('done_in_time', 'done_late', 'open_all', 'undated') OR (t.bucket = 'open' AND t.due < :now))
GROUP BY t.agency_id, g.code, g.name, g.position
HAVING SUM(t.n) > 0 ORDER BY g.position;

-- name: stats_document :many scope: duty
-- in: now i64, since i64?, until i64?
-- out: code text?, name text?, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT d.pub, COALESCE(d.name, a.basis),
-- use: buckets
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
-- use: counted_in_period
GROUP BY d.pub, COALESCE(d.name, a.basis) ORDER BY MIN(o.id);

-- name: stats_leader :many scope: duty
-- in: now i64, since i64?, until i64?
-- out: code text?, name text?, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT NULL, a.assigner,
-- use: buckets
FROM obligation o JOIN assignment a ON a.id = o.assignment_id
-- use: counted_in_period
GROUP BY a.assigner ORDER BY a.assigner;

-- By agency in a period of due days; without a period the tally knows it at once.
-- name: stats_period :many scope: duty
-- in: now i64, since i64?, until i64?
-- out: code text?, name text?, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT g.code, g.name,
-- use: buckets
FROM obligation o LEFT JOIN agency g ON g.id = o.agency_id
-- use: counted_in_period
GROUP BY o.agency_id, g.code, g.name, g.position ORDER BY g.position;
