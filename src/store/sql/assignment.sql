-- name: assignment_put :one scope: system
-- rows: 8
-- in: pub text, document i64?, reading i64?, local text?, position i64, proposed text, origin text, nature text, action text, quote text, at i64?, len i64?, lead_source text?, due i64?, due_text text?, vague text?, measure text?, deliverable text?, receiver text?, basis text?, basis_kind text, doubt text, flags text, confidence i64, expands i64, all_communes bool
-- out: id i64
INSERT INTO assignment (pub, document_id, reading_id, local, position, state, disposal, proposed, origin, nature,
    action, quote, at, len, lead_source, due, due_text, vague, measure, deliverable, receiver, basis,
    basis_kind, doubt, flags, confidence, expands, all_communes, version)
VALUES (:pub, :document, :reading, :local, :position, 'proposed', 'keep', :proposed, :origin, :nature,
    :action, :quote, :at, :len, :lead_source, :due, :due_text, :vague, :measure, :deliverable, :receiver, :basis,
    :basis_kind, :doubt, :flags, :confidence, :expands, :all_communes, 1)
RETURNING id;

-- name: deadline_put :exec scope: system
-- rows: 16
-- in: assignment i64, position i64, local text?, words text, value text?, bound text?, inclusive i64?, last i64?, starts i64?, implied bool, flags text, at i64?, len i64?
INSERT INTO deadline (assignment_id, position, local, words, value, bound, inclusive, last, starts, implied, flags,
    at, len)
VALUES (:assignment, :position, :local, :words, :value, :bound, :inclusive, :last, :starts, :implied, :flags,
    :at, :len);

-- name: party_put :exec scope: system
-- rows: 16
-- in: assignment i64, role text, position i64, agency i64?, group_id i64?, words text, post text?, person text?, at i64?, len i64?
INSERT INTO party (assignment_id, role, position, agency_id, group_id, words, post, person, at, len)
VALUES (:assignment, :role, :position, :agency, :group_id, :words, :post, :person, :at, :len);

-- name: dependency_put :exec scope: system
-- in: assignment i64, needs i64
INSERT INTO dependency (assignment_id, needs_id) VALUES (:assignment, :needs)
ON CONFLICT (assignment_id, needs_id) DO NOTHING;

-- name: assignment_get :one scope: system
-- in: id i64
-- out: id i64, pub text, document i64?, state text, disposal text, proposed text, nature text, action text, lead_source text?, all_communes bool, doubt text, receiver text?, issued_day i64?, version i64
SELECT a.id, a.pub, a.document_id, a.state, a.disposal, a.proposed, a.nature, a.action, a.lead_source,
    a.all_communes, a.doubt, a.receiver, d.issued_day, a.version
FROM assignment a LEFT JOIN document d ON d.id = a.document_id WHERE a.id = :id;

-- name: assignment_proposed :many scope: system
-- in: document i64
-- out: id i64, proposed text, doubt text, version i64
SELECT id, proposed, doubt, version FROM assignment WHERE document_id = :document AND state = 'proposed'
ORDER BY position;

-- name: assignment_decide :exec scope: system
-- in: id i64, state text, disposal text, at i64, by_id i64, version i64
UPDATE assignment SET state = :state, disposal = :disposal, decided_at = :at, decided_by = :by_id,
    version = version + 1
WHERE id = :id AND version = :version;

-- name: deadline_list :many scope: system
-- in: assignment i64
-- out: id i64, words text, value text?, bound text?, inclusive i64?, last i64?, starts i64?, implied bool
SELECT id, words, value, bound, inclusive, last, starts, implied FROM deadline
WHERE assignment_id = :assignment ORDER BY position;

-- name: party_list :many scope: system
-- in: assignment i64, role text?
-- out: role text, agency i64?, group_id i64?, words text, post text?, person text?, code text?, name text?, group_code text?, group_name text?
SELECT p.role, p.agency_id, p.group_id, p.words, p.post, p.person, a.code, a.name, g.code, g.name
FROM party p LEFT JOIN agency a ON a.id = p.agency_id LEFT JOIN body_group g ON g.id = p.group_id
WHERE p.assignment_id = :assignment
-- opt role
  AND p.role = :role
ORDER BY p.position;

-- name: collection_put :one scope: system
-- in: pub text, assignment i64, title text, compiler i64?, due i64?
-- out: id i64
INSERT INTO collection (pub, assignment_id, title, compiler_id, due, state)
VALUES (:pub, :assignment, :title, :compiler, :due, 'open') RETURNING id;

-- name: collection_item_put :exec scope: system
-- in: collection i64, agency i64
INSERT INTO collection_item (collection_id, agency_id, state) VALUES (:collection, :agency, 'not_sent')
ON CONFLICT (collection_id, agency_id) DO NOTHING;

-- name: periodic_put :one scope: system
-- in: pub text, document i64?, title text, agency i64?, rule text?, receiver text?, assignment i64
-- out: id i64
INSERT INTO periodic_report (pub, document_id, title, agency_id, rule, receiver, active, assignment_id)
VALUES (:pub, :document, :title, :agency, :rule, :receiver, 1, :assignment) RETURNING id;

-- name: meetings_accept :exec scope: system
-- in: document i64
UPDATE meeting SET state = 'accepted', version = version + 1
WHERE document_id = :document AND state = 'proposed';
