-- What the pages of petitions, rounds, people and the administration list.

-- name: petition_page :many scope: petition
-- in: open i64?, answered i64?, late i64?, owner i64?, most i64, skip i64
-- out: pub text, words text, petitioner text?, owner text?, state text, due i64?, reply text?, reply_document text?, reply_number text?, entered_at i64
SELECT p.pub, p.words, a.name, b.name, p.state, p.due, p.reply, d.pub, d.number, p.entered_at
FROM petition p LEFT JOIN agency a ON a.id = p.petitioner_id LEFT JOIN agency b ON b.id = p.owner_id
    LEFT JOIN document d ON d.id = p.reply_id
WHERE :viewer(p)
-- opt open
  AND p.state = 'open' AND :open = 1
-- opt answered
  AND p.state <> 'open' AND :answered = 1
-- opt late
  AND p.state = 'open' AND p.due < :late
-- opt owner
  AND p.owner_id = :owner
-- sort: due: p.due NULLS LAST, p.id DESC | due_down: p.due DESC NULLS LAST, p.id DESC
-- sort: petitioner: a.position NULLS LAST, a.id, p.due NULLS LAST, p.id DESC
-- sort: petitioner_down: a.position DESC NULLS LAST, a.id DESC, p.due NULLS LAST, p.id DESC
-- sort: owner: b.position NULLS LAST, b.id, p.due NULLS LAST, p.id DESC
-- sort: owner_down: b.position DESC NULLS LAST, b.id DESC, p.due NULLS LAST, p.id DESC
LIMIT :most OFFSET :skip;

-- name: petition_counts :one scope: petition
-- in: now i64, owner i64?
-- out: open i64, late i64, answered i64, total i64
SELECT COUNT(CASE WHEN p.state = 'open' THEN 1 END), COUNT(CASE WHEN p.state = 'open' AND p.due < :now THEN 1 END),
    COUNT(CASE WHEN p.state <> 'open' THEN 1 END), COUNT(*)
FROM petition p WHERE :viewer(p)
-- opt owner
  AND p.owner_id = :owner
;

-- Who has petitions to answer, of those that the viewer may see.
-- name: petition_owners :many scope: petition
-- out: code text, name text
SELECT g.code, g.name FROM agency g
WHERE EXISTS (SELECT 1 FROM petition p WHERE p.owner_id = g.id AND :viewer(p)) ORDER BY g.position;

-- name: petition_one :one scope: petition
-- in: pub text
-- out: id i64, pub text, words text, petitioner text?, owner_id i64?, owner text?, state text, due i64?, reply text?, reply_document text?, reply_number text?, document text?, number text?, entered_at i64
SELECT p.id, p.pub, p.words, a.name, p.owner_id, b.name, p.state, p.due, p.reply, r.pub, COALESCE(r.number, r.title), d.pub,
    COALESCE(d.number, d.title), p.entered_at
FROM petition p LEFT JOIN agency a ON a.id = p.petitioner_id LEFT JOIN agency b ON b.id = p.owner_id
    LEFT JOIN document r ON r.id = p.reply_id LEFT JOIN document d ON d.id = p.document_id
WHERE p.pub = :pub AND :viewer(p);

-- Rounds for whoever compiles or follows them.
-- name: round_table :many scope: round
-- in: open i64?, most i64, skip i64
-- out: id i64, pub text, title text, compiler text?, due i64?, state text, members i64, arrived i64, late i64, duty text?, number text?, document text?
SELECT c.id, c.pub, c.title, g.name, c.due, c.state, c.members, c.arrived, c.late, a.pub, d.number, d.pub
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
    LEFT JOIN document d ON d.id = a.document_id
WHERE :viewer(c)
-- opt open
  AND c.state = 'open' AND :open = 1
ORDER BY CASE WHEN c.state = 'open' THEN 0 ELSE 1 END, CASE WHEN c.due IS NULL THEN 1 ELSE 0 END, c.due, c.id
LIMIT :most OFFSET :skip;

