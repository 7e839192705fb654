-- Meetings made and changed by hand, and what else belongs to one.

-- name: hand_meeting_get :one scope: system
-- in: id i64
-- out: document text?, document_id i64?, status text?, title text, starts text?, ends text?, start_minute i64?, duration text?, mode text?, place text?, chair text?, conclusion text?, version i64
SELECT d.pub, m.document_id, m.status, m.title, m.starts, m.ends, m.start_minute, m.duration, m.mode, m.place,
    m.chair, k.pub, m.version
FROM meeting m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN document k ON k.id = m.conclusion_id
WHERE m.id = :id;

-- name: hand_meeting_set :exec scope: system
-- in: id i64, document i64?, status text, title text, starts text?, ends text?, start_minute i64?, duration text?, mode text?, place text?, chair text?, chair_agency i64?, conclusion i64?
UPDATE meeting SET document_id = :document, status = :status, title = :title, starts = :starts, ends = :ends,
    start_minute = :start_minute, duration = :duration, mode = :mode, place = :place, chair = :chair,
    chair_agency_id = :chair_agency, conclusion_id = :conclusion, state = 'accepted', version = version + 1
WHERE id = :id;

-- name: hand_meeting_guests :many scope: system
-- in: meeting i64
-- out: words text, code text?, group_code text?, post text?, person text?, rank text?, presence text?, site text?, note text?, invited_by text?
SELECT p.words, a.code, g.code, p.post, p.person, p.rank, p.presence, p.site, p.note, p.invited_by
FROM participant p LEFT JOIN agency a ON a.id = p.agency_id LEFT JOIN body_group g ON g.id = p.group_id
WHERE p.meeting_id = :meeting ORDER BY p.position, p.id;

-- name: hand_meeting_lines :many scope: system
-- in: meeting i64
-- out: kind text, words text, code text?, person text?, minute i64?, place text?, form text?, copies i64?, file_day i64?, paper_day i64?, duty text?
SELECT l.kind, l.words, a.code, l.person, l.minute, l.place, l.form, l.copies, l.file_day, l.paper_day, d.pub
FROM meeting_line l LEFT JOIN agency a ON a.id = l.agency_id LEFT JOIN assignment d ON d.id = l.assignment_id
WHERE l.meeting_id = :meeting ORDER BY l.position, l.id;

-- name: meeting_guests_drop :exec scope: system
-- in: meeting i64
DELETE FROM participant WHERE meeting_id = :meeting;

-- name: meeting_lines_drop :exec scope: system
-- in: meeting i64
DELETE FROM meeting_line WHERE meeting_id = :meeting;

-- name: meeting_line_put :exec scope: system
-- in: meeting i64, kind text, position i64, words text, agency i64?, person text?, minute i64?, place text?, form text?, copies i64?, file_day i64?, paper_day i64?, assignment i64?
INSERT INTO meeting_line (meeting_id, kind, position, words, agency_id, person, minute, place, form, copies, file_day,
    paper_day, assignment_id)
VALUES (:meeting, :kind, :position, :words, :agency, :person, :minute, :place, :form, :copies, :file_day, :paper_day,
    :assignment);

-- What everybody who sees the meeting sees of it.
-- name: meeting_parts :many scope: meeting
-- in: meeting i64
-- out: kind text, words text, agency_name text?, person text?, minute i64?, place text?
SELECT l.kind, l.words, a.name, l.person, l.minute, l.place
FROM meeting m JOIN meeting_line l ON l.meeting_id = m.id LEFT JOIN agency a ON a.id = l.agency_id
WHERE m.id = :meeting AND l.kind IN ('part', 'site', 'speaker', 'check') AND :viewer(m) ORDER BY l.position, l.id;

-- Who has not handed in what is for the Office, and for the body itself.
-- name: meeting_papers :many scope: own
-- in: meeting i64
-- out: id i64, kind text, words text, code text?, agency_name text?, minute i64?, form text?, copies i64?, file_day i64?, paper_day i64?, duty text?
SELECT l.id, l.kind, l.words, a.code, a.name, l.minute, l.form, l.copies, l.file_day, l.paper_day, d.pub
FROM meeting_line l LEFT JOIN agency a ON a.id = l.agency_id LEFT JOIN assignment d ON d.id = l.assignment_id
WHERE l.meeting_id = :meeting AND l.kind IN ('paper', 'prepare') AND :viewer(l) ORDER BY l.position, l.id;

-- The programme of the month in which a meeting stands.
-- name: meeting_programme :many scope: office
-- in: meeting i64
-- out: month text, words text, day i64?, document text?
SELECT p.month, i.words, i.day, d.pub FROM programme_item i JOIN programme p ON p.id = i.programme_id
    LEFT JOIN document d ON d.id = p.document_id
WHERE i.meeting_id = :meeting AND :viewer ORDER BY p.month;

-- name: hand_duty_pub :one scope: system
-- in: id i64
-- out: pub text
SELECT pub FROM assignment WHERE id = :id;
