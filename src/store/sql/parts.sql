-- Parts of statements that several of them share (-- use: NAME); their parameters are the statement's.

-- Which obligations: whose, with or without a limit, in which state, due when.
-- part: duty_which
-- opt agency
  AND o.agency_id = :agency
-- opt nobody
  AND o.agency_id IS NULL AND :nobody = 1
-- opt dated
  AND o.due IS NOT NULL AND :dated = 1
-- opt undated
  AND o.due IS NULL AND :undated = 1
-- opt work
  AND o.work = :work
-- opt since
  AND o.due >= :since
-- opt until
  AND o.due <= :until

-- Of a list that a person asks for: done in time or late, not suspended, asking for something. work_of
-- and done_of say the same as work and done, but to no index: of one body, or of nobody, the index
-- of agencies leads to far fewer rows.
-- part: duty_asked_for
-- opt work_of
  AND '' || o.work = :work_of
-- opt done
  AND o.work || '' = 'confirmed' AND o.in_time = :done
-- opt done_of
  AND '' || o.work = 'confirmed' AND o.in_time = :done_of
-- opt active
  AND o.work <> 'suspended' AND :active = 1
-- opt asked
  AND o.id = q.of_id AND :asked = 1

-- Which documents: of what kind, waiting for review or not, whose, issued when.
-- part: document_which
-- opt purpose
  AND d.purpose = :purpose
-- opt waiting
  AND d.id IN (SELECT w.document_id FROM assignment w WHERE w.state = 'proposed' UNION ALL SELECT w.document_id FROM meeting w WHERE w.state = 'proposed') AND :waiting = 1
-- opt reviewed
  AND NOT EXISTS (SELECT 1 FROM assignment w WHERE w.document_id = d.id AND w.state = 'proposed') AND NOT EXISTS (SELECT 1 FROM meeting w WHERE w.document_id = d.id AND w.state = 'proposed') AND :reviewed = 1
-- opt agency
  AND d.issuer_id = :agency
-- opt since
  AND d.issued_day >= :since
-- opt until
  AND d.issued_day <= :until

-- The four official buckets, and what has no limit.
-- part: buckets
    COUNT(CASE WHEN o.work = 'confirmed' AND o.in_time = 1 THEN 1 END),
    COUNT(CASE WHEN o.work = 'confirmed' AND o.in_time = 0 THEN 1 END),
    COUNT(CASE WHEN o.work <> 'confirmed' AND o.due >= :now THEN 1 END),
    COUNT(CASE WHEN o.work <> 'confirmed' AND o.due < :now THEN 1 END),
    COUNT(CASE WHEN o.work <> 'confirmed' AND o.due IS NULL THEN 1 END)

-- What they count, by the due day.
-- part: counted_in_period
WHERE o.work NOT IN ('stopped', 'suspended') AND :viewer(o)
-- opt since
  AND o.due >= :since
-- opt until
  AND o.due <= :until
