-- A state of the conversations that somebody gave a name: that behind an entry of the journal, or, with 0, that before all of them.
CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  time INTEGER NOT NULL,
  who TEXT NOT NULL,
  entry INTEGER NOT NULL,
  conversations INTEGER NOT NULL
);
CREATE INDEX version_entry ON version (entry);

-- The state that a training, here or at a provider, has seen, and what it took of it.
CREATE TABLE run_data (
  run TEXT PRIMARY KEY,
  entry INTEGER NOT NULL,
  filter TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX run_data_entry ON run_data (entry);
CREATE TRIGGER run_data_of_run AFTER DELETE ON run BEGIN
  DELETE FROM run_data WHERE run = OLD.id;
END;
CREATE TRIGGER run_data_of_api_job AFTER DELETE ON api_job BEGIN
  DELETE FROM run_data WHERE run = OLD.id;
END;

-- Trainings before now took all that was not rejected.
INSERT INTO run_data (run, entry, filter)
  SELECT id, journal_entry, '{"statuses":["DRAFT","IN_REVIEW","APPROVED"]}' FROM run
  WHERE journal_entry = 0 OR journal_entry IN (SELECT id FROM journal_entry);
INSERT OR IGNORE INTO run_data (run, entry, filter)
  SELECT id, journal_entry, '{"statuses":["DRAFT","IN_REVIEW","APPROVED"]}' FROM api_job
  WHERE journal_entry = 0 OR journal_entry IN (SELECT id FROM journal_entry);

-- An entry that is taken back (undone = 1) is gone with the next act, unless a version or a training leads to it: then it is put
-- aside (undone = 2) beside the entries that count, and base is the entry that it followed.
ALTER TABLE journal_entry ADD COLUMN base INTEGER;

-- The names of those who have done something, without reading all that they did.
CREATE INDEX journal_entry_who ON journal_entry (who);
