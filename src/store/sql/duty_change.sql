-- Proposals changed by a person, duties added by hand, days off that move limits.

-- Which row an id outside the register stands for.
-- name: pub_find :one scope: system
-- in: pub text
-- out: noun text, id i64
SELECT x.noun, x.id FROM (
    SELECT 'obligation' AS noun, id, pub FROM obligation WHERE pub = :pub
    UNION ALL SELECT 'assignment', id, pub FROM assignment WHERE pub = :pub
    UNION ALL SELECT 'document', id, pub FROM document WHERE pub = :pub
    UNION ALL SELECT 'meeting', id, pub FROM meeting WHERE pub = :pub
    UNION ALL SELECT 'collection', id, pub FROM collection WHERE pub = :pub
    UNION ALL SELECT 'petition', id, pub FROM petition WHERE pub = :pub
    UNION ALL SELECT 'periodic', id, pub FROM periodic_report WHERE pub = :pub
    UNION ALL SELECT 'person', id, pub FROM person WHERE pub = :pub
    UNION ALL SELECT 'programme', id, pub FROM programme WHERE pub = :pub) x;

-- What waits for a person: the doubtful first.
-- name: proposal_list :many scope: office
-- in: document i64?, most i64
-- out: id i64, pub text, proposed text, doubt text, nature text, action text, quote text, due i64?, due_text text?, lead_source text?, leads text?, document text?, number text?, document_name text?, all_past bool, version i64
SELECT a.id, a.pub, a.proposed, a.doubt, a.nature, a.action, a.quote, a.due, a.due_text, a.lead_source,
    (SELECT MIN(p.words) FROM party p WHERE p.assignment_id = a.id AND p.role = 'lead'),
    d.pub, d.number, d.name, COALESCE(d.all_past, 0), a.version
FROM assignment a LEFT JOIN document d ON d.id = a.document_id
WHERE a.state = 'proposed' AND :viewer
-- opt document
  AND a.document_id = :document
ORDER BY CASE WHEN a.doubt = '' THEN 1 ELSE 0 END, a.document_id, a.position LIMIT :most;

-- Meetings that wait for a person, as papers that only call one do.
-- name: proposal_meetings :many scope: office
-- in: most i64
-- out: pub text, title text, starts text?, start_minute i64?, place text?, document text?, number text?, document_name text?
SELECT m.pub, m.title, m.starts, m.start_minute, m.place, d.pub, d.number, d.name
FROM meeting m LEFT JOIN document d ON d.id = m.document_id
WHERE m.state = 'proposed' AND :viewer ORDER BY m.document_id, m.position LIMIT :most;

-- Documents in which something waits, or of which all limits are past.
-- name: proposal_documents :many scope: office
-- in: none i64?
-- out: id i64, pub text, name text, title text, all_past bool
SELECT d.id, d.pub, d.name, d.title, d.all_past FROM document d
WHERE d.id IN (SELECT a.document_id FROM assignment a WHERE a.state = 'proposed'
    UNION ALL SELECT m.document_id FROM meeting m WHERE m.state = 'proposed') AND :viewer
-- opt none
  AND :none = 1
ORDER BY d.id;

-- name: proposal_set :exec scope: system
-- in: id i64, action text?, due i64?, due_text text?, deliverable text?, receiver text?, monitor text?, assigner text?, field text?, proposed text, doubt text, lead_source text?, expands i64, all_communes bool, version i64
UPDATE assignment SET action = COALESCE(:action, action), due = :due, due_text = :due_text,
    deliverable = COALESCE(:deliverable, deliverable), receiver = COALESCE(:receiver, receiver),
    monitor = COALESCE(:monitor, monitor), assigner = COALESCE(:assigner, assigner),
    field = COALESCE(:field, field), proposed = :proposed, doubt = :doubt,
    lead_source = COALESCE(:lead_source, lead_source), expands = :expands, all_communes = :all_communes,
    version = version + 1
WHERE id = :id AND version = :version;

-- name: assignment_full :one scope: system
-- in: id i64
-- out: id i64, pub text, document i64?, reading i64?, local text?, position i64, state text, disposal text, proposed text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, measure text?, deliverable text?, receiver text?, basis text?, basis_kind text, doubt text, flags text, confidence i64, expands i64, all_communes bool, monitor text?, assigner text?, field text?, version i64
SELECT id, pub, document_id, reading_id, local, position, state, disposal, proposed, nature, action, quote, at, len,
    lead_source, due, due_text, vague, measure, deliverable, receiver, basis, basis_kind, doubt, flags, confidence,
    expands, all_communes, monitor, assigner, field, version
FROM assignment WHERE id = :id;

-- name: split_from_set :exec scope: system
-- in: id i64, origin i64
UPDATE assignment SET split_from = :origin WHERE id = :id;

-- name: parties_copy :exec scope: system
-- in: origin i64, id i64
INSERT INTO party (assignment_id, role, position, agency_id, group_id, words, post, person, at, len)
SELECT :id, role, position, agency_id, group_id, words, post, person, at, len FROM party
WHERE assignment_id = :origin;

-- name: deadlines_copy :exec scope: system
-- in: origin i64, id i64
INSERT INTO deadline (assignment_id, position, local, words, value, bound, inclusive, last, starts, implied, flags, at, len)
SELECT :id, position, local, words, value, bound, inclusive, last, starts, implied, flags, at, len FROM deadline
WHERE assignment_id = :origin;

