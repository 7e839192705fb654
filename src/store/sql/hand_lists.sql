-- Persons, bodies, programmes, periodic reports, petitions and rounds by hand.

-- name: hand_person_get :one scope: system
-- in: id i64
-- out: name text, email text?, phone text?
SELECT name, email, phone FROM person WHERE id = :id;

-- name: hand_person_set :exec scope: system
-- in: id i64, name text, folded text, email text?, phone text?
UPDATE person SET name = :name, folded = :folded, email = :email, phone = :phone WHERE id = :id;

-- name: hand_posts :many scope: system
-- in: person i64
-- out: title text, code text?, field text?, from_day i64?, to_day i64?
SELECT o.title, a.code, o.field, o.from_day, o.to_day FROM post o LEFT JOIN agency a ON a.id = o.agency_id
WHERE o.person_id = :person ORDER BY o.id;

-- name: hand_posts_drop :exec scope: system
-- in: person i64
DELETE FROM post WHERE person_id = :person;

-- name: hand_post_put :exec scope: system
-- in: person i64, agency i64?, title text, field text?, from_day i64?, to_day i64?
INSERT INTO post (person_id, agency_id, title, field, from_day, to_day)
VALUES (:person, :agency, :title, :field, :from_day, :to_day);

-- name: person_list :many scope: office
-- in: folded text?, day i64, most i64, skip i64
-- out: id i64, pub text, name text, email text?, phone text?, title text?, agency text?, from_day i64?, to_day i64?
SELECT p.id, p.pub, p.name, p.email, p.phone, o.title, a.name, o.from_day, o.to_day
FROM person p LEFT JOIN post o ON o.id = (SELECT MAX(q.id) FROM post q WHERE q.person_id = p.id
        AND (q.from_day IS NULL OR q.from_day <= :day) AND (q.to_day IS NULL OR q.to_day >= :day))
    LEFT JOIN agency a ON a.id = o.agency_id
WHERE :viewer
-- opt folded
  AND p.folded LIKE '%' || :folded || '%'
ORDER BY p.folded, p.id LIMIT :most OFFSET :skip;

-- name: hand_agency_get :one scope: system
-- in: id i64
-- out: code text, name text, class text, kind text, parent text?, district text?, border bool, position i64, from_day i64?, to_day i64?, email text?, phone text?
SELECT a.code, a.name, a.class, a.kind, p.code, a.district, a.border, a.position, a.from_day, a.to_day, a.email, a.phone
FROM agency a LEFT JOIN agency p ON p.id = a.parent_id WHERE a.id = :id;

-- name: hand_agency_set :exec scope: system
-- in: id i64, code text, name text, folded text, class text, kind text, parent i64?, district text?, border bool, from_day i64?, to_day i64?, email text?, phone text?
UPDATE agency SET code = :code, name = :name, folded = :folded, class = :class, kind = :kind, parent_id = :parent,
    district = :district, border = :border, from_day = :from_day, to_day = :to_day, email = :email, phone = :phone
WHERE id = :id;

-- name: hand_group_get :one scope: system
-- in: id i64
-- out: code text, name text, all_communes bool
SELECT code, name, all_communes FROM body_group WHERE id = :id;

-- name: hand_group_set :exec scope: system
-- in: id i64, code text, name text, folded text, all_communes bool
UPDATE body_group SET code = :code, name = :name, folded = :folded, all_communes = :all_communes WHERE id = :id;

-- name: hand_members :many scope: system
-- in: group_id i64
-- out: code text, from_day i64, to_day i64
SELECT a.code, m.from_day, m.to_day FROM group_member m JOIN agency a ON a.id = m.agency_id
WHERE m.group_id = :group_id ORDER BY a.position, a.id, m.from_day;

-- name: hand_members_drop :exec scope: system
-- in: group_id i64
DELETE FROM group_member WHERE group_id = :group_id;

-- name: group_list :many scope: office
-- in: day i64
-- out: id i64, code text, name text, all_communes bool, members i64, ever i64
SELECT g.id, g.code, g.name, g.all_communes,
    (SELECT COUNT(*) FROM group_member m WHERE m.group_id = g.id AND m.from_day <= :day AND m.to_day >= :day),
    (SELECT COUNT(*) FROM group_member m WHERE m.group_id = g.id)
