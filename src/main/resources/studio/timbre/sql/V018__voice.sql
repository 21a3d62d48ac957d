-- The voice guide: the newest is in force, those before it can be gone back to.
CREATE TABLE voice_guide (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  who TEXT NOT NULL,
  origin TEXT NOT NULL,
  json TEXT NOT NULL
);

-- What the guide makes of a conversation: the score of its weakest answer, from 0 to 100, 101 where it has no answer, 102 until it is judged
-- and again when the text changes; and the rules that are broken, one bit each.
ALTER TABLE conversation_trait ADD COLUMN voice INTEGER NOT NULL DEFAULT 102;
ALTER TABLE conversation_trait ADD COLUMN voice_rules INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversation_trait_voice ON conversation_trait (voice, voice_rules);
