-- name: agency_put :one scope: system
-- in: pub text, code text, name text, folded text, class text, kind text, parent i64?, district text?, border bool, position i64, from_day i64?, to_day i64?
-- out: id i64
INSERT INTO agency (pub, code, name, folded, class, kind, parent_id, district, border, position, from_day, to_day)
VALUES (:pub, :code, :name, :folded, :class, :kind, :parent, :district, :border, :position, :from_day, :to_day)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, folded = excluded.folded, class = excluded.class,
    kind = excluded.kind, parent_id = excluded.parent_id, district = excluded.district,
    border = excluded.border, position = excluded.position, from_day = excluded.from_day,
    to_day = excluded.to_day
RETURNING id;

-- name: agency_by_code :one scope: open
-- in: code text
-- out: id i64, pub text, name text, class text
SELECT id, pub, name, class FROM agency WHERE code = :code;

-- name: agency_all :many scope: open
-- out: id i64, code text, name text, class text, kind text, district text?
SELECT id, code, name, class, kind, district FROM agency ORDER BY position, id;

-- name: group_put :one scope: system
-- in: code text, name text, folded text, all_communes bool
-- out: id i64
INSERT INTO body_group (code, name, folded, all_communes) VALUES (:code, :name, :folded, :all_communes)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, folded = excluded.folded,
    all_communes = excluded.all_communes
RETURNING id;

-- name: group_all :many scope: open
-- out: id i64, code text, name text, all_communes bool
SELECT id, code, name, all_communes FROM body_group ORDER BY id;

-- name: group_member_put :exec scope: system
-- in: group_id i64, agency i64, from_day i64, to_day i64
INSERT INTO group_member (group_id, agency_id, from_day, to_day)
VALUES (:group_id, :agency, :from_day, :to_day)
ON CONFLICT (group_id, agency_id, from_day) DO UPDATE SET to_day = excluded.to_day;

-- name: group_members :many scope: open
-- in: group_id i64, day i64
-- out: agency i64
SELECT m.agency_id FROM group_member m JOIN agency a ON a.id = m.agency_id
WHERE m.group_id = :group_id AND m.from_day <= :day AND m.to_day >= :day
ORDER BY a.position, a.id;

-- name: group_by_code :one scope: open
-- in: code text
-- out: id i64, name text, all_communes bool
SELECT id, name, all_communes FROM body_group WHERE code = :code;

-- name: group_member_all :many scope: open
-- in: group_id i64
-- out: agency i64, from_day i64, to_day i64
SELECT m.agency_id, m.from_day, m.to_day FROM group_member m JOIN agency a ON a.id = m.agency_id
WHERE m.group_id = :group_id ORDER BY a.position, a.id;