FROM body_group g WHERE :viewer ORDER BY g.name, g.id;

-- ---- the programme of a month ----
-- name: hand_programme_find :one scope: system
-- in: month text
-- out: id i64
SELECT id FROM programme WHERE month = :month OR pub = :month;

-- name: hand_programme_get :one scope: system
-- in: id i64
-- out: month text, document text?
SELECT p.month, d.pub FROM programme p LEFT JOIN document d ON d.id = p.document_id WHERE p.id = :id;

-- name: hand_programme_set :exec scope: system
-- in: id i64, month text, document i64?
UPDATE programme SET month = :month, document_id = :document WHERE id = :id;

-- name: hand_items :many scope: system
-- in: programme i64
-- out: id i64, words text, chair text?, code text?, name text?, day i64?, meeting text?
SELECT i.id, i.words, i.chair, a.code, a.name, i.day, m.pub FROM programme_item i LEFT JOIN agency a ON a.id = i.agency_id
    LEFT JOIN meeting m ON m.id = i.meeting_id
WHERE i.programme_id = :programme ORDER BY i.position, i.id;

-- name: hand_item_set :exec scope: system
-- in: id i64, position i64, words text, chair text?, agency i64?, day i64?, meeting i64?
UPDATE programme_item SET position = :position, words = :words, chair = :chair, agency_id = :agency, day = :day,
    meeting_id = :meeting
WHERE id = :id;

-- name: hand_items_drop :exec scope: system
-- in: programme i64, since i64
DELETE FROM programme_item WHERE programme_id = :programme AND position >= :since;

-- name: programme_list :many scope: office
-- in: most i64
-- out: id i64, pub text, month text, document text?, number text?, items i64, linked i64
SELECT p.id, p.pub, p.month, d.pub, COALESCE(d.number, d.title),
    (SELECT COUNT(*) FROM programme_item i WHERE i.programme_id = p.id),
    (SELECT COUNT(*) FROM programme_item i WHERE i.programme_id = p.id AND i.meeting_id IS NOT NULL)
FROM programme p LEFT JOIN document d ON d.id = p.document_id WHERE :viewer ORDER BY p.month DESC LIMIT :most;

-- ---- periodic reports ----
-- name: hand_periodic_get :one scope: system
-- in: id i64
-- out: title text, agency text?, agency_id i64?, rule text, receiver text?, active bool, document text?, document_id i64?, assignment i64?
SELECT x.title, a.code, x.agency_id, x.rule, x.receiver, x.active, d.pub, x.document_id, x.assignment_id
FROM periodic_report x LEFT JOIN agency a ON a.id = x.agency_id LEFT JOIN document d ON d.id = x.document_id
WHERE x.id = :id;

-- name: hand_periodic_put :one scope: system
-- in: pub text, title text
-- out: id i64
INSERT INTO periodic_report (pub, title, rule, active) VALUES (:pub, :title, '', 1) RETURNING id;

-- name: hand_periodic_set :exec scope: system
-- in: id i64, title text, agency i64?, rule text, receiver text?, active bool, document i64?, assignment i64?
UPDATE periodic_report SET title = :title, agency_id = :agency, rule = :rule, receiver = :receiver, active = :active,
    document_id = :document, assignment_id = :assignment
WHERE id = :id;

-- name: periodic_of :many scope: system
-- in: assignment i64
-- out: id i64, rule text, agency i64?
SELECT id, rule, agency_id FROM periodic_report WHERE assignment_id = :assignment AND active = 1 ORDER BY id LIMIT 200;

-- name: periodic_open :one scope: system
-- in: assignment i64, agency i64?
-- out: n i64, last i64?
SELECT COUNT(CASE WHEN o.open = 1 THEN 1 END), MAX(o.last) FROM obligation o
WHERE o.assignment_id = :assignment AND COALESCE(o.agency_id, -1) = COALESCE(:agency, -1);

