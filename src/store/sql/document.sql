-- name: document_by_hash :one scope: system
-- in: sha256 text
-- out: id i64, pub text, all_past bool, parts i64
SELECT id, pub, all_past, parts FROM document WHERE sha256 = :sha256;

-- name: document_put :one scope: system
-- in: pub text, sha256 text?, name text, media text?, bytes i64, through text, direction text, status text, kind text?, purpose text?, series text?, number text?, number_key text?, short_key text?, number_state text?, issued text?, issued_day i64?, place text?, issuer_id i64?, issuer text?, title text, urgency text?, signer text?, signer_post text?, all_past bool, keep text, entered_at i64, entered_by i64
-- out: id i64
INSERT INTO document (pub, sha256, name, media, bytes, through, direction, status, kind, purpose, series,
    number, number_key, short_key, number_state, issued, issued_day, place, issuer_id, issuer, title, urgency, signer,
    signer_post, all_past, keep, entered_at, entered_by, version)
VALUES (:pub, :sha256, :name, :media, :bytes, :through, :direction, :status, :kind, :purpose, :series,
    :number, :number_key, :short_key, :number_state, :issued, :issued_day, :place, :issuer_id, :issuer, :title, :urgency,
    :signer, :signer_post, :all_past, :keep, :entered_at, :entered_by, 1)
RETURNING id;

-- name: document_part_set :exec scope: system
-- in: document i64, part i64, parts i64, unread i64?
UPDATE document SET part = :part, parts = :parts, unread = :unread WHERE id = :document;

-- name: reading_put :one scope: system
-- in: document i64, reader text, data text, words text, json text, packed blob?, made_at i64, leaves text?
-- out: id i64
INSERT INTO reading (document_id, reader, data, text, json, packed, made_at, leaves)
VALUES (:document, :reader, :data, :words, :json, :packed, :made_at, :leaves) RETURNING id;

-- name: finding_clear :exec scope: system
-- in: document i64
DELETE FROM finding WHERE document_id = :document;

-- name: finding_put :exec scope: system
-- in: document i64, rule text, severity text, message text, law text?, proposal text?, quote text, at i64?, len i64?
INSERT INTO finding (document_id, rule, severity, message, law, proposal, quote, at, len)
VALUES (:document, :rule, :severity, :message, :law, :proposal, :quote, :at, :len);

-- name: document_reading_set :exec scope: system
-- in: document i64, reading i64
UPDATE document SET reading_id = :reading WHERE id = :document;

-- name: audience_put :exec scope: system
-- in: document i64, agency i64, why text
INSERT INTO audience (document_id, agency_id, why) VALUES (:document, :agency, :why)
ON CONFLICT (document_id, agency_id) DO NOTHING;

-- agencies: "3,17,…"
-- name: audience_put_all :exec scope: system
-- in: document i64, agencies text, why text
INSERT INTO audience (document_id, agency_id, why)
-- sqlite: SELECT :document, value, :why FROM json_each('[' || :agencies || ']')
-- pgsql: SELECT CAST(:document AS BIGINT), x, CAST(:why AS TEXT) FROM unnest(CAST(string_to_array(:agencies, ',') AS BIGINT[])) x
WHERE 1 = 1 ON CONFLICT (document_id, agency_id) DO NOTHING;

-- name: citation_put :exec scope: system
-- in: document i64, local text, quote text, kind text?, number text?, number_key text?, short_key text?, in_full bool, day text?, issuer text?, at i64, len i64
INSERT INTO citation (document_id, local, quote, kind, number, number_key, short_key, in_full, day, issuer, at, len)
VALUES (:document, :local, :quote, :kind, :number, :number_key, :short_key, :in_full, :day, :issuer, :at, :len);

-- name: meeting_put :one scope: system
-- in: pub text, document i64?, position i64, state text, status text?, title text, starts text?, ends text?, start_minute i64?, duration text?, mode text?, place text?, chair text?, chair_agency i64?, quote text?, at i64?, len i64?
-- out: id i64
INSERT INTO meeting (pub, document_id, position, state, status, title, starts, ends, start_minute, duration,
    mode, place, chair, chair_agency_id, quote, at, len, version)
VALUES (:pub, :document, :position, :state, :status, :title, :starts, :ends, :start_minute, :duration,
    :mode, :place, :chair, :chair_agency, :quote, :at, :len, 1)
RETURNING id;

-- name: participant_put :exec scope: system
-- in: meeting i64, position i64, words text, agency i64?, group_id i64?, post text?, person text?, rank text?, presence text?, site text?, note text?, invited_by text?
INSERT INTO participant (meeting_id, position, words, agency_id, group_id, post, person, rank, presence, site,
    note, invited_by, start_minute)
VALUES (:meeting, :position, :words, :agency, :group_id, :post, :person, :rank, :presence, :site, :note,
    :invited_by, (SELECT m.start_minute FROM meeting m WHERE m.id = :meeting));

-- name: document_past :one scope: system
-- in: document i64
-- out: all_past bool
SELECT all_past FROM document WHERE id = :document;
