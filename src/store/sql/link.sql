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
-- of what leads to one, the surest, confirmed or not. One of a day may have thousands.
-- name: link_from :many scope: system
-- in: kind text, noun text, id i64
-- out: id i64, to_id i64, confidence i64, state text
SELECT id, to_id, confidence, state FROM link
WHERE kind = :kind AND from_noun = :noun AND from_id = :id AND state <> 'refused'
ORDER BY state, confidence DESC, id LIMIT 2;

-- name: link_to :many scope: system
-- in: kind text, noun text, id i64
-- out: id i64, from_id i64, confidence i64
SELECT id, from_id, confidence FROM link
WHERE kind = :kind AND to_noun = :noun AND to_id = :id AND state <> 'refused'
ORDER BY confidence DESC, id LIMIT 2;

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
