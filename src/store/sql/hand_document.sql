-- Documents made by hand, and numbers of series.

-- name: hand_document_get :one scope: system
-- in: id i64
-- out: direction text, status text, kind text?, purpose text?, series text?, number text?, issued text?, issuer text?, issuer_code text?, title text, urgency text?, signer text?, signer_post text?, addressees text?, replaces text?, reading i64?
SELECT d.direction, d.status, d.kind, d.purpose, d.series, d.number, d.issued, d.issuer, a.code, d.title, d.urgency,
    d.signer, d.signer_post, d.addressees, w.pub, d.reading_id
FROM document d LEFT JOIN agency a ON a.id = d.issuer_id LEFT JOIN document w ON w.id = d.replaces_id
WHERE d.id = :id;

-- name: hand_document_set :exec scope: system
-- in: id i64, direction text, status text, kind text?, purpose text?, series text?, number text?, number_key text?, short_key text?, number_state text?, issued text?, issued_day i64?, issuer_id i64?, issuer text?, title text, urgency text?, signer text?, signer_post text?, addressees text?, replaces i64?
UPDATE document SET direction = :direction, status = :status, kind = :kind, purpose = :purpose, series = :series,
    number = :number, number_key = :number_key, short_key = :short_key, number_state = :number_state,
    issued = :issued, issued_day = :issued_day, issuer_id = :issuer_id, issuer = :issuer, title = :title,
    urgency = :urgency, signer = :signer, signer_post = :signer_post, addressees = :addressees,
    replaces_id = :replaces, version = version + 1
WHERE id = :id;

-- name: document_status_set :exec scope: system
-- in: id i64, status text
UPDATE document SET status = :status, version = version + 1 WHERE id = :id;

-- Documents that were written down by hand.
-- name: document_hand_list :many scope: own_document
-- in: status text?, direction text?, most i64, skip i64
-- out: pub text, number text?, kind text?, title text, status text, direction text, issued text?, issued_day i64?, series text?, replaces text?, replaces_number text?
SELECT d.pub, d.number, d.kind, d.title, d.status, d.direction, d.issued, d.issued_day, d.series, w.pub,
    COALESCE(w.number, w.title)
FROM document d LEFT JOIN document w ON w.id = d.replaces_id WHERE d.through = 'hand' AND :viewer(d)
-- opt status
  AND d.status = :status
-- opt direction
  AND d.direction = :direction
ORDER BY d.entered_at DESC, d.id DESC LIMIT :most OFFSET :skip;

-- name: series_find :one scope: system
-- in: code text, year i64
-- out: id i64, last i64
SELECT id, last FROM series WHERE code = :code AND year = :year;

-- name: series_get :one scope: system
-- in: id i64
-- out: code text, year i64, last i64
SELECT code, year, last FROM series WHERE id = :id;

-- name: series_put :one scope: system
-- in: code text, year i64, last i64
-- out: id i64
INSERT INTO series (code, year, last) VALUES (:code, :year, :last) RETURNING id;

-- name: series_set :exec scope: system
-- in: id i64, code text, year i64, last i64
UPDATE series SET code = :code, year = :year, last = :last WHERE id = :id;

-- name: series_number_get :one scope: system
-- in: series i64, n i64
-- out: document i64?
SELECT document_id FROM series_number WHERE series_id = :series AND n = :n;

-- name: series_number_put :exec scope: system
-- in: series i64, n i64, document i64?, note text?, at i64, by_id i64
INSERT INTO series_number (series_id, n, document_id, note, at, by_id)
VALUES (:series, :n, :document, :note, :at, :by_id);

-- name: series_list :many scope: office
-- in: year i64?
-- out: id i64, code text, year i64, last i64, given i64, least i64
SELECT s.id, s.code, s.year, s.last, (SELECT COUNT(*) FROM series_number n WHERE n.series_id = s.id),
    COALESCE((SELECT MIN(n.n) FROM series_number n WHERE n.series_id = s.id), s.last + 1)
FROM series s WHERE :viewer
-- opt year
  AND s.year = :year
ORDER BY s.year DESC, s.code;

-- name: series_numbers :many scope: office
-- in: series i64, below i64, most i64
-- out: n i64, document text?, title text?, issued_day i64?, status text?, note text?, at i64
SELECT n.n, d.pub, d.title, d.issued_day, d.status, n.note, n.at
FROM series_number n LEFT JOIN document d ON d.id = n.document_id
WHERE n.series_id = :series AND n.n < :below AND :viewer ORDER BY n.n DESC LIMIT :most;
