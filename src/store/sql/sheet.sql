-- Rows of spreadsheets, and each time that they came in.

-- A row of a sheet is known by what makes it one: its kind and a hash of its cells.
-- name: sheet_row_known :one scope: system
-- in: key text
-- out: noun text, noun_id i64
SELECT noun, noun_id FROM sheet_row WHERE key = :key;

-- name: sheet_row_put :exec scope: system
-- in: key text, noun text, noun_id i64, at i64, import_id i64, before text?, alike text
INSERT INTO sheet_row (key, noun, noun_id, at, import_id, before, alike)
VALUES (:key, :noun, :noun_id, :at, :import_id, :before, :alike);

-- The newest row about the same that another import brought; import 0: any.
-- name: sheet_row_alike :one scope: system
-- in: alike text, import_id i64
-- out: noun text, noun_id i64
SELECT noun, noun_id FROM sheet_row
WHERE alike = :alike AND alike IS NOT NULL AND COALESCE(import_id, 0) <> :import_id ORDER BY at DESC, noun_id DESC LIMIT 1;

-- Where a row's thing is shown.
-- name: sheet_row_thing :one scope: system
-- in: noun text, noun_id i64
-- out: pub text?
SELECT CASE WHEN :noun = 'assignment' THEN (SELECT pub FROM assignment WHERE id = :noun_id)
    WHEN :noun = 'petition' THEN (SELECT pub FROM petition WHERE id = :noun_id) END;

-- name: sheet_obligations :many scope: system
-- in: assignment i64
-- out: id i64
SELECT id FROM obligation WHERE assignment_id = :assignment ORDER BY id;

-- name: sheet_person_contact :one scope: system
-- in: id i64
-- out: email text?, phone text?
SELECT email, phone FROM person WHERE id = :id;

-- name: sheet_agency_contact :one scope: system
-- in: id i64
-- out: email text?, phone text?
SELECT email, phone FROM agency WHERE id = :id;

-- ---- one that waits for its sender's word ----
-- name: sheet_held_put :one scope: system
-- in: token text, account i64, name text, at i64, bytes blob
-- out: id i64
INSERT INTO sheet_held (token, account_id, name, at, bytes) VALUES (:token, :account, :name, :at, :bytes)
ON CONFLICT (account_id, token) DO UPDATE SET at = :at RETURNING id;

-- name: sheet_held_get :one scope: system
-- in: token text, account i64
-- out: name text, bytes blob
SELECT name, bytes FROM sheet_held WHERE account_id = :account AND token = :token;

-- What is too old, and of one account what is too much.
-- name: sheet_held_tidy :exec scope: system
-- in: before i64, account i64, most i64
DELETE FROM sheet_held WHERE at < :before OR (account_id = :account
    AND id NOT IN (SELECT h.id FROM sheet_held h WHERE h.account_id = :account ORDER BY h.at DESC, h.id DESC LIMIT :most));

-- ---- each time ----
-- name: sheet_import_put :one scope: system
-- in: pub text, name text, at i64, by i64
-- out: id i64
INSERT INTO sheet_import (pub, name, at, by_id, entered, again, kept, bad, changed, seq)
VALUES (:pub, :name, :at, :by, 0, 0, 0, 0, 0, 0) RETURNING id;

-- name: sheet_import_end :exec scope: system
-- in: id i64, entered i64, again i64, kept i64, changed i64, bad i64
UPDATE sheet_import SET entered = :entered, again = :again, kept = :kept, changed = :changed, bad = :bad,
    seq = (SELECT MAX(seq) FROM event) WHERE id = :id;

-- name: sheet_import_one :one scope: office
-- in: pub text
-- out: id i64, pub text, name text, at i64, by text?, entered i64, again i64, kept i64, changed i64, bad i64, seq i64, undone_at i64?
SELECT i.id, i.pub, i.name, i.at, c.name, i.entered, i.again, i.kept, i.changed, i.bad, i.seq, i.undone_at
FROM sheet_import i LEFT JOIN account c ON c.id = i.by_id WHERE i.pub = :pub AND :viewer;

-- name: sheet_import_list :many scope: office
-- in: most i64
-- out: pub text, name text, at i64, by text?, entered i64, undone_at i64?
SELECT i.pub, i.name, i.at, c.name, i.entered, i.undone_at
FROM sheet_import i LEFT JOIN account c ON c.id = i.by_id WHERE :viewer ORDER BY i.id DESC LIMIT :most;

-- What an import brought and still has, in the words of each.
-- name: sheet_import_rows :many scope: office
-- in: import i64, most i64
-- out: noun text, noun_id i64, pub text?, words text?, code text?, found bool
SELECT s.noun, s.noun_id, COALESCE(a.pub, p.pub, h.pub), COALESCE(a.action, p.words, h.name, g.name), g.code,
    CASE WHEN s.before IS NULL THEN 0 ELSE 1 END
