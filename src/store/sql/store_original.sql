-- name: document_original :one scope: own_document
-- in: document i64
-- out: sha256 text?, name text, media text?
SELECT d.sha256, d.name, d.media FROM document d WHERE d.id = :document AND :viewer(d);
