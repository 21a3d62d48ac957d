-- Topics that were found together, newest last: how rare each word is, and how many conversations there were.
CREATE TABLE topic_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  conversations INTEGER NOT NULL,
  rarity TEXT NOT NULL
);

-- The topics of the newest: what a person calls them stays where they are found anew.
CREATE TABLE topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  renamed INTEGER NOT NULL,
  terms TEXT NOT NULL
);

-- The topic of a conversation, 0 where it is near none; null until it is told, and again when the text changes.
ALTER TABLE conversation_trait ADD COLUMN topic INTEGER;
CREATE INDEX conversation_trait_topic ON conversation_trait (topic);