-- Rounds in which one body has to send something.
-- name: round_mine :many scope: own
-- in: agency i64, most i64
-- out: pub text, title text, compiler text?, due i64?, state text, sent_at i64?, obligation text?
SELECT c.pub, c.title, g.name, c.due, i.state, i.sent_at, (SELECT MIN(o.pub) FROM obligation o
        WHERE o.assignment_id = c.assignment_id AND o.agency_id = i.agency_id)
FROM collection_item i JOIN collection c ON c.id = i.collection_id LEFT JOIN agency g ON g.id = c.compiler_id
WHERE i.agency_id = :agency AND :viewer(i)
ORDER BY CASE WHEN i.state IN ('not_sent', 'more_asked') THEN 0 ELSE 1 END, c.due, c.id LIMIT :most;

-- name: round_id :one scope: round
-- in: pub text
-- out: id i64
SELECT c.id FROM collection c WHERE c.pub = :pub AND :viewer(c);

-- name: round_members :many scope: round
-- in: id i64
-- out: code text, name text, class text, district text?, state text, sent_at i64?, due i64?, obligation text?, evidence text?
SELECT g.code, g.name, g.class, g.district, i.state, i.sent_at, o.due, o.pub,
    (SELECT MAX(v.note) FROM evidence v WHERE v.id = (SELECT MAX(w.id) FROM evidence w WHERE w.obligation_id = o.id))
FROM collection c JOIN collection_item i ON i.collection_id = c.id JOIN agency g ON g.id = i.agency_id
    LEFT JOIN obligation o ON o.id = (SELECT MIN(z.id) FROM obligation z
        WHERE z.assignment_id = c.assignment_id AND z.agency_id = i.agency_id)
WHERE c.id = :id AND :viewer(c) ORDER BY g.position, g.id;

-- Persons with a post today who have no account yet.
-- name: person_unaccounted :many scope: office
-- in: day i64, most i64
-- out: id i64, name text, title text, agency i64, code text, agency_name text, class text
SELECT p.id, p.name, o.title, a.id, a.code, a.name, a.class
FROM person p JOIN post o ON o.id = (SELECT MAX(q.id) FROM post q WHERE q.person_id = p.id AND q.agency_id IS NOT NULL
        AND (q.from_day IS NULL OR q.from_day <= :day) AND (q.to_day IS NULL OR q.to_day >= :day))
    JOIN agency a ON a.id = o.agency_id
WHERE NOT EXISTS (SELECT 1 FROM account c WHERE c.person_id = p.id) AND :viewer
ORDER BY a.position, p.folded, p.id LIMIT :most;

-- name: account_person_set :exec scope: system
-- in: login text, person i64
UPDATE account SET person_id = :person WHERE login = :login;

-- name: admin_counts :one scope: office
-- out: accounts i64, agencies i64, groups i64, persons i64, documents i64, days i64, events i64
SELECT (SELECT COUNT(*) FROM account WHERE active = 1), (SELECT COUNT(*) FROM agency), (SELECT COUNT(*) FROM body_group),
    (SELECT COUNT(*) FROM person), (SELECT COALESCE(MAX(id), 0) FROM document), (SELECT COUNT(*) FROM calendar_day),
    (SELECT COALESCE(MAX(seq), 0) FROM event)
WHERE :viewer;

-- name: agency_table :many scope: office
-- in: class text?
-- out: code text, name text, class text, district text?, parent text?, from_day i64?, to_day i64?, email text?, phone text?
SELECT a.code, a.name, a.class, a.district, p.name, a.from_day, a.to_day, a.email, a.phone
FROM agency a LEFT JOIN agency p ON p.id = a.parent_id WHERE :viewer
-- opt class
  AND a.class = :class
ORDER BY a.position, a.id LIMIT 2000;

-- name: stats_field :many scope: duty
-- in: now i64, since i64?, until i64?
-- out: code text?, name text?, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT NULL, a.field,
-- use: buckets
FROM obligation o JOIN assignment a ON a.id = o.assignment_id
-- use: counted_in_period
GROUP BY a.field ORDER BY a.field;
