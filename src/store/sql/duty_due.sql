-- What `due` shows: obligations of a body, rounds that come to it, duties that name it.

-- One page of obligations. Who handles it, and until when inside the house, is shown to the
-- house alone. inputs: obligations of the duties that this one needs, and how many are in.
-- name: obligation_list :many scope: duty
-- in: agency i64?, nobody i64?, dated i64?, undated i64?, open i64?, work text?, since i64?, until i64?, soon i64?, assignment i64?, document i64?, only i64?, most i64
-- out: id i64, pub text, assignment i64, duty text, agency text?, agency_name text?, action text, work text, due i64?, last i64?, given i64?, safe i64?, in_time bool, reported_at i64?, done_at i64?, reason text?, words text?, vague text?, deliverable text?, receiver text?, basis text?, document text?, number text?, document_name text?, title text?, monitor text?, assigner text?, field text?, handler text?, handler_due i64?, asked text?, inputs i64, inputs_in i64
SELECT o.id, o.pub, a.id, a.pub, g.code, g.name, a.action, o.work, o.due, o.last, o.given, o.safe, o.in_time,
    o.reported_at, o.done_at, o.reason, COALESCE(t.words, a.due_text), a.vague, a.deliverable, a.receiver,
    a.basis, d.pub, d.number, d.name, d.title, a.monitor, a.assigner, a.field,
    CASE WHEN o.agency_id = :v_agency THEN o.handler END,
    CASE WHEN o.agency_id = :v_agency THEN o.handler_due END,
    (SELECT MIN(q.kind) FROM request q WHERE q.obligation_id = o.id AND q.state = 'asked'),
    (SELECT CAST(COALESCE(SUM((SELECT COUNT(i.agency_id) FROM obligation i WHERE i.assignment_id = x.needs_id)), 0)
        AS {i64}) FROM dependency x WHERE x.assignment_id = o.assignment_id),
    (SELECT CAST(COALESCE(SUM((SELECT COUNT(i.agency_id) FROM obligation i WHERE i.assignment_id = x.needs_id
        AND i.work IN ('reported_done', 'confirmed'))), 0) AS {i64})
        FROM dependency x WHERE x.assignment_id = o.assignment_id)
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN deadline t ON t.id = o.deadline_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE :viewer(o)
-- opt open
  AND o.open = :open
-- opt only
  AND o.id = :only
-- use: duty_which
-- opt soon
  AND o.safe <= :soon
-- opt assignment
  AND o.assignment_id = :assignment
-- opt document
  AND a.document_id = :document
ORDER BY o.due, o.id LIMIT :most;

-- How many of them there are.
-- name: obligation_count :one scope: duty
-- in: agency i64?, nobody i64?, dated i64?, undated i64?, open i64, work text?, since i64?, until i64?, soon i64?
-- out: n i64
SELECT COUNT(*) FROM obligation o WHERE o.open = :open AND :viewer(o)
-- use: duty_which
-- opt soon
  AND o.safe <= :soon
;

-- Rounds whose answers one body is to receive.
-- name: due_rounds :many scope: round
-- in: compiler i64?, since i64?, until i64?, most i64
-- out: id i64, pub text, title text, compiler text?, compiler_name text?, due i64?, state text, members i64, arrived i64, late i64, duty text?, words text?, leads text?, document text?, number text?, document_name text?
SELECT c.id, c.pub, c.title, g.code, g.name, c.due, c.state, c.members, c.arrived, c.late, a.pub, a.due_text,
    (SELECT MIN(p.words) FROM party p WHERE p.assignment_id = a.id AND p.role = 'lead'),
    d.pub, d.number, d.name
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
    LEFT JOIN document d ON d.id = a.document_id
WHERE c.state = 'open' AND :viewer(c)
-- opt compiler
  AND c.compiler_id = :compiler
-- opt since
  AND c.due >= :since
-- opt until
  AND c.due <= :until
ORDER BY c.due, c.id LIMIT :most;

