-- The state of obligations, what is asked for them, what proves them.

-- name: obligation_by_pub :one scope: duty
-- in: pub text
-- out: id i64
SELECT o.id FROM obligation o WHERE o.pub = :pub AND :viewer(o);

-- What the viewer is to an obligation beside its own body.
-- name: obligation_ties :one scope: system
-- in: assignment i64, agency i64
-- out: compiles i64, watches i64
SELECT (SELECT COUNT(*) FROM collection c WHERE c.assignment_id = :assignment AND c.compiler_id = :agency),
    (SELECT COUNT(*) FROM party p WHERE p.assignment_id = :assignment AND p.role = 'watcher'
        AND p.agency_id = :agency);

-- name: party_live_set :exec scope: system
-- in: assignment i64
UPDATE party SET live = CASE
    WHEN (SELECT a.state || a.disposal FROM assignment a WHERE a.id = :assignment) = 'acceptedstanding' THEN 3
    WHEN NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = :assignment AND +o.open = 1) THEN 0
    WHEN role = 'lead' AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = :assignment
        AND o.agency_id IS NULL AND +o.open = 1) THEN 2
    ELSE 1 END
WHERE assignment_id = :assignment;

-- name: collection_item_sync :exec scope: system
-- in: assignment i64, agency i64, state text, sent_at i64?
UPDATE collection_item SET state = :state, sent_at = :sent_at
WHERE agency_id = :agency AND collection_id = (SELECT c.id FROM collection c WHERE c.assignment_id = :assignment);

-- name: collection_recount :exec scope: system
-- in: assignment i64
UPDATE collection SET version = version + 1,
    members = (SELECT COUNT(*) FROM collection_item i WHERE i.collection_id = collection.id),
    arrived = (SELECT COUNT(*) FROM collection_item i WHERE i.collection_id = collection.id
        AND i.state IN ('sent', 'sent_late')),
    late = (SELECT COUNT(*) FROM collection_item i WHERE i.collection_id = collection.id
        AND i.state = 'sent_late')
WHERE assignment_id = :assignment;

-- name: collection_item_join :exec scope: system
-- in: assignment i64, agency i64
INSERT INTO collection_item (collection_id, agency_id, state)
SELECT c.id, :agency, 'not_sent' FROM collection c WHERE c.assignment_id = :assignment
ON CONFLICT (collection_id, agency_id) DO NOTHING;

-- Out of the round, unless it still has some of the duty.
-- name: collection_item_leave :exec scope: system
-- in: assignment i64, agency i64
DELETE FROM collection_item WHERE agency_id = :agency
    AND collection_id = (SELECT c.id FROM collection c WHERE c.assignment_id = :assignment)
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = :assignment AND o.agency_id = :agency);

-- name: evidence_put :exec scope: system
-- in: obligation i64, document i64?, note text, at i64, by_id i64
INSERT INTO evidence (obligation_id, document_id, note, at, by_id) VALUES (:obligation, :document, :note, :at, :by_id);

-- name: evidence_list :many scope: duty
-- in: obligation i64
-- out: document text?, document_name text?, note text, at i64
SELECT d.pub, d.name, e.note, e.at FROM evidence e JOIN obligation o ON o.id = e.obligation_id
    LEFT JOIN document d ON d.id = e.document_id
WHERE e.obligation_id = :obligation AND :viewer(o) ORDER BY e.id;

-- The newest line of the log about one row.
-- name: event_newest :one scope: system
-- in: noun text, noun_id i64
-- out: seq i64, account i64, verb text, detail text
SELECT seq, account_id, verb, detail FROM event WHERE noun = :noun AND noun_id = :noun_id
ORDER BY seq DESC LIMIT 1;

-- name: request_put :one scope: system
-- in: obligation i64, kind text, reason text, new_due i64?, to_agency i64?, letter text?, at i64, by_id i64
-- out: id i64
INSERT INTO request (obligation_id, kind, reason, new_due, to_agency_id, letter, state, asked_at, asked_by)
VALUES (:obligation, :kind, :reason, :new_due, :to_agency, :letter, 'asked', :at, :by_id) RETURNING id;

-- name: request_open :one scope: system
-- in: obligation i64, kind text?
-- out: id i64, kind text, new_due i64?, to_agency i64?, asked_by i64
SELECT id, kind, new_due, to_agency_id, asked_by FROM request WHERE obligation_id = :obligation AND state = 'asked'
-- opt kind
  AND kind = :kind
ORDER BY id LIMIT 1;

-- name: request_decide :exec scope: system
-- in: id i64, state text, answer text?, at i64, by_id i64
UPDATE request SET state = :state, answer = :answer, decided_at = :at, decided_by = :by_id WHERE id = :id;

-- The one that was answered last, so that its answer can be taken back.
-- name: request_answered :one scope: system
-- in: obligation i64, state text
-- out: id i64, kind text
SELECT id, kind FROM request WHERE obligation_id = :obligation AND state = :state
ORDER BY decided_at DESC, id DESC LIMIT 1;

-- name: request_reopen :exec scope: system
-- in: id i64
UPDATE request SET state = 'asked', answer = NULL, decided_at = NULL, decided_by = NULL WHERE id = :id;

-- name: request_list :many scope: duty
-- in: obligation i64
-- out: kind text, reason text, new_due i64?, to_agency text?, letter text?, state text, asked_at i64, answer text?, decided_at i64?, to_agency_name text?, asked_by i64
SELECT q.kind, q.reason, q.new_due, g.code, q.letter, q.state, q.asked_at, q.answer, q.decided_at, g.name, q.asked_by
FROM request q JOIN obligation o ON o.id = q.obligation_id LEFT JOIN agency g ON g.id = q.to_agency_id
WHERE q.obligation_id = :obligation AND :viewer(o) ORDER BY q.id;

-- name: handler_set :exec scope: system
-- in: id i64, handler text?, handler_due i64?
UPDATE obligation SET handler = COALESCE(:handler, handler), handler_due = COALESCE(:handler_due, handler_due),
    version = version + 1
WHERE id = :id;

-- name: assignment_fields_set :exec scope: system
-- in: id i64, monitor text?, assigner text?, field text?
UPDATE assignment SET monitor = COALESCE(:monitor, monitor), assigner = COALESCE(:assigner, assigner),
    field = COALESCE(:field, field), version = version + 1
WHERE id = :id;

-- name: obligation_newest :one scope: system
-- out: id i64
SELECT COALESCE(MAX(id), 0) FROM obligation;
