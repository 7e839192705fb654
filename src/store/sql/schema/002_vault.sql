-- The files as they came (store/vault.h). Pieces: of small ones, and of all on PostgreSQL and
-- in backups; others are files beside an SQLite register.
CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes {i64} NOT NULL) {strict};
CREATE TABLE vault_piece (
    sha256 TEXT NOT NULL REFERENCES original, position {i64} NOT NULL, bytes {blob} NOT NULL,
    PRIMARY KEY (sha256, position)
) {strict};

-- sqlite: PRAGMA user_version = 2;
UPDATE meta SET value = '2' WHERE key = 'schema';
