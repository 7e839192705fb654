-- name: original_get :one scope: system
-- in: sha256 text
-- out: bytes i64
SELECT bytes FROM original WHERE sha256 = :sha256;

-- name: original_put :exec scope: system
-- in: sha256 text, bytes i64
INSERT INTO original (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT (sha256) DO NOTHING;

-- name: original_after :many scope: system
-- in: after text, most i64
-- out: sha256 text, bytes i64
SELECT sha256, bytes FROM original WHERE sha256 > :after ORDER BY sha256 LIMIT :most;

-- name: vault_piece_put :exec scope: system
-- in: sha256 text, position i64, bytes blob
INSERT INTO vault_piece (sha256, position, bytes) VALUES (:sha256, :position, :bytes);

-- name: vault_piece_there :one scope: system
-- in: sha256 text
-- out: position i64
SELECT position FROM vault_piece WHERE sha256 = :sha256 AND position = 0;

-- name: vault_piece_get :one scope: system
-- in: sha256 text, position i64
-- out: bytes blob
SELECT bytes FROM vault_piece WHERE sha256 = :sha256 AND position = :position;
