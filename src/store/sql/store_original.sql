-- name: document_original :one scope: own_document
-- in: document i64
-- out: sha256 text?, name text, media text?, part i64
SELECT substr(d.sha256, 1, 64), d.name, d.media, d.part FROM document d WHERE d.id = :document AND :viewer(d);
