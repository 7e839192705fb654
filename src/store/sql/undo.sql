-- A decision of a review taken back.

-- name: undo_assignment :one scope: system
-- in: id i64
-- out: document i64?, state text, disposal text, action text, due i64?, due_text text?, deliverable text?, receiver text?, monitor text?, assigner text?, field text?, proposed text, doubt text, lead_source text?, expands i64, all_communes bool
SELECT document_id, state, disposal, action, due, due_text, deliverable, receiver, monitor, assigner, field, proposed, doubt,
    lead_source, expands, all_communes
FROM assignment WHERE id = :id;

-- name: undo_assignment_set :exec scope: system
-- in: id i64, action text, due i64?, due_text text?, deliverable text?, receiver text?, monitor text?, assigner text?, field text?, proposed text, doubt text, lead_source text?, expands i64, all_communes bool
UPDATE assignment SET action = :action, due = :due, due_text = :due_text, deliverable = :deliverable,
    receiver = :receiver, monitor = :monitor, assigner = :assigner, field = :field, proposed = :proposed, doubt = :doubt,
    lead_source = :lead_source, expands = :expands, all_communes = :all_communes, version = version + 1
WHERE id = :id;

-- name: undo_state_set :exec scope: system
-- in: id i64, state text
UPDATE assignment SET state = :state, disposal = 'keep', decided_at = NULL, decided_by = NULL, version = version + 1
WHERE id = :id;

-- name: undo_parties :many scope: system
-- in: id i64
-- out: role text, position i64, agency i64?, group_id i64?, words text, post text?, person text?, at i64?, len i64?
SELECT role, position, agency_id, group_id, words, post, person, at, len FROM party
WHERE assignment_id = :id ORDER BY id;

-- name: undo_deadlines :many scope: system
-- in: id i64
-- out: position i64, local text?, words text, value text?, bound text?, inclusive i64?, last i64?, starts i64?, implied bool, flags text, at i64?, len i64?
SELECT position, local, words, value, bound, inclusive, last, starts, implied, flags, at, len FROM deadline
WHERE assignment_id = :id ORDER BY id;

-- name: undo_dependencies :many scope: system
-- in: id i64
-- out: assignment i64, needs i64
SELECT assignment_id, needs_id FROM dependency WHERE assignment_id = :id OR needs_id = :id
ORDER BY assignment_id, needs_id;

-- name: undo_parties_drop :exec scope: system
-- in: id i64
DELETE FROM party WHERE assignment_id = :id;

-- name: undo_split_parts :many scope: system
-- in: document i64, origin i64
-- out: id i64, state text
SELECT id, state FROM assignment WHERE document_id = :document AND split_from = :origin AND state <> 'dropped' ORDER BY id;

-- name: undo_obligations :many scope: system
-- in: assignment i64
-- out: id i64, agency i64?, due i64?, work text, in_time bool, touched i64
SELECT o.id, o.agency_id, o.due, o.work, o.in_time,
    CASE WHEN o.version > 1 OR o.handler IS NOT NULL THEN 1 ELSE 0 END
        + (SELECT COUNT(*) FROM request q WHERE q.obligation_id = o.id)
        + (SELECT COUNT(*) FROM evidence v WHERE v.obligation_id = o.id)
FROM obligation o WHERE o.assignment_id = :assignment ORDER BY o.id;

-- name: undo_obligations_drop :exec scope: system
-- in: assignment i64
DELETE FROM obligation WHERE assignment_id = :assignment;

-- name: undo_items_drop :exec scope: system
-- in: assignment i64
DELETE FROM collection_item WHERE collection_id IN (SELECT id FROM collection WHERE assignment_id = :assignment);

-- name: undo_collection_drop :exec scope: system
-- in: assignment i64
DELETE FROM collection WHERE assignment_id = :assignment;

-- name: undo_periodic_drop :exec scope: system
-- in: assignment i64
DELETE FROM periodic_report WHERE assignment_id = :assignment;
