-- Rounds and petitions.

-- name: collection_get :one scope: system
-- in: id i64
-- out: id i64, assignment i64?, compiler i64?, due i64?, state text, version i64
SELECT id, assignment_id, compiler_id, due, state, version FROM collection WHERE id = :id;

-- name: collection_of :one scope: system
-- in: assignment i64
-- out: id i64
SELECT id FROM collection WHERE assignment_id = :assignment;

-- name: collection_state_set :exec scope: system
-- in: id i64, state text, version i64
UPDATE collection SET state = :state, version = version + 1 WHERE id = :id AND version = :version;

-- name: collection_view :one scope: round
-- in: id i64
-- out: id i64, pub text, title text, compiler text?, compiler_name text?, due i64?, state text, members i64, arrived i64, late i64, assignment i64?, duty text?, quote text?, document text?, document_name text?, number text?
SELECT c.id, c.pub, c.title, g.code, g.name, c.due, c.state, c.members, c.arrived, c.late, a.id, a.pub, a.quote,
    d.pub, d.name, d.number
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
    LEFT JOIN document d ON d.id = a.document_id
WHERE c.id = :id AND :viewer(c);

-- name: collection_items :many scope: round
-- in: id i64
-- out: agency i64, code text, name text, state text, sent_at i64?, note text?, document_name text?
SELECT i.agency_id, g.code, g.name, i.state, i.sent_at, i.note, d.name
FROM collection c JOIN collection_item i ON i.collection_id = c.id JOIN agency g ON g.id = i.agency_id
    LEFT JOIN document d ON d.id = i.document_id
WHERE c.id = :id AND :viewer(c) ORDER BY g.position, g.id;

-- name: obligation_of :one scope: system
-- in: assignment i64, agency i64
-- out: id i64, work text
SELECT id, work FROM obligation WHERE assignment_id = :assignment AND agency_id = :agency ORDER BY id LIMIT 1;

-- name: obligation_deadline :one scope: system
-- in: id i64
-- out: deadline i64?
SELECT deadline_id FROM obligation WHERE id = :id;

-- name: petition_put :one scope: system
-- in: pub text, document i64?, words text, folded text, petitioner i64?, owner_id i64?, due i64?, at i64
-- out: id i64
INSERT INTO petition (pub, document_id, words, folded, petitioner_id, owner_id, state, due, entered_at, version)
VALUES (:pub, :document, :words, :folded, :petitioner, :owner_id, 'open', :due, :at, 1) RETURNING id;

-- name: petition_get :one scope: system
-- in: id i64
-- out: id i64, pub text, owner_id i64?, petitioner i64?, state text, due i64?, reply text?, version i64
SELECT id, pub, owner_id, petitioner_id, state, due, reply, version FROM petition WHERE id = :id;

-- name: petition_set :exec scope: system
-- in: id i64, owner_id i64?, state text, due i64?, reply text?, reply_id i64?, version i64
UPDATE petition SET owner_id = :owner_id, state = :state, due = :due, reply = :reply,
    reply_id = COALESCE(:reply_id, reply_id), version = version + 1
WHERE id = :id AND version = :version;

-- name: petition_watcher_put :exec scope: system
-- in: petition i64, agency i64
INSERT INTO petition_watcher (petition_id, agency_id) VALUES (:petition, :agency)
ON CONFLICT (petition_id, agency_id) DO NOTHING;

-- name: petition_watchers :many scope: petition
-- in: id i64
-- out: code text, name text
SELECT g.code, g.name FROM petition p JOIN petition_watcher w ON w.petition_id = p.id
    JOIN agency g ON g.id = w.agency_id
WHERE p.id = :id AND :viewer(p) ORDER BY g.position;

-- name: petition_view :one scope: petition
-- in: id i64
-- out: id i64, pub text, words text, petitioner text?, petitioner_name text?, owner_code text?, owner_name text?, state text, due i64?, reply text?, reply_document text?, document text?, document_name text?
SELECT p.id, p.pub, p.words, x.code, x.name, o.code, o.name, p.state, p.due, p.reply, r.pub, d.pub, d.name
FROM petition p LEFT JOIN agency x ON x.id = p.petitioner_id LEFT JOIN agency o ON o.id = p.owner_id
    LEFT JOIN document d ON d.id = p.document_id LEFT JOIN document r ON r.id = p.reply_id
WHERE p.id = :id AND :viewer(p);
