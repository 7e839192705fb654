-- name: obligation_put :one scope: system
-- in: pub text, assignment i64, deadline i64?, agency i64?, due i64?, last i64?, safe i64?, at i64
-- out: id i64
INSERT INTO obligation (pub, assignment_id, deadline_id, agency_id, due, last, given, safe, work, in_time,
    changed_at, version)
VALUES (:pub, :assignment, :deadline, :agency, :due, :last, :last, :safe, 'not_started', 0, :at, 1)
RETURNING id;

-- name: obligation_get :one scope: system
-- in: id i64
-- out: id i64, pub text, assignment i64, agency i64?, due i64?, last i64?, given i64?, safe i64?, work text, before text?, in_time bool, reported_at i64?, done_at i64?, reason text?, version i64
SELECT id, pub, assignment_id, agency_id, due, last, given, safe, work, before, in_time, reported_at, done_at,
    reason, version
FROM obligation WHERE id = :id;

-- name: obligation_state_set :exec scope: system
-- in: id i64, agency i64?, due i64?, last i64?, safe i64?, work text, before text?, in_time bool, reported_at i64?, done_at i64?, reason text?, at i64, version i64
UPDATE obligation SET due = :due, last = :last, safe = :safe, work = :work, in_time = :in_time,
    open = CASE WHEN :work IN ('confirmed', 'stopped') THEN 0 ELSE 1 END, before = :before,
    agency_id = :agency, reported_at = :reported_at, done_at = :done_at, reason = :reason,
    changed_at = :at, version = version + 1
WHERE id = :id AND version = :version;

-- name: tally_add :exec scope: system
-- in: agency i64, bucket text, due i64, n i64
INSERT INTO tally (agency_id, bucket, due, n) VALUES (:agency, :bucket, :due, :n)
ON CONFLICT (agency_id, bucket, due) DO UPDATE SET n = tally.n + excluded.n;

-- A count of nothing is no row.
-- name: tally_drop :exec scope: system
-- in: agency i64, bucket text, due i64
DELETE FROM tally WHERE agency_id = :agency AND bucket = :bucket AND due = :due AND n = 0;

-- The four official buckets of one agency, or of the province (0), at a minute.
-- name: tally_buckets :one scope: own
-- in: agency i64, now i64
-- out: done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT CAST(COALESCE(SUM(CASE WHEN bucket = 'done_in_time' THEN n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN bucket = 'done_late' THEN n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN bucket = 'open' AND due >= :now THEN n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN bucket = 'open' AND due < :now THEN n ELSE 0 END), 0) AS {i64}),
    CAST(COALESCE(SUM(CASE WHEN bucket = 'undated' THEN n ELSE 0 END), 0) AS {i64})
FROM tally t WHERE t.agency_id = :agency AND :viewer(t);

-- One bucket of one agency, or of the province; of the open ones those due in a stretch.
-- name: tally_sum :one scope: own
-- in: agency i64, bucket text, since i64?, until i64?
-- out: n i64
SELECT CAST(COALESCE(SUM(t.n), 0) AS {i64}) FROM tally t
WHERE t.agency_id = :agency AND t.bucket = :bucket AND :viewer(t)
-- opt since
  AND t.due >= :since
-- opt until
  AND t.due <= :until
;

-- The same by counting every obligation: what the tally is tested against.
-- name: obligation_buckets :one scope: office
-- in: now i64
-- out: done_in_time i64, done_late i64, open_in_time i64, open_late i64, undated i64
SELECT COUNT(CASE WHEN work = 'confirmed' AND in_time = 1 THEN 1 END),
    COUNT(CASE WHEN work = 'confirmed' AND in_time = 0 THEN 1 END),
    COUNT(CASE WHEN work NOT IN ('confirmed', 'stopped', 'suspended') AND due >= :now THEN 1 END),
    COUNT(CASE WHEN work NOT IN ('confirmed', 'stopped', 'suspended') AND due < :now THEN 1 END),
    COUNT(CASE WHEN work NOT IN ('confirmed', 'stopped', 'suspended') AND due IS NULL THEN 1 END)
FROM obligation WHERE :viewer;
