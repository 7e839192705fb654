-- What the program thinks belongs together, and what a person said of it.
-- name: link_put :exec scope: system
-- in: kind text, from_noun text, from_id i64, to_noun text, to_id i64, confidence i64, why text, at i64
INSERT INTO link (kind, from_noun, from_id, to_noun, to_id, confidence, why, state, at, by_id)
VALUES (:kind, :from_noun, :from_id, :to_noun, :to_id, :confidence, :why, 'proposed', :at, 0)
ON CONFLICT (kind, from_noun, from_id, to_noun, to_id) DO UPDATE
SET confidence = excluded.confidence, why = excluded.why
WHERE link.state = 'proposed' AND link.confidence < excluded.confidence;

-- name: link_get :one scope: system
-- in: id i64
-- out: id i64, kind text, from_noun text, from_id i64, to_noun text, to_id i64, confidence i64, state text
SELECT id, kind, from_noun, from_id, to_noun, to_id, confidence, state FROM link WHERE id = :id;

-- name: link_decide :exec scope: system
-- in: id i64, state text, at i64, by_id i64, was text
UPDATE link SET state = :state, at = :at, by_id = :by_id WHERE id = :id AND state = :was;

-- Of one kind, the first two: of what leads from a row, confirmed before proposed and the surest first;
-- of what leads to one, the surest, confirmed or not (a meeting that was dropped is none). One of a
-- day may have thousands.
-- name: link_from :many scope: system
-- in: kind text, noun text, id i64
-- out: id i64, to_id i64, confidence i64, state text
SELECT id, to_id, confidence, state FROM link
WHERE kind = :kind AND from_noun = :noun AND from_id = :id AND state <> 'refused'
ORDER BY state, confidence DESC, id LIMIT 2;

-- name: link_to :many scope: system
-- in: kind text, noun text, id i64
-- out: id i64, from_id i64, confidence i64
SELECT l.id, l.from_id, l.confidence FROM link l
WHERE l.kind = :kind AND l.to_noun = :noun AND l.to_id = :id AND l.state <> 'refused'
    AND NOT EXISTS (SELECT 1 FROM meeting m WHERE l.from_noun = 'meeting' AND m.id = l.from_id AND m.state = 'dropped')
ORDER BY l.confidence DESC, l.id LIMIT 2;

-- name: link_list :many scope: office
-- in: state text?, kind text?, document i64?, after i64, most i64
-- out: id i64, kind text, from_noun text, from_id i64, to_noun text, to_id i64, confidence i64, why text, state text
SELECT l.id, l.kind, l.from_noun, l.from_id, l.to_noun, l.to_id, l.confidence, l.why, l.state
FROM link l WHERE l.id > :after AND :viewer
-- opt state
  AND l.state = :state
-- opt kind
  AND l.kind = :kind
-- opt document
  AND ((l.from_noun = 'document' AND l.from_id = :document) OR (l.to_noun = 'document' AND l.to_id = :document))
ORDER BY l.id LIMIT :most;

-- Which words stand for a row in the list of links.
-- name: link_end :one scope: office
-- in: noun text, id i64
-- out: title text?, number text?, pub text?
SELECT x.title, x.number, x.pub FROM (
    SELECT d.title AS title, d.number AS number, d.pub AS pub FROM document d
        WHERE :noun = 'document' AND d.id = :id
    UNION ALL SELECT m.title, m.starts, m.pub FROM meeting m WHERE :noun = 'meeting' AND m.id = :id
    UNION ALL SELECT c.quote, c.number, NULL FROM citation c WHERE :noun = 'citation' AND c.id = :id
    UNION ALL SELECT p.words, NULL, p.pub FROM petition p WHERE :noun = 'petition' AND p.id = :id
    UNION ALL SELECT p.month, NULL, p.pub FROM programme p WHERE :noun = 'programme' AND p.id = :id
    UNION ALL SELECT i.words, NULL, NULL FROM programme_item i WHERE :noun = 'programme_item' AND i.id = :id
    UNION ALL SELECT a.action, NULL, o.pub FROM obligation o JOIN assignment a ON a.id = o.assignment_id
        WHERE :noun = 'obligation' AND o.id = :id
) x WHERE :viewer;

-- ---- invitation and conclusion ----
-- name: link_meetings_of :many scope: system
-- in: document i64
-- out: id i64, status text?, title text, start_minute i64?, starts text?, chair text?, issuer i64?
SELECT m.id, m.status, m.title, m.start_minute, m.starts, m.chair, d.issuer_id
FROM meeting m JOIN document d ON d.id = m.document_id WHERE m.document_id = :document ORDER BY m.position;

