-- Tokens of programs and of calendars: kept by their hash alone.

-- name: token_put :one scope: system
-- in: pub text, account i64, name text, hash text, scopes text, made_at i64, ends_at i64?
-- out: id i64
INSERT INTO token (pub, account_id, name, hash, scopes, made_at, ends_at)
VALUES (:pub, :account, :name, :hash, :scopes, :made_at, :ends_at) RETURNING id;

-- name: token_find :one scope: system
-- in: hash text, now i64
-- out: account i64, pub text, login text, name text, role text, agency i64?, agency_code text?, agency_name text?, class text?, fresh bool, token i64, scopes text, used_at i64?
SELECT c.id, c.pub, c.login, c.name, c.role, c.agency_id, a.code, a.name, a.class, c.fresh, t.id, t.scopes, t.used_at
FROM token t JOIN account c ON c.id = t.account_id LEFT JOIN agency a ON a.id = c.agency_id
WHERE t.hash = :hash AND t.revoked_at IS NULL AND (t.ends_at IS NULL OR t.ends_at > :now) AND c.active = 1;

-- name: token_used :exec scope: system
-- in: id i64, at i64
UPDATE token SET used_at = :at WHERE id = :id;

-- name: token_list :many scope: system
-- in: account i64
-- out: pub text, name text, scopes text, made_at i64, ends_at i64?, used_at i64?, revoked_at i64?
SELECT pub, name, scopes, made_at, ends_at, used_at, revoked_at FROM token
WHERE account_id = :account ORDER BY id DESC LIMIT 200;

-- name: token_by_pub :one scope: system
-- in: pub text
-- out: id i64, account i64, revoked_at i64?
SELECT id, account_id, revoked_at FROM token WHERE pub = :pub;

-- name: token_revoke :exec scope: system
-- in: id i64, at i64
UPDATE token SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL;

-- name: token_revoke_all :exec scope: system
-- in: account i64, at i64
UPDATE token SET revoked_at = :at WHERE account_id = :account AND revoked_at IS NULL;

-- name: token_count :one scope: system
-- in: account i64
-- out: n i64
SELECT COUNT(*) FROM token WHERE account_id = :account AND revoked_at IS NULL;
