-- name: day_all :many scope: open
-- out: day i64, kind text, reason text, source text, confirmed bool
SELECT day, kind, reason, source, confirmed FROM calendar_day ORDER BY day;

-- name: day_count :one scope: system
-- out: n i64
SELECT COUNT(*) FROM calendar_day;

-- name: day_put :exec scope: system
-- in: day i64, kind text, reason text, source text, confirmed bool
INSERT INTO calendar_day (day, kind, reason, source, confirmed)
VALUES (:day, :kind, :reason, :source, :confirmed)
ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, reason = excluded.reason,
    source = excluded.source, confirmed = excluded.confirmed;

-- name: day_drop :exec scope: system
-- in: day i64
DELETE FROM calendar_day WHERE day = :day;