-- name: link_meetings_on :many scope: system
-- in: document i64, status text, begins i64, ends i64, concluding bool, most i64
-- out: id i64, document i64, title text, start_minute i64?, starts text?, chair text?, issuer i64?
SELECT m.id, m.document_id, m.title, m.start_minute, m.starts, m.chair, d.issuer_id
FROM meeting m JOIN document d ON d.id = m.document_id
WHERE m.status = :status AND m.start_minute >= :begins AND m.start_minute < :ends
  AND m.document_id <> :document AND m.state <> 'dropped'
  AND CASE WHEN d.purpose = 'conclusion' THEN 1 ELSE 0 END = :concluding
ORDER BY m.start_minute, m.id LIMIT :most;

-- ---- one meeting that two papers call: the programme and the invitation ----
-- name: link_meetings_called :many scope: system
-- in: document i64, begins i64, ends i64, most i64
-- out: id i64, title text, start_minute i64, starts text?, chair text?
SELECT m.id, m.title, m.start_minute, m.starts, m.chair FROM meeting m
WHERE m.start_minute >= :begins AND m.start_minute < :ends AND m.status IN ('called', 'postponed')
  AND m.state <> 'dropped' AND COALESCE(m.document_id, 0) <> :document
ORDER BY m.start_minute, m.id LIMIT :most;

-- name: same_link :one scope: system
-- in: one i64, other i64
-- out: id i64, state text
SELECT id, state FROM link WHERE kind = 'same-meeting' AND from_noun = 'meeting' AND to_noun = 'meeting'
    AND ((from_id = :one AND to_id = :other) OR (from_id = :other AND to_id = :one))
ORDER BY id LIMIT 1;

-- weight: which of two stays: what others were merged into, then what was answered, then who calls more.
-- name: same_meeting :one scope: system
-- in: id i64
-- out: state text, starts text?, weight i64
SELECT m.state, m.starts,
    (SELECT COUNT(*) FROM link l JOIN meeting o ON o.id = l.from_id WHERE l.to_noun = 'meeting' AND l.to_id = m.id
        AND l.kind = 'same-meeting' AND l.state = 'confirmed' AND o.state = 'dropped') * 1000000000
    + (SELECT COUNT(*) FROM link l JOIN meeting o ON o.id = l.to_id WHERE l.from_noun = 'meeting' AND l.from_id = m.id
        AND l.kind = 'same-meeting' AND l.state = 'confirmed' AND o.state = 'dropped') * 1000000000
    + (SELECT COUNT(*) FROM reply y WHERE y.meeting_id = m.id) * 100000
    + (SELECT COUNT(*) FROM participant p WHERE p.meeting_id = m.id) * 10
    + CASE WHEN m.place IS NULL THEN 0 ELSE 2 END + CASE WHEN m.chair IS NULL THEN 0 ELSE 1 END
FROM meeting m WHERE m.id = :id;

-- name: same_state_set :exec scope: system
-- in: id i64, state text
UPDATE meeting SET state = :state, version = version + 1 WHERE id = :id;

-- name: same_replies_copy :exec scope: system
-- in: kept i64, gone i64
INSERT INTO reply (meeting_id, agency_id, answer, person, reason, at, by_id)
SELECT CAST(:kept AS BIGINT), y.agency_id, y.answer, y.person, y.reason, y.at, y.by_id FROM reply y WHERE y.meeting_id = :gone
    AND NOT EXISTS (SELECT 1 FROM reply k WHERE k.meeting_id = :kept AND k.agency_id = y.agency_id);

-- name: same_items_move :exec scope: system
-- in: kept i64, gone i64
UPDATE programme_item SET meeting_id = :kept WHERE meeting_id = :gone;

-- name: same_conclusions :many scope: system
-- in: gone i64
-- out: document i64, confidence i64, why text
SELECT to_id, confidence, why FROM link WHERE kind = 'conclusion' AND from_noun = 'meeting' AND from_id = :gone
    AND to_noun = 'document' AND state <> 'refused';

-- What is the same as a meeting, or may be.
-- name: meeting_sames :many scope: meeting
-- in: meeting i64
-- out: link_state text, pub text, title text, starts text?, start_minute i64?, state text, place text?, chair text?, document text?, number text?
SELECT s.state, m.pub, m.title, m.starts, m.start_minute, m.state, m.place, m.chair, d.pub,
    COALESCE(d.number, CASE d.number_state WHEN 'blank' THEN '' END)