-- Duties in which one body has a part by its own name: as partner, or as lead of standing
-- ones; the newest of each sort. The sign before `open` keeps SQLite from walking all that
-- is open.
-- name: due_named :many scope: assignment
-- in: agency i64, most i64
-- out: id i64, pub text, action text, disposal text, nature text, due i64?, words text?, vague text?, lead_source text?, leads text?, document text?, number text?, document_name text?, title text?, role text
SELECT a.id, a.pub, a.action, a.disposal, a.nature,
    COALESCE((SELECT MIN(o.due) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 1), a.due),
    a.due_text, a.vague, a.lead_source,
    (SELECT MIN(q.words) FROM party q WHERE q.assignment_id = a.id AND q.role = 'lead'),
    d.pub, d.number, d.name, d.title, x.role
FROM (
SELECT * FROM (SELECT p.assignment_id, p.role FROM party p JOIN assignment a ON a.id = p.assignment_id
    WHERE p.agency_id = :agency AND p.live = 1 AND p.role = 'with' AND :viewer(a)
    ORDER BY p.assignment_id DESC LIMIT :most) newest_with_track
UNION ALL
SELECT * FROM (SELECT p.assignment_id, p.role FROM party p JOIN assignment a ON a.id = p.assignment_id
    WHERE p.agency_id = :agency AND p.live = 3 AND p.role = 'with' AND :viewer(a)
    ORDER BY p.assignment_id DESC LIMIT :most) newest_with_standing
UNION ALL
SELECT * FROM (SELECT p.assignment_id, p.role FROM party p JOIN assignment a ON a.id = p.assignment_id
    WHERE p.agency_id = :agency AND p.live = 3 AND p.role = 'lead' AND :viewer(a)
    ORDER BY p.assignment_id DESC LIMIT :most) newest_lead_standing
) x JOIN assignment a ON a.id = x.assignment_id LEFT JOIN document d ON d.id = a.document_id;

-- The same by the groups that the body belongs to, the newest of each group and sort; what it has
-- as its own obligation is left out.
-- name: due_grouped :many scope: assignment
-- in: agency i64, day i64, most i64
-- out: id i64, pub text, action text, disposal text, nature text, due i64?, words text?, vague text?, lead_source text?, leads text?, document text?, number text?, document_name text?, title text?, role text
SELECT a.id, a.pub, a.action, a.disposal, a.nature,
    COALESCE((SELECT MIN(o.due) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 1), a.due),
    a.due_text, a.vague, a.lead_source,
    (SELECT MIN(q.words) FROM party q WHERE q.assignment_id = a.id AND q.role = 'lead'),
    d.pub, d.number, d.name, d.title, newest_of.role
FROM (SELECT DISTINCT p.assignment_id, p.role FROM group_member m
-- sqlite:     JOIN party p ON p.id IN (SELECT n.id FROM (
-- pgsql:     CROSS JOIN LATERAL (SELECT n.assignment_id, n.role FROM (
SELECT * FROM (SELECT y.id, y.assignment_id, y.role FROM party y JOIN assignment a ON a.id = y.assignment_id
    WHERE y.group_id = m.group_id AND y.live = 1 AND y.role = 'lead' AND :viewer(a)
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = y.assignment_id AND o.agency_id = :agency)
    ORDER BY y.assignment_id DESC LIMIT :most) newest_lead_track
UNION ALL
SELECT * FROM (SELECT y.id, y.assignment_id, y.role FROM party y JOIN assignment a ON a.id = y.assignment_id
    WHERE y.group_id = m.group_id AND y.live = 1 AND y.role = 'with' AND :viewer(a)
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = y.assignment_id AND o.agency_id = :agency)
    ORDER BY y.assignment_id DESC LIMIT :most) newest_with_track
UNION ALL
SELECT * FROM (SELECT y.id, y.assignment_id, y.role FROM party y JOIN assignment a ON a.id = y.assignment_id
    WHERE y.group_id = m.group_id AND y.live = 3 AND y.role = 'lead' AND :viewer(a)
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = y.assignment_id AND o.agency_id = :agency)
    ORDER BY y.assignment_id DESC LIMIT :most) newest_lead_standing
UNION ALL
SELECT * FROM (SELECT y.id, y.assignment_id, y.role FROM party y JOIN assignment a ON a.id = y.assignment_id
    WHERE y.group_id = m.group_id AND y.live = 3 AND y.role = 'with' AND :viewer(a)
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.assignment_id = y.assignment_id AND o.agency_id = :agency)
    ORDER BY y.assignment_id DESC LIMIT :most) newest_with_standing
-- sqlite: ) n)
-- pgsql: ) n) p
WHERE m.agency_id = :agency AND m.from_day <= :day AND m.to_day >= :day
) newest_of JOIN assignment a ON a.id = newest_of.assignment_id LEFT JOIN document d ON d.id = a.document_id;

