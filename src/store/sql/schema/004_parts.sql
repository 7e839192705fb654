-- A file may hold several documents, one behind the other: each is a document of its own. part: which one
-- of how many. sha256 of the first is that of the file; of a further one, with its number behind it
-- ("…#2"), so that each is known when the file comes again. The original is kept once, by the file's.
-- unread: byte of the text from which on another document stands that nobody read.
ALTER TABLE document ADD COLUMN part {i64} NOT NULL DEFAULT 1;
ALTER TABLE document ADD COLUMN parts {i64} NOT NULL DEFAULT 1;
ALTER TABLE document ADD COLUMN unread {i64};

-- sqlite: PRAGMA user_version = 4;
UPDATE meta SET value = '4' WHERE key = 'schema';
