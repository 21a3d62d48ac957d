-- What a provider's moderation said of a text. It belongs to the text and not to the conversation: an edit takes it away, undo brings
-- it back, and the same said twice is looked at once. beyond_text = 1 where there is more than text, which nobody looked at.
CREATE TABLE moderation (
  hash INTEGER PRIMARY KEY,
  address TEXT NOT NULL,
  model TEXT NOT NULL,
  time INTEGER NOT NULL,
  beyond_text INTEGER NOT NULL
);

-- The categories in which it is flagged; none for most.
CREATE TABLE moderation_flag (
  hash INTEGER NOT NULL REFERENCES moderation (hash) ON DELETE CASCADE,
  category TEXT NOT NULL,
  score REAL,
  PRIMARY KEY (hash, category)
) WITHOUT ROWID;
