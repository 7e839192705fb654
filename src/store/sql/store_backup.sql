-- name: meta_get :one scope: system
-- in: key text
-- out: value text
SELECT value FROM meta WHERE key = :key;

-- name: meta_put :exec scope: system
-- in: key text, value text
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;
