-- A part of the index (register/search/search_part.h), and its pages: so many bytes each, one after
-- the other.
-- name: search_part_put :one scope: system
-- in: documents i64, postings i64, fences blob
-- out: id i64
INSERT INTO search_part (documents, postings, fences) VALUES (:documents, :postings, :fences) RETURNING id;

-- name: search_pages_put :exec scope: system
-- in: places text, bytes blob, each i64
INSERT INTO search_page (place, bytes)
-- sqlite: SELECT value, substr(:bytes, key * :each + 1, :each) FROM json_each('[' || :places || ']')
-- pgsql: SELECT q.place, substring(:bytes FROM CAST((q.n - 1) * :each + 1 AS INTEGER) FOR CAST(:each AS INTEGER))
-- pgsql: FROM unnest(CAST(string_to_array(:places, ',') AS BIGINT[])) WITH ORDINALITY AS q (place, n)
;

-- name: search_parts :many scope: system
-- out: id i64, documents i64, postings i64, fences blob
SELECT id, documents, postings, fences FROM search_part ORDER BY id;

-- For each of these places the page that begins there, or the one before it.
-- name: search_pages_at :many scope: system
-- in: places text
-- out: asked i64, place i64, bytes blob
-- sqlite: SELECT q.value, p.place, p.bytes FROM json_each('[' || :places || ']') q CROSS JOIN search_page p
-- sqlite: WHERE p.place = (SELECT MAX(b.place) FROM search_page b WHERE b.place <= q.value)
-- pgsql: SELECT q.value, p.place, p.bytes FROM unnest(CAST(string_to_array(:places, ',') AS BIGINT[])) AS q (value)
-- pgsql: CROSS JOIN LATERAL (SELECT b.place, b.bytes FROM search_page b WHERE b.place <= q.value ORDER BY b.place DESC LIMIT 1) p
;

-- name: search_pages_from :many scope: system
-- in: first i64, below i64, most i64
-- out: place i64, bytes blob
SELECT place, bytes FROM search_page WHERE place >= :first AND place < :below ORDER BY place LIMIT :most;

-- name: search_part_drop :exec scope: system
-- in: id i64
DELETE FROM search_part WHERE id = :id;

-- name: search_empty :exec scope: system
DELETE FROM search_part;

-- name: search_pages_drop :exec scope: system
-- in: first i64, below i64
DELETE FROM search_page WHERE place >= :first AND place < :below;

-- name: search_key :one scope: system
-- in: document i64
-- out: issued text?, entered_at i64, status text
SELECT issued, entered_at, status FROM document WHERE id = :document;

-- name: search_source :one scope: system
-- in: document i64
-- out: title text, number text?, words text
SELECT d.title, d.number, COALESCE(r.text, '') FROM document d LEFT JOIN reading r ON r.id = d.reading_id
WHERE d.id = :document;

-- name: search_documents :many scope: system
-- in: after i64, most i64
-- out: id i64
SELECT id FROM document WHERE id > :after AND status NOT IN ('draft', 'signed') ORDER BY id LIMIT :most;

-- name: search_audience :many scope: system
-- in: document i64
-- out: agency i64
SELECT agency_id FROM audience WHERE document_id = :document;

-- Was search emptied by a migration? (schema/003)
-- name: search_is_stale :one scope: system
-- out: value text
SELECT value FROM meta WHERE key = 'search';

-- name: search_renewed :exec scope: system
DELETE FROM meta WHERE key = 'search';

-- name: search_numbered :many scope: own_document
-- in: key text, from_day i64?, to_day i64?, agency i64?, most i64
-- out: id i64
SELECT d.id FROM document d WHERE d.number_key = :key AND :viewer(d)
-- opt from_day
  AND d.issued_day >= :from_day
-- opt to_day
  AND d.issued_day <= :to_day
-- opt agency
  AND EXISTS (SELECT 1 FROM audience u WHERE u.document_id = d.id AND u.agency_id = :agency)
ORDER BY COALESCE(d.issued_day, 0) DESC, d.id DESC LIMIT :most;

-- Documents by a list of rows, "3,17", in any order. On PostgreSQL substr() counts through all
-- letters, which takes longer than to fetch them.
-- name: search_show :many scope: own_document
-- in: ids text, most i64
-- out: id i64, pub text, name text, kind text?, purpose text?, number text?, issued text?, issuer text?, issuer_name text?, title text, number_state text?, words text?
SELECT d.id, d.pub, d.name, d.kind, d.purpose, d.number, d.issued, d.issuer, a.name, d.title, d.number_state,
-- sqlite:     substr(r.text, 1, :most)
-- pgsql:     CASE WHEN octet_length(r.text) > :most THEN substr(r.text, 1, CAST(:most AS INTEGER)) ELSE r.text END
FROM document d LEFT JOIN agency a ON a.id = d.issuer_id LEFT JOIN reading r ON r.id = d.reading_id
-- sqlite: WHERE d.id IN (SELECT value FROM json_each('[' || :ids || ']')) AND :viewer(d)
-- pgsql: WHERE d.id = ANY(CAST(string_to_array(:ids, ',') AS BIGINT[])) AND :viewer(d)
;