-- name: periodic_table :many scope: own
-- in: agency i64?, active i64?, most i64
-- out: id i64, pub text, title text, rule text, receiver text?, agency text?, agency_name text?, active bool, document text?, number text?, obligation text?, due i64?, done i64
SELECT x.id, x.pub, x.title, x.rule, x.receiver, g.code, g.name, x.active, d.pub, COALESCE(d.number, d.title), o.pub, o.due,
    (SELECT COUNT(*) FROM obligation z WHERE z.assignment_id = x.assignment_id AND z.agency_id = x.agency_id
        AND z.work = 'confirmed')
FROM periodic_report x LEFT JOIN agency g ON g.id = x.agency_id LEFT JOIN document d ON d.id = x.document_id
    LEFT JOIN obligation o ON o.id = (SELECT MIN(w.id) FROM obligation w WHERE w.assignment_id = x.assignment_id
        AND w.agency_id = x.agency_id AND w.open = 1)
WHERE :viewer(x)
-- opt agency
  AND x.agency_id = :agency
-- opt active
  AND x.active = :active
ORDER BY x.active DESC, x.title, x.id LIMIT :most;

-- ---- petitions and rounds ----
-- name: hand_petition_get :one scope: system
-- in: id i64
-- out: words text, document text?, petitioner text?, owner_code text?, due i64?, state text, reply text?, reply_document text?
SELECT p.words, d.pub, x.code, o.code, p.due, p.state, p.reply, r.pub
FROM petition p LEFT JOIN document d ON d.id = p.document_id LEFT JOIN agency x ON x.id = p.petitioner_id
    LEFT JOIN agency o ON o.id = p.owner_id LEFT JOIN document r ON r.id = p.reply_id
WHERE p.id = :id;

-- name: hand_petition_set :exec scope: system
-- in: id i64, words text, folded text, document i64?, petitioner i64?, owner_id i64?, due i64?, state text, reply text?, reply_id i64?
UPDATE petition SET words = :words, folded = :folded, document_id = :document, petitioner_id = :petitioner,
    owner_id = :owner_id, due = :due, state = :state, reply = :reply, reply_id = :reply_id, version = version + 1
WHERE id = :id;

-- name: hand_watchers :many scope: system
-- in: petition i64
-- out: code text
SELECT a.code FROM petition_watcher w JOIN agency a ON a.id = w.agency_id
WHERE w.petition_id = :petition ORDER BY a.position, a.id;

-- name: hand_watchers_drop :exec scope: system
-- in: petition i64
DELETE FROM petition_watcher WHERE petition_id = :petition;

-- name: hand_collection_get :one scope: system
-- in: id i64
-- out: title text, compiler text?, assignment i64?
SELECT c.title, g.code, c.assignment_id FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id WHERE c.id = :id;

-- name: hand_collection_set :exec scope: system
-- in: id i64, title text, compiler i64?
UPDATE collection SET title = :title, compiler_id = :compiler, version = version + 1 WHERE id = :id;

-- What people call a row.
-- name: hand_key :one scope: system
-- in: noun text, id i64
-- out: key text
SELECT x.k FROM (
    SELECT pub AS k FROM document WHERE :noun = 'document' AND id = :id
    UNION ALL SELECT pub FROM meeting WHERE :noun = 'meeting' AND id = :id
    UNION ALL SELECT pub FROM person WHERE :noun = 'person' AND id = :id
    UNION ALL SELECT code FROM agency WHERE :noun = 'agency' AND id = :id
    UNION ALL SELECT code FROM body_group WHERE :noun = 'body_group' AND id = :id
    UNION ALL SELECT code || '/' || year FROM series WHERE :noun = 'series' AND id = :id
    UNION ALL SELECT month FROM programme WHERE :noun = 'programme' AND id = :id
    UNION ALL SELECT pub FROM periodic_report WHERE :noun = 'periodic' AND id = :id
    UNION ALL SELECT pub FROM petition WHERE :noun = 'petition' AND id = :id
    UNION ALL SELECT pub FROM collection WHERE :noun = 'collection' AND id = :id) x;
