-- What is derived from the text of a conversation, for filters: what it holds, one bit each, and its language ('und' where nobody can
-- tell). Null until somebody has looked, which happens in the background. Apart from conversation, where it would lie behind the text.
CREATE TABLE conversation_trait (
  conversation INTEGER PRIMARY KEY,
  holds INTEGER,
  language TEXT
);
INSERT INTO conversation_trait (conversation) SELECT id FROM conversation;
CREATE INDEX conversation_trait_language ON conversation_trait (language);

-- The problems that the last look has found, each with its conversations as a JSON array of numbers.
CREATE TABLE found_problem (
  kind TEXT PRIMARY KEY,
  detail TEXT NOT NULL,
  conversations TEXT NOT NULL
) WITHOUT ROWID;
