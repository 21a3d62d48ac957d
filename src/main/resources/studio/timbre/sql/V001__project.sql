-- A conversation. The columns from question to hash are derived from json, for sorting and for finding the same twice.
CREATE TABLE conversation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position BLOB NOT NULL,
  status TEXT NOT NULL,
  split TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  turns INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  json TEXT NOT NULL
);
CREATE UNIQUE INDEX conversation_position ON conversation (position);
CREATE INDEX conversation_split ON conversation (split, position);
CREATE INDEX conversation_status ON conversation (status, position);
CREATE INDEX conversation_hash ON conversation (hash);

-- The words of a conversation, folded; trigrams find a part of a word in any script. Without their places (detail = none) the
-- index is half as large; whether trigrams that were found make up the word is seen by looking at the text.
CREATE VIRTUAL TABLE conversation_search USING fts5 (text, tokenize = 'trigram', detail = none);

-- Tokens by one way of counting; a row lives as long as the text that it was counted from. No foreign keys here and in
-- journal_change: a cascade makes SQLite open a savepoint for every row, at which the search index writes itself out.
CREATE TABLE token_count (
  counter TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  total INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  PRIMARY KEY (counter, conversation)
) WITHOUT ROWID;
CREATE INDEX token_count_conversation ON token_count (conversation);

-- Every act on the conversations, in order; undone while it is taken back.
CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  time INTEGER NOT NULL,
  who TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX journal_entry_undone ON journal_entry (undone, id);

-- The other side of an entry: how the conversation was before it, or, while it is undone, how it was after it. What is the same
-- on both sides is null; present = 0 where there was no such conversation on the other side.
CREATE TABLE journal_change (
  entry INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  present INTEGER NOT NULL,
  position BLOB,
  status TEXT,
  split TEXT,
  json TEXT,
  PRIMARY KEY (entry, conversation)
) WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  base_name TEXT NOT NULL,
  base_path TEXT NOT NULL,
  created INTEGER NOT NULL,
  spec TEXT NOT NULL,
  journal_entry INTEGER NOT NULL,
  state TEXT NOT NULL,
  step INTEGER NOT NULL DEFAULT 0,
  total_steps INTEGER NOT NULL DEFAULT 0,
  train_loss REAL,
  first_eval_loss REAL,
  last_eval_loss REAL,
  result TEXT
) WITHOUT ROWID;

CREATE TABLE run_event (
  run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (run, sequence)
) WITHOUT ROWID;