FROM sheet_row s LEFT JOIN assignment a ON s.noun = 'assignment' AND a.id = s.noun_id
    LEFT JOIN petition p ON s.noun = 'petition' AND p.id = s.noun_id
    LEFT JOIN person h ON s.noun = 'person' AND h.id = s.noun_id
    LEFT JOIN agency g ON s.noun = 'agency' AND g.id = s.noun_id
WHERE s.import_id = :import AND :viewer ORDER BY s.noun, s.noun_id LIMIT :most;

-- ---- taken back ----
-- name: sheet_undo_rows :many scope: system
-- in: import i64
-- out: key text, noun text, noun_id i64, before text?
SELECT key, noun, noun_id, before FROM sheet_row WHERE import_id = :import ORDER BY noun, noun_id DESC;

-- name: sheet_row_drop :exec scope: system
-- in: key text
DELETE FROM sheet_row WHERE key = :key;

-- name: sheet_import_undone :exec scope: system
-- in: id i64, at i64
UPDATE sheet_import SET undone_at = :at WHERE id = :id AND undone_at IS NULL;

-- Lines of the log since: of the thing itself, and of what hangs on a duty.
-- name: sheet_touched :one scope: system
-- in: noun text, id i64, seq i64
-- out: n i64
SELECT (SELECT COUNT(*) FROM event v WHERE v.noun = :noun AND v.noun_id = :id AND v.seq > :seq);

-- name: sheet_duty_touched :one scope: system
-- in: id i64, seq i64
-- out: n i64
SELECT (SELECT COUNT(*) FROM obligation o JOIN event v ON v.noun = 'obligation' AND v.noun_id = o.id
        WHERE o.assignment_id = :id AND v.seq > :seq)
    + (SELECT COUNT(*) FROM collection c JOIN event v ON v.noun = 'collection' AND v.noun_id = c.id
        WHERE c.assignment_id = :id AND v.seq > :seq);

-- name: sheet_petition_drop :exec scope: system
-- in: id i64
DELETE FROM petition WHERE id = :id;

-- name: sheet_watchers_drop :exec scope: system
-- in: id i64
DELETE FROM petition_watcher WHERE petition_id = :id;

-- name: sheet_links_drop :exec scope: system
-- in: noun text, id i64
DELETE FROM link WHERE (from_noun = :noun AND from_id = :id) OR (to_noun = :noun AND to_id = :id);

-- name: sheet_person_used :one scope: system
-- in: id i64
-- out: n i64
SELECT COUNT(*) FROM account WHERE person_id = :id;

-- name: sheet_posts_drop :exec scope: system
-- in: id i64
DELETE FROM post WHERE person_id = :id;

-- name: sheet_post_newest :one scope: system
-- in: id i64
-- out: post i64?
SELECT MAX(id) FROM post WHERE person_id = :id;

-- name: sheet_post_drop :exec scope: system
-- in: post i64
DELETE FROM post WHERE id = :post;

-- name: sheet_person_drop :exec scope: system
-- in: id i64
DELETE FROM person WHERE id = :id;

-- name: sheet_person_lay :exec scope: system
-- in: id i64, email text?, phone text?
UPDATE person SET email = :email, phone = :phone WHERE id = :id;

-- name: sheet_agency_lay :exec scope: system
-- in: id i64, email text?, phone text?
UPDATE agency SET email = :email, phone = :phone WHERE id = :id;

-- Does anything name this body?
-- name: sheet_agency_used :one scope: system
-- in: id i64
-- out: n i64
SELECT (SELECT COUNT(*) FROM agency WHERE parent_id = :id)
    + (SELECT COUNT(*) FROM group_member WHERE agency_id = :id) + (SELECT COUNT(*) FROM post WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM account WHERE agency_id = :id) + (SELECT COUNT(*) FROM document WHERE issuer_id = :id)
    + (SELECT COUNT(*) FROM audience WHERE agency_id = :id) + (SELECT COUNT(*) FROM meeting WHERE chair_agency_id = :id)
    + (SELECT COUNT(*) FROM participant WHERE agency_id = :id) + (SELECT COUNT(*) FROM reply WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM programme_item WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM meeting_line WHERE agency_id = :id) + (SELECT COUNT(*) FROM party WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM obligation WHERE agency_id = :id) + (SELECT COUNT(*) FROM request WHERE to_agency_id = :id)
    + (SELECT COUNT(*) FROM collection WHERE compiler_id = :id)
    + (SELECT COUNT(*) FROM collection_item WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM petition WHERE petitioner_id = :id OR owner_id = :id)
    + (SELECT COUNT(*) FROM petition_watcher WHERE agency_id = :id)
    + (SELECT COUNT(*) FROM periodic_report WHERE agency_id = :id);

-- name: sheet_agency_drop :exec scope: system
-- in: id i64
DELETE FROM agency WHERE id = :id;
