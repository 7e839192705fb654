-- The conditions that stand for :viewer(x) in statements of a scope. v_all: the Office and
-- leaders; v_agency: the body the viewer speaks for, 0 for none.

-- scope: office
:v_all = 1

-- scope: document
:v_all = 1 OR EXISTS (SELECT 1 FROM audience va
    WHERE va.document_id = {x}.document_id AND va.agency_id = :v_agency)

-- A meeting: whoever may see its document, and the bodies that it calls, by name or by group.
-- scope: meeting
:v_all = 1 OR EXISTS (SELECT 1 FROM audience va
        WHERE va.document_id = {x}.document_id AND va.agency_id = :v_agency)
    OR EXISTS (SELECT 1 FROM participant vp WHERE vp.meeting_id = {x}.id AND (vp.agency_id = :v_agency
        OR EXISTS (SELECT 1 FROM group_member vg WHERE vg.group_id = vp.group_id AND vg.agency_id = :v_agency
            AND vg.from_day <= COALESCE({x}.start_minute / 1440, vg.from_day)
            AND vg.to_day >= COALESCE({x}.start_minute / 1440, vg.to_day))))

-- scope: own_document
:v_all = 1 OR EXISTS (SELECT 1 FROM audience va
    WHERE va.document_id = {x}.id AND va.agency_id = :v_agency)

-- An obligation: its own agency, the watchers of its duty, the one who compiles its answers.
-- scope: duty
:v_all = 1 OR {x}.agency_id = :v_agency
    OR EXISTS (SELECT 1 FROM party vp WHERE vp.assignment_id = {x}.assignment_id
        AND vp.role = 'watcher' AND vp.agency_id = :v_agency)
    OR EXISTS (SELECT 1 FROM collection vc WHERE vc.assignment_id = {x}.assignment_id
        AND vc.compiler_id = :v_agency)

-- An assignment: whoever may see its document or has a part in it.
-- scope: assignment
:v_all = 1 OR EXISTS (SELECT 1 FROM audience va
        WHERE va.document_id = {x}.document_id AND va.agency_id = :v_agency)
    OR EXISTS (SELECT 1 FROM party vp WHERE vp.assignment_id = {x}.id AND vp.agency_id = :v_agency)
    OR EXISTS (SELECT 1 FROM obligation vo WHERE vo.assignment_id = {x}.id AND vo.agency_id = :v_agency)

-- What is counted or kept for one body.
-- scope: own
:v_all = 1 OR {x}.agency_id = :v_agency

-- A round: its compiler, and the watchers of its duty. Its members do not see each other.
-- scope: round
:v_all = 1 OR {x}.compiler_id = :v_agency
    OR EXISTS (SELECT 1 FROM party vp WHERE vp.assignment_id = {x}.assignment_id
        AND vp.role = 'watcher' AND vp.agency_id = :v_agency)

-- A petition: who asks, who answers, who watches.
-- scope: petition
:v_all = 1 OR {x}.petitioner_id = :v_agency OR {x}.owner_id = :v_agency
    OR EXISTS (SELECT 1 FROM petition_watcher vw WHERE vw.petition_id = {x}.id
        AND vw.agency_id = :v_agency)