-- name: parties_join :exec scope: system
-- in: origin i64, id i64
INSERT INTO party (assignment_id, role, position, agency_id, group_id, words, post, person, at, len)
SELECT :id, p.role, p.position + 1000, p.agency_id, p.group_id, p.words, p.post, p.person, p.at, p.len FROM party p
WHERE p.assignment_id = :origin AND NOT EXISTS (SELECT 1 FROM party q WHERE q.assignment_id = :id
    AND q.role = p.role AND q.words = p.words);

-- name: deadlines_join :exec scope: system
-- in: origin i64, id i64
INSERT INTO deadline (assignment_id, position, local, words, value, bound, inclusive, last, starts, implied, flags, at, len)
SELECT :id, t.position + 1000, t.local, t.words, t.value, t.bound, t.inclusive, t.last, t.starts, t.implied, t.flags,
    t.at, t.len
FROM deadline t WHERE t.assignment_id = :origin AND NOT EXISTS (SELECT 1 FROM deadline q
    WHERE q.assignment_id = :id AND COALESCE(q.last, -1) = COALESCE(t.last, -1) AND q.words = t.words);

-- name: dependencies_copy :exec scope: system
-- in: origin i64, id i64
INSERT INTO dependency (assignment_id, needs_id)
SELECT :id, needs_id FROM dependency WHERE assignment_id = :origin AND needs_id <> :id
ON CONFLICT (assignment_id, needs_id) DO NOTHING;

-- name: dependents_copy :exec scope: system
-- in: origin i64, id i64
INSERT INTO dependency (assignment_id, needs_id)
SELECT assignment_id, :id FROM dependency WHERE needs_id = :origin AND assignment_id <> :id
ON CONFLICT (assignment_id, needs_id) DO NOTHING;

-- name: dependencies_drop :exec scope: system
-- in: id i64
DELETE FROM dependency WHERE assignment_id = :id OR needs_id = :id;

-- name: parties_drop :exec scope: system
-- in: id i64, role text
DELETE FROM party WHERE assignment_id = :id AND role = :role;

-- name: deadlines_drop :exec scope: system
-- in: id i64
DELETE FROM deadline WHERE assignment_id = :id;

-- name: position_next :one scope: system
-- in: document i64?
-- out: n i64
SELECT COALESCE(MAX(position), -1) + 1 FROM assignment WHERE document_id = :document;

-- name: meeting_state_set :exec scope: system
-- in: id i64, state text
UPDATE meeting SET state = :state, version = version + 1 WHERE id = :id AND state = 'proposed';

-- ---- days off and what is counted by ----

-- name: limits_all :many scope: system
-- out: last i64
SELECT DISTINCT last FROM obligation WHERE last IS NOT NULL;

-- name: limit_move :exec scope: system
-- in: last i64, due i64, safe i64, at i64
UPDATE obligation SET due = :due, safe = :safe, changed_at = :at, version = version + 1,
    in_time = CASE WHEN reported_at IS NOT NULL AND (reported_at + 25200) / 60 <= :due THEN 1 ELSE 0 END
WHERE last = :last AND (due <> :due OR safe <> :safe);

-- name: tally_clear :exec scope: system
DELETE FROM tally;

-- name: tally_fill :exec scope: system
-- in: province bool
INSERT INTO tally (agency_id, bucket, due, n)
SELECT CASE WHEN :province = 1 THEN 0 ELSE COALESCE(o.agency_id, -1) END,
    CASE WHEN o.work = 'confirmed' AND o.in_time = 1 THEN 'done_in_time' WHEN o.work = 'confirmed' THEN 'done_late'
        WHEN o.due IS NULL THEN 'undated' ELSE 'open' END,
    CASE WHEN o.work = 'confirmed' OR o.due IS NULL THEN 0 ELSE o.due END, COUNT(*)
FROM obligation o WHERE o.work NOT IN ('stopped', 'suspended') GROUP BY 1, 2, 3;

-- name: tally_fill_open :exec scope: system
INSERT INTO tally (agency_id, bucket, due, n)
SELECT agency_id, 'open_all', 0, SUM(n) FROM tally WHERE bucket = 'open' GROUP BY agency_id;

-- name: items_resync :exec scope: system
UPDATE collection_item SET state = (SELECT CASE MIN(o.in_time) WHEN 1 THEN 'sent' ELSE 'sent_late' END
    FROM collection c JOIN obligation o ON o.assignment_id = c.assignment_id AND o.agency_id = collection_item.agency_id
    WHERE c.id = collection_item.collection_id)
WHERE state IN ('sent', 'sent_late') AND EXISTS (SELECT 1 FROM collection c JOIN obligation o
    ON o.assignment_id = c.assignment_id AND o.agency_id = collection_item.agency_id
    WHERE c.id = collection_item.collection_id);

-- name: collections_recount :exec scope: system
UPDATE collection SET late = (SELECT COUNT(*) FROM collection_item i WHERE i.collection_id = collection.id
    AND i.state = 'sent_late');

-- name: document_text :one scope: system
-- in: document i64
-- out: reading i64, text text
SELECT r.id, r.text FROM reading r JOIN document d ON d.reading_id = r.id WHERE d.id = :document;

-- Who looks after a duty: any time after it was accepted.
-- name: follow_set :exec scope: system
-- in: id i64, monitor text?, assigner text?, field text?
UPDATE assignment SET monitor = COALESCE(:monitor, monitor), assigner = COALESCE(:assigner, assigner),
    field = COALESCE(:field, field), version = version + 1
WHERE id = :id AND state = 'accepted';
