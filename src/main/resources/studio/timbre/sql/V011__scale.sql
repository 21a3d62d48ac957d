-- Every column to sort by, with the place that decides between equals, so that the first rows are found without sorting a million.
CREATE INDEX conversation_turns ON conversation (turns, position);
CREATE INDEX conversation_rating ON conversation (rating, position);
CREATE INDEX conversation_assignee ON conversation (assignee, position);
CREATE INDEX conversation_question ON conversation (question, position);
CREATE INDEX conversation_answer ON conversation (answer, position);
CREATE INDEX token_count_total ON token_count (counter, total);

-- What the status bar says, kept with every act, so that no edit makes anybody read the whole project.
CREATE TABLE tally (
  status TEXT NOT NULL,
  split TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  PRIMARY KEY (status, split)
) WITHOUT ROWID;
INSERT INTO tally SELECT status, split, count(*) FROM conversation GROUP BY status, split;

CREATE TABLE token_tally (
  counter TEXT NOT NULL,
  status TEXT NOT NULL,
  split TEXT NOT NULL,
  conversations INTEGER NOT NULL,
  total INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  PRIMARY KEY (counter, status, split)
) WITHOUT ROWID;
INSERT INTO token_tally
SELECT t.counter, c.status, c.split, count(*), sum(t.total), sum(t.answers)
FROM token_count t JOIN conversation c ON c.id = t.conversation
GROUP BY t.counter, c.status, c.split;

-- Texts that a large act has changed and the search index does not know yet; null where the conversation is gone. The index follows
-- in the background, and a search looks at both.
CREATE TABLE search_pending (
  conversation INTEGER PRIMARY KEY,
  text TEXT
);

-- Merging the index is done while nobody edits, and not within an edit.
INSERT INTO conversation_search (conversation_search, rank) VALUES ('automerge', 0);