FROM (SELECT l.state, l.to_id AS id FROM link l WHERE l.from_noun = 'meeting' AND l.from_id = :meeting
        AND l.kind = 'same-meeting' AND l.to_noun = 'meeting'
    UNION ALL SELECT l.state, l.from_id FROM link l WHERE l.to_noun = 'meeting' AND l.to_id = :meeting
        AND l.kind = 'same-meeting' AND l.from_noun = 'meeting') s
    JOIN meeting m ON m.id = s.id LEFT JOIN document d ON d.id = m.document_id
WHERE s.state <> 'refused' AND :viewer(m) ORDER BY m.start_minute, m.id;

-- What else may be the same, around a day: for a person to choose from.
-- name: meeting_near :many scope: meeting
-- in: meeting i64, since i64, until i64, most i64
-- out: pub text, title text, starts text?, start_minute i64, number text?
SELECT m.pub, m.title, m.starts, m.start_minute, d.number FROM meeting m LEFT JOIN document d ON d.id = m.document_id
WHERE m.start_minute >= :since AND m.start_minute <= :until AND m.id <> :meeting AND m.state <> 'dropped'
    AND m.status IN ('called', 'postponed') AND :viewer(m)
ORDER BY m.start_minute, m.id LIMIT :most;

-- Of a stretch of time, which may be the same as another.
-- name: meeting_twice :many scope: office
-- in: since i64, until i64, most i64
-- out: one i64, other i64
SELECT m.id, o.id FROM meeting m
    JOIN link l ON l.from_noun = 'meeting' AND l.from_id = m.id AND l.kind = 'same-meeting' AND l.state = 'proposed'
    JOIN meeting o ON o.id = l.to_id
WHERE m.start_minute >= :since AND m.start_minute <= :until AND m.state <> 'dropped' AND o.state <> 'dropped'
    AND :viewer
ORDER BY m.start_minute, m.id LIMIT :most;

-- name: link_bodies :many scope: system
-- in: meeting i64
-- out: agency i64?, group_id i64?
SELECT DISTINCT agency_id, group_id FROM participant
WHERE meeting_id = :meeting AND (agency_id IS NOT NULL OR group_id IS NOT NULL);

-- name: meeting_conclusion_set :exec scope: system
-- in: meeting i64, document i64?
UPDATE meeting SET conclusion_id = :document, version = version + 1 WHERE id = :meeting;

-- name: meeting_conclusion :one scope: system
-- in: meeting i64
-- out: document i64?
SELECT conclusion_id FROM meeting WHERE id = :meeting;

-- ---- the programme of a month ----
-- name: programme_put :one scope: system
-- in: pub text, month text, document i64?
-- out: id i64, document i64?
INSERT INTO programme (pub, month, document_id) VALUES (:pub, :month, :document)
ON CONFLICT (month) DO UPDATE SET document_id = COALESCE(programme.document_id, excluded.document_id)
RETURNING id, document_id;

-- name: programme_item_put :one scope: system
-- in: programme i64, position i64, words text, chair text?, agency i64?, day i64?
-- out: id i64
INSERT INTO programme_item (programme_id, position, words, chair, agency_id, day)
VALUES (:programme, :position, :words, :chair, :agency, :day) RETURNING id;

-- name: programme_items :many scope: system
-- in: programme i64
-- out: id i64, words text, agency i64?, day i64?
SELECT id, words, agency_id, day FROM programme_item WHERE programme_id = :programme ORDER BY position;

-- name: programme_meetings :many scope: system
-- in: programme i64
-- out: id i64, title text, start_minute i64?
SELECT m.id, m.title, m.start_minute FROM link l JOIN meeting m ON m.id = l.from_id
WHERE l.kind = 'programme' AND l.to_noun = 'programme' AND l.to_id = :programme
  AND l.from_noun = 'meeting' AND l.state <> 'refused'
ORDER BY m.id;

-- name: programme_item_meeting_set :exec scope: system
-- in: item i64, meeting i64?
UPDATE programme_item SET meeting_id = :meeting WHERE id = :item;

-- ---- citations ----
-- name: link_document :one scope: system
-- in: document i64
-- out: number_key text?, short_key text?, issued text?, issuer i64?, issuer_words text?, purpose text?, kind text?, title text
SELECT number_key, short_key, issued, issuer_id, issuer, purpose, kind, title FROM document WHERE id = :document;

