-- name: setting_get :one scope: open
-- in: key text
-- out: value text
SELECT value FROM setting WHERE key = :key;

-- name: setting_put :exec scope: system
-- in: key text, value text
INSERT INTO setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: event_last :one scope: system
-- out: seq i64, hash text
SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1;

-- Did anything of this kind happen since that line? By the numbers of the lines (web_tables.sql).
-- name: event_since :one scope: system
-- in: after i64, noun text
-- out: seq i64
SELECT e.seq FROM event e WHERE e.seq > :after AND e.noun || '' = :noun ORDER BY e.seq LIMIT 1;

-- name: event_put :exec scope: system
-- in: seq i64, at i64, account i64, verb text, noun text, noun_id i64, detail text, hash text
INSERT INTO event (seq, at, account_id, verb, noun, noun_id, detail, hash)
VALUES (:seq, :at, :account, :verb, :noun, :noun_id, :detail, :hash);

-- name: event_list :many scope: office
-- in: after i64, most i64
-- out: seq i64, at i64, account i64, verb text, noun text, noun_id i64, detail text, hash text
SELECT seq, at, account_id, verb, noun, noun_id, detail, hash FROM event
WHERE seq > :after AND :viewer ORDER BY seq LIMIT :most;

-- The process that answers: what it works is part of what an answer costs. 0: our own.
-- name: server_process :one scope: system
-- out: pid i64
-- sqlite: SELECT 0
-- pgsql: SELECT CAST(pg_backend_pid() AS BIGINT)
