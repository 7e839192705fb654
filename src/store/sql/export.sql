-- Lists as they leave the register: app/cmd/export_lists.c names their columns. All take the
-- same three parameters, each of them optional.

-- name: export_duties :many scope: duty
-- in: agency i64?, since i64?, until i64?
-- out: pub text, action text, agency text?, number text?, title text?, issued_day i64?, words text?, due i64?, given i64?, work text, in_time bool, reported_at i64?, done_at i64?, deliverable text?, receiver text?, monitor text?, assigner text?, field text?, reason text?
SELECT o.pub, a.action, g.name, d.number, d.title, d.issued_day, COALESCE(t.words, a.due_text), o.due, o.given, o.work,
    o.in_time, o.reported_at, o.done_at, a.deliverable, a.receiver, a.monitor, a.assigner, a.field, o.reason
FROM obligation o JOIN assignment a ON a.id = o.assignment_id LEFT JOIN document d ON d.id = a.document_id
    LEFT JOIN deadline t ON t.id = o.deadline_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE :viewer(o)
-- opt agency
  AND o.agency_id = :agency
-- opt since
  AND o.due >= :since
-- opt until
  AND o.due <= :until
ORDER BY o.due, o.id;

-- Duties as they were given, each once: who leads it first, and what became of the parts that the
-- viewer may see.
-- name: export_assignments :many scope: assignment
-- in: agency i64?, since i64?, until i64?
-- out: pub text, action text, lead text?, leads i64, number text?, title text?, issued_day i64?, words text?, due i64?, disposal text, total i64, done i64, reported i64, monitor text?, assigner text?, field text?
SELECT a.pub, a.action,
    (SELECT COALESCE(g.name, b.name, p.words) FROM party p LEFT JOIN agency g ON g.id = p.agency_id
        LEFT JOIN body_group b ON b.id = p.group_id WHERE p.assignment_id = a.id AND p.role = 'lead'
        ORDER BY p.position LIMIT 1),
    (SELECT COUNT(*) FROM party p WHERE p.assignment_id = a.id AND p.role = 'lead'),
    d.number, d.title, d.issued_day, COALESCE(a.due_text, a.vague), a.due, a.disposal,
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND (:v_all = 1 OR o.agency_id = :v_agency)),
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND +o.open = 0
        AND (:v_all = 1 OR o.agency_id = :v_agency)),
    (SELECT COUNT(*) FROM obligation o WHERE o.assignment_id = a.id AND o.work = 'reported_done'
        AND (:v_all = 1 OR o.agency_id = :v_agency)), a.monitor, a.assigner, a.field
FROM assignment a LEFT JOIN document d ON d.id = a.document_id
WHERE a.state = 'accepted' AND a.disposal IN ('track', 'standing') AND :viewer(a)
-- opt agency
  AND (EXISTS (SELECT 1 FROM obligation w WHERE w.assignment_id = a.id AND w.agency_id = :agency) OR EXISTS (SELECT 1 FROM party w WHERE w.assignment_id = a.id AND w.agency_id = :agency AND w.role = 'lead'))
-- opt since
  AND a.due >= :since
-- opt until
  AND a.due <= :until
ORDER BY a.id;

-- name: export_documents :many scope: own_document
-- in: agency i64?, since i64?, until i64?
-- out: pub text, entered_no i64, number text?, kind text?, title text, issuer text?, issued_day i64?, signer text?, signer_post text?, direction text, urgency text?, name text, entered_at i64
SELECT d.pub, d.id, d.number, d.kind, d.title, COALESCE(g.name, d.issuer), d.issued_day, d.signer, d.signer_post,
    d.direction, d.urgency, d.name, d.entered_at
FROM document d LEFT JOIN agency g ON g.id = d.issuer_id
WHERE :viewer(d)
-- opt agency
  AND EXISTS (SELECT 1 FROM audience u WHERE u.document_id = d.id AND u.agency_id = :agency)
-- opt since
  AND d.issued_day * 1440 >= :since
-- opt until
  AND d.issued_day * 1440 <= :until
ORDER BY d.id;

-- name: export_meetings :many scope: meeting
-- in: agency i64?, since i64?, until i64?
-- out: pub text, title text, start_minute i64?, place text?, chair text?, status text?, participants i64, number text?, document text?, conclusion text?, conclusion_day i64?
SELECT m.pub, m.title, m.start_minute, m.place, m.chair, m.status,
    (SELECT COUNT(*) FROM participant p WHERE p.meeting_id = m.id), d.number, d.name, COALESCE(c.number, c.title),
    c.issued_day
FROM meeting m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN document c ON c.id = m.conclusion_id
WHERE m.state <> 'dropped' AND :viewer(m)
-- opt agency
  AND EXISTS (SELECT 1 FROM participant u WHERE u.meeting_id = m.id AND u.agency_id = :agency)
-- opt since
  AND m.start_minute >= :since
-- opt until
  AND m.start_minute <= :until
ORDER BY m.start_minute, m.id;

