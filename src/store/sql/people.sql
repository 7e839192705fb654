-- Bodies with what they have to do, and their people.

-- name: agency_list :many scope: open
-- in: code text?
-- out: id i64, code text, name text, class text, kind text, district text?, parent text?, email text?, phone text?
SELECT g.id, g.code, g.name, g.class, g.kind, g.district, p.name, g.email, g.phone
FROM agency g LEFT JOIN agency p ON p.id = g.parent_id WHERE 1 = 1
-- opt code
  AND g.code = :code
ORDER BY g.position, g.id;

-- name: agency_loads :many scope: own
-- in: agency i64?, now i64
-- out: agency i64, done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT t.agency_id,
    CAST(SUM(CASE WHEN t.bucket = 'done_in_time' THEN t.n ELSE 0 END) AS {i64}),
    CAST(SUM(CASE WHEN t.bucket = 'done_late' THEN t.n ELSE 0 END) AS {i64}),
    CAST(SUM(CASE t.bucket WHEN 'open_all' THEN t.n WHEN 'open' THEN -t.n ELSE 0 END) AS {i64}),
    CAST(SUM(CASE WHEN t.bucket = 'open' THEN t.n ELSE 0 END) AS {i64}),
    CAST(SUM(CASE WHEN t.bucket = 'undated' THEN t.n ELSE 0 END) AS {i64})
FROM tally t WHERE t.agency_id > 0 AND :viewer(t)
    AND (t.bucket IN ('done_in_time', 'done_late', 'open_all', 'undated') OR (t.bucket = 'open' AND t.due < :now))
-- opt agency
  AND t.agency_id = :agency
GROUP BY t.agency_id ORDER BY t.agency_id;

-- Weeks begin on Monday: day 0 was a Thursday.
-- name: agency_weeks :many scope: own
-- in: agency i64, since i64, until i64
-- out: week i64, n i64
SELECT (t.due / 1440 + 3) / 7, CAST(SUM(t.n) AS {i64}) FROM tally t
WHERE t.agency_id = :agency AND t.bucket = 'open' AND t.due >= :since AND t.due < :until AND :viewer(t)
GROUP BY (t.due / 1440 + 3) / 7 ORDER BY 1;

-- name: agency_people :many scope: open
-- in: agency i64, day i64
-- out: person text, title text, email text?, phone text?
SELECT p.name, o.title, p.email, p.phone FROM post o JOIN person p ON p.id = o.person_id
WHERE o.agency_id = :agency AND (o.from_day IS NULL OR o.from_day <= :day) AND (o.to_day IS NULL OR o.to_day >= :day)
ORDER BY o.id;

-- ---- from spreadsheets ----
-- name: person_find :many scope: system
-- in: folded text
-- out: id i64, agency i64?, title text
SELECT p.id, o.agency_id, COALESCE(o.title, '') FROM person p LEFT JOIN post o ON o.person_id = p.id
WHERE p.folded = :folded ORDER BY p.id, o.id;

-- name: person_put :one scope: system
-- in: pub text, name text, folded text, email text?, phone text?
-- out: id i64
INSERT INTO person (pub, name, folded, email, phone) VALUES (:pub, :name, :folded, :email, :phone) RETURNING id;

-- name: person_contact_set :exec scope: system
-- in: id i64, email text?, phone text?
UPDATE person SET email = COALESCE(:email, email), phone = COALESCE(:phone, phone) WHERE id = :id;

-- name: post_put :exec scope: system
-- in: person i64, agency i64?, title text
INSERT INTO post (person_id, agency_id, title) VALUES (:person, :agency, :title);

-- name: agency_contact_set :exec scope: system
-- in: code text, email text?, phone text?
UPDATE agency SET email = COALESCE(:email, email), phone = COALESCE(:phone, phone) WHERE code = :code;

-- name: agency_last_position :one scope: system
-- out: position i64
SELECT COALESCE(MAX(position), 0) FROM agency;

-- name: agency_by_words :many scope: system
-- in: folded text
-- out: id i64
SELECT id FROM agency WHERE folded = :folded OR folded = 'uy ban nhan dan ' || :folded
    OR folded = replace(:folded, 'ubnd ', 'uy ban nhan dan ');
