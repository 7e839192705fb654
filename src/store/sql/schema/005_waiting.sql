-- A document waits for a person as long as a meeting of it does, too: found as its proposals are.
CREATE INDEX meeting_waiting ON meeting (state, document_id);

-- sqlite: PRAGMA user_version = 5;
UPDATE meta SET value = '5' WHERE key = 'schema';