-- name: export_petitions :many scope: petition
-- in: agency i64?, since i64?, until i64?
-- out: pub text, words text, petitioner text?, owner text?, state text, due i64?, reply text?, reply_number text?, number text?
SELECT p.pub, p.words, x.name, o.name, CASE WHEN p.state = 'open' THEN 'unanswered' ELSE p.state END, p.due, p.reply, COALESCE(r.number, r.name), COALESCE(d.number, d.name)
FROM petition p LEFT JOIN agency x ON x.id = p.petitioner_id LEFT JOIN agency o ON o.id = p.owner_id
    LEFT JOIN document r ON r.id = p.reply_id LEFT JOIN document d ON d.id = p.document_id
WHERE :viewer(p)
-- opt agency
  AND (p.owner_id = :agency OR p.petitioner_id = :agency)
-- opt since
  AND p.due >= :since
-- opt until
  AND p.due <= :until
ORDER BY p.id;

-- name: export_collections :many scope: round
-- in: agency i64?, since i64?, until i64?
-- out: pub text, title text, compiler text?, due i64?, state text, members i64, arrived i64, late i64, number text?
SELECT c.pub, c.title, g.name, c.due, c.state, c.members, c.arrived, c.late, COALESCE(d.number, d.name)
FROM collection c LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN assignment a ON a.id = c.assignment_id
    LEFT JOIN document d ON d.id = a.document_id
WHERE :viewer(c)
-- opt agency
  AND c.compiler_id = :agency
-- opt since
  AND c.due >= :since
-- opt until
  AND c.due <= :until
ORDER BY c.due, c.id;

-- One round: a row for each member.
-- name: export_round :many scope: round
-- in: round i64?, since i64?, until i64?
-- out: title text, compiler text?, due i64?, code text, agency text, state text, sent_at i64?, document text?, note text?
SELECT c.title, g.name, c.due, x.code, x.name, i.state, i.sent_at, COALESCE(d.number, d.name), i.note
FROM collection c JOIN collection_item i ON i.collection_id = c.id JOIN agency x ON x.id = i.agency_id
    LEFT JOIN agency g ON g.id = c.compiler_id LEFT JOIN document d ON d.id = i.document_id
WHERE :viewer(c)
-- opt round
  AND c.id = :round
-- opt since
  AND i.sent_at >= :since
-- opt until
  AND i.sent_at <= :until
ORDER BY c.id, x.position, x.id;

-- name: export_agencies :many scope: open
-- in: agency i64?, since i64?, until i64?
-- out: code text, name text, class text, kind text, parent text?, district text?, email text?, phone text?, from_day i64?, to_day i64?
SELECT g.code, g.name, g.class, g.kind, p.name, g.district, g.email, g.phone, g.from_day, g.to_day
FROM agency g LEFT JOIN agency p ON p.id = g.parent_id WHERE 1 = 1
-- opt agency
  AND g.id = :agency
-- opt since
  AND (g.to_day IS NULL OR g.to_day * 1440 >= :since)
-- opt until
  AND (g.from_day IS NULL OR g.from_day * 1440 <= :until)
ORDER BY g.position, g.id;

-- name: export_events :many scope: office
-- in: agency i64?, since i64?, until i64?
-- out: seq i64, at i64, account i64, verb text, noun text, noun_id i64, detail text, hash text
SELECT e.seq, e.at, e.account_id, e.verb, e.noun, e.noun_id, e.detail, e.hash FROM event e WHERE :viewer
-- opt agency
  AND EXISTS (SELECT 1 FROM account u WHERE u.id = e.account_id AND u.agency_id = :agency)
-- opt since
  AND e.at >= :since * 60 - 25200
-- opt until
  AND e.at <= :until * 60 - 25200
ORDER BY e.seq;

-- The book in which an office follows what came in (Decree 30/2020, PL IV): a row for each
-- body that has something to do.
-- name: export_followup :many scope: duty
-- in: agency i64?, since i64?, until i64?
-- out: entered_no i64, kind text?, number text?, issued_day i64?, issuer text?, title text, agency text?, action text, due i64?, work text, in_time bool, done_at i64?, reply text?, note text?
SELECT d.id, d.kind, d.number, d.issued_day, COALESCE(b.name, d.issuer), d.title, g.name, a.action, o.due, o.work,
    o.in_time, o.done_at,
    (SELECT MIN(COALESCE(y.number, y.name)) FROM evidence v JOIN document y ON y.id = v.document_id
        WHERE v.obligation_id = o.id), o.reason
FROM obligation o JOIN assignment a ON a.id = o.assignment_id JOIN document d ON d.id = a.document_id
    LEFT JOIN agency b ON b.id = d.issuer_id LEFT JOIN agency g ON g.id = o.agency_id
WHERE :viewer(o)
-- opt agency
  AND o.agency_id = :agency
-- opt since
  AND o.due >= :since
-- opt until
  AND o.due <= :until
ORDER BY d.id, o.id;

-- name: round_by_pub :one scope: round
-- in: pub text
-- out: id i64
SELECT c.id FROM collection c WHERE c.pub = :pub AND :viewer(c);
