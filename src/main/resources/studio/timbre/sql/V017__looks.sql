-- What the checks keep of the text of a conversation; null until somebody has looked, and again when the text changes.
ALTER TABLE conversation_trait ADD COLUMN look BLOB;
CREATE INDEX conversation_trait_unseen ON conversation_trait (conversation) WHERE look IS NULL;

-- Findings that somebody let pass, as long as the text stays as it was then.
CREATE TABLE passed_problem (
  kind TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (kind, conversation)
) WITHOUT ROWID;