-- name: link_citations_of :many scope: system
-- in: document i64
-- out: id i64, number_key text?, short_key text?, day text?, issuer text?
SELECT id, number_key, short_key, day, issuer FROM citation
WHERE document_id = :document AND number_key IS NOT NULL ORDER BY id;

-- name: link_documents_numbered :many scope: system
-- in: key text, document i64, most i64
-- out: id i64, issued text?, issuer text?
SELECT id, issued, issuer FROM document WHERE number_key = :key AND id <> :document
ORDER BY id DESC LIMIT :most;

-- name: link_documents_short :many scope: system
-- in: key text, document i64, most i64
-- out: id i64, issued text?, issuer text?
SELECT id, issued, issuer FROM document WHERE short_key = :key AND id <> :document
ORDER BY id DESC LIMIT :most;

-- name: link_citing :many scope: system
-- in: key text, document i64, most i64
-- out: id i64, day text?, issuer text?
SELECT id, day, issuer FROM citation WHERE number_key = :key AND document_id <> :document
ORDER BY id DESC LIMIT :most;

-- "Nghị quyết 57" and "Nghị quyết số 57-NQ/TW": in full those that hold more than a number.
-- name: link_short_citations :many scope: system
-- in: key text, document i64, in_full bool, most i64
-- out: id i64, number_key text
SELECT id, number_key FROM citation WHERE short_key = :key AND in_full = :in_full AND document_id <> :document
ORDER BY id DESC LIMIT :most;

-- ---- replies ----
-- name: link_petitions :many scope: system
-- in: owner i64, most i64
-- out: id i64, folded text, petitioner i64?
SELECT id, folded, petitioner_id FROM petition
WHERE owner_id = :owner AND reply_id IS NULL ORDER BY id DESC LIMIT :most;

-- name: petition_reply_set :exec scope: system
-- in: id i64, document i64?, state text
UPDATE petition SET reply_id = :document, state = :state, version = version + 1 WHERE id = :id;

-- name: link_open_duties :many scope: system
-- in: agency i64, most i64
-- out: id i64, action text, receiver text?, document i64?, number_key text?, title text?
SELECT o.id, a.action, a.receiver, a.document_id, d.number_key, d.title
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
WHERE o.agency_id = :agency AND o.open = 1 AND o.work IN ('not_started', 'received', 'in_progress', 'returned')
ORDER BY o.work, o.due, o.id LIMIT :most;

-- name: link_audience :many scope: system
-- in: document i64
-- out: agency i64
SELECT agency_id FROM audience WHERE document_id = :document;

-- name: link_replies_of :many scope: system
-- in: issuer i64, most i64
-- out: id i64, title text
SELECT id, title FROM document WHERE issuer_id = :issuer AND purpose IN ('reply', 'report')
ORDER BY id DESC LIMIT :most;

-- ---- who was invited, came, was given work, was sent the conclusion ----
-- name: meeting_invited :many scope: meeting
-- in: meeting i64
-- out: agency i64?, group_id i64?
SELECT p.agency_id, p.group_id FROM meeting m JOIN participant p ON p.meeting_id = m.id
WHERE m.id = :meeting AND :viewer(m);

-- name: meeting_bodies :many scope: document
-- in: meeting i64
-- out: part text, agency i64?, group_id i64?, words text
SELECT 'present', p.agency_id, p.group_id, p.words FROM meeting m
    JOIN meeting c ON c.document_id = m.conclusion_id JOIN participant p ON p.meeting_id = c.id
WHERE m.id = :meeting AND :viewer(m) AND :viewer(c) AND COALESCE(p.presence, '') <> 'absent'
UNION ALL
SELECT 'assigned', p.agency_id, p.group_id, p.words FROM meeting m
    JOIN assignment a ON a.document_id = m.conclusion_id JOIN party p ON p.assignment_id = a.id
WHERE m.id = :meeting AND p.role = 'lead' AND a.state <> 'dropped' AND :viewer(m) AND :viewer(a)
UNION ALL
SELECT 'recipient', u.agency_id, NULL, '' FROM meeting m JOIN audience u ON u.document_id = m.conclusion_id
WHERE m.id = :meeting AND u.why IN ('recipient', 'addressee') AND :viewer(m) AND :viewer(u);

-- name: meeting_by_pub :one scope: meeting
-- in: pub text
-- out: id i64, document i64?, title text, starts text?, conclusion i64?
SELECT m.id, m.document_id, m.title, m.starts, m.conclusion_id FROM meeting m
WHERE m.pub = :pub AND :viewer(m);
