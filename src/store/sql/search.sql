-- Terms of a document (register/search/search_terms.c) under its key. Terms may be added later. FTS5 reads
-- its lists from their beginning, whole pages where it must go backwards: there the newest come first,
-- under 2^62 less the key.
-- name: search_put :exec scope: system
-- in: key i64, terms text
-- sqlite: INSERT INTO search (rowid, terms) VALUES (4611686018427387904 - :key, :terms)
-- pgsql: INSERT INTO search (key, terms) VALUES (:key, array_to_tsvector(string_to_array(:terms, ' ')))
-- pgsql: ON CONFLICT (key) DO UPDATE SET terms = search.terms || excluded.terms

-- Marks of a document (register/search/search_terms.c) under the same key.
-- name: search_mark_put :exec scope: system
-- in: key i64, marks blob
INSERT INTO search_mark (key, marks) VALUES (:key, :marks) ON CONFLICT (key) DO UPDATE SET marks = excluded.marks;

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

-- Lay parts of the index together, so many pages of it; on SQLite no rows changed when there is
-- nothing left to do. Less than 0: until it is one.
-- name: search_merge :exec scope: system
-- in: pages i64
-- sqlite: INSERT INTO search (search, rank) VALUES ('merge', :pages)
-- pgsql: SELECT gin_clean_pending_list('search_terms') WHERE :pages <> 0

-- On PostgreSQL a common word must not tempt it to walk the whole table: for this
-- transaction the index of terms is the only way, and the plan is the same whatever is asked.
-- name: search_prepare :exec scope: system
-- sqlite: SELECT 1
-- pgsql: SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)

-- The newest documents that hold all terms: from the index of terms. On PostgreSQL the sum
-- keeps it from walking the key instead. blocks: PostgreSQL only, the keys by blocks as the
-- index has them, "17,18": what stands in none of them is not looked at.
-- name: search_hits :many scope: document
-- in: query text, blocks text?, below i64, least i64, marked i64, most i64
-- out: key i64, document i64, marks blob?
SELECT k.key, k.document_id, CASE WHEN :marked = 1 THEN (SELECT m.marks FROM search_mark m WHERE m.key = k.key) END FROM (
-- sqlite: SELECT 4611686018427387904 - rowid AS key, (4611686018427387904 - rowid) & 68719476735 AS document_id, rowid AS place
-- sqlite:     FROM search WHERE search MATCH :query AND rowid > 4611686018427387904 - :below AND rowid <= 4611686018427387904 - :least
-- pgsql: SELECT key + 0 AS key, key & 68719476735 AS document_id FROM search
-- pgsql:     WHERE terms @@ CAST(replace(replace(:query, '"', ''''), ' ', ' & ') AS tsquery) AND key + 0 < :below AND key + 0 >= :least
-- opt blocks
-- pgsql:     AND ARRAY[key >> 8, key >> 12, key >> 16, key >> 20, key >> 36, key >> 40, key >> 44, key >> 48] && CAST('{' || :blocks || '}' AS BIGINT[])
) k WHERE :viewer(k)
-- sqlite: ORDER BY k.place LIMIT :most
-- pgsql: ORDER BY k.key DESC LIMIT :most

-- The newest key, and the one so many rows on; none where there are fewer.
-- name: search_newest :one scope: system
-- in: below i64, least i64, span i64
-- out: newest i64?, end i64?
-- sqlite: SELECT (SELECT MAX(key) FROM search_mark WHERE key < :below AND key >= :least),
-- sqlite:     (SELECT key FROM search_mark WHERE key < :below AND key >= :least ORDER BY key DESC LIMIT 1 OFFSET :span)
-- pgsql: SELECT (SELECT MAX(key) FROM search WHERE key < :below AND key >= :least),
-- pgsql:     (SELECT key FROM search WHERE key < :below AND key >= :least ORDER BY key DESC LIMIT 1 OFFSET :span)

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
-- out: id i64, pub text, name text, kind text?, purpose text?, number text?, issued text?, issuer text?, issuer_name text?, title text, words text?
SELECT d.id, d.pub, d.name, d.kind, d.purpose, d.number, d.issued, d.issuer, a.name, d.title,
-- sqlite:     substr(r.text, 1, :most)
-- pgsql:     CASE WHEN octet_length(r.text) > :most THEN substr(r.text, 1, CAST(:most AS INTEGER)) ELSE r.text END
FROM document d LEFT JOIN agency a ON a.id = d.issuer_id LEFT JOIN reading r ON r.id = d.reading_id
-- sqlite: WHERE d.id IN (SELECT value FROM json_each('[' || :ids || ']')) AND :viewer(d)
-- pgsql: WHERE d.id = ANY(CAST(string_to_array(:ids, ',') AS BIGINT[])) AND :viewer(d)
;