-- name: agency_by_id :one scope: open
-- in: id i64
-- out: code text, name text
SELECT code, name FROM agency WHERE id = :id;

-- name: agency_groups :many scope: open
-- in: agency i64, day i64
-- out: group_id i64, code text, name text
SELECT g.id, g.code, g.name FROM group_member m JOIN body_group g ON g.id = m.group_id
WHERE m.agency_id = :agency AND m.from_day <= :day AND m.to_day >= :day ORDER BY g.id;

-- Meetings of a stretch of time that call one body, by name or by a group of it: the first of each.
-- name: due_meetings :many scope: meeting
-- in: agency i64, since i64, until i64, day i64, most i64
-- out: id i64, pub text, title text, start_minute i64, starts text, place text?, status text?
SELECT m.id, m.pub, m.title, m.start_minute, m.starts, m.place, m.status FROM (
SELECT * FROM (SELECT p.meeting_id FROM participant p
    WHERE p.agency_id = :agency AND p.start_minute >= :since AND p.start_minute <= :until
    ORDER BY p.start_minute LIMIT :most) first_by_name
UNION
SELECT p.meeting_id FROM group_member w
-- sqlite:     JOIN participant p ON p.id IN (SELECT y.id
-- pgsql:     CROSS JOIN LATERAL (SELECT y.meeting_id
    FROM participant y WHERE y.group_id = w.group_id AND y.start_minute >= :since AND y.start_minute <= :until
    ORDER BY y.start_minute LIMIT :most)
-- pgsql:     p
    WHERE w.agency_id = :agency AND w.from_day <= :day AND w.to_day >= :day
) first_of_all JOIN meeting m ON m.id = first_of_all.meeting_id
WHERE m.state <> 'dropped' AND m.status IN ('called', 'held') AND :viewer(m)
ORDER BY m.start_minute, m.id LIMIT :most;

-- Meetings that were called, whose time is past, and to which no conclusion is known.
-- name: meeting_unconcluded :many scope: office
-- in: now i64, since i64?, until i64?, most i64
-- out: id i64, pub text, title text, start_minute i64, starts text, place text?, document text?, document_name text?
SELECT m.id, m.pub, m.title, m.start_minute, m.starts, m.place, d.pub, d.name
FROM meeting m LEFT JOIN document d ON d.id = m.document_id
WHERE m.conclusion_id IS NULL AND m.start_minute <= :now AND m.status = 'called' AND m.state <> 'dropped'
    AND :viewer
-- opt since
  AND m.start_minute >= :since
-- opt until
  AND m.start_minute <= :until
ORDER BY m.start_minute LIMIT :most;

-- name: periodic_list :many scope: own
-- in: agency i64?, most i64
-- out: id i64, pub text, title text, rule text, receiver text?, agency text?, agency_name text?, document text?, document_name text?
SELECT x.id, x.pub, x.title, x.rule, x.receiver, g.code, g.name, d.pub, d.name
FROM periodic_report x LEFT JOIN agency g ON g.id = x.agency_id LEFT JOIN document d ON d.id = x.document_id
WHERE x.active = 1 AND :viewer(x)
-- opt agency
  AND x.agency_id = :agency
ORDER BY x.id LIMIT :most;
