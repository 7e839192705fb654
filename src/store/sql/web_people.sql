-- Accounts and who is signed in.

-- name: account_put :one scope: system
-- in: pub text, login text, name text, role text, agency i64?, secret text, fresh bool
-- out: id i64
INSERT INTO account (pub, login, name, role, agency_id, active, secret, failures, failed_at, fresh)
VALUES (:pub, :login, :name, :role, :agency, 1, :secret, 0, 0, :fresh) RETURNING id;

-- name: account_by_login :one scope: system
-- in: login text
-- out: id i64, pub text, name text, role text, agency i64?, active bool, secret text, failures i64, failed_at i64
SELECT id, pub, name, role, agency_id, active, secret, failures, failed_at FROM account WHERE login = :login;

-- name: account_by_pub :one scope: system
-- in: pub text
-- out: id i64, login text, name text, role text, agency i64?, active bool
SELECT id, login, name, role, agency_id, active FROM account WHERE pub = :pub;

-- name: account_all :many scope: office
-- out: id i64, pub text, login text, name text, role text, agency text?, agency_name text?, active bool, signed_in_at i64?, sessions i64
SELECT c.id, c.pub, c.login, c.name, c.role, a.code, a.name, c.active, c.signed_in_at,
    (SELECT COUNT(*) FROM session s WHERE s.account_id = c.id)
FROM account c LEFT JOIN agency a ON a.id = c.agency_id WHERE :viewer ORDER BY c.id LIMIT 2000;

-- name: account_tried :exec scope: system
-- in: id i64, failures i64, failed_at i64
UPDATE account SET failures = :failures, failed_at = :failed_at WHERE id = :id;

-- name: account_signed_in :exec scope: system
-- in: id i64, at i64
UPDATE account SET failures = 0, signed_in_at = :at WHERE id = :id;

-- name: account_secret_set :exec scope: system
-- in: id i64, secret text, fresh bool
UPDATE account SET secret = :secret, failures = 0, fresh = :fresh WHERE id = :id;

-- name: account_set :exec scope: system
-- in: id i64, role text, agency i64?, active bool
UPDATE account SET role = :role, agency_id = :agency, active = :active WHERE id = :id;

-- name: session_put :exec scope: system
-- in: token text, account i64, began_at i64, ends_at i64, device text, half bool
INSERT INTO session (token, account_id, began_at, ends_at, device, half)
VALUES (:token, :account, :began_at, :ends_at, :device, :half);

-- name: session_find :one scope: system
-- in: token text, now i64
-- out: account i64, pub text, login text, name text, role text, agency i64?, agency_code text?, agency_name text?, class text?, ends_at i64, fresh bool
SELECT c.id, c.pub, c.login, c.name, c.role, c.agency_id, a.code, a.name, a.class, s.ends_at, c.fresh
FROM session s JOIN account c ON c.id = s.account_id LEFT JOIN agency a ON a.id = c.agency_id
WHERE s.token = :token AND s.ends_at > :now AND s.half = 0 AND c.active = 1;

-- name: session_drop :exec scope: system
-- in: token text
DELETE FROM session WHERE token = :token;

-- name: session_drop_all :exec scope: system
-- in: account i64
DELETE FROM session WHERE account_id = :account;

-- name: session_drop_old :exec scope: system
-- in: now i64
DELETE FROM session WHERE ends_at <= :now;

-- name: account_names :many scope: system
-- out: id i64, name text
SELECT id, name FROM account ORDER BY id LIMIT 5000;

-- name: session_half :one scope: system
-- in: token text, now i64
-- out: account i64, login text, failures i64, failed_at i64
SELECT c.id, c.login, c.failures, c.failed_at FROM session s JOIN account c ON c.id = s.account_id
WHERE s.token = :token AND s.ends_at > :now AND s.half = 1 AND c.active = 1;

-- name: second_get :one scope: system
-- in: account i64
-- out: secret text, active bool, last_step i64
SELECT secret, active, last_step FROM second_step WHERE account_id = :account;

-- name: second_all :many scope: system
-- out: account i64, secret text, active bool
SELECT account_id, secret, active FROM second_step ORDER BY account_id;

-- name: second_seal :exec scope: system
-- in: account i64, secret text
UPDATE second_step SET secret = :secret WHERE account_id = :account;

-- name: second_put :exec scope: system
-- in: account i64, secret text, active bool, last_step i64
INSERT INTO second_step (account_id, secret, active, last_step) VALUES (:account, :secret, :active, :last_step)
ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, active = excluded.active,
    last_step = excluded.last_step;

-- name: second_drop :exec scope: system
-- in: account i64
DELETE FROM second_step WHERE account_id = :account;

-- name: recovery_put :exec scope: system
-- in: account i64, hash text
INSERT INTO recovery_code (account_id, hash) VALUES (:account, :hash);

-- name: recovery_use :exec scope: system
-- in: account i64, hash text
DELETE FROM recovery_code WHERE account_id = :account AND hash = :hash;

-- name: recovery_drop :exec scope: system
-- in: account i64
DELETE FROM recovery_code WHERE account_id = :account;
